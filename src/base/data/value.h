/* SPDX-License-Identifier: MIT
 * value: a tree of keys and values, as front matter and configs are. */
#ifndef FEEDMILL_BASE_DATA_VALUE_H
#define FEEDMILL_BASE_DATA_VALUE_H

#include "base/core/diag.h"
#include "base/core/mem.h"
#include "base/core/str.h"
#include "base/core/table.h"

enum value_kind { VALUE_NULL, VALUE_SCALAR, VALUE_LIST, VALUE_MAP };

/* A node. Trees are made once, in an arena, and only read from then on, so
 * that parts may be shared between places (YAML's aliases). */
struct value {
	enum value_kind kind;
	bool quoted;          /* a scalar in quotes: it is text, also where it
	                       * looks like a number */
	str key;              /* its name, where it stands in a map */
	struct mark key_at;
	str text;             /* of a scalar, as written, unescaped */
	struct mark at;
	const struct source *src; /* the file of these places; NULL: the one
	                       * that is being read */
	size_t offset, end;   /* the same as bytes, and past it: of JSON */
	size_t key_offset;
	size_t size;          /* nodes of the tree below and with it */
	unsigned height;      /* levels below it */
	unsigned initials;    /* of a map: those that its keys may begin with,
	                       * as bits (value_initial) */
	struct value *first;  /* members of a map, elements of a list */
	struct value *last;
	struct value *next;   /* in the same map or list */
};

/* Most keys that are looked for are missing: the first letter often shows it
 * at once. A bit for each letter, in either case, and one for all other
 * characters. */
static inline unsigned
value_initial(str key)
{
	char c = key.len ? char_lower(key.ptr[0]) : '\0';

	return c >= 'a' && c <= 'z' ? 1u << (c - 'a') : 1u << 31;
}

/* The same bits for letters of a constant; VALUE_OTHER for keys that begin with
 * a separator. */
#define VALUE_LETTER(c) (1u << ((c) - 'a'))
#define VALUE_OTHER (1u << 31)

static inline bool
value_may_have(const struct value *map, str key)
{
	return map && map->kind == VALUE_MAP &&
	    map->initials & value_initial(key);
}

/* Adds a child at the end; of a map, under its key. */
void value_add(struct value *parent, struct value *child);
/* Puts a member in the place of an older one with the same key. */
void value_replace(struct value *map, struct value *old,
    const struct value *member);
/* A map that is being made, and where its members are once there are many: to
 * search the map for each would take the square of their number. */
struct value_maker {
	struct value *map;
	struct table names;
	size_t count;
};

/* The member of that name so far, or NULL. */
struct value *value_maker_find(struct value_maker *m, str key);
/* Adds a member, whose key must be new. */
void value_maker_add(struct value_maker *m, struct value *member);
/* Ends it; the map stays. */
void value_maker_free(struct value_maker *m);
/* Reports a member whose key the map has already, in `first`. */
void value_report_twice(struct diags *d, const struct source *src,
    const struct value *member, const struct value *first);
/* A copy of a tree, all of it marked as standing in `src`. */
struct value *value_copy(struct arena *a, const struct value *v,
    const struct source *src);
/* Reports at a value of `src`. Where it stands in another file, that one is the
 * place, and the message says that it is for `src`. Without a value there is
 * no line. */
void value_diag(struct diags *d, diag_code code,
    const struct source *src, const struct value *v, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
/* The member of that name, or NULL; also where map is NULL or no map. */
const struct value *value_find(const struct value *map, str key);
/* The same, ASCII letters folded. */
const struct value *value_ifind(const struct value *map, str key);
/* Whether YAML reads a plain scalar as null: it is empty, `~` or `null`. */
static inline bool
value_is_null_word(str s)
{
	return s.len == 0 || str_eq(s, S("~")) || str_ieq(s, S("null"));
}

/* NULL, missing, `~`, `null` and an empty plain scalar. */
bool value_is_null(const struct value *v);
/* Reads true/false, yes/no, on/off, in any case. False where it is none. */
bool value_bool(const struct value *v, bool *out);
/* Reads a decimal integer. False where it is none or does not fit. */
bool value_int(const struct value *v, long *out);
/* "a list", for messages. */
const char *value_kind_name(const struct value *v);

#endif
