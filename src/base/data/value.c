/* SPDX-License-Identifier: MIT
 * value: a tree of keys and values, as front matter and configs are. */
#include "base/data/value.h"

#include "base/data/data_codes.h"
#include "base/text/scan.h"

void
value_add(struct value *parent, struct value *child)
{
	child->next = NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	parent->initials |= value_initial(child->key);
	parent->size += child->size;
	if (parent->height < child->height + 1)
		parent->height = child->height + 1;
}

void
value_replace(struct value *map, struct value *old,
    const struct value *member)
{
	struct value *next = old->next;

	map->size += member->size - old->size;
	if (map->height < member->height + 1)
		map->height = member->height + 1;
	*old = *member;
	old->next = next;
}

struct value *
value_maker_find(struct value_maker *m, str key)
{
	if (m->names.count)
		return table_find(&m->names, key);
	return (struct value *)value_find(m->map, key);
}

void
value_maker_add(struct value_maker *m, struct value *member)
{
	enum { MANY = 16 };

	value_add(m->map, member);
	if (++m->count == MANY)
		for (struct value *v = m->map->first; v; v = v->next)
			*table_at(&m->names, v->key) = v;
	else if (m->count > MANY)
		*table_at(&m->names, member->key) = member;
}

void
value_maker_free(struct value_maker *m)
{
	table_free(&m->names);
}

void
value_report_twice(struct diags *d, const struct source *src,
    const struct value *member, const struct value *first)
{
	diag_add(d, DIAG_DUPLICATE_KEY, src, member->key_at, "key '%.*s' is "
	    "there twice, first in line %d; the last one counts",
	    STR_ARG(member->key), first->key_at.line);
}

struct value *
value_copy(struct arena *a, const struct value *v, const struct source *src)
{
	struct value *copy = arena_alloc(a, sizeof *copy);

	*copy = *v;
	copy->src = src;
	copy->first = copy->last = copy->next = NULL;
	copy->initials = 0;
	copy->size = 1;
	copy->height = 0;
	for (const struct value *i = v->first; i; i = i->next)
		value_add(copy, value_copy(a, i, src));
	return copy;
}

void
value_diag(struct diags *d, diag_code code, const struct source *src,
    const struct value *v, const char *fmt, ...)
{
	struct mark at = v ? v->at : (struct mark){0};
	const struct source *file = v && v->src ? v->src : src;
	va_list ap;
	str message;

	va_start(ap, fmt);
	message = arena_vprintf(&d->arena, fmt, ap);
	va_end(ap);
	if (src && !str_eq(file->name, src->name))
		diag_add(d, code, file, at, "%.*s, for %.*s",
		    STR_ARG(message), STR_ARG(src->name));
	else
		diag_add(d, code, file, at, "%.*s", STR_ARG(message));
}

const struct value *
value_find(const struct value *map, str key)
{
	if (!value_may_have(map, key))
		return NULL;
	for (const struct value *v = map->first; v; v = v->next)
		if (str_eq(v->key, key))
			return v;
	return NULL;
}

const struct value *
value_ifind(const struct value *map, str key)
{
	if (!value_may_have(map, key))
		return NULL;
	for (const struct value *v = map->first; v; v = v->next)
		if (v->key.len == key.len && str_ieq(v->key, key))
			return v;
	return NULL;
}

bool
value_is_null(const struct value *v)
{
	return v == NULL || v->kind == VALUE_NULL;
}

bool
value_bool(const struct value *v, bool *out)
{
	bool is = v && v->kind == VALUE_SCALAR &&
	    str_has_word(S("true yes on"), v->text, str_ieq);
	bool is_not = v && v->kind == VALUE_SCALAR &&
	    str_has_word(S("false no off"), v->text, str_ieq);

	if (is || is_not)
		*out = is;
	return is || is_not;
}

bool
value_int(const struct value *v, long *out)
{
	str rest;
	struct scan_number n;

	if (v == NULL || v->kind != VALUE_SCALAR)
		return false;
	rest = v->text;
	n = scan_number(&rest);
	if (rest.len || n.digits == 0 || n.digits > 9)
		return false;
	*out = n.value;
	return true;
}

const char *
value_kind_name(const struct value *v)
{
	static const char *const names[] = {
		[VALUE_NULL] = "nothing",
		[VALUE_SCALAR] = "a single value",
		[VALUE_LIST] = "a list",
		[VALUE_MAP] = "a map",
	};

	return names[v ? v->kind : VALUE_NULL];
}
