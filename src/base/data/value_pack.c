/* SPDX-License-Identifier: MIT
 * value_pack: a tree of values as bytes. */
#include "base/data/value_pack.h"

#include <stdint.h>

/* More than any parser lets through. */
enum { MOST_DEPTH = 1000 };

/* What comes next in the bytes. */
enum { PACK_END, PACK_VALUE, PACK_QUOTED };

void
value_pack(struct buf *out, const struct value *v)
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
		value_pack(out, i);
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
value_unpack(struct unpack *u, struct arena *a)
{
	return unpack_node(u, a, 0);
}
