/* SPDX-License-Identifier: MIT
 * guard_left: the post of an entry that left its feed, and why it left. */
#ifndef FEEDMILL_BUILD_GUARD_GUARD_LEFT_H
#define FEEDMILL_BUILD_GUARD_GUARD_LEFT_H

#include "base/core/table.h"
#include "build/guard/suspect.h"
#include "post/post.h"

struct found;

/* Why an entry left: an enum skip, where SKIP_NONE means that the post is
 * published and not in this feed, or one of these. */
enum {
	LEFT_EXCLUDED = SKIP_COUNT, /* by posts.include or posts.exclude */
	LEFT_GONE,                  /* no file has the post */
	LEFT_COUNT
};

struct left {
	const struct loss *loss;
	const struct found *file; /* NULL: LEFT_GONE */
	const struct post *post; /* NULL: LEFT_GONE and LEFT_EXCLUDED */
	int why;
};

/* Finds posts by what entries say of them. */
struct left_finder {
	struct site *site;
	const struct table *ids; /* of all posts with an id */
	struct arena arena;
	bool is_ready;           /* the tables below are filled */
	struct table hidden;     /* files that are no posts, by the ids that
	                          * they would have */
	struct table titles;     /* posts without an id, by alike_title */
};

/* The post of a loss. Reads files that the config leaves out only if no other
 * post has the id. */
struct left left_find(struct left_finder *f, const struct loss *l);
/* Reports why the entry leaves the feed in `file`, at the line that says so. */
void left_report(struct left_finder *f, const struct left *l, diag_code code,
    str file, struct diags *diags);
void left_finder_free(struct left_finder *f);

#endif
