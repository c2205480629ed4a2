/* SPDX-License-Identifier: MIT
 * crew_lost: says why a process of the crew gave no answer. */
#ifndef FEEDMILL_BASE_PROCESS_CREW_LOST_H
#define FEEDMILL_BASE_PROCESS_CREW_LOST_H

#include "base/process/crew.h"

/* The limits of a request, and what sets each: "limits.seconds". */
struct crew_budget {
	long seconds, megabytes;
	const char *set_seconds, *set_memory;
};

/* What happened to a request, in words that follow its name: "took more than 1 s
 * of CPU time (limits.seconds)". In the arena. */
str crew_lost_words(const struct crew_result *r, const struct crew_budget *b,
    struct arena *a);

#endif
