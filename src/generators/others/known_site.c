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
	{"Gatsby", "gatsby-config.js gatsby-config.ts gatsby-config.mjs",
		"gatsby", NULL, NULL, NULL, "siteUrl", "title", "description",
		"author author.name name", NULL, "/:sections/:filename/",
		NULL, NULL, NULL, KNOWN_AS_IS},
	{"Next.js", "next.config.js next.config.mjs next.config.ts", "next",
		NULL, "data/siteMetadata.js data/siteMetadata.ts "
		"src/config/site.ts config/site.ts lib/site.ts site.config.js "
		"site.config.ts blog.config.js src/app/layout.tsx "
		"app/layout.tsx src/app/layout.js app/layout.js", NULL,
		"siteUrl url baseUrl metadataBase", "title siteTitle name",
		"description", "author", "email", "/:sections/:filename", NULL,
		NULL, "app src/app pages src/pages",
		KNOWN_NO_SLASH | KNOWN_AS_IS},
	{"SvelteKit", "svelte.config.js svelte.config.ts", "@sveltejs/kit",
		NULL, "src/lib/config.ts src/lib/config.js src/lib/site.ts "
		"src/lib/info.js src/lib/info.ts src/lib/constants.ts",
		"src/routes/+layout.js src/routes/+layout.ts "
		"src/routes/+layout.server.js src/routes/+layout.server.ts",
		"url siteUrl siteURL website", "title siteTitle name",
		"description siteDescription", "author siteAuthor", "email",
		"/:sections/:filename", NULL, NULL, "src/routes",
		KNOWN_NO_SLASH | KNOWN_AS_IS},
	{"Nuxt", "nuxt.config.ts nuxt.config.js nuxt.config.mjs", "nuxt", NULL,
		"app.config.ts app/app.config.ts content.config.ts", NULL,
		"site>url url siteUrl hostname baseUrl",
		"site>name title name titleTemplate",
		"site>description description", "author", NULL,
		"/:sections/:filename", NULL, "content",
		"pages app/pages src/pages",
		KNOWN_NO_SLASH | KNOWN_AS_IS | KNOWN_NUMBERS},
	{"Bridgetown", "bridgetown.config.yml bridgetown.config.yaml "
		"config/initializers.rb", NULL, NULL,
		"src/_data/site_metadata.yml config/initializers.rb", NULL, "url",
		"title", "description", "author.name author", "email",
		"/:categories/:year/:month/:day/:slug/",
		"pretty=/:categories/:year/:month/:day/:slug/ "
		"pretty_ext=/:categories/:year/:month/:day/:slug.html "
		"date=/:categories/:year/:month/:day/:slug.html "
		"simple=/:categories/:slug/ "
		"simple_ext=/:categories/:slug.html", NULL, NULL, 0},
	{"Nikola", "conf.py", NULL, NULL, NULL, NULL, "SITE_URL", "BLOG_TITLE",
		"BLOG_DESCRIPTION", "BLOG_AUTHOR", "BLOG_EMAIL",
		"/posts/:slug/", NULL, NULL, NULL, KNOWN_AS_IS | KNOWN_RULES},
	{"Lektor", "*.lektorproject", NULL, NULL, NULL, NULL, "url", "name", NULL,
		NULL, NULL, "/:sections/:filename/", NULL, "content", NULL,
		KNOWN_AS_IS | KNOWN_MODELS},
	{"MkDocs", "mkdocs.yml mkdocs.yaml", NULL, NULL, NULL, NULL, "site_url",
		"site_name", "site_description", "site_author", NULL,
		"/:sections/:filename/", NULL, "docs", NULL, 0},
	{"Quarto", "_quarto.yml", NULL, NULL, NULL, NULL, "website.site-url",
		"website.title", "website.description", NULL, NULL,
		"/:sections/:filename.html", NULL, ".", NULL, 0},
	{"Gridsome", "gridsome.config.js", NULL, NULL, NULL, NULL, "siteUrl",
		"siteName", "siteDescription", NULL, NULL,
		"/:sections/:filename/", NULL, NULL, NULL, 0},
	{"Middleman", "config.rb", NULL, "source", "data/site.yml", NULL, "url",
		"title name", "description", "author", NULL,
		"/:year/:month/:day/:slug.html", NULL, NULL, NULL, 0},
	{"Metalsmith", "metalsmith.json metalsmith.js", NULL, NULL, NULL, NULL,
		"url siteurl", "title sitename", "description", NULL, NULL,
		"/:sections/:filename/", NULL, NULL, NULL, 0},
	{"Quartz", "quartz.config.ts", NULL, NULL, NULL, NULL, "baseUrl",
		"pageTitle", NULL, NULL, NULL, "/:sections/:filename", NULL,
		"content", NULL, KNOWN_NO_SLASH | KNOWN_HYPHENS},
	{"Obsidian", "", NULL, ".obsidian", NULL, NULL, "url", "title",
		"description", NULL, NULL, "/:sections/:filename", NULL, ".",
		NULL, KNOWN_NO_SLASH},
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
