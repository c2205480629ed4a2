/* SPDX-License-Identifier: MIT
 * atom: feeds in Atom 1.0. RFC 4287. */
#include "feed/formats/atom.h"

#include "base/core/version.h"
#include "feed/beside/style.h"
#include "feed/formats/media_rss.h"
#include "feed/formats/namespaces.h"
#include "feed/formats/xml.h"
#include "feed/plan/archive.h"
#include "feed/plan/feed_site.h"

static void
put_date(struct xml *x, const char *name, instant t)
{
	char text[DATETIME_TEXT];

	xml_value(x, name, datetime_rfc3339(t, text));
}

/* Section 4.2.7. The type is that of what the link leads to; empty: not
 * known. */
static void
put_link(struct xml *x, const char *rel, const char *type, str href)
{
	xml_open(x, "link");
	xml_attr(x, "rel", str_of(rel));
	xml_attr(x, "type", str_of(type));
	xml_attr(x, "href", href);
	xml_close(x);
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
put_categories(struct xml *x, const struct post *p, const struct config *c)
{
	struct buf scheme = {0};

	for (size_t i = 0; i < p->n_labels; i++) {
		const struct label *l = p->labels[i];

		buf_reset(&scheme);
		site_taxonomy_url(&scheme, c, p->in, l->taxonomy);
		xml_open(x, "category");
		xml_attr(x, "term", l->text);
		xml_attr(x, "scheme", buf_str(&scheme));
		xml_attr_text(x, "label", l->text);
		xml_close(x);
	}
	buf_free(&scheme);
}

/* A link blog's entry leads elsewhere, to something whose type nobody knows. */
static void
put_links(struct xml *x, const struct entry *e)
{
	const struct relations *r = e->post->matter->relations;

	if (e->external_url.len)
		put_link(x, "alternate", "", e->external_url);
	put_link(x, e->external_url.len ? "related" : "alternate",
	    "text/html", e->post->matter->url);
	/* RFC 4685, section 4: without a type it would be a feed. */
	if (r && r->comments.len)
		put_link(x, "replies", "text/html", r->comments);
}

/* RFC 4685, section 3: the link is for readers that do not know of replies. */
static void
put_replies(struct xml *x, const struct entry *e)
{
	for (size_t i = 0; i < e->n_replies; i++) {
		const struct reply *r = &e->replies[i];

		xml_open(x, "thr:in-reply-to");
		xml_attr(x, "ref", r->id);
		xml_attr(x, "href", r->url);
		xml_close(x);
		put_link(x, "related", "", r->url);
	}
}

/* Section 4.1.1.1: a summary that repeats the content says nothing. One that
 * stands alone leads to the post's page, where the title does not. */
static void
put_summary(struct xml *x, const struct entry *e)
{
	struct buf html = {0};

	if (e->content.html.len || e->mark.html.len == 0) {
		if (!e->summary_is_all)
			xml_text(x, "summary", e->summary);
		return;
	}
	entry_summary_html(&html, e);
	xml_open(x, "summary");
	xml_attr(x, "type", S("html"));
	xml_put_markup(x, (struct markup){buf_str(&html)});
	xml_close(x);
	buf_free(&html);
}

/* Section 4.2.7.2; the length is a hint, which may be missing. */
static void
put_enclosures(struct xml *x, const struct entry *e)
{
	for (size_t i = 0; i < e->n_attachments; i++) {
		xml_open(x, "link");
		xml_attr(x, "rel", S("enclosure"));
		xml_attr(x, "type", e->attachments[i].type);
		media_put_number(x, "length", e->attachments[i].bytes);
		xml_attr(x, "href", e->attachments[i].url);
		xml_close(x);
	}
}

/* Section 4.1.2. Whoever is not named wrote what the feed's author did. */
static size_t
write_entry(struct buf *out, const struct entry *e, const struct config *c)
{
	const struct post *p = e->post;
	struct xml piece = xml_piece(out, 1), *x = &piece;
	size_t text = FORMAT_NO_TEXT;

	xml_open(x, "entry");
	if (!str_ieq(p->matter->language, e->feed_language))
		xml_attr(x, "xml:lang", p->matter->language);
	xml_text(x, "title", e->title);
	put_links(x, e);
	put_enclosures(x, e);
	put_replies(x, e);
	xml_value(x, "id", p->id);
	put_date(x, "published", p->published);
	put_date(x, "updated", p->stamp);
	for (size_t i = 0; i < p->matter->n_authors; i++)
		put_author(x, &p->matter->authors[i]);
	put_categories(x, p, c);
	put_summary(x, e);
	xml_value(x, "source:markdown", e->source);
	media_put_image(x, e, c);
	if (e->content.html.len) {
		xml_open(x, "content");
		xml_attr(x, "type", S("html"));
		text = xml_leave_hole(x);
		xml_close(x);
	}
	xml_close(x);
	return text;
}

/* RFC 5005. */
static void
put_history(struct xml *x, const struct feed *f, str self,
    const struct config *c)
{
	struct archive_link list[ARCHIVE_LINKS];
	size_t n = archive_list_links(list, f, self, c);

	for (size_t i = 0; i < n; i++)
		put_link(x, list[i].rel, format_atom.media_type, list[i].href);
	if (archive_mark(f)) {
		xml_open(x, archive_mark(f));
		xml_close(x);
	}
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
	struct person author = site_author(c);

	style_name(x, c);
	xml_open(x, "feed");
	xml_attr(x, "xmlns", S("http://www.w3.org/2005/Atom"));
	namespaces_declare(x, f->namespaces);
	xml_attr(x, "xml:lang", site_language(c, f->language));
	xml_text(x, "title", f->title);
	xml_text(x, "subtitle", f->description.len ? f->description
	    : site_description(c, f->language));
	put_link(x, "self", format_atom.media_type, self);
	/* WebSub, section 4. */
	for (size_t i = 0; i < c->feeds.hubs.count; i++)
		put_link(x, "hub", "", c->feeds.hubs.at[i]);
	put_link(x, "alternate", "text/html", f->page);
	put_history(x, f, self, c);
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
	.media_type = "application/atom+xml",
	.entry_opening = "<entry", /* which may have an xml:lang */
	.write_entry = write_entry,
	.write_text = xml_escape,
	.write_frame = write_frame,
};
