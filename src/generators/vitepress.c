/* SPDX-License-Identifier: MIT
 * vitepress: a VitePress site.
 *
 * Its config is a program, which is not run; constants in it are read. It says
 * nothing about posts and feeds: the posts are where the dates are. */
#include "generators/generators.h"

#include <dirent.h>

#include "base/core/file.h"
#include "generators/import/import_literal.h"
#include "generators/import/import_site.h"

#define DEFAULT S("VitePress's default")

static const char config_names[] = ".vitepress/config.ts "
    ".vitepress/config.mts .vitepress/config.js .vitepress/config.mjs "
    "docs/.vitepress/config.ts docs/.vitepress/config.mts "
    "docs/.vitepress/config.js docs/.vitepress/config.mjs";

enum { MOST_DEPTH = 4 }; /* folders below one that posts are looked for in */

struct vitepress {
	struct import_site *site;
	const char *config; /* its name */
	str program;        /* its text */
	str root;           /* the folder of the project: "", "docs" */
	str sources;        /* that of its pages */
};

static bool
is_site(struct import_site *s)
{
	return import_first_file(s, config_names) != NULL;
}

static str
constant(struct vitepress *v, const char *name)
{
	return import_str(literal_find(v->site->arena, v->program, name));
}

static str
from(struct vitepress *v, const char *name)
{
	return import_from(v->site, v->config, name);
}

/* ---- the site ---- */

static void
read_site(struct vitepress *v)
{
	static const struct {
		const char *key, *name;
	} rows[] = {
		{"site.title", "title"},
		{"site.description", "description"},
		{"site.language", "lang"},
	};
	str host = constant(v, "hostname"), base = constant(v, "base");

	while (str_ends(host, S("/")))
		host.len--;
	/* Some give the host with the base. */
	if (base.len > 1 && str_ends(host, str_sub(base, 0, base.len - 1)))
		base = S("/");
	if (host.len)
		import_set(v->site, "site.url", arena_printf(v->site->arena,
		    "%.*s%s%.*s", STR_ARG(host), str_starts(base, S("/")) ? ""
		    : "/", STR_ARG(base)), from(v, base.len
		    ? "sitemap.hostname, base" : "sitemap.hostname"));
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		import_set(v->site, rows[i].key, constant(v, rows[i].name),
		    from(v, rows[i].name));
}

/* ---- posts ---- */

/* Whether the front matter of a file has a date, or its name. */
static bool
is_dated(struct vitepress *v, str path)
{
	str name = path_base(path), rest, line;
	struct source src;

	if (name.len > 10 && name.ptr[4] == '-' && name.ptr[7] == '-' &&
	    char_is_digit(name.ptr[0]))
		return true;
	if (!import_text(v->site, arena_cstr(v->site->arena, path), &src))
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

static DIR *
open_folder(struct vitepress *v, str folder)
{
	return opendir(path_join(v->site->arena, v->site->dir,
	    folder.len ? folder : S(".")).ptr);
}

/* How many pages with a date a folder has. */
static size_t
count_dated(struct vitepress *v, str folder, int depth)
{
	DIR *dir = open_folder(v, folder);
	struct dirent *e;
	size_t n = 0;

	while (dir && (e = readdir(dir)) != NULL) {
		str name = str_of(e->d_name);
		str path = path_join(v->site->arena, folder, name);

		if (str_starts(name, S(".")) ||
		    str_eq(name, S("node_modules")))
			continue;
		if (str_ends(name, S(".md")))
			n += is_dated(v, path);
		else if (depth > 0 && import_has_folder(v->site, path.ptr))
			n += count_dated(v, path, depth - 1);
	}
	if (dir)
		closedir(dir);
	return n;
}

/* The folder among the sources that has most pages with a date, or the
 * sources themselves; *any: there is such a page. */
static str
find_posts(struct vitepress *v, bool *any)
{
	DIR *dir = open_folder(v, v->sources);
	size_t most = count_dated(v, v->sources, 0), n;
	str best = v->sources;
	struct dirent *e;

	while (dir && (e = readdir(dir)) != NULL) {
		str path = path_join(v->site->arena, v->sources,
		    str_of(e->d_name));

		if (e->d_name[0] == '.' ||
		    str_eq(str_of(e->d_name), S("node_modules")) ||
		    !import_has_folder(v->site, path.ptr))
			continue;
		n = count_dated(v, path, MOST_DEPTH);
		/* The same one, whatever the order of the folder. */
		if (n > most || (n == most && n && str_cmp(path, best) < 0)) {
			most = n;
			best = path;
		}
	}
	if (dir)
		closedir(dir);
	*any = most > 0;
	return best;
}

static void
read_posts(struct vitepress *v)
{
	struct value *list = import_list(v->site);
	bool any;
	str folder = find_posts(v, &any);

	import_add(v->site, list, S(""), folder.len ? folder : S("."));
	import_set_value(v->site, "posts.folders", list,
	    S("most pages with a date are there"));
	import_set(v->site, "posts.root", v->sources, constant(v,
	    "srcDir").len ? from(v, "srcDir") : S("where .vitepress is"));
	import_set_plain(v->site, "posts.future", "true",
	    S("VitePress shows all pages"));
	import_set_plain(v->site, "content.smart", "false", DEFAULT);
	if (str_eq(constant(v, "cleanUrls"), S("true")))
		import_set(v->site, "posts.permalink",
		    S("/:sections/:filename"), from(v, "cleanUrls"));
	if (str_find(v->program, S("rewrites:")) != STR_NONE)
		import_gap(v->site, "posts.permalink: %.*s are not read: "
		    "addresses are those of the files",
		    STR_ARG(from(v, "rewrites")));
	if (!any)
		import_gap(v->site, "posts.folders: no page has a date");
}

/* ---- feeds ---- */

static void
read_feeds(struct vitepress *v)
{
	struct arena *a = v->site->arena;
	str folder = constant(v, "outDir");

	import_set_media(v->site, path_join(a, v->sources, S("public")),
	    "public", v->sources.len ? from(v, "srcDir") : DEFAULT);
	import_set(v->site, "feeds.folder", path_clean(a, path_join(a, v->root,
	    folder.len ? folder : S(".vitepress/dist"))), folder.len
	    ? from(v, "outDir") : DEFAULT);
	import_gap(v->site, "feeds.main.path: VitePress has no feeds; if a "
	    "script of the site writes some, give their addresses");
}

static void
read_config(struct import_site *s)
{
	struct vitepress v = {.site = s,
		.config = import_first_file(s, config_names)};
	struct source src;

	if (import_text(s, v.config, &src))
		v.program = src.text;
	v.root = path_dir(path_dir(str_of(v.config)));
	v.sources = path_clean(s->arena, path_join(s->arena, v.root,
	    constant(&v, "srcDir")));
	read_site(&v);
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
	.is = is_site,
	.read = read_config,
	.media = "public",
	.front = {
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
