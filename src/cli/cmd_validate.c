/* SPDX-License-Identifier: MIT
 * cmd_validate: the command validate. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/pool.h"
#include "base/data/data_codes.h"
#include "base/web/url.h"
#include "build/codes/known_codes.h"
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/judging.h"
#include "config/config_codes.h"
#include "validate/tables/feed_rules.h"

/* A document to judge. */
struct task {
	str name;        /* terminated */
	bool in_folder;  /* it was found in a folder, not typed */
};

struct run {
	const struct options *options;
	struct arena *arena;
	struct task *tasks;
	size_t count, cap;
	struct judged *judged; /* one for each task */
	struct judging *judging;
	instant now;
	struct diags *diags;
};

/* ---- the documents ---- */

static void
add_task(struct run *r, str name, bool in_folder)
{
	r->tasks = arena_grow(
	    r->arena, r->tasks, r->count, &r->cap, sizeof *r->tasks);
	r->tasks[r->count++] = (struct task){name, in_folder};
}

static bool
has_feed_ending(str name)
{
	static const char *const endings[] = {".xml", ".atom", ".rss", ".rdf",
		".json", ".opml", ".feed"};

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		if (str_iends(name, str_of(endings[i])))
			return true;
	return false;
}

static void
report_unreadable(struct diags *diags, str name)
{
	struct source src = {name, {0}};

	diag_add(diags, DIAG_FILE_UNREADABLE, &src, (struct mark){0},
	    "cannot read it: %s", strerror(errno));
}

static int
is_visible(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* Does not follow links to folders: they can lead in circles. */
static bool
add_folder(struct run *r, str path, int depth)
{
	enum { MOST_DEPTH = 64 };
	struct dirent **list;
	int n = -1;
	bool ok = true;

	errno = ELOOP;
	if (depth < MOST_DEPTH)
		n = scandir(path.ptr, &list, is_visible, by_name);
	if (n < 0) {
		report_unreadable(r->diags, path);
		return false;
	}
	for (int i = 0; i < n; i++) {
		str name = path_join(r->arena, path, str_of(list[i]->d_name));
		struct stat st;

		free(list[i]);
		if (lstat(name.ptr, &st) != 0) {
			if (!file_is_absent(errno)) {
				report_unreadable(r->diags, name);
				ok = false;
			}
		} else if (S_ISDIR(st.st_mode))
			ok &= add_folder(r, name, depth + 1);
		else if (has_feed_ending(name))
			add_task(r, name, true);
	}
	free(list);
	return ok;
}

static bool
add_operand(struct run *r, str name)
{
	struct stat st;

	if (!str_eq(name, S("-")) && !url_is_web(name) &&
	    stat(name.ptr, &st) == 0 && S_ISDIR(st.st_mode))
		return add_folder(r, name, 0);
	add_task(r, name, false);
	return true;
}

/* ---- judging ---- */

static bool
read_input(struct buf *out)
{
	for (;;) {
		char *end = buf_reserve(out, 65536);
		ssize_t n = read(STDIN_FILENO, end, 65536);

		if (n == 0 || out->len > VALIDATE_MOST)
			return true;
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			out->len += (size_t)n;
	}
}

static bool
read_task(const struct task *t, struct judged *j, struct buf *text)
{
	struct source src = {j->name, {0}};
	bool ok = str_eq(t->name, S("-")) ? read_input(text)
	    : file_read(text, t->name.ptr, VALIDATE_MOST);

	if (!ok && errno == EFBIG)
		diag_add(&j->diags, RULE_TOO_LARGE, &src, (struct mark){0},
		    "the document has more than %d bytes",
		    (int)VALIDATE_MOST);
	else if (!ok) {
		report_unreadable(&j->diags, j->name);
		j->is_failed = true;
	}
	return ok;
}

static void
judge_task(void *ctx, size_t worker, size_t i)
{
	struct run *r = ctx;
	const struct task *t = &r->tasks[i];
	struct judged *j = &r->judged[i];
	const struct validate_judge judge = {judging_do, r->judging, worker};
	struct validate_options o = {
		.now = r->now,
		.ignored = r->options->ignored,
		.n_ignored = r->options->n_ignored,
		.seconds = r->options->timeout,
		.may_be_other = t->in_folder,
		.judge = &judge,
	};
	struct buf text = {0};

	j->name = str_eq(t->name, S("-")) ? S("<stdin>") : t->name;
	if (url_is_web(t->name))
		j->is_failed = !validate_url(
		    t->name.ptr, &o, &j->result, &j->diags);
	else if (read_task(t, j, &text))
		j->is_failed = !validate_document(
		    buf_str(&text), j->name, &o, &j->result, &j->diags);
	j->is_other = t->in_folder && j->result.format == NULL &&
	    j->diags.counts[DIAG_ERROR] == 0;
	buf_free(&text);
}

static void
judge_all(struct run *r)
{
	size_t threads = pool_share(
	    command_threads(r->options), r->count, 1);

	r->judging = judging_open(r->options, threads);
	pool_run(threads, r->count, judge_task, r);
	judging_close(r->judging);
}

/* ---- the report ---- */

static void
print_findings(struct run *r)
{
	const struct options *o = r->options;
	const struct findings_format *f = findings_format(
	    o->format ? str_of(o->format) : o->json ? S("json") : S("text"));
	struct buf out = {0};

	if (f->write)
		f->write(&out, r->judged, r->count, o);
	for (size_t i = 0; f->write == NULL && i < r->count; i++) {
		if (!o->quiet)
			findings_write_summary(&out, &r->judged[i], o);
		diags_move(r->diags, &r->judged[i].diags);
	}
	fputs(buf_cstr(&out), stdout);
	buf_free(&out);
}

static enum outcome
outcome_of(const struct run *r)
{
	enum outcome outcome = OUTCOME_OK;

	for (size_t i = 0; i < r->count; i++) {
		if (r->judged[i].is_failed)
			return OUTCOME_CONFIG;
		if (!findings_is_valid(&r->judged[i], r->options))
			outcome = OUTCOME_POSTS;
	}
	return outcome;
}

static enum outcome
explain_code(const struct options *o)
{
	struct buf out = {0};

	findings_explain(&out, known_code_find(str_of(o->explain)));
	fputs(buf_cstr(&out), stdout);
	buf_free(&out);
	return OUTCOME_OK;
}

static enum outcome
run_validate(const struct options *o, struct diags *diags)
{
	struct arena arena = {0};
	struct run r = {.options = o, .arena = &arena, .diags = diags,
		.now = o->has_now ? o->now : (instant)time(NULL)};
	enum outcome outcome = OUTCOME_OK;

	if (o->explain)
		return explain_code(o);
	if (o->n_operands == 0) {
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "validate needs a FEED: a file, a folder, a URL, or - "
		    "for standard input");
		return OUTCOME_CONFIG;
	}
	for (size_t i = 0; i < o->n_operands; i++)
		if (!add_operand(&r, str_of(o->operands[i])))
			outcome = OUTCOME_CONFIG;
	r.judged = arena_array(&arena, r.count, sizeof *r.judged);
	judge_all(&r);
	if (outcome == OUTCOME_OK)
		outcome = outcome_of(&r);
	print_findings(&r);
	for (size_t i = 0; i < r.count; i++)
		diags_free(&r.judged[i].diags);
	arena_free(&arena);
	return outcome;
}

const struct command cmd_validate = {
	.name = "validate",
	.help = "Judge feeds from anywhere, made by any program.",
	.operands = "FEED...",
	.operands_help = "A file, a folder, an http or https URL, or - for "
		"standard input.",
	.most_operands = SIZE_MAX,
	.options = {
		[OPTION_JOBS] = OPTION_AS_TABLE,
		[OPTION_STRICT] = "Judge a document with warnings as not "
			"valid.",
		[OPTION_JSON] = "The same as --format json.",
		[OPTION_FORMAT] = OPTION_AS_TABLE,
		[OPTION_IGNORE] = OPTION_AS_TABLE,
		[OPTION_TIMEOUT] = OPTION_AS_TABLE,
		[OPTION_MAX_SECONDS] = OPTION_AS_TABLE,
		[OPTION_MAX_MEMORY] = OPTION_AS_TABLE,
		[OPTION_EXPLAIN] = OPTION_AS_TABLE,
		[OPTION_NOW] = "Use DATE as the current time, which decides "
			"which dates are in the future.",
		[OPTION_QUIET] = "Report errors only, and print no line for "
			"each document.",
	},
	.statuses = {
		"All documents are valid.",
		"At least one document is not valid.",
		"The command line is wrong, a document could not be read or "
		"fetched, or a library is missing.",
		"Could not write to standard output.",
	},
	.manual = "feedmill-validate(1)",
	.run = run_validate,
};
