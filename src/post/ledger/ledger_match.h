/* SPDX-License-Identifier: MIT
 * ledger_match: which line of the ledger is which post's, whatever has become
 * of the post since. */
#ifndef FEEDMILL_POST_LEDGER_LEDGER_MATCH_H
#define FEEDMILL_POST_LEDGER_LEDGER_MATCH_H

#include "post/ledger/ledger.h"

/* Finds the posts of lines, in this order: a post whose front matter gives
 * the id of the line; one in the file of the line; one whose own id or address
 * is the id of a line that has no post. A post with a line has its id. */
void ledger_match(struct ledger *l, const struct config *c,
    struct post *posts, size_t n);

/* Whether there are lines without a post, and posts without a line. */
bool ledger_has_strays(const struct ledger *l, const struct post *posts,
    size_t n);
/* What is known of a file that was there in an earlier run and is gone. */
struct ledger_gone {
	str path, url;
	struct digest digest;
};
/* Finds posts of lines that are left: those with the address, then those with
 * the very bytes, of the line's file. Where two have them none is taken. */
void ledger_match_gone(struct ledger *l, struct post *posts, size_t n,
    const struct ledger_gone *gone, size_t n_gone);

/* Adds lines for posts that have none and are to be published. One that has
 * the id of another post's line is an error. Lines whose post is not published
 * any more are gone from now on, unless it is only that a file cannot be read:
 * `whole` is set where all posts that there are were found. Notes say what
 * changed, and a warning that a post may not have been known again. */
void ledger_settle(struct ledger *l, struct post *posts, size_t n,
    instant now, bool whole, struct diags *diags);

#endif
