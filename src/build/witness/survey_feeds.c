/* SPDX-License-Identifier: MIT
 * survey_feeds: compares a new config with a feed of the built site. */
#include <stdlib.h>

#include "base/core/file.h"
#include "base/core/table.h"
#include "base/data/json.h"
#include "base/text/html_scan.h"
#include "base/web/url.h"
#include "build/guard/alike.h"
#include "build/site/site_front.h"
#include "build/witness/survey_parts.h"
#include "feed/formats/format.h"
#include "feed/formats/old_feed.h"
#include "feed/formats/old_xml.h"
#include "generators/import/import_change.h"
#include "post/permalink/permalink.h"

enum {
	DAY = 24 * 60 * 60, LOOKED_FOR_MARK = 16384,
	LEAST = 3 /* ids that are needed to trust a pattern */
};

/* A feed of the built site. */
struct built_feed {
	str path;              /* below the folder; empty: there is none */
	const char *format;    /* name of the format */
	struct buf bytes;
	struct old_feed old;
	str title;
};

/* An entry and its post. */
struct match {
	const struct old_entry *entry;
	struct post *post;
};

struct comparing {
	struct survey *survey;
	struct arena *arena;
	struct site *site;
	struct built_feed feed;
	struct match *matches;
	size_t n;
	size_t strangers;      /* number of entries that match no post */
	str stranger;          /* the link of the first one */
	bool by_update;        /* those that were changed last come first */
};

/* ---- finding a feed ---- */

static const char *
format_of(str bytes)
{
	str head = str_sub(bytes, 0, 4096);

	if (str_find(head, S("<feed")) != STR_NONE)
		return "atom";
	return str_find(head, S("<rss")) != STR_NONE ||
	    str_find(head, S("<rdf:RDF")) != STR_NONE ? "rss" : "json";
}

/* Whether feedmill wrote the feed: it tells nothing about the generator. */
static bool
is_own(str bytes)
{
	str head = str_sub(bytes, 0, LOOKED_FOR_MARK);

	for (size_t i = 0; formats[i]; i++)
		if (str_find(head, str_of(formats[i]->mark)) != STR_NONE)
			return true;
	return false;
}

static bool
try_path(struct comparing *c, str path, struct built_feed *f)
{
	path = path_clean(c->arena, path_relative(path));
	if (f->path.len || !path_is_below(path))
		return false;
	buf_reset(&f->bytes);
	if (!survey_read(c->survey, path, &f->bytes) ||
	    is_own(buf_str(&f->bytes)))
		return false;
	f->format = format_of(buf_str(&f->bytes));
	old_feed_read(&f->old, format_find(str_of(f->format)), c->arena,
	    buf_str(&f->bytes));
	if (f->old.kind == OLD_FEED && f->old.count)
		f->path = path;
	return f->path.len > 0;
}

/* Tries the paths of the main feed in the config. */
static void
try_config(struct comparing *c, struct built_feed *f)
{
	const struct import_setting *i = import_setting_find(c->survey->im,
	    S("feeds.main.path"));
	const struct value *v = i && i->value->kind == VALUE_MAP
	    ? i->value->first : NULL;

	if (!str_eq(path_clean(c->arena, survey_text(c->survey,
	    "feeds.folder")), c->survey->built))
		return;
	for (; v; v = v->next)
		try_path(c, v->text, f);
}

/* Tries the feeds that the home page links to. */
static void
try_links(struct comparing *c, struct built_feed *f)
{
	struct buf home = {0};
	struct html_scan s;
	struct html_tag tag;

	survey_read(c->survey, S("index.html"), &home);
	s = html_scan_begin(buf_str(&home));
	while (f->path.len == 0 && html_scan_tag(&s, &tag)) {
		struct html_attribute a;
		str href = {0}, type = {0}, base;

		while (html_scan_attribute(&tag, &a)) {
			href = str_ieq(a.name, S("href")) ? a.value : href;
			type = str_ieq(a.name, S("type")) ? a.value : type;
		}
		html_scan_past(&s, &tag);
		if (!str_ieq(tag.name, S("link")) ||
		    !str_has_word(S("application/atom+xml application/rss+xml "
		    "application/feed+json"), type, str_ieq))
			continue;
		base = config_base(&c->site->config);
		href = url_split(href).path;
		if (base.len && str_starts(href, base) &&
		    try_path(c, str_from(href, base.len), f))
			break;
		try_path(c, href, f);
	}
	buf_free(&home);
}

static void
try_names(struct comparing *c, struct built_feed *f)
{
	static const char *const names[] = {
		"feed.xml", "atom.xml", "rss.xml", "index.xml",
		"feed/feed.xml", "feeds/all.atom.xml", "feed/atom.xml",
		"feed/index.xml", "rss/index.xml", "rss2.xml", "feed.atom",
		"blog/rss.xml", "blog/feed.xml", "blog/atom.xml",
		"blog/index.xml", "posts/index.xml", "feed.json",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		try_path(c, str_of(names[i]), f);
}

/* ---- its title ---- */

static str
json_title(struct comparing *c, str bytes)
{
	struct source src = {S("feed"), bytes};
	struct diags none = {0};
	const struct value *root = json_parse(c->arena, bytes, &src, 0, &none);
	const struct value *v = root && root->kind == VALUE_MAP
	    ? value_find(root, S("title")) : NULL;

	diags_free(&none);
	return v && v->kind == VALUE_SCALAR ? v->text : (str){0};
}

/* The title of a feed in XML: the first <title>, if it comes before the first
 * entry. */
static str
xml_title(struct comparing *c, str bytes)
{
	size_t at = str_find(bytes, S("<title")), gt, end;
	size_t item = str_find(bytes, S("<item")), entry =
	    str_find(bytes, S("<entry"));
	str title;

	if (at == STR_NONE || at > item || at > entry)
		return (str){0};
	bytes = str_from(bytes, at);
	gt = str_chr(bytes, '>');
	end = str_find(bytes, S("</title>"));
	if (gt == STR_NONE || end == STR_NONE || gt > end)
		return (str){0};
	title = old_xml_text(c->arena, str_sub(bytes, gt + 1, end - gt - 1));
	/* RFC 4287, section 3.1.1.2: the text is HTML. */
	return str_find(str_sub(bytes, 0, gt), S("\"html\"")) == STR_NONE
	    ? title : old_xml_text(c->arena, title);
}

static void
find_feed(struct comparing *c)
{
	struct built_feed *f = &c->feed;

	try_config(c, f);
	try_links(c, f);
	try_names(c, f);
	if (f->path.len)
		f->title = str_trim(str_eq(str_of(f->format), S("json"))
		    ? json_title(c, buf_str(&f->bytes))
		    : xml_title(c, buf_str(&f->bytes)));
}

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

/* ---- ids ---- */

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

/* Replaces a text of the post in an id by "{key}". Empty: the id does not
 * contain the text. */
static str
with_key(struct comparing *c, str id, str text, const char *key)
{
	size_t at = str_find(id, text);

	if (id.len == 0 || text.len < 2 || at == STR_NONE)
		return (str){0};
	return arena_printf(c->arena, "%.*s{%s}%.*s", (int)at, id.ptr, key,
	    STR_ARG(str_from(id, at + text.len)));
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
			add_pattern(list, with_key(c, m->entry->id, v->text,
			    arena_cstr(c->arena, v->key)));
	buf_free(&text);
}

static void
list_patterns(struct comparing *c, struct patterns *list,
    const struct match *m)
{
	str id = m->entry->id, url = m->post->matter->url, dated;
	str path = url_split(url).path;
	char day[DATETIME_TEXT];

	dated = with_key(c, id, datetime_day(m->post->published,
	    c->site->config.site.zone, day), ":date");
	add_pattern(list, S("{permalink}"));
	add_pattern(list, S("{:folder}{:name}"));
	add_pattern(list, S("tag:{:host},{:date}:{:path}"));
	add_pattern(list, with_key(c, id, url, "permalink"));
	add_pattern(list, with_key(c, id, path, ":path"));
	add_pattern(list, with_key(c, dated, path, ":path"));
	add_pattern(list, with_key(c, id, path_base(path_bare(path)),
	    ":name"));
	add_pattern(list, with_key(c, dated, path_base(path_bare(path)),
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

static void
find_id(struct comparing *c)
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

/* The date of the oldest post in the feed: newer posts should be in it too. */
/* The date that the feed is in the order of. */
static instant
date_in(const struct comparing *c, const struct post *p)
{
	return c->by_update ? p->updated : p->published;
}

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
	pattern = with_key(c, title, site, "site");
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

	find_feed(&c);
	if (c.feed.path.len) {
		match_entries(&c);
		set_path(&c);
		set_title(&c);
	}
	if (c.n) {
		find_id(&c);
		compare_fields(&c);
		compare_order(&c);
		compare_posts(&c);
	} else if (c.feed.path.len)
		import_add_gap(v->im, v->arena, "posts: no entry of %.*s/%.*s "
		    "is of a post", STR_ARG(v->built), STR_ARG(c.feed.path));
	buf_free(&c.feed.bytes);
}
