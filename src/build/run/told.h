/* SPDX-License-Identifier: MIT
 * told: remembers the warnings of posts that earlier runs reported, so that
 * runs by cron or a hook report each one once. Errors are always reported. */
#ifndef FEEDMILL_BUILD_RUN_TOLD_H
#define FEEDMILL_BUILD_RUN_TOLD_H

#include "base/core/diag.h"

struct site;

/* Which warnings a run prints. */
enum telling {
	TELL_ALL,    /* all, and remembers none: for checks and the library */
	TELL_AGAIN,  /* all */
	TELL_NEW,    /* those that no earlier run reported for the same content
	              * of the post, at most a few of each kind */
	TELL_STANDING, /* the same, and the number of those that still hold */
	TELL_ERRORS, /* none: the caller prints only errors. Remembers no new
	              * warning, since nobody has seen it */
};

/* Removes from `diags` the warnings that the run does not print, and remembers
 * the others. Does nothing without a state. `is_same`: the run found nothing
 * new, and no post was loaded. */
void told_choose(struct site *s, enum telling telling, bool is_same,
    struct diags *diags);

#endif
