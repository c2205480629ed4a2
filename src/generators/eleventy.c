/* SPDX-License-Identifier: MIT
 * eleventy: an Eleventy site.
 *
 * Its config is a program, which is not run: only constants in it are read, and
 * the site's data file, which starter projects call metadata or site. */
#include "generators/generators.h"

#include <string.h>

#include "base/core/file.h"
#include "generators/import/import_literal.h"
#include "generators/import/import_site.h"
#include "generators/liquid_tags.h"

#define DEFAULT S("Eleventy's default")

static const char config_names[] = ".eleventy.js eleventy.config.js "
    "eleventy.config.mjs eleventy.config.cjs eleventy.config.ts";
static const char post_folders[] =
    "blog posts post articles news notes writing journal";

struct eleventy {
	struct import_site *site;
	const char *config;      /* its name */
	str program;             /* its text */
	str input;               /* the folder of the site's sources, or "" */
	const char *data;        /* name of the data file; NULL: none */
	const struct value *doc; /* what it holds */
	str script;              /* or its text, if it is a program */
};

static bool
is_site(struct import_site *s)
{
	return import_first_file(s, config_names) != NULL;
}

/* ---- where things are ---- */

static const struct value *
constant(struct eleventy *e, const char *name)
{
	return literal_find(e->site->arena, e->program, name);
}

static void
find_data(struct eleventy *e)
{
	static const char names[] = "metadata.json site.json metadata.yaml "
	    "site.yaml metadata.yml site.yml metadata.js site.js";
	const str folders[] = {e->input, {0}, S("src"), S("content")};
	struct source src;

	for (size_t i = 0; e->data == NULL && i < 4; i++) {
		str rest = str_of(names), word;
		str dir = path_join(e->site->arena, folders[i], S("_data"));

		while (e->data == NULL && str_word(&rest, &word)) {
			const char *name =
			    path_join(e->site->arena, dir, word).ptr;

			if (import_has_file(e->site, name))
				e->data = name;
		}
	}
	if (e->data && !str_ends(str_of(e->data), S(".js")))
		e->doc = import_doc(e->site, e->data);
	else if (e->data && import_text(e->site, e->data, &src))
		e->script = src.text;
}

/* ---- the site ---- */

/* Sets a key from the first of the paths (separated by blanks) in the data
 * file. In a program, looks only for the last name of a path. */
static bool
take_value(struct eleventy *e, const char *key, const char *paths)
{
	str rest = str_of(paths), word;

	while (e->data && str_word(&rest, &word)) {
		const char *path = arena_cstr(e->site->arena, word);
		size_t dot = str_rchr(word, '.');
		const char *name = dot == STR_NONE ? path : path + dot + 1;
		const struct value *v = e->script.len
		    ? literal_find(e->site->arena, e->script, name)
		    : import_find(e->doc, path);

		if (import_str(v).len == 0)
			continue;
		import_set(e->site, key, import_str(v),
		    import_from(e->site, e->data, path));
		return true;
	}
	return false;
}

static void
read_site(struct eleventy *e)
{
	take_value(e, "site.url", "url siteUrl baseUrl");
	take_value(e, "site.title", "title siteTitle name");
	take_value(e, "site.description", "description subtitle");
	take_value(e, "site.language", "language lang locale");
	take_value(e, "site.author.name", e->script.len ? "author author.name"
	    : "author.name author authorName");
	take_value(e, "site.author.email", "author.email authorEmail email");
	if (!e->script.len)
		take_value(e, "site.author.url", "author.url");
	if (e->data == NULL)
		import_gap(e->site, "site: no _data/metadata.json or "
		    "_data/site.json; %s is a program, which is not run",
		    e->config);
}

/* ---- posts ---- */

static void
read_posts(struct eleventy *e)
{
	struct value *list = import_list(e->site);
	str folder = import_first_folder(e->site, e->input, post_folders);

	import_set_plain(e->site, "posts.future", "true",
	    S("Eleventy shows posts from the future"));
	if (!import_str(constant(e, "typographer")).len)
		import_set_plain(e->site, "content.smart", "false", DEFAULT);
	if (folder.len == 0 && e->input.len == 0)
		return;
	if (folder.len == 0)
		folder = e->input;
	import_add(e->site, list, S(""), folder);
	import_set_value(e->site, "posts.folders", list, S("a folder there"));
	import_set(e->site, "posts.root", e->input,
	    import_from(e->site, e->config, "dir.input"));
}

/* ---- feeds ---- */

static void
read_feeds(struct eleventy *e)
{
	str output = import_str(constant(e, "output"));
	str path = import_str(constant(e, "outputPath"));
	str type = import_str(constant(e, "type"));
	str from = path.len ? import_from(e->site, e->config, "outputPath")
	    : S("as the starter project has it");
	str limit = path.len ? import_str(constant(e, "limit")) : (str){0};
	int format = str_ieq(type, S("rss")) ? IMPORT_RSS : IMPORT_ATOM;
	struct import_feed *f;

	if (path.len == 0 && import_str(import_find(e->doc,
	    "feed.path")).len) {
		path = import_str(import_find(e->doc, "feed.path"));
		from = import_from(e->site, e->data, "feed.path");
	}
	import_set_media(e->site, e->input, "",
	    import_from(e->site, e->config, "dir.input"));
	import_set_output(e->site, path_clean(e->site->arena, output),
	    import_from(e->site, e->config, "dir.output"), "_site");
	import_set(e->site, "feeds.limit", limit.len ? limit : S("0"),
	    limit.len
	    ? import_from(e->site, e->config, "limit") : DEFAULT);
	f = import_add_feed(e->site, S(""), from);
	f->path[format] = path.len ? path : S("feed/feed.xml");
	f = import_add_feed(e->site, S("tags"), S("there are none today"));
	f->path[format] = S("tags/{slug}/feed.xml");
}

static void
read_config(struct import_site *s)
{
	struct eleventy e = {.site = s,
		.config = import_first_file(s, config_names)};
	struct source src;

	if (import_text(s, e.config, &src))
		e.program = src.text;
	e.input = path_clean(s->arena, import_str(constant(&e, "input")));
	find_data(&e);
	read_site(&e);
	read_posts(&e);
	read_feeds(&e);
}

/* ---- the row ---- */

const struct generator generator_eleventy = {
	.name = "eleventy",
	.label = "Eleventy",
	.known_by = ".eleventy.js, eleventy.config.js",
	.is = is_site,
	.read = read_config,
	.front = {
		.data_ends = ".json .11tydata.json .11tydata.mjs "
		    ".11tydata.cjs .11tydata.js",
		.computed_url = "eleventyComputed.permalink",
		.url_is_template = true,
		.hidden_key = "eleventyExcludeFromCollections",
	},
	.terms = {
		.page = "/tags/{slug}/",
		.not_terms = "all nav post posts",
	},
	.address = {
		.permalink = "/:sections/:filename/",
		.content = "",
		.title = SLUG_PLAIN,
		.term = SLUG_PLAIN,
		.names_folder = true,
		.keeps_date = true,
	},
	.text = {
		.syntax = TAGS_NUNJUCKS,
		.tags = liquid_tags,
		.attributes = ATTRS_SPAN | ATTRS_HEADING,
		.footnotes = {"fn{number}", "fnref{number}",
			"fnref{number}:{before}"},
	},
};
