/* SPDX-License-Identifier: MIT
 * xml_feed: what Atom and RSS have in common. */
#include "feed/formats/xml_feed.h"

#include "feed/plan/archive.h"
#include "feed/plan/feed_site.h"

void
xml_feed_link(struct xml *x, const char *element, const char *rel,
    const char *type, str href)
{
	xml_open(x, element);
	xml_attr(x, "rel", str_of(rel));
	xml_attr(x, "type", str_of(type));
	xml_attr(x, "href", href);
	xml_close(x);
}

void
xml_feed_self(struct xml *x, const struct xml_feed_links *l, str self,
    const struct config *c)
{
	xml_feed_link(x, l->element, "self", l->type, self);
	for (size_t i = 0; i < c->feeds.hubs.count; i++)
		xml_feed_link(x, l->element, "hub", "", c->feeds.hubs.at[i]);
}

static void
put_mark(struct xml *x, const struct feed *f)
{
	bool is_archive = f->history && f->history->is_full;

	if (!is_archive && !f->is_complete)
		return;
	xml_open(x, is_archive ? "fh:archive" : "fh:complete");
	xml_close(x);
}

void
xml_feed_history(struct xml *x, const struct xml_feed_links *l,
    const struct feed *f, str self, const struct config *c)
{
	struct archive_links to = archive_links(f, self);
	/* Entries newer than the open page are in the feed itself. */
	const struct {
		const char *rel;
		str href;
	} all[] = {
		{"current", to.current}, {"prev-archive", to.prev},
		{"next-archive", to.next}, {"next", to.prev},
		{"previous", to.next.len ? to.next : to.current}};
	size_t n = c->feeds.paging ? 5 : 3;

	for (size_t i = 0; i < n; i++)
		if (all[i].href.len)
			xml_feed_link(x, l->element, all[i].rel, l->type,
			    all[i].href);
	put_mark(x, f);
}

void
xml_feed_reply(struct xml *x, const struct reply *r)
{
	xml_open(x, "thr:in-reply-to");
	xml_attr(x, "ref", r->id);
	xml_attr(x, "href", r->url);
	xml_close(x);
}

void
xml_feed_labels(struct xml *x, const struct post *p, const struct config *c,
    void (*write)(struct xml *x, const struct label *l, str taxonomy))
{
	struct buf url = {0};

	for (size_t i = 0; i < p->n_labels; i++) {
		buf_reset(&url);
		feed_site_taxonomy_url(
		    &url, c, p->in, p->labels[i]->taxonomy);
		write(x, p->labels[i], buf_str(&url));
	}
	buf_free(&url);
}

void
xml_feed_summary(struct xml *x, const struct entry *e)
{
	struct buf html = {0};

	entry_summary_html(&html, e);
	xml_put_markup(x, (struct markup){buf_str(&html)});
	buf_free(&html);
}
