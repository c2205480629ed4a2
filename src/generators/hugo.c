/* SPDX-License-Identifier: MIT
 * hugo: a Hugo site. */
#include "generators/generators.h"

#include "base/core/buf.h"
#include "base/core/file.h"
#include "generators/import/hugo_site.h"

static bool
is_site(struct import_site *s)
{
	static const char names[] = "hugo.toml hugo.yaml hugo.yml hugo.json";
	static const char old[] =
	    "config.toml config.yaml config.yml config.json";
	const char *name = import_first_file(s, S(""), old);

	if (import_first_file(s, S(""), names) ||
	    import_has_folder(s, "config/_default"))
		return true;
	return name && (import_has_folder(s, "content") ||
	    import_find(import_doc(s, name), "baseURL"));
}

/* ---- files ---- */

/* Adds FOLDER + STEM + any ending: a file of the key `prefix`, or of all. */
static void
add_files(struct hugo *h, const char *folder, const char *stem,
    const char *prefix)
{
	static const char *const endings[] = {"toml", "yaml", "yml", "json"};

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		const char *name = arena_printf(h->site->arena, "%s%s.%s",
		    folder, stem, endings[i]).ptr;
		const struct value *root = import_doc(h->site, name);

		if (root)
			import_add_layer(&h->config, (struct import_layer){
				.name = name, .prefix = prefix, .root = root});
	}
}

static void
add_folder(struct hugo *h, const char *folder)
{
	static const char *const keys[] = {"params", "permalinks", "taxonomies",
		"languages", "services", "outputs", "outputFormats", "markup"};

	add_files(h, folder, "hugo", NULL);
	add_files(h, folder, "config", NULL);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		add_files(h, folder, keys[i], keys[i]);
}

/* A config is one file, or a folder of files with one key each, or both; each
 * environment can have such a folder. */
static void
open_config(struct hugo *h)
{
	add_folder(h, "config/production/");
	add_folder(h, "config/_default/");
	add_files(h, "", "hugo", NULL);
	if (h->config.layers == NULL || strchr(h->config.layers->name, '/'))
		add_files(h, "", "config", NULL);
}

/* ---- the site ---- */

/* Adds one of several languages. Each has feeds below its tag, except the
 * default language without defaultContentLanguageInSubdir. */
static void
add_language(const struct hugo *h, const struct value *v, str from)
{
	static const struct {
		const char *key, *path;
	} rows[] = {
		{"title", "title"},
		{"description", "params.description"},
	};
	struct value *map = import_map(h->site);
	bool own = str_ieq(v->key, h->language);

	if (hugo_is_disabled(v))
		return;
	/* The default language sets the site's title and description. */
	for (size_t i = 0; !own && i < 2; i++)
		import_add(h->site, map, str_of(rows[i].key),
		    import_str(import_find(v, rows[i].path)));
	import_add(h->site, map, S("folder"), hugo_language_folder(h, v));
	if (own && hugo_flag(h, "defaultContentLanguageInSubdir"))
		import_add(h->site, map, S("url"), arena_printf(
		    h->site->arena, "/%.*s/", STR_ARG(v->key)));
	import_set_language(h->site, v->key, map, from);
}

/* The tag of config/_default/languages.TAG.toml and the like; or empty. */
static str
language_of(str path)
{
	str name = path_base(path), stem = S("languages.");

	if (!str_starts(name, stem) ||
	    !str_iends_any(name, ".toml .yaml .yml .json"))
		return (str){0};
	name.len = str_rchr(name, '.');
	return str_from(name, stem.len);
}

/* Adds these files as one layer of the config: each has the keys of one
 * language. */
static void
add_language_files(struct hugo *h)
{
	struct strs paths = import_entries(h->site, S("config/_default"));
	struct value *all = import_map(h->site), *node;
	const char *first = NULL;

	for (size_t i = 0; i < paths.count; i++) {
		str tag = language_of(paths.at[i]);
		const struct value *root = tag.len
		    ? import_doc(h->site, paths.at[i].ptr) : NULL;

		if (root == NULL)
			continue;
		node = arena_alloc(h->site->arena, sizeof *node);
		*node = *root;
		node->next = NULL;
		import_add_node(all, tag, node);
		first = first ? first : paths.at[i].ptr;
	}
	if (first)
		import_add_layer(&h->config, (struct import_layer){
			.name = first, .prefix = "languages", .root = all});
}

static void
read_language(struct hugo *h)
{
	struct import_value own = import_get_or(&h->config,
	    "defaultContentLanguage", "en"), all;
	const struct value *v;

	h->language = own.text;
	add_language_files(h);
	all = import_get(&h->config, "languages");
	v = all.tree && all.tree->kind == VALUE_MAP ? all.tree->first : NULL;
	if (v && v->next) {
		/* The keys of the map identify the language of posts. */
		import_set(h->site, "site.language", own.text, own.from);
		for (; v; v = v->next)
			add_language(h, v, all.from);
		return;
	}
	if (!hugo_take(h, "site.language", "locale languageCode"))
		import_set(h->site, "site.language", own.text, own.from);
	if (hugo_flag(h, "defaultContentLanguageInSubdir"))
		h->base = arena_printf(
		    h->site->arena, "%.*s/", STR_ARG(h->language));
}

static void
read_site(const struct hugo *h)
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

/* ---- feeds ---- */

/* The folder of the pages of a taxonomy's terms: "tags/{slug}/". */
static str
term_folder(const struct hugo *h, str taxonomy)
{
	struct buf b = {0};
	str rest = {0}, part;

	for (size_t i = 0; rest.len == 0 && i < 2; i++)
		rest = hugo_get(h, arena_printf(h->site->arena,
		    "permalinks.%s%.*s", i ? "" : "term.",
		    STR_ARG(taxonomy)).ptr).text;
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
add_terms(const struct hugo *h, str taxonomy, str folder, const char *title,
    str from)
{
	struct import_feed *f = import_add_feed(h->site, taxonomy, from);

	f->path[IMPORT_RSS] = arena_printf(h->site->arena, "%.*s%.*s",
	    STR_ARG(folder), STR_ARG(h->rss));
	f->title = title;
	f->url = arena_printf(h->site->arena, "/%.*s", STR_ARG(folder));
}

static void
read_taxonomies(const struct hugo *h)
{
	static const str usual[] = {S_INIT("tags"), S_INIT("categories")};
	struct import_value v = hugo_get(h, "taxonomies");
	bool has_own = v.tree && v.tree->kind == VALUE_MAP;

	for (const struct value *t = has_own ? v.tree->first : NULL; t;
	     t = t->next)
		if (import_str(t).len)
			add_terms(h, import_str(t),
			    term_folder(h, import_str(t)), "{term} on {site}",
			    v.from);
	for (size_t i = 0; !has_own && i < 2; i++)
		add_terms(h, usual[i], term_folder(h, usual[i]),
		    "{term} on {site}", v.from);
}

static void
read_feeds(struct hugo *h)
{
	struct import_value home = hugo_get(h, "outputs.home");
	str name = import_get_or(&h->config, "outputFormats.rss.baseName",
	    "index").text;
	struct import_feed *f;

	if (home.tree && !import_has_text(home.tree, S("rss")))
		import_gap(h->site, "%.*s has no rss: the address of the main "
		    "feed is Hugo's default", STR_ARG(home.from));
	h->rss = arena_printf(h->site->arena, "%.*s.xml", STR_ARG(name));
	f = import_add_feed(h->site, S(""), home.from);
	f->path[IMPORT_RSS] = arena_printf(h->site->arena, "%.*s%.*s",
	    STR_ARG(h->base), STR_ARG(h->rss));
	read_taxonomies(h);
	add_terms(h, S("sections"), arena_printf(h->site->arena,
	    "%.*s{slug}/", STR_ARG(h->base)), "{Term} on {site}",
	    S("the feeds of sections"));
}

static void
read_limit(const struct hugo *h)
{
	struct import_value v = import_get(&h->config,
	    "services.rss.limit rssLimit");
	long n = 0;

	/* Hugo's default -1 means all. */
	if (!value_int(v.tree, &n))
		n = 0;
	import_set(h->site, "feeds.limit",
	    arena_printf(h->site->arena, "%ld", n), v.from);
}

/* ---- all of it ---- */

static void
read_content(const struct hugo *h)
{
	struct import_value v = import_get(&h->config,
	    "markup.goldmark.extensions.typographer");
	bool on = true, off = false;

	value_bool(v.tree, &on);
	value_bool(import_find(v.tree, "disable"), &off);
	if (!on || off)
		import_set_plain(h->site, "content.smart", "false", v.from);
	import_take_switch(&h->config, "content.flavour.breaks",
	    "markup.goldmark.renderer.hardWraps", false);
	import_take_switch(&h->config, "content.flavour.links",
	    "markup.goldmark.extensions.linkify", true);
	import_take_switch(&h->config, "content.flavour.strike",
	    "markup.goldmark.extensions.strikethrough", true);
	import_take_switch(&h->config, "content.flavour.definitions",
	    "markup.goldmark.extensions.definitionList", true);
}

static void
read_config(struct import_site *s)
{
	struct hugo h = {.site = s, .config = {.site = s}};
	struct import_value media;

	open_config(&h);
	read_language(&h);
	read_site(&h);
	hugo_read_posts(&h);
	read_content(&h);
	media = import_get(&h.config, "staticDir");
	import_set_media(s, media.text, "static", media.from);
	import_take_or(&h.config, "feeds.folder", "publishDir", "public");
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
	.post_ends = ".mdown .html .htm .org .adoc .asciidoc .ad .rst",
	.media = "static",
	.front = {
		.has_cascade = true,
		.own = "org",
		.own_is_bare = true,
		.loose_fences = true,
		.change_is_date = true,
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
		.keeps_date = true,
		.url_is_folder = true,
		.url_has_language = true,
		.plus_is_blank = true,
		.has_bundles = true,
	},
	.text = {
		.flavour = FLAVOUR_LINKS | FLAVOUR_STRIKE |
		    FLAVOUR_INDENTED | FLAVOUR_DEFINITIONS |
		    FLAVOUR_STRICT_LINKS,
		.syntax = TAGS_SHORTCODE,
		.tags = tags,
		.attributes = ATTRS_HEADING | ATTRS_BLOCK,
		.footnotes = {"fn:{number}", "fnref:{number}",
			"fnref{before}:{number}"},
	},
};
