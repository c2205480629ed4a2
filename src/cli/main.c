/* SPDX-License-Identifier: MIT
 * main: feedmill, the program. */
#include <errno.h>
#ifdef __linux__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/core/version.h"
#include "cli/command.h"
#include "cli/help.h"
#include "config/config_codes.h"

/* Notes are for those who ask, and under -q warnings are too. */
static void
print_diags(const struct diags *diags, const struct options *o)
{
	enum diag_level least = o->quiet     ? DIAG_ERROR
	                        : o->verbose ? DIAG_NOTE
	                                     : DIAG_WARNING;
	struct buf b = {0};

	for (const struct diag *d = diags->first; d; d = d->next)
		if (d->code->level >= least) {
			diag_format(&b, d);
			if (o->verbose)
				buf_printf(&b, "      %s\n",
				    d->code->help);
		}
	fputs(buf_cstr(&b), stderr);
	buf_free(&b);
}

static enum outcome
run(const struct options *o, struct diags *diags)
{
	if (o->help)
		return help_print(o->names_command ? o->command : NULL),
		    OUTCOME_OK;
	if (o->version)
		return puts("feedmill " FEEDMILL_VERSION), OUTCOME_OK;
	if (o->directory && chdir(o->directory) != 0) {
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "cannot change to '%s': %s", o->directory,
		    strerror(errno));
		return OUTCOME_CONFIG;
	}
	return o->command->run(o, diags);
}

/* The heaps of threads grow in steps, and each step is a change to the map of
 * the process, for which all that touch new memory wait: few and large ones
 * save a twentieth of a run. What is not touched costs nothing. */
static void
use_large_steps(void)
{
#ifdef M_TOP_PAD
	mallopt(M_TOP_PAD, 8 * 1024 * 1024);
#endif
}

int
main(int argc, char **argv)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct options o;
	enum outcome outcome = OUTCOME_CONFIG;

	use_large_steps();
	if (options_parse(&o, argc, argv, &arena, &diags))
		outcome = run(&o, &diags);
	print_diags(&diags, &o);
	diags_free(&diags);
	arena_free(&arena);
	/* A full disk shows no sooner than here. */
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "feedmill: cannot write to standard output\n");
		outcome = OUTCOME_WRITE;
	}
	return (int)outcome;
}
