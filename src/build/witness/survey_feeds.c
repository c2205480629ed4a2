/* SPDX-License-Identifier: MIT
 * survey_feeds: compares a new config with a feed of the built site. */
#include "base/core/table.h"
#include "build/guard/alike.h"
#include "build/witness/survey_compare.h"
#include "generators/import/import_change.h"
#include "post/permalink/permalink.h"

enum { DAY = 24 * 60 * 60 };

/* ---- entries and posts ---- */

static str
title_key(struct comparing *c, str title, instant t)
{
	return arena_printf(c->arena, "%.*s %lld", STR_ARG(title),
	    (long long)(t / DAY));
}

static void
index_posts(struct comparing *c, struct table *links, struct table *titles)
{
	struct site *s = c->site;

	for (size_t i = 0; i < s->n_posts; i++) {
		struct post *p = &s->posts[i];

		if (p->matter->url.len == 0)
			continue;
		*table_at(links, alike_link(c->arena, s->config.site.url,
		    p->matter->url)) = p;
		*table_at(titles, title_key(c, alike_title(c->arena,
		    p->matter->title), p->published)) = p;
	}
}

static void
match_entries(struct comparing *c)
{
	struct table links = {0}, titles = {0};
	struct old_feed *old = &c->feed.old;

	index_posts(c, &links, &titles);
	c->matches = arena_array(c->arena, old->count, sizeof *c->matches);
	for (size_t i = 0; i < old->count; i++) {
		struct old_entry *e = &old->entries[i];
		str link = old_feed_text(c->arena, old, e->link);
		struct post *p = table_find(&links, alike_link(c->arena,
		    c->site->config.site.url, link));

		e->title = old_feed_text(c->arena, old, e->title);
		if (p == NULL && e->has_date)
			p = table_find(&titles, title_key(c, alike_title(
			    c->arena, e->title), e->date));
		if (p)
			c->matches[c->n++] = (struct match){e, p};
		else if (c->strangers++ == 0)
			c->stranger = link;
	}
	table_free(&links);
	table_free(&titles);
}

/* ---- titles and dates ---- */

static void
compare_fields(struct comparing *c)
{
	struct survey *v = c->survey;
	size_t titles = 0, dates = 0, dated = 0;
	const struct match *other = NULL;
	char theirs[DATETIME_TEXT], ours[DATETIME_TEXT];

	for (size_t i = 0; i < c->n; i++) {
		const struct match *m = &c->matches[i];
		bool same = m->entry->date == m->post->published;

		titles += str_eq(alike_title(c->arena, m->entry->title),
		    alike_title(c->arena, m->post->matter->title));
		dated += m->entry->has_date;
		dates += m->entry->has_date && same;
		if (m->entry->has_date && !same && other == NULL)
			other = m;
	}
	import_add_check(v->im, v->arena, "%zu of %zu have the same title, "
	    "%zu of %zu the same date", titles, c->n, dates, dated);
	if (other)
		import_add_gap(v->im, v->arena, "posts: %zu of %zu entries of "
		    "%.*s/%.*s have another date: '%.*s' has %.*s there, %.*s "
		    "here; is site.timezone right?", dated - dates, dated,
		    STR_ARG(v->built), STR_ARG(c->feed.path),
		    STR_ARG(other->post->path), STR_ARG(datetime_rfc3339(
		    other->entry->date, theirs)),
		    STR_ARG(datetime_rfc3339(other->post->published, ours)));
}

/* ---- which posts, and how many ---- */

static bool
is_matched(const struct comparing *c, const struct post *p)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->matches[i].post == p)
			return true;
	return false;
}

static str
top_of(const struct post *p)
{
	return permalink_section(p->matter->sections);
}

/* The date that the feed is in the order of. */
static instant
date_in(const struct comparing *c, const struct post *p)
{
	return c->by_update ? p->updated : p->published;
}

/* The date of the oldest post in the feed: newer posts should be in it too. */
static instant
oldest_of(const struct comparing *c)
{
	instant oldest = INT64_MAX;

	for (size_t i = 0; i < c->n; i++)
		if (date_in(c, c->matches[i].post) < oldest)
			oldest = date_in(c, c->matches[i].post);
	return oldest;
}

/* The posts that the feed leaves out although it has older ones. */
struct left_out {
	size_t n, inside; /* all; those in the section of the feed */
	const struct post *first;
};

static struct left_out
find_left_out(const struct comparing *c, str section)
{
	const struct plan *plan = &c->site->plan;
	instant oldest = oldest_of(c);
	struct left_out out = {0};

	for (size_t i = 0; i < plan->n_posts; i++) {
		const struct post *p = plan->posts[i];

		if (date_in(c, p) <= oldest || is_matched(c, p))
			continue;
		out.n++;
		out.inside += str_eq(top_of(p), section);
		if (out.first == NULL)
			out.first = p;
	}
	return out;
}

/* The section that all entries are in; empty: there is none. */
static str
common_section(const struct comparing *c)
{
	str top = top_of(c->matches[0].post);

	for (size_t i = 1; i < c->n; i++)
		if (!str_eq(top_of(c->matches[i].post), top))
			return (str){0};
	for (size_t i = 0; i < top.len; i++)
		if (!char_is_name(top.ptr[i]))
			return (str){0};
	return top;
}

/* The number of posts that the feed would have without a limit. */
static size_t
count_all(const struct comparing *c, str section)
{
	const struct plan *plan = &c->site->plan;
	size_t n = 0;

	for (size_t i = 0; i < plan->n_posts; i++)
		n += section.len == 0 ||
		    str_eq(top_of(plan->posts[i]), section);
	return n;
}

static void
set_limit(struct comparing *c, size_t all)
{
	struct survey *v = c->survey;
	bool has_all = c->n == all;
	const char *key = v->im->is_plain ||
	    !import_setting_find(v->im, S("feeds.limit")) ? "feeds.limit"
	    : "feeds.main.limit";
	str limit = arena_printf(v->arena, "%zu", has_all ? 0 : c->n);
	size_t now = c->site->plan.n_feeds ? c->site->plan.feeds[0].count : 0;

	if (now == c->n || c->strangers || c->n > all ||
	    (has_all && c->site->config.feeds.limit == 0))
		return;
	import_change(v->im, v->arena, str_of(key), S(""), limit,
	    arena_printf(v->arena, "%.*s/%.*s has %zu of %zu posts",
	    STR_ARG(v->built), STR_ARG(c->feed.path), c->n, all));
}

static void
compare_posts(struct comparing *c)
{
	struct survey *v = c->survey;
	str section = common_section(c);
	struct left_out out = find_left_out(c, section);

	if (out.n && section.len && out.inside == 0) {
		import_change(v->im, v->arena, S("feeds.main.where"), S(""),
		    arena_printf(v->arena, "section:%.*s", STR_ARG(section)),
		    arena_printf(v->arena, "%.*s/%.*s has no others",
		    STR_ARG(v->built), STR_ARG(c->feed.path)));
		set_limit(c, count_all(c, section));
	} else if (out.n)
		import_add_gap(v->im, v->arena, "feeds.main: %zu post%s, such "
		    "as '%.*s', %s not in %.*s/%.*s, although older ones are",
		    out.n, out.n == 1 ? "" : "s",
		    STR_ARG(out.first->path), out.n == 1 ? "is" : "are",
		    STR_ARG(v->built),
		    STR_ARG(c->feed.path));
	else
		set_limit(c, count_all(c, S("")));
	if (c->strangers)
		import_add_gap(v->im, v->arena, "posts: %zu of %zu entries of "
		    "%.*s/%.*s are of no post, such as '%.*s'", c->strangers,
		    c->feed.old.count, STR_ARG(v->built),
		    STR_ARG(c->feed.path), STR_ARG(c->stranger));
}

static void
compare_order(struct comparing *c)
{
	struct survey *v = c->survey;
	size_t published = 0, updated = 0;

	for (size_t i = 1; i < c->n; i++) {
		const struct post *p = c->matches[i - 1].post;

		published += c->matches[i].post->published > p->published;
		updated += c->matches[i].post->updated > p->updated;
	}
	c->by_update = published && updated == 0;
	if (c->by_update)
		import_change(v->im, v->arena, S("feeds.order"), S(""),
		    S("updated"), arena_printf(v->arena,
		    "%.*s/%.*s is in this order", STR_ARG(v->built),
		    STR_ARG(c->feed.path)));
	else if (published)
		import_add_gap(v->im, v->arena, "feeds.main: %.*s/%.*s is not "
		    "in the order of dates, the newest first, as feedmill's "
		    "are", STR_ARG(v->built), STR_ARG(c->feed.path));
}

/* ---- the feed itself ---- */

/* Sets the title of the feed, with "{site}" in place of the site's title; or
 * the title of the site, if no config of the generator gives it. */
static void
set_title(struct comparing *c)
{
	struct survey *v = c->survey;
	str title = c->feed.title, site = c->site->config.site.title, pattern;
	str from = arena_printf(v->arena, "as %.*s/%.*s has it",
	    STR_ARG(v->built), STR_ARG(c->feed.path));

	if (title.len == 0 || str_chr(title, '{') != STR_NONE ||
	    (c->site->plan.n_feeds &&
	    str_eq(title, c->site->plan.feeds[0].title)))
		return;
	if (!survey_is_known(v, "site.title")) {
		import_change(v->im, v->arena, S("site.title"), S(""), title,
		    from);
		import_drop_gaps(v->im, S("site.title:"));
		return;
	}
	pattern = survey_with_key(c, title, site, "site");
	import_change(v->im, v->arena, S("feeds.main.title"), S(""),
	    pattern.len ? pattern : title, from);
}

/* Moves the path of a feed to the format of the compared feed: a generator
 * writes all its feeds in one format. */
static void
rename_format(struct comparing *c, str key, const struct value *map, str from)
{
	struct arena *a = c->survey->arena;
	str path = map->first->text;

	import_drop(c->survey->im, key);
	import_change(c->survey->im, a, key, str_of(c->feed.format), path,
	    from);
}

static bool
is_map_of_one(const struct import_setting *i)
{
	return str_starts(i->key, S("feeds.")) &&
	    str_ends(i->key, S(".path")) && i->value->kind == VALUE_MAP &&
	    i->value->size == 2;
}

/* Gives all feeds the format of the compared feed, if the config has at most
 * one format. False: it has several, and not this one. */
static bool
set_format(struct comparing *c, str from)
{
	struct survey *v = c->survey;
	struct arena *a = v->arena;
	const struct import_setting *i = import_setting_find(v->im,
	    S("feeds.formats"));
	const struct value *first = i ? i->value->first : NULL;
	struct value *list = arena_alloc(a, sizeof *list);
	struct value *name = arena_alloc(a, sizeof *name);

	for (const struct value *f = first; f; f = f->next)
		if (str_eq(f->text, str_of(c->feed.format)))
			return true;
	if (first && first->next)
		return false;
	*name = (struct value){.kind = VALUE_SCALAR, .quoted = true,
		.size = 1, .text = str_of(c->feed.format)};
	list->kind = VALUE_LIST;
	list->size = 1;
	value_add(list, name);
	import_change_value(v->im, a, S("feeds.formats"), list, from);
	for (i = v->im->settings; i; i = i->next)
		if (is_map_of_one(i) && !value_find(i->value,
		    str_of(c->feed.format))) {
			rename_format(c, i->key, i->value, from);
			i = v->im->settings;
		}
	return true;
}

/* Sets the path of the main feed to that of the compared one, so that it keeps
 * its address. */
static void
set_path(struct comparing *c)
{
	struct survey *v = c->survey;
	const struct import_setting *i = import_setting_find(v->im,
	    S("feeds.main.path"));
	const struct value *has = i && i->value->kind == VALUE_MAP
	    ? value_find(i->value, str_of(c->feed.format)) : NULL;
	str from = arena_printf(v->arena, "it is in %.*s", STR_ARG(v->built));

	if ((has && str_eq(has->text, c->feed.path)) ||
	    !str_eq(path_clean(v->arena, survey_text(v, "feeds.folder")),
	    v->built))
		return;
	if (!set_format(c, from)) {
		import_add_gap(v->im, v->arena, "feeds.main.path: %.*s/%.*s is "
		    "in a format that the other feeds do not have",
		    STR_ARG(v->built), STR_ARG(c->feed.path));
		return;
	}
	import_change(v->im, v->arena, S("feeds.main.path"),
	    str_of(c->feed.format), c->feed.path, from);
	import_drop_gaps(v->im, S("feeds.main.path:"));
}

void
survey_feeds(struct survey *v, struct site *s)
{
	struct comparing c = {.survey = v, .arena = &s->arena, .site = s};

	survey_find_feed(&c);
	if (c.feed.path.len) {
		match_entries(&c);
		set_path(&c);
		set_title(&c);
	}
	if (c.n) {
		survey_find_id(&c);
		compare_fields(&c);
		compare_order(&c);
		compare_posts(&c);
	} else if (c.feed.path.len)
		import_add_gap(v->im, v->arena, "posts: no entry of %.*s/%.*s "
		    "is of a post", STR_ARG(v->built), STR_ARG(c.feed.path));
	buf_free(&c.feed.bytes);
}
