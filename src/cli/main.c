/* SPDX-License-Identifier: MIT
 * main: feedmill, the program. */
#include <errno.h>
#ifdef __linux__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/core/version.h"
#include "cli/command.h"
#include "cli/help.h"
#include "config/config_codes.h"

/* Prints what -q and -v ask for. */
static void
print_diags(const struct diags *diags, const struct options *o)
{
	struct buf b = {0};

	for (const struct diag *d = diags->first; d; d = d->next)
		if (d->code->level >= options_level(o)) {
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

/* Lets the heaps grow by 8 MiB at a time. Each growth changes the memory map of
 * the process, and threads that touch new memory wait for that: large steps
 * save 5 % of a run. Memory that is not touched costs nothing. */
static void
set_heap_steps(void)
{
#ifdef M_TOP_PAD
	mallopt(M_TOP_PAD, 8 * 1024 * 1024);
#endif
}

/* Writes the rest of standard output: a full disk is reported only here. What
 * build and ping have done stays done, so their exit status does too. */
static enum outcome
end_output(const struct options *o, enum outcome outcome)
{
	bool is_report = o->command && o->command->prints_report && !o->dry &&
	    !o->help && !o->version;

	if (fflush(stdout) == 0 && !ferror(stdout))
		return outcome;
	fprintf(stderr, "feedmill: cannot write to standard output\n");
	return is_report ? outcome : OUTCOME_WRITE;
}

int
main(int argc, char **argv)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct options o;
	enum outcome outcome = OUTCOME_CONFIG;

	/* A file that becomes too large is an error like a full disk. */
	signal(SIGXFSZ, SIG_IGN);
	set_heap_steps();
	if (options_parse(&o, argc, argv, &arena, &diags))
		outcome = run(&o, &diags);
	print_diags(&diags, &o);
	diags_free(&diags);
	outcome = end_output(&o, outcome);
	arena_free(&arena);
	return (int)outcome;
}
