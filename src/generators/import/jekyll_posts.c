/* SPDX-License-Identifier: MIT
 * jekyll_posts: Jekyll's collections and front matter defaults. */
#include "generators/import/jekyll_site.h"

#include "base/core/file.h"

/* ---- collections ---- */

/* Jekyll's add_permalink_suffix: addresses of documents end like those of
 * posts. Empty: the generator's default. */
static str
usual_permalink(struct jekyll *j)
{
	str style = import_get(&j->config, "permalink").text;

	if (style.len == 0 || str_eq(style, S("date")) ||
	    str_eq(style, S("ordinal")) || str_eq(style, S("none")) ||
	    str_ends(style, S(":output_ext")))
		return (str){0};
	return str_eq(style, S("pretty")) || str_ends(style, S("/"))
	    ? S("/:collection/:path/") : S("/:collection/:path");
}

static str
permalink_of(struct jekyll *j, const struct value *collection)
{
	str pattern = import_str(
	    jekyll_default(j, collection->key, "permalink"));

	if (pattern.len == 0)
		pattern = import_str(value_find(collection, S("permalink")));
	return pattern.len ? pattern : usual_permalink(j);
}

/* NULL for a collection without pages or folder. */
static struct jekyll_collection *
read_collection(struct jekyll *j, const struct value *v)
{
	struct jekyll_collection *n;
	str name = arena_printf(j->site->arena, "_%.*s", STR_ARG(v->key));
	str folder = path_join(j->site->arena, j->dir, name);
	bool output = false;

	value_bool(value_find(v, S("output")), &output);
	if (!output || str_eq(v->key, S("posts")) ||
	    str_chr(v->key, '/') != STR_NONE ||
	    !import_has_folder(j->site, folder.ptr))
		return NULL;
	n = arena_alloc(j->site->arena, sizeof *n);
	n->name = v->key;
	n->folder = folder;
	return n;
}

void
jekyll_read_collections(struct jekyll *j)
{
	struct import_value all = import_get(&j->config, "collections");
	struct jekyll_collection **end = &j->collections;
	struct value *map = import_map(j->site);
	const struct value *v = all.tree;

	for (v = v && v->kind == VALUE_MAP ? v->first : NULL; v; v = v->next) {
		struct value *keys = import_map(j->site);

		*end = read_collection(j, v);
		if (*end == NULL)
			continue;
		import_add(j->site, keys, S("folder"), (*end)->folder);
		import_add(j->site, keys, S("permalink"), permalink_of(j, v));
		import_add_node(map, v->key, keys);
		end = &(*end)->next;
	}
	if (map->first)
		import_set_value(j->site, "posts.collections", map, all.from);
}

/* ---- defaults ---- */

static str
scope_type(const struct value *set)
{
	str type = import_str(import_find(set, "scope.type"));

	return str_eq(type, S("post")) ? S("posts") : type;
}

/* The path of a scope below the folder of posts and collections. */
static str
scope_path(struct jekyll *j, const struct value *set)
{
	str path = import_str(import_find(set, "scope.path"));
	str dir = import_get(&j->config, "collections_dir").text;

	path = path_clean(j->site->arena, path);
	if (path_is_in(path, dir))
		path = str_from(path, dir.len + 1);
	return path;
}

/* Jekyll's has_precedence?: the longer path has priority, then a set with a
 * type, then the later one. */
static bool
counts_before(struct jekyll *j, const struct value *a, const struct value *b)
{
	size_t x = scope_path(j, a).len, y = scope_path(j, b).len;

	if (x != y)
		return x > y;
	return scope_type(a).len || !scope_type(b).len;
}

static const struct value *
first_set(struct jekyll *j)
{
	const struct value *list = import_get(&j->config, "defaults").tree;

	return list && list->kind == VALUE_LIST ? list->first : NULL;
}

const struct value *
jekyll_default(struct jekyll *j, str type, const char *key)
{
	const struct value *best = NULL;

	for (const struct value *i = first_set(j); i; i = i->next) {
		str its = scope_type(i);

		if (import_find(import_find(i, "values"), key) &&
		    (its.len == 0 || str_eq(its, type)) &&
		    scope_path(j, i).len == 0 &&
		    (best == NULL || counts_before(j, i, best)))
			best = i;
	}
	return import_find(import_find(best, "values"), key);
}

/* The pattern of paths of a scope; empty: it has no posts. */
static str
scope_pattern(struct jekyll *j, const struct value *set)
{
	struct arena *a = j->site->arena;
	str type = scope_type(set), path = scope_path(j, set);
	const struct jekyll_collection *n = j->collections;

	if (type.len == 0 || (path.len && str_eq(type, S("posts"))) ||
	    (str_eq(type, S("posts")) && n == NULL)) {
		path = path_clean(a, path_join(a, j->dir, path));
		return path.len ? path : S("**");
	}
	if (str_eq(type, S("posts")))
		return path_join(a, j->dir, S("**/_posts/**"));
	while (n && !str_eq(n->name, type))
		n = n->next;
	if (n == NULL)
		return (str){0};
	if (path.len == 0)
		return arena_printf(a, "%.*s/", STR_ARG(n->folder));
	return str_starts(path, path_base(n->folder))
	    ? path_join(a, j->dir, path) : (str){0};
}

/* The values of a set, without layouts; and without a permalink for all posts,
 * which becomes posts.permalink. */
static struct value *
read_set(struct jekyll *j, const struct value *set)
{
	const struct value *v = import_find(set, "values");
	struct value *values = import_map(j->site);
	bool all = scope_path(j, set).len == 0;

	for (v = v ? v->first : NULL; v; v = v->next)
		if (!value_is_null(v) && !str_eq(v->key, S("layout")) &&
		    (!all || !str_eq(v->key, S("permalink"))))
			import_add_copy(j->site, values, v);
	return values;
}

/* Sorts the sets by rising priority. */
static size_t
sort_sets(struct jekyll *j, const struct value ***sets)
{
	const struct value *first = first_set(j);
	size_t n = 0;

	for (const struct value *i = first; i; i = i->next)
		n++;
	*sets = arena_array(j->site->arena, n, sizeof **sets);
	n = 0;
	for (const struct value *i = first; i; i = i->next) {
		size_t at = n++;

		for (; at && !counts_before(j, i, (*sets)[at - 1]); at--)
			(*sets)[at] = (*sets)[at - 1];
		(*sets)[at] = i;
	}
	return n;
}

void
jekyll_read_defaults(struct jekyll *j)
{
	struct value *list = import_list(j->site);
	const struct value **sets;
	size_t n = sort_sets(j, &sets);

	for (size_t i = 0; i < n; i++) {
		struct value *set = import_map(j->site);
		struct value *values = read_set(j, sets[i]);
		str pattern = scope_pattern(j, sets[i]);

		if (values->first == NULL || pattern.len == 0)
			continue;
		import_add(j->site, set, S("path"), pattern);
		import_add_node(set, S("values"), values);
		value_add(list, set);
	}
	if (list->first)
		import_set_value(j->site, "posts.defaults", list,
		    import_from(&j->config, "defaults"));
}

/* ---- exclude ---- */

/* Converts a pattern of Jekyll's `exclude`. There '*' matches slashes too
 * (File.fnmatch), and a pattern without wildcards matches each path that begins
 * with it. */
static str
exclude_pattern(struct jekyll *j, str below, bool has_star)
{
	struct buf b = {0};

	for (size_t i = 0; i < below.len; i++) {
		buf_addc(&b, below.ptr[i]);
		if (below.ptr[i] == '*')
			buf_addc(&b, '*');
		while (below.ptr[i] == '*' && i + 1 < below.len &&
		    below.ptr[i + 1] == '*')
			i++;
	}
	if (!has_star)
		buf_add(&b, S("**"));
	return buf_move(&b, j->site->arena);
}

/* Adds a pattern of `exclude` if it can match a post: it begins with '*', or
 * names something below the folder of posts. */
static void
add_exclude(struct jekyll *j, struct value *list, str folder, str pattern)
{
	bool star = str_chr(pattern, '*') != STR_NONE ||
	    str_chr(pattern, '?') != STR_NONE;
	str below = path_relative(pattern);

	if (str_starts(below, S("./")))
		below = str_from(below, 2);
	if (str_chr(below, '[') != STR_NONE) {
		import_gap(j->site, "posts.exclude: _config.yml excludes "
		    "'%.*s', which patterns cannot say", STR_ARG(pattern));
		return;
	}
	if (folder.len && path_is_in(below, folder))
		below = str_from(below, folder.len + 1);
	else if (folder.len ? !str_starts(below, S("*"))
	    : !star && !import_has_folder(j->site, path_join(
	    j->site->arena, j->source, below).ptr) &&
	    str_find(below, S("_posts/")) == STR_NONE)
		return;
	if (below.len)
		import_add(j->site, list, S(""),
		    exclude_pattern(j, below, star));
}

void
jekyll_read_exclude(struct jekyll *j)
{
	struct import_value v = import_get(&j->config, "exclude");
	struct strs patterns = import_strs(j->site, v.tree);
	struct value *list = import_list(j->site);
	str folder = str_from(j->dir, j->source.len ? j->source.len + 1 : 0);

	/* Without nested _posts, patterns are relative to _posts itself. */
	if (!import_is_set(j->site, "posts.include"))
		folder = path_join(j->site->arena, folder, S("_posts"));
	for (size_t i = 0; i < patterns.count; i++)
		add_exclude(j, list, folder, patterns.at[i]);
	if (list->first)
		import_set_value(j->site, "posts.exclude", list, v.from);
}
