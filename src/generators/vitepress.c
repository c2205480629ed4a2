/* SPDX-License-Identifier: MIT
 * vitepress: a VitePress site.
 *
 * Its config is a program, which is not run: only constants in it are read. It
 * does not tell posts from other pages: the folder with the most dated pages
 * is taken for that of the posts. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "generators/import/feed_script.h"
#include "generators/import/import_config.h"

static const char config_names[] = ".vitepress/config.ts "
    ".vitepress/config.mts .vitepress/config.js .vitepress/config.mjs "
    "docs/.vitepress/config.ts docs/.vitepress/config.mts "
    "docs/.vitepress/config.js docs/.vitepress/config.mjs";

enum { SCRIPT_DEPTH = 2 };
enum { MOST_DEPTH = 4 }; /* levels of folders in which pages are counted */

struct vitepress {
	struct import_site *site;
	struct import_config config;
	str root;    /* the folder of the project: "", "docs" */
	str sources; /* the folder of its pages */
};

/* ---- the site ---- */

static void
read_site(const struct import_config *c)
{
	str host = import_get(c, "sitemap.hostname").text;
	str base = import_get(c, "base").text;
	str from = import_from(c, base.len ? "sitemap.hostname, base"
	    : "sitemap.hostname");

	while (str_ends(host, S("/")))
		host.len--;
	/* Some configs have the base at the end of the host. */
	if (base.len == 0 ||
	    str_ends(host, str_sub(base, 0, base.len - 1)))
		base = S("/");
	import_set_url(c->site, host, base, from);
	import_take(c, "site.title", "title");
	import_take(c, "site.description", "description");
	import_take(c, "site.language", "lang");
}

/* ---- posts ---- */

/* Whether the name of a file or its front matter has a date. */
static bool
is_dated(struct import_site *s, str path)
{
	str name = path_base(path), rest, line;
	struct source src;

	if (name.len > 10 && name.ptr[4] == '-' && name.ptr[7] == '-' &&
	    char_is_digit(name.ptr[0]))
		return true;
	if (!import_text(s, path.ptr, &src))
		return false;
	rest = src.text;
	if (!str_split(&rest, '\n', &line) ||
	    !str_eq(str_trim(line), S("---")))
		return false;
	while (str_split(&rest, '\n', &line) &&
	    !str_eq(str_trim(line), S("---")))
		if (str_starts(line, S("date:")))
			return true;
	return false;
}

/* How many pages with a date a folder and those below it have. */
static size_t
count_dated(struct import_site *s, str folder, int depth)
{
	struct strs paths = import_entries(s, folder);
	size_t n = 0;

	for (size_t i = 0; i < paths.count; i++)
		if (str_ends(paths.at[i], S(".md")))
			n += is_dated(s, paths.at[i]);
		else if (depth > 0 && import_has_folder(s, paths.at[i].ptr))
			n += count_dated(s, paths.at[i], depth - 1);
	return n;
}

/* The folder in `sources` with most dated pages, or `sources` itself; *any:
 * there is such a page. */
static str
find_posts(struct import_site *s, str sources, bool *any)
{
	struct strs paths = import_entries(s, sources);
	size_t most = count_dated(s, sources, 0);
	str best = sources;

	for (size_t i = 0; i < paths.count; i++) {
		size_t n = import_has_folder(s, paths.at[i].ptr)
		    ? count_dated(s, paths.at[i], MOST_DEPTH) : 0;

		if (n > most) {
			most = n;
			best = paths.at[i];
		}
	}
	*any = most > 0;
	return best;
}

/* The source of `sources`, or `usual`. */
static str
from_sources(const struct vitepress *v, str usual)
{
	struct import_value dir = import_get(&v->config, "srcDir");

	return dir.text.len ? dir.from : usual;
}

static void
read_posts(const struct vitepress *v)
{
	bool any;
	str folder = find_posts(v->site, v->sources, &any);

	import_set_folder(v->site, folder.len ? folder : S("."),
	    S("it has the most dated pages"));
	import_set(v->site, "posts.root", v->sources,
	    from_sources(v, S("where .vitepress is")));
	import_set_plain(v->site, "posts.future", "true",
	    S("VitePress shows all pages"));
	import_set_plain(v->site, "content.smart", "false",
	    S("VitePress's default"));
	if (import_flag(&v->config, "cleanUrls", false))
		import_set(v->site, "posts.permalink",
		    S("/:sections/:filename"),
		    import_from(&v->config, "cleanUrls"));
	if (str_find(v->config.layers->program, S("rewrites:")) != STR_NONE)
		import_gap(v->site, "posts.permalink: %.*s are not read: "
		    "addresses are those of the files",
		    STR_ARG(import_from(&v->config, "rewrites")));
	if (!any)
		import_gap(v->site, "posts.folders: no page has a date");
}

/* ---- feeds ---- */

static void
read_feeds(const struct vitepress *v)
{
	struct arena *a = v->site->arena;
	struct import_value folder = import_get_or(&v->config, "outDir",
	    ".vitepress/dist");

	import_set_media(v->site, path_join(a, v->sources, S("public")),
	    "public", from_sources(v, S("VitePress's default")));
	import_set(v->site, "feeds.folder", path_clean(a, path_join(a, v->root,
	    folder.text)), folder.from);
	if (!feed_script_read(v->site, path_dir(
	    str_of(v->config.layers->name)), SCRIPT_DEPTH))
		import_gap(v->site, "feeds.main.path: VitePress has no feeds, "
		    "and no script of the site was found that writes some; if "
		    "there is one, give their addresses");
}

static void
read_config(struct import_site *s)
{
	struct vitepress v = {
		.site = s, .config = import_open(s, config_names)};

	v.root = path_dir(path_dir(str_of(v.config.layers->name)));
	v.sources = path_clean(s->arena, path_join(s->arena, v.root,
	    import_get(&v.config, "srcDir").text));
	read_site(&v.config);
	read_posts(&v);
	read_feeds(&v);
}

/* ---- the row ---- */

static const struct own_ref links[] = {
	{"", OWN_REF_SOURCE, NULL},
	{0},
};

const struct generator generator_vitepress = {
	.name = "vitepress",
	.label = "VitePress",
	.known_by = ".vitepress/config.ts",
	.configs = config_names,
	.read = read_config,
	.media = "public",
	.front = {
		.dates = DATETIME_JS,
		.has_heading = true,
	},
	.address = {
		.permalink = "/:sections/:filename.html",
		.content = "",
		.index = "/:sections/:filename/",
		.title = SLUG_GITHUB,
		.term = SLUG_PLAIN,
		.keeps_date = true,
	},
	.text = {
		.syntax = TAGS_VUE,
		.attributes = ATTRS_HEADING | ATTRS_SPAN,
		.links = links,
		.containers = "code-group raw v-pre",
		.renamed = ".~@",
		.footnotes = {"", "", ""},
	},
};
