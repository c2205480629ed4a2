/* SPDX-License-Identifier: MIT
 * xml_feed: what Atom and RSS have in common. */
#include "feed/formats/xml_feed.h"

#include "base/web/media_type.h"
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

/* ---- Media RSS 1.5, https://www.rssboard.org/media-rss ---- */

/* Many readers show the picture beside the text. So an entry whose text shows
 * the picture does not name it again. */
static bool
has_image(const struct entry *e, const struct config *c)
{
	return e->image.url.len && (c->feeds.images == IMAGES_ALL ||
	    !e->image.is_shown || e->content.html.len == 0);
}

/* Some readers know only one of the two elements. Readers that know both show
 * one picture, because the addresses are the same. */
void
xml_feed_image(struct xml *x, const struct entry *e, const struct config *c)
{
	const struct picture *image = &e->image;

	if (!has_image(e, c))
		return;
	xml_open(x, "media:content");
	xml_attr(x, "url", image->url);
	xml_attr(x, "type", image->type);
	xml_attr(x, "medium", S("image"));
	xml_attr_number(x, "width", image->width);
	xml_attr_number(x, "height", image->height);
	xml_close(x);
	xml_open(x, "media:thumbnail");
	xml_attr(x, "url", image->url);
	xml_attr_number(x, "width", image->width);
	xml_attr_number(x, "height", image->height);
	xml_close(x);
}

void
xml_feed_files(struct xml *x, const struct entry *e)
{
	for (size_t i = 1; i < e->n_attachments; i++) {
		const struct attachment *a = &e->attachments[i];

		xml_open(x, "media:content");
		xml_attr(x, "url", a->url);
		xml_attr_number(x, "fileSize", a->bytes);
		xml_attr(x, "type", a->type);
		xml_attr(x, "medium", str_of(media_type_medium(a->type)));
		xml_close(x);
	}
}

/* ---- namespaces ---- */

/* With their usual prefixes. */
static const struct {
	unsigned bit;
	const char *attribute;
	str uri;
} namespaces[] = {
	{NAMESPACE_THR, "xmlns:thr",
		S_INIT("http://purl.org/syndication/thread/1.0")},
	{NAMESPACE_MEDIA, "xmlns:media",
		S_INIT("http://search.yahoo.com/mrss/")},
	{NAMESPACE_AT, "xmlns:at",
		S_INIT("http://purl.org/atompub/tombstones/1.0")},
	{NAMESPACE_FH, "xmlns:fh",
		S_INIT("http://purl.org/syndication/history/1.0")},
	{NAMESPACE_SOURCE, "xmlns:source",
		S_INIT("http://source.scripting.com/")},
	{NAMESPACE_ITUNES, "xmlns:itunes",
		S_INIT("http://www.itunes.com/dtds/podcast-1.0.dtd")},
	{NAMESPACE_PODCAST, "xmlns:podcast",
		S_INIT("https://podcastindex.org/namespace/1.0")},
};

void
xml_feed_declare(struct xml *x, unsigned set)
{
	for (size_t i = 0; set && i < sizeof namespaces / sizeof *namespaces; i++)
		if (set & namespaces[i].bit)
			xml_attr(x, namespaces[i].attribute, namespaces[i].uri);
}

unsigned
xml_feed_namespaces(const struct entry *e, const struct config *c)
{
	return (has_image(e, c) ? NAMESPACE_MEDIA : 0u) |
	    (e->n_attachments > 1 ? NAMESPACE_FILES : 0u) |
	    (e->source.len ? NAMESPACE_SOURCE : 0u);
}
