/* SPDX-License-Identifier: MIT
 * timing: how long the stages of a run take, for -v. */
#include "build/site/timing.h"

#include <time.h>

const char *const stage_names[STAGE_COUNT] = {
	[STAGE_CONFIG] = "config",
	[STAGE_SCAN] = "find posts",
	[STAGE_STATE] = "load state",
	[STAGE_READ] = "read posts",
	[STAGE_PLAN] = "plan feeds",
	[STAGE_COMPARE] = "compare feeds",
	[STAGE_MAKE] = "make feeds",
	[STAGE_COMMIT] = "publish",
	[STAGE_SAVE] = "save state",
};

static int64_t
now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void
timing_start(struct timing *t)
{
	*t = (struct timing){.last = now_ns()};
}

void
timing_end(struct timing *t, enum stage s)
{
	int64_t time = now_ns();

	t->taken[s] += time - t->last;
	t->last = time;
}
