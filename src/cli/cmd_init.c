/* SPDX-License-Identifier: MIT
 * cmd_init: the command init. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/utf8.h"
#include "build/witness/survey.h"
#include "cli/command.h"
#include "config/config_codes.h"
#include "config/config_write.h"
#include "config/key_types.h"
#include "generators/import/import_change.h"
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
print_sentences(const char *heading, const struct import_gap *list)
{
	struct buf b = {0};

	if (list)
		puts(heading);
	for (; list; list = list->next) {
		buf_reset(&b);
		text_clean(&b, list->text);
		printf("  %s\n", buf_cstr(&b));
	}
	buf_free(&b);
}

static void
print_report(const struct survey *v)
{
	const struct import *im = v->im;
	struct buf b = {0};

	printf("feedmill: a site made with %s; wrote %.*s\n", im->generator,
	    STR_ARG(v->path));
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
	print_sentences("checked:", im->checks);
	print_sentences("could not be determined:", im->gaps);
	if (v->built.len == 0)
		puts("Not checked: the site's pages. Build the site, and run "
		    "'feedmill init' before there is\na feedmill.yaml, or set "
		    "posts.built.");
	puts("Read the file, then run 'feedmill check'.");
	buf_free(&b);
}

/* ---- questions to the user ---- */

/* Whether the key takes this value; if not, reports what it expects. */
static bool
check_hint(const char *key, const char *option, const char *text,
    struct arena *a, struct diags *diags)
{
	struct value v = {.kind = VALUE_SCALAR, .text = str_of(text),
		.quoted = true};
	struct buf expected = {0};
	bool plain, ok = text == NULL ||
	    config_key_takes(key, &v, a, &expected, &plain);

	if (!ok)
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "%s is '%s', expected %s", option, text,
		    buf_cstr(&expected));
	buf_free(&expected);
	return ok;
}

/* Asks for the value of a key until the answer is valid or empty. */
static void
ask_for(struct survey *v, const char *key, const char *question)
{
	char line[1024];
	struct diags diags = {0};
	str answer = {0};
	bool ok = false;

	if (import_setting_find(v->im, str_of(key)))
		return;
	while (!ok) {
		printf("%s: ", question);
		fflush(stdout);
		if (fgets(line, sizeof line, stdin) == NULL)
			break;
		answer = str_trim(str_of(line));
		ok = answer.len == 0 || check_hint(key, key, arena_cstr(
		    v->arena, answer), v->arena, &diags);
		if (!ok)
			printf("%.*s\n", STR_ARG(diags.last->message));
	}
	diags_free(&diags);
	if (ok && answer.len) {
		import_change(v->im, v->arena, str_of(key), S(""), answer,
		    S("your answer"));
		import_drop_gaps(v->im, str_of(key));
	}
}

static void
ask_user(struct survey *v)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return;
	ask_for(v, "site.url", "The address of the site, such as "
	    "https://example.org/");
	ask_for(v, "site.title", "The title of the site");
}

/* ---- the command ---- */

/* Checks the config against the built site. Without an address, a title or a
 * folder of posts that is impossible: the user must fill in that line first. */
static void
check_site(struct survey *v)
{
	static const char *const needed[] = {
		"site.url", "site.title", "posts.folders"};

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!import_setting_find(v->im, str_of(needed[i])))
			return;
	survey_check(v);
}

static enum outcome
make_config(const struct options *o, struct survey *v, struct diags *diags)
{
	struct buf text = {0};
	enum outcome outcome = OUTCOME_OK;

	survey_find(v);
	if (!o->quiet && !o->dry)
		ask_user(v);
	check_site(v);
	config_write(&text, v->im);
	if (o->dry)
		fputs(buf_cstr(&text), stdout);
	else
		outcome = write_config(v->arena, v->path, buf_str(&text),
		    diags);
	if (outcome == OUTCOME_OK && !o->dry && !o->quiet)
		print_report(v);
	buf_free(&text);
	return outcome;
}

static enum outcome
run_init(const struct options *o, struct diags *diags)
{
	struct arena a = {0};
	struct import im;
	struct import_hints hints = {o->url, o->title};
	struct site_options site = command_site_options(o);
	struct stat st;
	str dir = o->n_operands ? str_of(o->operands[0]) : (str){0};
	str path = path_join(&a, dir, S("feedmill.yaml"));
	struct survey v = {.im = &im, .arena = &a, .dir = dir, .path = path,
		.options = &site};
	enum outcome outcome = OUTCOME_CONFIG;

	if (dir.len && stat(dir.ptr, &st) != 0)
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "cannot read the folder '%s': %s", dir.ptr,
		    strerror(errno));
	else if (!o->dry && access(path.ptr, F_OK) == 0) {
		replace_clean(path.ptr);
		fail_exists(diags, path);
	} else if (check_hint("site.url", "--url", o->url, &a, diags) &&
	    check_hint("site.title", "--title", o->title, &a, diags) &&
	    import_read(&im, &a, dir, &hints, config_key_takes, diags))
		outcome = make_config(o, &v, diags);
	arena_free(&a);
	return outcome;
}

const struct command cmd_init = {
	.name = "init",
	.help = "Write a feedmill.yaml for a site, from the config of its "
		"generator, or from its files. Where the generator's pages "
		"and feeds are there, addresses, ids, title and limit are "
		"held against them, and corrected.",
	.operands = "[DIR]",
	.operands_help = "The folder of the site. The default is the current "
		"folder.",
	.most_operands = 1,
	.options = {
		[OPTION_URL] = OPTION_AS_TABLE,
		[OPTION_TITLE] = OPTION_AS_TABLE,
		[OPTION_DRY_RUN] = "Print the config and write nothing.",
	},
	.statuses = {
		"The config is written.",
		NULL,
		"The command line is wrong, the generator's config cannot be "
		"read, or there is a feedmill.yaml already. Nothing was "
		"written.",
		"Could not write.",
	},
	.run = run_init,
};
