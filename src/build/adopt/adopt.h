/* SPDX-License-Identifier: MIT
 * adopt: finds the posts that another program has published, by the entries of
 * its feeds, so that the posts keep the ids that subscribers know.
 *
 * Nothing is guessed: an entry gets a post only if no other entry and no other
 * post matches equally well. */
#ifndef FEEDMILL_BUILD_ADOPT_ADOPT_H
#define FEEDMILL_BUILD_ADOPT_ADOPT_H

#include "base/core/table.h"
#include "base/core/mem.h"
#include "base/time/datetime.h"

struct post;

/* What an entry and its post have in common, the surest first. */
enum adopt_by {
	ADOPT_NONE,
	ADOPT_ID,      /* the post has this id already */
	ADOPT_ADDRESS, /* the address, without its scheme and a last slash */
	ADOPT_PATH,    /* the address on another host */
	ADOPT_DATE,    /* title and moment */
	ADOPT_DAY,     /* title and day */
	ADOPT_NEAR,    /* a unique title, and dates less than two days apart */
	ADOPT_COUNT
};

struct adopt_entry {
	str id;
	str link, title; /* as text; may be empty */
	instant date;
	bool has_date;
	str from;        /* the document that has the entry */
	struct post *post; /* NULL: none was found, or it is in doubt */
	enum adopt_by by;
	str doubt;       /* why an entry does not get its likely post; or
	                  * empty */
};

/* The entries of several documents. All is in the arena of the caller. */
struct adopt {
	struct arena *arena;
	struct adopt_entry *entries; /* one for each id, in the order they were
	                              * added */
	size_t n, cap;
	size_t n_others; /* items that are no posts: pages, drafts ... */
	struct table by_id;
};

/* Adds an entry, unless an earlier entry has its id. */
void adopt_add(struct adopt *ad, const struct adopt_entry *e);
/* Finds the post of each entry. `base` is the address of the site. */
void adopt_match(struct adopt *ad, str base, struct post *posts, size_t n);
/* Frees the index; the entries stay in the arena. */
void adopt_free(struct adopt *ad);

#endif
