/* SPDX-License-Identifier: MIT
 * told: warnings of posts that earlier runs reported, so that a run under cron
 * or a hook says each once. Errors are always said. */
#ifndef FEEDMILL_BUILD_RUN_TOLD_H
#define FEEDMILL_BUILD_RUN_TOLD_H

#include "base/core/diag.h"

struct site;

/* What a run tells of warnings. */
enum telling {
	TELL_ALL,    /* each, and remembers none: checks, the library */
	TELL_AGAIN,  /* each */
	TELL_NEW,    /* those that no earlier run told of a post that is the
	              * same, and a few of a kind */
	TELL_STANDING, /* the same, and how many others stand */
	TELL_ERRORS, /* none */
};

/* Takes out of `diags` what is not to be told, and remembers the rest. Without
 * a state nothing is remembered. `is_same`: the run found nothing new, and no
 * post was loaded. */
void told_choose(struct site *s, enum telling telling, bool is_same,
    struct diags *diags);

#endif
