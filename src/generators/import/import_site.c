/* SPDX-License-Identifier: MIT
 * import_site: the files of an imported site, and the keys read from them. */
#include "generators/import/import_site.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/core/file.h"
#include "base/data/data_codes.h"
#include "base/data/data_file.h"
#include "generators/generator_codes.h"

enum { MOST_FILE = 4 * 1024 * 1024 };

/* A parsed file; `root` is NULL if it did not parse. */
struct import_doc {
	str name;
	const struct value *root;
	struct import_doc *next;
};

/* ---- files ---- */

static bool
is_there(const struct import_site *s, const char *name, mode_t type)
{
	struct arena a = {0};
	struct stat st;
	str path = path_join(&a, s->dir, str_of(name));
	bool ok = stat(path.ptr, &st) == 0 && (st.st_mode & S_IFMT) == type;

	arena_free(&a);
	return ok;
}

bool
import_has_file(const struct import_site *s, const char *name)
{
	return is_there(s, name, S_IFREG);
}

bool
import_has_folder(const struct import_site *s, const char *name)
{
	return is_there(s, name, S_IFDIR);
}

static str
find_first(struct import_site *s, str parent, const char *names, mode_t type)
{
	str rest = str_of(names), word;

	while (str_word(&rest, &word)) {
		str path = path_join(s->arena, parent, word);

		if (is_there(s, path.ptr, type))
			return path;
	}
	return (str){0};
}

const char *
import_first_file(struct import_site *s, str parent, const char *names)
{
	return find_first(s, parent, names, S_IFREG).ptr;
}

str
import_first_folder(struct import_site *s, str parent, const char *names)
{
	return find_first(s, parent, names, S_IFDIR);
}

struct strs
import_entries(struct import_site *s, str folder)
{
	DIR *dir = opendir(path_join(s->arena, s->dir,
	    folder.len ? folder : S(".")).ptr);
	struct strs paths = {0};
	struct dirent *e;
	size_t cap = 0;

	while (dir && (e = readdir(dir)) != NULL) {
		if (e->d_name[0] == '.' ||
		    strcmp(e->d_name, "node_modules") == 0)
			continue;
		paths.at = arena_grow(s->arena, paths.at, paths.count, &cap,
		    sizeof *paths.at);
		paths.at[paths.count++] = path_join(s->arena, folder,
		    str_of(e->d_name));
	}
	if (dir)
		closedir(dir);
	if (paths.count)
		qsort(paths.at, paths.count, sizeof *paths.at, str_cmp_row);
	return paths;
}

/* Limited to two levels: deeper searches could walk a whole disk. */
static str
find_nested(struct import_site *s, str parent, const char *name, int depth)
{
	struct strs paths = import_entries(s, parent);
	str found = {0};

	for (size_t i = 0; i < paths.count && found.len == 0; i++) {
		str base = path_base(paths.at[i]);

		if (str_starts(base, S("_")) || str_eq(base, S("vendor")))
			continue;
		found = import_first_folder(s, paths.at[i], name);
		if (found.len == 0 && depth > 0)
			found = find_nested(s, paths.at[i], name, depth - 1);
	}
	return found;
}

str
import_nested_folder(struct import_site *s, str parent, const char *name)
{
	return find_nested(s, parent, name, 1);
}

bool
import_text(struct import_site *s, const char *name, struct source *src)
{
	struct buf text = {0};
	bool ok = false;

	*src = (struct source){path_join(s->arena, s->dir, str_of(name)), {0}};
	if (!import_has_file(s, name))
		return false;
	if (!file_read(&text, src->name.ptr, MOST_FILE)) {
		diag_add(s->diags, DIAG_FILE_UNREADABLE, src, (struct mark){0},
		    "%s", strerror(errno));
		goto out;
	}
	src->text = arena_str(s->arena, buf_str(&text));
	ok = data_file_check(src, s->diags);
out:
	buf_free(&text);
	return ok;
}

static const struct value *
parse_doc(struct import_site *s, const char *name)
{
	struct source src;
	const struct value *v;

	if (!import_text(s, name, &src))
		return NULL;
	v = data_file_parse(s->arena, &src, s->diags);
	if (v == NULL || v->kind == VALUE_MAP)
		return v;
	diag_add(s->diags, DIAG_IMPORT_SYNTAX, &src, v->at,
	    "the config is %s, expected a map of keys", value_kind_name(v));
	return NULL;
}

const struct value *
import_doc(struct import_site *s, const char *name)
{
	struct import_doc *doc;

	for (doc = s->docs; doc; doc = doc->next)
		if (str_eq(doc->name, str_of(name)))
			return doc->root;
	doc = arena_alloc(s->arena, sizeof *doc);
	doc->name = arena_str(s->arena, str_of(name));
	doc->root = parse_doc(s, name);
	doc->next = s->docs;
	s->docs = doc;
	return doc->root;
}

/* ---- values ---- */

const struct value *
import_find(const struct value *root, const char *path)
{
	str rest = str_of(path), name;

	while (root && str_split(&rest, '.', &name))
		root = value_ifind(root, name);
	return root;
}

str
import_str(const struct value *v)
{
	return v && v->kind == VALUE_SCALAR ? str_trim(v->text) : (str){0};
}

struct strs
import_strs(struct import_site *s, const struct value *v)
{
	bool is_list = v && v->kind == VALUE_LIST;
	struct strs texts = {0};

	if (v == NULL)
		return texts;
	texts.at = arena_array(s->arena, v->size, sizeof *texts.at);
	for (v = is_list ? v->first : v; v; v = is_list ? v->next : NULL)
		texts.at[texts.count++] = import_str(v);
	return texts;
}

bool
import_has_text(const struct value *v, str text)
{
	if (v == NULL || v->kind != VALUE_LIST)
		return str_ieq(import_str(v), text);
	for (v = v->first; v; v = v->next)
		if (str_ieq(import_str(v), text))
			return true;
	return false;
}

const struct value *
import_setting_of(const struct import_site *s, const char *key)
{
	const struct import_setting *i = s->import->settings;

	while (i && !str_eq(i->key, str_of(key)))
		i = i->next;
	return i ? i->value : NULL;
}

bool
import_is_set(const struct import_site *s, const char *key)
{
	return import_setting_of(s, key) != NULL;
}

void
import_set_value(struct import_site *s, const char *key,
    const struct value *v, str from)
{
	struct import_setting **end = &s->import->settings;

	if (import_is_set(s, key))
		return;
	while (*end)
		end = &(*end)->next;
	*end = arena_alloc(s->arena, sizeof **end);
	(*end)->key = arena_str(s->arena, str_of(key));
	(*end)->value = v;
	(*end)->from = from;
}

static struct value *
new_scalar(struct import_site *s, str text, bool quoted)
{
	struct value *v = arena_alloc(s->arena, sizeof *v);

	v->kind = VALUE_SCALAR;
	v->text = arena_str(s->arena, text);
	v->quoted = quoted;
	v->size = 1;
	return v;
}

void
import_set(struct import_site *s, const char *key, str text, str from)
{
	struct value *v = new_scalar(s, str_trim(text), true);
	struct buf expected = {0};
	bool plain;

	if (v->text.len && !import_is_set(s, key)) {
		if (s->takes(key, v, s->arena, &expected, &plain)) {
			v->quoted = !plain;
			import_set_value(s, key, v, from);
		} else
			import_gap(s, "%s: %.*s is '%.*s', expected %s", key,
			    STR_ARG(from), STR_ARG(v->text),
			    buf_cstr(&expected));
	}
	buf_free(&expected);
}

void
import_set_plain(struct import_site *s, const char *key, const char *text,
    str from)
{
	import_set_value(s, key, new_scalar(s, str_of(text), false), from);
}

void
import_set_folder(struct import_site *s, str folder, str from)
{
	struct value *list = import_list(s);

	import_add(s, list, S(""), folder);
	import_set_value(s, "posts.folders", list, from);
}

void
import_set_url(struct import_site *s, str url, str folder, str from)
{
	while (str_ends(url, S("/")) && folder.len)
		url.len--;
	if (url.len)
		import_set(s, "site.url", arena_printf(s->arena, "%.*s%s%.*s",
		    STR_ARG(url), folder.len && !str_starts(folder, S("/"))
		    ? "/" : "", STR_ARG(folder)), from);
}

void
import_set_media(struct import_site *s, str folder, const char *usual,
    str from)
{
	folder = path_clean(s->arena, folder);
	if (folder.len && !str_eq(folder, str_of(usual)) &&
	    import_has_folder(s, folder.ptr))
		import_set(s, "media.folder", folder, from);
}

void
import_set_language(struct import_site *s, str tag, const struct value *map,
    str from)
{
	struct value *v = new_scalar(s, tag, true);
	struct buf expected = {0};
	bool plain;

	if (s->takes("site.language", v, s->arena, &expected, &plain))
		import_set_value(s, arena_printf(s->arena, "languages.%.*s",
		    STR_ARG(tag)).ptr, map, from);
	else
		import_gap(s, "languages: %.*s has '%.*s', expected %s",
		    STR_ARG(from), STR_ARG(tag), buf_cstr(&expected));
	buf_free(&expected);
}

struct value *
import_list(struct import_site *s)
{
	struct value *v = arena_alloc(s->arena, sizeof *v);

	v->kind = VALUE_LIST;
	v->size = 1;
	return v;
}

struct value *
import_map(struct import_site *s)
{
	struct value *v = import_list(s);

	v->kind = VALUE_MAP;
	return v;
}

void
import_add_node(struct value *parent, str key, struct value *child)
{
	child->key = key;
	value_add(parent, child);
}

void
import_add(struct import_site *s, struct value *parent, str key, str text)
{
	if (text.len)
		import_add_node(parent, arena_str(s->arena, key),
		    new_scalar(s, text, true));
}

void
import_add_copy(struct import_site *s, struct value *parent,
    const struct value *v)
{
	struct value *copy = import_map(s);

	copy->kind = v->kind;
	copy->key = v->key;
	copy->text = v->text;
	copy->quoted = true;
	for (const struct value *i = v->first; i; i = i->next)
		import_add_copy(s, copy, i);
	value_add(parent, copy);
}

struct import_feed *
import_add_feed(struct import_site *s, str taxonomy, str from)
{
	struct import_feed **end = &s->feeds;

	while (*end)
		end = &(*end)->next;
	*end = arena_alloc(s->arena, sizeof **end);
	(*end)->taxonomy = taxonomy;
	(*end)->from = from;
	return *end;
}

struct import_extra *
import_add_extra(struct import_site *s, int format, str path, str from)
{
	struct import_extra **end = &s->extras;

	while (*end)
		end = &(*end)->next;
	*end = arena_alloc(s->arena, sizeof **end);
	(*end)->format = format;
	(*end)->path = path;
	(*end)->from = from;
	return *end;
}

void
import_gap(struct import_site *s, const char *fmt, ...)
{
	struct import_gap **end = &s->import->gaps;
	va_list ap;

	while (*end)
		end = &(*end)->next;
	*end = arena_alloc(s->arena, sizeof **end);
	va_start(ap, fmt);
	(*end)->text = arena_vprintf(s->arena, fmt, ap);
	va_end(ap);
}
