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
};

static struct mark
mark_at(const struct reader *r, size_t offset)
{
	struct mark m = mark_of(r->text, offset);

	m.line += r->lines_before;
	return m;
}

/* The offset of a member's value at or after `from`. jansson forgets where
 * things stood, so the key is looked for; a string that looks like the key
 * and is none can make a message point there, and nothing else. */
static size_t
find_value(const struct reader *r, str key, size_t from)
{
	str quoted = arena_printf(r->arena, "\"%.*s\"", STR_ARG(key));

	for (;;) {
		size_t hit = str_find(str_from(r->text, from), quoted);
		str rest;

		if (hit == STR_NONE)
			return STR_NONE;
		from += hit + quoted.len;
		rest = str_trim(str_from(r->text, from));
		if (!str_starts(rest, S(":")))
			continue;
		rest = str_trim(str_from(rest, 1));
		return (size_t)(rest.ptr - r->text.ptr);
	}
}

static void build(const struct reader *r, const json_t *j, struct value *v,
    size_t at);

static void
build_object(const struct reader *r, json_t *j, struct value *v, size_t at)
{
	const char *key;
	json_t *member;
	size_t last = at; /* members come in order, mostly */

	v->kind = VALUE_MAP;
	json_object_foreach(j, key, member) {
		struct value *m = arena_alloc(r->arena, sizeof *m);
		size_t found = find_value(r, str_of(key), last);

		if (found == STR_NONE)
			found = find_value(r, str_of(key), at);
		if (found != STR_NONE)
			last = found;
		m->key = arena_str(r->arena, str_of(key));
		build(r, member, m, found == STR_NONE ? at : found);
		m->key_at = m->at;
		value_add(v, m);
	}
}

static void
build(const struct reader *r, const json_t *j, struct value *v, size_t at)
{
	char *text;
	json_t *item;
	size_t i;

	v->at = mark_at(r, at);
	v->size = 1;
	switch (json_typeof(j)) {
	case JSON_OBJECT:
		build_object(r, (json_t *)j, v, at);
		break;
	case JSON_ARRAY:
		v->kind = VALUE_LIST;
		json_array_foreach(j, i, item) {
			struct value *e = arena_alloc(r->arena, sizeof *e);

			build(r, item, e, at);
			value_add(v, e);
		}
		break;
	case JSON_NULL:
		v->kind = VALUE_NULL;
		break;
	case JSON_STRING:
		v->kind = VALUE_SCALAR;
		v->quoted = true;
		v->text = arena_str(r->arena, (str){
		    json_string_value(j), json_string_length(j)});
		break;
	default:
		v->kind = VALUE_SCALAR;
		text = json_dumps(j, JSON_ENCODE_ANY |
		    JSON_REAL_PRECISION(15));
		v->text = arena_str(r->arena, str_of(text));
		free(text);
	}
}

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
	struct reader r = {a, src, text, lines_before, diags};
	struct value *root = arena_alloc(a, sizeof *root);
	json_error_t e;
	json_t *j = load(&r, JSON_REJECT_DUPLICATES, &e);

	if (j == NULL && json_error_code(&e) == json_error_duplicate_key) {
		diag_add(diags, DIAG_DUPLICATE_KEY, src, error_mark(&r, &e),
		    "a key is there twice; the last one counts");
		j = load(&r, 0, &e);
	}
	if (j == NULL) {
		diag_add(diags, DIAG_JSON_SYNTAX, src, error_mark(&r, &e),
		    "%s", e.text);
		return NULL;
	}
	build(&r, j, root, 0);
	json_decref(j);
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
