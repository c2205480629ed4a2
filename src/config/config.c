/* SPDX-License-Identifier: MIT
 * config: feedmill.yaml as a struct.
 *
 * A config is a tree of values that a table gives types and places. Defaults
 * go the same way as what the file says, then --set does, so that there is
 * one road into the struct. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/file.h"
#include "../base/url.h"
#include "../base/utf8.h"
#include "../base/yaml.h"
#include "key_types.h"

const struct key config_keys[] = {
#define KEY(path, type, strct, field, fallback, range, help)                   \
	{path, type, offsetof(struct strct, field), fallback, range, help},
#include "keys.h"
#undef KEY
};
const size_t config_key_count = sizeof config_keys / sizeof config_keys[0];

enum { MOST_CONFIG = 4 * 1024 * 1024 };

struct loader {
	struct config *config;
	struct arena *arena;
	const struct source *src;
	struct diags *diags;
	size_t errors; /* before it began */
};

static void load_map(struct loader *l, const struct value *map,
    const char *prefix, void *target);
static void load_defaults(struct loader *l, const char *prefix, void *target);

/* What --set lays over the file has no place in it. */
static const struct source set_source = {S_INIT("--set"), {0}};

static const struct source *
source_of(const struct loader *l, struct mark at)
{
	return at.line > 0 ? l->src : &set_source;
}

/* One member of a table: a struct with keys of its own, which may be left
 * empty. */
static void
load_member(struct loader *l, const struct key *k, const struct value *m,
    void *target)
{
	str prefix = arena_printf(l->arena, "%s.*.", k->path);

	load_defaults(l, prefix.ptr, target);
	if (m->kind == VALUE_MAP)
		load_map(l, m, prefix.ptr, target);
	else if (m->kind != VALUE_NULL)
		diag_add(l->diags, DIAG_CONFIG_TYPE, l->src, m->at,
		    "%s.%.*s is %s, expected a map of keys", k->path,
		    STR_ARG(m->key), value_kind_name(m));
}

static bool
load_taxonomies(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct taxonomy **end = field;

	if (v->kind != VALUE_MAP && v->kind != VALUE_NULL)
		return false;
	*end = NULL;
	for (const struct value *m = v->first; m; m = m->next) {
		struct taxonomy *t = arena_alloc(l->arena, sizeof *t);

		t->name = m->key;
		t->at = m->key_at;
		load_member(l, k, m, t);
		*end = t;
		end = &t->next;
	}
	return true;
}

static bool
load_languages(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct language **end = field;

	if (v->kind != VALUE_MAP && v->kind != VALUE_NULL)
		return false;
	for (const struct value *m = v->first; m; m = m->next) {
		struct language *g = arena_alloc(l->arena, sizeof *g);

		if (!config_is_language(m->key))
			diag_add(l->diags, DIAG_CONFIG_VALUE,
			    source_of(l, m->key_at), m->key_at,
			    "%s has '%.*s', expected language tags such as "
			    "en or pt-BR", k->path, STR_ARG(m->key));
		g->name = m->key;
		g->at = m->key_at;
		load_member(l, k, m, g);
		*end = g;
		end = &g->next;
	}
	return true;
}

static bool
load_field(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	if (k->type == KEY_TAXONOMIES)
		return load_taxonomies(l, k, v, field);
	if (k->type == KEY_LANGUAGES)
		return load_languages(l, k, v, field);
	return (!key_is_scalar(k) || v->kind == VALUE_SCALAR) &&
	    key_set(l->arena, k, v, field);
}

static void
load_value(struct loader *l, const struct key *k, const struct value *v,
    void *target)
{
	struct buf words = {0};
	void *field = (char *)target + k->offset;

	/* `key:` without a value is a key left out. */
	if (v->kind == VALUE_NULL && k->type != KEY_TAXONOMIES)
		return;
	if (load_field(l, k, v, field))
		return;
	config_key_expects(&words, k);
	if (v->kind == VALUE_SCALAR)
		diag_add(l->diags, DIAG_CONFIG_VALUE, source_of(l, v->at),
		    v->at, "%s is '%.*s', expected %s", k->path,
		    STR_ARG(v->text), buf_cstr(&words));
	else
		diag_add(l->diags, DIAG_CONFIG_TYPE, source_of(l, v->at),
		    v->at, "%s is %s, expected %s", k->path, value_kind_name(v),
		    buf_cstr(&words));
	buf_free(&words);
}

/* ---- the tree ---- */

/* The last part of a key's path, if it stands right below the prefix;
 * its first part below it, if deeper. */
static str
name_below(const struct key *k, const char *prefix, bool *deeper)
{
	str path = str_of(k->path), pre = str_of(prefix), rest, name;

	*deeper = false;
	if (!str_starts(path, pre))
		return (str){0};
	rest = str_from(path, pre.len);
	str_split(&rest, '.', &name);
	*deeper = rest.ptr != NULL;
	return name;
}

static void
report_unknown(struct loader *l, const struct value *m, const char *prefix)
{
	const char *names[64];
	size_t n = 0;
	const char *near;
	bool deeper;

	for (size_t i = 0; i < config_key_count; i++) {
		str name = name_below(&config_keys[i], prefix, &deeper);

		if (name.len && !str_eq(name, S("*")) && n < 64)
			names[n++] = arena_cstr(l->arena, name);
	}
	near = nearest_name(m->key, names, n);
	if (near)
		diag_add(l->diags, DIAG_CONFIG_KEY,
		    source_of(l, m->key_at), m->key_at,
		    "unknown key '%s%.*s', did you mean '%s%s'?", prefix,
		    STR_ARG(m->key), prefix, near);
	else
		diag_add(l->diags, DIAG_CONFIG_KEY,
		    source_of(l, m->key_at), m->key_at,
		    "unknown key '%s%.*s'", prefix, STR_ARG(m->key));
}

/* The key that a member is; or NULL, with *section set where the table has
 * keys below that name. */
static const struct key *
find_key(const struct value *m, const char *prefix, bool *section)
{
	bool deeper;

	*section = false;
	for (size_t i = 0; i < config_key_count; i++) {
		str name = name_below(&config_keys[i], prefix, &deeper);

		if (!str_eq(name, m->key) || str_eq(name, S("*")))
			continue;
		if (!deeper)
			return &config_keys[i];
		*section = true;
	}
	return NULL;
}

static void
load_map(struct loader *l, const struct value *map, const char *prefix,
    void *target)
{
	for (const struct value *m = map->first; m; m = m->next) {
		bool section;
		const struct key *k = find_key(m, prefix, &section);
		str below = arena_printf(l->arena, "%s%.*s.", prefix,
		    STR_ARG(m->key));

		if (k)
			load_value(l, k, m, target);
		else if (!section)
			report_unknown(l, m, prefix);
		else if (m->kind == VALUE_MAP)
			load_map(l, m, below.ptr, target);
		else if (m->kind != VALUE_NULL)
			diag_add(l->diags, DIAG_CONFIG_TYPE, l->src, m->at,
			    "%s%.*s is %s, expected a map of keys", prefix,
			    STR_ARG(m->key), value_kind_name(m));
	}
}

static void
load_defaults(struct loader *l, const char *prefix, void *target)
{
	static const struct source none = {S_INIT("default"), {0}};
	bool wild = strchr(prefix, '*') != NULL;

	for (size_t i = 0; i < config_key_count; i++) {
		const struct key *k = &config_keys[i];
		struct value *v;

		if (!str_starts(str_of(k->path), str_of(prefix)) ||
		    wild != (strchr(k->path, '*') != NULL) ||
		    k->fallback[0] == '\0')
			continue;
		/* Patterns begin with a brace: those are text, not YAML. */
		if (key_is_scalar(k)) {
			v = arena_alloc(l->arena, sizeof *v);
			v->kind = VALUE_SCALAR;
			v->text = str_of(k->fallback);
		} else
			v = yaml_parse(l->arena, str_of(k->fallback), &none, 0,
			    l->diags);
		load_value(l, k, v, target);
	}
}

/* ---- --set ---- */

/* What --set says has no place in the file. */
static void
forget_places(struct value *v)
{
	v->at = v->key_at = (struct mark){0};
	for (struct value *m = v->first; m; m = m->next)
		forget_places(m);
}

/* Gives a map members of its own: an alias may share them with another. */
static void
own_members(struct loader *l, struct value *map)
{
	struct value *m = map->first;

	map->first = map->last = NULL;
	while (m) {
		struct value *copy = arena_alloc(l->arena, sizeof *copy);

		*copy = *m;
		m = m->next;
		value_add(map, copy);
	}
}

/* Lays KEY=VALUE over the tree, where KEY is a path with dots and VALUE is
 * YAML. */
static bool
apply_setting(struct loader *l, struct value *root, const char *text)
{
	str line = str_of(text), name = {0};
	size_t eq = str_chr(line, '=');
	const struct source src = {S_INIT("--set"), line};
	str path = str_sub(line, 0, eq);
	struct value *at = root, *v;

	if (eq == STR_NONE || eq == 0) {
		diag_add(l->diags, DIAG_USAGE, NULL, (struct mark){0},
		    "--set takes KEY=VALUE, got '%s'", text);
		return false;
	}
	v = yaml_parse(l->arena, str_from(line, eq + 1), &src, 0, l->diags);
	if (v == NULL)
		return false;
	if (str_trim(str_from(line, eq + 1)).len == 0)
		v->kind = VALUE_NULL;
	forget_places(v);
	while (str_split(&path, '.', &name)) {
		struct value *m;

		own_members(l, at);
		m = (struct value *)value_find(at, name);

		if (m == NULL || (path.ptr && m->kind != VALUE_MAP)) {
			struct value *fresh = m;

			if (fresh == NULL)
				fresh = arena_alloc(l->arena, sizeof *fresh);
			fresh->kind = VALUE_MAP;
			fresh->key = name;
			fresh->first = fresh->last = NULL;
			if (m == NULL)
				value_add(at, fresh);
			m = fresh;
		}
		at = m;
	}
	v->key = at->key;
	v->next = at->next;
	v->at = v->key_at = (struct mark){0};
	*at = *v;
	return true;
}

/* ---- what the keys must be together ---- */

const struct value *
config_find(const struct config *c, const char *key)
{
	const struct value *v = c->root;
	str path = str_of(key), name;

	while (v && str_split(&path, '.', &name))
		v = value_find(v, name);
	return v;
}

struct mark
config_mark(const struct config *c, const char *key)
{
	const struct value *v = config_find(c, key);

	return v ? v->at : (struct mark){0};
}

const struct source *
config_source(const struct config *c, const struct value *v)
{
	return v->at.line > 0 ? &c->source : &set_source;
}

static void
require(struct loader *l, const char *key)
{
	if (value_is_null(config_find(l->config, key)))
		diag_add(l->diags, DIAG_CONFIG_REQUIRED, l->src,
		    (struct mark){0}, "key '%s' is missing", key);
}

static void
check_folders(struct loader *l)
{
	const struct config *c = l->config;
	const struct value *v = config_find(c, "posts.folders");
	const struct value *item = v && v->kind == VALUE_LIST ? v->first : v;

	for (size_t i = 0; i < c->posts.folders.count; i++) {
		str folder = c->posts.folders.at[i];
		str path = path_join(l->arena, c->dir, folder);
		struct stat st;
		struct mark at = item ? item->at : (struct mark){0};

		if (stat(path.ptr, &st) != 0)
			diag_add(l->diags, DIAG_CONFIG_FOLDER, l->src, at,
			    "posts folder '%.*s': %s", STR_ARG(folder),
			    strerror(errno));
		else if (!S_ISDIR(st.st_mode))
			diag_add(l->diags, DIAG_CONFIG_FOLDER, l->src, at,
			    "posts folder '%.*s' is not a folder",
			    STR_ARG(folder));
		item = item ? item->next : NULL;
	}
}

/* Whether a folder is another, or in it; the empty path is the config's. */
static bool
is_within(str folder, str root)
{
	return root.len == 0 || str_eq(folder, root) ||
	    (str_starts(folder, root) &&
	    str_starts(str_from(folder, root.len), S("/")));
}

static void
finish_root(struct loader *l)
{
	struct config *c = l->config;

	if (c->posts.root.ptr == NULL)
		return;
	c->posts.root = path_clean(l->arena, c->posts.root);
	for (size_t i = 0; i < c->posts.folders.count; i++) {
		str folder = path_clean(l->arena, c->posts.folders.at[i]);

		if (!is_within(folder, c->posts.root))
			diag_add(l->diags, DIAG_CONFIG_FOLDER,
			    source_of(l, config_mark(c, "posts.root")),
			    config_mark(c, "posts.root"),
			    "posts.root '%.*s' does not hold the posts folder "
			    "'%.*s'", STR_ARG(c->posts.root), STR_ARG(folder));
	}
}

/* An address below the site, absolute and with '/' at its end; empty where it
 * is none. */
static str
folder_url(struct loader *l, str url)
{
	struct url u = url_split(url);
	struct buf b = {0};
	str out;

	while (!url_is_web(url) && str_starts(url, S("/")))
		url = str_from(url, 1);
	if (!u.has_query && !u.has_fragment &&
	    (!u.has_scheme || url_is_web(url)))
		url_resolve(&b, l->config->site.url, url);
	if (b.len && !str_ends(buf_str(&b), S("/")))
		buf_addc(&b, '/');
	out = arena_str(l->arena, buf_str(&b));
	buf_free(&b);
	return out;
}

/* feeds.url is below the site, or anywhere if it says so. */
static void
finish_feeds_url(struct loader *l)
{
	struct config *c = l->config;
	str url = folder_url(l, c->feeds.url);

	if (url.len == 0)
		diag_add(l->diags, DIAG_CONFIG_VALUE, &c->source,
		    config_mark(c, "feeds.url"), "feeds.url is '%.*s', "
		    "expected a path below site.url, or an absolute URL",
		    STR_ARG(c->feeds.url));
	c->feeds.url = url;
}

static void
fail_language(struct loader *l, const struct language *g,
    enum diag_code code, const char *words)
{
	str key = arena_printf(
	    l->arena, "languages.%.*s.url", STR_ARG(g->name));
	const struct value *v = config_find(l->config, key.ptr);

	diag_add(l->diags, code, &l->config->source, v ? v->at : g->at,
	    "%s '%.*s' %s", key.ptr, STR_ARG(v ? g->url : g->prefix), words);
}

/* Whether every segment of a path is a plain name. */
static bool
is_plain_path(str path)
{
	str segment;

	while (str_split(&path, '/', &segment))
		if (segment.len == 0 || str_starts(segment, S(".")) ||
		    str_chr(segment, ':') != STR_NONE ||
		    str_chr(segment, '\\') != STR_NONE)
			return false;
	return true;
}

/* Where each language begins on the site, and its feeds in their folder. */
static void
finish_languages(struct loader *l)
{
	const struct config *c = l->config;

	for (struct language *g = c->languages; g; g = g->next) {
		str url = g->url;

		if (url.len == 0 && !str_ieq(g->name, c->site.language))
			url = g->name;
		while (str_starts(url, S("/")))
			url = str_from(url, 1);
		while (str_ends(url, S("/")))
			url.len--;
		if (url.len && !is_plain_path(url))
			fail_language(l, g, DIAG_CONFIG_VALUE,
			    "is no path below site.url");
		if (url.len)
			g->prefix =
			    arena_printf(l->arena, "%.*s/", STR_ARG(url));
		g->folder = path_clean(l->arena, g->folder);
		for (struct language *h = c->languages; h != g; h = h->next)
			if (str_ieq(g->prefix, h->prefix))
				fail_language(l, g, DIAG_PATH_CLASH,
				    "is that of another language");
	}
}

static void
finish(struct loader *l)
{
	struct config *c = l->config;

	require(l, "site.url");
	require(l, "site.title");
	require(l, "posts.folders");
	check_folders(l);
	finish_root(l);
	finish_languages(l);
	if (c->site.url.len) {
		struct url u = url_split(c->site.url);

		if (u.has_query || u.has_fragment)
			diag_add(l->diags, DIAG_CONFIG_VALUE, l->src,
			    config_mark(c, "site.url"),
			    "site.url '%.*s' has a query or fragment",
			    STR_ARG(c->site.url));
		if (!str_ends(c->site.url, S("/")))
			c->site.url = arena_printf(l->arena, "%.*s/",
			    STR_ARG(c->site.url));
		finish_feeds_url(l);
	}
}

bool
config_parse(struct config *c, struct arena *a, const struct source *src,
    str dir, const char *const *settings, size_t n_settings,
    struct diags *diags)
{
	struct loader l = {c, a, src, diags, diags->counts[DIAG_ERROR]};
	struct value *root;

	*c = (struct config){.source = *src, .dir = arena_str(a, dir)};
	root = yaml_parse(a, src->text, src, 0, diags);
	if (root == NULL)
		return false;
	if (root->kind != VALUE_MAP) {
		diag_add(diags, DIAG_CONFIG_TYPE, src, root->at,
		    "the config is %s, expected a map of keys",
		    value_kind_name(root));
		return false;
	}
	for (size_t i = 0; i < n_settings; i++)
		apply_setting(&l, root, settings[i]);
	load_defaults(&l, "", c);
	load_map(&l, root, "", c);
	c->root = root;
	finish(&l);
	return diags->counts[DIAG_ERROR] == l.errors;
}

bool
config_read(struct config *c, struct arena *a, const char *path,
    const char *const *settings, size_t n_settings, struct diags *diags)
{
	struct buf text = {0};
	struct source src = {arena_str(a, str_of(path)), {0}};
	size_t bad;
	bool ok = false;

	if (!file_read(&text, path, MOST_CONFIG)) {
		diag_add(diags, DIAG_CONFIG_MISSING, NULL, (struct mark){0},
		    "cannot read config '%s': %s", path, strerror(errno));
		goto out;
	}
	src.text = arena_str(a, buf_str(&text));
	if (str_starts(src.text, S("\xEF\xBB\xBF")))
		src.text = str_from(src.text, 3);
	bad = utf8_check(src.text);
	if (bad < src.text.len) {
		diag_add(diags, DIAG_NOT_UTF8, &src, mark_of(src.text, bad),
		    "byte 0x%02X is not UTF-8",
		    (unsigned)(unsigned char)src.text.ptr[bad]);
		goto out;
	}
	ok = config_parse(c, a, &src, path_dir(src.name), settings,
	    n_settings, diags);
out:
	buf_free(&text);
	return ok;
}
