/* SPDX-License-Identifier: MIT
 * jekyll_template: the feeds that a site's own templates make.
 *
 * A template is a file that holds <feed or <rss and a loop over posts. The
 * first one that loops over all posts makes the main feed; the others are its
 * other formats, or feeds of a category or tag. */
#include "generators/import/jekyll_site.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/import/jekyll_ids.h"

struct template {
	const char *name; /* its file */
	str path;         /* of the feed, below the output folder */
	int format;
	str post;         /* the loop's variable */
	str list;         /* what it loops over: "site.posts" */
	str limit;        /* digits, or empty: no limit */
	str entry;        /* the text of an entry, and what follows */
	bool has_smart_titles;
};

/* ---- reading one ---- */

/* The text of `key: value` in front matter; empty if it has none. */
static str
front_text(str front, str key)
{
	str line, rest;

	while (str_split(&front, '\n', &line)) {
		rest = line;
		if (!scan_text(&rest, key) || !scan_char(&rest, ':'))
			continue;
		rest = str_trim(rest);
		if (rest.len > 1 && char_is_one_of(rest.ptr[0], "'\""))
			rest = str_sub(rest, 1, rest.len - 2);
		return rest;
	}
	return (str){0};
}

/* Cuts the front matter off, if there is any. */
static str
cut_front(str *text)
{
	str rest = *text, front = {0};

	if (!scan_text(&rest, S("---")) || !scan_past(&rest, S("\n"), NULL))
		return front;
	if (!scan_text(&rest, S("---")) &&
	    !scan_past(&rest, S("\n---"), &front))
		return (str){0};
	*text = rest;
	return front;
}

static bool
is_name_char(char c)
{
	return char_is_name(c) || c == '.';
}

/* What a variable is assigned: `assign posts = site.posts | sort: 'date'` gives
 * "site.posts"; its own name if nothing is assigned. */
static str
assigned(str text, str name)
{
	str rest = text, word;

	while (scan_past(&rest, S("assign "), NULL)) {
		scan_blanks(&rest);
		word = scan_while(&rest, is_name_char);
		scan_blanks(&rest);
		if (!str_eq(word, name) || !scan_char(&rest, '='))
			continue;
		scan_blanks(&rest);
		return scan_until(&rest, "|% \t\r\n");
	}
	return name;
}

/* The number after "limit:", which may be a key of the config. */
static str
read_limit(struct jekyll *j, str args)
{
	str word;

	if (!scan_past(&args, S("limit:"), NULL))
		return (str){0};
	scan_blanks(&args);
	word = scan_while(&args, is_name_char);
	if (str_starts(word, S("site.")))
		word = import_get(&j->config, arena_cstr(j->site->arena,
		    str_from(word, 5))).text;
	return word.len < 6 && scan_is_all(word, char_is_digit) ? word
	    : (str){0};
}

/* Reads the loop over posts. False: it has none. */
static bool
read_loop(struct jekyll *j, str text, struct template *t)
{
	str rest = text, args;

	while (scan_past(&rest, S("{%"), NULL)) {
		scan_char(&rest, '-');
		scan_blanks(&rest);
		if (!scan_text(&rest, S("for ")))
			continue;
		scan_past(&rest, S("%}"), &args);
		t->limit = read_limit(j, args);
		scan_blanks(&args);
		t->post = scan_word(&args);
		scan_blanks(&args);
		if (!scan_text(&args, S("in ")))
			continue;
		scan_blanks(&args);
		t->list = scan_until(&args, " \t|%");
		if (str_ends(t->list, S("-")))
			t->list.len--;
		t->list = assigned(text, t->list);
		t->entry = rest;
		if (str_starts(t->list, S("site.posts")) ||
		    str_starts(t->list, S("site.categories")) ||
		    str_starts(t->list, S("site.tags")) ||
		    str_eq(t->list, S("paginator.posts")))
			return true;
	}
	return false;
}

/* The text of the layout of that name, or an empty text. */
static str
layout_text(struct jekyll *j, str name)
{
	struct arena *a = j->site->arena;
	const char *file = name.len == 0 ? NULL : import_first_file(j->site,
	    path_join(a, j->source, S("_layouts")), arena_printf(a,
	    "%.*s.xml %.*s.html %.*s.atom %.*s.rss", STR_ARG(name),
	    STR_ARG(name), STR_ARG(name), STR_ARG(name)).ptr);
	struct source src;
	str text = {0};

	if (file && import_text(j->site, file, &src)) {
		text = src.text;
		cut_front(&text);
	}
	return text;
}

static bool
is_feed(str text)
{
	return str_find(text, S("<feed")) != STR_NONE ||
	    str_find(text, S("<rss")) != STR_NONE;
}

static bool
read_template(struct jekyll *j, const char *name, struct template *t)
{
	struct source src;
	str text, front, permalink;

	if (!import_text(j->site, name, &src))
		return false;
	text = src.text;
	front = cut_front(&text);
	permalink = path_relative(front_text(front, S("permalink")));
	*t = (struct template){.name = name};
	if (!is_feed(text))
		text = layout_text(j, front_text(front, S("layout")));
	if (!is_feed(text) || !read_loop(j, text, t))
		return false;
	t->format = str_find(text, S("<rss")) != STR_NONE ? IMPORT_RSS
	    : IMPORT_ATOM;
	t->has_smart_titles = str_find(text, S("smartify")) != STR_NONE;
	t->path = path_relative(str_from(str_of(name), j->source.len));
	if (permalink.len)
		t->path = str_ends(permalink, S("/")) ? arena_printf(
		    j->site->arena, "%.*sindex.xml", STR_ARG(permalink))
		    : permalink;
	return true;
}

/* ---- finding them ---- */

static void
add_main(struct jekyll *j, const struct template *t)
{
	struct import_site *s = j->site;
	struct import_feed *f = s->feeds;

	if (f && f->path[t->format].len) {
		import_gap(s, "feeds.main.path: %s is a second main feed",
		    t->name);
		return;
	}
	if (f) {
		f->path[t->format] = t->path;
		return;
	}
	f = import_add_feed(s, S(""), str_of(t->name));
	f->path[t->format] = t->path;
	if (t->has_smart_titles)
		import_set_plain(s, "content.smart_titles", "true", f->from);
	import_set_plain(s, "feeds.limit", t->limit.len ? arena_cstr(s->arena,
	    t->limit) : "0", f->from);
}

/* Adds the feed of one term: the template loops over site.categories.news or
 * site.tags['news']. */
static void
add_of_term(struct jekyll *j, const struct template *t)
{
	str rest = t->list, term;
	bool tag = scan_text(&rest, S("site.tags"));
	struct import_extra *x;

	if (!tag)
		scan_text(&rest, S("site.categories"));
	if (scan_char(&rest, '['))
		scan_any(&rest, "'\"");
	else
		scan_char(&rest, '.');
	term = scan_while(&rest, char_is_name);
	if (term.len == 0 || (rest.len && !char_is_one_of(rest.ptr[0],
	    "'\"]"))) {
		import_gap(j->site, "feeds.extra: %s is a feed of %.*s",
		    t->name, STR_ARG(t->list));
		return;
	}
	x = import_add_extra(j->site, t->format, t->path, str_of(t->name));
	x->title = arena_printf(j->site->arena, "{site} | %.*s",
	    STR_ARG(term));
	x->where = arena_printf(j->site->arena, "%s:%.*s",
	    tag ? "tag" : "category", STR_ARG(term));
}

static bool
is_of_term(const struct template *t)
{
	return str_starts(t->list, S("site.categories")) ||
	    str_starts(t->list, S("site.tags"));
}

/* The files that may be templates, usual names first: add_main keeps the first
 * of two main feeds in one format, and that with the usual name probably has
 * the subscribers. */
static struct strs
find_names(struct jekyll *j)
{
	static const char usual[] = "atom.xml feed.xml rss.xml index.xml "
	    "feed/index.xml feed/atom.xml blog/atom.xml";
	static const char folders[] = ". feed feeds rss blog";
	struct strs names = {0}, found;
	str rest = str_of(usual), word;
	size_t cap = 0;

	while (str_word(&rest, &word)) {
		names.at = arena_grow(j->site->arena, names.at, names.count,
		    &cap, sizeof *names.at);
		names.at[names.count++] = path_join(j->site->arena,
		    j->source, word);
	}
	for (rest = str_of(folders); str_word(&rest, &word);) {
		found = import_entries(j->site, path_clean(j->site->arena,
		    path_join(j->site->arena, j->source, word)));
		for (size_t i = 0; i < found.count; i++) {
			if (!str_ends(found.at[i], S(".xml")))
				continue;
			names.at = arena_grow(j->site->arena, names.at,
			    names.count, &cap, sizeof *names.at);
			names.at[names.count++] = found.at[i];
		}
	}
	return names;
}

static bool
is_earlier(const struct strs *names, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(names->at[k], names->at[i]))
			return true;
	return false;
}

bool
jekyll_read_templates(struct jekyll *j)
{
	struct strs names = find_names(j);
	struct template t;

	for (size_t i = 0; i < names.count; i++)
		if (!is_earlier(&names, i) && read_template(j,
		    arena_cstr(j->site->arena, names.at[i]), &t) &&
		    !is_of_term(&t))
			add_main(j, &t);
	for (size_t i = 0; i < names.count && j->site->feeds; i++)
		if (!is_earlier(&names, i) && read_template(j,
		    arena_cstr(j->site->arena, names.at[i]), &t) &&
		    is_of_term(&t))
			add_of_term(j, &t);
	return j->site->feeds != NULL;
}

/* The default is what jekyll-feed writes: Jekyll's post.id, the address without
 * its ending. */
void
jekyll_read_id(struct jekyll *j)
{
	struct strs names = find_names(j);
	str pattern = S("{:folder}{:name}"), from = S("as the site has it");
	str unknown = {0};
	struct template t;
	size_t i = 0;

	while (i < names.count && (!read_template(j,
	    arena_cstr(j->site->arena, names.at[i]), &t) || is_of_term(&t)))
		i++;
	if (i < names.count && (str_find(t.entry, S("<item")) != STR_NONE ||
	    str_find(t.entry, S("<entry")) != STR_NONE)) {
		str id = jekyll_id_of(j, t.post, t.entry, &unknown);

		if (id.len) {
			pattern = id;
			from = str_of(t.name);
		} else
			import_gap(j->site, "posts.id: the ids in %s are "
			    "'%.*s', which keys cannot say: %.*s is used",
			    t.name, STR_ARG(unknown), STR_ARG(pattern));
	}
	import_set(j->site, "posts.id", pattern, from);
}
