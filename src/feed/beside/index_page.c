/* SPDX-License-Identifier: MIT
 * index_page: a page that lists all feeds, for people. */
#include "feed/beside/index_page.h"

#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "base/core/version.h"
#include "base/time/zone.h"
#include "feed/beside/head_links.h"
#include "feed/beside/index_assets.h"
#include "feed/beside/webpage.h"
#include "feed/formats/format.h"
#include "feed/plan/feed_site.h"
#include "feed/plan/words.h"

/* ---- the head ---- */

static void
put_meta(struct webpage *w, const char *kind, const char *name, str content)
{
	webpage_open(w, "meta");
	webpage_attr(w, kind, str_of(name));
	webpage_attr(w, "content", content);
	webpage_end(w);
}

static void
put_head(struct webpage *w, const struct plan *plan, const struct config *c,
    const struct words *words)
{
	webpage_open(w, "head");
	webpage_line(w);
	webpage_open(w, "meta");
	webpage_attr(w, "charset", S("utf-8"));
	webpage_end(w);
	put_meta(w, "http-equiv", "Content-Security-Policy", index_policy);
	put_meta(w, "name", "viewport",
	    S("width=device-width, initial-scale=1"));
	put_meta(w, "name", "color-scheme", S("light dark"));
	put_meta(w, "name", "generator", S("feedmill " FEEDMILL_VERSION));
	webpage_open(w, "title");
	webpage_put(w, words->of[WORD_FEEDS]);
	webpage_put(w, S(": "));
	webpage_put(w, c->site.title);
	webpage_end(w);
	head_links_put(w, plan);
	webpage_open(w, "style");
	webpage_markup(w, index_style);
	webpage_end(w);
	webpage_end(w);
}

/* ---- the list ---- */

struct list {
	struct webpage *w;
	const struct plan *plan;
	const struct config *config;
	const struct words *words;
	str language;      /* language of the words */
	size_t n_groups;
};

/* Whether two feeds belong in one group: they are of the same kind. */
static bool
same_group(const struct feed *a, const struct feed *b)
{
	return a->taxonomy == b->taxonomy && !a->extra == !b->extra &&
	    (a->taxonomy == NULL || a->language == b->language);
}

/* The heading of a taxonomy, made from its key. */
static str
taxonomy_name(struct buf *b, const struct taxonomy *t, const struct words *w)
{
	str rest = t->name;

	if (str_eq(rest, S("tags")) || str_eq(rest, S("tag")))
		return w->of[WORD_TAGS];
	if (str_eq(rest, S("categories")) || str_eq(rest, S("category")))
		return w->of[WORD_CATEGORIES];
	if (rest.len)
		buf_add_rune(b, unicode_upper(utf8_next(&rest)));
	buf_add(b, rest);
	return buf_str(b);
}

static void
put_heading(struct list *l, const struct feed *f, str id)
{
	struct buf b = {0};

	webpage_open(l->w, "h2");
	webpage_attr(l->w, "id", id);
	webpage_put(l->w, f->taxonomy
	    ? taxonomy_name(&b, f->taxonomy, l->words)
	    : l->words->of[f->extra ? WORD_SELECTIONS : WORD_WHOLE_SITE]);
	if (f->taxonomy && f->language) {
		webpage_put(l->w, S(" – "));
		webpage_put(l->w, feed_site_title(l->config, f->language));
		webpage_put(l->w, S(", "));
		webpage_put(l->w, f->language->name);
	}
	webpage_end(l->w);
	buf_free(&b);
}

static void
put_columns(struct list *l)
{
	static const enum word columns[] = {
		WORD_FEED, WORD_COUNT, WORD_POSTS, WORD_NEWEST};

	webpage_open(l->w, "thead");
	webpage_open(l->w, "tr");
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		bool named = columns[i] != WORD_COUNT;

		webpage_open(l->w, named ? "th" : "td");
		if (named) {
			webpage_attr(l->w, "scope", S("col"));
			webpage_put(l->w, l->words->of[columns[i]]);
		}
		webpage_close(l->w);
	}
	webpage_close(l->w);
	webpage_end(l->w);
}

static void
put_name(struct list *l, const struct feed *f, str name)
{
	str language = feed_site_language(l->config, f->language);

	webpage_open(l->w, "span");
	webpage_attr(l->w, "dir", S("auto"));
	if (!str_ieq(language, l->language))
		webpage_attr(l->w, "lang", language);
	webpage_put(l->w, name);
	webpage_close(l->w);
	if (f->language && f->taxonomy == NULL) {
		webpage_put(l->w, S(" "));
		webpage_text(l->w, "small", f->language->name);
	}
}

/* Writes a link for each format, with a label for screen readers. */
static void
put_formats(struct list *l, const struct feed *f, str name)
{
	struct buf label = {0};
	bool first = true;

	webpage_open(l->w, "td");
	for (size_t i = 0; i < l->plan->n_formats; i++) {
		str format = format_label(l->plan->formats[i]);

		if (f->path[i].len == 0)
			continue;
		buf_reset(&label);
		buf_add(&label, format);
		buf_add(&label, S(": "));
		buf_add(&label, name);
		if (!first)
			webpage_put(l->w, S(" "));
		first = false;
		webpage_open(l->w, "a");
		webpage_attr(l->w, "href", f->url[i]);
		webpage_attr(l->w, "aria-label", buf_str(&label));
		webpage_put(l->w, format);
		webpage_close(l->w);
	}
	webpage_close(l->w);
	buf_free(&label);
}

/* Writes the day of the newest post, in the time zone of the site. */
static void
put_newest(struct list *l, const struct feed *f)
{
	char exact[DATETIME_TEXT], day[DATETIME_TEXT];

	webpage_open(l->w, "td");
	if (f->count) {
		instant t = f->posts[0]->published;

		webpage_open(l->w, "time");
		webpage_attr(l->w, "datetime", datetime_rfc3339(t, exact));
		webpage_put(l->w, datetime_day(t, l->config->site.zone, day));
		webpage_close(l->w);
	}
	webpage_close(l->w);
}

static void
put_feed(struct list *l, const struct feed *f)
{
	str name = f->term.len ? f->term : f->title;
	struct arena a = {0};

	webpage_open(l->w, "tr");
	webpage_open(l->w, "th");
	webpage_attr(l->w, "scope", S("row"));
	put_name(l, f, name);
	if (f->description.len)
		webpage_text(l->w, "p", f->description);
	webpage_close(l->w);
	put_formats(l, f, name);
	webpage_text(l->w, "td", arena_printf(&a, "%zu", f->total));
	put_newest(l, f);
	webpage_end(l->w);
	arena_free(&a);
}

/* Writes the group that begins at feed `i`; returns the start of the next. */
static size_t
put_group(struct list *l, size_t i)
{
	const struct feed *first = &l->plan->feeds[i];
	struct arena a = {0};
	str id = arena_printf(&a, "group-%zu", ++l->n_groups);

	webpage_open(l->w, "section");
	webpage_line(l->w);
	put_heading(l, first, id);
	webpage_open(l->w, "table");
	webpage_attr(l->w, "aria-labelledby", id);
	webpage_line(l->w);
	put_columns(l);
	webpage_open(l->w, "tbody");
	webpage_line(l->w);
	for (; i < l->plan->n_feeds - l->plan->n_archives &&
	     same_group(first, &l->plan->feeds[i]); i++)
		put_feed(l, &l->plan->feeds[i]);
	for (int n = 0; n < 3; n++)
		webpage_end(l->w);
	arena_free(&a);
	return i;
}

/* ---- the page ---- */

/* Writes the search form, hidden: only the script can use it, and shows it. */
static void
put_form(struct webpage *w, const struct words *words)
{
	webpage_open(w, "form");
	webpage_attr(w, "role", S("search"));
	webpage_attr(w, "data-copy", words->of[WORD_COPY]);
	webpage_attr(w, "data-copied", words->of[WORD_COPIED]);
	webpage_attr(w, "data-found", words->of[WORD_FOUND]);
	webpage_flag(w, "hidden");
	webpage_line(w);
	webpage_open(w, "label");
	webpage_put(w, words->of[WORD_SEARCH]);
	webpage_open(w, "input");
	webpage_attr(w, "type", S("search"));
	webpage_attr(w, "autocomplete", S("off"));
	webpage_close(w);
	webpage_end(w);
	webpage_open(w, "p");
	webpage_attr(w, "role", S("status"));
	webpage_end(w);
	webpage_end(w);
}

static void
put_header(struct list *l)
{
	struct webpage *w = l->w;
	const struct config *c = l->config;

	webpage_open(w, "header");
	webpage_line(w);
	webpage_text(w, "h1", l->words->of[WORD_FEEDS]);
	webpage_line(w);
	webpage_open(w, "p");
	webpage_open(w, "a");
	webpage_attr(w, "href", c->site.url);
	if (!str_ieq(c->site.language, l->language))
		webpage_attr(w, "lang", c->site.language);
	webpage_put(w, c->site.title);
	webpage_close(w);
	webpage_end(w);
	webpage_text(w, "p", l->words->of[WORD_WHAT_FOR]);
	webpage_line(w);
	webpage_end(w);
}

static void
put_body(struct list *l)
{
	webpage_open(l->w, "body");
	webpage_line(l->w);
	put_header(l);
	webpage_open(l->w, "main");
	webpage_line(l->w);
	put_form(l->w, l->words);
	for (size_t i = 0; i < l->plan->n_feeds - l->plan->n_archives;)
		i = put_group(l, i);
	webpage_end(l->w);
	webpage_open(l->w, "script");
	webpage_markup(l->w, index_script);
	webpage_end(l->w);
	webpage_end(l->w);
}

void
index_page_write(struct buf *out, const struct plan *plan,
    const struct config *c)
{
	const struct words *words = words_of(c->site.language);
	struct webpage w = webpage_document(out);
	struct list l = {&w, plan, c, words,
		words_language(words, c->site.language), 0};

	webpage_open(&w, "html");
	webpage_attr(&w, "lang", l.language);
	webpage_line(&w);
	put_head(&w, plan, c, words);
	put_body(&l);
	webpage_end(&w);
}
