/* SPDX-License-Identifier: MIT
 * cmd_init: feedmill init. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/utf8.h"
#include "config/config_codes.h"
#include "config/config_write.h"
#include "config/key_types.h"
#include "cli/command.h"
#include "publish/publish_codes.h"

/* ---- the file ---- */

static void
fail(struct diags *diags, diag_code code, str path, const char *words)
{
	struct source src = {path, {0}};

	diag_add(diags, code, &src, (struct mark){0}, "%s", words);
}

/* The text is whole in a file beside before it gets its name, and link(2)
 * gives no name that is taken. */
static enum outcome
publish(struct arena *a, str path, str text, struct diags *diags)
{
	str temporary = arena_printf(
	    a, "%.*s.%ld", STR_ARG(path), (long)getpid());
	int fd = open(temporary.ptr,
	    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	enum outcome outcome = OUTCOME_OK;
	bool ok = fd >= 0 && file_write(fd, text) && fsync(fd) == 0;

	if (fd >= 0 && close(fd) != 0)
		ok = false;
	if (!ok || link(temporary.ptr, path.ptr) != 0) {
		bool taken = ok && errno == EEXIST;

		fail(diags, taken ? DIAG_CONFIG_EXISTS : DIAG_WRITE_FAILED,
		    path, taken ? "there is a config already"
		    : strerror(errno));
		outcome = taken ? OUTCOME_CONFIG : OUTCOME_WRITE;
	}
	if (fd >= 0)
		unlink(temporary.ptr);
	return outcome;
}

/* ---- the report ---- */

static void
print_report(const struct import *im, str path)
{
	struct buf b = {0};

	printf("feedmill: a site made with %s; wrote %.*s\n", im->generator,
	    STR_ARG(path));
	for (const struct import_setting *i = im->settings; i; i = i->next) {
		buf_reset(&b);
		config_write_value(&b, i->value);
		printf("  %.*s: %s", STR_ARG(i->key), buf_cstr(&b));
		buf_reset(&b);
		text_clean(&b, i->from);
		if (i->from.len)
			printf(" (%s)", buf_cstr(&b));
		puts("");
	}
	if (im->gaps)
		puts("could not be known:");
	for (const struct import_gap *g = im->gaps; g; g = g->next) {
		buf_reset(&b);
		text_clean(&b, g->text);
		printf("  %s\n", buf_cstr(&b));
	}
	puts("Read the file, then run 'feedmill check'.");
	buf_free(&b);
}

static enum outcome
run_init(const struct options *o, struct diags *diags)
{
	struct arena a = {0};
	struct buf text = {0};
	struct import im;
	struct stat st;
	str dir = o->n_operands ? str_of(o->operands[0]) : (str){0};
	str path = path_join(&a, dir, S("feedmill.yaml"));
	enum outcome outcome = OUTCOME_CONFIG;

	if (dir.len && stat(dir.ptr, &st) != 0)
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "cannot read the folder '%s': %s", dir.ptr,
		    strerror(errno));
	else if (!o->dry && access(path.ptr, F_OK) == 0)
		fail(diags, DIAG_CONFIG_EXISTS, path,
		    "there is a config already");
	else if (import_read(&im, &a, dir, config_key_takes, diags)) {
		config_write(&text, &im);
		outcome = OUTCOME_OK;
		if (o->dry)
			fputs(buf_cstr(&text), stdout);
		else
			outcome = publish(&a, path, buf_str(&text), diags);
		if (outcome == OUTCOME_OK && !o->dry && !o->quiet)
			print_report(&im, path);
	}
	buf_free(&text);
	arena_free(&a);
	return outcome;
}

const struct command cmd_init = {
	.name = "init",
	.help = "Write a feedmill.yaml for a site, from the config of its "
		"generator.",
	.operands = "[DIR]",
	.operands_help = "The folder of the site. The default is the current "
		"folder.",
	.most_operands = 1,
	.options = {
		[OPTION_DRY_RUN] = "Print the config and write nothing.",
	},
	.statuses = {
		"The config is written.",
		NULL,
		"The command line is wrong, no generator was recognised, or "
		"there is a feedmill.yaml already. Nothing was written.",
		"Could not write.",
	},
	.run = run_init,
};
