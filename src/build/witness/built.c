/* SPDX-License-Identifier: MIT
 * built: looks up addresses among the pages that the site's generator made. */
#include "build/witness/built.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/core/file.h"
#include "base/text/html_scan.h"
#include "base/web/url.h"
#include "content/entry/page.h"

enum {
	MOST_MOVED = 4096,              /* bytes of a page that redirects */
	MOST_HEAD = 16 * 1024 * 1024,   /* bytes of a page that is read */
	MOST_SITEMAP = 64 * 1024 * 1024
};

/* ---- opening ---- */

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Sets the URL that the folder is served as: site.url, or the root of its host,
 * since Octopress puts the pages of https://host/blog/ into public/blog. */
static void
find_home(struct built *b)
{
	const struct config *c = b->config;
	str base = path_relative(config_base(c)), name = S("index.html");
	struct arena a = {0};

	b->site = c->site.url;
	b->stamp = file_look(path_join(&a, b->root, path_join(&a, base,
	    name)).ptr);
	if (base.len && b->stamp.size > 0)
		b->site = str_sub(b->site, 0, config_origin(c).len + 1);
	else
		b->stamp = file_look(path_join(&a, b->root, name).ptr);
	arena_free(&a);
}

bool
built_open(struct built *b, const struct config *c, str folder)
{
	*b = (struct built){.config = c};
	b->folder = path_clean(&b->arena, folder);
	b->root = path_join(&b->arena, c->dir, b->folder);
	if (b->root.len == 0)
		b->root = S(".");
	find_home(b);
	return is_folder(b->root.ptr);
}

void
built_close(struct built *b)
{
	buf_free(&b->sitemap);
	arena_free(&b->arena);
	arena_free(&b->scratch);
}

static bool
has_pages(str folder, int depth)
{
	struct arena a = {0};
	DIR *dir = opendir(folder.ptr);
	struct dirent *e;
	bool found = false;

	while (dir && !found && (e = readdir(dir)) != NULL) {
		str name = str_of(e->d_name);
		str path = path_join(&a, folder, name);

		if (name.ptr[0] == '.')
			continue;
		found = str_iends_any(name, ".html .htm") ||
		    (depth && is_folder(path.ptr) && has_pages(path,
		    depth - 1));
	}
	if (dir)
		closedir(dir);
	arena_free(&a);
	return found;
}

bool
built_has_pages(const struct built *b)
{
	return has_pages(b->root, 8);
}

struct strs
built_folders(const struct built *b, struct arena *a)
{
	DIR *dir = opendir(b->root.ptr);
	struct strs out = {0};
	struct dirent *e;
	size_t cap = 0;

	while (dir && (e = readdir(dir)) != NULL) {
		str name = str_of(e->d_name);

		if (name.ptr[0] == '.' || str_eq(name, S("node_modules")) ||
		    !is_folder(path_join(a, b->root, name).ptr))
			continue;
		out.at = arena_grow(a, out.at, out.count, &cap,
		    sizeof *out.at);
		out.at[out.count++] = arena_str(a, name);
	}
	if (dir)
		closedir(dir);
	if (out.count)
		qsort(out.at, out.count, sizeof *out.at, str_cmp_row);
	return out;
}

bool
built_has_folders(const struct built *b)
{
	struct arena a = {0};
	struct strs folders = built_folders(b, &a);
	bool has = false;

	for (size_t i = 0; !has && i < folders.count; i++)
		has = has_pages(path_join(&a, b->root, folders.at[i]), 6);
	arena_free(&a);
	return has;
}

/* ---- redirects and canonical addresses ---- */

static bool
read_page(const struct built *b, str path, struct buf *out, size_t most)
{
	struct arena a = {0};
	bool ok = file_read(out, path_join(&a, b->root, path).ptr, most);

	arena_free(&a);
	return ok;
}

/* Whether an attribute of a tag has this value. */
static bool
has_value(struct html_tag tag, str name, str value)
{
	return str_ieq(str_trim(html_scan_value(tag, name)), value);
}

static bool
finds_refresh(str text)
{
	struct html_scan s = html_scan_begin(text);
	struct html_tag tag;

	while (html_scan_tag(&s, &tag)) {
		if (str_ieq(tag.name, S("meta")) &&
		    has_value(tag, S("http-equiv"), S("refresh")))
			return true;
		html_scan_past(&s, &tag);
	}
	return false;
}

/* Reads only small pages: generators write small redirects. */
bool
built_is_moved(const struct built *b, str path)
{
	struct buf text = {0};
	bool moved = read_page(b, path, &text, MOST_MOVED) &&
	    finds_refresh(buf_str(&text));

	buf_free(&text);
	return moved;
}

static str
canonical_of(str text)
{
	struct html_scan s = html_scan_begin(text);
	struct html_tag tag;

	while (html_scan_tag(&s, &tag)) {
		if (str_ieq(tag.name, S("body")))
			break;
		if (str_ieq(tag.name, S("link")) &&
		    has_value(tag, S("rel"), S("canonical")))
			return str_trim(html_scan_value(tag, S("href")));
		html_scan_past(&s, &tag);
	}
	return (str){0};
}

str
built_canonical(const struct built *b, str path, str url, struct arena *a)
{
	struct buf text = {0}, out = {0};
	str href = {0};

	if (read_page(b, path, &text, MOST_HEAD))
		href = canonical_of(buf_str(&text));
	if (href.len)
		url_resolve(&out, url, href);
	buf_free(&text);
	return buf_move(&out, a);
}

/* ---- with or without a slash ---- */

bool
built_has_listed(struct built *b, str url)
{
	struct arena a = {0};
	str path = url_split(url).path;
	bool found;

	if (!b->has_sitemap)
		read_page(b, S("sitemap.xml"), &b->sitemap, MOST_SITEMAP);
	b->has_sitemap = true;
	found = str_find(buf_str(&b->sitemap), arena_printf(&a, "%.*s</loc>",
	    STR_ARG(path))) != STR_NONE;
	arena_free(&a);
	return found;
}

/* Whether a/index.html has the address "a". Its address is "a/" unless the page
 * (rel=canonical), sitemap.xml or posts.slash has it without the slash. */
static bool
is_without_slash(struct built *b, str path, str url)
{
	str own = built_canonical(b, path, url, &b->scratch);

	if (own.len)
		return str_eq(url_split(own).path, url_split(url).path);
	return built_has_listed(b, url) ||
	    (b->config->posts.slash == SLASH_NEVER && !b->is_strict);
}

/* ---- looking up ---- */

/* The size of a file below the folder; negative: there is no such file. */
static int64_t
size_of(struct built *b, str path)
{
	struct arena a = {0};
	struct stat st;
	bool found = stat(path_join(&a, b->root, path).ptr, &st) == 0;

	/* No generator made a file whose name is too long. */
	if (!found && !file_is_absent(errno) && errno != ENAMETOOLONG)
		b->error = errno;
	arena_free(&a);
	return found && S_ISREG(st.st_mode) ? st.st_size : -1;
}

static enum built_page
judge_page(struct built *b, str path, int64_t size, str url)
{
	bool is_index = str_eq(path_base(path), S("index.html"));

	if (size <= MOST_MOVED && built_is_moved(b, path))
		return BUILT_MOVED;
	return !is_index || str_ends(url, S("/")) || str_ends(url,
	    S("index.html")) || is_without_slash(b, path, url) ? BUILT_PAGE
	    : BUILT_SLASH;
}

/* Adds the names that the file can have: for "a" also "a" itself, besides
 * "a.html" and "a/index.html". */
static size_t
add_names(struct built *b, str url, str *names)
{
	struct arena *a = &b->scratch;
	size_t n = page_paths(names, b->site, url, a);

	if (n == PAGE_PATHS)
		names[n++] = arena_str(a, str_sub(names[0], 0,
		    names[0].len - (sizeof ".html" - 1)));
	return n;
}

/* Escapes '%' in an address: some generators keep escapes in the names of
 * files, as in "caf%C3%A9.html". */
static str
escape_percent(struct built *b, str url)
{
	struct buf out = {0};

	for (size_t i = 0; i < url.len; i++) {
		buf_addc(&out, url.ptr[i]);
		if (url.ptr[i] == '%')
			buf_add(&out, S("25"));
	}
	return buf_move(&out, &b->scratch);
}

enum { MOST_NAMES = 2 * (PAGE_PATHS + 1) };

/* The names that the file of an address can have. */
static size_t
list_names(struct built *b, str url, str names[MOST_NAMES])
{
	size_t n = add_names(b, url, names);

	if (n && str_chr(url, '%') != STR_NONE)
		n += add_names(b, escape_percent(b, url), names + n);
	return n;
}

bool
built_covers(struct built *b, str url)
{
	str names[MOST_NAMES];
	bool covers = list_names(b, url, names) > 0;

	arena_reset(&b->scratch);
	return covers;
}

enum built_page
built_find(struct built *b, str url, str *path, struct arena *a)
{
	str names[MOST_NAMES];
	size_t n = list_names(b, url, names);
	enum built_page best = BUILT_NONE;

	*path = (str){0};
	for (size_t i = 0; i < n && best != BUILT_PAGE; i++) {
		int64_t size = size_of(b, names[i]);
		enum built_page page = size < 0 ? BUILT_NONE
		    : judge_page(b, names[i], size, url);

		if (page > best) {
			best = page;
			*path = arena_str(a, names[i]);
		}
	}
	arena_reset(&b->scratch);
	return best;
}
