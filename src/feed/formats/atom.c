/* SPDX-License-Identifier: MIT
 * atom: feeds in Atom 1.0. RFC 4287. */
#include "feed/formats/formats.h"

#include "base/core/version.h"
#include "feed/beside/style.h"
#include "feed/formats/old_xml.h"
#include "feed/formats/xml.h"
#include "feed/formats/xml_feed.h"
#include "feed/plan/feed_site.h"

#define MEDIA_TYPE "application/atom+xml"

static const struct xml_feed_links links = {"link", MEDIA_TYPE};

static void
put_date(struct xml *x, const char *name, instant t)
{
	char text[DATETIME_TEXT];

	xml_value(x, name, datetime_rfc3339(t, text));
}

/* Section 3.2. */
static void
put_author(struct xml *x, const struct person *who)
{
	xml_open(x, "author");
	xml_text(x, "name", who->name);
	xml_value(x, "email", who->email);
	xml_value(x, "uri", who->url);
	xml_close(x);
}

/* Section 4.2.2. */
static void
put_category(struct xml *x, const struct label *l, str taxonomy)
{
	xml_open(x, "category");
	xml_attr(x, "term", l->text);
	xml_attr(x, "scheme", taxonomy);
	xml_attr_text(x, "label", l->text);
	xml_close(x);
}

/* An entry of a link blog links to another site, to a resource of unknown
 * type. */
static void
put_links(struct xml *x, const struct entry *e)
{
	const struct relations *r = e->post->matter->relations;

	if (e->external_url.len)
		xml_feed_link(x, "link", "alternate", "", e->external_url);
	xml_feed_link(x, "link", e->external_url.len ? "related"
	    : "alternate", "text/html", e->post->matter->url);
	/* RFC 4685, section 4: without a type, readers expect a feed. */
	if (r && r->comments.len)
		xml_feed_link(x, "link", "replies", "text/html", r->comments);
}

/* RFC 4685, section 3: readers that do not know replies follow the link. */
static void
put_replies(struct xml *x, const struct entry *e)
{
	for (size_t i = 0; i < e->n_replies; i++) {
		xml_feed_reply(x, &e->replies[i]);
		xml_feed_link(x, "link", "related", "", e->replies[i].url);
	}
}

/* Section 4.1.1.1: a summary must not repeat the content. A summary without
 * content links to the post's page, unless the title does. */
static void
put_summary(struct xml *x, const struct entry *e)
{
	if (e->content.html.len || e->mark.html.len == 0) {
		if (!e->summary_is_all)
			xml_text(x, "summary", e->summary);
		return;
	}
	xml_open(x, "summary");
	xml_attr(x, "type", S("html"));
	xml_feed_summary(x, e);
	xml_close(x);
}

/* RFC 4287 4.2.7.2. The length is a hint, and may be missing. */
static void
put_enclosures(struct xml *x, const struct entry *e)
{
	for (size_t i = 0; i < e->n_attachments; i++) {
		xml_open(x, "link");
		xml_attr(x, "rel", S("enclosure"));
		xml_attr(x, "type", e->attachments[i].type);
		xml_attr_number(x, "length", e->attachments[i].bytes);
		xml_attr(x, "href", e->attachments[i].url);
		xml_close(x);
	}
}

/* Writes the title, which Atom requires (section 4.1.2). For an empty title, an
 * empty <div> (section 3.1.1.3): validators warn of an empty text. */
static void
put_title(struct xml *x, str title)
{
	xml_open(x, "title");
	if (title.len)
		xml_put_text(x, title);
	else {
		xml_attr(x, "type", S("xhtml"));
		xml_open(x, "div");
		xml_attr(x, "xmlns", S("http://www.w3.org/1999/xhtml"));
		xml_close(x);
	}
	xml_close(x);
}

/* An entry without `author` inherits the feed's (section 4.1.2). */
static size_t
write_entry(struct buf *out, const struct entry *e, const struct config *c)
{
	const struct post *p = e->post;
	struct xml piece = xml_piece(out, 1), *x = &piece;
	size_t text = FORMAT_NO_TEXT;

	xml_open(x, "entry");
	if (!str_ieq(p->matter->language, e->feed_language))
		xml_attr(x, "xml:lang", p->matter->language);
	put_title(x, e->title);
	put_links(x, e);
	put_enclosures(x, e);
	put_replies(x, e);
	xml_value(x, "id", p->id);
	put_date(x, "published", p->published);
	put_date(x, "updated", p->stamp);
	for (size_t i = 0; i < p->matter->n_authors; i++)
		put_author(x, &p->matter->authors[i]);
	xml_feed_labels(x, p, c, put_category);
	put_summary(x, e);
	xml_value(x, "source:markdown", e->source);
	xml_feed_image(x, e, c);
	if (e->content.html.len) {
		xml_open(x, "content");
		xml_attr(x, "type", S("html"));
		text = xml_leave_hole(x);
		xml_close(x);
	}
	xml_close(x);
	return text;
}

/* RFC 6721, section 3. */
static void
put_tombstones(struct xml *x, const struct feed *f)
{
	char when[DATETIME_TEXT];

	for (size_t i = 0; i < f->n_tombstones; i++) {
		xml_open(x, "at:deleted-entry");
		xml_attr(x, "ref", f->tombstones[i].id);
		xml_attr(x, "when",
		    datetime_rfc3339(f->tombstones[i].when, when));
		xml_close(x);
	}
}

/* Section 4.1.1: the metadata comes before the entries. */
static void
write_frame(struct buf *head, struct buf *tail, const struct feed *f, str self,
    const struct config *c)
{
	struct xml document = xml_document(head), *x = &document;
	struct person author = feed_site_author(c);

	style_name(x, c);
	xml_open(x, "feed");
	xml_attr(x, "xmlns", S("http://www.w3.org/2005/Atom"));
	xml_feed_declare(x, f->namespaces);
	xml_attr(x, "xml:lang", feed_site_language(c, f->language));
	xml_text(x, "title", f->title);
	xml_text(x, "subtitle", feed_site_describe(c, f));
	xml_feed_self(x, &links, self, c);
	xml_feed_link(x, "link", "alternate", "text/html", f->page);
	xml_feed_history(x, &links, f, self, c);
	xml_value(x, "id", f->id);
	put_date(x, "updated", f->updated);
	put_author(x, &author);
	xml_value(x, "icon", c->site.favicon);
	xml_value(x, "logo", c->site.icon);
	xml_text(x, "rights", c->site.rights);
	xml_open(x, "generator");
	xml_attr(x, "version", S(FEEDMILL_VERSION));
	xml_put_text(x, S("feedmill"));
	xml_close(x);
	style_head(x, f, self, c);
	put_tombstones(x, f);
	xml_go_on(x, tail);
	xml_close(x);
}

const struct format format_atom = {
	.name = "atom",
	.label = "Atom",
	.extension = ".atom",
	.extension_too = ".xml",
	.media_type = MEDIA_TYPE,
	.mark = ">feedmill",
	.is_universal = true,
	.write_entry = write_entry,
	.write_text = xml_escape,
	.find_namespaces = xml_feed_namespaces,
	.write_frame = write_frame,
	.judge = format_validate,
	.entry_opening = "<entry", /* which may have an xml:lang */
	.read = old_xml_read,
};
