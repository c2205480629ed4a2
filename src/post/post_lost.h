/* SPDX-License-Identifier: MIT
 * post_lost: says why a process gave no answer. */
#ifndef FEEDMILL_POST_POST_LOST_H
#define FEEDMILL_POST_POST_LOST_H

#include "base/core/diag.h"

struct crew_result;
struct limits;

/* What happened in words: "took more than 1 s of CPU time (limits.seconds)".
 * In the arena. */
str post_lost_words(const struct crew_result *r, const struct limits *l,
    struct arena *a);
/* Reports that a post is lost. `work` is what was done with it: "rendering". */
void post_lost_report(const struct crew_result *r, const struct limits *l,
    const char *work, const struct source *src, struct diags *diags);

#endif
