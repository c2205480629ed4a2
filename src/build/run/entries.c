/* SPDX-License-Identifier: MIT
 * entries: the entries that feeds need, each rendered once. */
#include "build/run/entries.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#include "base/core/pool.h"
#include "base/process/crew.h"
#include "build/codes/build_codes.h"
#include "build/codes/known_codes.h"
#include "build/memory/judged.h"
#include "build/memory/memos.h"
#include "build/run/build_options.h"
#include "build/run/rendering.h"
#include "build/site/site.h"
#include "content/tags/drops.h"
#include "feed/formats/format.h"
#include "post/post_lost.h"
#include "validate/reading/xml_reader.h"

enum { BATCH = 512 }; /* posts that are rendered before feeds take them */
enum { RANGE = 16 };  /* posts that a process is asked for at once */
enum { FEW = 128 };   /* posts that are not worth a second process */

struct form {
	str before, after; /* markup before and after the text */
	str text;          /* shares its bytes with other forms */
	unsigned namespaces;
};

/* A finished entry in one block. Its last user frees it. */
struct piece {
	atomic_size_t users; /* feeds that still need it */
	atomic_uint_least64_t right; /* forms that were judged, a bit each */
	size_t size;         /* bytes of all forms */
	struct form in[];    /* by form_at; the bytes follow the last one */
};

/* The data of one thread. */
struct worker {
	struct drops drops;
	struct arena memory; /* of memos and keys */
	uint64_t *right;     /* keys of entries that keep the rules: judged.h */
	size_t n_right, cap_right;
};

/* What the feeds need of a post, besides what it is rendered for. */
struct need {
	uint32_t users; /* feeds that need its entry in this run */
	uint32_t rank;  /* index in `wanted` */
};

struct entries {
	struct site *site;
	const struct build_options *options;
	struct post **wanted;  /* newest first */
	size_t n_wanted;
	struct need *needs;    /* by post */
	struct rendering_wish *wishes; /* by post */
	struct piece **pieces; /* by rank; NULL: failed, freed or not yet
	                        * rendered */
	struct entry_memo **memos; /* by rank; NULL: nothing to remember */
	size_t threads;        /* that render */
	size_t done;           /* how many of `wanted` are rendered */
	size_t first;          /* first post of the current batch */
	atomic_size_t held, shown;
	atomic_bool may_pass;  /* a post failed that may not fail next time */
	atomic_size_t stopped; /* posts that the crew did not try */
	str judged;            /* keys of earlier runs */
	pthread_mutex_t lock;  /* protects `lost` */
	struct diags lost;     /* one report for each post not judged */
	struct rendering *rendering;
	struct worker *workers; /* one a thread */
};

static size_t
index_of(const struct entries *e, const struct post *p)
{
	return (size_t)(p - e->site->posts);
}

static struct need *
need_of(const struct entries *e, const struct post *p)
{
	return &e->needs[index_of(e, p)];
}

static struct piece **
piece_of(const struct entries *e, const struct post *p)
{
	return &e->pieces[need_of(e, p)->rank];
}

static void
add_feed(struct entries *e, const struct feed *f, bool needed)
{
	const struct plan *plan = &e->site->plan;
	uint64_t forms = 0;

	for (size_t k = 0; k < plan->n_formats; k++)
		if (f->path[k].len)
			forms |= UINT64_C(1) <<
			    rendering_form_at(plan, f->cut, k);
	for (size_t k = 0; k < f->count; k++) {
		struct need *n = need_of(e, f->posts[k]);

		e->wishes[index_of(e, f->posts[k])].all |= forms;
		if (!needed)
			continue;
		if (n->users++ == 0)
			e->n_wanted++;
		e->wishes[index_of(e, f->posts[k])].forms |= forms;
	}
}

/* Finds the posts that needed feeds have. No other post is rendered. */
static void
find_wanted(struct entries *e, const bool *needed, const bool *stays)
{
	const struct plan *plan = &e->site->plan;
	struct arena *a = &e->site->arena;

	e->needs = arena_array(a, e->site->n_posts, sizeof *e->needs);
	e->wishes = arena_array(a, e->site->n_posts, sizeof *e->wishes);
	for (size_t i = 0; i < plan->n_feeds; i++)
		if (!stays[i])
			add_feed(e, &plan->feeds[i], needed[i]);
	e->wanted = arena_array(a, e->n_wanted, sizeof(struct post *));
	e->pieces = arena_array(a, e->n_wanted, sizeof(struct piece *));
	e->memos = arena_array(a, e->n_wanted, sizeof(struct entry_memo *));
	e->n_wanted = 0;
	for (size_t i = 0; i < plan->n_posts; i++) {
		struct need *n = need_of(e, plan->posts[i]);

		if (n->users == 0)
			continue;
		n->rank = (uint32_t)e->n_wanted;
		e->wanted[e->n_wanted++] = plan->posts[i];
	}
}

struct entries *
entries_open(struct site *s, const struct build_options *o,
    const bool *needed, const bool *stays)
{
	struct entries *e = arena_alloc(&s->arena, sizeof *e);

	e->site = s;
	e->options = o;
	pthread_mutex_init(&e->lock, NULL);
	find_wanted(e, needed, stays);
	e->workers = arena_array(&s->arena, s->threads, sizeof *e->workers);
	e->rendering = rendering_open(s, e->wishes);
	if (s->config.feeds.validate && e->n_wanted)
		xml_load();
	e->threads = pool_share(s->threads, e->n_wanted, FEW);
	crew_renew(s->crew, e->threads);
	return e;
}

void
entries_know_judged(struct entries *e, str keys)
{
	e->judged = keys;
}

/* ---- rendering ---- */

static str
slice_of(const char *bytes, size_t from, size_t to)
{
	return (str){bytes + from, to - from};
}

static struct piece *
make_piece(const struct rendered *r, size_t n_forms, size_t users)
{
	struct piece *p = mem_alloc(
	    sizeof *p + n_forms * sizeof p->in[0] + r->bytes.len);
	char *bytes = (char *)&p->in[n_forms];

	atomic_init(&p->users, users);
	atomic_init(&p->right, 0);
	p->size = r->bytes.len;
	if (r->bytes.len)
		memcpy(bytes, r->bytes.ptr, r->bytes.len);
	for (size_t k = 0; k < n_forms; k++) {
		const struct form_span *f = &r->forms[k];

		p->in[k] = (struct form){
			slice_of(bytes, f->from, f->hole),
			slice_of(bytes, f->hole, f->to),
			slice_of(bytes, f->text_from, f->text_to),
			f->namespaces,
		};
	}
	return p;
}

/* A memo of what rendering reported, and of what it read besides the post. NULL
 * if it did neither. */
static struct entry_memo *
make_memo(struct worker *w, const struct rendered *r)
{
	struct entry_memo *m;

	if (r->reports.len == 0 && !r->from.posts && r->from.files == NULL &&
	    !r->failed)
		return NULL;
	m = arena_alloc(&w->memory, sizeof *m);
	m->from = r->from;
	m->failed = r->failed;
	m->reports = arena_str(&w->memory, r->reports);
	return m;
}

static void
show_progress(struct entries *e)
{
	size_t n = atomic_fetch_add(&e->shown, 1) + 1;

	if (e->options->progress)
		e->options->progress(e->options->ctx, n, e->n_wanted);
}

/* Adds packed reports to those of the post and of the thread. */
static void
take_reports(struct post *p, struct worker *w, str reports)
{
	struct unpack u = {.rest = reports, .find_code = known_code_find};
	struct diags diags = {0};

	if (reports.len == 0)
		return;
	unpack_diags(&u, &diags);
	post_take_diags(p, &diags);
	drops_unpack(&u, &w->drops);
}

/* The same for a post whose process gave no answer. */
static void
lose_post(const struct entries *e, const struct post *p, struct rendered *r,
    const struct crew_result *result, struct arena *a)
{
	struct source src = {p->path, {0}};
	struct diags diags = {0};
	struct drops none = {0};
	struct buf reports = {0};

	post_lost_report(
	    result, &e->site->config.limits, "rendering", &src, &diags);
	pack_diags(&reports, diags.first, diags.last);
	drops_pack(&reports, &none);
	*r = (struct rendered){
		.failed = true, .reports = buf_move(&reports, a)};
	diags_free(&diags);
}

/* A range of posts, as one thread asks for them. */
struct range {
	struct entries *entries;
	struct worker *worker;
	size_t first;
};

static void
take_rendered(void *ctx, size_t i, const struct crew_result *result)
{
	const struct range *range = ctx;
	struct entries *e = range->entries;
	struct worker *w = range->worker;
	size_t rank = range->first + i;
	struct post *p = e->wanted[rank];
	size_t n_forms = rendering_forms(&e->site->plan);
	struct rendered r;

	if (result->end != CREW_ANSWERED ||
	    !rendered_unpack(&r, result->answer, n_forms, &w->memory))
		lose_post(e, p, &r, result, &w->memory);
	if (r.failed) {
		p->skip = SKIP_ERROR;
		p->is_unread = r.from.unread || result->may_pass;
	} else {
		e->pieces[rank] =
		    make_piece(&r, n_forms, need_of(e, p)->users);
		atomic_fetch_add(&e->held, r.bytes.len);
	}
	take_reports(p, w, r.reports);
	e->memos[rank] = make_memo(w, &r);
	if (p->is_unread) {
		e->memos[rank] = NULL;
		atomic_store(&e->may_pass, true);
	}
	if (result->end == CREW_STOPPED)
		atomic_fetch_add(&e->stopped, 1);
	show_progress(e);
}

static void
render_range(void *ctx, size_t worker, size_t i)
{
	struct entries *e = ctx;
	struct range range = {e, &e->workers[worker], e->first + i * RANGE};
	struct crew_task task = {rendering_work, e->rendering};
	struct buf bytes[RANGE];
	str requests[RANGE];
	size_t n = 0;

	for (; n < RANGE && range.first + n < e->done; n++) {
		bytes[n] = (struct buf){0};
		rendering_convert(e->site, index_of(e,
		    e->wanted[range.first + n]), !e->options->site.isolate,
		    &bytes[n]);
		requests[n] = buf_str(&bytes[n]);
	}
	crew_run(e->site->crew, worker, &task, requests, n, take_rendered,
	    &range);
	while (n > 0)
		buf_free(&bytes[--n]);
}

bool
entries_next(struct entries *e)
{
	size_t n = e->n_wanted - e->done;

	if (n == 0)
		return false;
	e->first = e->done;
	n = n < BATCH ? n : BATCH;
	e->done += n;
	pool_run(e->threads, (n + RANGE - 1) / RANGE, render_range, e);
	return true;
}

/* ---- access by feeds ---- */

bool
entries_has(const struct entries *e, const struct post *p)
{
	return need_of(e, p)->rank < e->done;
}

size_t
entries_get(const struct entries *e, const struct post *p, size_t cut,
    size_t format, str parts[ENTRY_PARTS], unsigned *namespaces)
{
	const struct piece *piece = *piece_of(e, p);
	const struct form *f;

	assert(piece);
	f = &piece->in[rendering_form_at(&e->site->plan, cut, format)];
	*namespaces |= f->namespaces;
	parts[0] = f->before;
	parts[1] = f->text;
	parts[2] = f->after;
	return ENTRY_PARTS;
}

static uint64_t
key_of(const struct entries *e, const struct post *p, size_t cut,
    size_t format)
{
	str parts[ENTRY_PARTS];
	unsigned none = 0;
	size_t n = entries_get(e, p, cut, format, parts, &none);

	return judged_key(
	    str_of(e->site->plan.formats[format]->name), parts, n);
}

static void
add_right(struct entries *e, const struct post *p, size_t form, uint64_t key,
    size_t thread)
{
	struct worker *w = &e->workers[thread];

	w->right = arena_grow(&w->memory, w->right, w->n_right, &w->cap_right,
	    sizeof *w->right);
	w->right[w->n_right++] = key;
	atomic_fetch_or(&(*piece_of(e, p))->right, UINT64_C(1) << form);
}

bool
entries_is_right(struct entries *e, const struct post *p, size_t cut,
    size_t format, size_t thread)
{
	size_t form = rendering_form_at(&e->site->plan, cut, format);
	uint64_t key;

	if (atomic_load(&(*piece_of(e, p))->right) >> form & 1)
		return true;
	if (e->judged.len == 0)
		return false;
	key = key_of(e, p, cut, format);
	if (!judged_has(e->judged, key))
		return false;
	add_right(e, p, form, key, thread);
	return true;
}

void
entries_set_right(struct entries *e, const struct post *p, size_t cut,
    size_t format, size_t thread)
{
	add_right(e, p, rendering_form_at(&e->site->plan, cut, format),
	    key_of(e, p, cut, format), thread);
}

/* Whether a report about the post exists: another document may have added
 * one. */
static bool
is_lost(const struct entries *e, str path)
{
	const struct diag *d = e->lost.first;

	while (d && !str_eq(d->file, path))
		d = d->next;
	return d != NULL;
}

void
entries_lose(struct entries *e, struct diags *reports)
{
	pthread_mutex_lock(&e->lock);
	for (const struct diag *d = reports->first; d; d = d->next)
		if (!is_lost(e, d->file))
			diag_copy(&e->lost, d);
	pthread_mutex_unlock(&e->lock);
}

bool
entries_take_lost(struct entries *e, struct diags *to)
{
	bool any = e->lost.first != NULL;

	diags_move(to, &e->lost);
	return any;
}

void
entries_let_go(struct entries *e, const struct post *p)
{
	struct piece **piece = piece_of(e, p);

	if (atomic_fetch_sub(&(*piece)->users, 1) > 1)
		return;
	atomic_fetch_sub(&e->held, (*piece)->size);
	mem_free(*piece);
	*piece = NULL;
}

size_t
entries_held(const struct entries *e)
{
	return atomic_load(&e->held);
}

size_t
entries_count(const struct entries *e)
{
	return e->n_wanted;
}

size_t
entries_count_forms(const struct entries *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->n_wanted; i++)
		for (uint64_t forms = e->wishes[index_of(e, e->wanted[i])].forms;
		     forms; forms >>= 1)
			n += forms & 1;
	return n;
}

bool
entries_want(const struct entries *e, const struct post *p)
{
	return need_of(e, p)->users > 0;
}

bool
entries_may_pass(const struct entries *e)
{
	return atomic_load(&e->may_pass);
}

bool
entries_gave_up(const struct entries *e, struct diags *diags)
{
	size_t n = atomic_load(&e->stopped);

	if (n)
		diag_add(diags, DIAG_TOO_MANY_CRASHES, NULL, (struct mark){0},
		    "%zu posts were not tried, since too many others crashed",
		    n);
	return n > 0;
}

void
entries_recall(struct entries *e, struct post *p,
    const struct entry_memo *memo)
{
	take_reports(p, &e->workers[0], memo->reports);
}

static void
remember_memos(const struct entries *e, struct memos *memos)
{
	for (size_t i = 0; i < e->n_wanted; i++) {
		const struct entry_memo *from = e->memos[i];
		struct entry_memo *m;

		if (from == NULL)
			continue;
		m = memos_add_entry(memos, e->wanted[i]->path);
		*m = *from;
		/* A file that was just written may change again without a new
		 * stamp. */
		for (struct source_file *f = m->from.files; f; f = f->next)
			if (!site_is_settled(e->site, f->stamp))
				f->stamp = stamp_unknown;
	}
}

/* The limit for keys: twice the number of forms of all entries, so that as many
 * keys may be left over from entries that have changed since. */
static size_t
most_judged(const struct entries *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->site->n_posts; i++)
		for (uint64_t all = e->wishes[i].all; all; all >>= 1)
			n += all & 1;
	return 2 * n;
}

static void
remember_judged(const struct entries *e, struct memos *memos)
{
	uint64_t *keys = NULL;
	size_t n = 0, cap = 0;
	struct buf b = {0};

	for (size_t i = 0; i < e->site->threads; i++)
		for (size_t k = 0; k < e->workers[i].n_right; k++) {
			keys = arena_grow(
			    &memos->arena, keys, n, &cap, sizeof *keys);
			keys[n++] = e->workers[i].right[k];
		}
	judged_pack(&b, e->judged, keys, n, most_judged(e));
	memos->judged = buf_move(&b, &memos->arena);
}

void
entries_remember(const struct entries *e, struct memos *memos)
{
	remember_memos(e, memos);
	remember_judged(e, memos);
}

void
entries_report(struct entries *e)
{
	struct drops all = {0};

	for (size_t i = 0; i < e->site->threads; i++)
		drops_move(&all, &e->workers[i].drops);
	drops_report(&all, &e->site->diags);
}

void
entries_close(struct entries *e)
{
	for (size_t i = 0; i < e->n_wanted; i++)
		mem_free(e->pieces[i]);
	for (size_t i = 0; i < e->site->threads; i++) {
		arena_free(&e->workers[i].memory);
	}
	rendering_close(e->rendering);
	diags_free(&e->lost);
	pthread_mutex_destroy(&e->lock);
}
