/* SPDX-License-Identifier: MIT
 * feed_site: what all feeds of a site have in common. */
#include "feed/plan/feed_site.h"

#include "base/web/url.h"
#include "feed/plan/plan.h"

str
feed_site_title(const struct config *c, const struct language *language)
{
	return language && language->title.len ? language->title
	                                       : c->site.title;
}

str
feed_site_describe(const struct config *c, const struct feed *f)
{
	if (f->description.len)
		return f->description;
	return f->language && f->language->description.len
	    ? f->language->description : c->site.description;
}

str
feed_site_language(const struct config *c, const struct language *language)
{
	return language ? language->name : c->site.language;
}

void
feed_site_home(struct buf *out, const struct config *c,
    const struct language *language)
{
	buf_add(out, c->site.url);
	if (language)
		url_encode_path(out, language->prefix);
}

struct person
feed_site_author(const struct config *c)
{
	struct person who = c->site.author;

	if (who.name.len == 0)
		who.name = c->site.title;
	return who;
}

void
feed_site_taxonomy_url(struct buf *out, const struct config *c,
    const struct language *language, const struct taxonomy *t)
{
	feed_site_home(out, c, language);
	url_encode_path(out, t->name);
	buf_addc(out, '/');
}
