/* SPDX-License-Identifier: MIT
 * query_tree: a parsed query, private to post/query: query.c builds it and
 * query_match.c evaluates it. */
#ifndef FEEDMILL_POST_QUERY_QUERY_TREE_H
#define FEEDMILL_POST_QUERY_QUERY_TREE_H

#include "post/query/query.h"

enum query_kind { QUERY_ALL, QUERY_ANY, QUERY_NOT, QUERY_TERM };

/* QUERY_HAS: `key:value`; QUERY_EXISTS: `key:*`; the others compare. */
enum query_op {
	QUERY_HAS, QUERY_EXISTS, QUERY_EQ, QUERY_NE, QUERY_LT, QUERY_LE,
	QUERY_GT, QUERY_GE
};

/* The source of the values of a key. */
enum query_source {
	QUERY_FRONT,      /* the front matter, below that name */
	QUERY_TERMS,      /* a taxonomy of that name */
	QUERY_AUTHORS,
	QUERY_SECTION,    /* the first folder */
	QUERY_SECTIONS,   /* all of them */
	QUERY_FOLDER,     /* patterns of the folders on the way to it */
	QUERY_PATH,       /* patterns of the file's path */
	QUERY_LANGUAGE,   /* also those that a tag's parts include */
	QUERY_DATE,
	QUERY_UPDATED,
	QUERY_TITLE,
	QUERY_DRAFT,
	QUERY_COLLECTION
};

struct query_node {
	enum query_kind kind;
	struct query_node *first; /* its children */
	struct query_node *next;  /* the next child of its parent */

	/* Of a term. */
	enum query_source source;
	enum query_op op;
	str name;          /* of the key, or of the taxonomy */
	const struct taxonomy *taxonomy; /* NULL: it has no feeds */
	str value;         /* without quotes */
	str folded;        /* the same by slug_fold */
	bool is_date;      /* from and to are set */
	instant from, to;  /* the span of a date: [from, to) */
	bool flag;         /* the value of QUERY_DRAFT */
};

struct query_set {
	size_t count;
	const struct query_node **roots; /* by the index of struct where */
};

/* Interprets name and value of a term. Returns the error, in the arena, or an
 * empty text; *in_value: the error is in the value. */
str query_term_read(struct query_node *n, const struct config *c,
    struct arena *a, bool *in_value);

/* Whether s is a decimal number: a sign, digits, and a point within them. */
bool query_is_number(str s);

#endif
