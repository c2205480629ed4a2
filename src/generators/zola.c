/* SPDX-License-Identifier: MIT
 * zola: a Zola site. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "base/data/toml.h"
#include "base/data/yaml.h"
#include "base/text/slug.h"
#include "generators/import/import_config.h"

static bool
is_site(struct import_site *s)
{
	return import_has_file(s, "zola.toml") ||
	    import_find(import_doc(s, "config.toml"), "base_url");
}

/* Zola's author is "a@example.org (Ann)", as in RSS, or a name. */
static void
read_author(const struct import_config *c)
{
	struct import_value v = import_get(c, "author");
	str who = v.text;
	size_t open = str_find(who, S(" ("));

	if (str_chr(who, '@') == STR_NONE)
		import_take(c, "site.author.name", "author extra.author");
	else if (open != STR_NONE && str_ends(who, S(")"))) {
		import_set(c->site, "site.author.email",
		    str_sub(who, 0, open), v.from);
		import_set(c->site, "site.author.name",
		    str_sub(who, open + 2, who.len - open - 3), v.from);
	}
}

/* Each language except the default is below its tag. */
static void
read_languages(const struct import_config *c)
{
	struct import_value all = import_get(c, "languages");
	str own = import_get_or(c, "default_language", "en").text;

	if (all.tree == NULL || all.tree->kind != VALUE_MAP ||
	    all.tree->first == NULL)
		return;
	import_set_language(c->site, own, import_map(c->site),
	    import_from(c, "default_language"));
	for (const struct value *v = all.tree->first; v; v = v->next) {
		struct value *map = import_map(c->site);

		if (str_eq(v->key, own))
			continue;
		import_add(c->site, map, S("title"),
		    import_str(import_find(v, "title")));
		import_add(c->site, map, S("description"),
		    import_str(import_find(v, "description")));
		import_set_language(c->site, v->key, map, all.from);
	}
}

static void
read_site(const struct import_config *c)
{
	import_take(c, "site.url", "base_url");
	import_take(c, "site.title", "title");
	import_take(c, "site.description", "description");
	import_take_or(c, "site.language", "default_language", "en");
	read_author(c);
	read_languages(c);
}

static void
read_posts(const struct import_config *c)
{
	import_set_folder(c->site, S("content"), S("Zola's default"));
	import_set_plain(c->site, "posts.future", "true",
	    S("Zola shows posts from the future"));
	import_take(c, "posts.slugs", "slugify.paths");
	import_take_flag(c, "posts.keep_dates", true,
	    "slugify.paths_keep_dates", false);
	if (import_flag(c, "markdown.bottom_footnotes", false))
		import_gap(c->site, "%.*s: references to footnotes lead to "
		    "the page of the post, but not to the footnote",
		    STR_ARG(import_from(c, "markdown.bottom_footnotes")));
	import_take_flag(c, "content.smart", false,
	    "markdown.smart_punctuation", false);
	import_take_switch(c, "content.flavour.definitions",
	    "markdown.definition_list", false);
}

/* ---- feeds ---- */

/* Zola derives the format of a feed from its name. */
static int
format_of(str name)
{
	return str_find(name, S("rss")) == STR_NONE ? IMPORT_ATOM
	    : IMPORT_RSS;
}

static void
add_files(struct import_site *s, struct import_feed *f, str folder,
    struct strs names)
{
	for (size_t i = 0; i < names.count; i++) {
		str name = names.at[i];

		if (name.len)
			f->path[format_of(name)] = arena_printf(s->arena, "%.*s%.*s",
			    STR_ARG(folder), STR_ARG(name));
	}
}

/* The folder of a taxonomy, by its name. */
static str
slug_of(const struct import_config *c, str name)
{
	str how = import_get(c, "slugify.taxonomies").text;
	struct buf b = {0};

	slug_make(&b, name, str_eq(how, S("off")) ? SLUG_NONE
	    : str_eq(how, S("safe")) ? SLUG_SAFE : SLUG_ZOLA);
	return buf_move(&b, c->site->arena);
}

static void
read_taxonomies(const struct import_config *c, struct strs names)
{
	struct import_value all = import_get(c, "taxonomies");
	const struct value *v = all.tree;

	for (v = v && v->kind == VALUE_LIST ? v->first : NULL; v;
	     v = v->next) {
		str name = import_str(import_find(v, "name"));
		str folder = import_str(import_find(v, "slug"));
		struct import_feed *f;

		if (name.len == 0)
			continue;
		if (folder.len == 0)
			folder = slug_of(c, name);
		f = import_add_feed(c->site, name, all.from);
		f->title = "{site} - {term}";
		f->url = arena_printf(c->site->arena, "/%.*s/{slug}/",
		    STR_ARG(folder));
		add_files(c->site, f, str_from(f->url, 1), names);
	}
}

/* The front matter of a section, between +++ as TOML or --- as YAML; or
 * NULL. */
static const struct value *
section_front(struct import_site *s, const char *path)
{
	struct source src;
	str rest, line, from, fence;
	bool is_toml;

	if (!import_text(s, path, &src))
		return NULL;
	rest = src.text;
	str_split(&rest, '\n', &line);
	fence = str_trim(line);
	is_toml = str_eq(fence, S("+++"));
	if (!is_toml && !str_eq(fence, S("---")))
		return NULL;
	from = rest;
	while (str_split(&rest, '\n', &line))
		if (str_eq(str_trim(line), fence))
			return (is_toml ? toml_parse : yaml_parse)(s->arena,
			    str_sub(from, 0, (size_t)(line.ptr - from.ptr)),
			    &src, 1, s->diags);
	return NULL;
}

/* A folder with an _index.md. */
struct section {
	str path;                  /* below content */
	const char *index;         /* its file */
	const struct value *front; /* or NULL */
	struct section *next;
};

/* Whether the name of a folder can stand in a query and in a path. */
static bool
is_plain_name(str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!char_is_name(name.ptr[i]))
			return false;
	return name.len > 0;
}

/* Adds the sections in a folder and those in them. */
static void
find_sections(struct import_site *s, str folder, int depth,
    struct section ***end)
{
	enum { MOST_DEPTH = 8 };
	struct strs entries = import_entries(s, folder);

	for (size_t i = 0; depth < MOST_DEPTH && i < entries.count; i++) {
		str path = entries.at[i];
		const char *index = arena_printf(s->arena, "%.*s/_index.md",
		    STR_ARG(path)).ptr;
		struct section *n;

		if (!is_plain_name(path_base(path)) ||
		    !import_has_file(s, index))
			continue;
		n = arena_alloc(s->arena, sizeof *n);
		*n = (struct section){
			path_relative(str_from(path, sizeof "content" - 1)),
			index, section_front(s, index), NULL};
		**end = n;
		*end = &n->next;
		find_sections(s, path, depth + 1, end);
	}
}

static bool
section_flag(const struct section *n, const char *key)
{
	bool on = false;

	return value_bool(import_find(n->front, key), &on) && on;
}

/* The query of a section's pages. Those of a section in it are its own, unless
 * that is transparent. */
static str
section_query(struct import_site *s, const struct section *all,
    const struct section *n)
{
	struct buf b = {0};

	for (const struct section *in = all; in; in = in->next)
		if (in != n && path_is_in(in->path, n->path) &&
		    !section_flag(in, "transparent"))
			buf_printf(&b, " -path:%.*s/",
			    STR_ARG(in->path));
	if (b.len || str_chr(n->path, '/') != STR_NONE)
		return arena_printf(s->arena, "path:%.*s/%s",
		    STR_ARG(n->path), buf_move(&b, s->arena).ptr);
	buf_free(&b);
	return arena_printf(s->arena, "section:%.*s", STR_ARG(n->path));
}

/* Adds the feeds of the sections that have their own (generate_feeds in their
 * _index.md). */
static void
read_sections(const struct import_config *c, struct strs names)
{
	struct import_site *s = c->site;
	struct section *all = NULL, **end = &all;

	find_sections(s, S("content"), 0, &end);
	for (const struct section *n = all; n; n = n->next) {
		str title = import_str(import_find(n->front, "title"));

		for (size_t k = 0; k < names.count &&
		     (section_flag(n, "generate_feeds") ||
		     section_flag(n, "generate_feed")); k++) {
			struct import_extra *x = import_add_extra(s,
			    format_of(names.at[k]), arena_printf(s->arena,
			    "%.*s/%.*s", STR_ARG(n->path), STR_ARG(names.at[k])),
			    str_of(n->index));

			x->title = title.len && str_chr(title, '{') == STR_NONE
			    ? arena_printf(s->arena, "{site} - %.*s",
			    STR_ARG(title)) : S("{site}");
			x->where = section_query(s, all, n);
		}
	}
}

static void
read_feeds(const struct import_config *c)
{
	struct import_value files =
	    import_get(c, "feed_filenames feed_filename");
	struct strs names = import_strs(c->site, files.tree);
	str usual = S("atom.xml");

	if (names.count == 0)
		names = (struct strs){&usual, 1};
	import_take_or(c, "feeds.folder", "output_dir", "public");
	import_take_or(c, "feeds.limit", "feed_limit", "0");
	import_take(c, "feeds.slugs", "slugify.taxonomies");
	add_files(c->site, import_add_feed(c->site, S(""), files.from), S(""),
	    names);
	if (!import_flag(c, "generate_feeds", false) &&
	    !import_flag(c, "generate_feed", false))
		import_gap(c->site, "feeds: %s does not enable them; the "
		    "addresses are Zola's defaults", c->layers->name);
	read_taxonomies(c, names);
	read_sections(c, names);
}

static void
read_config(struct import_site *s)
{
	struct import_config c = import_open(s, "zola.toml config.toml");

	read_site(&c);
	read_posts(&c);
	read_feeds(&c);
}

/* ---- the row ---- */

static const struct tag_row tags[] = {
	{"youtube", MEANS_MEDIA, 0},
	{"vimeo", MEANS_MEDIA, 0},
	{"streamable", MEANS_MEDIA, 0},
	{"gist", MEANS_GIST, 0},
	{0},
};

static const struct own_ref links[] = {
	{"@/", OWN_REF_POST, NULL},
	{0},
};

const struct generator generator_zola = {
	.name = "zola",
	.label = "Zola",
	.known_by = "zola.toml, config.toml with base_url",
	.is = is_site,
	.read = read_config,
	.media = "static",
	.front = {
		.url_key = "path",
	},
	.terms = {
		.page = "/{taxonomy}/{slug}/",
	},
	.address = {
		.permalink = "/:sections/:slugorfilename/",
		.content = "content",
		.title = SLUG_ZOLA, .name = SLUG_ZOLA, .slug = SLUG_ZOLA,
		.term = SLUG_ZOLA,
	},
	.text = {
		.flavour = FLAVOUR_STRIKE | FLAVOUR_STRIKE_ONE |
		    FLAVOUR_INDENTED,
		.syntax = TAGS_CALL,
		.tags = tags,
		.attributes = ATTRS_HEADING,
		.links = links,
		.footnotes = {"{name}", "", ""},
	},
};
