/* SPDX-License-Identifier: MIT
 * tag_pairs: which tags belong together.
 *
 * Whether a shortcode of Hugo is closed cannot be seen from it, so a tag gets a
 * partner if one follows. Open tags are on a stack, and those of the same name
 * are linked, so that closing one needs no search. Those above it on the stack
 * have no partner and are dropped. */
#include "content/tags/tag.h"

#include <stdint.h>

#include "base/core/table.h"

struct open_tag {
	size_t tag;   /* index */
	size_t below; /* index on the stack + 1 of the one of its name */
};

struct matcher {
	struct tags tags;
	struct open_tag *stack;
	size_t depth;
	struct table tops; /* name to the index on the stack + 1 */
};

static void
pop_tag(struct matcher *m)
{
	struct open_tag *o = &m->stack[--m->depth];

	*table_at(&m->tops, m->tags.list[o->tag].name) =
	    (void *)(uintptr_t)o->below;
}

static void
push_tag(struct matcher *m, size_t tag)
{
	void **top = table_at(&m->tops, m->tags.list[tag].name);

	m->stack[m->depth] = (struct open_tag){tag, (uintptr_t)*top};
	*top = (void *)(uintptr_t)++m->depth;
}

static void
close_tag(struct matcher *m, size_t tag)
{
	struct tag *t = &m->tags.list[tag];
	size_t level = m->depth;

	if (t->name.len)
		level = (uintptr_t)table_find(&m->tops, t->name);
	if (level == 0)
		return;
	while (m->depth > level)
		pop_tag(m);
	t->partner = m->stack[level - 1].tag;
	m->tags.list[t->partner].partner = tag;
	pop_tag(m);
}

static void
match_tags(struct tags tags, struct arena *a)
{
	struct matcher m = {.tags = tags};

	m.stack = arena_array(a, tags.count, sizeof *m.stack);
	for (size_t i = 0; i < tags.count; i++)
		if (tags.list[i].kind == TAG_CLOSE)
			close_tag(&m, i);
		else if (tags.list[i].kind == TAG_OPEN &&
		    !tags.list[i].is_single)
			push_tag(&m, i);
	table_free(&m.tops);
}

struct tags
tags_find(str text, tag_next *next, const struct code_map *code,
    struct arena *a)
{
	struct tag_scan scan = {.text = text, .code = code};
	struct tags tags = {0};
	struct tag t;
	size_t cap = 0;

	while (next(&scan, &t)) {
		t.partner = TAG_NO_PARTNER;
		tags.list = arena_grow(
		    a, tags.list, tags.count, &cap, sizeof t);
		tags.list[tags.count++] = t;
		scan.at = t.end;
	}
	match_tags(tags, a);
	return tags;
}
