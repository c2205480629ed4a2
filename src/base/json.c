/* SPDX-License-Identifier: MIT
 * json: JSON to a tree of values, and back. */
#include "json.h"

#include <jansson.h>

#include "utf8.h"

struct reader {
	struct arena *arena;
	const struct source *src;
	str text;
	int lines_before;
	struct diags *diags;
	/* While the tree is made. */
	size_t at;        /* offset of what comes next */
	struct mark mark; /* its place */
	bool has_twins;   /* some map has a key twice */
};

static struct mark
mark_at(const struct reader *r, size_t offset)
{
	struct mark m = mark_of(r->text, offset);

	m.line += r->lines_before;
	return m;
}

/* ---- the tree ----
 *
 * jansson forgets where things stood. So it says whether a text is JSON, and
 * what is made of the text then need not doubt it. */

static char
peek(const struct reader *r)
{
	return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

/* Passes over one byte. Those that go on with a code point make no column. */
static void
skip(struct reader *r)
{
	unsigned char c = (unsigned char)r->text.ptr[r->at++];

	if (c == '\n')
		r->mark = (struct mark){r->mark.line + 1, 1};
	else if ((c & 0xC0) != 0x80)
		r->mark.col++;
}

static void
skip_blanks(struct reader *r)
{
	while (char_is_space(peek(r)) || peek(r) == ',' || peek(r) == ':')
		skip(r);
}

/* Takes a string off the text, with what its escapes stand for. */
static str
take_string(struct reader *r)
{
	size_t start = r->at;
	bool escaped = false;
	json_t *j;
	str s;

	for (skip(r); peek(r) != '"'; skip(r))
		if (peek(r) == '\\') {
			escaped = true;
			skip(r);
		}
	skip(r);
	s = str_sub(r->text, start, r->at - start);
	if (!escaped)
		return arena_str(r->arena, str_sub(s, 1, s.len - 2));
	j = json_loadb(s.ptr, s.len, JSON_DECODE_ANY, NULL);
	s = arena_str(r->arena, (str){
	    json_string_value(j), json_string_length(j)});
	json_decref(j);
	return s;
}

/* A number, true, false or null. */
static void
build_word(struct reader *r, struct value *v)
{
	size_t start = r->at;

	while (char_is_alnum(peek(r)) || peek(r) == '-' || peek(r) == '+' ||
	    peek(r) == '.')
		skip(r);
	v->text = arena_str(
	    r->arena, str_sub(r->text, start, r->at - start));
	v->kind = VALUE_SCALAR;
	if (str_eq(v->text, S("null")))
		*v = (struct value){.at = v->at, .size = 1};
}

static void build(struct reader *r, struct value *v);

/* Of two members with one name the last one counts, in the place of the
 * first. */
static void
add_member(struct reader *r, struct value *map, struct value *member)
{
	struct value *old = r->has_twins
	    ? (struct value *)value_find(map, member->key) : NULL;
	struct value *next;

	if (old == NULL) {
		value_add(map, member);
		return;
	}
	diag_add(r->diags, DIAG_DUPLICATE_KEY, r->src, member->key_at,
	    "key '%.*s' is there twice, first in line %d; the last one counts",
	    STR_ARG(member->key), old->key_at.line);
	next = old->next;
	map->size += member->size - old->size;
	*old = *member;
	old->next = next;
}

static void
build_members(struct reader *r, struct value *v, char close)
{
	v->kind = close == '}' ? VALUE_MAP : VALUE_LIST;
	skip(r);
	for (skip_blanks(r); peek(r) != close; skip_blanks(r)) {
		struct value *m = arena_alloc(r->arena, sizeof *m);
		struct mark key_at = r->mark;
		str key = {0};

		if (close == '}') {
			key = take_string(r);
			skip_blanks(r);
		}
		build(r, m);
		m->key = key;
		if (close == '}') {
			m->key_at = key_at;
			add_member(r, v, m);
		} else
			value_add(v, m);
	}
	skip(r);
}

static void
build(struct reader *r, struct value *v)
{
	v->at = r->mark;
	v->size = 1;
	if (peek(r) == '{')
		build_members(r, v, '}');
	else if (peek(r) == '[')
		build_members(r, v, ']');
	else if (peek(r) == '"') {
		v->kind = VALUE_SCALAR;
		v->quoted = true;
		v->text = take_string(r);
	} else
		build_word(r, v);
}

/* ---- reading ---- */

static json_t *
load(const struct reader *r, size_t flags, json_error_t *e)
{
	return json_loadb(r->text.ptr ? r->text.ptr : "", r->text.len,
	    flags | JSON_DISABLE_EOF_CHECK, e);
}

/* jansson tells how many bytes it had read: past the token that is wrong. */
static struct mark
error_mark(const struct reader *r, const json_error_t *e)
{
	size_t at = e->position > 0 ? (size_t)e->position - 1 : 0;

	while (at > 0 && at < r->text.len && char_is_alnum(r->text.ptr[at]) &&
	    char_is_alnum(r->text.ptr[at - 1]))
		at--;
	return mark_at(r, at);
}

struct value *
json_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	struct reader r = {.arena = a, .src = src, .text = text,
		.lines_before = lines_before, .diags = diags,
		.mark = {lines_before + 1, 1}};
	struct value *root = arena_alloc(a, sizeof *root);
	json_error_t e;
	json_t *j = load(&r, JSON_REJECT_DUPLICATES, &e);

	if (j == NULL && json_error_code(&e) == json_error_duplicate_key) {
		r.has_twins = true;
		j = load(&r, 0, &e);
	}
	if (j == NULL) {
		diag_add(diags, DIAG_JSON_SYNTAX, src, error_mark(&r, &e),
		    "%s", e.text);
		return NULL;
	}
	json_decref(j);
	skip_blanks(&r);
	build(&r, root);
	return root;
}

/* ---- writing ---- */

static json_t *
to_json(const struct value *v)
{
	struct buf clean = {0};
	json_t *j = NULL;

	if (v->kind == VALUE_MAP) {
		j = json_object();
		for (const struct value *m = v->first; m; m = m->next)
			json_object_set_new(j, m->key.ptr, to_json(m));
		return j;
	}
	if (v->kind == VALUE_LIST) {
		j = json_array();
		for (const struct value *i = v->first; i; i = i->next)
			json_array_append_new(j, to_json(i));
		return j;
	}
	if (v->kind == VALUE_NULL)
		return json_null();
	/* File names may be any bytes; JSON may not. */
	text_clean(&clean, v->text);
	clean.len = utf8_check(buf_str(&clean));
	if (v->quoted)
		j = json_stringn(buf_str(&clean).ptr, clean.len);
	else
		j = json_loads(buf_cstr(&clean), JSON_DECODE_ANY, NULL);
	buf_free(&clean);
	return j;
}

static int
add_bytes(const char *bytes, size_t n, void *out)
{
	buf_add(out, (str){bytes, n});
	return 0;
}

void
json_write(struct buf *out, const struct value *v)
{
	json_t *j = to_json(v);

	json_dump_callback(j, add_bytes, out, JSON_INDENT(1));
	json_decref(j);
}

/* Section 7. What is no UTF-8 is for the caller to keep out. */
void
json_write_text(struct buf *out, str text)
{
	size_t from = 0;

	buf_addc(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c >= ' ' && c != '"' && c != '\\')
			continue;
		buf_add(out, str_sub(text, from, i - from));
		if (c == '\n')
			buf_add(out, S("\\n"));
		else if (c < ' ')
			buf_printf(out, "\\u%04X", c);
		else
			buf_printf(out, "\\%c", c);
		from = i + 1;
	}
	buf_add(out, str_from(text, from));
	buf_addc(out, '"');
}

struct value *
json_add(struct arena *a, struct value *parent, str key, enum value_kind kind)
{
	struct value *v = arena_alloc(a, sizeof *v);

	v->kind = kind;
	v->key = arena_str(a, key);
	value_add(parent, v);
	return v;
}

void
json_add_text(struct arena *a, struct value *parent, str key, str text)
{
	struct value *v =
	    json_add(a, parent, key, text.len ? VALUE_SCALAR : VALUE_NULL);

	v->text = text;
	v->quoted = true;
}

void
json_add_plain(struct arena *a, struct value *parent, str key, str text)
{
	json_add(a, parent, key, VALUE_SCALAR)->text = text;
}
