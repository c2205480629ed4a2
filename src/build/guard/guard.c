/* SPDX-License-Identifier: MIT
 * guard: a feed that would flood its readers, or lose its entries, is not
 * published.
 *
 * This file compares a feed with the file that it would replace;
 * guard_verdict.c decides whether to publish. The posts of a feed are known, so
 * only the old file is read. */
#include "build/guard/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/table.h"
#include "build/codes/build_codes.h"
#include "build/guard/alike.h"
#include "build/guard/suspect.h"
#include "build/site/site.h"
#include "feed/plan/order.h"

/* Largest number of bytes to read from a file: the newest entries come first,
 * and the guard needs no others. */
enum { MOST_READ = 16 * 1024 * 1024 };

/* Two programs can date a post up to 14 hours apart if one of them does not
 * know its time zone. */
enum { MOST_SHIFT = 14 * 60 * 60, DAY = 24 * 60 * 60 };

/* The comparison of one document with the file that it replaces. */
struct comparison {
	struct guard *guard;
	const struct feed *feed;
	const struct format *format;
	str file;              /* path of the old file, for messages */
	struct arena arena;
	struct buf bytes;      /* of the old file */
	bool is_long;          /* the old file is longer than `bytes` */
	struct old_feed old;
	bool has_newest;
	instant newest, oldest; /* of its entries */
	struct gain *gains;
	size_t n_gains, n_late, n_matched;
	size_t n_old, n_left;  /* ids of the old file; those that leave it */
	struct table by_link, by_title; /* old entries without a post of the
	                                 * same id */
};

/* ---- the old file ---- */

/* Reads the beginning of an open file. Does not use mmap: if another program
 * shortened the file meanwhile, a signal would end this one. False with
 * errno. */
static bool
read_open(struct comparison *c, int fd)
{
	struct stat st;
	size_t size;
	ssize_t n = 1;

	if (fstat(fd, &st) != 0)
		return false;
	c->is_long = st.st_size > MOST_READ;
	size = c->is_long ? MOST_READ : (size_t)st.st_size;
	buf_reserve(&c->bytes, size + 1);
	while (n != 0 && c->bytes.len < size) {
		n = read(fd, c->bytes.ptr + c->bytes.len,
		    size - c->bytes.len);
		if (n > 0)
			c->bytes.len += (size_t)n;
		else if (n < 0 && errno != EINTR)
			return false;
	}
	return true;
}

static bool
read_file(struct comparison *c, const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC), error;
	bool ok = fd >= 0 && read_open(c, fd);

	error = errno;
	if (fd >= 0)
		close(fd);
	errno = error;
	return ok;
}

static str
link_key(struct comparison *c, str link)
{
	return alike_link(&c->arena, c->guard->site->config.site.url, link);
}

static str
dated_key(struct comparison *c, str title, instant day)
{
	return title.len == 0 ? title : arena_printf(
	    &c->arena, "%.*s %lld", STR_ARG(title), (long long)day);
}

/* ---- entries ---- */

/* Finds the dates of the newest and the oldest entry. Ignores entries with a
 * date in the future. */
static void
find_range(struct comparison *c)
{
	for (size_t i = 0; i < c->old.count; i++) {
		const struct old_entry *e = &c->old.entries[i];

		if (!e->has_date || e->date > c->guard->rules.now)
			continue;
		if (!c->has_newest || e->date > c->newest)
			c->newest = e->date;
		if (!c->has_newest || e->date < c->oldest)
			c->oldest = e->date;
		c->has_newest = true;
	}
}

/* Finds the posts that are not in the old file under their ids. A post that is
 * older than all entries of the file is not late: the feed became longer, or
 * lost some posts. */
static void
find_gains(struct comparison *c)
{
	struct table ids = {0};

	table_reserve(&ids, c->old.count);
	for (size_t i = 0; i < c->old.count; i++) {
		void **at = table_at(&ids, c->old.entries[i].id);

		/* The first of several with the same id counts for all. */
		c->old.entries[i].is_found = *at != NULL;
		if (*at == NULL)
			*at = &c->old.entries[i];
	}
	c->n_old = ids.count;
	c->gains = arena_array(
	    &c->arena, c->feed->count, sizeof *c->gains);
	for (size_t i = 0; i < c->feed->count; i++) {
		const struct post *p = c->feed->posts[i];
		struct old_entry *e = table_find(&ids, str_trim(p->id));
		struct gain g = {.post = p};
		instant date;

		if (e) {
			e->is_found = true;
			continue;
		}
		date = order_date(&c->guard->site->config, p);
		g.is_late = c->has_newest && date < c->newest &&
		    date > c->oldest;
		c->n_late += g.is_late;
		c->gains[c->n_gains++] = g;
	}
	table_free(&ids);
}

/* ---- one post under two ids ---- */

static void
index_lost(struct comparison *c)
{
	for (size_t i = 0; i < c->old.count; i++) {
		struct old_entry *e = &c->old.entries[i];
		void **at;

		if (e->is_found)
			continue;
		e->link = old_feed_text(&c->arena, &c->old, e->link);
		e->title = alike_title(&c->arena,
		    old_feed_text(&c->arena, &c->old, e->title));
		at = table_at(&c->by_link, link_key(c, e->link));
		if (*at == NULL)
			*at = e;
		if (!e->has_date || e->title.len == 0)
			continue;
		at = table_at(
		    &c->by_title, dated_key(c, e->title, e->date / DAY));
		if (*at == NULL)
			*at = e;
	}
}

static bool
is_near(const struct old_entry *e, instant t)
{
	return e->has_date && e->date - t <= MOST_SHIFT &&
	    t - e->date <= MOST_SHIFT;
}

/* Finds the old entry that seems to be the same post. Two of link, title and
 * date must match, or the link alone if the entry has nothing else, because
 * several entries can share one of them. An entry is matched once. */
static struct old_entry *
find_same(struct comparison *c, const struct post *p)
{
	struct old_entry *e = table_find(
	    &c->by_link, link_key(c, p->matter->url));
	str title = alike_title(&c->arena, p->matter->title);

	if (e && !e->is_found && (is_near(e, p->published) ||
	    is_near(e, p->updated) || str_eq(e->title, title) ||
	    (!e->has_date && e->title.len == 0)))
		return e;
	for (instant day = -1; day <= 1 && title.len; day++) {
		e = table_find(&c->by_title, dated_key(
		    c, title, p->published / DAY + day));
		if (e && !e->is_found && is_near(e, p->published))
			return e;
	}
	return NULL;
}

static void
match_gains(struct comparison *c)
{
	index_lost(c);
	for (size_t i = 0; i < c->n_gains; i++) {
		struct gain *g = &c->gains[i];
		struct old_entry *e = find_same(c, g->post);

		if (e == NULL)
			continue;
		e->is_found = true;
		g->old_id = e->id;
		g->old_link = e->link;
		c->n_matched++;
	}
	table_free(&c->by_link);
	table_free(&c->by_title);
}

/* ---- entries that leave the feed ---- */

bool
guard_pushes_out(const struct site *s, const struct feed *f, instant date)
{
	const struct extent *e = f->extra ? &f->extra->extent
	    : f->taxonomy ? &f->taxonomy->extent
	    : &s->config.feeds.main.extent;

	return e->limit && f->total >= (size_t)e->limit && f->count &&
	    !(f->history && f->history->page) &&
	    date <= order_date(&s->config, f->posts[f->count - 1]);
}

/* Without a date nothing tells an entry that is older than a full feed from one
 * that should be in it. */
static bool
is_pushed_out(const struct comparison *c, const struct old_entry *e)
{
	return guard_pushes_out(c->guard->site, c->feed,
	    e->has_date ? e->date : INT64_MIN);
}

static void
count_left(struct comparison *c)
{
	for (size_t i = 0; i < c->old.count; i++)
		c->n_left += !c->old.entries[i].is_found &&
		    !is_pushed_out(c, &c->old.entries[i]);
}

/* ---- suspects ---- */

/* Adds a suspect, with the guard locked until unlock_suspects. */
static struct suspect *
lock_suspect(struct comparison *c)
{
	struct guard *g = c->guard;
	struct suspect *s;

	pthread_mutex_lock(&g->lock);
	s = arena_alloc(&g->arena, sizeof *s);
	s->feed = c->feed;
	s->file = arena_str(&g->arena, c->file);
	s->newest = c->newest;
	s->next = g->suspects;
	g->suspects = s;
	g->n_suspects++;
	return s;
}

static void
unlock_suspects(struct comparison *c)
{
	pthread_mutex_unlock(&c->guard->lock);
}

static struct loss
copy_loss(struct comparison *c, const struct old_entry *e)
{
	struct arena *a = &c->guard->arena;

	return (struct loss){arena_str(a, e->id), arena_str(a, e->link),
		arena_str(a, e->title), e->has_date ? e->date : INT64_MIN,
		is_pushed_out(c, e)};
}

/* Copies the gains and the losses to the guard's arena: the comparison frees
 * its own. */
static void
keep_changes(struct comparison *c, struct suspect *s)
{
	struct arena *a = &c->guard->arena;
	size_t n = 0;

	s->gains = arena_array(a, c->n_gains, sizeof *s->gains);
	for (size_t i = 0; i < c->n_gains; i++) {
		struct gain g = c->gains[i];

		if (g.old_id.len == 0 && !g.is_late)
			continue;
		g.old_id = arena_str(a, g.old_id);
		g.old_link = arena_str(a, g.old_link);
		s->gains[n++] = g;
	}
	s->n_gains = n;
	s->n_old = c->n_old;
	s->losses = arena_array(a, c->old.count, sizeof *s->losses);
	for (size_t i = 0; i < c->old.count; i++)
		if (!c->old.entries[i].is_found)
			s->losses[s->n_losses++] =
			    copy_loss(c, &c->old.entries[i]);
}

static bool
is_suspicious(const struct comparison *c)
{
	return c->n_matched || c->n_left ||
	    c->n_late > (size_t)c->guard->site->config.ids.flood;
}

/* ---- reports about the old file ---- */

/* Reports the old file; `source` is its text if a line of it is to be shown. */
static void
report_file(struct comparison *c, diag_code code, str source, struct mark at,
    const char *words)
{
	struct suspect *s = lock_suspect(c);
	struct source src = {s->file, source};

	s->is_foreign = code == DIAG_FEED_FOREIGN;
	diag_add(&s->diags, code, &src, at, "%s", words);
	unlock_suspects(c);
}

static void
report_damage(struct comparison *c, size_t at, const char *how)
{
	report_file(c, DIAG_FEED_DAMAGED, (str){0},
	    mark_of(buf_str(&c->bytes), at), arena_printf(&c->arena,
	    "the file that is replaced %s: ids that it had before were not "
	    "compared", how).ptr);
}

/* Reports a file that is not a feed: it may be in use. */
static void
report_foreign(struct comparison *c)
{
	str text = buf_str(&c->bytes);

	report_file(c, DIAG_FEED_FOREIGN, text, mark_of(text, c->old.at),
	    "nothing is published: the file is not a feed, and a feed would "
	    "replace it; delete it if it is not needed, or give the feed "
	    "another path");
}

/* ---- the comparison ---- */

static void
compare_file(struct comparison *c)
{
	old_feed_read(&c->old, c->format, &c->arena, buf_str(&c->bytes));
	if (c->old.kind == OLD_OTHER) {
		report_foreign(c);
		return;
	}
	if (c->old.kind == OLD_TEXT)
		report_damage(c, c->old.at, "is not a feed");
	else if (c->old.kind == OLD_BLANK)
		report_damage(c, c->bytes.len, "is empty");
	else if (c->is_long)
		report_file(c, DIAG_FEED_COMPARED, (str){0}, (struct mark){0},
		    arena_printf(&c->arena, "the feed that is replaced has "
		    "more than %d MiB: later ids were not compared",
		    MOST_READ >> 20).ptr);
	else if (c->old.is_cut)
		report_damage(c, c->bytes.len, "is cut off here");
	find_range(c);
	find_gains(c);
	match_gains(c);
	count_left(c);
	if (is_suspicious(c)) {
		keep_changes(c, lock_suspect(c));
		unlock_suspects(c);
	}
}

bool
guard_compare(struct guard *g, const struct feed *f,
    const struct format *format, str path, struct diags *diags)
{
	struct comparison c = {.guard = g, .feed = f, .format = format};
	struct source src = {path_join(&c.arena, g->folder, path), {0}};
	bool ok;

	c.file = src.name;
	ok = read_file(&c, c.file.ptr);
	if (ok)
		compare_file(&c);
	else if (file_is_absent(errno))
		ok = true;
	else
		diag_add(diags, DIAG_FEED_KEPT, &src, (struct mark){0},
		    "stays as it is, since it cannot be read: %s",
		    strerror(errno));
	buf_free(&c.bytes);
	arena_free(&c.arena);
	return ok;
}

struct guard *
guard_open(struct site *s, str folder, const struct guard_rules *rules)
{
	struct guard *g = arena_alloc(&s->arena, sizeof *g);

	g->site = s;
	g->folder = folder;
	g->rules = *rules;
	pthread_mutex_init(&g->lock, NULL);
	return g;
}

void
guard_close(struct guard *g)
{
	if (g == NULL)
		return;
	for (struct suspect *s = g->suspects; s; s = s->next)
		diags_free(&s->diags);
	pthread_mutex_destroy(&g->lock);
	arena_free(&g->arena);
}
