/* SPDX-License-Identifier: MIT
 * cmd_build: the commands build and check. */
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "build/run/build.h"
#include "cli/command.h"

/* ---- progress ---- */

/* Printed on a terminal once a run takes longer than a second. */
struct progress {
	struct timespec start;
	atomic_int percent; /* that was printed last */
};

static void
show_progress(void *ctx, size_t done, size_t all)
{
	struct progress *p = ctx;
	int percent = (int)(100 * done / all);
	struct timespec now;

	if (atomic_exchange(&p->percent, percent) == percent)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (now.tv_sec - p->start.tv_sec > 1)
		fprintf(stderr, "\rfeedmill: %d %%%s", percent,
		    done == all ? "\r                \r" : "");
}

/* ---- the report ---- */

static void
list_changed(void *ctx, str path)
{
	(void)ctx;
	printf("%.*s\n", STR_ARG(path));
}

static void
print_skipped(FILE *f, const struct build_report *r)
{
	const char *before = " (";

	for (int k = SKIP_NONE + 1; k < SKIP_COUNT; k++)
		if (r->skipped[k]) {
			fprintf(f, "%s%zu %s", before, r->skipped[k],
			    skip_words[k]);
			before = ", ";
		}
	if (before[0] == ',')
		fputs(" left out)", f);
}

static void
print_closing(const struct build_report *r, bool dry)
{
	printf("feedmill: %zu feed%s of %zu post%s", r->feeds,
	    r->feeds == 1 ? "" : "s", r->skipped[SKIP_NONE],
	    r->skipped[SKIP_NONE] == 1 ? "" : "s");
	print_skipped(stdout, r);
	printf(": %zu file%s %s, %zu unchanged", r->files.written,
	    r->files.written == 1 ? "" : "s",
	    dry ? "would be written" : "written", r->files.unchanged);
	if (r->files.removed)
		printf(", %zu %s", r->files.removed,
		    dry ? "would be removed" : "removed");
	if (r->pings.told)
		printf(", %zu ping%s", r->pings.told,
		    r->pings.told == 1 ? "" : "s");
	puts("");
}

static void
print_timing(const struct timing *t)
{
	int64_t all = 0;

	for (int i = 0; i < STAGE_COUNT; i++) {
		all += t->taken[i];
		printf("feedmill: %10.1f ms  %s\n",
		    (double)t->taken[i] / 1e6, stage_names[i]);
	}
	printf("feedmill: %10.1f ms\n", (double)all / 1e6);
}

static void
print_stats(const struct build_report *r)
{
	printf("feedmill: %zu posts, %zu read; %zu entries rendered, "
	    "%zu serialized; %zu files of %zu bytes written\n", r->posts,
	    r->read, r->rendered, r->serialized, r->files.written,
	    r->files.bytes);
}

/* ---- the commands ---- */

/* Chooses the warnings to print. A run does not repeat those of posts that have
 * not changed; on a terminal it prints how many there are. */
static enum telling
telling_of(const struct options *o)
{
	if (o->quiet)
		return TELL_ERRORS;
	if (o->all || o->verbose)
		return TELL_AGAIN;
	return isatty(STDERR_FILENO) ? TELL_STANDING : TELL_NEW;
}

static enum outcome
run_site(const struct options *o, bool dry, struct diags *diags)
{
	struct progress progress = {.percent = 0};
	struct build_report report;
	struct build_options b = {
		.site = command_site_options(o),
		.folder = o->output,
		.dry = dry,
		.telling = telling_of(o),
		.strict = o->strict,
		.ping = o->ping,
		.accept_new_ids = o->accept_new_ids,
		.accept_loss = o->accept_loss,
		.confine = command_is_isolated(),
	};
	enum outcome outcome;

	clock_gettime(CLOCK_MONOTONIC, &progress.start);
	if (isatty(STDERR_FILENO) && !o->quiet) {
		b.progress = show_progress;
		b.ctx = &progress;
	}
	if (o->dry && !o->quiet)
		b.changed = list_changed;
	outcome = build_run(&b, &report, diags);
	/* cron sends a mail if anything is printed. */
	if (outcome <= OUTCOME_POSTS && !o->quiet &&
	    (isatty(STDOUT_FILENO) || o->verbose || o->dry))
		print_closing(&report, dry);
	if (outcome <= OUTCOME_POSTS && o->verbose)
		print_timing(&report.timing);
	if (outcome <= OUTCOME_POSTS && o->stats)
		print_stats(&report);
	return outcome;
}

static enum outcome
run_build(const struct options *o, struct diags *diags)
{
	return run_site(o, o->dry, diags);
}

static enum outcome
run_check(const struct options *o, struct diags *diags)
{
	return run_site(o, true, diags);
}

static const char verbose_help[] =
    "Report notes too, print what to do below each message, and how long each "
    "stage took.";
static const char usage_status[] =
    "The command line or the config is wrong. Nothing was written.";

const struct command cmd_build = {
	.name = "build",
	.help = "Write the feeds. This command runs if none is named.",
	.options = {
		[OPTION_CONFIG] = OPTION_AS_TABLE,
		[OPTION_OUTPUT] = OPTION_AS_TABLE,
		[OPTION_JOBS] = OPTION_AS_TABLE,
		[OPTION_DRY_RUN] = OPTION_AS_TABLE,
		[OPTION_STRICT] = OPTION_AS_TABLE,
		[OPTION_CHECK_LINKS] = OPTION_AS_TABLE,
		[OPTION_ACCEPT_NEW_IDS] = OPTION_AS_TABLE,
		[OPTION_ACCEPT_LOSS] = OPTION_AS_TABLE,
		[OPTION_PING] = OPTION_AS_TABLE,
		[OPTION_ALL] = OPTION_AS_TABLE,
		[OPTION_STATS] = OPTION_AS_TABLE,
		[OPTION_NOW] = OPTION_AS_TABLE,
		[OPTION_SET] = OPTION_AS_TABLE,
		[OPTION_VERBOSE] = verbose_help,
	},
	.statuses = {
		"The feeds are published.",
		"The feeds are published, but some posts had errors and are "
		"not in them. A feed keeps its old file while the system "
		"fails to read that, or a post with an entry in it. Or some "
		"files could not be replaced or removed: those stay as they "
		"were. "
		"With --strict, a warning is enough. Or no file is a post: "
		"then nothing is written.",
		usage_status,
		"Could not write, could not read a folder of posts or media, "
		"or a library is missing. The feeds are as they were.",
		"A guard refused: a feed would become empty or lose many of "
		"its entries, the clock is earlier than it was, feed readers "
		"would show posts again under new ids, or another program "
		"changed the file of ids.ledger during the run. Nothing was "
		"written.",
	},
	.prints_report = true,
	.run = run_build,
};

const struct command cmd_check = {
	.name = "check",
	.help = "Do everything that build does except write, and report errors "
		"and warnings.",
	.options = {
		[OPTION_CONFIG] = OPTION_AS_TABLE,
		[OPTION_OUTPUT] =
			"Compare with the feeds in DIR instead of "
			"feeds.folder.",
		[OPTION_JOBS] = OPTION_AS_TABLE,
		[OPTION_DRY_RUN] = "List the files that build would write.",
		[OPTION_STRICT] = OPTION_AS_TABLE,
		[OPTION_CHECK_LINKS] = OPTION_AS_TABLE,
		[OPTION_ACCEPT_NEW_IDS] =
			"Pass although feed readers would show posts again "
			"under new ids, or old posts as new ones.",
		[OPTION_ACCEPT_LOSS] =
			"Pass although many entries, or all of them, leave a "
			"feed, or the clock is earlier than it was.",
		[OPTION_STATS] = OPTION_AS_TABLE,
		[OPTION_NOW] = OPTION_AS_TABLE,
		[OPTION_SET] = OPTION_AS_TABLE,
		[OPTION_VERBOSE] = verbose_help,
	},
	.statuses = {
		"Nothing is wrong.",
		"Some posts have errors, or no file is a post. With --strict, "
		"a warning is enough.",
		usage_status,
		"Could not read or write a file that is not a post, or a "
		"library is missing.",
		"A guard would refuse to publish: see build.",
	},
	.run = run_check,
};
