/* SPDX-License-Identifier: MIT
 * ledger_match: finds the ledger line of each post. */
#include "post/ledger/ledger_match.h"

#include "post/permalink/ident.h"
#include "post/post_codes.h"

/* ---- finding ---- */

static void
give_line(struct ledger_line *line, struct post *p)
{
	line->post = p;
	p->matter->line = line;
	post_set_id(p, line->id);
}

/* A line without a post, under a key; or NULL. */
static struct ledger_line *
find_free(const struct table *t, str key)
{
	struct ledger_line *line = key.len ? table_find(t, key) : NULL;

	return line && line->post == NULL ? line : NULL;
}

/* Gives a post without a line the free one under a key. */
static void
match_post(const struct table *t, str key, struct post *p)
{
	struct ledger_line *line = p->matter->line ? NULL : find_free(t, key);

	if (line)
		give_line(line, p);
}

static bool
is_keyed(const struct post *p)
{
	const struct matter *m = p->matter;

	return m->own_id.len && !str_eq(m->own_id, m->url);
}

/* Posts whose front matter gives the id. Of two posts with the same id, the one
 * in the file of the line is preferred. */
static void
match_keys(struct ledger *l, struct post *posts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ledger_line *line = is_keyed(&posts[i])
		    ? find_free(&l->by_id, posts[i].matter->own_id) : NULL;

		if (line && str_eq(line->path, posts[i].path))
			give_line(line, &posts[i]);
	}
	for (size_t i = 0; i < n; i++)
		if (is_keyed(&posts[i]))
			match_post(&l->by_id, posts[i].matter->own_id,
			    &posts[i]);
}

void
ledger_match(struct ledger *l, const struct config *c, struct post *posts,
    size_t n)
{
	if (ident_has_key(c->posts.id))
		match_keys(l, posts, n);
	for (size_t i = 0; i < n; i++)
		match_post(&l->by_path, posts[i].path, &posts[i]);
	for (size_t i = 0; i < n; i++)
		match_post(&l->by_id, posts[i].matter->own_id, &posts[i]);
	for (size_t i = 0; i < n; i++)
		match_post(&l->by_id, posts[i].matter->url, &posts[i]);
}

bool
ledger_has_strays(const struct ledger *l, const struct post *posts, size_t n)
{
	const struct ledger_line *line = l->lines;
	size_t i = 0;

	while (line && line->post)
		line = line->next;
	while (i < n && (posts[i].matter->line ||
	    posts[i].matter->url.len == 0))
		i++;
	return line && i < n;
}

/* ---- files that are gone ---- */

/* The posts and lines with one key; the counts tell whether it is unique. */
struct claim {
	struct post *post;
	struct ledger_line *line;
	size_t posts, lines;
};

static str
url_of(const str *url, const struct digest *digest)
{
	(void)digest;
	return *url;
}

static str
digest_bytes(const str *url, const struct digest *digest)
{
	(void)url;
	return (str){(const char *)digest, sizeof *digest};
}

static struct claim *
claim_at(struct table *t, str key, struct arena *a)
{
	struct claim **at = (struct claim **)table_at(t, key);

	if (*at == NULL)
		*at = arena_alloc(a, sizeof **at);
	return *at;
}

/* Matches a line and a post if no others have the same key. */
static void
match_by(struct ledger *l, struct post *posts, size_t n,
    const struct ledger_gone *gone, size_t n_gone,
    str (*key)(const str *url, const struct digest *digest))
{
	struct table claims = {0};
	struct arena a = {0};
	struct claim *c;
	size_t at = 0;

	for (size_t i = 0; i < n_gone; i++) {
		struct ledger_line *line = find_free(
		    &l->by_path, gone[i].path);
		str k = key(&gone[i].url, &gone[i].digest);

		if (line && k.len) {
			c = claim_at(&claims, k, &a);
			c->line = line;
			c->lines++;
		}
	}
	for (size_t i = 0; i < n; i++) {
		str k = key(&posts[i].matter->url, &posts[i].digest);

		if (posts[i].matter->line == NULL && posts[i].matter->url.len) {
			c = claim_at(&claims, k, &a);
			c->post = &posts[i];
			c->posts++;
		}
	}
	while ((c = table_next(&claims, &at, NULL)) != NULL)
		if (c->posts == 1 && c->lines == 1)
			give_line(c->line, c->post);
	table_free(&claims);
	arena_free(&a);
}

void
ledger_match_gone(struct ledger *l, struct post *posts, size_t n,
    const struct ledger_gone *gone, size_t n_gone)
{
	match_by(l, posts, n, gone, n_gone, url_of);
	match_by(l, posts, n, gone, n_gone, digest_bytes);
}

/* ---- settling ---- */

struct settling {
	struct ledger *ledger;
	struct diags *diags;
	instant now;
	const struct ledger_line *missed; /* the first line without a post */
	const struct post *added; /* the first post without a line */
	size_t n_missed, n_added;
};

/* The post of a line moved. If the new path belonged to a post that is gone,
 * its line loses the path. */
static void
move_line(struct settling *s, struct ledger_line *line)
{
	str path = line->post->path;
	struct source src = {path, {0}};
	struct ledger_line *there = table_find(&s->ledger->by_path, path);

	diag_add(s->diags, DIAG_ID_MOVED, &src, (struct mark){0},
	    "this was '%.*s'; its id stays '%.*s'",
	    STR_ARG(line->path), STR_ARG(line->id));
	line->path = path;
	if (there && there->post == NULL)
		there->path = (str){0};
}

static void
miss_line(struct settling *s, struct ledger_line *line)
{
	const struct post *p = line->post;

	line->is_gone = true;
	line->gone = s->now;
	if (p == NULL && s->n_missed++ == 0)
		s->missed = line;
	diag_add(s->diags, DIAG_ID_GONE, &s->ledger->source, line->id_at,
	    "'%.*s' is %s", STR_ARG(line->path),
	    p ? skip_names[p->skip] : "gone");
}

static void
settle_line(struct settling *s, struct ledger_line *line, bool whole)
{
	const struct post *p = line->post;

	if (p && p->skip == SKIP_NONE)
		line->is_gone = false;
	else if (!line->is_gone && (p ? p->skip != SKIP_ERROR : whole))
		miss_line(s, line);
}

static void
add_line(struct settling *s, struct post *p)
{
	const struct ledger_line *other =
	    table_find(&s->ledger->by_id, p->matter->own_id);
	struct source src = {p->path, {0}};

	if (other) {
		diag_add(post_report(p), DIAG_ID_DUPLICATE, &src,
		    p->matter->id_at,
		    "id '%.*s' is that of '%.*s' too",
		    STR_ARG(p->matter->own_id), STR_ARG(other->path));
		p->skip = SKIP_ERROR;
		return;
	}
	p->matter->line = ledger_add(s->ledger, p->matter->own_id, p->path);
	p->matter->line->post = p;
	if (s->n_added++ == 0)
		s->added = p;
}

/* A post that moved to another file and address is not recognised, and feed
 * readers show it again. */
static void
warn_of_new(const struct settling *s)
{
	struct source src = {s->missed->path, {0}};

	diag_add(s->diags, DIAG_ID_NEW, &src, (struct mark){0},
	    "is gone and '%.*s' is new: they may be the same (%zu gone, "
	    "%zu new)", STR_ARG(s->added->path), s->n_missed, s->n_added);
}

/* Whether a post without a line cannot be read: it may belong to any line. */
static bool
has_unknown(const struct post *posts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (posts[i].skip == SKIP_ERROR &&
		    posts[i].matter->line == NULL)
			return true;
	return false;
}

void
ledger_settle(struct ledger *l, struct post *posts, size_t n, instant now,
    bool whole, struct diags *diags)
{
	struct settling s = {.ledger = l, .diags = diags, .now = now};

	whole &= !has_unknown(posts, n);
	for (struct ledger_line *i = l->lines; i; i = i->next)
		settle_line(&s, i, whole);
	for (struct ledger_line *i = l->lines; i; i = i->next)
		if (i->post && !str_eq(i->path, i->post->path))
			move_line(&s, i);
	for (size_t i = 0; i < n; i++)
		if (posts[i].matter->line == NULL && posts[i].skip == SKIP_NONE)
			add_line(&s, &posts[i]);
	if (s.n_missed && s.n_added)
		warn_of_new(&s);
}
