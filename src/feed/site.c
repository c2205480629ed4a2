/* SPDX-License-Identifier: MIT
 * site: what all feeds of a site have in common. */
#include "site.h"

#include "../base/url.h"

struct person
site_author(const struct config *c)
{
	struct person who = c->site.author;

	if (who.name.len == 0)
		who.name = c->site.title;
	return who;
}

void
site_taxonomy_url(struct buf *out, const struct config *c,
    const struct taxonomy *t)
{
	buf_add(out, c->site.url);
	url_encode_path(out, t->name);
	buf_addc(out, '/');
}
