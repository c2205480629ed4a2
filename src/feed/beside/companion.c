/* SPDX-License-Identifier: MIT
 * companion: files beside the feeds, for people and for the templates of the
 * site. */
#include "feed/beside/companion.h"

#include "feed/beside/head_links.h"
#include "feed/beside/index_page.h"
#include "feed/beside/opml.h"
#include "feed/beside/style.h"

#define IN_CONFIG(field) offsetof(struct config, feeds.field)

static const struct companion companions[] = {
	{"feeds.style", ".css", IN_CONFIG(style), style_write},
	{"feeds.index", ".html", IN_CONFIG(index), index_page_write},
	{"feeds.links", ".html", IN_CONFIG(links), head_links_write},
	{"feeds.links_posts", ".json", IN_CONFIG(links_posts),
		head_links_write_posts},
	{"feeds.opml", ".opml", IN_CONFIG(opml), opml_write},
};

const struct companion *
companion_at(size_t i)
{
	return i < sizeof companions / sizeof companions[0] ? &companions[i]
	                                                    : NULL;
}

str
companion_path(const struct companion *k, const struct config *c)
{
	return *(const str *)((const char *)c + k->path);
}
