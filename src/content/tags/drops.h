/* SPDX-License-Identifier: MIT
 * drops: unknown tags, counted over all posts. */
#ifndef FEEDMILL_CONTENT_TAGS_DROPS_H
#define FEEDMILL_CONTENT_TAGS_DROPS_H

#include "base/data/pack.h"
#include "base/core/table.h"
#include "content/tags/tag.h"

/* What was dropped, by name. The zero value is empty; one thread at a time. */
struct drops {
	struct arena arena;
	struct table table; /* "kind 'name'" to its struct drop */
	struct drop *first;
};

/* The unknown tags of the post at hand. The zero value is empty. */
struct drop_counts {
	struct drop_count *list;
	size_t count;
};
/* An unknown tag. */
struct dropped {
	const char *what; /* the word for it in messages: "shortcode" */
	str name;
	size_t offset;    /* in the text */
	bool is_pair;     /* it has an end tag; the text between them stays */
	str hint;         /* from drop_hint, or empty */
};
/* Counts an unknown tag. All names after the first 100 are counted together. */
void drop_counts_add(struct drop_counts *c, const struct dropped *d,
    struct arena *a);
/* Makes a line of `shortcodes` for an unknown tag, from its arguments. */
str drop_hint(str name, const struct tag_args *args, bool is_pair,
    struct arena *a);
/* Adds them all; `base` is the offset of the text in that of `src`, or
 * STR_NONE. */
void drops_add_counts(struct drops *d, const struct drop_counts *c,
    const struct source *src, size_t base);
/* Adds the counts of `from`, which is emptied. */
void drops_move(struct drops *to, struct drops *from);
/* Reports each name once, sorted by name, at its first place by path and line,
 * whatever thread counted it. Reports of tags have a line for `shortcodes`.
 * Empties `d`. */
void drops_report(struct drops *d, struct diags *diags);
void drops_free(struct drops *d);

void drops_pack(struct buf *out, const struct drops *d);
/* Adds what was packed. */
void drops_unpack(struct unpack *u, struct drops *d);

#endif
