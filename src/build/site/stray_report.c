/* SPDX-License-Identifier: MIT
 * stray_report: reports unknown front matter keys, counted over all posts. */
#include "build/site/stray_report.h"

#include "base/core/file.h"
#include "build/codes/build_codes.h"
#include "build/site/site.h"
#include "post/keys/stray.h"

/* A key that posts have. */
struct key_count {
	str key;
	const char *near;
	bool is_date;    /* counts only files without a date */
	size_t count;
	size_t most;     /* files in folders where most files have the key */
	const struct post *first;
	struct mark at;  /* of the key in `first` */
	struct key_count *next;
};

/* The number of files in a folder that have a key; with an empty key, of all
 * files in it. */
struct folder_count {
	size_t count;
};

struct counting {
	struct site *site;
	struct arena arena;
	struct table keys;    /* from "d" or "k" and the key to a key_count */
	struct table folders; /* from folder, '\n', key to a folder_count */
	struct key_count *first, **end; /* in the order of the posts */
	uint16_t uses;        /* bits of the known keys of all posts: stray.h */
};

static bool
has_stray(const struct post *p)
{
	return p->reports && p->reports->stray;
}

/* ---- counting ---- */

static struct key_count *
get_key(struct counting *c, const struct stray *t, bool is_date)
{
	str name = arena_printf(&c->arena, "%c%.*s", is_date ? 'd' : 'k',
	    STR_ARG(t->key));
	struct key_count *k = table_find(&c->keys, name);

	if (k)
		return k;
	k = arena_alloc(&c->arena, sizeof *k);
	*k = (struct key_count){
		.key = t->key, .near = t->near, .is_date = is_date};
	*table_at(&c->keys, name) = k;
	*c->end = k;
	c->end = &k->next;
	return k;
}

/* The folder of a post. A folder with an index.* is itself one post of the
 * folder above. */
static str
folder_of(str path)
{
	str dir = path_dir(path);

	return str_starts(path_base(path), S("index.")) ? path_dir(dir) : dir;
}

static struct folder_count *
get_folder(struct counting *c, str path, str key)
{
	str name = arena_printf(&c->arena, "%.*s\n%.*s",
	    STR_ARG(folder_of(path)), STR_ARG(key));
	struct folder_count *f = table_find(&c->folders, name);

	if (f)
		return f;
	f = arena_alloc(&c->arena, sizeof *f);
	*table_at(&c->folders, name) = f;
	return f;
}

static void
count_post(struct counting *c, const struct post *p)
{
	bool is_date = p->skip == SKIP_UNDATED;

	for (const struct stray *t = p->reports->stray; t; t = t->next) {
		struct key_count *k = get_key(c, t, is_date);

		if (k->count++ == 0) {
			k->first = p;
			k->at = t->at;
		}
		if (is_date)
			get_folder(c, p->path, t->key)->count++;
	}
}

/* Counts, for each key with a date, the files in folders where most have it. */
static void
count_folders(struct counting *c)
{
	const struct site *s = c->site;

	for (size_t i = 0; i < s->n_posts; i++)
		get_folder(c, s->posts[i].path, S(""))->count++;
	for (size_t i = 0; i < s->n_posts; i++) {
		const struct post *p = &s->posts[i];
		const struct stray *t = has_stray(p) ? p->reports->stray : NULL;

		if (t == NULL || p->skip != SKIP_UNDATED)
			continue;
		if (2 * get_folder(c, p->path, t->key)->count >
		    get_folder(c, p->path, S(""))->count)
			get_key(c, t, true)->most++;
	}
}

/* ---- reporting ---- */

/* Whether the key is misspelt, and not a key that the site has invented. */
static bool
is_misspelt(const struct counting *c, const struct key_count *k)
{
	return k->near &&
	    (k->count == 1 || (c->uses & stray_bit(k->near)) != 0);
}

static void
report_date(struct counting *c, const struct key_count *k)
{
	struct source src = {k->first->path, {0}};
	const char *s = k->count == 1 ? "" : "s";

	if (k->near)
		diag_add(&c->site->diags, DIAG_DATE_KEY, &src, k->at,
		    "%zu file%s without a date %s '%.*s', which looks like "
		    "one: is '%s' meant?", k->count, s,
		    k->count == 1 ? "has" : "have", STR_ARG(k->key), k->near);
	else
		diag_add(&c->site->diags, DIAG_DATE_KEY, &src, k->at,
		    "%zu file%s without a date %s '%.*s', which looks like "
		    "one: posts.keys: {date: %.*s} takes it", k->count, s,
		    k->count == 1 ? "has" : "have", STR_ARG(k->key),
		    STR_ARG(k->key));
}

static void
report_key(struct counting *c, const struct key_count *k)
{
	struct source src = {k->first->path, {0}};
	str of = {0};

	if (k->count > 1)
		of = arena_printf(&c->arena, " of %zu posts", k->count);
	diag_add(&c->site->diags, DIAG_KEY_MISSPELT, &src, k->at,
	    "unknown key '%.*s'%.*s: is '%s' meant?", STR_ARG(k->key),
	    STR_ARG(of), k->near);
}

static bool
any_stray(const struct site *s)
{
	for (size_t i = 0; i < s->n_posts; i++)
		if (has_stray(&s->posts[i]))
			return true;
	return false;
}

void
stray_report(struct site *s)
{
	struct counting c = {.site = s, .end = &c.first};

	if (!any_stray(s))
		return;
	for (size_t i = 0; i < s->n_posts; i++) {
		c.uses |= s->posts[i].uses;
		if (has_stray(&s->posts[i]))
			count_post(&c, &s->posts[i]);
	}
	count_folders(&c);
	for (const struct key_count *k = c.first; k; k = k->next)
		if (k->is_date && (k->most || is_misspelt(&c, k)))
			report_date(&c, k);
		else if (!k->is_date && is_misspelt(&c, k))
			report_key(&c, k);
	table_free(&c.keys);
	table_free(&c.folders);
	arena_free(&c.arena);
}
