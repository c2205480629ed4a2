/* SPDX-License-Identifier: MIT
 * suspect: a document that guard.c has something to report about, for
 * guard_verdict.c. */
#ifndef FEEDMILL_BUILD_GUARD_SUSPECT_H
#define FEEDMILL_BUILD_GUARD_SUSPECT_H

#include <pthread.h>

#include "build/guard/guard.h"
#include "feed/formats/old_feed.h"

/* An entry that was not in the old file under its id. */
struct gain {
	const struct post *post;
	str old_id;      /* of the old entry that seems to be the same post; or
	                  * empty */
	str old_link;    /* of that entry; or empty */
	bool is_late;    /* older than the newest old entry, but not older than
	                  * all of them */
};

/* An entry that only the old file has. */
struct loss {
	str id, link;
	str title;       /* by alike_title */
	instant date;    /* INT64_MIN: it has none */
	bool is_pushed_out; /* newer entries replace it */
};

/* A document with something to report. */
struct suspect {
	const struct feed *feed;
	str file;        /* path of the file to replace, for messages */
	bool is_foreign; /* that file is not a feed */
	struct diags diags; /* about that file */
	struct gain *gains;
	size_t n_gains;
	struct loss *losses;
	size_t n_losses;
	size_t n_old;    /* entries of the old file */
	instant newest;  /* of the entries of the old file */
	struct suspect *next;
};

struct guard {
	struct site *site;
	str folder;
	struct guard_rules rules;
	pthread_mutex_t lock;  /* protects the fields below */
	struct arena arena;
	struct suspect *suspects;
	size_t n_suspects;
};

/* Whether a feed is full of posts that are newer than `date`. */
bool guard_pushes_out(const struct site *s, const struct feed *f,
    instant date);

/* A post whose id would change. */
struct move {
	const struct post *post;
	const struct suspect *in; /* the first document that has the post */
	str old_id, old_link;
};

#endif
