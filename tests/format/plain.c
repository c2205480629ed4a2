/* SPDX-License-Identifier: MIT
 * plain: feeds in plain text, a format that only a test knows.
 *
 *     Feed: A blog
 *     Address: https://example.org/feeds/index.txt
 *     Updated: 2024-01-02T00:00:00Z
 *     Written-By: feedmill
 *
 *     Entry: https://example.org/a/
 *     Link: https://example.org/a/
 *     Title: The title
 *     Published: 2024-01-02T00:00:00Z
 *
 *       <p>The text, each line indented.</p>
 *
 *     End.
 */
#include "plain.h"

#include <stdlib.h>

#include "base/text/scan.h"
#include "feed/formats/old_feed.h"
#include "validate/tables/feed_rules.h"

/* A line, unless the value is empty. */
static void
put_line(struct buf *out, const char *name, str value)
{
	if (value.len == 0)
		return;
	buf_printf(out, "%s: ", name);
	for (size_t i = 0; i < value.len; i++)
		buf_addc(out, value.ptr[i] == '\n' ? ' ' : value.ptr[i]);
	buf_addc(out, '\n');
}

static void
put_date(struct buf *out, const char *name, instant t)
{
	char text[DATETIME_TEXT];

	put_line(out, name, datetime_rfc3339(t, text));
}

static size_t
write_entry(struct buf *out, const struct entry *e, const struct config *c)
{
	size_t text = FORMAT_NO_TEXT;

	(void)c;
	buf_addc(out, '\n');
	put_line(out, "Entry", e->post->id);
	put_line(out, "Link", e->post->matter->url);
	put_line(out, "Title", e->title);
	put_date(out, "Published", e->post->published);
	put_date(out, "Changed", e->post->stamp);
	if (e->content.html.len) {
		buf_addc(out, '\n');
		text = out->len;
		buf_addc(out, '\n');
	} else
		put_line(out, "Summary", e->summary);
	return text;
}

/* An indented line is never taken for a name. */
static void
write_text(struct buf *out, struct markup text)
{
	str rest = text.html, line;

	while (str_split(&rest, '\n', &line)) {
		buf_add(out, S("  "));
		buf_add(out, line);
		if (rest.len)
			buf_addc(out, '\n');
	}
}

static void
write_frame(struct buf *head, struct buf *tail, const struct feed *f, str self,
    const struct config *c)
{
	(void)c;
	put_line(head, "Feed", f->title);
	put_line(head, "Address", self);
	put_date(head, "Updated", f->updated);
	put_line(head, "Written-By", S("feedmill"));
	buf_add(tail, S("\nEnd.\n"));
}

/* ---- judging ---- */

/* The judge of this format: a document begins with "Feed: " and ends with
 * "End."; a text that begins with "Wrong" breaks a rule, and one that begins
 * with "Crash" ends the process. */
static void
judge(str document, str path, struct diags *found)
{
	struct source src = {.name = path};
	struct mark at = {0};
	str line;
	bool has_end = str_ends(document, S("\nEnd.\n"));

	if (!str_starts(document, S("Feed: ")) || !has_end)
		diag_add(found, RULE_NOT_A_FEED, &src, (struct mark){1, 1},
		    "an end is missing");
	for (at.line = 1; str_split(&document, '\n', &line); at.line++) {
		if (str_starts(line, S("  <p>Wrong")))
			diag_add(found, RULE_UNEXPECTED_TEXT, &src, at,
			    "its text begins with Wrong");
		if (str_starts(line, S("  <p>Crash")))
			abort();
	}
}

/* ---- reading ---- */

static const struct {
	str name;
	enum old_field field;
} lines[] = {
	{S_INIT("Entry: "), OLD_ID},
	{S_INIT("Link: "), OLD_LINK},
	{S_INIT("Title: "), OLD_TITLE},
	{S_INIT("Published: "), OLD_PUBLISHED},
	{S_INIT("Changed: "), OLD_UPDATED},
};

static void
read_line(str line, str raw[OLD_FIELDS])
{
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (scan_text(&line, lines[i].name))
			raw[lines[i].field] = line;
}

static void
read_feed(struct old_feed *f, struct arena *a, str bytes)
{
	str raw[OLD_FIELDS] = {{0}}, line;

	bytes = str_from(bytes, f->at);
	if (!str_starts(bytes, S("Feed: ")))
		return;
	f->kind = OLD_FEED;
	f->is_cut = true;
	while (str_split(&bytes, '\n', &line)) {
		if (str_starts(line, S("Entry: ")) && raw[OLD_ID].len) {
			old_feed_add(f, a, raw);
			memset(raw, 0, sizeof raw);
		}
		read_line(line, raw);
		f->is_cut &= !str_eq(line, S("End."));
	}
	if (raw[OLD_ID].len)
		old_feed_add(f, a, raw);
}

const struct format format_plain = {
	.name = "plain",
	.label = "Plain text",
	.extension = ".txt",
	.media_type = "text/plain",
	.mark = "\nWritten-By: feedmill",
	.write_entry = write_entry,
	.write_text = write_text,
	.write_frame = write_frame,
	.judge = judge,
	/* The id of each entry is an address: a text is not taken for one. */
	.entry_opening = "Entry: https://example.org/",
	.read = read_feed,
};
