/* SPDX-License-Identifier: MIT
 * crew_lost: says why a process of the crew gave no answer. */
#include "base/process/crew_lost.h"

static str
crash_words(const struct crew_result *r, struct arena *a)
{
	return arena_printf(a, "ended with %s%s%s%.*s",
	    r->how ? "SIG" : "an exit", r->how ? r->how : "",
	    r->words.len ? ": " : "", STR_ARG(r->words));
}

str
crew_lost_words(const struct crew_result *r, const struct crew_budget *b,
    struct arena *a)
{
	switch (r->end) {
	case CREW_TIME:
		return arena_printf(a, "took more than %ld s of CPU time (%s)",
		    b->seconds, b->set_seconds);
	case CREW_MEMORY:
		return arena_printf(a, "took more than %ld MB of memory (%s)",
		    b->megabytes, b->set_memory);
	case CREW_STOPPED:
		return S("was not tried, since too many others had crashed");
	case CREW_ANSWERED:
		return S("gave an answer that cannot be read");
	case CREW_CRASHED:
		break;
	}
	return crash_words(r, a);
}
