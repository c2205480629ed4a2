/* SPDX-License-Identifier: MIT
 * import_posts: finds the folder that has the posts of a site.
 *
 * Counts files in the whole tree. Then goes down from the root, into a folder
 * that has nearly all files of its parent, as long as there is one. For posts
 * in blog/2023 and blog/2024 it ends at blog. */
#include "generators/import/import_posts.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/time/datetime.h"

enum {
	MOST_DEPTH = 8, MOST_FILES = 20000, /* of the search */
	HEAD = 8192,                        /* bytes of a file to search */
	SHARE = 85                          /* percent: "nearly all" */
};

/* A folder, with the files in and below it. */
struct tree {
	str path;
	size_t dated, all;
	bool has_own;    /* files of its own, not just an index.md */
	struct tree *first, *next; /* its folders, and the next one beside it */
};

struct search {
	struct import_site *site;
	size_t files;
};

/* ---- files ---- */

static const char markdown[] = ".md .markdown .mdx .mkd .mdown";

/* Files of a repository that are not posts. */
static const char not_posts[] = "readme.md license.md changelog.md "
    "contributing.md code_of_conduct.md security.md";

/* Folders that never hold posts. */
static const char not_folders[] = "node_modules vendor themes layouts _layouts "
    "_includes includes templates archetypes venv target";

static bool
is_date_key(str line)
{
	static const char *const starts[] = {
		"date", "pubdate", "pub_date", "published", "publish",
		"created"};
	size_t end = 0;

	while (end < line.len && (char_is_name(line.ptr[end])))
		end++;
	if (end == line.len || !char_is_one_of(line.ptr[end], ":= "))
		return false;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_istarts(line, str_of(starts[i])))
			return true;
	return false;
}

/* Whether the front matter has a key for a date. */
static bool
has_date(str text)
{
	str line;
	int n = 0;

	if (str_starts(text, S("\xEF\xBB\xBF")))
		text = str_from(text, 3);
	if (!str_starts(text, S("---")) && !str_starts(text, S("+++")))
		return false;
	while (str_split(&text, '\n', &line)) {
		if (n++ && (str_starts(line, S("---")) ||
		    str_starts(line, S("+++"))))
			return false;
		if (is_date_key(line))
			return true;
	}
	return false;
}

static bool
is_dated(struct search *s, str path)
{
	struct datetime d;
	struct buf text = {0};
	size_t len;
	bool dated = datetime_parse_name(path_base(path), &d, &len) ||
	    datetime_parse_name(path_base(path_dir(path)), &d, &len);

	if (!dated && file_read(&text, path_join(s->site->arena, s->site->dir,
	    path).ptr, 1 << 20))
		dated = has_date(str_sub(buf_str(&text), 0, HEAD));
	buf_free(&text);
	return dated;
}

/* ---- folders ---- */

/* Whether a folder holds no posts by its name, or holds the pages that a
 * generator wrote: it has the name of an output folder, and a home page. */
static bool
is_output(struct search *s, str path)
{
	str name = path_base(path);

	return str_has_word(str_of(not_folders), name, str_ieq) ||
	    (str_has_word(S("public _site dist output build site out _build"),
	    name, str_eq) && import_has_file(s->site,
	    path_join(s->site->arena, path, S("index.html")).ptr));
}

static struct tree *
walk(struct search *s, str path, int depth)
{
	struct tree *t = arena_alloc(s->site->arena, sizeof *t), *below;
	struct tree **end = &t->first;
	struct strs entries = import_entries(s->site, path);

	t->path = path;
	for (size_t i = 0; i < entries.count && s->files < MOST_FILES; i++) {
		str name = entries.at[i];

		if (str_iends_any(name, markdown)) {
			if (str_has_word(str_of(not_posts), path_base(name),
			    str_ieq))
				continue;
			s->files++;
			t->all++;
			t->has_own |= !str_starts(path_base(name),
			    S("index."));
			t->dated += is_dated(s, name);
		} else if (depth < MOST_DEPTH && !is_output(s, name) &&
		    import_has_folder(s->site, name.ptr)) {
			below = walk(s, name, depth + 1);
			t->all += below->all;
			t->dated += below->dated;
			*end = below;
			end = &below->next;
		}
	}
	return t;
}

static size_t
count_of(const struct tree *t, bool dated)
{
	return dated ? t->dated : t->all;
}

/* Goes down into the folder that has nearly all files, again and again. Returns
 * `t` itself if it has no files. */
static const struct tree *
go_down(const struct tree *t, bool dated)
{
	const struct tree *below = count_of(t, dated) ? t->first : NULL;

	while (below) {
		size_t n = count_of(below, dated);

		/* A folder with only an index.md is a single post. */
		if (n * 100 >= count_of(t, dated) * SHARE &&
		    (n > 1 || below->has_own)) {
			t = below;
			below = below->first;
		} else
			below = below->next;
	}
	return t;
}

/* Excludes what is beside posts in the root folder: files such as README.md,
 * node_modules and output folders. */
static void
exclude_others(struct import_site *s)
{
	struct strs entries = import_entries(s, S(""));
	struct search search = {.site = s};
	struct value *list = import_list(s);

	if (import_has_folder(s, "node_modules"))
		import_add(s, list, S(""), S("node_modules/**"));
	for (size_t i = 0; i < entries.count; i++)
		if (str_has_word(str_of(not_posts), entries.at[i], str_ieq))
			import_add(s, list, S(""), entries.at[i]);
		else if (is_output(&search, entries.at[i]) &&
		    import_has_folder(s, entries.at[i].ptr))
			import_add(s, list, S(""), arena_printf(s->arena,
			    "%.*s/**", STR_ARG(entries.at[i])));
	if (list->first)
		import_set_value(s, "posts.exclude", list,
		    S("these are no posts"));
}

void
import_posts_find(struct import_site *s)
{
	struct search search = {.site = s};
	const struct tree *root = walk(&search, S(""), 0);
	bool dated = root->dated > 0;
	const struct tree *t = go_down(root, dated);
	str path = t->path.len ? t->path : S(".");

	import_set_folder(s, path, dated ? arena_printf(s->arena,
	    "%zu of %zu Markdown files with a date are in it", t->dated,
	    root->dated) : arena_printf(s->arena, "%zu of %zu Markdown files "
	    "are in it", t->all, root->all));
	if (t->path.len == 0)
		exclude_others(s);
	if (root->all == 0)
		import_gap(s, "posts.folders: there is no Markdown file so "
		    "far");
	else if (!dated)
		import_gap(s, "posts.folders: none of %zu Markdown files has "
		    "a date, and files without one are pages, not posts",
		    root->all);
}
