/* SPDX-License-Identifier: MIT
 * known_keys: reads keys from the config of a known generator. */
#include "generators/others/known_keys.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "generators/import/import_config.h"
#include "generators/import/import_literal.h"

/* ---- values of a config ---- */

/* Whether a text is the name of a host without a scheme, "example.org". */
static bool
is_host(str s)
{
	size_t dot = str_rchr(s, '.');

	for (size_t i = 0; i < s.len; i++)
		if (!char_is_alnum(s.ptr[i]) && s.ptr[i] != '-' &&
		    s.ptr[i] != '.' && s.ptr[i] != '/')
			return false;
	return dot != STR_NONE && dot > 0 && s.len - dot > 2;
}

/* A text of the config in the form that a key has; or empty. Texts with '%' or
 * '{' are templates. An address of the local machine is that of a preview. */
static str
usable(const struct import_config *c, const char *key, str text)
{
	bool is_url = str_eq(str_of(key), S("site.url"));
	str port, host = url_host(url_split(text).authority, &port);

	if (str_find(text, S("%")) != STR_NONE ||
	    str_find(text, S("{")) != STR_NONE ||
	    (is_url && (str_eq(host, S("localhost")) ||
	    str_starts(host, S("127.")) || str_starts(host, S("0.0.")))))
		return (str){0};
	return is_url && is_host(text) ? arena_printf(c->site->arena,
	    "https://%.*s", STR_ARG(text)) : text;
}

/* The value for a key at "a>b" in a config that is a program: that of the first
 * object `a` with a usable `b`. */
static struct import_value
find_member(const struct import_config *c, const char *key, str path,
    size_t at)
{
	struct arena *a = c->site->arena;
	const char *object = arena_cstr(a, str_sub(path, 0, at));
	const char *name = arena_cstr(a, str_from(path, at + 1));

	for (const struct import_layer *l = c->layers; l; l = l->next) {
		str rest = l->program, block;

		while ((block = literal_block(a, rest, object)).len) {
			const struct value *v = literal_find_default(a, block,
			    name);

			if (v && usable(c, key, import_str(v)).len)
				return (struct import_value){v, import_str(v),
					arena_printf(a, "%s: %s.%s", l->name,
					object, name)};
			rest = str_from(rest, (size_t)(block.ptr - rest.ptr) +
			    block.len);
		}
	}
	return (struct import_value){0};
}

/* Sets a key from the first of the paths that has a text for it. */
static void
take(const struct import_config *c, const char *key, const char *paths)
{
	str rest = str_of(paths), word;

	while (str_word(&rest, &word)) {
		size_t at = str_chr(word, '>');
		struct import_value v = at == STR_NONE
		    ? import_get(c, arena_cstr(c->site->arena, word))
		    : find_member(c, key, word, at);
		str text = usable(c, key, v.text);

		if (text.len) {
			import_set(c->site, key, text, v.from);
			return;
		}
	}
}

/* ---- files of a config ---- */

static bool
is_data(str name)
{
	return str_iends_any(name, ".yml .yaml .json .toml");
}

/* The lines "key = value" or "key value" of a text, without quotes around the
 * values. Ruby and INI files have them. */
static struct value *
read_lines(struct import_site *s, str text)
{
	struct value *map = import_map(s);
	str line, key;

	while (str_split(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.len == 0 || !char_is_alpha(line.ptr[0]))
			continue;
		key = scan_while(&line, char_is_name);
		line = str_trim(line);
		if (scan_char(&line, '='))
			line = str_trim(line);
		if (line.len > 1 && char_is_one_of(line.ptr[0], "'\"") &&
		    line.ptr[line.len - 1] == line.ptr[0])
			line = str_sub(line, 1, line.len - 2);
		import_add(s, map, key, line);
	}
	return map;
}

static void
add_file(struct import_config *c, const char *name)
{
	struct import_layer layer = {.name = name, .defaults = true};
	struct source src;

	if (!import_has_file(c->site, name))
		return;
	if (is_data(str_of(name)))
		layer.root = import_doc(c->site, name);
	else if (!import_text(c->site, name, &src))
		return;
	else if (str_iends_any(str_of(name), ".rb .lektorproject"))
		layer.root = read_lines(c->site, src.text);
	else
		layer.program = src.text;
	import_add_layer(c, layer);
}

static void
add_data(struct import_config *c, const char *names)
{
	str rest = str_of(names), word;

	while (str_word(&rest, &word))
		add_file(c, arena_cstr(c->site->arena, word));
}

/* ---- addresses ---- */

/* The address of a style that the generator has a name for. A locale in it is
 * empty for the site's own language, and ".*" is the ending of a page. */
static str
style_of(struct import_site *s, const struct known *k, str text)
{
	str rest = str_of(k->styles), word;

	while (str_word(&rest, &word))
		if (str_starts(word, text) && text.len < word.len &&
		    word.ptr[text.len] == '=')
			return str_from(word, text.len + 1);
	if (str_starts(text, S("/:locale")))
		text = str_from(text, sizeof "/:locale" - 1);
	if (str_ends(text, S(".*")))
		text = arena_printf(s->arena, "%.*s.html",
		    STR_ARG(str_sub(text, 0, text.len - 2)));
	return text;
}

static void
read_slash(const struct import_config *c, const struct known *k)
{
	struct import_config own = *c;
	struct import_value v;
	bool on;

	add_data(&own, k->slash);
	v = import_get(&own, "trailingSlash");
	if (str_eq(v.text, S("always")) || (value_bool(v.tree, &on) && on))
		import_set(c->site, "posts.slash", S("always"), v.from);
	else if (str_eq(v.text, S("never")) || (k->flags & KNOWN_NO_SLASH))
		import_set(c->site, "posts.slash", S("never"), v.text.len
		    ? v.from : arena_printf(c->site->arena, "usual with %s",
		    k->label));
}

/* Reads rows of three texts: the files of posts with a '*', the folder of their
 * addresses, and a template. */
static void
read_rules(const struct import_config *c)
{
	struct import_site *s = c->site;
	struct import_value rules = import_get(c, "POSTS");
	bool pretty = import_flag(c, "PRETTY_URLS", true);
	struct value *folders = import_list(s);
	const struct value *row = rules.tree ? rules.tree->first : NULL;

	for (; row; row = row->next) {
		str files = import_str(row->first);
		str folder = path_dir(str_sub(files, 0, str_chr(files, '*')));
		str to = row->first ? import_str(row->first->next) : (str){0};

		if (row->kind != VALUE_LIST || folder.len == 0)
			continue;
		import_set(s, "posts.permalink", arena_printf(s->arena,
		    "/%.*s%s:slug%s", STR_ARG(to), to.len ? "/" : "",
		    pretty ? "/" : ".html"), rules.from);
		if (import_has_folder(s, arena_cstr(s->arena, folder)) &&
		    !import_has_text(folders, folder))
			import_add(s, folders, S(""), folder);
	}
	if (folders->first)
		import_set_value(s, "posts.folders", folders, rules.from);
}

/* ---- models ---- */

/* Reports what cannot be converted of a model, an INI file: addresses that a
 * template makes, and texts in blocks. */
static void
read_model(struct import_site *s, const char *name)
{
	struct source src;
	str rest, line;

	if (!import_text(s, name, &src))
		return;
	for (rest = src.text; str_split(&rest, '\n', &line);) {
		str key = scan_while(&line, char_is_name);

		line = str_trim(line);
		if (!scan_char(&line, '='))
			continue;
		line = str_trim(line);
		if (str_eq(key, S("slug_format")))
			import_gap(s, "posts.permalink: slug_format in %s is "
			    "'%.*s'; set a pattern that makes the same "
			    "addresses, such as "
			    "/blog/:year/:i_month/:filename/", name,
			    STR_ARG(line));
		else if (str_eq(key, S("type")) && str_eq(line, S("flow")))
			import_gap(s, "content.source: %s has a text made of "
			    "blocks, which only its pages show: build the "
			    "site, set posts.built and 'content: {source: "
			    "pages}'", name);
	}
}

static void
read_models(struct import_site *s)
{
	struct strs entries = import_entries(s, S("models"));

	for (size_t i = 0; i < entries.count; i++) {
		str name = path_base(entries.at[i]);

		if (str_ends(name, S(".ini")) && !str_starts(name, S("page")))
			read_model(s, entries.at[i].ptr);
	}
}

/* ---- keys ---- */

static void
take_keys(const struct import_config *c, const struct known *k)
{
	struct import_site *s = c->site;
	struct import_value address = import_get(c, "permalink");

	take(c, "site.url", k->url);
	take(c, "site.title", k->title);
	take(c, "site.description", k->description);
	take(c, "site.author.name", k->author);
	take(c, "site.author.email", k->email);
	take(c, "site.timezone", "timezone TIMEZONE");
	take(c, "site.language", "language lang locale DEFAULT_LANG");
	if (k->styles)
		import_set(s, "posts.permalink", style_of(s, k, address.text),
		    address.from);
	if (k->flags & KNOWN_RULES)
		read_rules(c);
	if (k->flags & KNOWN_MODELS)
		read_models(s);
	read_slash(c, k);
}

/* Collects diagnostics in a list of its own: if a config of these generators
 * does not parse, that is a gap, not an error. */
void
known_keys_read(struct import_site *s, const struct known *k,
    const char *name)
{
	struct import_config c = {.site = s};
	struct diags *diags = s->diags, own = {0};

	s->diags = &own;
	if (name)
		add_file(&c, name);
	add_data(&c, k->data);
	take_keys(&c, k);
	s->diags = diags;
	if (own.first)
		import_gap(s, "%.*s: %.*s", STR_ARG(own.first->file),
		    STR_ARG(own.first->message));
	diags_free(&own);
}
