/* SPDX-License-Identifier: MIT
 * post_lost: says why a process gave no answer. */
#include "post/post_lost.h"

#include "base/process/crew_lost.h"
#include "config/config.h"
#include "post/post_codes.h"

str
post_lost_words(const struct crew_result *r, const struct limits *l,
    struct arena *a)
{
	const struct crew_budget budget = {l->seconds, l->memory,
		"limits.seconds", "limits.memory"};

	return crew_lost_words(r, &budget, a);
}

void
post_lost_report(const struct crew_result *r, const struct limits *l,
    const char *work, const struct source *src, struct diags *diags)
{
	bool is_costly = r->end == CREW_TIME || r->end == CREW_MEMORY;
	struct arena a = {0};

	diag_add(diags, is_costly ? DIAG_POST_TOO_COSTLY : DIAG_POST_CRASHED,
	    src, (struct mark){0}, "%s it %s", work,
	    post_lost_words(r, l, &a).ptr);
	arena_free(&a);
}
