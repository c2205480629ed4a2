/* SPDX-License-Identifier: MIT
 * pack: values as bytes that this program reads back. */
#include "base/data/pack.h"

/* Seven bits a byte, the lowest first; the eighth says that more follow. */
void
pack_uint(struct buf *out, uint64_t n)
{
	char *p = buf_reserve(out, 10);

	while (n >= 0x80) {
		*p++ = (char)(n | 0x80);
		n >>= 7;
	}
	*p++ = (char)n;
	out->len = (size_t)(p - out->ptr);
}

uint64_t
unpack_long(struct unpack *u)
{
	uint64_t n = 0;
	unsigned shift = 0;
	size_t i = 0;
	unsigned char c;

	do {
		if (i == u->rest.len || shift > 63) {
			u->bad = true;
			u->rest = (str){0};
			return 0;
		}
		c = (unsigned char)u->rest.ptr[i++];
		n |= (uint64_t)(c & 0x7F) << shift;
		shift += 7;
	} while (c & 0x80);
	u->rest = str_from(u->rest, i);
	return n;
}

/* The sign is the lowest bit, so that small numbers are short. */
void
pack_int(struct buf *out, int64_t n)
{
	pack_uint(out, (uint64_t)n << 1 ^ (uint64_t)(n < 0 ? -1 : 0));
}

int64_t
unpack_int(struct unpack *u)
{
	uint64_t n = unpack_uint(u);

	return (int64_t)(n >> 1 ^ (n & 1 ? UINT64_MAX : 0));
}

size_t
unpack_size(struct unpack *u, size_t most)
{
	uint64_t n = unpack_uint(u);

	if (n <= most)
		return (size_t)n;
	u->bad = true;
	return 0;
}

void
pack_str(struct buf *out, str s)
{
	pack_uint(out, s.len);
	buf_add(out, s);
}

str
unpack_str(struct unpack *u)
{
	size_t len = unpack_size(u, SIZE_MAX);
	str s;

	if (len > u->rest.len) {
		u->bad = true;
		len = 0;
	}
	s = str_sub(u->rest, 0, len);
	u->rest = str_from(u->rest, len);
	return s;
}

/* Eight bytes: such numbers are rarely small. */
static void
pack_bits(struct buf *out, uint64_t n)
{
	buf_add(out, (str){(const char *)&n, sizeof n});
}

static uint64_t
unpack_bits(struct unpack *u)
{
	uint64_t n = 0;

	if (u->rest.len < sizeof n) {
		u->bad = true;
		return 0;
	}
	memcpy(&n, u->rest.ptr, sizeof n);
	u->rest = str_from(u->rest, sizeof n);
	return n;
}

void
pack_digest(struct buf *out, struct digest d)
{
	pack_bits(out, d.low);
	pack_bits(out, d.high);
}

struct digest
unpack_digest(struct unpack *u)
{
	struct digest d;

	d.low = unpack_bits(u);
	d.high = unpack_bits(u);
	return d;
}

void
pack_stamp(struct buf *out, struct stamp s)
{
	pack_int(out, s.size);
	pack_bits(out, (uint64_t)s.changed);
	pack_bits(out, (uint64_t)s.touched);
	pack_uint(out, s.inode);
}

struct stamp
unpack_stamp(struct unpack *u)
{
	struct stamp s;

	s.size = unpack_int(u);
	s.changed = (int64_t)unpack_bits(u);
	s.touched = (int64_t)unpack_bits(u);
	s.inode = unpack_uint(u);
	return s;
}

void
pack_mark(struct buf *out, struct mark m)
{
	pack_int(out, m.line);
	pack_int(out, m.col);
}

struct mark
unpack_mark(struct unpack *u)
{
	struct mark m;

	m.line = (int)unpack_int(u);
	m.col = (int)unpack_int(u);
	return m;
}

/* ---- diagnostics ---- */

void
pack_diags(struct buf *out, const struct diag *first, const struct diag *last)
{
	for (const struct diag *g = first; g;
	     g = g == last ? NULL : g->next) {
		pack_str(out, str_of(g->code->name));
		pack_str(out, g->file);
		pack_mark(out, g->at);
		pack_str(out, g->message);
		pack_str(out, g->line);
		pack_int(out, g->caret);
		pack_str(out, g->reference == g->code->reference
		    ? (str){0} : str_of(g->reference));
	}
	pack_str(out, (str){0});
}

void
unpack_diags(struct unpack *u, struct diags *d)
{
	struct arena a = {0};
	str name, reference;

	while ((name = unpack_str(u)).len) {
		struct diag g = {.code = u->find_code(name)};

		if (g.code == NULL) {
			u->bad = true;
			break;
		}
		g.file = unpack_str(u);
		g.at = unpack_mark(u);
		g.message = unpack_str(u);
		g.line = unpack_str(u);
		g.caret = (int)unpack_int(u);
		reference = unpack_str(u);
		g.reference = reference.len
		    ? arena_cstr(&a, reference) : g.code->reference;
		diag_copy(d, &g);
	}
	arena_free(&a);
}

/* ---- trees ---- */

/* More than any parser lets through. */
enum { MOST_DEPTH = 1000 };

/* What comes next in the bytes. */
enum { PACK_END, PACK_VALUE, PACK_QUOTED };

void
pack_value(struct buf *out, const struct value *v)
{
	if (v == NULL) {
		pack_uint(out, PACK_END);
		return;
	}
	pack_uint(out, v->quoted ? PACK_QUOTED : PACK_VALUE);
	pack_uint(out, v->kind);
	pack_str(out, v->key);
	pack_mark(out, v->key_at);
	pack_str(out, v->text);
	pack_mark(out, v->at);
	pack_uint(out, v->offset);
	pack_uint(out, v->end);
	pack_uint(out, v->key_offset);
	for (const struct value *i = v->first; i; i = i->next)
		pack_value(out, i);
	pack_uint(out, PACK_END);
}

static struct value *
unpack_node(struct unpack *u, struct arena *a, unsigned depth)
{
	size_t what = unpack_size(u, PACK_QUOTED);
	struct value *v, *child;

	if (what == PACK_END || u->bad)
		return NULL;
	if (depth > MOST_DEPTH) {
		u->bad = true;
		return NULL;
	}
	v = arena_alloc(a, sizeof *v);
	v->size = 1;
	v->quoted = what == PACK_QUOTED;
	v->kind = (enum value_kind)unpack_size(u, VALUE_MAP);
	v->key = arena_str(a, unpack_str(u));
	v->key_at = unpack_mark(u);
	v->text = arena_str(a, unpack_str(u));
	v->at = unpack_mark(u);
	v->offset = unpack_size(u, SIZE_MAX);
	v->end = unpack_size(u, SIZE_MAX);
	v->key_offset = unpack_size(u, SIZE_MAX);
	while ((child = unpack_node(u, a, depth + 1)) != NULL)
		value_add(v, child);
	return v;
}

struct value *
unpack_value(struct unpack *u, struct arena *a)
{
	return unpack_node(u, a, 0);
}
