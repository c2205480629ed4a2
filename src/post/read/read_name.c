/* SPDX-License-Identifier: MIT
 * read_name: reads the path of a post. */
#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/time/calendar.h"
#include "post/read/reading.h"

/* Removes ".fr" from a name if the site has that language. Else the folder
 * determines the language, else the site's is used. */
static void
take_language(struct reading *j, str *name)
{
	size_t dot = str_rchr(*name, '.');
	str code = dot == STR_NONE ? (str){0} : str_from(*name, dot + 1);
	const struct language *g = j->config->languages;

	for (; g; g = g->next)
		if (code.len && str_ieq(code, g->name)) {
			j->in = g;
			name->len = dot;
			return;
		}
	for (g = j->config->languages; g; g = g->next)
		if (path_is_in(j->file->path, g->folder) &&
		    (j->in == NULL || g->folder.len > j->in->folder.len))
			j->in = g;
	for (g = j->config->languages; g && !j->in; g = g->next)
		if (str_ieq(g->name, j->config->site.language))
			j->in = g;
}

/* The collection with the innermost folder. */
static void
take_collection(struct reading *j)
{
	const struct collection *n = j->config->posts.collections, *in = NULL;

	for (; n; n = n->next)
		if (path_is_in(j->file->path, n->folder) &&
		    (in == NULL || n->folder.len > in->folder.len))
			in = n;
	j->collection = in;
	j->parts.collection = in ? in->name : S("posts");
}

/* The folder of a language or a collection is not a section or category. */
static void
take_folder(struct reading *j)
{
	const struct collection *n = j->collection;

	j->folder = j->file->folder;
	if (n && n->folder.len > j->folder.len)
		j->folder = n->folder;
	if (j->in && path_is_in(j->file->path, j->in->folder) &&
	    j->in->folder.len > j->folder.len)
		j->folder = j->in->folder;
}

/* The path of the file from its byte `from` on, up to the end of its name. */
static str
path_below(struct reading *j, str name, size_t from)
{
	size_t end = (size_t)(name.ptr - j->file->path.ptr) + name.len;

	return path_relative(str_from(str_sub(j->file->path, 0, end), from));
}

/* ---- names of posts that have a date ---- */

/* Whether Jekyll skips a folder with this name. The caller makes exceptions for
 * _posts and the folders of posts.folders. */
static bool
is_special(str part)
{
	return part.len && char_is_one_of(part.ptr[0], "._#~");
}

/* Whether the file is in _posts, where its name must have a date. *skipped: it
 * is in a folder that Jekyll skips. */
static bool
is_in_posts(struct reading *j, bool *skipped)
{
	str rest = path_relative(str_from(path_dir(j->file->path),
	    j->file->folder.len)), part;
	bool found = str_eq(path_base(j->file->folder), S("_posts"));

	*skipped = false;
	if (!j->config->posts.generator->address.has_named_posts ||
	    j->collection)
		return false;
	if (!found)
		while (str_split(&rest, '/', &part)) {
			found = str_eq(part, S("_posts"));
			if (found)
				break;
			*skipped |= is_special(part);
		}
	*skipped |= found && is_special(rest);
	return found;
}

/* Takes "20-7-1-" off a name: Jekyll's DATE_FILENAME_MATCHER. */
static bool
take_dashed(str *name, struct datetime *d)
{
	str s = *name;
	struct scan_number year = scan_number(&s), month, day;

	if (year.digits < 2 || year.digits > 4 || !scan_char(&s, '-'))
		return false;
	month = scan_number(&s);
	if (month.digits < 1 || month.digits > 2 || !scan_char(&s, '-'))
		return false;
	day = scan_number(&s);
	if (day.digits < 1 || day.digits > 2 || !scan_char(&s, '-'))
		return false;
	/* As Ruby reads a year of two digits. */
	if (year.digits == 2)
		year.value += year.value < 69 ? 2000 : 1900;
	*d = (struct datetime){.year = year.value, .month = month.value,
		.day = day.value};
	*name = s;
	return true;
}

/* Whether Ruby accepts a date. Moves a day past the end of its month into the
 * next one, as Ruby does: 2023-02-30 becomes 2023-03-02. */
static bool
is_day(struct datetime *d)
{
	if (d->year < 1 || d->month < 1 || d->month > 12 || d->day < 1 ||
	    d->day > 31)
		return false;
	calendar_date(calendar_days(d->year, d->month, 1) + d->day - 1,
	    &d->year, &d->month, &d->day);
	return true;
}

static void
read_dated_name(struct reading *j, bool is_skipped)
{
	str stem = j->parts.stem;

	bool is_dated = take_dashed(&stem, &j->name_date);

	if (is_skipped)
		j->no_post = "a folder above it begins with '_'";
	else if (!is_dated)
		j->no_post = "its name does not begin with a date";
	j->named_date = is_dated && is_day(&j->name_date);
	j->is_misnamed = is_dated && !j->named_date;
	j->parts.bare = stem;
	if (!j->config->posts.keep_dates)
		j->parts.stem = stem;
	while (str_ends(j->parts.stem, S(".")))
		j->parts.stem.len--;
}

/* ---- any name ---- */

/* Splits the name into stem and date. A page bundle, folder/index.md, has
 * its folder's name. */
void
read_name(struct reading *j)
{
	const struct address_rules *r = &j->config->posts.generator->address;
	str path = j->file->path;
	str name = path_base(path);
	size_t date_len;
	bool is_skipped;

	name.len = str_rchr(name, '.');
	if (str_iends_any(path, r->kept_ends))
		j->parts.end = str_from(path, str_rchr(path, '.'));
	take_language(j, &name);
	take_collection(j);
	take_folder(j);
	j->parts.name = name;
	j->parts.path = path_below(j, name, j->folder.len);
	j->bundle = path_dir(path).len && !r->plain_names &&
	    (str_eq(name, S("index")) ||
	    str_eq(path_base(path), S("contents.lr")) ||
	    (r->has_bundles && str_starts(name, S("index."))) ||
	    (r->names_folder &&
	    str_eq(name, path_base(path_dir(path)))));
	if (j->bundle)
		name = path_base(path_dir(path));
	j->parts.stem = j->parts.bare = name;
	if (is_in_posts(j, &is_skipped)) {
		read_dated_name(j, is_skipped);
		return;
	}
	if (j->config->posts.names.len)
		return;
	j->named_date = datetime_parse_name(name, &j->name_date, &date_len);
	if (j->named_date && date_len < name.len)
		j->parts.bare = str_from(name, date_len);
	if (!j->config->posts.keep_dates)
		j->parts.stem = j->parts.bare;
	j->parts.is_odd_name = !j->named_date && !j->config->posts.keep_dates;
}

/* Length of the path that addresses begin below: posts.root; else up to the
 * last folder with the generator's name for it; else the folder of
 * posts.folders. */
static size_t
content_root(struct reading *j)
{
	const char *name = j->config->posts.generator->address.content;
	str folder = j->file->folder, rest = folder, part;
	size_t from = folder.len;

	if (j->config->posts.root.ptr)
		return j->config->posts.root.len;
	if (name && *name == '\0')
		return 0;
	while (name && str_split(&rest, '/', &part))
		if (str_eq(part, str_of(name)))
			from = (size_t)(part.ptr - folder.ptr) + part.len;
	return from;
}

/* The folders between the content root and the file: Hugo's sections. */
void
read_sections(struct reading *j)
{
	size_t root = content_root(j);
	str dir = path_dir(j->file->path), name = j->parts.name;

	j->parts.rooted = path_below(j, name, root);

	/* The folder of a language and those above it are not sections. */
	if (j->in && path_is_in(j->file->path, j->in->folder) &&
	    j->in->folder.len > root)
		root = j->in->folder.len;
	dir = path_relative(str_from(dir, root));
	/* The folder of a bundle is its name, not a section. The index of the
	 * root is the home page. */
	if (dir.len == 0 && j->config->posts.generator->address.content &&
	    str_starts(path_base(j->file->path), S("index.")))
		j->parts.stem = j->parts.bare = S("");
	else if (j->bundle && dir.len)
		dir = path_dir(dir);
	j->parts.sections = j->matter->sections = dir;
	j->parts.is_odd_name |= dir.len && !j->config->posts.keep_dates;
}
