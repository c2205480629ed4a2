/* SPDX-License-Identifier: MIT
 * hugo_posts: folders, addresses and dates of an imported Hugo site. */
#include "generators/import/hugo_site.h"

#include "base/core/file.h"
#include "base/text/scan.h"

/* ---- permalinks ---- */

/* Parts of Go's layouts of dates, and their tokens. A longer one comes before
 * those that it begins with. */
static const struct {
	str layout;
	const char *token;
} layouts[] = {
	{S_INIT("2006"), ":year"}, {S_INIT("06"), ":short_year"},
	{S_INIT("January"), ":long_month"}, {S_INIT("Jan"), ":short_month"},
	{S_INIT("Monday"), ":long_day"}, {S_INIT("Mon"), ":short_day"},
	{S_INIT("002"), ":y_day"}, {S_INIT("01"), ":month"},
	{S_INIT("02"), ":day"}, {S_INIT("15"), ":hour"},
	{S_INIT("04"), ":minute"}, {S_INIT("05"), ":second"},
	{S_INIT("1"), ":i_month"}, {S_INIT("2"), ":i_day"},
};

/* Adds the tokens for a date in Go's layout, such as 2006 or 20060102. False:
 * a part has no token. */
static bool
add_layout(struct buf *out, str name)
{
	while (name.len) {
		size_t i = 0, n = sizeof layouts / sizeof layouts[0];

		while (i < n && !str_starts(name, layouts[i].layout))
			i++;
		if (i < n) {
			buf_add(out, str_of(layouts[i].token));
			name = str_from(name, layouts[i].layout.len);
		} else if (name.ptr[0] == '_' ||
		    char_is_digit(name.ptr[0])) {
			buf_addc(out, name.ptr[0]);
			name = str_from(name, 1);
		} else
			return false;
		/* A letter would become part of the token's name. */
		if (name.len && char_is_alpha(name.ptr[0]))
			return false;
	}
	return true;
}

static bool
is_word(char c)
{
	return char_is_alnum(c) || c == '_';
}

static bool
is_layout(str name)
{
	for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++)
		if (str_starts(name, layouts[i].layout))
			return true;
	return false;
}

/* Takes the "[1:]" of ":sections[1:]"; empty if there is none. */
static str
take_brackets(str *pattern)
{
	size_t end = str_starts(*pattern, S("[")) ? str_chr(*pattern, ']')
	    : STR_NONE;

	return end == STR_NONE ? (str){0} : scan_front(pattern, end + 1);
}

/* Appends a pattern of Hugo with tokens of feedmill. False: a token has no
 * equivalent, such as the titles of sections. */
static bool
add_tokens(struct buf *out, str pattern)
{
	while (pattern.len) {
		str name;

		buf_addc(out, pattern.ptr[0]);
		if (scan_front(&pattern, 1).ptr[0] != ':')
			continue;
		name = scan_while(&pattern, is_word);
		if (name.len == 0 || str_starts(name, S("sectionslug")) ||
		    (char_is_digit(name.ptr[0]) && !is_layout(name)))
			return false;
		if (!is_layout(name)) {
			buf_add(out, str_eq(name, S("sections"))
			    ? S("indexed_sections") : name);
			buf_add(out, take_brackets(&pattern));
			continue;
		}
		out->len--;
		if (!add_layout(out, name))
			return false;
	}
	return true;
}

/* Ends a pattern as Hugo does: "/a/:slug" becomes "/a/:slug/", or
 * "/a/:slug.html" with uglyURLs. */
static str
finish_pattern(const struct hugo *h, str pattern, bool ugly)
{
	pattern = path_relative(pattern);
	if (str_ends(pattern, S("/")))
		pattern.len--;
	return arena_printf(h->site->arena, "/%.*s%.*s%s", STR_ARG(h->base),
	    STR_ARG(pattern), ugly ? ".html" : "/");
}

/* uglyURLs is a flag, or a map with a flag for each section. */
static bool
is_ugly(const struct hugo *h, str section)
{
	const struct value *v = hugo_get(h, "uglyURLs").tree;
	bool ugly = false;

	if (v && v->kind == VALUE_MAP)
		v = value_find(v, section);
	return v && value_bool(v, &ugly) && ugly;
}

static bool
is_taxonomy(const struct hugo *h, str name)
{
	const struct value *t = import_get(&h->config, "taxonomies").tree;

	if (t == NULL)
		return str_ieq(name, S("tags")) ||
		    str_ieq(name, S("categories"));
	for (t = t->first; t; t = t->next)
		if (str_ieq(import_str(t), name))
			return true;
	return false;
}

/* Adds the sections of [permalinks]; term_folder reads the taxonomies. */
static void
add_patterns(const struct hugo *h, struct value *map,
    const struct value *members, str from)
{
	for (const struct value *v = members->first; v; v = v->next) {
		str pattern = import_str(v);
		struct buf b = {0};

		if (pattern.len == 0 || is_taxonomy(h, v->key))
			continue;
		if (add_tokens(&b, pattern))
			import_add(h->site, map, v->key, finish_pattern(
			    h, buf_str(&b), is_ugly(h, v->key)));
		else
			import_gap(h->site, "%.*s.%.*s is '%.*s': the default "
			    "address is used", STR_ARG(from), STR_ARG(v->key),
			    STR_ARG(pattern));
		buf_free(&b);
	}
}

/* Adds patterns for the sections that uglyURLs names and [permalinks] does
 * not. */
static void
add_ugly_sections(const struct hugo *h, struct value *map)
{
	const struct value *v = hugo_get(h, "uglyURLs").tree;

	v = v && v->kind == VALUE_MAP ? v->first : NULL;
	for (; v; v = v->next)
		if (is_ugly(h, v->key) && !value_find(map, v->key))
			import_add(h->site, map, v->key, finish_pattern(
			    h, S(":sections/:slugorfilename/"), true));
}

/* Whether a pattern has capital letters, which Hugo makes lower case. */
static bool
has_capitals(const struct value *patterns)
{
	for (const struct value *v = patterns->first; v; v = v->next) {
		if (str_find(v->text, S(":short_month")) != STR_NONE ||
		    str_find(v->text, S(":short_day")) != STR_NONE ||
		    str_find(v->text, S(":long_")) != STR_NONE)
			return true;
		for (size_t i = 0; i < v->text.len; i++)
			if (char_lower(v->text.ptr[i]) != v->text.ptr[i])
				return true;
	}
	return false;
}

static void
read_permalinks(const struct hugo *h)
{
	struct import_value v = hugo_get(h, "permalinks");
	struct value *map = import_map(h->site);
	const struct value *pages = import_find(v.tree, "page");
	bool ugly = is_ugly(h, (str){0});

	if (v.tree && v.tree->kind == VALUE_LIST)
		import_gap(h->site, "%.*s is a list, which is not read",
		    STR_ARG(v.from));
	if (v.tree && v.tree->kind == VALUE_MAP)
		add_patterns(h, map, v.tree, v.from);
	if (pages && pages->kind == VALUE_MAP)
		add_patterns(h, map, pages, v.from);
	if (map->first == NULL)
		v.from = hugo_get(h, "uglyURLs").from;
	add_ugly_sections(h, map);
	if (map->first) {
		if (ugly || h->base.len)
			import_add(h->site, map, S("*"), finish_pattern(h,
			    S(":sections/:slugorfilename/"), ugly));
		import_set_value(h->site, "posts.permalink", map, v.from);
	} else if (ugly || h->base.len)
		import_set(h->site, "posts.permalink", finish_pattern(h,
		    S(":sections/:slugorfilename/"), ugly),
		    ugly ? hugo_get(h, "uglyURLs").from
		    : S("config: defaultContentLanguageInSubdir"));
	if (hugo_flag(h, "disablePathToLower"))
		import_set_plain(h->site, "posts.slug_case", "keep",
		    hugo_get(h, "disablePathToLower").from);
	else if (has_capitals(map))
		import_set_plain(h->site, "posts.slug_case", "lower",
		    S("Hugo's default"));
	if (hugo_flag(h, "removePathAccents"))
		import_set_plain(h->site, "posts.slug_letters", "bare",
		    hugo_get(h, "removePathAccents").from);
}

/* ---- folders ---- */

/* Whether a folder is in the list, or below one of its folders. */
static bool
is_listed(const struct value *list, str folder)
{
	for (const struct value *v = list->first; v; v = v->next)
		if (str_eq(v->text, folder) || path_is_in(folder, v->text))
			return true;
	return false;
}

/* ---- mounts ---- */

/* A folder of the site that module.mounts puts at, or below, `content`. */
struct mount {
	str source;   /* "content/en" */
	str below;    /* of target "content/post": "post"; or empty */
	str language; /* or empty */
};

/* False: the target is not `content`, or the source is not a folder of the
 * site. */
static bool
read_mount(const struct hugo *h, const struct value *v, struct mount *m)
{
	struct arena *a = h->site->arena;
	str target = path_clean(a, import_str(import_find(v, "target")));

	*m = (struct mount){
		.source = path_clean(a, import_str(import_find(v, "source"))),
		.language = import_str(import_find(v, "lang"))};
	if (!str_eq(target, S("content")) && !path_is_in(target, S("content")))
		return false;
	m->below = path_relative(str_from(target, 7));
	return m->source.len && import_has_folder(h->site, m->source.ptr);
}

static const struct value *
first_mount(const struct hugo *h)
{
	const struct value *v = import_get(&h->config, "module.mounts").tree;

	return v && v->kind == VALUE_LIST ? v->first : NULL;
}

/* Finds the folder that takes the place of `content`: it is "a" if a/post is
 * mounted at content/post. False: the two paths end differently. */
static bool
root_of(const struct mount *m, str *root)
{
	*root = m->source;
	if (m->below.len == 0)
		return true;
	if (!str_ends(m->source, m->below))
		return false;
	root->len -= m->below.len;
	if (root->len && !str_ends(*root, S("/")))
		return false;
	*root = root->len ? str_sub(*root, 0, root->len - 1) : S(".");
	return true;
}

static bool
is_on(const struct hugo *h, const struct mount *m)
{
	const struct value *all = import_get(&h->config, "languages").tree;

	return m->language.len == 0 ||
	    !hugo_is_disabled(all ? value_ifind(all, m->language) : NULL);
}

/* Adds the mounted folders. False: there are none, and contentDir is used. */
static bool
add_mounts(const struct hugo *h, struct value *list)
{
	str root = {0}, at;
	bool same = true;

	for (const struct value *v = first_mount(h); v; v = v->next) {
		struct mount m;

		if (!read_mount(h, v, &m) || !is_on(h, &m))
			continue;
		if (!root_of(&m, &at)) {
			import_gap(h->site, "posts.folders: module.mounts puts "
			    "'%.*s' at content/%.*s: folders that have other "
			    "names there are left out", STR_ARG(m.source),
			    STR_ARG(m.below));
			continue;
		}
		same &= root.len == 0 || str_eq(root, at);
		root = at;
		if (!is_listed(list, m.source))
			import_add(h->site, list, S(""), m.source);
	}
	if (list->first && same && root.len && !str_eq(root, S("content")))
		import_set(h->site, "posts.root", root,
		    import_get(&h->config, "module.mounts").from);
	return list->first != NULL;
}

str
hugo_language_folder(const struct hugo *h, const struct value *language)
{
	str folder = path_clean(h->site->arena,
	    import_str(import_find(language, "contentDir")));

	for (const struct value *v = first_mount(h); v && folder.len == 0;
	     v = v->next) {
		struct mount m;

		if (read_mount(h, v, &m) && m.below.len == 0 &&
		    str_ieq(m.language, language->key))
			folder = m.source;
	}
	return folder;
}

/* ---- all folders ---- */

/* Sets posts.folders: the mounted folders if there are any. Else the contentDir
 * of each language, and that of the site unless all languages have their
 * own. */
static void
read_folders(const struct hugo *h)
{
	struct value *list = import_list(h->site);
	struct import_value dir = import_get_or(&h->config, "contentDir",
	    "content");
	struct import_value all = import_get(&h->config, "languages");
	const struct value *v = all.tree ? all.tree->first : NULL;
	bool has_own = v && all.tree->kind == VALUE_MAP;
	str from = dir.from;

	if (add_mounts(h, list)) {
		import_set_value(h->site, "posts.folders", list,
		    import_get(&h->config, "module.mounts").from);
		return;
	}
	for (; v; v = v->next)
		has_own &= hugo_language_folder(h, v).len > 0;
	if (!has_own)
		import_add(h->site, list, S(""),
		    path_clean(h->site->arena, dir.text));
	for (v = all.tree ? all.tree->first : NULL; v; v = v->next) {
		str folder = hugo_language_folder(h, v);

		if (!hugo_is_disabled(v) && !is_listed(list, folder))
			import_add(h->site, list, S(""), folder);
	}
	if (has_own || list->first != list->last)
		from = all.from;
	import_set_value(h->site, "posts.folders", list, from);
	/* With several folders, the language of a post gives its root. */
	if (list->first && list->first == list->last &&
	    !str_eq(list->first->text, S("content")))
		import_set(h->site, "posts.root", list->first->text, from);
}

/* ---- dates ---- */

/* Adds one of frontmatter.date to posts.keys.date. Before `date` comes the date
 * of publication, which is the one that Hugo's feeds have. */
static void
add_date_key(const struct hugo *h, struct value *list, str key)
{
	if (str_ieq(key, S("date")))
		import_add(h->site, list, S(""), S("publishDate"));
	import_add(h->site, list, S(""), key);
}

/* frontmatter.date: [":filename", "posted", ":default"]. The keys of ":default"
 * are those that feedmill looks for behind posts.keys. */
static void
read_dates(const struct hugo *h)
{
	struct import_value v = hugo_get(h, "frontmatter.date");
	struct strs keys = import_strs(h->site, v.tree);
	struct value *map = import_map(h->site);
	struct value *list = import_list(h->site);
	bool git = false;

	for (size_t i = 0; i < keys.count &&
	     !str_ieq(keys.at[i], S(":default")); i++) {
		add_date_key(h, list, keys.at[i]);
		git |= str_ieq(keys.at[i], S(":git"));
	}
	if (list->first == NULL)
		return;
	import_add_node(map, S("date"), list);
	import_set_value(h->site, "posts.keys", map, v.from);
	if (git)
		import_set_plain(h->site, "posts.updated", "git", v.from);
}

/* ---- all of it ---- */

void
hugo_read_posts(const struct hugo *h)
{
	read_folders(h);
	read_permalinks(h);
	read_dates(h);
	import_take_flag(&h->config, "posts.drafts", true,
	    hugo_paths(h, "buildDrafts"), false);
	import_take_flag(&h->config, "posts.future", true,
	    hugo_paths(h, "buildFuture"), false);
}
