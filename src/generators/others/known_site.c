/* SPDX-License-Identifier: MIT
 * known_site: generators without a dialect, whose configs `feedmill init`
 * reads. */
#include "generators/others/known_site.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/others/import_posts.h"
#include "generators/others/known_keys.h"
#include "generators/others/routes.h"

static const struct known all[] = {
	{
		.label = "Gatsby",
		.files = "gatsby-config.js gatsby-config.ts gatsby-config.mjs",
		.package = "gatsby",
		.url = "siteUrl",
		.title = "title",
		.description = "description",
		.author = "author author.name name",
		.permalink = "/:sections/:filename/",
		.flags = KNOWN_AS_IS,
	},
	{
		.label = "Next.js",
		.files = "next.config.js next.config.mjs next.config.ts",
		.package = "next",
		.data = "data/siteMetadata.js data/siteMetadata.ts "
		    "src/config/site.ts config/site.ts lib/site.ts "
		    "site.config.js site.config.ts blog.config.js "
		    "src/app/layout.tsx app/layout.tsx src/app/layout.js "
		    "app/layout.js",
		.url = "siteUrl url baseUrl metadataBase",
		.title = "title siteTitle name",
		.description = "description",
		.author = "author",
		.email = "email",
		.permalink = "/:sections/:filename",
		.routes = "app src/app pages src/pages",
		.flags = KNOWN_NO_SLASH | KNOWN_AS_IS,
	},
	{
		.label = "SvelteKit",
		.files = "svelte.config.js svelte.config.ts",
		.package = "@sveltejs/kit",
		.data = "src/lib/config.ts src/lib/config.js src/lib/site.ts "
		    "src/lib/info.js src/lib/info.ts src/lib/constants.ts",
		.slash = "src/routes/+layout.js src/routes/+layout.ts "
		    "src/routes/+layout.server.js src/routes/+layout.server.ts",
		.url = "url siteUrl siteURL website",
		.title = "title siteTitle name",
		.description = "description siteDescription",
		.author = "author siteAuthor",
		.email = "email",
		.permalink = "/:sections/:filename",
		.routes = "src/routes",
		.flags = KNOWN_NO_SLASH | KNOWN_AS_IS,
	},
	{
		.label = "Nuxt",
		.files = "nuxt.config.ts nuxt.config.js nuxt.config.mjs",
		.package = "nuxt",
		.data = "app.config.ts app/app.config.ts content.config.ts",
		.url = "site>url url siteUrl hostname baseUrl",
		.title = "site>name title name titleTemplate",
		.description = "site>description description",
		.author = "author",
		.permalink = "/:sections/:filename",
		.root = "content",
		.routes = "pages app/pages src/pages",
		.flags = KNOWN_NO_SLASH | KNOWN_AS_IS | KNOWN_NUMBERS,
	},
	{
		.label = "Bridgetown",
		.files = "bridgetown.config.yml bridgetown.config.yaml "
		    "config/initializers.rb",
		.data = "src/_data/site_metadata.yml config/initializers.rb",
		.url = "url",
		.title = "title",
		.description = "description",
		.author = "author.name author",
		.email = "email",
		.permalink = "/:categories/:year/:month/:day/:slug/",
		.styles = "pretty=/:categories/:year/:month/:day/:slug/ "
		    "pretty_ext=/:categories/:year/:month/:day/:slug.html "
		    "date=/:categories/:year/:month/:day/:slug.html "
		    "simple=/:categories/:slug/ "
		    "simple_ext=/:categories/:slug.html",
	},
	{
		.label = "Nikola",
		.files = "conf.py",
		.url = "SITE_URL",
		.title = "BLOG_TITLE",
		.description = "BLOG_DESCRIPTION",
		.author = "BLOG_AUTHOR",
		.email = "BLOG_EMAIL",
		.permalink = "/posts/:slug/",
		.flags = KNOWN_AS_IS | KNOWN_RULES,
	},
	{
		.label = "Lektor",
		.files = "*.lektorproject",
		.url = "url",
		.title = "name",
		.permalink = "/:sections/:filename/",
		.root = "content",
		.flags = KNOWN_AS_IS | KNOWN_MODELS,
	},
	{
		.label = "MkDocs",
		.files = "mkdocs.yml mkdocs.yaml",
		.url = "site_url",
		.title = "site_name",
		.description = "site_description",
		.author = "site_author",
		.permalink = "/:sections/:filename/",
		.root = "docs",
	},
	{
		.label = "Quarto",
		.files = "_quarto.yml",
		.url = "website.site-url",
		.title = "website.title",
		.description = "website.description",
		.permalink = "/:sections/:filename.html",
		.root = ".",
	},
	{
		.label = "Gridsome",
		.files = "gridsome.config.js",
		.url = "siteUrl",
		.title = "siteName",
		.description = "siteDescription",
		.permalink = "/:sections/:filename/",
	},
	{
		.label = "Middleman",
		.files = "config.rb",
		.folders = "source",
		.data = "data/site.yml",
		.url = "url",
		.title = "title name",
		.description = "description",
		.author = "author",
		.permalink = "/:year/:month/:day/:slug.html",
	},
	{
		.label = "Metalsmith",
		.files = "metalsmith.json metalsmith.js",
		.url = "url siteurl",
		.title = "title sitename",
		.description = "description",
		.permalink = "/:sections/:filename/",
	},
	{
		.label = "Quartz",
		.files = "quartz.config.ts",
		.url = "baseUrl",
		.title = "pageTitle",
		.permalink = "/:sections/:filename",
		.root = "content",
		.flags = KNOWN_NO_SLASH | KNOWN_HYPHENS,
	},
	{
		.label = "Obsidian",
		.files = "",
		.folders = ".obsidian",
		.url = "url",
		.title = "title",
		.description = "description",
		.permalink = "/:sections/:filename",
		.root = ".",
		.flags = KNOWN_NO_SLASH,
	},
};
enum { KNOWN = sizeof all / sizeof *all };

/* ---- recognising them ---- */

const struct value *
known_site_package(struct import_site *s)
{
	struct diags *diags = s->diags, own = {0};
	const struct value *root = NULL;

	s->diags = &own;
	if (import_has_file(s, "package.json"))
		root = import_doc(s, "package.json");
	s->diags = diags;
	diags_free(&own);
	return root;
}

static bool
depends_on(struct import_site *s, const char *package)
{
	static const char *const lists[] = {"dependencies", "devDependencies"};
	const struct value *root = known_site_package(s);

	for (size_t i = 0; i < 2; i++)
		if (value_find(import_find(root, lists[i]), str_of(package)))
			return true;
	return false;
}

/* The first of the files that a site has; or NULL. */
static const char *
first_file(struct import_site *s, const char *names)
{
	struct strs entries;

	if (names[0] != '*')
		return names[0] ? import_first_file(s, S(""), names) : NULL;
	if (import_has_file(s, names + 1))
		return names + 1;
	entries = import_entries(s, S(""));
	for (size_t i = 0; i < entries.count; i++)
		if (str_ends(entries.at[i], str_of(names + 1)))
			return entries.at[i].ptr;
	return NULL;
}

static bool
is_known(struct import_site *s, const struct known *k)
{
	bool has_files = k->files[0] == '\0' || first_file(s, k->files) ||
	    (k->package && depends_on(s, k->package));

	return has_files && (k->folders == NULL ||
	    import_first_folder(s, S(""), k->folders).len);
}

const struct known *
known_site_find(struct import_site *s)
{
	for (size_t i = 0; i < KNOWN; i++)
		if (is_known(s, &all[i]))
			return &all[i];
	return NULL;
}

/* ---- the folder of the posts ---- */

static str
posts_folder(const struct import_site *s)
{
	const struct value *v = import_setting_of(s, "posts.folders");

	return v && v->first && v->first->next == NULL ? v->first->text
	    : (str){0};
}

/* A path without the numbers before the names: "2.blog/1.news" gives
 * "blog/news". */
static str
without_numbers(struct import_site *s, str path)
{
	struct buf b = {0};
	str part;

	while (str_split(&path, '/', &part)) {
		str rest = part, digits = scan_while(&rest, char_is_digit);

		if (digits.len && scan_char(&rest, '.') && rest.len)
			part = rest;
		buf_printf(&b, "%s%.*s", b.len ? "/" : "", STR_ARG(part));
	}
	return buf_move(&b, s->arena);
}

/* Sets posts.root to the usual folder of the generator, if the posts are in
 * it. Numbers in the folder are not a part of addresses. */
static void
set_root(struct import_site *s, const struct known *k, str from)
{
	str root = str_of(k->root), folder = posts_folder(s), below;

	if (import_is_set(s, "posts.permalink") || root.len == 0 ||
	    folder.len == 0 || (!str_eq(root, S(".")) &&
	    !path_is_in(folder, root) && !str_eq(folder, root)))
		return;
	below = path_is_in(folder, root) ? path_relative(str_from(folder,
	    root.len)) : S("");
	if (k->flags & KNOWN_NUMBERS && below.len &&
	    !str_eq(without_numbers(s, below), below))
		import_set(s, "posts.permalink", arena_printf(s->arena,
		    "/%.*s/:slugorfilename", STR_ARG(without_numbers(s,
		    below))), from);
	else
		import_set(s, "posts.root", root, from);
}

static bool
has_numbers(struct import_site *s, str folder)
{
	struct strs entries = import_entries(s, folder);

	for (size_t i = 0; i < entries.count; i++) {
		str name = path_base(entries.at[i]);

		if (scan_while(&name, char_is_digit).len && name.len > 4 &&
		    scan_char(&name, '.') && !str_iends_any(entries.at[i],
		    ".yml .yaml .json"))
			return true;
	}
	return false;
}

static void
set_names(struct import_site *s, const struct known *k, str from)
{
	if (k->flags & KNOWN_NUMBERS && has_numbers(s, posts_folder(s))) {
		import_set(s, "posts.names", S("\\d+\\.\\s*(?P<slug>.*)"), from);
		import_set(s, "posts.permalink",
		    S("/:sections/:slugorfilename"), from);
	}
	if (k->flags & KNOWN_AS_IS) {
		import_set(s, "posts.slugs", S("off"), from);
		import_set_plain(s, "posts.keep_dates", "true", from);
	}
	if (k->flags & KNOWN_HYPHENS)
		import_set(s, "posts.slugs", S("hyphens"), from);
}

void
known_site_read(struct import_site *s, const struct known *k)
{
	str from = arena_printf(s->arena, "usual with %s", k->label);

	known_keys_read(s, k, first_file(s, k->files));
	import_posts_find(s, str_of(k->root));
	if (k->routes)
		routes_read(s, k->routes, posts_folder(s));
	set_root(s, k, from);
	set_names(s, k, from);
	import_set(s, "posts.permalink", str_of(k->permalink), from);
}
