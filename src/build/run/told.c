/* SPDX-License-Identifier: MIT
 * told: warnings of posts that earlier runs reported.
 *
 * A file beside the state has two numbers for each warning: a hash of its text,
 * and a hash of the digest of its post. The file stays valid when another
 * config or version makes the state useless. */
#include "build/run/told.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/data/pack.h"
#include "build/codes/build_codes.h"
#include "build/site/site.h"
#include "content/codes/content_codes.h"
#include "post/post_codes.h"
#include "publish/replace.h"

enum { MOST_OF_KIND = 5, MOST_FILE = 64 * 1024 * 1024 };

struct told_key {
	uint64_t warning, post;
};

struct told {
	struct site *site;
	bool is_same;
	struct arena arena;
	const char *path;
	struct told_key *old; /* sorted */
	size_t n_old;
	struct told_key *next;
	size_t n_next, cap_next;
};

/* ---- the file ---- */

static int
by_key(const void *a, const void *b)
{
	const struct told_key *x = a, *y = b;

	if (x->warning != y->warning)
		return x->warning < y->warning ? -1 : 1;
	return x->post == y->post ? 0 : x->post < y->post ? -1 : 1;
}

/* Ignores a file that is damaged: then all warnings are reported again. */
static void
read_told(struct told *t)
{
	struct buf text = {0};
	struct unpack u;
	struct digest seal;

	if (file_read(&text, t->path, MOST_FILE)) {
		u = (struct unpack){.rest = buf_str(&text)};
		seal = unpack_digest(&u);
		if (!u.bad && digest_eq(seal, digest_of(u.rest))) {
			t->n_old = unpack_size(&u, u.rest.len);
			t->old = arena_array(
			    &t->arena, t->n_old, sizeof *t->old);
		}
		for (size_t i = 0; i < t->n_old; i++) {
			t->old[i].warning = unpack_uint(&u);
			t->old[i].post = unpack_uint(&u);
		}
	}
	buf_free(&text);
}

/* If the file cannot be written, the run goes on: the next one reports all
 * warnings again. */
static void
write_told(struct told *t)
{
	struct buf list = {0}, text = {0};
	struct replacement r = {0};

	if (t->n_next)
		qsort(t->next, t->n_next, sizeof *t->next, by_key);
	if (t->n_next == t->n_old && (t->n_next == 0 || memcmp(t->next, t->old,
	    t->n_next * sizeof *t->next) == 0))
		return;
	pack_uint(&list, t->n_next);
	for (size_t i = 0; i < t->n_next; i++) {
		pack_uint(&list, t->next[i].warning);
		pack_uint(&list, t->next[i].post);
	}
	pack_digest(&text, digest_of(buf_str(&list)));
	buf_add(&text, buf_str(&list));
	file_make_folder(t->path);
	if (replace_stage(&r, t->path, buf_str(&text), &t->arena))
		replace_commit(&r);
	replace_drop(&r);
	buf_free(&list);
	buf_free(&text);
}

/* ---- one warning ---- */

/* The file of a post by its path, or NULL. */
static const struct found *
find_file(const struct site *s, str path)
{
	size_t from = 0, to = s->scan.count;

	while (from < to) {
		size_t i = from + (to - from) / 2;
		int order = str_cmp(path, s->scan.files[i].path);

		if (order == 0)
			return &s->scan.files[i];
		if (order < 0)
			to = i;
		else
			from = i + 1;
	}
	return NULL;
}

/* Whether a warning of this code already counts over all posts. */
static bool
is_sum(diag_code code)
{
	static const diag_code codes[] = {
		DIAG_TAG_DROPPED, DIAG_TAG_UNKNOWN, DIAG_KEY_MISSPELT,
		DIAG_DATE_KEY, DIAG_FORMAT_UNREAD, DIAG_FOLDER_EMPTY,
		DIAG_NO_FILES, DIAG_DATA_COMPUTED,
	};

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (codes[i] == code)
			return true;
	return false;
}

/* Whether the warning returns in the next run if nothing changes. A post leaves
 * only once. */
static bool
is_lasting(const struct told *t, const struct diag *d)
{
	return d->code->level == DIAG_WARNING && d->code != DIAG_POST_LEFT &&
	    (is_sum(d->code) || find_file(t->site, d->file));
}

static struct told_key
key_of(const struct told *t, const struct diag *d)
{
	const struct found *f = find_file(t->site, d->file);
	struct buf b = {0};
	struct told_key key = {0};

	buf_add(&b, str_of(d->code->name));
	buf_addc(&b, '\n');
	buf_add(&b, d->file);
	buf_addc(&b, '\n');
	buf_add(&b, d->message);
	key.warning = hash64(buf_str(&b));
	buf_reset(&b);
	if (f && t->site->posts)
		pack_digest(&b,
		    t->site->posts[f - t->site->scan.files].digest);
	if (b.len)
		key.post = hash64(buf_str(&b));
	buf_free(&b);
	return key;
}

/* The same key among those of earlier runs, or NULL. If nothing is new, no post
 * was loaded and no digest is known: then only the warning is compared. */
static const struct told_key *
find_told(const struct told *t, const struct told_key *key)
{
	for (size_t from = 0, to = t->n_old; from < to;) {
		size_t i = from + (to - from) / 2;
		const struct told_key *old = &t->old[i];
		int order = t->is_same && old->warning == key->warning ? 0
		    : by_key(key, old);

		if (order == 0)
			return old;
		if (order < 0)
			to = i;
		else
			from = i + 1;
	}
	return NULL;
}

static void
remember_key(struct told *t, struct told_key key)
{
	t->next = arena_grow(
	    &t->arena, t->next, t->n_next, &t->cap_next, sizeof *t->next);
	t->next[t->n_next++] = key;
}

/* ---- all of them ---- */

/* Reports the warnings that still hold: "2 title-missing, 1 link-invalid". */
static void
report_standing(struct arena *a, const struct diag_tally *list,
    struct diags *to)
{
	str kinds = {0};
	size_t n = 0;

	for (const struct diag_tally *c = list; c; c = c->next) {
		kinds = arena_printf(a, "%.*s%s%zu %s", STR_ARG(kinds),
		    kinds.len ? ", " : "", c->count, c->code->name);
		n += c->count;
	}
	if (n)
		diag_add(to, DIAG_WARNINGS_STAND, NULL, (struct mark){0},
		    "%zu warning%s of earlier runs stand%s: %.*s", n,
		    n == 1 ? "" : "s", n == 1 ? "s" : "", STR_ARG(kinds));
}

/* Reports how many warnings of each kind are not shown. */
static void
report_rest(const struct diag_tally *list, struct diags *to)
{
	for (const struct diag_tally *c = list; c; c = c->next)
		if (c->count > MOST_OF_KIND)
			diag_add(to, c->code, NULL, (struct mark){0},
			    "and %zu more like these: 'feedmill check' lists "
			    "them", c->count - MOST_OF_KIND);
}

static void
choose(struct told *t, enum telling telling, struct diags *diags)
{
	struct diags kept = {0};
	struct diag_tally *standing = NULL, *shown = NULL;

	for (const struct diag *d = diags->first; d; d = d->next) {
		struct told_key key;
		const struct told_key *told;

		if (!is_lasting(t, d)) {
			diag_copy(&kept, d);
			continue;
		}
		key = key_of(t, d);
		told = find_told(t, &key);
		if (told || telling != TELL_ERRORS)
			remember_key(t, told ? *told : key);
		if (telling == TELL_AGAIN || telling == TELL_ERRORS)
			diag_copy(&kept, d);
		else if (told)
			diag_tally_of(&standing, &t->arena, d->code)->count++;
		else if (is_sum(d->code) || diag_tally_of(&shown, &t->arena,
		    d->code)->count++ < MOST_OF_KIND)
			diag_copy(&kept, d);
	}
	report_rest(shown, &kept);
	if (telling == TELL_STANDING)
		report_standing(&t->arena, standing, &kept);
	diags_free(diags);
	*diags = kept;
}

void
told_choose(struct site *s, enum telling telling, bool is_same,
    struct diags *diags)
{
	struct told t = {.site = s, .is_same = is_same};
	str state = s->config.posts.state;

	if (telling == TELL_ALL || state.len == 0 || str_eq(state, S("none")))
		return;
	state = path_join(&t.arena, s->config.dir, state);
	t.path = arena_printf(&t.arena, "%.*s.told", STR_ARG(state)).ptr;
	read_told(&t);
	choose(&t, telling, diags);
	write_told(&t);
	arena_free(&t.arena);
}
