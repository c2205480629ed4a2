/* SPDX-License-Identifier: MIT
 * old_feed: the ids, links, titles and dates of a published file. */
#include "feed/formats/old_feed.h"

#include <string.h>

#include "base/core/buf.h"
#include "base/time/zone.h"
#include "feed/formats/format.h"
#include "validate/reading/encoding.h"

str
old_feed_text(struct arena *a, const struct old_feed *f, str raw)
{
	raw = str_trim(raw);
	return f->text ? f->text(a, raw) : raw;
}

/* ---- entries ---- */

static bool
read_date(struct old_entry *e, struct arena *a, str text)
{
	struct datetime d;
	str why;

	e->has_date = text.len && datetime_parse(text, &d, a, &why);
	if (e->has_date)
		e->date = datetime_instant(&d, zone_utc);
	return e->has_date;
}

/* Whether a field of an export has one of these values. True if it is empty:
 * only exports of WordPress and Blogger have such fields. */
static bool
says_one_of(struct arena *a, const struct old_feed *f, str raw,
    const char *const *words)
{
	str text = raw.len ? old_feed_text(a, f, raw) : raw;
	bool is_said = text.len == 0;

	for (; *words && !is_said; words++)
		is_said = str_ieq(text, str_of(*words));
	return is_said;
}

void
old_feed_add(struct old_feed *f, struct arena *a, const str *raw)
{
	static const char *const posts[] = {"post", NULL};
	static const char *const published[] = {"publish", "live", NULL};
	struct old_entry e = {.link = raw[OLD_LINK], .title = raw[OLD_TITLE]};

	e.id = old_feed_text(a, f, raw[OLD_ID]);
	if (e.id.len == 0)
		e.id = old_feed_text(a, f, raw[OLD_LINK]);
	if (e.id.len == 0)
		return;
	if (!read_date(&e, a, old_feed_text(a, f, raw[OLD_PUBLISHED])))
		read_date(&e, a, old_feed_text(a, f, raw[OLD_UPDATED]));
	e.is_other = !says_one_of(a, f, raw[OLD_TYPE], posts) ||
	    !says_one_of(a, f, raw[OLD_STATUS], published);
	f->entries = arena_grow(
	    a, f->entries, f->count, &f->capacity, sizeof e);
	f->entries[f->count++] = e;
}

/* ---- files ---- */

/* Converts UTF-16 and UTF-32. In all other encodings, the markup that readers
 * search for is plain ASCII. */
static str
decode(struct arena *a, str bytes)
{
	struct validate_options options = {0};
	struct validate_result result = {0};
	struct diags diags = {0};
	struct document d = {.options = &options, .result = &result,
		.diags = &diags};
	struct buf out = {0};
	str text;

	if (bytes.len < 4 || (!str_starts(bytes, S("\xFE\xFF")) &&
	    !str_starts(bytes, S("\xFF\xFE")) &&
	    (memchr(bytes.ptr, '\0', 4) == NULL ||
	    memchr(bytes.ptr, '<', 4) == NULL)))
		return bytes;
	encoding_read(&d, bytes, &out);
	text = arena_str(a, d.text);
	document_end(&d);
	diags_free(&diags);
	buf_free(&out);
	return text;
}

/* The offset of the first byte that is not white space, or bytes.len. Zeros
 * count as white space: after a crash of the machine, a file can have zeros in
 * place of its blocks. */
static size_t
first_byte(str bytes)
{
	size_t n = str_starts(bytes, S("\xEF\xBB\xBF")) ? 3 : 0;

	while (n < bytes.len &&
	    (bytes.ptr[n] == '\0' || char_is_space(bytes.ptr[n])))
		n++;
	return n;
}

void
old_feed_read(struct old_feed *out, const struct format *format,
    struct arena *a, str bytes)
{
	*out = (struct old_feed){.kind = OLD_TEXT};
	bytes = decode(a, bytes);
	out->at = first_byte(bytes);
	if (out->at == bytes.len) {
		out->kind = OLD_BLANK;
		return;
	}
	format->read(out, a, bytes);
	for (size_t i = 0; out->kind == OLD_TEXT && formats[i]; i++)
		formats[i]->read(out, a, bytes);
}
