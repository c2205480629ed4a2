/* SPDX-License-Identifier: MIT
 * timing: how long the stages of a run take, for -v. No other part of the
 * program reads this clock. */
#ifndef FEEDMILL_BUILD_SITE_TIMING_H
#define FEEDMILL_BUILD_SITE_TIMING_H

#include <stdint.h>

enum stage {
	STAGE_CONFIG, STAGE_SCAN, STAGE_STATE, STAGE_READ, STAGE_PLAN,
	STAGE_COMPARE, STAGE_MAKE, STAGE_COMMIT, STAGE_SAVE, STAGE_COUNT
};
extern const char *const stage_names[STAGE_COUNT];

struct timing {
	int64_t last;               /* nanoseconds, of the monotonic clock */
	int64_t taken[STAGE_COUNT]; /* nanoseconds */
};

void timing_start(struct timing *t);
/* Ends the stage and begins the next one. */
void timing_end(struct timing *t, enum stage s);

#endif
