/* SPDX-License-Identifier: MIT
 * docusaurus: the blog of a Docusaurus site.
 *
 * Its config is a program, which is not run; constants in it are read, those of
 * the blog from the object that holds its options. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "generators/import/import_literal.h"
#include "generators/import/import_site.h"

#define DEFAULT S("Docusaurus's default")

static const char config_names[] = "docusaurus.config.ts "
    "docusaurus.config.js docusaurus.config.mts docusaurus.config.mjs "
    "docusaurus.config.cjs";

struct docusaurus {
	struct import_site *site;
	const char *config; /* its name */
	str program;        /* its text */
	str blog;           /* the options of the blog in it, or empty */
	str route;          /* where the blog is on the site: "blog/", or "" */
};

static bool
is_site(struct import_site *s)
{
	return import_first_file(s, config_names) != NULL;
}

static str
constant(struct docusaurus *d, str program, const char *name)
{
	return import_str(literal_find(d->site->arena, program, name));
}

static str
from(struct docusaurus *d, const char *name)
{
	return import_from(d->site, d->config, name);
}

/* The object that follows a name, up to the brace that closes it; empty: there
 * is none right behind it. */
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

/* ---- the site ---- */

static void
read_site(struct docusaurus *d)
{
	static const struct {
		const char *key, *name;
	} rows[] = {
		{"site.title", "title"},
		{"site.description", "tagline"},
		{"site.language", "defaultLocale"},
		{"site.favicon", "favicon"},
	};
	str url = constant(d, d->program, "url");
	str base = constant(d, d->program, "baseUrl");

	while (str_ends(url, S("/")))
		url.len--;
	if (url.len)
		import_set(d->site, "site.url", arena_printf(d->site->arena,
		    "%.*s%s%.*s", STR_ARG(url), str_starts(base, S("/")) ? ""
		    : "/", STR_ARG(base)), from(d, base.len ? "url, baseUrl"
		    : "url"));
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		import_set(d->site, rows[i].key, constant(d, d->program,
		    rows[i].name), from(d, rows[i].name));
	import_set(d->site, "site.rights", constant(d, d->blog, "copyright"),
	    from(d, "blog.feedOptions.copyright"));
	if (str_find(d->program, S("locales:")) != STR_NONE &&
	    import_has_folder(d->site, "i18n"))
		import_gap(d->site, "languages: posts below i18n are not "
		    "read, only those of the default locale");
}

/* ---- posts ---- */

static void
read_permalink(struct docusaurus *d)
{
	str slash = constant(d, d->program, "trailingSlash");
	bool wanted = str_eq(slash, S("true"));

	if (!wanted && str_eq(d->route, S("blog/")))
		return;
	import_set(d->site, "posts.permalink", arena_printf(d->site->arena,
	    "/%.*s:slugorpath%s", STR_ARG(d->route), wanted ? "/" : ""),
	    from(d, wanted ? "trailingSlash" : "blog.routeBasePath"));
}

static void
read_authors(struct docusaurus *d, str folder)
{
	str path = constant(d, d->blog, "authorsMapPath");
	str table = path_join(d->site->arena, folder, path.len ? path
	    : S("authors.yml"));

	if (import_has_file(d->site, table.ptr))
		import_set(d->site, "posts.authors", table, path.len
		    ? from(d, "blog.authorsMapPath") : DEFAULT);
}

static void
read_posts(struct docusaurus *d)
{
	struct value *list = import_list(d->site);
	str path = constant(d, d->blog, "path");
	str folder = path_clean(d->site->arena, path.len ? path : S("blog"));

	import_add(d->site, list, S(""), folder);
	import_set_value(d->site, "posts.folders", list, path.len
	    ? from(d, "blog.path") : DEFAULT);
	import_set_plain(d->site, "posts.future", "true",
	    S("Docusaurus shows posts from the future"));
	import_set_plain(d->site, "content.smart", "false", DEFAULT);
	read_permalink(d);
	read_authors(d, folder);
	if (str_eq(constant(d, d->program, "format"), S("detect")))
		import_gap(d->site, "posts: %.*s is detect, but *.md is read "
		    "as MDX", STR_ARG(from(d, "markdown.format")));
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
	const struct value *v = type && type->kind == VALUE_LIST
	    ? type->first : type;

	if (type == NULL)
		return k != IMPORT_JSON;
	for (; v; v = type->kind == VALUE_LIST ? v->next : NULL)
		if (str_eq(import_str(v), S("all")) ||
		    str_eq(import_str(v), str_of(formats[k].name)))
			return true;
	return false;
}

static void
read_limit(struct docusaurus *d)
{
	const struct value *v =
	    literal_find(d->site->arena, d->blog, "limit");
	str limit = import_str(v);

	/* false and null: all of them. */
	if (v && (limit.len == 0 || !char_is_digit(limit.ptr[0])))
		limit = S("0");
	import_set(d->site, "feeds.limit", limit.len ? limit : S("20"),
	    v ? from(d, "blog.feedOptions.limit") : DEFAULT);
}

static void
read_feeds(struct docusaurus *d)
{
	str options = object_after(d->blog, S("feedOptions"));
	str title = constant(d, options, "title");
	str tags = constant(d, d->blog, "tagsBasePath");
	const struct value *type =
	    literal_find(d->site->arena, options, "type");
	struct import_feed *f, *t;

	import_set(d->site, "feeds.folder", S("build"), DEFAULT);
	read_limit(d);
	f = import_add_feed(d->site, S(""), type ? from(d,
	    "blog.feedOptions.type") : DEFAULT);
	f->title = title.len && str_chr(title, '{') == STR_NONE
	    ? arena_cstr(d->site->arena, title) : "{site} Blog";
	t = import_add_feed(d->site, S("tags"), S("there are none today"));
	t->url = arena_printf(d->site->arena, "/%.*s%.*s/{slug}",
	    STR_ARG(d->route), STR_ARG(tags.len ? tags : S("tags")));
	for (int k = 0; k < IMPORT_FORMATS; k++)
		if (has_type(type, k)) {
			f->path[k] = arena_printf(d->site->arena, "%.*s%s",
			    STR_ARG(d->route), formats[k].file);
			t->path[k] = arena_printf(d->site->arena, "%.*s/%s",
			    STR_ARG(t->url), formats[k].file);
		}
}

static void
read_config(struct import_site *s)
{
	struct docusaurus d = {.site = s,
		.config = import_first_file(s, config_names)};
	struct source src;
	str route;

	if (import_text(s, d.config, &src))
		d.program = src.text;
	d.blog = object_after(d.program, S("blog:"));
	if (d.blog.len == 0)
		d.blog = object_after(d.program, S("plugin-content-blog',"));
	route = constant(&d, d.blog, "routeBasePath");
	route = path_clean(s->arena, route.len ? route : S("blog"));
	while (str_starts(route, S("/")))
		route = str_from(route, 1);
	d.route = route.len ? arena_printf(s->arena, "%.*s/", STR_ARG(route))
	    : route;
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
	.is = is_site,
	.read = read_config,
	.post_ends = ".mdx",
	.media = "static",
	.front = {
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
