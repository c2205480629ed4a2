/* SPDX-License-Identifier: MIT
 * ledger_match: finds the ledger line of each post, also of moved and renamed
 * posts. */
#ifndef FEEDMILL_POST_LEDGER_LEDGER_MATCH_H
#define FEEDMILL_POST_LEDGER_LEDGER_MATCH_H

#include "post/ledger/ledger.h"

/* Finds the post of each line, in this order: a post whose front matter gives
 * the id of the line; a post in the file of the line; a post whose own id or
 * address is the id of the line. The post gets the id of its line. */
void ledger_match(struct ledger *l, const struct config *c,
    struct post *posts, size_t n);

/* Whether there are lines without a post, and posts without a line. */
bool ledger_has_strays(const struct ledger *l, const struct post *posts,
    size_t n);
/* A file of an earlier run that is gone. */
struct ledger_gone {
	str path, url;
	struct digest digest;
};
/* Matches the remaining lines to posts with the same address as the file of the
 * line had, then to posts with the same bytes. Ambiguous matches are left. */
void ledger_match_gone(struct ledger *l, struct post *posts, size_t n,
    const struct ledger_gone *gone, size_t n_gone);

/* Adds lines for published posts that have none; a post with the id of another
 * line is an error. Marks lines as gone whose post is no longer published; a
 * line without a post only if `whole`: every post file was found. Reports each
 * change as a note, and warns if a post may have moved without being
 * recognised. */
void ledger_settle(struct ledger *l, struct post *posts, size_t n,
    instant now, bool whole, struct diags *diags);

#endif
