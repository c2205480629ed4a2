/* SPDX-License-Identifier: MIT
 * json_out: JSON documents and pieces of them. RFC 8259. */
#include "feed/formats/json_out.h"

#include <assert.h>

#include "base/text/escape.h"

/* ---- strings ---- */

/* Other control characters were removed before (feed rule 2). */
static const struct escapes escapes = {span_copy_json, {
	['"'] = ESCAPE("\\\""), ['\\'] = ESCAPE("\\\\"),
	['\n'] = ESCAPE("\\n"), ['\t'] = ESCAPE("\\t"),
	['\r'] = ESCAPE("\\r"),
}};

static void
put_escaped(struct buf *out, str text)
{
	escape_add_any(out, text, &escapes);
}

void
json_out_escape(struct buf *out, struct markup m)
{
	put_escaped(out, m.html);
}

/* ---- structure ---- */

struct json_out
json_out_document(struct buf *out)
{
	return json_out_piece(out, 0);
}

struct json_out
json_out_piece(struct buf *out, int depth)
{
	return (struct json_out){.out = out, .depth = depth};
}

void
json_out_go_on(struct json_out *j, struct buf *out, bool has_members)
{
	j->out = out;
	j->has_members = has_members;
}

static void
begin_line(struct json_out *j)
{
	buf_addc(j->out, '\n');
	for (int i = 0; i < j->depth; i++)
		buf_add(j->out, j->is_narrow ? S(" ") : S("  "));
}

static void
begin_value(struct json_out *j)
{
	if (j->has_members)
		buf_addc(j->out, ',');
	if (j->depth)
		begin_line(j);
	j->has_members = true;
}

/* Writes the comma, the line and the key before the value of a member. */
static void
begin_member(struct json_out *j, const char *key)
{
	begin_value(j);
	if (key) {
		buf_addc(j->out, '"');
		buf_add(j->out, str_of(key));
		buf_add(j->out, S("\": "));
	}
}

static void
open_value(struct json_out *j, const char *key, char opening, char closing)
{
	assert(j->depth < JSON_DEPTH);
	begin_member(j, key);
	buf_addc(j->out, opening);
	j->closing[j->depth++] = closing;
	j->has_members = false;
}

void
json_out_map(struct json_out *j, const char *key)
{
	open_value(j, key, '{', '}');
}

void
json_out_list(struct json_out *j, const char *key)
{
	open_value(j, key, '[', ']');
}

void
json_out_close(struct json_out *j)
{
	j->depth--;
	if (j->has_members)
		begin_line(j);
	buf_addc(j->out, j->closing[j->depth]);
	if (j->depth == 0)
		buf_addc(j->out, '\n');
	j->has_members = true;
}

static void
put_string(struct buf *out, str text)
{
	buf_addc(out, '"');
	put_escaped(out, text);
	buf_addc(out, '"');
}

void
json_out_text(struct json_out *j, const char *key, str text)
{
	if (text.len == 0)
		return;
	begin_member(j, key);
	put_string(j->out, text);
}

void
json_out_word(struct json_out *j, const char *key, const char *word)
{
	begin_member(j, key);
	buf_add(j->out, str_of(word));
}

void
json_out_value(struct json_out *j, const char *key, str text)
{
	if (text.len == 0)
		json_out_word(j, key, "null");
	json_out_text(j, key, text);
}

void
json_out_pair(struct json_out *j, str key, str text)
{
	if (text.len == 0)
		return;
	begin_value(j);
	put_string(j->out, key);
	buf_add(j->out, S(": "));
	put_string(j->out, text);
}

void
json_out_number(struct json_out *j, const char *key, uint64_t n)
{
	begin_member(j, key);
	buf_printf(j->out, "%llu", (unsigned long long)n);
}

size_t
json_out_leave_hole(struct json_out *j, const char *key)
{
	size_t hole;

	begin_member(j, key);
	buf_addc(j->out, '"');
	hole = j->out->len;
	buf_addc(j->out, '"');
	return hole;
}
