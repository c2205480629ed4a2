/* SPDX-License-Identifier: MIT
 * cmd_list: the command list. */
#include <stdio.h>
#include <stdlib.h>

#include "base/core/file.h"
#include "feed/formats/format.h"
#include "feed/formats/json_out.h"
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
put_instant(struct json_out *j, const char *key, const struct post *p,
    instant t)
{
	char text[DATETIME_TEXT];

	json_out_value(j, key,
	    has_date(p) ? datetime_rfc3339(t, text) : (str){0});
}

static void
put_terms(struct json_out *j, const struct post *p, str taxonomy)
{
	struct buf key = {0};

	json_out_escape(&key, (struct markup){taxonomy});
	json_out_list(j, buf_cstr(&key));
	for (size_t i = 0; i < p->n_labels; i++)
		if (str_eq(p->labels[i]->taxonomy->name, taxonomy))
			json_out_value(j, NULL, p->labels[i]->text);
	json_out_close(j);
	buf_free(&key);
}

static void
put_post(struct json_out *j, const struct post *p, const struct config *c)
{
	const struct matter *m = p->matter;

	json_out_map(j, NULL);
	json_out_value(j, "path", p->path);
	json_out_value(j, "title", m->title);
	put_instant(j, "date", p, p->published);
	put_instant(j, "updated", p, p->updated);
	json_out_value(j, "url", m->url);
	json_out_value(j, "id", p->id);
	json_out_word(j, "draft", m->draft ? "true" : "false");
	json_out_list(j, "authors");
	for (size_t i = 0; i < m->n_authors; i++)
		json_out_value(j, NULL, m->authors[i].name);
	json_out_close(j);
	put_terms(j, p, S("tags"));
	put_terms(j, p, S("categories"));
	json_out_map(j, "terms");
	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		put_terms(j, p, t->name);
	json_out_close(j);
	json_out_value(j, "skipped", str_of(skip_names[p->skip]));
	json_out_close(j);
}

static void
put_feed(struct json_out *j, struct arena *a, const struct site *s,
    const struct feed *f, size_t format)
{
	const struct strs *also = &f->also[format];
	str folder = s->config.feeds.folder;

	json_out_map(j, NULL);
	json_out_value(j, "path", path_clean(a, path_join(a,
	    folder, f->path[format])));
	if (also->count) {
		json_out_list(j, "also");
		for (size_t i = 0; i < also->count; i++)
			json_out_value(j, NULL, path_clean(a,
			    path_join(a, folder, also->at[i])));
		json_out_close(j);
	}
	json_out_value(j, "title", f->title);
	json_out_value(j, "url", f->url[format]);
	json_out_value(j, "format", str_of(s->plan.formats[format]->name));
	json_out_number(j, "entries", f->count);
	json_out_close(j);
}

static void
print_json(const struct site *s, const struct post **posts)
{
	struct arena a = {0};
	struct buf out = {0};
	struct json_out root = json_out_document(&out), *j = &root;

	j->is_narrow = true;
	json_out_map(j, NULL);
	json_out_list(j, "posts");
	for (size_t i = 0; i < s->n_posts; i++)
		put_post(j, posts[i], &s->config);
	json_out_close(j);
	json_out_list(j, "feeds");
	for (size_t i = 0; i < s->plan.n_feeds; i++)
		for (size_t k = 0; k < s->plan.n_formats; k++)
			if (s->plan.feeds[i].path[k].len)
				put_feed(j, &a, s, &s->plan.feeds[i], k);
	json_out_close(j);
	json_out_close(j);
	fputs(buf_cstr(&out), stdout);
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
		"Some posts have errors, or no file is a post. With --strict, "
		"a warning is enough.",
		"The command line or the config is wrong.",
		"Could not write to standard output, could not read a folder "
		"of posts or media, or a library is missing.",
		"No post could be read, and feeds are published: a guard "
		"would refuse to replace them.",
	},
	.run = run_list,
};
