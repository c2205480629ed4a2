/* SPDX-License-Identifier: MIT
 * entries: the entries that feeds need, each rendered once. */
#include "build/run/entries.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#include "base/core/pool.h"
#include "build/codes/known_codes.h"
#include "build/memory/memos.h"
#include "build/run/build_options.h"
#include "build/site/site.h"
#include "content/entry/entry.h"
#include "content/markdown/markdown.h"
#include "content/tags/drops.h"
#include "feed/formats/format.h"
#include "feed/plan/feed_site.h"

enum { BATCH = 512 }; /* posts that are rendered before feeds take them */

/* A form of an entry is its bytes in one cut and one format of the plan. */
enum { MOST_FORMS = MOST_CUTS * MOST_FORMATS };
static_assert(MOST_FORMS <= 64, "a bit for each form");

struct form {
	str before, after; /* markup before and after the text */
	str text;          /* shares its bytes with other forms */
	unsigned namespaces;
};

/* A finished entry in one block. Its last user frees it. */
struct piece {
	atomic_size_t users; /* feeds that still need it */
	size_t size;         /* bytes of all forms */
	struct form in[];    /* by form_at; the bytes follow the last one */
};

/* The byte range of a form in worker.out. */
struct span {
	size_t from, hole, to;
	unsigned namespaces; /* of that form */
};

/* The data of one thread. */
struct worker {
	struct arena scratch;
	struct buf html;     /* the text of an entry */
	struct buf out;      /* its parts */
	struct span forms[MOST_FORMS], texts[MOST_FORMS];
	struct drops drops;
	struct arena memory; /* of memos */
};

/* What the feeds need of a post. */
struct need {
	uint32_t users; /* feeds that need its entry in this run */
	uint32_t rank;  /* index in `wanted` */
	uint64_t forms; /* a bit for each form that they need */
	uint64_t all;   /* the same for all feeds: the reports of rendering must
	                 * not depend on which feeds are needed this time */
};

struct entries {
	struct site *site;
	const struct build_options *options;
	struct post **wanted;  /* newest first */
	size_t n_wanted;
	struct need *needs;    /* by post */
	struct piece **pieces; /* by rank; NULL: failed, freed or not yet
	                        * rendered */
	struct entry_memo **memos; /* by rank; NULL: nothing to remember */
	size_t done;           /* how many of `wanted` are rendered */
	size_t first;          /* first post of the current batch */
	atomic_size_t held, shown;
	struct post_index *index;
	struct worker *workers; /* one a thread */
};

static struct need *
need_of(const struct entries *e, const struct post *p)
{
	return &e->needs[p - e->site->posts];
}

static struct piece **
piece_of(const struct entries *e, const struct post *p)
{
	return &e->pieces[need_of(e, p)->rank];
}

static size_t
forms_of(const struct plan *plan)
{
	return plan->n_cuts * plan->n_formats;
}

static size_t
form_at(const struct plan *plan, size_t cut, size_t format)
{
	return cut * plan->n_formats + format;
}

static void
add_feed(struct entries *e, const struct feed *f, bool needed)
{
	const struct plan *plan = &e->site->plan;
	uint64_t forms = 0;

	for (size_t k = 0; k < plan->n_formats; k++)
		if (f->path[k].len)
			forms |= UINT64_C(1) << form_at(plan, f->cut, k);
	for (size_t k = 0; k < f->count; k++) {
		struct need *n = need_of(e, f->posts[k]);

		n->all |= forms;
		if (!needed)
			continue;
		if (n->users++ == 0)
			e->n_wanted++;
		n->forms |= forms;
	}
}

/* Finds the posts that needed feeds have. No other post is rendered. */
static void
find_wanted(struct entries *e, const bool *needed, const bool *stays)
{
	const struct plan *plan = &e->site->plan;
	struct arena *a = &e->site->arena;

	e->needs = arena_array(a, e->site->n_posts, sizeof *e->needs);
	for (size_t i = 0; i < plan->n_feeds; i++)
		if (!stays[i])
			add_feed(e, &plan->feeds[i], needed[i]);
	e->wanted = arena_array(a, e->n_wanted, sizeof(struct post *));
	e->pieces = arena_array(a, e->n_wanted, sizeof(struct piece *));
	e->memos = arena_array(a, e->n_wanted, sizeof(struct entry_memo *));
	e->n_wanted = 0;
	for (size_t i = 0; i < e->site->n_read; i++)
		if (e->needs[e->site->read[i]].users == 0)
			post_drop_text(&e->site->posts[e->site->read[i]]);
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
	find_wanted(e, needed, stays);
	e->workers = arena_array(&s->arena, s->threads, sizeof *e->workers);
	e->index = post_index_open(
	    &s->config, s->posts, s->n_posts, &s->arena);
	return e;
}

/* ---- rendering ---- */

static const struct format *
format_of(const struct plan *plan, size_t form)
{
	return plan->formats[form % plan->n_formats];
}

/* Whether any of the forms has the whole text. */
static bool
needs_full(const struct plan *plan, uint64_t forms)
{
	for (size_t i = 0; i < forms_of(plan); i++)
		if (forms >> i & 1 && plan->cuts[i / plan->n_formats].full)
			return true;
	return false;
}

/* Whether any of the forms shows a picture of the text. A form without the text
 * always does. */
static bool
needs_pictures(const struct entries *e, uint64_t forms)
{
	const struct plan *plan = &e->site->plan;
	long images = e->site->config.feeds.images;

	for (size_t i = 0; images != IMAGES_NONE && i < forms_of(plan); i++)
		if (forms >> i & 1 && (images == IMAGES_ALL ||
		    !plan->cuts[i / plan->n_formats].full ||
		    format_of(plan, i)->has_image))
			return true;
	return false;
}

/* The entry as it appears in feeds of one cut. */
static struct entry
cut_entry(const struct entry *e, struct cut cut, const struct config *c)
{
	struct entry part = *e;

	if (!cut.full) {
		part.content.html = part.source = S("");
		part.summary_is_all = false;
	}
	part.feed_language =
	    feed_site_language(c, cut.mixed ? NULL : e->post->in);
	part.is_episode = cut.podcast && e->n_attachments;
	return part;
}

/* Writes the text of an entry. If an earlier form has escaped it the same way,
 * shares those bytes. */
static struct span
write_text(const struct entries *e, struct worker *w, size_t form,
    struct markup text)
{
	const struct plan *plan = &e->site->plan;
	const struct format *f = format_of(plan, form);
	struct span t = {.from = w->out.len};

	for (size_t i = 0; i < form; i++)
		if (w->texts[i].to && format_of(plan, i)->write_text ==
		    f->write_text)
			return w->texts[i];
	f->write_text(&w->out, text);
	t.to = w->out.len;
	return t;
}

/* Writes the forms that are needed into w->out. */
static void
write_forms(const struct entries *e, struct worker *w,
    const struct entry *entry, uint64_t forms)
{
	const struct plan *plan = &e->site->plan;
	struct buf *out = &w->out;

	buf_reset(out);
	for (size_t i = 0; i < forms_of(plan); i++) {
		struct span *f = &w->forms[i];
		struct entry part = cut_entry(entry,
		    plan->cuts[i / plan->n_formats], &e->site->config);

		*f = w->texts[i] = (struct span){0};
		if (!(forms >> i & 1))
			continue;
		f->from = out->len;
		f->hole = format_of(plan, i)->write_entry(
		    out, &part, &e->site->config);
		f->to = out->len;
		if (format_of(plan, i)->find_namespaces)
			f->namespaces = format_of(plan, i)->find_namespaces(
			    &part, &e->site->config);
		if (f->hole == FORMAT_NO_TEXT)
			f->hole = f->to;
		else
			w->texts[i] = write_text(e, w, i, part.content);
	}
}

static str
slice_of(const char *bytes, size_t from, size_t to)
{
	return (str){bytes + from, to - from};
}

/* Copies the written forms into a piece. */
static struct piece *
make_piece(const struct entries *e, const struct worker *w, size_t users)
{
	size_t n = forms_of(&e->site->plan);
	struct piece *p = mem_alloc(
	    sizeof *p + n * sizeof p->in[0] + w->out.len);
	char *bytes = (char *)&p->in[n];

	atomic_init(&p->users, users);
	p->size = w->out.len;
	if (w->out.len)
		memcpy(bytes, w->out.ptr, w->out.len);
	for (size_t k = 0; k < n; k++) {
		const struct span *f = &w->forms[k], *t = &w->texts[k];

		p->in[k] = (struct form){
			slice_of(bytes, f->from, f->hole),
			slice_of(bytes, f->hole, f->to),
			slice_of(bytes, t->from, t->to),
			f->namespaces,
		};
	}
	return p;
}

static void
show_progress(struct entries *e)
{
	size_t n = atomic_fetch_add(&e->shown, 1) + 1;

	if (e->options->progress)
		e->options->progress(e->options->ctx, n, e->n_wanted);
}

/* A memo of what rendering reported, and of what it read besides the post. NULL
 * if it did neither. */
static struct entry_memo *
make_memo(struct worker *w, const struct diags *diags,
    const struct drops *drops, const struct sources *from, bool failed)
{
	struct entry_memo *m;
	struct buf reports = {0};

	if (diags->first == NULL && drops->first == NULL && !from->posts &&
	    from->files == NULL && !failed)
		return NULL;
	m = arena_alloc(&w->memory, sizeof *m);
	m->from = *from;
	m->from.files = NULL;
	for (const struct source_file *f = from->files; f; f = f->next)
		sources_add(&m->from, f->path, f->stamp, &w->memory);
	m->failed = failed;
	pack_diags(&reports, diags->first, diags->last);
	drops_pack(&reports, drops);
	m->reports = buf_move(&reports, &w->memory);
	return m;
}

static void
render_one(void *ctx, size_t worker, size_t i)
{
	struct entries *e = ctx;
	struct worker *w = &e->workers[worker];
	struct post *p = e->wanted[e->first + i];
	const struct need *n = need_of(e, p);
	struct diags diags = {0};
	struct drops drops = {0};
	struct sources from = {0};
	struct body_env env = {
		&e->site->config, e->index, &drops, &from, &w->html,
		needs_pictures(e, n->all)};
	struct entry entry;
	bool ok = entry_render(&entry, p, needs_full(&e->site->plan, n->all),
	    &env, &w->scratch, &diags);

	if (ok) {
		write_forms(e, w, &entry, n->forms);
		e->pieces[e->first + i] = make_piece(e, w, n->users);
		atomic_fetch_add(&e->held, w->out.len);
	} else
		p->skip = SKIP_ERROR;
	e->memos[e->first + i] = make_memo(w, &diags, &drops, &from, !ok);
	post_take_diags(p, &diags);
	drops_move(&w->drops, &drops);
	post_drop_text(p);
	arena_reset(&w->scratch);
	show_progress(e);
}

bool
entries_next(struct entries *e)
{
	size_t n = e->n_wanted - e->done;

	if (n == 0)
		return false;
	e->first = e->done;
	n = n < BATCH ? n : BATCH;
	pool_run(e->site->threads, n, render_one, e);
	e->done += n;
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
	f = &piece->in[form_at(&e->site->plan, cut, format)];
	*namespaces |= f->namespaces;
	parts[0] = f->before;
	parts[1] = f->text;
	parts[2] = f->after;
	return ENTRY_PARTS;
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
		for (uint64_t forms = need_of(e, e->wanted[i])->forms; forms;
		     forms >>= 1)
			n += forms & 1;
	return n;
}

bool
entries_want(const struct entries *e, const struct post *p)
{
	return need_of(e, p)->users > 0;
}

void
entries_recall(struct entries *e, struct post *p,
    const struct entry_memo *memo)
{
	struct unpack u = {
		.rest = memo->reports, .find_code = known_code_find};
	struct diags diags = {0};

	unpack_diags(&u, &diags);
	post_take_diags(p, &diags);
	drops_unpack(&u, &e->workers[0].drops);
}

void
entries_remember(const struct entries *e, struct memos *memos)
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
				f->stamp = stamp_of_none;
	}
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
		arena_free(&e->workers[i].scratch);
		buf_free(&e->workers[i].html);
		buf_free(&e->workers[i].out);
		arena_free(&e->workers[i].memory);
	}
	post_index_close(e->index);
}
