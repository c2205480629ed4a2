/* SPDX-License-Identifier: MIT
 * witness: checks whether posts have the addresses of their built pages. */
#include "build/witness/witness.h"

#include "base/core/file.h"
#include <stdlib.h>

#include "build/codes/build_codes.h"
#include "build/witness/built.h"
#include "build/witness/forms.h"
#include "post/post_pack.h"

/* A list of indexes of posts. */
struct indexes {
	size_t *at;
	size_t n;
};

struct look {
	struct witness *out;
	struct site *site;
	const struct site_options *options;
	struct built built;
	struct indexes lost, moved, newer, found;
	size_t most;
};

/* ---- looking up ---- */

static void
append(struct indexes *list, size_t i)
{
	list->at[list->n++] = i;
}

/* Whether a post is newer than the home page: the generator may not have made
 * its page yet. */
static bool
is_newer(const struct look *l, size_t i)
{
	return l->built.stamp.changed > 0 &&
	    l->site->scan.files[i].stamp.changed > l->built.stamp.changed;
}

static void
look_up_post(struct look *l, size_t i, struct arena *scratch)
{
	struct site *s = l->site;
	struct post *p = &s->posts[i];
	enum built_page page;
	str path;

	post_load(p, &s->config, &s->arena);
	if (!built_covers(&l->built, p->matter->url))
		return;
	page = built_find(&l->built, p->matter->url, &path, scratch);
	p->has_page = page == BUILT_PAGE;
	append(p->has_page ? &l->found : page == BUILT_MOVED ? &l->moved
	    : is_newer(l, i) ? &l->newer : &l->lost, i);
	arena_reset(scratch);
}

static void
look_up_all(struct look *l)
{
	struct site *s = l->site;
	struct indexes *lists[] = {
		&l->lost, &l->moved, &l->newer, &l->found};
	struct arena scratch = {0};

	for (size_t i = 0; i < 4; i++)
		lists[i]->at = mem_alloc(s->n_posts * sizeof(size_t));
	for (size_t i = 0; i < s->n_posts; i++) {
		if (s->posts[i].skip != SKIP_NONE)
			continue;
		if (s->posts[i].has_page)
			append(&l->found, i);
		else
			look_up_post(l, i, &scratch);
	}
	arena_free(&scratch);
}

static int
by_index(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Moves the newer posts to the lost ones if most posts are newer than the site:
 * in a fresh clone all files are of the same minute. */
static void
settle_newer(struct look *l, bool any_age)
{
	size_t all = l->lost.n + l->moved.n + l->newer.n + l->found.n;

	if (!any_age && l->newer.n * 2 <= all)
		return;
	for (size_t i = 0; i < l->newer.n; i++)
		append(&l->lost, l->newer.at[i]);
	l->newer.n = 0;
	qsort(l->lost.at, l->lost.n, sizeof(size_t), by_index);
}

/* ---- kinds of mistakes ---- */

/* Picks at most `most` posts, evenly spread over the list. */
static size_t
pick_evenly(const struct indexes *from, size_t most, size_t *out)
{
	size_t n = from->n < most ? from->n : most;

	for (size_t i = 0; i < n; i++)
		out[i] = from->at[i * from->n / n];
	return n;
}

/* Copies settings from the arena of a search to that of the site. */
static struct strs
keep_settings(struct look *l, const struct strs *settings)
{
	struct arena *a = &l->site->arena;
	struct strs out = {arena_array(a, settings->count, sizeof(str)), 0};

	for (size_t i = 0; i < settings->count; i++)
		out.at[out.count++] = arena_str(a, settings->at[i]);
	return out;
}

/* Removes the posts of the sample that have a page with this form. If the whole
 * sample has, removes all other posts of the list too. */
static void
drop_cured(struct indexes *list, const size_t *sample, size_t n,
    const struct form *f)
{
	size_t kept = 0;

	for (size_t i = 0, k = 0; i < list->n; i++) {
		while (k < n && sample[k] < list->at[i])
			k++;
		if (k < n && sample[k] == list->at[i] ? f->is_cured[k]
		    : f->n_cured == n)
			continue;
		list->at[kept++] = list->at[i];
	}
	list->n = kept;
}

static void
join_settings(struct look *l, struct strs *all, const struct strs *more)
{
	str *at = arena_array(&l->site->arena, all->count + more->count,
	    sizeof *at);
	size_t n = 0;

	for (size_t i = 0; i < all->count; i++)
		at[n++] = all->at[i];
	for (size_t i = 0; i < more->count; i++)
		at[n++] = more->at[i];
	*all = (struct strs){at, n};
}

/* Adds the kind of mistake that most posts of a list share, and removes those
 * posts from the list: all of them if that is kind number `most`. */
static void
take_kind(struct look *l, struct indexes *list, struct strs *before,
    size_t most)
{
	struct witness *w = l->out;
	struct lost_kind *kind = &w->kinds[w->n_kinds++];
	size_t *lost = mem_alloc(l->most * sizeof *lost);
	size_t *found = mem_alloc(l->most * sizeof *found);
	struct arena a = {0};
	struct sample s = {.site = l->site, .options = l->options,
		.built = w->folder, .lost = lost, .found = found};
	struct form form;
	bool fits;

	s.n_lost = pick_evenly(list, l->most, lost);
	s.n_found = pick_evenly(&l->found, l->most, found);
	*kind = (struct lost_kind){.count = list->n, .tried = s.n_lost,
		.example = &l->site->posts[lost[0]]};
	fits = w->n_kinds < most && forms_find(&form, &s, before, &a);
	if (fits) {
		kind->settings = keep_settings(l, &form.settings);
		kind->cured = form.n_cured;
		join_settings(l, before, &kind->settings);
		for (size_t i = 0; !form.is_cured[i]; i++)
			kind->example = &l->site->posts[lost[i + 1]];
		drop_cured(list, lost, s.n_lost, &form);
		kind->count -= list->n;
	} else
		list->n = 0;
	arena_free(&a);
	mem_free(lost);
	mem_free(found);
}

static void
find_kinds(struct look *l)
{
	struct witness *w = l->out;
	struct strs before = {0};
	size_t most = LOST_KINDS - (l->moved.n > 0);

	while (l->lost.n)
		take_kind(l, &l->lost, &before, most);
	while (l->moved.n) {
		take_kind(l, &l->moved, &before, LOST_KINDS);
		w->kinds[w->n_kinds - 1].is_moved = true;
	}
}

void
witness_look(struct witness *w, struct site *s,
    const struct site_options *o, str folder, size_t most, bool any_age)
{
	struct look l = {.out = w, .site = s, .options = o, .most = most};

	*w = (struct witness){.folder = folder};
	w->is_there = built_open(&l.built, &s->config, folder);
	if (w->is_there)
		look_up_all(&l);
	w->error = l.built.error;
	w->is_empty = l.found.n == 0 && l.built.stamp.size == 0 &&
	    !(w->is_there && built_has_pages(&l.built));
	if (w->is_there && !w->is_empty && !w->error) {
		settle_newer(&l, any_age);
		w->n_lost = l.lost.n + l.moved.n;
		w->n_newer = l.newer.n;
		w->posts = w->n_lost + w->n_newer + l.found.n;
		find_kinds(&l);
	}
	mem_free(l.lost.at);
	mem_free(l.moved.at);
	mem_free(l.newer.at);
	mem_free(l.found.at);
	built_close(&l.built);
}

/* ---- the report ---- */

/* YAML 1.1 reads a bare "off" as false. */
static void
add_value(struct buf *out, str value)
{
	if (str_eq(value, S("off")))
		buf_add(out, S("\"off\""));
	else
		buf_add(out, value);
}

void
witness_add_settings(struct buf *out, const struct strs *settings)
{
	for (size_t i = 0; i < settings->count; i++) {
		str line = settings->at[i];
		size_t eq = str_chr(line, '=');

		buf_printf(out, "%s'%.*s: ", i ? " and " : "", (int)eq,
		    line.ptr);
		add_value(out, str_from(line, eq + 1));
		buf_addc(out, '\'');
	}
}

static void
add_cure(struct buf *out, const struct lost_kind *k)
{
	if (k->settings.count == 0) {
		buf_printf(out, "; no form of addresses that feedmill knows "
		    "fits %s", k->count == 1 ? "it" : "them");
		return;
	}
	buf_add(out, S("; with "));
	witness_add_settings(out, &k->settings);
	if (k->cured == k->tried)
		buf_add(out, k->tried == 1 ? S(" it has one")
		    : S(" all of them have one"));
	else
		buf_printf(out, " %s one", k->cured == 1 ? "it has"
		    : "they have");
}

void
witness_add_lost(struct buf *out, const struct witness *w,
    const struct lost_kind *k)
{
	buf_printf(out, "%zu of %zu posts %s %s at %s address in '%.*s', such "
	    "as '%.*s' of '%.*s'", k->count, w->posts,
	    k->count == 1 ? "has" : "have", k->is_moved
	    ? "only a page that leads to another one" : "no page",
	    k->count == 1 ? "its" : "their", STR_ARG(w->folder),
	    STR_ARG(k->example->matter->url), STR_ARG(k->example->path));
}

static void
report_kind(const struct site *s, const struct witness *w,
    const struct lost_kind *k, struct diags *diags)
{
	struct buf text = {0};

	witness_add_lost(&text, w, k);
	add_cure(&text, k);
	diag_add(diags, DIAG_ADDRESS_UNKNOWN, &s->config.source,
	    config_mark(&s->config, "posts.built"), "%s", buf_cstr(&text));
	buf_free(&text);
}

bool
witness_report(struct site *s, const struct site_options *o,
    struct diags *diags)
{
	enum { MOST = 60 }; /* size of the samples that forms are tried on */
	str folder = s->config.posts.built;
	struct witness w;
	struct mark at = config_mark(&s->config, "posts.built");

	if (folder.len == 0)
		return true;
	witness_look(&w, s, o, folder, MOST, false);
	if (w.error)
		diag_add(diags, DIAG_BUILT_MISSING, &s->config.source, at,
		    "posts.built '%.*s' cannot be read: %s: no address was "
		    "looked up", STR_ARG(folder), strerror(w.error));
	else if (w.is_empty)
		diag_add(diags, DIAG_BUILT_MISSING, &s->config.source, at,
		    "posts.built '%.*s' %s: no address was looked up",
		    STR_ARG(folder), w.is_there ? "has no pages"
		    : "is not an existing folder");
	for (size_t i = 0; i < w.n_kinds; i++)
		report_kind(s, &w, &w.kinds[i], diags);
	if (w.n_newer)
		diag_add(diags, DIAG_BUILT_OLDER, &s->config.source, at,
		    "%zu of %zu posts are newer than the pages in '%.*s', and "
		    "have none so far", w.n_newer, w.posts, STR_ARG(folder));
	return !w.error && !w.is_empty && w.n_lost + w.n_newer == 0;
}
