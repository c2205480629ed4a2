/* SPDX-License-Identifier: MIT
 * docusaurus: the blog of a Docusaurus site.
 *
 * Its config is a program, which is not run: only constants in it are read, and
 * those of the blog only from the object of its options. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "generators/import/import_config.h"

static const char config_names[] = "docusaurus.config.ts "
    "docusaurus.config.js docusaurus.config.mts docusaurus.config.mjs "
    "docusaurus.config.cjs";

struct docusaurus {
	struct import_site *site;
	struct import_config config;
	struct import_config blog; /* the options of the blog */
	str route;                 /* the blog's path: "blog/", or "" */
	struct value *folders;     /* of all blogs */
	struct value *collections; /* of the further blogs, by their ids */
};

/* The object right after a name, with its braces; or empty. */
static str
object_after(str program, str name)
{
	size_t at = str_find(program, name), depth = 0;
	str rest = str_from(program, at == STR_NONE ? program.len
	    : at + name.len);
	size_t open = str_chr(rest, '{');

	if (open == STR_NONE || open > 20)
		return (str){0};
	for (size_t i = open; i < rest.len; i++) {
		char c = rest.ptr[i];
		size_t end = c == '\'' || c == '"'
		    ? str_chr(str_from(rest, i + 1), c) : STR_NONE;

		if (end != STR_NONE)
			i += end + 1;
		depth += c == '{';
		if (c == '}' && --depth == 0)
			return str_sub(rest, open, i + 1 - open);
	}
	return (str){0};
}

/* An object in the config as a config of its own. */
static struct import_config
open_object(const struct import_config *c, const char *name)
{
	struct import_config object = {.site = c->site};
	struct import_layer layer = *c->layers;

	layer.program = object_after(layer.program, str_of(name));
	import_add_layer(&object, layer);
	return object;
}

/* ---- the site ---- */

static void
read_site(const struct docusaurus *d)
{
	const struct import_config *c = &d->config;
	str base = import_get(c, "baseUrl").text;

	import_set_url(d->site, import_get(c, "url").text,
	    base.len ? base : S("/"),
	    import_from(c, base.len ? "url, baseUrl" : "url"));
	import_take(c, "site.title", "title");
	import_take(c, "site.description", "tagline");
	import_take(c, "site.language", "defaultLocale");
	import_take(c, "site.favicon", "favicon");
	import_take(&d->blog, "site.rights", "blog.feedOptions.copyright");
	if (str_find(c->layers->program, S("locales:")) != STR_NONE &&
	    import_has_folder(d->site, "i18n"))
		import_gap(d->site, "languages: posts below i18n are not "
		    "read, only those of the default locale");
}

/* ---- terms ---- */

/* Docusaurus's name of a tag without a label: "open-API" is Open-api. */
static str
usual_label(struct arena *a, str key)
{
	char *s = arena_alloc(a, key.len + 1);

	for (size_t i = 0; i < key.len; i++)
		s[i] = char_lower(key.ptr[i]);
	if (s[0] >= 'a' && s[0] <= 'z')
		s[0] = (char)(s[0] - 'a' + 'A');
	return (str){s, key.len};
}

/* The labels of tags.yml. */
static void
read_labels(const struct docusaurus *d, str folder)
{
	struct import_value name = import_get_or(&d->blog, "tags", "tags.yml");
	str path = path_join(d->site->arena, folder, name.text);
	const struct value *v = import_has_file(d->site, path.ptr)
	    ? import_doc(d->site, path.ptr) : NULL;
	struct value *map = import_map(d->site);

	for (v = v ? v->first : NULL; v; v = v->next) {
		str label = import_str(value_find(v, S("label")));

		if (label.len == 0)
			label = usual_label(d->site->arena, v->key);
		if (!str_eq(label, v->key))
			import_add(d->site, map, v->key, label);
	}
	if (map->first)
		import_set_value(d->site, "posts.terms", map, path);
}

/* ---- further blogs ---- */

static void
add_blog(struct docusaurus *d, const struct import_config *blog)
{
	str id = import_get(blog, "id").text;
	str folder = path_clean(d->site->arena,
	    import_get_or(blog, "path", "blog").text);
	str route = path_relative(path_clean(d->site->arena,
	    import_get_or(blog, "routeBasePath", "blog").text));
	bool slash = import_flag(&d->config, "trailingSlash", false);
	struct value *keys = import_map(d->site);

	if (id.len == 0 || !import_has_folder(d->site, folder.ptr))
		return;
	import_add(d->site, keys, S("folder"), folder);
	import_add(d->site, keys, S("permalink"), arena_printf(
	    d->site->arena, "/%.*s%s:slugorpath%s", STR_ARG(route),
	    route.len ? "/" : "", slash ? "/" : ""));
	import_add_node(d->collections, id, keys);
	import_add(d->site, d->folders, S(""), folder);
}

/* Adds the blogs of the plugin, but for the one that d->blog is. */
static void
read_blogs(struct docusaurus *d)
{
	static const char name[] = "plugin-content-blog";
	str rest = d->config.layers->program;
	size_t at;

	while ((at = str_find(rest, S("plugin-content-blog"))) != STR_NONE) {
		struct import_config blog = {.site = d->site};
		struct import_layer layer = *d->config.layers;

		rest = str_from(rest, at + sizeof name - 1);
		layer.program = object_after(rest, str_sub(rest, 0, 1));
		if (layer.program.len == 0 ||
		    layer.program.ptr == d->blog.layers->program.ptr)
			continue;
		import_add_layer(&blog, layer);
		add_blog(d, &blog);
	}
}

/* ---- posts ---- */

static void
read_permalink(const struct docusaurus *d)
{
	bool slash = import_flag(&d->config, "trailingSlash", false);

	if (!slash && str_eq(d->route, S("blog/")))
		return;
	import_set(d->site, "posts.permalink", arena_printf(d->site->arena,
	    "/%.*s:slugorpath%s", STR_ARG(d->route), slash ? "/" : ""),
	    import_from(&d->config, slash ? "trailingSlash"
	    : "blog.routeBasePath"));
}

static void
read_posts(struct docusaurus *d)
{
	struct import_value path = import_get_or(&d->blog, "blog.path", "blog");
	struct import_value authors = import_get_or(&d->blog,
	    "blog.authorsMapPath", "authors.yml");
	struct import_value format = import_get(&d->config, "markdown.format");
	str folder = path_clean(d->site->arena, path.text);
	str table = path_join(d->site->arena, folder, authors.text);

	import_add(d->site, d->folders, S(""), folder);
	read_blogs(d);
	import_set_value(d->site, "posts.folders", d->folders, path.from);
	if (d->collections->first)
		import_set_value(d->site, "posts.collections", d->collections,
		    import_from(&d->config, "plugins"));
	read_labels(d, folder);
	import_set_plain(d->site, "posts.future", "true",
	    S("Docusaurus shows posts from the future"));
	import_set_plain(d->site, "content.smart", "false",
	    S("Docusaurus's default"));
	read_permalink(d);
	if (import_has_file(d->site, table.ptr))
		import_set(d->site, "posts.authors", table, authors.from);
	if (str_eq(format.text, S("detect")))
		import_gap(d->site, "posts: %.*s is detect, but *.md is read "
		    "as MDX", STR_ARG(format.from));
}

/* ---- feeds ---- */

static const struct {
	const char *name, *file;
} formats[IMPORT_FORMATS] = {
	[IMPORT_ATOM] = {"atom", "atom.xml"},
	[IMPORT_RSS] = {"rss", "rss.xml"},
	[IMPORT_JSON] = {"json", "feed.json"},
};

/* Whether `feedOptions.type`, a text or a list of them, has a format. */
static bool
has_type(const struct value *type, int k)
{
	if (type == NULL)
		return k != IMPORT_JSON;
	return import_has_text(type, S("all")) ||
	    import_has_text(type, str_of(formats[k].name));
}

static void
read_limit(const struct docusaurus *d)
{
	struct import_value v = import_get(&d->blog, "blog.feedOptions.limit");
	str limit = v.text;

	if (v.tree == NULL)
		limit = S("20");
	else if (limit.len == 0 || !char_is_digit(limit.ptr[0]))
		limit = S("0"); /* false and null: all posts */
	import_set(d->site, "feeds.limit", limit, v.from);
}

/* Each further blog has feeds of its own. */
static void
add_feeds(const struct docusaurus *d, const struct value *blog)
{
	str route = import_str(value_find(blog, S("permalink")));
	static const int usual[] = {IMPORT_ATOM, IMPORT_RSS};

	route = str_sub(route, 1, str_find(route, S(":")) - 1);
	for (size_t i = 0; i < 2; i++) {
		struct import_extra *x = import_add_extra(d->site, usual[i],
		    arena_printf(d->site->arena, "%.*s%s", STR_ARG(route),
		    formats[usual[i]].file), import_from(&d->config,
		    "plugins"));

		x->title = S("{site} Blog");
		x->where = arena_printf(d->site->arena, "collection:%.*s",
		    STR_ARG(blog->key));
	}
}

static void
read_feeds(const struct docusaurus *d)
{
	struct import_config options = open_object(&d->blog, "feedOptions");
	struct import_value type = import_get(&options,
	    "blog.feedOptions.type");
	str title = import_get(&options, "title").text;
	str tags = import_get_or(&d->blog, "tagsBasePath", "tags").text;
	struct import_feed *f, *t;

	import_set(d->site, "feeds.folder", S("build"),
	    S("Docusaurus's default"));
	read_limit(d);
	f = import_add_feed(d->site, S(""), type.from);
	if (d->collections->first)
		f->where = "collection:posts";
	for (const struct value *v = d->collections->first; v; v = v->next)
		add_feeds(d, v);
	f->title = title.len && str_chr(title, '{') == STR_NONE
	    ? arena_cstr(d->site->arena, title) : "{site} Blog";
	t = import_add_feed(d->site, S("tags"), S("the site has none today"));
	t->url = arena_printf(d->site->arena, "/%.*s%.*s/{slug}",
	    STR_ARG(d->route), STR_ARG(tags));
	for (int k = 0; k < IMPORT_FORMATS; k++)
		if (has_type(type.tree, k)) {
			f->path[k] = arena_printf(d->site->arena, "%.*s%s",
			    STR_ARG(d->route), formats[k].file);
			t->path[k] = arena_printf(d->site->arena, "%.*s/%s",
			    STR_ARG(t->url), formats[k].file);
		}
}

static void
read_config(struct import_site *s)
{
	struct docusaurus d = {
		.site = s, .config = import_open(s, config_names),
		.folders = import_list(s), .collections = import_map(s)};

	d.blog = open_object(&d.config, "blog:");
	if (d.blog.layers->program.len == 0)
		d.blog = open_object(&d.config, "plugin-content-blog',");
	d.route = path_relative(path_clean(s->arena,
	    import_get_or(&d.blog, "routeBasePath", "blog").text));
	if (d.route.len)
		d.route = arena_printf(s->arena, "%.*s/", STR_ARG(d.route));
	read_site(&d);
	read_posts(&d);
	read_feeds(&d);
}

/* ---- the row ---- */

static const struct own_ref links[] = {
	{"@site/static", OWN_REF_STATIC, NULL},
	{"", OWN_REF_SOURCE, NULL},
	{0},
};

const struct generator generator_docusaurus = {
	.name = "docusaurus",
	.label = "Docusaurus",
	.known_by = "docusaurus.config.js",
	.configs = config_names,
	.read = read_config,
	.post_ends = ".mdx",
	.media = "static",
	.front = {
		.dates = DATETIME_JS,
		.has_heading = true,
		.hidden_key = "unlisted",
	},
	.terms = {
		.page = "/blog/tags/{slug}",
		.label = "label",
	},
	.address = {
		.permalink = "/blog/:slugorpath",
		.title = SLUG_GITHUB,
		.term = SLUG_KEBAB,
		.has_path_date = true,
	},
	.text = {
		.flavour = FLAVOUR_GITHUB,
		.mdx_ends = ".md .mdx .markdown",
		.containers = "",
		.summary_mark = "truncate",
		.links = links,
		.renamed = ".@",
		.footnotes = {"user-content-fn-{lower}",
			"user-content-fnref-{lower}",
			"user-content-fnref-{lower}-{n}"},
	},
};
