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
/* One of them. */
struct dropped {
	const char *what; /* how messages call it: "shortcode" */
	str name;
	size_t offset;    /* where it stands in the text */
	bool is_pair;     /* what it holds stays */
	str hint;         /* of drop_hint, for a tag; or empty */
};
/* Counts one. Beyond 100 names the others are counted together. */
void drop_counts_add(struct drop_counts *c, const struct dropped *d,
    struct arena *a);
/* A template for such a tag, by its arguments, as a line of `shortcodes`. */
str drop_hint(str name, const struct tag_args *args, bool is_pair,
    struct arena *a);
/* Adds them all; `base` is the offset of the text in that of `src`, or
 * STR_NONE. */
void drops_add_counts(struct drops *d, const struct drop_counts *c,
    const struct source *src, size_t base);
/* Adds the counts of `from`, which is emptied. */
void drops_move(struct drops *to, struct drops *from);
/* Reports each name once, tags with a line for `shortcodes`, by name, at its first place by path and line,
 * whichever thread counted it; empties `d`. */
void drops_report(struct drops *d, struct diags *diags);
void drops_free(struct drops *d);

void drops_pack(struct buf *out, const struct drops *d);
/* Adds what was packed. */
void drops_unpack(struct unpack *u, struct drops *d);

#endif
