/* SPDX-License-Identifier: MIT
 * cmd_list: feedmill list. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/utf8.h"
#include "../feed/format.h"
#include "command.h"

/* Newest first; those without a date last, by path. */
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

/* A string; null where it is empty. File names may be any bytes. */
static json_t *
json_text(str s)
{
	struct buf b = {0};
	json_t *j;

	if (s.len == 0)
		return json_null();
	text_clean(&b, s);
	if (utf8_check(buf_str(&b)) < b.len)
		b.len = utf8_check(buf_str(&b));
	j = json_stringn(buf_str(&b).ptr, b.len);
	buf_free(&b);
	return j;
}

static json_t *
json_instant(const struct post *p, instant t)
{
	char text[DATETIME_TEXT];

	return has_date(p) ? json_text(datetime_rfc3339(t, text))
	                   : json_null();
}

static json_t *
json_texts(struct strs list)
{
	json_t *j = json_array();

	for (size_t i = 0; i < list.count; i++)
		json_array_append_new(j, json_text(list.at[i]));
	return j;
}

static struct strs
terms_of(const struct post *p, str taxonomy)
{
	for (size_t i = 0; i < p->n_terms; i++)
		if (str_eq(p->terms[i].taxonomy->name, taxonomy))
			return p->terms[i].terms;
	return (struct strs){0};
}

static json_t *
json_terms(const struct post *p)
{
	json_t *j = json_object();

	for (size_t i = 0; i < p->n_terms; i++) {
		str name = p->terms[i].taxonomy->name;
		struct buf key = {0};

		buf_add(&key, name);
		json_object_set_new(
		    j, buf_cstr(&key), json_texts(p->terms[i].terms));
		buf_free(&key);
	}
	return j;
}

static json_t *
json_post(const struct post *p)
{
	json_t *j = json_object();
	json_t *authors = json_array();

	for (size_t i = 0; i < p->n_authors; i++)
		json_array_append_new(authors, json_text(p->authors[i].name));
	json_object_set_new(j, "path", json_text(p->path));
	json_object_set_new(j, "title", json_text(p->title));
	json_object_set_new(j, "date", json_instant(p, p->published));
	json_object_set_new(j, "updated", json_instant(p, p->updated));
	json_object_set_new(j, "url", json_text(p->url));
	json_object_set_new(j, "id", json_text(p->id));
	json_object_set_new(j, "draft", json_boolean(p->draft));
	json_object_set_new(j, "authors", authors);
	json_object_set_new(j, "tags", json_texts(terms_of(p, S("tags"))));
	json_object_set_new(
	    j, "categories", json_texts(terms_of(p, S("categories"))));
	json_object_set_new(j, "terms", json_terms(p));
	json_object_set_new(
	    j, "skipped", json_text(str_of(skip_names[p->skip])));
	return j;
}

static json_t *
json_feed(const struct site *s, const struct feed *f, size_t format)
{
	json_t *j = json_object();

	json_object_set_new(j, "path", json_text(f->path[format]));
	json_object_set_new(j, "title", json_text(f->title));
	json_object_set_new(j, "url", json_text(f->url[format]));
	json_object_set_new(j, "format",
	    json_text(str_of(s->plan.formats[format]->name)));
	json_object_set_new(
	    j, "entries", json_integer((json_int_t)f->count));
	return j;
}

static bool
print_json(const struct site *s, const struct post **posts)
{
	json_t *root = json_object();
	json_t *list = json_array(), *feeds = json_array();
	bool ok;

	for (size_t i = 0; i < s->n_posts; i++)
		json_array_append_new(list, json_post(posts[i]));
	for (size_t i = 0; i < s->plan.n_feeds; i++)
		for (size_t k = 0; k < s->plan.n_formats; k++)
			json_array_append_new(
			    feeds, json_feed(s, &s->plan.feeds[i], k));
	json_object_set_new(root, "posts", list);
	json_object_set_new(root, "feeds", feeds);
	ok = json_dumpf(root, stdout, JSON_INDENT(1)) == 0;
	json_decref(root);
	return puts("") >= 0 && ok;
}

/* ---- for people ---- */

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
		    skip ? skip : "", STR_ARG(p->title), 30, "",
		    STR_ARG(p->url.len ? p->url : p->path));
	}
}

static void
print_feeds(const struct site *s)
{
	for (size_t i = 0; i < s->plan.n_feeds; i++)
		for (size_t k = 0; k < s->plan.n_formats; k++) {
			const struct feed *f = &s->plan.feeds[i];

			printf("%4zu entr%s  %.*s\n", f->count,
			    f->count == 1 ? "y  " : "ies",
			    STR_ARG(f->url[k]));
		}
}

enum outcome
cmd_list(const struct options *o, struct diags *diags)
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
