/* SPDX-License-Identifier: MIT
 * jekyll_values: the keys of _config.yml that posts output. */
#include "generators/import/jekyll_site.h"

#include "base/core/file.h"
#include "base/text/scan.h"

enum { MOST_DEPTH = 6, MOST_POST = 1024 * 1024 };

static bool
is_name_char(char c)
{
	return char_is_name(c) || c == '.';
}

/* Adds a key with a single value, unless feedmill sets that key itself. */
static void
add_value(struct jekyll *j, struct value *map, str name)
{
	static const char known[] = "url baseurl title name description author "
	    "author.name email author.email";
	const char *path = arena_cstr(j->site->arena, name);

	if (name.len && !str_has_word(str_of(known), name, str_eq) &&
	    value_find(map, name) == NULL)
		import_add(j->site, map, name,
		    import_get(&j->config, path).text);
}

static void
scan_file(struct jekyll *j, struct value *map, str path)
{
	struct buf text = {0};
	str rest;

	if (file_read(&text, path_join(j->site->arena, j->site->dir,
	    path).ptr, MOST_POST)) {
		rest = buf_str(&text);
		while (scan_past(&rest, S("site."), NULL))
			add_value(j, map, scan_while(&rest, is_name_char));
	}
	buf_free(&text);
}

/* Reads all files in _posts folders, in and below a folder. */
static void
scan_folder(struct jekyll *j, struct value *map, str folder, bool in_posts,
    int depth)
{
	struct strs entries = import_entries(j->site, folder);

	for (size_t i = 0; i < entries.count; i++) {
		str path = entries.at[i], name = path_base(path);
		bool posts = in_posts || str_eq(name, S("_posts"));

		if (import_has_folder(j->site, path.ptr)) {
			if (depth < MOST_DEPTH && (posts ||
			    !str_starts(name, S("_"))))
				scan_folder(j, map, path, posts, depth + 1);
		} else if (in_posts)
			scan_file(j, map, path);
	}
}

void
jekyll_read_values(struct jekyll *j)
{
	struct value *map = import_map(j->site);

	scan_folder(j, map, j->dir, false, 0);
	if (map->first)
		import_set_value(j->site, "site.values", map,
		    import_from(&j->config, "what posts output"));
}
