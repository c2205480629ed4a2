/* SPDX-License-Identifier: MIT
 * rss: feeds in RSS 2.0, by the RSS Advisory Board's profile. */
#include "feed/formats/formats.h"

#include "base/core/version.h"
#include "feed/beside/style.h"
#include "feed/formats/old_xml.h"
#include "feed/formats/podcast_rss.h"
#include "feed/formats/xml.h"
#include "feed/formats/xml_feed.h"
#include "feed/plan/feed_site.h"

#define MEDIA_TYPE "application/rss+xml"

static const struct xml_feed_links links = {"atom:link", MEDIA_TYPE};

static void
put_date(struct xml *x, const char *name, instant t)
{
	char text[DATETIME_TEXT];

	xml_value(x, name, datetime_rfc2822(t, text));
}

/* Writes "jane@example.org (Jane Doe)", the form that the profile asks for
 * (profile, author). */
static void
put_contact(struct xml *x, const char *name, const struct person *who)
{
	struct buf b = {0};

	if (who->email.len == 0)
		return;
	buf_add(&b, who->email);
	buf_add(&b, S(" ("));
	buf_add(&b, who->name);
	buf_addc(&b, ')');
	xml_text(x, name, buf_str(&b));
	buf_free(&b);
}

static void
put_guid(struct xml *x, const struct post *p)
{
	xml_open(x, "guid");
	xml_attr(x, "isPermaLink",
	    str_eq(p->id, p->matter->url) ? S("true") : S("false"));
	xml_put_value(x, p->id);
	xml_close(x);
}

/* Writes a dc:creator for each author: <author> must be an e-mail address. */
static void
put_creators(struct xml *x, const struct post *p, const struct config *c)
{
	struct person site = feed_site_author(c);

	for (size_t i = 0; i < p->matter->n_authors; i++)
		xml_text(x, "dc:creator", p->matter->authors[i].name);
	if (p->matter->n_authors == 0)
		xml_text(x, "dc:creator", site.name);
}

static void
put_category(struct xml *x, const struct label *l, str taxonomy)
{
	xml_open(x, "category");
	xml_attr(x, "domain", taxonomy);
	xml_put_text(x, l->text);
	xml_close(x);
}

/* A description is HTML by the specification, so text is escaped for HTML
 * first. It comes before the full text: readers take the last of the two,
 * mailers the first. */
static void
put_description(struct xml *x, const struct entry *e)
{
	xml_open(x, "description");
	xml_feed_summary(x, e);
	xml_close(x);
}

/* An unknown length is written as 0 (feed rule 37). */
static void
put_enclosure(struct xml *x, const struct entry *e)
{
	if (e->n_attachments == 0)
		return;
	xml_open(x, "enclosure");
	xml_attr(x, "url", e->attachments[0].url);
	if (e->attachments[0].bytes)
		xml_attr_number(x, "length", e->attachments[0].bytes);
	else
		xml_attr(x, "length", S("0"));
	xml_attr(x, "type", e->attachments[0].type);
	xml_close(x);
}

static size_t
write_entry(struct buf *out, const struct entry *e, const struct config *c)
{
	const struct post *p = e->post;
	struct xml piece = xml_piece(out, 2), *x = &piece;
	size_t text = FORMAT_NO_TEXT;

	xml_open(x, "item");
	xml_text(x, "title", e->title);
	xml_value(x, "link", e->external_url.len ? e->external_url
	    : p->matter->url);
	put_guid(x, p);
	if (p->matter->relations)
		xml_value(x, "comments", p->matter->relations->comments);
	put_date(x, "pubDate", p->published);
	put_creators(x, p, c);
	xml_feed_labels(x, p, c, put_category);
	for (size_t i = 0; i < e->n_replies; i++)
		xml_feed_reply(x, &e->replies[i]);
	put_description(x, e);
	put_enclosure(x, e);
	podcast_rss_episode(x, e);
	xml_value(x, "source:markdown", e->source);
	xml_feed_files(x, e);
	xml_feed_image(x, e, c);
	if (e->content.html.len) {
		xml_open(x, "content:encoded");
		text = xml_leave_hole(x);
		xml_close(x);
	}
	xml_close(x);
	return text;
}

/* Title and link are those of the channel (profile, image). */
static void
put_image(struct xml *x, const struct feed *f, const struct config *c)
{
	if (c->site.icon.len == 0)
		return;
	xml_open(x, "image");
	xml_value(x, "url", c->site.icon);
	xml_text(x, "title", f->title);
	xml_value(x, "link", f->page);
	xml_close(x);
}

/* The title replaces a missing description: RSS requires the element. */
static void
put_channel(struct xml *x, const struct feed *f, str self,
    const struct config *c)
{
	struct person author = feed_site_author(c);
	str description = feed_site_describe(c, f);

	xml_text(x, "title", f->title);
	xml_value(x, "link", f->page);
	xml_feed_self(x, &links, self, c);
	xml_feed_history(x, &links, f, self, c);
	xml_text(x, "description", description.len ? description : f->title);
	xml_value(x, "language", feed_site_language(c, f->language));
	xml_text(x, "copyright", c->site.rights);
	put_contact(x, "managingEditor", &author);
	put_date(x, "lastBuildDate", f->updated);
	xml_value(x, "generator", S("feedmill " FEEDMILL_VERSION));
	xml_value(x, "docs", S("https://www.rssboard.org/rss-specification"));
	put_image(x, f, c);
	podcast_rss_show(x, f, self, c);
	style_head(x, f, self, c);
}

/* RSS has no tombstones, and writes several files of an entry as
 * media:content. */
static unsigned
namespaces_written(const struct feed *f)
{
	unsigned set = f->namespaces & ~(unsigned)NAMESPACE_AT;

	if (f->entries.podcast)
		set |= NAMESPACE_ITUNES | NAMESPACE_PODCAST;
	return set & NAMESPACE_FILES ? set | NAMESPACE_MEDIA : set;
}

static void
write_frame(struct buf *head, struct buf *tail, const struct feed *f, str self,
    const struct config *c)
{
	struct xml document = xml_document(head), *x = &document;

	style_name(x, c);
	xml_open(x, "rss");
	xml_attr(x, "version", S("2.0"));
	xml_attr(x, "xmlns:atom", S("http://www.w3.org/2005/Atom"));
	if (f->count)
		xml_attr(x, "xmlns:dc", S("http://purl.org/dc/elements/1.1/"));
	if (f->count && f->entries.full)
		xml_attr(x, "xmlns:content",
		    S("http://purl.org/rss/1.0/modules/content/"));
	xml_feed_declare(x, namespaces_written(f));
	xml_open(x, "channel");
	put_channel(x, f, self, c);
	xml_go_on(x, tail);
	xml_close(x);
	xml_close(x);
}

const struct format format_rss = {
	.name = "rss",
	.label = "RSS",
	.extension = ".rss",
	.extension_too = ".xml",
	.media_type = MEDIA_TYPE,
	.mark = ">feedmill",
	.is_universal = true,
	.has_podcasts = true,
	.write_entry = write_entry,
	.write_text = xml_escape,
	.find_namespaces = xml_feed_namespaces,
	.write_frame = write_frame,
	.judge = format_validate,
	.entry_opening = "<item>",
	.read = old_xml_read,
};
