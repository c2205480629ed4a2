/* SPDX-License-Identifier: MIT
 * jsonfeed: feeds in JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ */
#include "feed/formats/formats.h"

#include "base/core/version.h"
#include "feed/formats/json_out.h"
#include "feed/formats/old_json.h"
#include "feed/plan/archive.h"
#include "feed/plan/feed_site.h"

enum { ITEM_DEPTH = 2 }; /* of an item: the feed, then "items" */

static void
put_date(struct json_out *j, const char *key, instant t)
{
	char text[DATETIME_TEXT];

	json_out_text(j, key, datetime_rfc3339(t, text));
}

/* JSON Feed has no member for an e-mail address. */
static void
put_authors(struct json_out *j, const struct person *people, size_t n)
{
	if (n == 0)
		return;
	json_out_list(j, "authors");
	for (size_t i = 0; i < n; i++) {
		json_out_map(j, NULL);
		json_out_text(j, "name", people[i].name);
		json_out_text(j, "url", people[i].url);
		json_out_close(j);
	}
	json_out_close(j);
}

/* JSON Feed has no taxonomies: a term of two taxonomies is written once. */
static bool
is_repeated(const struct post *p, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(p->labels[k]->key, p->labels[i]->key))
			return true;
	return false;
}

static void
put_tags(struct json_out *j, const struct post *p)
{
	if (p->n_labels == 0)
		return;
	json_out_list(j, "tags");
	for (size_t i = 0; i < p->n_labels; i++)
		if (!is_repeated(p, i))
			json_out_text(j, NULL, p->labels[i]->text);
	json_out_close(j);
}

/* An item needs content_html or content_text: an entry without its full text
 * gets its summary as content_text. */
static size_t
put_content(struct json_out *j, const struct entry *e)
{
	if (e->content.html.len)
		return json_out_leave_hole(j, "content_html");
	json_out_text(j, "content_text", e->summary);
	return FORMAT_NO_TEXT;
}

static void
put_attachments(struct json_out *j, const struct entry *e)
{
	if (e->n_attachments == 0)
		return;
	json_out_list(j, "attachments");
	for (size_t i = 0; i < e->n_attachments; i++) {
		json_out_map(j, NULL);
		json_out_text(j, "url", e->attachments[i].url);
		json_out_text(j, "mime_type", e->attachments[i].type);
		if (e->attachments[i].bytes)
			json_out_number(j, "size_in_bytes",
			    e->attachments[i].bytes);
		json_out_close(j);
	}
	json_out_close(j);
}

/* An item without `authors` inherits the feed's. */
static size_t
write_entry(struct buf *out, const struct entry *e, const struct config *c)
{
	const struct post *p = e->post;
	struct json_out piece = json_out_piece(out, ITEM_DEPTH), *j = &piece;
	size_t text;

	(void)c;
	json_out_map(j, NULL);
	json_out_text(j, "id", p->id);
	json_out_text(j, "url", p->matter->url);
	json_out_text(j, "external_url", e->external_url);
	json_out_text(j, "title", e->title);
	if (e->content.html.len && !e->summary_is_all)
		json_out_text(j, "summary", e->summary);
	put_date(j, "date_published", p->published);
	if (p->updated > p->published)
		put_date(j, "date_modified", p->stamp);
	put_authors(j, p->matter->authors, p->matter->n_authors);
	put_tags(j, p);
	if (!str_ieq(p->matter->language, e->feed_language))
		json_out_text(j, "language", p->matter->language);
	json_out_text(j, "image", e->image.url);
	text = put_content(j, e);
	put_attachments(j, e);
	json_out_close(j);
	return text;
}

static void
put_hubs(struct json_out *j, const struct config *c)
{
	if (c->feeds.hubs.count == 0)
		return;
	json_out_list(j, "hubs");
	for (size_t i = 0; i < c->feeds.hubs.count; i++) {
		json_out_map(j, NULL);
		json_out_text(j, "type", S("WebSub"));
		json_out_text(j, "url", c->feeds.hubs.at[i]);
		json_out_close(j);
	}
	json_out_close(j);
}

static void
write_frame(struct buf *head, struct buf *tail, const struct feed *f, str self,
    const struct config *c)
{
	struct json_out document = json_out_document(head), *j = &document;
	struct person author = feed_site_author(c);

	json_out_map(j, NULL);
	json_out_text(j, "version", S("https://jsonfeed.org/version/1.1"));
	json_out_text(j, "title", f->title);
	json_out_text(j, "home_page_url", f->page);
	json_out_text(j, "feed_url", self);
	json_out_text(j, "next_url", archive_links(f, self).prev);
	json_out_text(j, "description", feed_site_describe(c, f));
	json_out_text(j, "icon", c->site.icon);
	json_out_text(j, "favicon", c->site.favicon);
	put_authors(j, &author, 1);
	json_out_text(j, "language", feed_site_language(c, f->language));
	put_hubs(j, c);
	/* feedmill's extension, which is the `mark` of this format. */
	json_out_map(j, "_feedmill");
	json_out_text(j, "version", S(FEEDMILL_VERSION));
	json_out_close(j);
	json_out_list(j, "items");
	json_out_go_on(j, tail, f->count > 0);
	json_out_close(j);
	json_out_close(j);
}

const struct format format_json = {
	.name = "json",
	.label = "JSON Feed",
	.extension = ".json",
	.media_type = "application/feed+json",
	.mark = "\"_feedmill\"",
	.has_image = true,
	.separator = ",",
	.write_entry = write_entry,
	.write_text = json_out_escape,
	.write_frame = write_frame,
	.judge = format_validate,
	.entry_opening = "      \"id\": \"",
	.read = old_json_read,
};
