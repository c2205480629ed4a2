/* SPDX-License-Identifier: MIT
 * adopt: finds the posts that another program has published. */
#include "build/adopt/adopt.h"

#include "base/web/url.h"
#include "build/guard/alike.h"
#include "post/post.h"

enum { DAY = 24 * 60 * 60 };

void
adopt_add(struct adopt *ad, const struct adopt_entry *e)
{
	void **at = table_at(&ad->by_id, e->id);

	if (*at)
		return;
	*at = ad;
	ad->entries = arena_grow(
	    ad->arena, ad->entries, ad->n, &ad->cap, sizeof *ad->entries);
	ad->entries[ad->n++] = *e;
}

void
adopt_free(struct adopt *ad)
{
	table_free(&ad->by_id);
}

/* ---- keys ---- */

/* The values of an entry or a post from which keys are made. */
struct traits {
	str base, id, link, title;
	instant date;
	bool has_date;
};

static struct traits
traits_of_entry(const struct adopt_entry *e, str base)
{
	return (struct traits){
		base, e->id, e->link, e->title, e->date, e->has_date};
}

static struct traits
traits_of_post(const struct post *p, str base)
{
	const struct matter *m = p->matter;

	return (struct traits){base, p->id, m->url, m->title, p->published,
		p->skip != SKIP_UNDATED};
}

static str
key_id(struct arena *a, const struct traits *t)
{
	(void)a;
	return t->id;
}

static str
key_address(struct arena *a, const struct traits *t)
{
	return t->link.len ? alike_link(a, t->base, t->link) : (str){0};
}

/* The path of the address on any host. Empty for the home page, which is the
 * address of no post. */
static str
key_path(struct arena *a, const struct traits *t)
{
	str key = key_address(a, t);
	struct buf out = {0};

	key = str_from(key, str_chr(key, '/'));
	if (key.len == 0)
		return (str){0};
	url_decode(&out, key);
	return buf_move(&out, a);
}

static str
key_title(struct arena *a, const struct traits *t)
{
	return t->has_date ? alike_title(a, t->title) : (str){0};
}

static str
dated_title(struct arena *a, const struct traits *t, instant date)
{
	str title = key_title(a, t);

	return title.len ? arena_printf(
	    a, "%lld %.*s", (long long)date, STR_ARG(title)) : title;
}

static str
key_date(struct arena *a, const struct traits *t)
{
	return dated_title(a, t, t->date);
}

static str
key_day(struct arena *a, const struct traits *t)
{
	return dated_title(
	    a, t, t->date / DAY - (t->date < 0 && t->date % DAY));
}

/* In the order of enum adopt_by. */
static str (*const keys[ADOPT_COUNT])(struct arena *a,
    const struct traits *t) = {
	[ADOPT_ID] = key_id,
	[ADOPT_ADDRESS] = key_address,
	[ADOPT_PATH] = key_path,
	[ADOPT_DATE] = key_date,
	[ADOPT_DAY] = key_day,
	[ADOPT_NEAR] = key_title,
};

/* The noun in the text of a doubt: "2 posts have its address". */
static const char *const words[ADOPT_COUNT] = {
	[ADOPT_ID] = "id",
	[ADOPT_ADDRESS] = "address",
	[ADOPT_PATH] = "path",
	[ADOPT_DATE] = "title and date",
	[ADOPT_DAY] = "title and day",
	[ADOPT_NEAR] = "title",
};

/* ---- matching ---- */

/* The posts and entries with one key. */
struct claim {
	struct post *post; /* the first one */
	size_t posts, entries;
};

struct matching {
	struct adopt *adopt;
	str base;
	struct post *posts;
	size_t n_posts;
	bool *taken;    /* of each post: an entry has it */
	enum adopt_by by;
	struct table claims;
	str *key;       /* of each entry */
};

static struct claim *
claim_at(struct matching *m, str key)
{
	void **at = table_at(&m->claims, key);

	if (*at == NULL)
		*at = arena_alloc(m->adopt->arena, sizeof(struct claim));
	return *at;
}

static void
claim_all(struct matching *m)
{
	struct arena *a = m->adopt->arena;

	for (size_t i = 0; i < m->adopt->n; i++) {
		struct adopt_entry *e = &m->adopt->entries[i];
		struct traits t = traits_of_entry(e, m->base);

		m->key[i] = e->post ? (str){0} : keys[m->by](a, &t);
		if (m->key[i].len)
			claim_at(m, m->key[i])->entries++;
	}
	for (size_t i = 0; i < m->n_posts; i++) {
		struct traits t = traits_of_post(&m->posts[i], m->base);
		str key = m->taken[i] ? (str){0} : keys[m->by](a, &t);
		struct claim *c = key.len ? table_find(&m->claims, key) : NULL;

		if (c && c->posts++ == 0)
			c->post = &m->posts[i];
	}
}

static bool
is_far(const struct adopt_entry *e, const struct post *p)
{
	instant apart = e->date - p->published;

	return apart >= 2 * DAY || apart <= -2 * DAY;
}

static void
settle(struct matching *m, struct adopt_entry *e, const struct claim *c)
{
	struct arena *a = m->adopt->arena;
	const char *word = words[m->by];

	if (c->posts > 1)
		e->doubt = arena_printf(
		    a, "%zu posts have its %s", c->posts, word);
	else if (c->entries > 1)
		e->doubt = arena_printf(a, "%zu entries have the %s of %.*s",
		    c->entries, word, STR_ARG(c->post->path));
	else if (m->by == ADOPT_NEAR && is_far(e, c->post))
		e->doubt = arena_printf(a, "%.*s has its title, but is of "
		    "another date", STR_ARG(c->post->path));
	else {
		e->post = c->post;
		e->by = m->by;
		e->doubt = (str){0};
		m->taken[c->post - m->posts] = true;
	}
}

static void
match_by(struct matching *m)
{
	claim_all(m);
	for (size_t i = 0; i < m->adopt->n; i++) {
		const struct claim *c = m->key[i].len
		    ? table_find(&m->claims, m->key[i]) : NULL;

		if (c && c->posts)
			settle(m, &m->adopt->entries[i], c);
	}
	table_free(&m->claims);
	m->claims = (struct table){0};
}

void
adopt_match(struct adopt *ad, str base, struct post *posts, size_t n)
{
	struct matching m = {.adopt = ad, .base = base, .posts = posts,
		.n_posts = n};

	m.taken = arena_array(ad->arena, n, sizeof *m.taken);
	m.key = arena_array(ad->arena, ad->n, sizeof *m.key);
	for (m.by = ADOPT_ID; m.by < ADOPT_COUNT; m.by++)
		match_by(&m);
}
