/* SPDX-License-Identifier: MIT
 * cmd_init: the command init. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/utf8.h"
#include "cli/command.h"
#include "config/config_codes.h"
#include "config/config_write.h"
#include "config/key_types.h"
#include "publish/publish_codes.h"
#include "publish/replace.h"

/* ---- the file ---- */

static enum outcome
fail_exists(struct diags *diags, str path)
{
	struct source src = {path, {0}};

	diag_add(diags, DIAG_CONFIG_EXISTS, &src, (struct mark){0},
	    "there is a config already");
	return OUTCOME_CONFIG;
}

/* Unlike rename, link(2) never replaces a file, so two runs at the same time
 * cannot lose a config. */
static enum outcome
write_config(struct arena *a, str path, str text, struct diags *diags)
{
	struct source src = {path, {0}};
	struct replacement r;
	enum outcome outcome = OUTCOME_WRITE;
	bool is_staged = replace_stage(&r, path.ptr, text, a);

	if (is_staged && link(r.temp, r.target) == 0)
		outcome = OUTCOME_OK;
	else if (is_staged && errno == EEXIST)
		outcome = fail_exists(diags, path);
	else
		diag_add(diags, DIAG_WRITE_FAILED, &src, (struct mark){0},
		    "cannot write: %s", strerror(errno));
	replace_drop(&r);
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
		puts("could not be determined:");
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
	else if (!o->dry && access(path.ptr, F_OK) == 0) {
		replace_clean(path.ptr);
		fail_exists(diags, path);
	} else if (import_read(&im, &a, dir, config_key_takes, diags)) {
		config_write(&text, &im);
		outcome = OUTCOME_OK;
		if (o->dry)
			fputs(buf_cstr(&text), stdout);
		else
			outcome = write_config(&a, path, buf_str(&text), diags);
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
