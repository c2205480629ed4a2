/* SPDX-License-Identifier: MIT
 * hugo: a Hugo site. */
#include "generators/generators.h"

#include "base/core/buf.h"
#include "base/core/file.h"
#include "generators/import/hugo_keys.h"

#define DEFAULT S("Hugo's default")

static bool
is_site(struct import_site *s)
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

/* Adds one of several languages. Each has feeds below its tag, except the
 * default language without defaultContentLanguageInSubdir. */
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
	/* The default language sets the site's title and description. */
	for (size_t i = own ? 2 : 0; i < 3; i++)
		if (import_str(import_find(v, rows[i].path)).len)
			import_add(h->site, map, str_of(rows[i].key),
			    import_str(import_find(v, rows[i].path)));
	if (own && hugo_flag(h, "defaultContentLanguageInSubdir", &where))
		import_add(h->site, map, S("url"), arena_printf(
		    h->site->arena, "/%.*s/", STR_ARG(v->key)));
	import_set_language(h->site, v->key, map, from);
}

static void
read_language(struct hugo *h)
{
	str from = DEFAULT, all_from;
	const struct value *v = hugo_find(h, "defaultContentLanguage", &from);
	const struct value *all;
	const char *code;

	h->language = import_str(v);
	if (h->language.len == 0)
		h->language = S("en");
	code = arena_printf(h->site->arena, "languages.%.*s",
	    STR_ARG(h->language)).ptr;
	hugo_add_layer(h, "config/_default/", code, code);
	all = hugo_find(h, "languages", &all_from);
	if (all && all->kind == VALUE_MAP && all->first && all->first->next) {
		/* The keys of the map identify the language of posts. */
		import_set(h->site, "site.language", h->language, from);
		for (v = all->first; v; v = v->next)
			add_language(h, v, all_from);
		return;
	}
	if (!hugo_take(h, "site.language", "locale languageCode"))
		import_set(h->site, "site.language", h->language, from);
	if (hugo_flag(h, "defaultContentLanguageInSubdir", &from))
		h->base = arena_printf(
		    h->site->arena, "%.*s/", STR_ARG(h->language));
}

static void
read_site(struct hugo *h)
{
	hugo_take(h, "site.url", "baseURL");
	hugo_take(h, "site.title", "title");
	hugo_take(h, "site.description", "params.description params.subtitle");
	hugo_take(h, "site.author.name",
	    "params.author params.author.name author.name author");
	hugo_take(h, "site.author.email", "params.author.email author.email");
	hugo_take(h, "site.rights", "copyright");
	hugo_take(h, "site.timezone", "timeZone");
}

/* ---- permalinks ---- */

/* Not supported: parts of :sections, and dates in Go's layout. */
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
	const struct value *t = hugo_find(h, "taxonomies", &from);

	if (t == NULL)
		return str_ieq(name, S("tags")) ||
		    str_ieq(name, S("categories"));
	for (t = t->first; t; t = t->next)
		if (str_ieq(import_str(t), name))
			return true;
	return false;
}

/* Adds the sections of [permalinks]; term_folder reads the taxonomies. */
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
	const struct value *v = hugo_find_local(h, "permalinks", &from);
	bool ugly = hugo_flag(h, "uglyURLs", &ugly_from);
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
	if (hugo_flag(h, "disablePathToLower", &from) ||
	    hugo_flag(h, "removePathAccents", &from))
		import_gap(h->site, "%.*s: addresses are in lower case, and "
		    "keep accents", STR_ARG(from));
}

/* ---- feeds ---- */

/* The file name of Hugo's RSS format. */
static str
rss_name(struct hugo *h)
{
	str from;
	str name = import_str(hugo_find(h, "outputFormats.rss.baseName", &from));

	return arena_printf(h->site->arena, "%.*s.xml",
	    STR_ARG(name.len ? name : S("index")));
}

/* The folder of the pages of a taxonomy's terms: "tags/{slug}/". */
static str
term_folder(struct hugo *h, str taxonomy)
{
	struct buf b = {0};
	str from, rest = {0}, part;

	for (size_t i = 0; rest.len == 0 && i < 2; i++)
		rest = import_str(hugo_find_local(h, arena_printf(h->site->arena,
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
	return buf_move(&b, h->site->arena);
}

/* The titles are those of Hugo's built-in template. */
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
	const struct value *v = hugo_find_local(h, "taxonomies", &from);

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
	const struct value *home = hugo_find_local(h, "outputs.home", &from);
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
	const struct value *v = hugo_find(h, "services.rss.limit", &from);
	long n = 0;

	if (v == NULL)
		v = hugo_find(h, "rssLimit", &from);
	/* Hugo's default -1 means all. */
	if (!value_int(v, &n))
		n = 0;
	import_set(h->site, "feeds.limit",
	    arena_printf(h->site->arena, "%ld", n), from);
}

/* ---- all of it ---- */

/* Whether a folder is in the list, or below one of its folders. */
static bool
is_listed(const struct value *list, str folder)
{
	for (const struct value *v = list->first; v; v = v->next)
		if (str_eq(v->text, folder) || (str_starts(folder, v->text) &&
		    str_starts(str_from(folder, v->text.len), S("/"))))
			return true;
	return false;
}

/* The contentDir of a language, or empty. */
static str
folder_of(struct hugo *h, const struct value *language)
{
	return path_clean(h->site->arena,
	    import_str(import_find(language, "contentDir")));
}

/* The contentDir of the site, unless each language has its own, and those of
 * the languages. */
static void
read_folders(struct hugo *h)
{
	struct value *list = import_list(h->site);
	str from = DEFAULT, languages_from = DEFAULT;
	str folder = path_clean(h->site->arena,
	    import_str(hugo_find(h, "contentDir", &from)));
	const struct value *all = hugo_find(h, "languages", &languages_from), *v;
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
	/* With several folders, the language of a post gives its root. */
	if (list->first && list->first == list->last &&
	    !str_eq(list->first->text, S("content")))
		import_set(h->site, "posts.root", list->first->text, from);
}

static void
read_posts(struct hugo *h)
{
	str from;

	read_folders(h);
	read_permalinks(h);
	if (hugo_flag(h, "buildDrafts", &from))
		import_set_plain(h->site, "posts.drafts", "true", from);
	if (hugo_flag(h, "buildFuture", &from))
		import_set_plain(h->site, "posts.future", "true", from);
}

static void
read_content(struct hugo *h)
{
	static const char path[] = "markup.goldmark.extensions.typographer";
	str from;
	const struct value *v = hugo_find(h, path, &from);
	bool on = true, off = false;

	value_bool(v, &on);
	value_bool(import_find(v, "disable"), &off);
	if (!on || off)
		import_set_plain(h->site, "content.smart", "false", from);
}

static void
read_config(struct import_site *s)
{
	struct hugo h = {.site = s};
	str from = DEFAULT, folder;

	hugo_add_layers(&h);
	read_language(&h);
	read_site(&h);
	read_posts(&h);
	read_content(&h);
	folder = import_str(hugo_find(&h, "staticDir", &from));
	import_set_media(s, folder, "static", from);
	folder = import_str(hugo_find(&h, "publishDir", &from));
	import_set(s, "feeds.folder", folder.len ? folder : S("public"), from);
	read_limit(&h);
	read_feeds(&h);
}

/* ---- the row ---- */

static const struct tag_row tags[] = {
	{"figure", MEANS_FIGURE, TAG_INNER | TAG_BLOCK},
	{"highlight", MEANS_HIGHLIGHT, TAG_PAIRED | TAG_CODE},
	{"ref", MEANS_REF, TAG_PLAIN},
	{"relref", MEANS_RELREF, TAG_PLAIN},
	{"param", MEANS_PARAM, TAG_PLAIN},
	{"details", MEANS_DETAILS, TAG_PAIRED | TAG_BLOCK},
	{"qr", MEANS_QR, TAG_INNER},
	{"youtube", MEANS_MEDIA, 0},
	{"vimeo", MEANS_MEDIA, 0},
	{"vimeo_simple", MEANS_MEDIA, 0},
	{"instagram", MEANS_MEDIA, 0},
	{"instagram_simple", MEANS_MEDIA, 0},
	{"gist", MEANS_GIST, 0},
	{"x", MEANS_TWEET, 0},
	{"x_simple", MEANS_TWEET, 0},
	{"twitter", MEANS_TWEET, 0},
	{"twitter_simple", MEANS_TWEET, 0},
	{"tweet", MEANS_TWEET, 0},
	{"comment", MEANS_NOTHING, TAG_INNER | TAG_SILENT},
	{0},
};

const struct generator generator_hugo = {
	.name = "hugo",
	.label = "Hugo",
	.known_by = "hugo.toml, config.toml, config.yaml, config.json, "
	    "config/_default",
	.is = is_site,
	.read = read_config,
	.media = "static",
	.front = {
		.has_cascade = true,
	},
	.terms = {
		.page = "/{taxonomy}/{slug}/",
	},
	.address = {
		.permalink = "/:sections/:slugorfilename/",
		.content = "content",
		.title = SLUG_HUGO, .name = SLUG_HUGO, .slug = SLUG_HUGO,
		.section = SLUG_HUGO, .term = SLUG_HUGO,
		.slug_is_title = true,
	},
	.text = {
		.syntax = TAGS_SHORTCODE,
		.tags = tags,
		.attributes = ATTRS_HEADING | ATTRS_BLOCK,
		.footnotes = {"fn:{number}", "fnref:{number}",
			"fnref{before}:{number}"},
	},
};
