/* SPDX-License-Identifier: MIT
 * cmd_ids: the command ids. */
#include <stdio.h>

#include "base/core/utf8.h"
#include "build/adopt/adopt_read.h"
#include "build/site/ids.h"
#include "build/site/site.h"
#include "cli/command.h"
#include "config/config_codes.h"
#include "post/post_pack.h"

/* The numbers of entries by result. */
struct tally {
	size_t by[ADOPT_COUNT]; /* new lines, by what their entries matched */
	size_t known, open;
};

static const char *const by_words[ADOPT_COUNT] = {
	[ADOPT_ID] = "by id",
	[ADOPT_ADDRESS] = "by address",
	[ADOPT_PATH] = "by path, on another host",
	[ADOPT_DATE] = "by title and date",
	[ADOPT_DAY] = "by title and day",
	[ADOPT_NEAR] = "by title, about a day apart",
};

/* ---- the table ---- */

static void
print_text(const char *before, str text)
{
	struct buf b = {0};

	text_clean(&b, text);
	printf("%s%s", before, buf_cstr(&b));
	buf_free(&b);
}

static void
print_match(const struct adopt_entry *e)
{
	print_text("  ", e->post->path);
	print_text("  ", e->id);
	printf("  %s\n", by_words[e->by]);
}

static void
print_open(const struct adopt_entry *e, str why)
{
	print_text("  ", e->id);
	if (e->title.len)
		print_text("  ", e->title);
	print_text(": ", why);
	puts("");
}

static void
print_summary(const struct site *s, const struct adopt *ad,
    const struct tally *t, bool dry)
{
	size_t added = 0;

	for (enum adopt_by by = 0; by < ADOPT_COUNT; by++)
		added += t->by[by];
	print_text("", s->config.ids.ledger);
	printf(": %zu of %zu ids %s", added, ad->n,
	    dry ? "would be added" : "added");
	for (enum adopt_by by = 0; by < ADOPT_COUNT; by++)
		if (t->by[by])
			printf(", %zu %s", t->by[by], by_words[by]);
	printf("; %zu known before, %zu open\n", t->known, t->open);
	if (ad->n_others)
		printf("left out: %zu drafts, pages or attachments of the "
		    "export\n", ad->n_others);
}

/* ---- the work ---- */

/* Adds the line of an entry to the ledger. Returns why it gets none, or an
 * empty text. */
static str
add_line(struct site *s, const struct adopt_entry *e, struct tally *t,
    struct arena *a)
{
	str other;

	if (e->post == NULL)
		return e->doubt.len ? e->doubt
		    : S("no post has its address, or its title and date");
	if (e->post->skip != SKIP_NONE)
		return arena_printf(a, "%.*s is not published (%s)",
		    STR_ARG(e->post->path), skip_words[e->post->skip]);
	switch (ids_adopt(s, e->post, e->id, &other)) {
	case IDS_ADDED:
		t->by[e->by]++;
		return (str){0};
	case IDS_KNOWN:
		t->known++;
		return (str){0};
	case IDS_OTHER:
		return arena_printf(a, "the ledger has another id for %.*s: "
		    "%.*s", STR_ARG(e->post->path), STR_ARG(other));
	case IDS_TAKEN:
	default:
		return arena_printf(a, "the ledger has it for %.*s, not for "
		    "%.*s", STR_ARG(other), STR_ARG(e->post->path));
	}
}

static void
add_lines(struct site *s, const struct options *o, struct adopt *ad,
    struct tally *t)
{
	str why;

	for (size_t i = 0; i < ad->n; i++) {
		const struct adopt_entry *e = &ad->entries[i];

		why = add_line(s, e, t, ad->arena);
		if (why.len) {
			t->open++;
			if (!o->quiet)
				print_open(e, why);
		} else if (o->verbose || o->dry)
			print_match(e);
	}
}

static enum outcome
adopt_ids(struct site *s, const struct options *o, struct adopt *ad,
    struct diags *diags)
{
	enum outcome outcome = OUTCOME_OK;
	struct tally t = {0};

	for (size_t i = 0; i < o->n_from; i++)
		if (!adopt_read(ad, o->from[i], o->timeout ? o->timeout : 30,
		    diags))
			return OUTCOME_CONFIG;
	for (size_t i = 0; i < s->n_posts; i++)
		post_load(&s->posts[i], &s->config, &s->arena);
	adopt_match(ad, s->config.site.url, s->posts, s->n_posts);
	add_lines(s, o, ad, &t);
	if (!o->dry)
		outcome = ids_write(s, diags);
	if (outcome == OUTCOME_OK && !o->quiet)
		print_summary(s, ad, &t, o->dry);
	return outcome == OUTCOME_OK && t.open ? OUTCOME_POSTS : outcome;
}

/* Whether there is something to read, and a ledger to write to. */
static bool
is_asked_well(const struct site *s, const struct options *o,
    struct diags *diags)
{
	if (o->n_from == 0)
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "--from is missing: name the feed that subscribers read "
		    "now, or an export");
	else if (s->ids == NULL)
		diag_add(diags, DIAG_CONFIG_VALUE, &s->config.source,
		    config_mark(&s->config, "ids.ledger"),
		    "ids.ledger is none, expected a file for the ids");
	return o->n_from && s->ids;
}

static enum outcome
run_ids(const struct options *o, struct diags *diags)
{
	struct site_options so = command_site_options(o);
	struct arena a = {0};
	struct adopt ad = {.arena = &a};
	struct site s;
	enum outcome outcome;

	so.ledger = USUAL_LEDGER;
	outcome = site_find(&s, &so);
	if (outcome == OUTCOME_OK && (!is_asked_well(&s, o, diags) ||
	    !ids_parse(&s)))
		outcome = OUTCOME_CONFIG;
	if (outcome == OUTCOME_OK)
		outcome = site_read(&s, &so, NULL);
	if (outcome == OUTCOME_OK)
		outcome = adopt_ids(&s, o, &ad, diags);
	site_take_diags(&s, diags);
	adopt_free(&ad);
	site_close(&s);
	arena_free(&a);
	return outcome;
}

const struct command cmd_ids = {
	.name = "ids",
	.help = "Write the ids that subscribers know into the ledger, from "
		"the feeds or the export of another program.",
	.options = {
		[OPTION_CONFIG] = OPTION_AS_TABLE,
		[OPTION_JOBS] = OPTION_AS_TABLE,
		[OPTION_FROM] = OPTION_AS_TABLE,
		[OPTION_DRY_RUN] = "Print what each entry matches, and write "
			"nothing.",
		[OPTION_TIMEOUT] = OPTION_AS_TABLE,
		[OPTION_NOW] = OPTION_AS_TABLE,
		[OPTION_SET] = OPTION_AS_TABLE,
	},
	.statuses = {
		"Each entry has its post, and the ledger has its id.",
		"Some entries are open: no post was found, or there is a "
		"doubt. The ids of the others are in the ledger.",
		"The command line, the config or what --from names is wrong. "
		"Nothing was written.",
		"Could not write.",
		"The ledger changed meanwhile. Nothing was written.",
	},
	.prints_report = true,
	.run = run_ids,
};
