/* SPDX-License-Identifier: MIT
 * eleventy: an Eleventy site.
 *
 * Its config is a program, which is not run: only constants in it are read, and
 * the site's data file, which starter projects call metadata or site. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "generators/import/eleventy_permalink.h"
#include "generators/import/import_config.h"
#include "generators/import/import_literal.h"
#include "generators/liquid_tags.h"
#include "generators/others/import_posts.h"

static const char config_names[] = ".eleventy.js eleventy.config.js "
    "eleventy.config.mjs eleventy.config.cjs eleventy.config.ts";

struct eleventy {
	struct import_site *site;
	struct import_config config;
	struct import_config data; /* the site's data file, if it has one */
	struct import_config plugin; /* the metadata of its feed plug-in */
	str input;                 /* the folder of the site's sources, or "" */
	bool is_guessed;           /* because dir.input is no constant */
};

/* Sets the folder of the sources. If the config computes its name, takes the
 * usual folder that has data or layouts. */
static void
find_input(struct eleventy *e)
{
	static const char *const usual[] = {"src", "content", "site", "source",
		"app"};
	struct arena *a = e->site->arena;
	str program = e->config.layers->program;

	e->input = path_clean(a, import_get(&e->config, "dir.input").text);
	if (e->input.len || str_find(program, S("input:")) == STR_NONE)
		return;
	for (size_t i = 0; !e->is_guessed && i < 5; i++)
		if (import_first_folder(e->site, str_of(usual[i]),
		    "_data _includes _layouts data includes layouts").len) {
			e->input = str_of(usual[i]);
			e->is_guessed = true;
		}
	if (e->is_guessed)
		import_gap(e->site, "posts.root: dir.input in %s is no "
		    "constant; '%.*s' is a guess", e->config.layers->name,
		    STR_ARG(e->input));
}

/* ---- the site ---- */

/* The data file, or NULL. */
static const char *
find_data(const struct eleventy *e)
{
	static const char names[] = "metadata.json site.json metadata.yaml "
	    "site.yaml metadata.yml site.yml metadata.js site.js metadata.mjs "
	    "site.mjs metadata.cjs site.cjs metadata.ts site.ts meta.json "
	    "meta.yaml meta.yml meta.js meta.cjs meta.mjs global.json "
	    "global.yaml global.yml global.js config.json config.yaml "
	    "config.yml config.js settings.json settings.js";
	const str folders[] = {e->input, {0}, S("src"), S("content")};
	str data = import_get_or(&e->config, "dir.data", "_data").text;
	const char *name = NULL;

	for (size_t i = 0; name == NULL && i < 4; i++)
		name = import_first_file(e->site, path_join(e->site->arena,
		    folders[i], data), names);
	return name;
}

/* Takes the first address among the values of several keys. */
static void
take_url(const struct import_config *c)
{
	static const char keys[] = "url siteUrl baseUrl siteURL baseURL "
	    "site_url domain homepage origin paths.site";
	str rest = str_of(keys), word;

	while (str_word(&rest, &word)) {
		struct import_value v = import_get(c,
		    arena_cstr(c->site->arena, word));

		if (url_is_web(v.text))
			import_set(c->site, "site.url", v.text, v.from);
	}
}

/* Takes values that no data file has from the options of the feed plug-in. */
static void
read_plugin(const struct eleventy *e)
{
	const struct import_config *p = &e->plugin;
	struct import_config author = {.site = e->site};

	if (p->layers == NULL)
		return;
	import_add_layer(&author, (struct import_layer){
		.name = p->layers->name, .program = literal_block(
		e->site->arena, p->layers->program, "author")});
	import_take(p, "site.url", "base url");
	import_take(p, "site.title", "title");
	import_take(p, "site.description", "subtitle description");
	import_take(p, "site.language", "language");
	if (author.layers->program.len) {
		import_take(&author, "site.author.name", "name");
		import_take(&author, "site.author.email", "email");
	}
}

static void
read_site(const struct eleventy *e)
{
	const struct import_config *data = &e->data;
	bool is_script = data->layers && data->layers->program.len;

	take_url(data);
	import_take(data, "site.title", "title siteTitle name");
	import_take(data, "site.description", "description subtitle");
	import_take(data, "site.language", "language lang locale");
	import_take(data, "site.author.name", is_script
	    ? "author author.name" : "author.name author authorName");
	import_take(data, "site.author.email",
	    "author.email authorEmail email");
	if (!is_script)
		import_take(data, "site.author.url", "author.url");
	read_plugin(e);
	if (data->layers == NULL && !import_is_set(e->site, "site.title"))
		import_gap(e->site, "site: no _data/metadata.json or "
		    "_data/site.json; %s is a program, which is not run",
		    e->config.layers->name);
}

/* ---- posts ---- */

static const char post_folders[] = "blog posts _posts post articles news "
    "notes writing journal";

/* The folder of a glob: "./src/posts/p*.md" gives "src/posts". Empty: it does
 * not exist. */
static str
folder_of(const struct eleventy *e, const struct value *v)
{
	str glob = v && v->kind == VALUE_LIST ? import_str(v->first)
	    : import_str(v);
	str before = str_sub(glob, 0, str_chr(glob, '*'));
	size_t slash = str_rchr(before, '/');
	str folder = slash == STR_NONE ? (str){0}
	    : path_clean(e->site->arena, str_sub(before, 0, slash));

	return folder.len && import_has_folder(e->site, folder.ptr) ? folder
	    : (str){0};
}

/* Folders that may hold the posts, the likely ones first. */
struct candidates {
	str at[32];
	str from[32];
	size_t count;
};

static void
add_candidate(struct candidates *c, str folder, str from)
{
	for (size_t i = 0; i < c->count; i++)
		if (str_eq(c->at[i], folder))
			return;
	if (folder.len == 0 || c->count == 32)
		return;
	c->at[c->count] = folder;
	c->from[c->count++] = from;
}

/* Adds the folders of collections that getFilteredByGlob() makes: those with a
 * usual name for posts, or the others. */
static void
add_globs(const struct eleventy *e, bool usual, struct candidates *c)
{
	static const str call = S_INIT("getFilteredByGlob(");
	str rest = e->config.layers->program;
	size_t at;

	while ((at = str_find(rest, call)) != STR_NONE) {
		str folder;
		bool open;

		rest = str_trim(str_from(rest, at + call.len));
		folder = folder_of(e, literal_parse(e->site->arena, &rest,
		    &open));
		if (usual == str_has_word(str_of(post_folders),
		    path_base(folder), str_eq))
			add_candidate(c, folder,
			    import_from(&e->config, "getFilteredByGlob"));
	}
}

static void
add_usual(const struct eleventy *e, struct candidates *c)
{
	str rest = str_of(post_folders), word;

	while (str_word(&rest, &word))
		add_candidate(c, import_first_folder(e->site, e->input,
		    arena_cstr(e->site->arena, word)),
		    S("this folder exists"));
}

/* Reports folders beside the posts that have dated pages too: they may be
 * posts, and are in no feed. */
static void
report_others(const struct eleventy *e, str posts)
{
	struct strs paths = import_entries(e->site, e->input);

	for (size_t i = 0; i < paths.count; i++) {
		str path = paths.at[i];
		size_t n = path_base(path).ptr[0] == '_' ||
		    str_eq(path, posts) || path_is_in(posts, path) ||
		    path_is_in(path, posts) ||
		    str_ieq(path_base(path), S("drafts")) ||
		    !import_has_folder(e->site, path.ptr) ? 0
		    : import_posts_count(e->site, path);

		if (n)
			import_gap(e->site, "posts.folders: '%.*s' has %zu "
			    "dated page%s too; add it if they are posts",
			    STR_ARG(path), n, n == 1 ? "" : "s");
	}
}

/* Sets posts.folders to the first candidate with a dated file, else to any
 * folder with such files. If there are none, takes the first candidate: the
 * dates may be in data files. */
static void
set_folder(const struct eleventy *e)
{
	struct candidates c = {.count = 0};
	size_t i = 0;

	add_globs(e, true, &c);
	add_usual(e, &c);
	add_globs(e, false, &c);
	while (i < c.count && import_posts_count(e->site, c.at[i]) == 0)
		i++;
	if (i == c.count && c.count &&
	    import_posts_count(e->site, e->input) == 0)
		i = 0;
	if (i == c.count) {
		import_posts_find(e->site, e->input);
		return;
	}
	import_set_folder(e->site, c.at[i], c.from[i]);
	report_others(e, c.at[i]);
}

/* Reports code that changes addresses or dates of all posts. */
static void
report_code(const struct eleventy *e)
{
	static const char *const calls[] = {"addDateParsing(",
		"addUrlTransform(", "addGlobalData(\"permalink\"",
		"addGlobalData('permalink'", "addGlobalData(\"eleventyComputed",
		"addGlobalData('eleventyComputed"};
	static const char names[] = "eleventyComputed.js eleventyComputed.cjs "
	    "eleventyComputed.mjs permalink.js";
	const char *name = import_first_file(e->site, path_join(
	    e->site->arena, e->input, import_get_or(&e->config, "dir.data",
	    "_data").text), names);
	struct source src;

	if (name && import_text(e->site, name, &src) && (str_find(src.text,
	    S("permalink")) != STR_NONE || str_find(src.text, S("date")) !=
	    STR_NONE))
		import_gap(e->site, "posts: %s may compute addresses or dates "
		    "of all posts; it is not run", name);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (str_find(e->config.layers->program, str_of(calls[i])) !=
		    STR_NONE)
			import_gap(e->site, "posts: %s calls %s…), which may "
			    "change addresses or dates; it is not run",
			    e->config.layers->name, calls[i]);
}

static void
read_posts(const struct eleventy *e)
{
	import_set_plain(e->site, "posts.future", "true",
	    S("Eleventy shows posts from the future"));
	if (import_get(&e->config, "typographer").text.len == 0)
		import_set_plain(e->site, "content.smart", "false",
		    S("Eleventy's default"));
	import_take_switch(&e->config, "content.flavour.breaks", "breaks",
	    false);
	import_take_switch(&e->config, "content.flavour.links", "linkify",
	    false);
	import_take_mention(&e->config, "content.flavour.definitions",
	    "markdown-it-deflist", true);
	import_take_mention(&e->config, "content.flavour.indented",
	    "enable(\"code\")", true);
	import_take_mention(&e->config, "content.flavour.indented",
	    "enable('code')", true);
	set_folder(e);
	eleventy_permalink(&e->config);
	report_code(e);
	import_set(e->site, "posts.root", e->input, e->is_guessed
	    ? S("a guess") : import_from(&e->config, "dir.input"));
}

/* ---- feeds ---- */

/* `type` in the options of feedPlugin. Searches only that call, if there is
 * one: an import may have a `type` too. */
static str
feed_type(const struct eleventy *e)
{
	str program = e->config.layers->program, call;

	if (!scan_past(&program, S("addPlugin(feedPlugin"), NULL))
		return import_get(&e->config, "type").text;
	call = str_sub(program, 0, str_find(program, S(");")));
	return import_str(literal_find(e->site->arena, call, "type"));
}

static void
read_feeds(const struct eleventy *e)
{
	const struct import_config *c = &e->config;
	struct import_value output = import_get_or(c, "dir.output", "_site");
	struct import_value path = import_get(c, "outputPath");
	str type = feed_type(e);
	int format = str_ieq(type, S("rss")) ? IMPORT_RSS
	    : str_ieq(type, S("json")) ? IMPORT_JSON : IMPORT_ATOM;
	struct import_feed *f;

	import_set_media(e->site, e->input, "", import_from(c, "dir.input"));
	import_set(e->site, "feeds.folder",
	    path_clean(e->site->arena, output.text), output.from);
	if (path.text.len)
		import_take_or(c, "feeds.limit", "limit", "0");
	else
		import_set_plain(e->site, "feeds.limit", "0",
		    S("Eleventy's default"));
	if (path.text.len == 0 && e->data.layers && e->data.layers->root)
		path = import_get(&e->data, "feed.path");
	f = import_add_feed(e->site, S(""), path.text.len ? path.from
	    : S("as the starter project has it"));
	f->path[format] = path.text.len ? path.text : S("feed/feed.xml");
	f = import_add_feed(e->site, S("tags"), S("the site has none today"));
	f->path[format] = S("tags/{slug}/feed.xml");
}

static void
read_config(struct import_site *s)
{
	struct eleventy e = {.site = s, .config = import_open(s, config_names),
		.data = {.site = s}, .plugin = {.site = s}};
	const char *data;

	if (e.config.layers->program.len)
		import_add_layer(&e.plugin, (struct import_layer){
			.name = e.config.layers->name,
			.program = literal_block(s->arena,
			    e.config.layers->program, "metadata")});
	find_input(&e);
	data = find_data(&e);
	if (data)
		e.data = import_open(s, data);
	read_site(&e);
	read_posts(&e);
	read_feeds(&e);
}

/* ---- the row ---- */

const struct generator generator_eleventy = {
	.name = "eleventy",
	.label = "Eleventy",
	.known_by = ".eleventy.js, eleventy.config.js",
	.configs = config_names,
	.read = read_config,
	.post_ends = ".html .njk .liquid .adoc .asciidoc .org .rst",
	.front = {
		.data_ends = ".yml .yaml .json .11tydata.yml .11tydata.yaml "
		    ".11tydata.json .11tydata.mjs .11tydata.cjs .11tydata.js",
		.computed_url = "eleventyComputed.permalink",
		.url_is_template = true,
		.ignores_url = true,
		.has_file_dates = true,
		.hidden_key = "eleventyExcludeFromCollections",
		.list_key = "pagination",
	},
	.terms = {
		.split = SPLIT_COMMA,
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
		.has_dashed_date = true,
	},
	.text = {
		.flavour = FLAVOUR_STRIKE,
		.syntax = TAGS_NUNJUCKS,
		.tags = liquid_tags,
		.attributes = ATTRS_SPAN | ATTRS_HEADING,
		.footnotes = {"fn{number}", "fnref{number}",
			"fnref{number}:{before}"},
	},
};
