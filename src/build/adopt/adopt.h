/* SPDX-License-Identifier: MIT
 * adopt: finds the posts that another program has published, by what its feeds
 * say, so that they keep the ids that subscribers know.
 *
 * Nothing is guessed: an entry gets a post only if no other entry and no other
 * post has a claim that is as good. */
#ifndef FEEDMILL_BUILD_ADOPT_ADOPT_H
#define FEEDMILL_BUILD_ADOPT_ADOPT_H

#include "base/core/table.h"
#include "base/core/mem.h"
#include "base/time/datetime.h"

struct post;

/* By what an entry and its post are the same, the surest first. */
enum adopt_by {
	ADOPT_NONE,
	ADOPT_ID,      /* the post has this id already */
	ADOPT_ADDRESS, /* the address, but for http or https and a final slash */
	ADOPT_PATH,    /* the address on another host */
	ADOPT_DATE,    /* title and moment */
	ADOPT_DAY,     /* title and day */
	ADOPT_NEAR,    /* title, of no other, and less than two days apart */
	ADOPT_COUNT
};

struct adopt_entry {
	str id;
	str link, title; /* as text; may be empty */
	instant date;
	bool has_date;
	str from;        /* the document it is in */
	struct post *post; /* NULL: none was found, or there is a doubt */
	enum adopt_by by;
	str doubt;       /* why there is no post although there is a likely one;
	                  * or empty */
};

/* The entries of several documents. All is in the arena of the caller. */
struct adopt {
	struct arena *arena;
	struct adopt_entry *entries; /* one for each id, in the order they were
	                              * added */
	size_t n, cap;
	size_t n_others; /* that are no posts: pages, attachments, drafts */
	struct table by_id;
};

/* Adds an entry, unless one has its id. */
void adopt_add(struct adopt *ad, const struct adopt_entry *e);
/* Finds the post of each entry. `base` is the address of the site. */
void adopt_match(struct adopt *ad, str base, struct post *posts, size_t n);
/* Frees the index; the entries stay in the arena. */
void adopt_free(struct adopt *ad);

#endif
