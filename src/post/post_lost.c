/* SPDX-License-Identifier: MIT
 * post_lost: says why a process gave no answer. */
#include "post/post_lost.h"

#include "base/process/crew.h"
#include "config/config.h"
#include "post/post_codes.h"

static str
crash_words(const struct crew_result *r, struct arena *a)
{
	return arena_printf(a, "ended with %s%s%s%.*s",
	    r->how ? "SIG" : "an exit", r->how ? r->how : "",
	    r->words.len ? ": " : "", STR_ARG(r->words));
}

str
post_lost_words(const struct crew_result *r, const struct limits *l,
    struct arena *a)
{
	switch (r->end) {
	case CREW_TIME:
		return arena_printf(a, "took more than %ld s of CPU time "
		    "(limits.seconds)", l->seconds);
	case CREW_MEMORY:
		return arena_printf(a, "took more than %ld MB of memory "
		    "(limits.memory)", l->memory);
	case CREW_STOPPED:
		return S("was not tried, since too many others had crashed");
	case CREW_ANSWERED:
		return S("gave an answer that cannot be read");
	case CREW_CRASHED:
		break;
	}
	return crash_words(r, a);
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
