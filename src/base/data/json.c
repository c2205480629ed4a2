/* SPDX-License-Identifier: MIT
 * json: JSON to a tree of values. */
#include "base/data/json.h"

#include <jansson.h>

#include "base/core/utf8.h"
#include "base/data/data_codes.h"
#include "base/text/scan.h"

/* jansson checks the text, but does not tell where its values stand. So the
 * tree is built from the text itself, which is known to be JSON by then. */
enum { MOST_DUPLICATES = 10 /* that are reported */ };

struct reader {
	struct arena *arena;
	const struct source *src;
	str text;
	int lines_before;
	struct diags *diags;
	str rest;         /* not yet read */
	size_t counted;   /* the byte that `mark` is the place of */
	struct mark mark; /* in the text; line 0: none yet */
	int duplicates;   /* keys that a map has twice */
};

/* ---- places ---- */

static size_t
offset_of_rest(const struct reader *r)
{
	return r->text.len - r->rest.len;
}

/* The place of the next character, counted on from the last call. */
static struct mark
mark_of_rest(struct reader *r)
{
	size_t to = offset_of_rest(r);

	if (r->mark.line == 0)
		r->mark = (struct mark){1 + r->lines_before, 1};
	for (; r->counted < to; r->counted++)
		if (r->text.ptr[r->counted] == '\n') {
			r->mark.line++;
			r->mark.col = 1;
		} else
			r->mark.col +=
			    (r->text.ptr[r->counted] & 0xC0) != 0x80;
	return r->mark;
}

static bool
take_sign(struct reader *r, char c)
{
	scan_blanks(&r->rest);
	return scan_char(&r->rest, c);
}

/* ---- values ---- */

/* What follows a backslash. RFC 8259, section 7. */
static void
take_escape(str *s, struct buf *out)
{
	static const char names[] = "bfnrt", meant[] = "\b\f\n\r\t";
	char c = s->ptr[0];
	uint32_t rune, low;

	*s = str_from(*s, 1);
	if (c != 'u') {
		size_t i = str_chr(str_of(names), c);

		buf_addc(out, i == STR_NONE ? c : meant[i]);
		return;
	}
	scan_hex(s, 4, &rune);
	if (rune >= 0xD800 && rune <= 0xDBFF) {
		scan_text(s, S("\\u"));
		scan_hex(s, 4, &low);
		rune = 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00);
	}
	buf_add_rune(out, rune);
}

static str
take_string(struct reader *r)
{
	struct buf b = {0};
	str s = {0};

	scan_quoted(&r->rest, '\\', &s);
	if (str_chr(s, '\\') == STR_NONE)
		return arena_str(r->arena, s);
	while (s.len) {
		buf_add(&b, scan_until(&s, "\\"));
		if (scan_char(&s, '\\'))
			take_escape(&s, &b);
	}
	return buf_move(&b, r->arena);
}

static void build_value(struct reader *r, struct value *v);

static void
build_object(struct reader *r, struct value *v)
{
	struct value_maker maker = {.map = v};

	v->kind = VALUE_MAP;
	while (!take_sign(r, '}')) {
		struct value *m = arena_alloc(r->arena, sizeof *m), *old;

		take_sign(r, ',');
		scan_blanks(&r->rest);
		m->key_at = mark_of_rest(r);
		m->key_offset = offset_of_rest(r);
		m->key = take_string(r);
		take_sign(r, ':');
		scan_blanks(&r->rest);
		build_value(r, m);
		old = value_maker_find(&maker, m->key);
		if (old) {
			if (r->duplicates++ < MOST_DUPLICATES)
				value_report_twice(r->diags, r->src, m, old);
			value_replace(v, old, m);
		} else
			value_maker_add(&maker, m);
	}
	value_maker_free(&maker);
}

static void
build_array(struct reader *r, struct value *v)
{
	v->kind = VALUE_LIST;
	while (!take_sign(r, ']')) {
		struct value *e = arena_alloc(r->arena, sizeof *e);

		take_sign(r, ',');
		scan_blanks(&r->rest);
		build_value(r, e);
		value_add(v, e);
	}
}

static bool
is_plain_char(char c)
{
	return char_is_alnum(c) || c == '-' || c == '+' || c == '.';
}

/* A number or a word, as it is written. */
static void
build_plain(struct reader *r, struct value *v)
{
	v->text = arena_str(r->arena, scan_while(&r->rest, is_plain_char));
	v->kind = str_eq(v->text, S("null")) ? VALUE_NULL : VALUE_SCALAR;
}

/* The recursion is bounded: jansson refuses more than 2048 levels. */
static void
build_value(struct reader *r, struct value *v)
{
	v->at = mark_of_rest(r);
	v->offset = offset_of_rest(r);
	v->size = 1;
	if (take_sign(r, '{'))
		build_object(r, v);
	else if (take_sign(r, '['))
		build_array(r, v);
	else if (scan_peek(r->rest) == '"') {
		v->kind = VALUE_SCALAR;
		v->quoted = true;
		v->text = take_string(r);
	} else
		build_plain(r, v);
	v->end = offset_of_rest(r);
}

/* ---- parsing ---- */

/* jansson tells how many bytes it has read, which is past the wrong token. */
static struct mark
error_mark(const struct reader *r, const json_error_t *e)
{
	size_t at = e->position > 0 ? (size_t)e->position - 1 : 0;
	struct mark m;

	while (at > 0 && at < r->text.len && char_is_alnum(r->text.ptr[at]) &&
	    char_is_alnum(r->text.ptr[at - 1]))
		at--;
	m = mark_of(r->text, at);
	m.line += r->lines_before;
	return m;
}

struct value *
json_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	struct reader r = {.arena = a, .src = src, .text = text,
		.lines_before = lines_before, .diags = diags, .rest = text};
	struct value *root;
	json_error_t e;
	json_t *j = json_loadb(text.ptr ? text.ptr : "", text.len,
	    JSON_DISABLE_EOF_CHECK, &e);

	if (j == NULL) {
		diag_add(diags, DIAG_JSON_SYNTAX, src, error_mark(&r, &e),
		    "%s", e.text);
		return NULL;
	}
	json_decref(j);
	root = arena_alloc(a, sizeof *root);
	scan_blanks(&r.rest);
	build_value(&r, root);
	return root;
}
