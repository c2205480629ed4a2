/* SPDX-License-Identifier: MIT
 * guard_cause: why ids would change, and how to keep them. */
#include "build/guard/guard_cause.h"

#include "base/web/url.h"
#include "build/site/site.h"
#include "build/site/site_front.h"
#include "post/read/read.h"

/* Number of posts of a feed to test a posts.id on before advising it. */
enum { MOST_TRIED = 64 };

/* ---- why ---- */

enum cause { CAUSE_ID, CAUSE_SITE, CAUSE_ADDRESS, CAUSES };

static const char *const keys[CAUSES] = {
	[CAUSE_ID] = "posts.id",
	[CAUSE_SITE] = "site.url",
	[CAUSE_ADDRESS] = "posts.permalink",
};

/* The address of the post when its old id was given; empty: not known. */
static str
old_address(const struct move *m)
{
	return m->old_link.len ? m->old_link
	    : url_is_web(m->old_id) ? m->old_id : (str){0};
}

/* Whether the id of a post depends on its address. */
static bool
id_follows_address(const struct config *c, const struct post *p)
{
	return str_eq(p->id, p->matter->url) ||
	    str_find(c->posts.id, S("{permalink}")) != STR_NONE ||
	    str_find(c->posts.id, S("{:")) != STR_NONE;
}

static enum cause
cause_of(const struct config *c, const struct move *m)
{
	str old = old_address(m);
	struct url is = url_split(m->post->matter->url), was = url_split(old);

	if (old.len == 0 || str_eq(old, m->post->matter->url) ||
	    !id_follows_address(c, m->post))
		return CAUSE_ID;
	if (was.has_authority && (!str_eq(is.scheme, was.scheme) ||
	    !str_ieq(is.authority, was.authority)) &&
	    str_eq(path_bare(is.path), path_bare(was.path)))
		return CAUSE_SITE;
	return CAUSE_ADDRESS;
}

static enum cause
main_cause(const struct config *c, const struct move *moves, size_t n)
{
	size_t counts[CAUSES] = {0};
	enum cause most = CAUSE_ID;

	for (size_t i = 0; i < n; i++)
		counts[cause_of(c, &moves[i])]++;
	for (int k = 0; k < CAUSES; k++)
		if (counts[k] > counts[most])
			most = (enum cause)k;
	return most;
}

static void
put_id_cause(struct buf *out, const struct config *c)
{
	if (config_find(c, "posts.id"))
		buf_printf(out, "posts.id is '%.*s'", STR_ARG(c->posts.id));
	else
		buf_add(out, S("posts.id is not set, and the ids are their "
		    "addresses"));
}

static void
put_site_cause(struct buf *out, const struct config *c, const struct move *m)
{
	struct url was;

	while (cause_of(c, m) != CAUSE_SITE)
		m++;
	was = url_split(old_address(m));

	buf_printf(out, "site.url is '%.*s', and was '%.*s://%.*s/'",
	    STR_ARG(c->site.url), STR_ARG(was.scheme),
	    STR_ARG(was.authority));
}

/* Whether only some posts of a feed changed. Then the cause is in the posts,
 * not in the config. */
static bool
is_local(const struct move *moves, size_t n)
{
	const struct suspect *s = moves[0].in;
	size_t here = 0;

	for (size_t i = 0; i < n; i++)
		here += moves[i].in == s;
	return 2 * here < s->feed->count || here == 1;
}

static void
put_address_cause(struct buf *out, const struct config *c, bool local)
{
	if (local)
		buf_add(out, S("a slug, a title, a date, a file name or "
		    "posts.permalink has changed the address that the id is "
		    "made from"));
	else if (config_find(c, "posts.permalink"))
		buf_add(out, S("posts.permalink has changed the addresses "
		    "that the ids are made from"));
	else
		buf_add(out, S("posts.permalink is not set, and posts.dialect "
		    "or other folders have changed the addresses that the "
		    "ids are made from"));
}

const char *
cause_of_moves(struct buf *out, const struct site *s,
    const struct move *moves, size_t n)
{
	enum cause cause = main_cause(&s->config, moves, n);
	bool local = is_local(moves, n);

	if (cause == CAUSE_ID)
		put_id_cause(out, &s->config);
	else if (cause == CAUSE_SITE)
		put_site_cause(out, &s->config, moves);
	else
		put_address_cause(out, &s->config, local);
	return cause == CAUSE_ADDRESS && local ? NULL : keys[cause];
}

/* ---- a posts.id that makes the old ids ---- */

/* A test of a posts.id pattern on the posts of a feed. */
struct trial {
	struct site *site;
	const struct suspect *in; /* the document that shows the old ids */
	struct config config;     /* with another posts.id */
	struct arena arena;
};

static bool
makes_id(struct trial *t, struct post_worker *w, const struct post *p, str id)
{
	struct post_reader reader = {.config = &t->config};
	struct found file = t->site->scan.files[p - t->site->posts];
	struct post again;
	bool same;

	post_read(&again, &reader, &file, w);
	same = str_eq(str_trim(again.id), str_trim(id));
	post_free(&again);
	return same;
}

/* The id that a post should keep. */
static str
id_to_keep(const struct trial *t, const struct post *p)
{
	for (size_t i = 0; i < t->in->n_gains; i++)
		if (t->in->gains[i].post == p && t->in->gains[i].old_id.len)
			return t->in->gains[i].old_id;
	return p->id;
}

static bool
keeps_ids(struct trial *t, str pattern)
{
	const struct feed *f = t->in->feed;
	struct post_worker w;
	bool ok = true;

	if (str_eq(pattern, t->site->config.posts.id))
		return false;
	t->config = t->site->config;
	t->config.posts.id = pattern;
	post_worker_init(&w, &t->config);
	w.parser = t->site->workers[0].parser;
	for (size_t i = 0; ok && i < f->count && i < MOST_TRIED; i++)
		ok = makes_id(t, &w, f->posts[i], id_to_keep(t, f->posts[i]));
	post_worker_free(&w);
	return ok;
}

/* Replaces a text in the id with a key; empty if the id does not hold the text.
 * A short text must stand alone in the id: a single digit could match by
 * chance. */
static str
pattern_with(struct trial *t, str id, str text, const char *key, size_t len)
{
	size_t at = str_find(id, text);
	str before = str_sub(id, 0, at), after;

	if (text.len == 0 || at == STR_NONE ||
	    str_chr(id, '{') != STR_NONE)
		return (str){0};
	after = str_from(id, at + text.len);
	if (text.len < 3 && ((before.len &&
	    char_is_alnum(before.ptr[before.len - 1])) ||
	    (after.len && char_is_alnum(after.ptr[0]))))
		return (str){0};
	return arena_printf(&t->arena, "%.*s{%.*s}%.*s", STR_ARG(before),
	    (int)len, key, STR_ARG(after));
}

/* Tries the front matter keys of the post, such as wordpress_id. */
static str
find_key(struct trial *t, const struct move *m)
{
	struct buf text = {0};
	const struct value *front = site_front_read(t->site,
	    m->post, &text, &t->arena);
	str found = {0};

	for (const struct value *v = front ? front->first : NULL;
	     v && found.len == 0; v = v->next) {
		str pattern = v->kind == VALUE_SCALAR ? pattern_with(
		    t, m->old_id, v->text, v->key.ptr, v->key.len)
		    : (str){0};

		if (pattern.len && keeps_ids(t, pattern))
			found = pattern;
	}
	buf_free(&text);
	return found;
}

/* Tries the patterns that generators make ids from, and the address below
 * another site.url. */
static str
find_known(struct trial *t, const struct move *m)
{
	str known[] = {
		S("{permalink}"), S("{:folder}{:name}"),
		S("tag:{:host},{:date}:{:path}"),
		pattern_with(t, m->old_id, url_split(m->post->matter->url).path,
		    ":path", 5),
	};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (known[i].len && keeps_ids(t, known[i]))
			return known[i];
	return (str){0};
}

static str
find_pattern(struct trial *t, const struct move *m)
{
	str found = find_known(t, m);

	return found.len ? found : find_key(t, m);
}

/* ---- remedies ---- */

void
cause_put_remedy(struct buf *out, struct site *s, const struct move *moves,
    const char *key)
{
	struct trial t = {.site = s, .in = moves[0].in};
	str ledger = s->config.ids.ledger;
	bool has_ledger = !str_eq(ledger, S("none"));
	str pattern = has_ledger ? (str){0} : find_pattern(&t, &moves[0]);

	if (has_ledger)
		buf_printf(out, "write the name of the file into the line that "
		    "the id has in '%.*s' to keep it", STR_ARG(ledger));
	else if (pattern.len)
		buf_printf(out, "set posts.id: \"%.*s\" to keep the ids",
		    STR_ARG(pattern));
	else if (key == NULL && str_eq(s->config.posts.id, S("{permalink}")))
		buf_printf(out, "put it back, or write \"old_id: %.*s\" into "
		    "the post and set posts.id: \"{old_id}\", to keep the id",
		    STR_ARG(moves[0].old_id));
	else if (key == NULL)
		buf_add(out, S("put it back to keep the id"));
	else if (config_find(&s->config, key))
		buf_printf(out, "put %s back to keep the ids", key);
	else
		buf_printf(out, "set %s as the site has it to keep the ids",
		    key);
	buf_add(out, S("; or run feedmill once with --accept-new-ids to "
	    "publish anyway"));
	arena_free(&t.arena);
}
