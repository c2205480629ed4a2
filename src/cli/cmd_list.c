/* SPDX-License-Identifier: MIT
 * cmd_list: the command list. */
#include <stdio.h>
#include <stdlib.h>

#include "base/core/file.h"
#include "base/data/json.h"
#include "feed/formats/format.h"
#include "build/site/site.h"
#include "cli/command.h"

/* The newest first; posts without a date last, by path. */
static int
by_date(const void *a, const void *b)
{
	const struct post *x = *(const struct post *const *)a;
	const struct post *y = *(const struct post *const *)b;

	if (x->published != y->published)
		return x->published > y->published ? -1 : 1;
	return str_cmp(x->path, y->path);
}

static const struct post **
sorted_posts(const struct site *s)
{
	const struct post **list =
	    mem_alloc(s->n_posts * sizeof(struct post *));

	for (size_t i = 0; i < s->n_posts; i++)
		list[i] = &s->posts[i];
	qsort(list, s->n_posts, sizeof *list, by_date);
	return list;
}

static bool
has_date(const struct post *p)
{
	return p->published != 0 || p->skip == SKIP_NONE;
}

/* ---- JSON ---- */

static void
add_instant(struct arena *a, struct value *to, str key, const struct post *p,
    instant t)
{
	char text[DATETIME_TEXT];
	str date = has_date(p) ? datetime_rfc3339(t, text) : S("");

	json_add_text(a, to, key, arena_str(a, date));
}

static void
add_terms(struct arena *a, struct value *to, const struct post *p,
    str taxonomy)
{
	struct value *j = json_add(a, to, taxonomy, VALUE_LIST);

	for (size_t i = 0; i < p->n_labels; i++)
		if (str_eq(p->labels[i]->taxonomy->name, taxonomy))
			json_add_text(a, j, S(""), p->labels[i]->text);
}

static void
add_post(struct arena *a, struct value *list, const struct post *p,
    const struct config *c)
{
	struct value *j = json_add(a, list, S(""), VALUE_MAP);
	struct value *authors, *terms;

	json_add_text(a, j, S("path"), p->path);
	json_add_text(a, j, S("title"), p->matter->title);
	add_instant(a, j, S("date"), p, p->published);
	add_instant(a, j, S("updated"), p, p->updated);
	json_add_text(a, j, S("url"), p->matter->url);
	json_add_text(a, j, S("id"), p->id);
	json_add_plain(
	    a, j, S("draft"), p->matter->draft ? S("true") : S("false"));
	authors = json_add(a, j, S("authors"), VALUE_LIST);
	for (size_t i = 0; i < p->matter->n_authors; i++)
		json_add_text(a, authors, S(""), p->matter->authors[i].name);
	add_terms(a, j, p, S("tags"));
	add_terms(a, j, p, S("categories"));
	terms = json_add(a, j, S("terms"), VALUE_MAP);
	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		add_terms(a, terms, p, t->name);
	json_add_text(a, j, S("skipped"), str_of(skip_names[p->skip]));
}

static void
add_feed(struct arena *a, struct value *list, const struct site *s,
    const struct feed *f, size_t format)
{
	struct value *j = json_add(a, list, S(""), VALUE_MAP), *also = NULL;
	str folder = s->config.feeds.folder;

	json_add_text(a, j, S("path"), path_clean(a, path_join(a,
	    folder, f->path[format])));
	if (f->also[format].count)
		also = json_add(a, j, S("also"), VALUE_LIST);
	for (size_t i = 0; i < f->also[format].count; i++)
		json_add_text(a, also, S(""), path_clean(a, path_join(a,
		    folder, f->also[format].at[i])));
	json_add_text(a, j, S("title"), f->title);
	json_add_text(a, j, S("url"), f->url[format]);
	json_add_text(
	    a, j, S("format"), str_of(s->plan.formats[format]->name));
	json_add_plain(
	    a, j, S("entries"), arena_printf(a, "%zu", f->count));
}

static void
print_json(const struct site *s, const struct post **posts)
{
	struct arena a = {0};
	struct buf out = {0};
	struct value root = {.kind = VALUE_MAP};
	struct value *list = json_add(&a, &root, S("posts"), VALUE_LIST);
	struct value *feeds = json_add(&a, &root, S("feeds"), VALUE_LIST);

	for (size_t i = 0; i < s->n_posts; i++)
		add_post(&a, list, posts[i], &s->config);
	for (size_t i = 0; i < s->plan.n_feeds; i++)
		for (size_t k = 0; k < s->plan.n_formats; k++)
			if (s->plan.feeds[i].path[k].len)
				add_feed(&a, feeds, s, &s->plan.feeds[i], k);
	json_write(&out, &root);
	puts(buf_cstr(&out));
	buf_free(&out);
	arena_free(&a);
}

/* ---- text ---- */

static void
print_posts(const struct site *s, const struct post **posts)
{
	for (size_t i = 0; i < s->n_posts; i++) {
		const struct post *p = posts[i];
		char text[DATETIME_TEXT];
		str date = has_date(p) ? datetime_rfc3339(p->published, text)
		                       : S("-");
		const char *skip = skip_names[p->skip];

		printf("%-20.*s %-8s %.*s\n%*s%.*s\n", STR_ARG(date),
		    skip ? skip : "", STR_ARG(p->matter->title), 30, "",
		    STR_ARG(p->matter->url.len ? p->matter->url : p->path));
	}
}

static void
print_feeds(const struct site *s)
{
	for (size_t i = 0; i < s->plan.n_feeds; i++)
		for (size_t k = 0; k < s->plan.n_formats; k++) {
			const struct feed *f = &s->plan.feeds[i];

			if (f->path[k].len == 0)
				continue;
			printf("%4zu entr%s  %.*s\n", f->count,
			    f->count == 1 ? "y  " : "ies",
			    STR_ARG(f->url[k]));
		}
}

static enum outcome
run_list(const struct options *o, struct diags *diags)
{
	struct site_options so = command_site_options(o);
	struct site s;
	enum outcome outcome = site_open(&s, &so);

	if (outcome <= OUTCOME_POSTS || outcome == OUTCOME_REFUSED) {
		const struct post **posts = sorted_posts(&s);

		if (o->json)
			print_json(&s, posts);
		else {
			print_posts(&s, posts);
			print_feeds(&s);
		}
		mem_free(posts);
	}
	site_take_diags(&s, diags);
	site_close(&s);
	if (outcome == OUTCOME_OK && o->strict && diags->counts[DIAG_WARNING])
		outcome = OUTCOME_POSTS;
	return outcome;
}

const struct command cmd_list = {
	.name = "list",
	.help = "Print posts and feeds as feedmill understands them.",
	.options = {
		[OPTION_CONFIG] = OPTION_AS_TABLE,
		[OPTION_JOBS] = OPTION_AS_TABLE,
		[OPTION_STRICT] = OPTION_AS_TABLE,
		[OPTION_JSON] = OPTION_AS_TABLE,
		[OPTION_NOW] = OPTION_AS_TABLE,
		[OPTION_SET] = OPTION_AS_TABLE,
	},
	.statuses = {
		"All posts were understood.",
		"Some posts have errors. With --strict, a warning is enough.",
		"The command line or the config is wrong.",
		"Could not write to standard output, could not read a folder "
		"of posts, or a library is missing.",
		"No post could be read, and feeds are published: a guard "
		"would refuse to replace them.",
	},
	.run = run_list,
};
