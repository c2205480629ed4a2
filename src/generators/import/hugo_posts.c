/* SPDX-License-Identifier: MIT
 * hugo_posts: folders, addresses and dates of an imported Hugo site. */
#include "generators/import/hugo_site.h"

#include "base/core/file.h"

/* ---- permalinks ---- */

/* Not supported: parts of :sections, and dates in Go's layout. */
static bool
is_known_pattern(str pattern)
{
	for (size_t i = 0; i + 1 < pattern.len; i++)
		if (pattern.ptr[i] == ':' && !char_is_alpha(pattern.ptr[i + 1]))
			return false;
	return str_chr(pattern, '[') == STR_NONE &&
	    str_find(pattern, S(":sectionslug")) == STR_NONE;
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

		if (pattern.len == 0 || is_taxonomy(h, v->key))
			continue;
		if (is_known_pattern(pattern))
			import_add(h->site, map, v->key,
			    finish_pattern(h, pattern, is_ugly(h, v->key)));
		else
			import_gap(h->site, "%.*s.%.*s is '%.*s': the default "
			    "address is used", STR_ARG(from), STR_ARG(v->key),
			    STR_ARG(pattern));
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

static void
read_permalinks(const struct hugo *h)
{
	static const char *const settings[] = {
		"disablePathToLower", "removePathAccents"};
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
	for (size_t i = 0; i < 2; i++)
		if (hugo_flag(h, settings[i]))
			import_gap(h->site, "%.*s: addresses are in lower "
			    "case, and keep accents",
			    STR_ARG(hugo_get(h, settings[i]).from));
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

/* With frontmatter.date: [":filename", ...] Hugo splits the name of a file into
 * date and slug. */
static void
read_dates(const struct hugo *h)
{
	struct import_value v = hugo_get(h, "frontmatter.date");
	struct strs keys = import_strs(h->site, v.tree);

	if (keys.count && str_eq(keys.at[0], S(":filename")))
		import_set_plain(h->site, "posts.keep_dates", "false", v.from);
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
