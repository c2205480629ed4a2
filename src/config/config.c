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

/* ---- values by type ---- */

static const char *const expected[KEY_TYPES] = {
	[KEY_TEXT] = "text",
	[KEY_URL] = "an absolute http or https URL",
	[KEY_EMAIL] = "an e-mail address",
	[KEY_LANGUAGE] = "a language tag such as en or pt-BR",
	[KEY_ZONE] = "an IANA time zone such as America/Denver",
	[KEY_TIME] = "a time of day such as 09:00",
	[KEY_DATE] = "a date such as 2024-01-31",
	[KEY_BOOL] = "true or false",
	[KEY_COUNT] = "a number from ",
	[KEY_CHOICE] = "one of ",
	[KEY_LIST] = "a list of texts",
	[KEY_RAW] = "text, a list or a map",
	[KEY_TAXONOMIES] = "a map of front matter keys",
};

void
config_key_expects(struct buf *out, const struct key *k)
{
	buf_add(out, str_of(expected[k->type]));
	for (const char *p = k->range; *p; p++)
		if (*p == '|')
			buf_add(out, S(", "));
		else if (*p == '-' && k->type == KEY_COUNT)
			buf_add(out, S(" to "));
		else
			buf_addc(out, *p);
}

static bool
set_text(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	(void)k;
	*(str *)field = arena_str(l->arena, v->text);
	return v->text.len > 0;
}

static bool
set_url(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct buf b = {0};
	bool ok = url_is_web(v->text) && url_resolve(&b, v->text, v->text);

	(void)k;
	if (ok)
		*(str *)field = arena_str(l->arena, buf_str(&b));
	buf_free(&b);
	return ok;
}

/* What RFC 5322 calls an addr-spec, as far as feeds have need of it. */
static bool
set_email(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	size_t at = str_chr(v->text, '@');
	str domain = str_from(v->text, at == STR_NONE ? v->text.len : at + 1);

	for (size_t i = 0; i < v->text.len; i++)
		if (i != at && !char_is_alnum(v->text.ptr[i]) &&
		    !strchr(i > at ? ".-" : ".!#$%&'*+/=?^_`{|}~-",
		    v->text.ptr[i]))
			return false;
	return at != STR_NONE && at > 0 && str_chr(domain, '.') != STR_NONE &&
	    !str_starts(domain, S(".")) && !str_ends(domain, S(".")) &&
	    set_text(l, k, v, field);
}

/* BCP 47, section 2.1, without the registry. */
static bool
set_language(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	str rest = v->text, part;
	size_t n = 0;

	while (str_split(&rest, '-', &part)) {
		if (part.len == 0 || part.len > 8 ||
		    (n == 0 && (part.len < 2 || part.len > 3)))
			return false;
		for (size_t i = 0; i < part.len; i++)
			if (n == 0 ? !char_is_alpha(part.ptr[i])
			           : !char_is_alnum(part.ptr[i]))
				return false;
		n++;
	}
	return n > 0 && set_text(l, k, v, field);
}

static bool
set_zone(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	const struct zone *z = zone_read(l->arena, v->text);

	(void)k;
	*(const struct zone **)field = z;
	return z != NULL;
}

static bool
set_time(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct datetime d;
	str why;
	str text = arena_printf(l->arena, "2000-01-01 %.*s", STR_ARG(v->text));

	(void)k;
	if (!datetime_parse(text, &d, l->arena, &why) || !d.has_time ||
	    d.has_offset)
		return false;
	*(long *)field = (d.hour * 60L + d.minute) * 60 + d.second;
	return true;
}

static bool
set_date(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct datetime d;
	str why;

	(void)k;
	if (!datetime_parse(v->text, &d, l->arena, &why))
		return false;
	*(instant *)field = datetime_instant(&d, zone_utc);
	return true;
}

static bool
set_bool(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	(void)l, (void)k;
	return value_bool(v, field);
}

static bool
set_count(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct value least = {.kind = VALUE_SCALAR}, most = least;
	str rest = str_of(k->range);
	long n, min = 0, max = 0;

	(void)l;
	str_split(&rest, '-', &least.text);
	most.text = rest;
	if (!value_int(v, &n) || !value_int(&least, &min) ||
	    !value_int(&most, &max) || n < min || n > max)
		return false;
	*(long *)field = n;
	return true;
}

static bool
set_choice(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	str rest = str_of(k->range), name;

	(void)l;
	for (long i = 0; str_split(&rest, '|', &name); i++)
		if (str_eq(v->text, name)) {
			*(long *)field = i;
			return true;
		}
	return false;
}

/* A list of texts, or one text. */
static bool
set_list(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct strs *list = field;
	struct value one = *v;
	const struct value *first = v->kind == VALUE_LIST ? v->first : &one;
	size_t n = 0;

	(void)k;
	one.next = NULL;
	if (v->kind == VALUE_MAP)
		return false;
	for (const struct value *i = first; i; i = i->next, n++)
		if (i->kind != VALUE_SCALAR || i->text.len == 0)
			return false;
	*list = (struct strs){arena_array(l->arena, n, sizeof(str)), 0};
	for (const struct value *i = first; i; i = i->next)
		list->at[list->count++] = arena_str(l->arena, i->text);
	return true;
}

static bool
set_raw(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	(void)l, (void)k;
	*(const struct value **)field = v;
	return true;
}

static void load_map(struct loader *l, const struct value *map,
    const char *prefix, void *target);
static void load_defaults(struct loader *l, const char *prefix, void *target);

static bool
set_taxonomies(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct taxonomy **end = field;
	char prefix[64];

	if (v->kind != VALUE_MAP && v->kind != VALUE_NULL)
		return false;
	*end = NULL;
	snprintf(prefix, sizeof prefix, "%s.*.", k->path);
	for (const struct value *m = v->first; m; m = m->next) {
		struct taxonomy *t = arena_alloc(l->arena, sizeof *t);

		t->name = m->key;
		t->at = m->key_at;
		load_defaults(l, prefix, t);
		if (m->kind == VALUE_MAP)
			load_map(l, m, prefix, t);
		else if (m->kind != VALUE_NULL)
			diag_add(l->diags, DIAG_CONFIG_TYPE, l->src, m->at,
			    "%s.%.*s is %s, expected a map with path and title",
			    k->path, STR_ARG(m->key), value_kind_name(m));
		*end = t;
		end = &t->next;
	}
	return true;
}

static const struct {
	bool scalar; /* takes a single value only */
	bool (*set)(struct loader *, const struct key *, const struct value *,
	    void *field);
} types[KEY_TYPES] = {
	[KEY_TEXT] = {true, set_text},
	[KEY_URL] = {true, set_url},
	[KEY_EMAIL] = {true, set_email},
	[KEY_LANGUAGE] = {true, set_language},
	[KEY_ZONE] = {true, set_zone},
	[KEY_TIME] = {true, set_time},
	[KEY_DATE] = {true, set_date},
	[KEY_BOOL] = {true, set_bool},
	[KEY_COUNT] = {true, set_count},
	[KEY_CHOICE] = {true, set_choice},
	[KEY_LIST] = {false, set_list},
	[KEY_RAW] = {false, set_raw},
	[KEY_TAXONOMIES] = {false, set_taxonomies},
};

static void
load_value(struct loader *l, const struct key *k, const struct value *v,
    void *target)
{
	struct buf words = {0};
	void *field = (char *)target + k->offset;
	bool right_kind = !types[k->type].scalar || v->kind == VALUE_SCALAR;

	/* `key:` without a value is a key left out. */
	if (v->kind == VALUE_NULL && k->type != KEY_TAXONOMIES)
		return;
	if (right_kind && types[k->type].set(l, k, v, field))
		return;
	config_key_expects(&words, k);
	if (v->kind == VALUE_SCALAR)
		diag_add(l->diags, DIAG_CONFIG_VALUE, l->src, v->at,
		    "%s is '%.*s', expected %s", k->path, STR_ARG(v->text),
		    buf_cstr(&words));
	else
		diag_add(l->diags, DIAG_CONFIG_TYPE, l->src, v->at,
		    "%s is %s, expected %s", k->path, value_kind_name(v),
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
		diag_add(l->diags, DIAG_CONFIG_KEY, l->src, m->key_at,
		    "unknown key '%s%.*s', did you mean '%s%s'?", prefix,
		    STR_ARG(m->key), prefix, near);
	else
		diag_add(l->diags, DIAG_CONFIG_KEY, l->src, m->key_at,
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
		if (types[k->type].scalar) {
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
	while (str_split(&path, '.', &name)) {
		struct value *m = (struct value *)value_find(at, name);

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

static void
require(struct loader *l, bool there, const char *key)
{
	if (!there)
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

/* An address below the site, absolute and with '/' at its end. */
static str
folder_url(struct loader *l, str url)
{
	struct buf b = {0};
	str out;

	if (url_is_web(url))
		url_resolve(&b, url, url);
	else {
		buf_add(&b, l->config->site.url);
		while (str_starts(url, S("/")))
			url = str_from(url, 1);
		url_encode_path(&b, url);
	}
	if (!str_ends(buf_str(&b), S("/")))
		buf_addc(&b, '/');
	out = arena_str(l->arena, buf_str(&b));
	buf_free(&b);
	return out;
}

static void
finish(struct loader *l)
{
	struct config *c = l->config;

	require(l, c->site.url.len > 0, "site.url");
	require(l, c->site.title.len > 0, "site.title");
	require(l, c->posts.folders.count > 0, "posts.folders");
	check_folders(l);
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
		c->feeds.url = folder_url(l, c->feeds.url);
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
