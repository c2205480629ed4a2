/* SPDX-License-Identifier: MIT
 * survey_ids: finds out how the generator makes ids. */
#include "base/core/file.h"
#include "base/web/url.h"
#include "build/site/site_front.h"
#include "build/witness/survey_compare.h"
#include "generators/import/import_change.h"

enum { LEAST = 3 /* ids that are needed to trust a pattern */ };

static size_t
count_same_ids(const struct comparing *c, const struct post *posts,
    const size_t *number)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct post *p = posts ? &posts[number[i]]
		    : c->matches[i].post;

		n += str_eq(str_trim(p->matter->own_id),
		    str_trim(c->matches[i].entry->id));
	}
	return n;
}

/* The number of entries whose id is the one that this posts.id makes. */
static size_t
try_id(struct comparing *c, str pattern)
{
	struct site *s = c->site, other;
	struct site_options o = *c->survey->options;
	struct source text = s->config.source;
	struct post_walk scan = s->scan;
	size_t *number = arena_array(c->arena, c->n, sizeof *number), n = 0;
	const char *setting = arena_printf(c->arena, "posts.id=\"%.*s\"",
	    STR_ARG(pattern)).ptr;

	for (size_t i = 0; i < c->n; i++)
		number[i] = (size_t)(c->matches[i].post - s->posts);
	o.text = &text;
	o.settings = &setting;
	o.n_settings = 1;
	if (site_try(&other, &o, &scan))
		n = count_same_ids(c, other.posts, number);
	site_close(&other);
	return n;
}

str
survey_with_key(struct comparing *c, str whole, str text, const char *key)
{
	size_t at = str_find(whole, text);

	if (whole.len == 0 || text.len < 2 || at == STR_NONE)
		return (str){0};
	return arena_printf(c->arena, "%.*s{%s}%.*s", (int)at, whole.ptr, key,
	    STR_ARG(str_from(whole, at + text.len)));
}

enum { MOST_PATTERNS = 64 };

struct patterns {
	str at[MOST_PATTERNS];
	size_t n;
};

static void
add_pattern(struct patterns *list, str pattern)
{
	/* A quote would end the text in YAML. */
	if (pattern.len && list->n < MOST_PATTERNS &&
	    str_chr(pattern, '"') == STR_NONE &&
	    str_chr(pattern, '\\') == STR_NONE)
		list->at[list->n++] = pattern;
}

/* Adds patterns with keys of the post's front matter, such as
 * "urn:uuid:{uuid}". */
static void
add_keys(struct comparing *c, struct patterns *list, const struct match *m)
{
	struct buf text = {0};
	const struct value *front = site_front_read(c->site, m->post, &text,
	    c->arena);

	for (const struct value *v = front ? front->first : NULL; v;
	     v = v->next)
		if (v->kind == VALUE_SCALAR && v->text.len > 2)
			add_pattern(list, survey_with_key(c, m->entry->id,
			    v->text, arena_cstr(c->arena, v->key)));
	buf_free(&text);
}

static void
list_patterns(struct comparing *c, struct patterns *list,
    const struct match *m)
{
	str id = m->entry->id, url = m->post->matter->url, dated;
	str path = url_split(url).path;
	char day[DATETIME_TEXT];

	dated = survey_with_key(c, id, datetime_day(m->post->published,
	    c->site->config.site.zone, day), ":date");
	add_pattern(list, S("{permalink}"));
	add_pattern(list, S("{:folder}{:name}"));
	add_pattern(list, S("tag:{:host},{:date}:{:path}"));
	add_pattern(list, survey_with_key(c, id, url, "permalink"));
	add_pattern(list, survey_with_key(c, id, path, ":path"));
	add_pattern(list, survey_with_key(c, dated, path, ":path"));
	add_pattern(list, survey_with_key(c, id, path_base(path_bare(path)),
	    ":name"));
	add_pattern(list, survey_with_key(c, dated, path_base(path_bare(path)),
	    ":name"));
	add_keys(c, list, m);
}

/* Whether a pattern can be trusted. With few entries, a text of the post may be
 * in an id by chance. */
static bool
is_general(const struct comparing *c, str pattern)
{
	return c->n >= LEAST || (str_starts(pattern, S("{")) &&
	    str_ends(pattern, S("}"))) ||
	    str_eq(pattern, S("tag:{:host},{:date}:{:path}"));
}

/* Whether no link leads to the host of the site: then the feed was built for a
 * preview, and its ids were never published. */
static bool
is_preview(struct comparing *c)
{
	str ours, theirs, port;

	for (size_t i = 0; i < c->n; i++) {
		str link = old_feed_text(c->arena, &c->feed.old,
		    c->matches[i].entry->link);

		ours = url_host(url_split(c->site->config.site.url).authority,
		    &port);
		theirs = url_host(url_split(link).authority, &port);
		if (str_ieq(ours, theirs))
			return false;
	}
	return true;
}

void
survey_find_id(struct comparing *c)
{
	struct survey *v = c->survey;
	struct patterns list = {.n = 0};
	size_t best = count_same_ids(c, NULL, NULL), n;
	str pattern = {0};

	if (is_preview(c)) {
		import_add_gap(v->im, v->arena, "posts.id: %.*s/%.*s was built "
		    "for another address ('%.*s'), so its ids say nothing",
		    STR_ARG(v->built), STR_ARG(c->feed.path),
		    STR_ARG(old_feed_text(c->arena, &c->feed.old,
		    c->matches[0].entry->link)));
		return;
	}
	list_patterns(c, &list, &c->matches[0]);
	if (c->n > 1)
		list_patterns(c, &list, &c->matches[c->n - 1]);
	for (size_t i = 0; best < c->n && i < list.n; i++)
		if (is_general(c, list.at[i]) &&
		    (n = try_id(c, list.at[i])) > best) {
			best = n;
			pattern = list.at[i];
		}
	if (pattern.len && best * 10 >= c->n * 9)
		import_change(v->im, v->arena, S("posts.id"), S(""), pattern,
		    arena_printf(v->arena, "as %.*s/%.*s has them",
		    STR_ARG(v->built), STR_ARG(c->feed.path)));
	else if (pattern.len)
		best = count_same_ids(c, NULL, NULL);
	import_add_check(v->im, v->arena, "%zu of %zu entries of %.*s/%.*s "
	    "keep their ids", best, c->n, STR_ARG(v->built),
	    STR_ARG(c->feed.path));
	if (best < c->n)
		import_add_gap(v->im, v->arena, "posts.id: %zu of %zu entries "
		    "of %.*s/%.*s have other ids, such as '%.*s'; set "
		    "ids.ledger, and 'feedmill ids --from %.*s/%.*s' keeps "
		    "them", c->n - best, c->n, STR_ARG(v->built),
		    STR_ARG(c->feed.path), STR_ARG(c->matches[0].entry->id),
		    STR_ARG(v->built), STR_ARG(c->feed.path));
}
