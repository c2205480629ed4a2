/* SPDX-License-Identifier: MIT
 * trees: compares the trees that the parsers of YAML, TOML and JSON make. */
#ifndef FEEDMILL_TESTS_TREES_H
#define FEEDMILL_TESTS_TREES_H

#include "base/data/value.h"
#include "support.h"

struct tree_row {
	const char *text;
	const char *tree;  /* as show writes it; NULL: the text does not parse */
	const char *diags; /* or NULL */
};

typedef struct value *tree_parser(struct arena *a, str text,
    const struct source *src, int lines_before, struct diags *diags);

/* Appends a tree on one line; scalars that were quoted are in quotes. */
static inline void
show(struct buf *b, const struct value *v)
{
	static const char *const ends[] = {
		[VALUE_LIST] = "[]", [VALUE_MAP] = "{}"};

	if (v->kind == VALUE_NULL)
		buf_addc(b, '~');
	else if (v->kind == VALUE_SCALAR)
		buf_printf(b, v->quoted ? "'%.*s'" : "%.*s",
		    STR_ARG(v->text));
	else {
		buf_addc(b, ends[v->kind][0]);
		for (const struct value *i = v->first; i; i = i->next) {
			if (v->kind == VALUE_MAP)
				buf_printf(b, "%.*s=", STR_ARG(i->key));
			show(b, i);
			if (i->next)
				buf_addc(b, ' ');
		}
		buf_addc(b, ends[v->kind][1]);
	}
}

static inline void
check_trees(const struct tree_row *rows, size_t n, tree_parser *parse)
{
	struct arena a = {0};
	struct buf b = {0};

	for (size_t i = 0; i < n; i++) {
		struct source src = {S("a.md"), str_of(rows[i].text)};
		struct diags d = {0};
		struct value *v = parse(&a, src.text, &src, 0, &d);

		check_diags(rows[i].text, &d, rows[i].diags);
		if (v)
			show(&b, v);
		check_buf(rows[i].text, &b, rows[i].tree ? rows[i].tree : "");
		assert_int_equal(v == NULL, rows[i].tree == NULL);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&b);
}

#endif
