/* SPDX-License-Identifier: MIT
 * import_posts: finds the folder that has the posts of a site.
 *
 * Counts files in the whole tree. Then goes down from the root, into a folder
 * that has nearly all files of its parent, as long as there is one. For posts
 * in blog/2023 and blog/2024 it ends at blog. */
#include "generators/others/import_posts.h"

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
	size_t others;   /* of the dated ones, those that are no Markdown */
	str first;       /* its first dated file, not below it; or empty */
	size_t direct;   /* files in it, not below it */
	bool has_own;    /* one of them is not an index.md */
	struct tree *first_below; /* its folders */
	struct tree *next;        /* the next one beside it */
};

struct search {
	struct import_site *site;
	size_t files;
};

/* ---- files ---- */

static const char markdown[] = ".md .markdown .mdx .mkd .mdown";

/* Files that may be posts if they have a date. */
static const char others[] = ".rst .rest .adoc .asciidoc .org .lr";

/* Files of a repository that are not posts. */
static const char not_posts[] = "readme.md license.md changelog.md "
    "contributing.md code_of_conduct.md security.md";

/* Folders that never hold posts. */
static const char not_folders[] = "node_modules vendor themes layouts _layouts "
    "_includes includes templates archetypes venv target";

static bool
is_date_key(str line, const char *ends)
{
	static const char *const starts[] = {
		"date", "pubdate", "pub_date", "published", "publish",
		"created"};
	size_t end = 0;

	/* As in ":date:", ".. date:" and "#+date:". */
	while (line.len && char_is_one_of(line.ptr[0], ":.#+ "))
		line = str_from(line, 1);
	while (end < line.len && (char_is_name(line.ptr[end])))
		end++;
	if (end == line.len || !char_is_one_of(line.ptr[end], ends))
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
		if (is_date_key(line, ":= "))
			return true;
	}
	return false;
}

/* Whether one of the first lines of a text that is no Markdown has a key for a
 * date. */
static bool
has_own_date(str text)
{
	enum { MOST_LINES = 40 };
	str line;

	for (int n = 0; n < MOST_LINES && str_split(&text, '\n', &line); n++)
		if (is_date_key(line, ":"))
			return true;
	return false;
}

static bool
is_dated(struct search *s, str path)
{
	struct datetime d;
	struct buf text = {0};
	str head;
	size_t len;
	bool dated = datetime_parse_name(path_base(path), &d, &len) ||
	    datetime_parse_name(path_base(path_dir(path)), &d, &len);

	if (!dated && file_read(&text, path_join(s->site->arena, s->site->dir,
	    path).ptr, 1 << 20)) {
		head = str_sub(buf_str(&text), 0, HEAD);
		dated = has_date(head) || (str_iends_any(path, others) &&
		    has_own_date(head));
	}
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

/* Counts a file for the folder that it is in. */
static void
count_file(struct search *s, struct tree *t, str name)
{
	bool is_other = str_iends_any(name, others), dated;

	if (str_has_word(str_of(not_posts), path_base(name), str_ieq))
		return;
	s->files++;
	dated = is_dated(s, name);
	if (is_other && !dated)
		return;
	t->all++;
	t->direct++;
	t->others += is_other;
	t->has_own |= !str_starts(path_base(name), S("index.")) &&
	    !str_eq(path_base(name), S("contents.lr"));
	t->dated += dated;
	if (dated && t->first.len == 0)
		t->first = name;
}

static struct tree *
walk(struct search *s, str path, int depth)
{
	struct tree *t = arena_alloc(s->site->arena, sizeof *t), *below;
	struct tree **end = &t->first_below;
	struct strs entries = import_entries(s->site, path);

	t->path = path;
	for (size_t i = 0; i < entries.count && s->files < MOST_FILES; i++) {
		str name = entries.at[i];

		if (str_iends_any(name, markdown) ||
		    str_iends_any(name, others))
			count_file(s, t, name);
		else if (depth < MOST_DEPTH && !is_output(s, name) &&
		    import_has_folder(s->site, name.ptr)) {
			below = walk(s, name, depth + 1);
			t->all += below->all;
			t->dated += below->dated;
			t->others += below->others;
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

size_t
import_posts_count(struct import_site *s, str folder)
{
	struct search search = {.site = s};

	return walk(&search, folder, 0)->dated;
}

/* Goes down into the folder that has nearly all files, again and again. Returns
 * `t` itself if it has no files. */
static const struct tree *
go_down(const struct tree *t, bool dated)
{
	const struct tree *below = count_of(t, dated) ? t->first_below
	    : NULL;

	while (below) {
		size_t n = count_of(below, dated);

		/* A folder with only an index.md is a single post. */
		if (n * 100 >= count_of(t, dated) * SHARE &&
		    (n > 1 || below->has_own || below->direct == 0)) {
			t = below;
			below = below->first_below;
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

/* The first dated file that is not below `in`; or empty. */
static str
first_outside(const struct tree *t, const struct tree *in)
{
	str found = t == in ? (str){0} : t->first;
	const struct tree *below = t == in ? NULL : t->first_below;

	for (; found.len == 0 && below; below = below->next)
		found = first_outside(below, in);
	return found;
}

static void
report_found(struct import_site *s, const struct tree *root,
    const struct tree *t)
{
	size_t outside = root->dated - t->dated;

	if (root->all == 0)
		import_gap(s, "posts.folders: there is no Markdown file so "
		    "far");
	else if (root->dated == 0)
		import_gap(s, "posts.folders: none of %zu Markdown files has "
		    "a date, and files without one are pages, not posts: write "
		    "'date: 2024-05-01' into the front matter of each post, or "
		    "name it 2024-05-01-name.md", root->all);
	else if (outside)
		import_gap(s, "posts.folders: %zu more file%s with a date %s "
		    "elsewhere, such as '%.*s'; if they are posts, add their "
		    "folder", outside, outside == 1 ? "" : "s",
		    outside == 1 ? "is" : "are",
		    STR_ARG(first_outside(root, t)));
}

void
import_posts_find(struct import_site *s, str usual)
{
	struct search search = {.site = s};
	const struct tree *root, *t;
	const char *word;
	bool dated;

	if (import_is_set(s, "posts.folders"))
		return;
	root = walk(&search, S(""), 0);
	dated = root->dated > 0;
	for (t = root->first_below; t; t = t->next)
		if (str_eq(t->path, usual) && count_of(t, dated))
			break;
	t = go_down(t ? t : root, dated);
	word = root->others ? "" : "Markdown ";
	import_set_folder(s, t->path.len ? t->path : S("."), dated
	    ? arena_printf(s->arena, "%zu of %zu %sfiles with a date are in "
	    "it", t->dated, root->dated, word) : arena_printf(s->arena,
	    "%zu of %zu %sfiles are in it", t->all, root->all, word));
	if (t->path.len == 0)
		exclude_others(s);
	report_found(s, root, t);
}
