/* SPDX-License-Identifier: MIT
 * suspect: what guard.c found in a document, for guard_verdict.c. */
#ifndef FEEDMILL_BUILD_GUARD_SUSPECT_H
#define FEEDMILL_BUILD_GUARD_SUSPECT_H

#include <pthread.h>

#include "build/guard/guard.h"
#include "feed/formats/old_feed.h"

/* An entry that was not in the old file under its id. */
struct gain {
	const struct post *post;
	str old_id;      /* of an entry that seems to be the same post; or
	                  * empty */
	str old_link;    /* of that entry; or empty */
	bool is_late;    /* it is older than the newest that was there, and
	                  * not older than all */
};

/* A document that has something to report. */
struct suspect {
	const struct feed *feed;
	str file;        /* the one that it replaces, as it is printed */
	bool is_foreign; /* that file is no feed */
	struct diags diags; /* about that file */
	struct gain *gains;
	size_t n_gains;
	str *lost;       /* ids that are there, and not in the document */
	size_t n_lost;
	instant newest;  /* of the entries that are there */
	struct suspect *next;
};

struct guard {
	struct site *site;
	str folder;
	instant now;
	pthread_mutex_t lock;  /* of what follows */
	struct arena arena;
	struct suspect *suspects;
	size_t n_suspects;
};

/* A post whose id would change. */
struct move {
	const struct post *post;
	const struct suspect *in; /* the first document that shows it */
	str old_id, old_link;
};

#endif
