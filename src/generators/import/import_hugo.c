/* SPDX-License-Identifier: MIT
 * import_hugo: a Hugo site.
 *
 * Its config is one file, or a folder of files that each hold a key of it, or
 * both; and there can be one such folder an environment. Each is a layer here,
 * and the first layer that has a key wins. Keys fold. */
#include "generators/import/import_site.h"

#include <string.h>

#include "base/core/buf.h"
#include "base/core/file.h"

#define DEFAULT S("Hugo's default")

enum { MOST_LAYERS = 64 };

struct layer {
	const char *name;   /* "config/_default/params.toml" */
	const char *prefix; /* the key that it holds: "params"; "" for all */
	const struct value *root;
};

struct hugo {
	struct import_site *site;
	struct layer layers[MOST_LAYERS];
	size_t n_layers;
	str language; /* of the config: "en" */
	str base;     /* where the language is below the site: "", "en/" */
	str rss;      /* the name of feeds: "index.xml" */
};

/* ---- files ---- */

static const char *const endings[] = {"toml", "yaml", "yml", "json"};
enum { ENDINGS = sizeof endings / sizeof endings[0] };

/* Takes FOLDER + STEM + any ending as a layer. */
static void
add_layer(struct hugo *h, const char *folder, const char *stem,
    const char *prefix)
{
	for (size_t i = 0; i < ENDINGS; i++) {
		const char *name = arena_printf(h->site->arena, "%s%s.%s",
		    folder, stem, endings[i]).ptr;
		const struct value *root = import_doc(h->site, name);

		if (root && h->n_layers < MOST_LAYERS)
			h->layers[h->n_layers++] =
			    (struct layer){name, prefix, root};
	}
}

static void
add_folder(struct hugo *h, const char *folder)
{
	static const char *const keys[] = {"params", "permalinks", "taxonomies",
		"languages", "services", "outputs", "outputFormats", "markup"};

	add_layer(h, folder, "hugo", "");
	add_layer(h, folder, "config", "");
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		add_layer(h, folder, keys[i], keys[i]);
}

static void
add_layers(struct hugo *h)
{
	add_folder(h, "config/production/");
	add_folder(h, "config/_default/");
	add_layer(h, "", "hugo", "");
	if (h->n_layers == 0 || strchr(h->layers[0].name, '/'))
		add_layer(h, "", "config", "");
}

bool
hugo_is(struct import_site *s)
{
	static const char names[] = "hugo.toml hugo.yaml hugo.yml hugo.json";
	static const char old[] =
	    "config.toml config.yaml config.yml config.json";
	const char *name = import_first_file(s, old);

	if (import_first_file(s, names) ||
	    import_has_folder(s, "config/_default"))
		return true;
	return name && (import_has_folder(s, "content") ||
	    import_find(import_doc(s, name), "baseURL"));
}

/* ---- keys ---- */

/* The value at a path and where it is; NULL where no layer has it. */
static const struct value *
find(struct hugo *h, const char *path, str *from)
{
	for (size_t i = 0; i < h->n_layers; i++) {
		const struct layer *l = &h->layers[i];
		size_t n = strlen(l->prefix);
		const struct value *v = NULL;

		if (n == 0)
			v = import_find(l->root, path);
		else if (str_istarts(str_of(path), str_of(l->prefix)) &&
		    path[n] == '.')
			v = import_find(l->root, path + n + 1);
		else if (str_ieq(str_of(path), str_of(l->prefix)))
			v = l->root;
		if (v == NULL || v->kind == VALUE_NULL)
			continue;
		*from = import_from(h->site, l->name, n && path[n] == '.'
		    ? path + n + 1 : path);
		return v;
	}
	return NULL;
}

/* The same, where the language may have a value of its own. */
static const struct value *
find_local(struct hugo *h, const char *path, str *from)
{
	const char *local = arena_printf(h->site->arena, "languages.%.*s.%s",
	    STR_ARG(h->language), path).ptr;
	const struct value *v = find(h, local, from);

	return v ? v : find(h, path, from);
}

/* Takes the first of the paths, separated by blanks, that has a text. */
static bool
take(struct hugo *h, const char *key, const char *paths)
{
	str rest = str_of(paths), path, from;

	while (str_word(&rest, &path)) {
		const struct value *v = find_local(
		    h, arena_cstr(h->site->arena, path), &from);
		str text = import_str(v);

		if (text.len == 0)
			continue;
		import_set(h->site, key, text, from);
		return true;
	}
	return false;
}

static bool
flag(struct hugo *h, const char *path, str *from)
{
	bool on = false;

	value_bool(find_local(h, path, from), &on);
	return on;
}

static bool
has_word(const struct value *list, str word)
{
	if (list == NULL || list->kind != VALUE_LIST)
		return false;
	for (const struct value *i = list->first; i; i = i->next)
		if (str_ieq(import_str(i), word))
			return true;
	return false;
}

/* ---- the site ---- */

static bool
is_disabled(const struct value *language)
{
	bool off = false;

	return value_bool(import_find(language, "disabled"), &off) && off;
}

/* One of several languages: each has feeds below its tag, but the default one,
 * unless that is in a folder too. */
static void
add_language(struct hugo *h, const struct value *v, str from)
{
	static const struct {
		const char *key, *path;
	} rows[] = {
		{"title", "title"},
		{"description", "params.description"},
		{"folder", "contentDir"},
	};
	struct value *map = import_map(h->site);
	bool own = str_ieq(v->key, h->language);
	str where;

	if (is_disabled(v))
		return;
	/* The site has the title of its own language. */
	for (size_t i = own ? 2 : 0; i < 3; i++)
		if (import_str(import_find(v, rows[i].path)).len)
			import_add(h->site, map, str_of(rows[i].key),
			    import_str(import_find(v, rows[i].path)));
	if (own && flag(h, "defaultContentLanguageInSubdir", &where))
		import_add(h->site, map, S("url"), arena_printf(
		    h->site->arena, "/%.*s/", STR_ARG(v->key)));
	import_set_language(h->site, v->key, map, from);
}

static void
read_language(struct hugo *h)
{
	str from = DEFAULT, all_from;
	const struct value *v = find(h, "defaultContentLanguage", &from);
	const struct value *all;
	const char *code;

	h->language = import_str(v);
	if (h->language.len == 0)
		h->language = S("en");
	code = arena_printf(h->site->arena, "languages.%.*s",
	    STR_ARG(h->language)).ptr;
	add_layer(h, "config/_default/", code, code);
	all = find(h, "languages", &all_from);
	if (all && all->kind == VALUE_MAP && all->first && all->first->next) {
		/* Posts are told apart by the keys of the map. */
		import_set(h->site, "site.language", h->language, from);
		for (v = all->first; v; v = v->next)
			add_language(h, v, all_from);
		return;
	}
	if (!take(h, "site.language", "locale languageCode"))
		import_set(h->site, "site.language", h->language, from);
	if (flag(h, "defaultContentLanguageInSubdir", &from))
		h->base = arena_printf(
		    h->site->arena, "%.*s/", STR_ARG(h->language));
}

static void
read_site(struct hugo *h)
{
	take(h, "site.url", "baseURL");
	take(h, "site.title", "title");
	take(h, "site.description", "params.description params.subtitle");
	take(h, "site.author.name",
	    "params.author params.author.name author.name author");
	take(h, "site.author.email", "params.author.email author.email");
	take(h, "site.rights", "copyright");
	take(h, "site.timezone", "timeZone");
}

/* ---- permalinks ---- */

/* Hugo's tokens are known, but for parts of :sections and for dates in the
 * layout of Go. */
static bool
is_known_pattern(str pattern)
{
	for (size_t i = 0; i + 1 < pattern.len; i++)
		if (pattern.ptr[i] == ':' && !char_is_alpha(pattern.ptr[i + 1]))
			return false;
	return str_chr(pattern, '[') == STR_NONE &&
	    str_find(pattern, S(":sectionslug")) == STR_NONE;
}

/* With uglyURLs "/a/:slug/" is "/a/:slug.html". */
static str
finish_pattern(struct hugo *h, str pattern, bool ugly)
{
	while (str_starts(pattern, S("/")))
		pattern = str_from(pattern, 1);
	if (ugly && str_ends(pattern, S("/")))
		pattern.len--;
	return arena_printf(h->site->arena, "/%.*s%.*s%s", STR_ARG(h->base),
	    STR_ARG(pattern), ugly ? ".html" : "");
}

static bool
is_taxonomy(struct hugo *h, str name)
{
	str from;
	const struct value *t = find(h, "taxonomies", &from);

	if (t == NULL)
		return str_ieq(name, S("tags")) ||
		    str_ieq(name, S("categories"));
	for (t = t->first; t; t = t->next)
		if (str_ieq(import_str(t), name))
			return true;
	return false;
}

/* The sections among the members of [permalinks]; its taxonomies are for
 * term_folder. */
static void
add_patterns(struct hugo *h, struct value *map, const struct value *members,
    bool ugly, str from)
{
	for (const struct value *v = members->first; v; v = v->next) {
		str pattern = import_str(v);

		if (pattern.len == 0 || is_taxonomy(h, v->key))
			continue;
		if (is_known_pattern(pattern))
			import_add(h->site, map, v->key,
			    finish_pattern(h, pattern, ugly));
		else
			import_gap(h->site, "%.*s.%.*s is '%.*s': the default "
			    "address is used", STR_ARG(from), STR_ARG(v->key),
			    STR_ARG(pattern));
	}
}

static void
read_permalinks(struct hugo *h)
{
	str from = DEFAULT, ugly_from = DEFAULT;
	const struct value *v = find_local(h, "permalinks", &from);
	bool ugly = flag(h, "uglyURLs", &ugly_from);
	struct value *map = import_map(h->site);

	if (v && v->kind == VALUE_LIST)
		import_gap(h->site, "%.*s is a list, which is not read",
		    STR_ARG(from));
	if (v && v->kind == VALUE_MAP) {
		const struct value *pages = import_find(v, "page");

		add_patterns(h, map, v, ugly, from);
		if (pages && pages->kind == VALUE_MAP)
			add_patterns(h, map, pages, ugly, from);
	}
	if (map->first) {
		import_set_value(h->site, "posts.permalink", map, from);
		if (ugly || h->base.len)
			import_gap(h->site, "posts.permalink: the addresses "
			    "of sections that %.*s does not name",
			    STR_ARG(from));
	} else if (ugly || h->base.len)
		import_set(h->site, "posts.permalink", finish_pattern(h,
		    S(":sections/:slugorfilename/"), ugly),
		    ugly ? ugly_from : import_from(h->site, "config",
		    "defaultContentLanguageInSubdir"));
	if (flag(h, "disablePathToLower", &from) ||
	    flag(h, "removePathAccents", &from))
		import_gap(h->site, "%.*s: addresses are in lower case, and "
		    "keep accents", STR_ARG(from));
}

/* ---- feeds ---- */

/* The file that Hugo's RSS format makes in each folder. */
static str
rss_name(struct hugo *h)
{
	str from;
	str name = import_str(find(h, "outputFormats.rss.baseName", &from));

	return arena_printf(h->site->arena, "%.*s.xml",
	    STR_ARG(name.len ? name : S("index")));
}

/* Where the pages of a taxonomy's terms are: "tags/{slug}/". */
static str
term_folder(struct hugo *h, str taxonomy)
{
	struct buf b = {0};
	str out, from, rest = {0}, part;

	for (size_t i = 0; rest.len == 0 && i < 2; i++)
		rest = import_str(find_local(h, arena_printf(h->site->arena,
		    "permalinks.%s%.*s", i ? "" : "term.",
		    STR_ARG(taxonomy)).ptr, &from));
	buf_add(&b, h->base);
	while (str_split(&rest, '/', &part))
		if (str_starts(part, S(":")))
			buf_add(&b, S("{slug}/"));
		else if (part.len)
			buf_printf(&b, "%.*s/", STR_ARG(part));
	if (str_find(buf_str(&b), S("{slug}")) == STR_NONE) {
		buf_reset(&b);
		buf_printf(&b, "%.*s%.*s/{slug}/", STR_ARG(h->base),
		    STR_ARG(taxonomy));
	}
	out = arena_str(h->site->arena, buf_str(&b));
	buf_free(&b);
	return out;
}

/* Titles by Hugo's own template. */
static void
add_terms(struct hugo *h, str taxonomy, str folder, const char *title,
    str from)
{
	struct import_feed *f = import_add_feed(h->site, taxonomy, from);

	f->path[IMPORT_RSS] = arena_printf(h->site->arena, "%.*s%.*s",
	    STR_ARG(folder), STR_ARG(h->rss));
	f->title = title;
	f->url = arena_printf(h->site->arena, "/%.*s", STR_ARG(folder));
}

static void
read_taxonomies(struct hugo *h)
{
	static const char term_title[] = "{term} on {site}";
	str from = DEFAULT;
	const struct value *v = find_local(h, "taxonomies", &from);

	if (v && v->kind == VALUE_MAP) {
		for (v = v->first; v; v = v->next)
			if (import_str(v).len)
				add_terms(h, import_str(v),
				    term_folder(h, import_str(v)),
				    term_title, from);
		return;
	}
	add_terms(h, S("tags"), term_folder(h, S("tags")), term_title, from);
	add_terms(h, S("categories"), term_folder(h, S("categories")),
	    term_title, from);
}

static void
read_feeds(struct hugo *h)
{
	str from = DEFAULT;
	const struct value *home = find_local(h, "outputs.home", &from);
	struct import_feed *f;

	if (home && !has_word(home, S("rss")))
		import_gap(h->site, "%.*s has no rss: the address of the main "
		    "feed is Hugo's default", STR_ARG(from));
	h->rss = rss_name(h);
	f = import_add_feed(h->site, S(""), home ? from : DEFAULT);
	f->path[IMPORT_RSS] = arena_printf(h->site->arena, "%.*s%.*s",
	    STR_ARG(h->base), STR_ARG(h->rss));
	read_taxonomies(h);
	add_terms(h, S("sections"), arena_printf(h->site->arena,
	    "%.*s{slug}/", STR_ARG(h->base)), "{Term} on {site}",
	    S("the feeds of sections"));
}

static void
read_limit(struct hugo *h)
{
	str from = DEFAULT;
	const struct value *v = find(h, "services.rss.limit", &from);
	long n = 0;

	if (v == NULL)
		v = find(h, "rssLimit", &from);
	/* -1, Hugo's default, is no number here: all of them. */
	if (!value_int(v, &n))
		n = 0;
	import_set(h->site, "feeds.limit",
	    arena_printf(h->site->arena, "%ld", n), from);
}

/* ---- all of it ---- */

/* Whether a folder is in one of the list, or is one of them. */
static bool
is_listed(const struct value *list, str folder)
{
	for (const struct value *v = list->first; v; v = v->next)
		if (str_eq(v->text, folder) || (str_starts(folder, v->text) &&
		    str_starts(str_from(folder, v->text.len), S("/"))))
			return true;
	return false;
}

/* A language's own folder of content, or empty. */
static str
folder_of(struct hugo *h, const struct value *language)
{
	return path_clean(h->site->arena,
	    import_str(import_find(language, "contentDir")));
}

/* The site's folder of content, unless each language has its own, and those
 * of the languages. */
static void
read_folders(struct hugo *h)
{
	struct value *list = import_list(h->site);
	str from = DEFAULT, languages_from = DEFAULT;
	str folder = path_clean(h->site->arena,
	    import_str(find(h, "contentDir", &from)));
	const struct value *all = find(h, "languages", &languages_from), *v;
	bool has_own = all && all->kind == VALUE_MAP && all->first;

	for (v = has_own ? all->first : NULL; v; v = v->next)
		has_own &= folder_of(h, v).len > 0;
	if (!has_own)
		import_add(h->site, list, S(""),
		    folder.len ? folder : S("content"));
	for (v = all ? all->first : NULL; v; v = v->next)
		if (folder_of(h, v).len && !is_disabled(v) &&
		    !is_listed(list, folder_of(h, v)))
			import_add(h->site, list, S(""), folder_of(h, v));
	if (has_own || list->first != list->last)
		from = languages_from;
	import_set_value(h->site, "posts.folders", list, from);
	/* Several are told apart by the languages that they are of. */
	if (list->first && list->first == list->last &&
	    !str_eq(list->first->text, S("content")))
		import_set(h->site, "posts.root", list->first->text, from);
}

static void
read_posts(struct hugo *h)
{
	str from;

	read_folders(h);
	import_set(h->site, "posts.dialect", S("hugo"), (str){0});
	read_permalinks(h);
	if (flag(h, "buildDrafts", &from))
		import_set_plain(h->site, "posts.drafts", "true", from);
	if (flag(h, "buildFuture", &from))
		import_set_plain(h->site, "posts.future", "true", from);
}

static void
read_content(struct hugo *h)
{
	static const char path[] = "markup.goldmark.extensions.typographer";
	str from;
	const struct value *v = find(h, path, &from);
	bool on = true, off = false;

	value_bool(v, &on);
	value_bool(import_find(v, "disable"), &off);
	if (!on || off)
		import_set_plain(h->site, "content.smart", "false", from);
}

void
hugo_read(struct import_site *s)
{
	struct hugo h = {.site = s};
	str from = DEFAULT, folder;

	add_layers(&h);
	read_language(&h);
	read_site(&h);
	read_posts(&h);
	read_content(&h);
	folder = import_str(find(&h, "staticDir", &from));
	import_set_media(s, folder, "static", from);
	folder = import_str(find(&h, "publishDir", &from));
	import_set(s, "feeds.folder", folder.len ? folder : S("public"), from);
	import_set(s, "feeds.url", S("/"), (str){0});
	read_limit(&h);
	read_feeds(&h);
}
