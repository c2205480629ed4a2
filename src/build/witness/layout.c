/* SPDX-License-Identifier: MIT
 * layout: guesses the patterns that the addresses of built pages follow.
 *
 * A page belongs to a post if its name is made from the post's file name, with
 * or without the date, from its title, or from its current address. A folder
 * above the page becomes a token if it is a part of the post's date, its
 * sections or its category; other folders stay as they are. */
#include "build/witness/layout.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/core/file.h"
#include "base/core/table.h"
#include "base/text/slug.h"
#include "base/web/url.h"

enum { MOST_DEPTH = 24, MOST_PAGES = 400000, MOST_NAMESAKES = 20 };

/* A page in a list of pages with the same name. */
struct page_row {
	str path; /* below the folder */
	bool is_asked, is_moved; /* read already; it only redirects */
	struct page_row *next;
};

struct search {
	struct built *built;
	struct arena *arena;
	struct table by_name; /* pages; names in lower case, without ending */
	size_t n_pages;
	struct table by_pattern;
	struct layout *layouts;
	size_t count, cap;
};

/* ---- all pages ---- */

/* The name of a page: b for "a/b/index.html" and for "a/b.html". */
static str
name_of_page(str path)
{
	str name = path_base(path);

	if (str_eq(name, S("index.html")))
		return path_base(path_dir(path));
	name.len = str_rchr(name, '.');
	return name;
}

static void
add_page(struct search *s, str path)
{
	struct page_row *row = arena_alloc(s->arena, sizeof *row);
	str name = arena_lower(s->arena, name_of_page(path));
	void **at;

	if (name.len == 0 || s->n_pages++ >= MOST_PAGES)
		return;
	at = table_at(&s->by_name, name);
	row->path = path;
	row->next = *at;
	*at = row;
}

static void
walk_pages(struct search *s, str below, int depth)
{
	DIR *dir = opendir(path_join(s->arena, s->built->root, below.len
	    ? below : S(".")).ptr);
	struct dirent *e;

	while (dir && s->n_pages < MOST_PAGES && (e = readdir(dir)) != NULL) {
		str name = str_of(e->d_name), path;
		struct stat st;

		if (name.ptr[0] == '.')
			continue;
		path = path_join(s->arena, below, name);
		if (str_iends_any(name, ".html .htm"))
			add_page(s, path);
		else if (depth < MOST_DEPTH && e->d_type != DT_REG &&
		    fstatat(dirfd(dir), e->d_name, &st,
		    AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode))
			walk_pages(s, path, depth + 1);
	}
	if (dir)
		closedir(dir);
}

/* ---- the names of a post ---- */

enum { MOST_KEYS = 8 };

struct names {
	str at[MOST_KEYS]; /* in lower case */
	size_t n;
};

static void
add_name(struct names *names, struct arena *a, str name)
{
	name = arena_lower(a, name);
	for (size_t i = 0; i < names->n; i++)
		if (str_eq(names->at[i], name))
			return;
	if (name.len && names->n < MOST_KEYS)
		names->at[names->n++] = name;
}

static void
add_slug(struct names *names, struct arena *a, str text,
    enum slug_style style)
{
	struct buf slug = {0};

	slug_make(&slug, text, style);
	add_name(names, a, buf_str(&slug));
	buf_free(&slug);
}

/* The name of a post's file without its ending; the folder's name for a file
 * such as a/index.md. */
static str
stem_of(const struct post *p)
{
	str name = path_base(p->path);

	name.len = str_rchr(name, '.');
	if (str_eq(name, S("index")) && path_dir(p->path).len)
		name = path_base(path_dir(p->path));
	return name;
}

static void
list_names(struct names *names, const struct post *p, struct arena *a)
{
	str stem = stem_of(p), url = path_bare(url_split(p->matter->url).path);
	struct datetime date;
	struct buf last = {0};
	size_t len = 0;

	url_decode(&last, path_base(url));
	if (str_iends_any(buf_str(&last), ".html .htm"))
		last.len = str_rchr(buf_str(&last), '.');
	*names = (struct names){.n = 0};
	add_name(names, a, stem);
	if (datetime_parse_name(stem, &date, &len) && len < stem.len)
		add_name(names, a, str_from(stem, len));
	add_name(names, a, buf_str(&last));
	add_slug(names, a, stem, SLUG_PLAIN);
	add_slug(names, a, p->matter->title, SLUG_PLAIN);
	add_slug(names, a, p->matter->title, SLUG_HUGO);
	add_slug(names, a, p->matter->title, SLUG_PELICAN);
	buf_free(&last);
}

/* ---- from a page to a pattern ---- */

/* The tokens for the parts of a date that a folder can be. */
static const struct date_form {
	const char *token;
	int part;  /* 0: year, 1: month, 2: day */
	int width; /* least digits */
} date_forms[] = {
	{":year", 0, 4}, {":month", 1, 2}, {":day", 2, 2},
	{":i_month", 1, 1}, {":i_day", 2, 1},
};

struct shape {
	const struct post *post;
	struct datetime date;
	struct buf out;
	bool has[3]; /* parts of the date that are in the pattern already */
};

/* The token for a folder that is a part of the date, or NULL. Each part is used
 * once, the month before the day, so that "05/05" gives :month/:day. */
static const char *
date_token(struct shape *s, str part)
{
	const int numbers[] = {s->date.year, s->date.month, s->date.day};

	for (size_t i = 0; i < sizeof date_forms / sizeof *date_forms; i++) {
		const struct date_form *f = &date_forms[i];
		char text[16];

		snprintf(text, sizeof text, "%0*d", f->width,
		    numbers[f->part]);
		if (s->has[f->part] || !str_eq(part, str_of(text)))
			continue;
		s->has[f->part] = true;
		return f->token;
	}
	return NULL;
}

/* Whether two names give the same slug. */
static bool
is_alike(str text, str name)
{
	struct buf a = {0}, b = {0};
	bool same;

	slug_make(&a, text, SLUG_PLAIN);
	slug_make(&b, name, SLUG_PLAIN);
	same = a.len > 0 && str_eq(buf_str(&a), buf_str(&b));
	buf_free(&a);
	buf_free(&b);
	return same;
}

/* The number of sections of the post if `folders` begin with all of them;
 * otherwise 0. */
static size_t
count_sections(const struct shape *s, str folders)
{
	str sections = s->post->matter->sections, part, folder;
	size_t n = 0;

	while (str_split(&sections, '/', &part)) {
		if (!str_split(&folders, '/', &folder) ||
		    !is_alike(part, folder))
			return 0;
		n++;
	}
	return s->post->matter->sections.len ? n : 0;
}

static bool
is_category(const struct shape *s, str folder)
{
	const struct post *p = s->post;

	for (size_t i = 0; i < p->n_labels; i++)
		if (str_eq(p->labels[i]->taxonomy->name, S("categories")) &&
		    is_alike(p->labels[i]->text, folder))
			return true;
	return false;
}

static void
add_folder(struct shape *s, str folder)
{
	const char *token = date_token(s, folder);

	buf_addc(&s->out, '/');
	if (token)
		buf_add(&s->out, str_of(token));
	else if (is_category(s, folder))
		buf_add(&s->out, S(":categories"));
	else
		buf_add(&s->out, folder);
}

static void
add_folders(struct shape *s, str folders)
{
	str folder;

	while (folders.len) {
		size_t n = count_sections(s, folders);

		if (n)
			buf_add(&s->out, S("/:sections"));
		else if (str_split(&folders, '/', &folder))
			add_folder(s, folder);
		for (; n; n--)
			str_split(&folders, '/', &folder);
	}
}

/* Whether a pattern has no character that YAML or posts.permalink would read as
 * syntax. */
static bool
is_usable(str pattern)
{
	for (size_t i = 0; i < pattern.len; i++)
		if (!char_is_alnum(pattern.ptr[i]) &&
		    !char_is_one_of(pattern.ptr[i], "/:_-.~" LAYOUT_NAME))
			return false;
	return true;
}

static str
make_pattern(struct search *s, const struct post *p, str page, bool is_dated)
{
	struct shape shape = {.post = p,
		.date = datetime_at(p->published,
		    s->built->config->site.zone)};
	bool is_index = str_eq(path_base(page), S("index.html"));
	str folders = path_dir(is_index ? path_dir(page) : page);

	add_folders(&shape, folders);
	buf_add(&shape.out, is_dated ? S("/:year-:month-:day-" LAYOUT_NAME)
	    : S("/" LAYOUT_NAME));
	buf_add(&shape.out, is_index ? S("/") : S(".html"));
	return buf_move(&shape.out, s->arena);
}

/* ---- votes ---- */

static void
vote(struct search *s, const struct post *p, str page, bool is_dated)
{
	str pattern = make_pattern(s, p, page, is_dated);
	struct layout *l;
	void **at;

	if (!is_usable(pattern))
		return;
	at = table_at(&s->by_pattern, pattern);
	if (*at == NULL) {
		s->layouts = arena_grow(s->arena, s->layouts, s->count,
		    &s->cap, sizeof *s->layouts);
		s->layouts[s->count] = (struct layout){
			.pattern = pattern, .page = page};
		*at = (void *)(uintptr_t)++s->count;
	}
	l = &s->layouts[(uintptr_t)*at - 1];
	l->votes++;
}

/* Votes for the patterns of all pages with this name, except redirects. */
static void
vote_for_name(struct search *s, const struct post *p, str name, bool is_dated)
{
	struct page_row *row = table_find(&s->by_name, name);

	for (int i = 0; row && i < MOST_NAMESAKES; row = row->next, i++) {
		if (!row->is_asked)
			row->is_moved = built_is_moved(s->built, row->path);
		row->is_asked = true;
		if (!row->is_moved)
			vote(s, p, row->path, is_dated);
	}
}

static void
vote_for_post(struct search *s, const struct post *p)
{
	struct names names;
	char day[DATETIME_TEXT];
	str date = datetime_day(p->published, s->built->config->site.zone,
	    day);

	list_names(&names, p, s->arena);
	for (size_t i = 0; i < names.n; i++) {
		str name = names.at[i];

		vote_for_name(s, p, name, false);
		if (!str_starts(name, date))
			vote_for_name(s, p, arena_printf(s->arena,
			    "%.*s-%.*s", STR_ARG(date), STR_ARG(name)), true);
	}
}

static int
by_votes(const void *x, const void *y)
{
	const struct layout *a = x, *b = y;

	if (a->votes != b->votes)
		return a->votes > b->votes ? -1 : 1;
	return str_cmp(a->pattern, b->pattern);
}

size_t
layout_find(struct layout out[LAYOUTS], struct built *b,
    const struct post *const *posts, size_t n, struct arena *a)
{
	struct search s = {.built = b, .arena = a};
	size_t i;

	walk_pages(&s, S(""), 0);
	for (i = 0; i < n; i++)
		vote_for_post(&s, posts[i]);
	if (s.count)
		qsort(s.layouts, s.count, sizeof *s.layouts, by_votes);
	for (i = 0; i < s.count && i < LAYOUTS; i++)
		out[i] = s.layouts[i];
	table_free(&s.by_name);
	table_free(&s.by_pattern);
	return i;
}
