/* SPDX-License-Identifier: MIT
 * guard_left: the post of an entry that left its feed, and why it left.
 *
 * A post without a date, or whose front matter is broken, has no address and no
 * id: it is found by its title. A file that the config leaves out is read
 * again. */
#include "build/guard/guard_left.h"

#include "build/guard/alike.h"
#include "build/site/site.h"
#include "post/post_pack.h"
#include "post/read/read.h"

/* ---- finding the post ---- */

static struct left *
new_left(struct left_finder *f, const struct found *file,
    const struct post *post, int why)
{
	struct left *l = arena_alloc(&f->arena, sizeof *l);

	*l = (struct left){.file = file, .post = post, .why = why};
	return l;
}

static void
add_once(struct table *t, str key, struct left *l)
{
	void **at = key.len ? table_at(t, key) : NULL;

	if (at && *at == NULL)
		*at = l;
}

/* Reads files as if the config left none out. */
struct rereading {
	struct left_finder *finder;
	struct config config;
	struct post_reader reader;
	struct post_worker worker;
};

static void
read_again(struct rereading *r, const struct found *file,
    const struct post *post, int why)
{
	struct left_finder *f = r->finder;
	struct found copy = *file;
	struct post again;

	post_read(&again, &r->reader, &copy, &r->worker);
	add_once(&f->hidden, arena_str(&f->arena, str_trim(again.id)),
	    new_left(f, file, post, why));
	post_free(&again);
}

static void
read_hidden(struct left_finder *f)
{
	struct site *s = f->site;
	struct rereading r = {.finder = f, .config = s->config,
		.reader = s->reader};

	r.config.posts.where = NULL;
	r.reader.config = &r.config;
	post_worker_init(&r.worker, &r.config);
	r.worker.parser = s->workers[0].parser;
	for (size_t i = 0; i < s->n_posts; i++)
		if (s->posts[i].skip == SKIP_HIDDEN && s->posts[i].id.len == 0)
			read_again(&r, &s->scan.files[i], &s->posts[i],
			    SKIP_HIDDEN);
	for (size_t i = 0; i < s->n_left_out; i++)
		read_again(&r, &s->left_out[i], NULL, LEFT_EXCLUDED);
	post_worker_free(&r.worker);
}

static void
gather_titles(struct left_finder *f)
{
	struct site *s = f->site;

	for (size_t i = 0; i < s->n_posts; i++) {
		struct post *p = &s->posts[i];

		if (p->id.len)
			continue;
		post_load(p, &s->config, &s->arena);
		add_once(&f->titles, alike_title(&f->arena, p->matter->title),
		    new_left(f, &s->scan.files[i], p, (int)p->skip));
	}
}

static const struct left *
find_without_id(struct left_finder *f, const struct loss *l)
{
	const struct left *found;

	if (!f->is_ready) {
		read_hidden(f);
		gather_titles(f);
		f->is_ready = true;
	}
	found = table_find(&f->hidden, l->id);
	if (found == NULL && l->title.len)
		found = table_find(&f->titles, l->title);
	if (found == NULL)
		found = table_find(&f->titles, alike_name(&f->arena, l->link));
	return found;
}

struct left
left_find(struct left_finder *f, const struct loss *l)
{
	struct site *s = f->site;
	const struct post *p = table_find(f->ids, l->id);
	const struct left *found;
	struct left left = {.why = LEFT_GONE};

	if (p)
		left = (struct left){l, &s->scan.files[p - s->posts], p,
			(int)p->skip};
	else if ((found = find_without_id(f, l)) != NULL)
		left = *found;
	left.loss = l;
	return left;
}

void
left_finder_free(struct left_finder *f)
{
	table_free(&f->hidden);
	table_free(&f->titles);
	arena_free(&f->arena);
}

/* ---- saying why ---- */

/* Reads the post once more: only its front matter knows the line. The state
 * keeps the stamp of the first reading. */
static void
report_skip(struct left_finder *f, const struct left *l,
    const struct leaving *leaving)
{
	struct post_reader reader = f->site->reader;
	struct found file = *l->file;
	struct post_worker w;
	struct post again;

	reader.leaving = leaving;
	post_worker_init(&w, reader.config);
	w.parser = f->site->workers[0].parser;
	post_read(&again, &reader, &file, &w);
	post_free(&again);
	post_worker_free(&w);
}

void
left_report(struct left_finder *f, const struct left *l, diag_code code,
    str file, struct diags *diags)
{
	const struct leaving leaving = {code, file, diags};
	struct source src = {l->file ? l->file->path : file, {0}};

	if (l->why == LEFT_GONE)
		diag_add(diags, code, &src, (struct mark){0},
		    "no file has the post with the id '%.*s'",
		    STR_ARG(l->loss->id));
	else if (l->why == LEFT_EXCLUDED)
		diag_add(diags, code, &src, (struct mark){0},
		    "leaves %.*s: posts.include or posts.exclude leaves out "
		    "the file", STR_ARG(file));
	else if (l->why == SKIP_NONE)
		diag_add(diags, code, &src, (struct mark){0},
		    "leaves %.*s: it is published, but no longer in this feed",
		    STR_ARG(file));
	else if (l->why == SKIP_ERROR)
		diag_add(diags, code, &src, (struct mark){0},
		    "leaves %.*s: it has errors", STR_ARG(file));
	else
		report_skip(f, l, &leaving);
}
