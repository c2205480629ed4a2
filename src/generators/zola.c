/* SPDX-License-Identifier: MIT
 * zola: a Zola site. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "base/data/toml.h"
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

/* The front matter of a section, or NULL. */
static const struct value *
section_front(struct import_site *s, const char *path)
{
	struct source src;
	str rest, line, from;
	int lines = 1;

	if (!import_text(s, path, &src))
		return NULL;
	rest = src.text;
	str_split(&rest, '\n', &line);
	if (!str_eq(str_trim(line), S("+++")))
		return NULL;
	from = rest;
	while (str_split(&rest, '\n', &line))
		if (str_eq(str_trim(line), S("+++")))
			return toml_parse(s->arena, str_sub(from, 0,
			    (size_t)(line.ptr - from.ptr)), &src, lines,
			    s->diags);
	return NULL;
}

/* Whether the name of a folder can stand in a query and in a path. */
static bool
is_plain_name(str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!char_is_name(name.ptr[i]))
			return false;
	return name.len > 0;
}

/* Adds the feeds of the sections that have their own (generate_feeds in their
 * _index.md). */
static void
read_sections(const struct import_config *c, struct strs names)
{
	struct import_site *s = c->site;
	struct strs folders = import_entries(s, S("content"));

	for (size_t i = 0; i < folders.count; i++) {
		str folder = path_base(folders.at[i]);
		str index = arena_printf(s->arena, "content/%.*s/_index.md",
		    STR_ARG(folder));
		const struct value *front;
		bool on = false;
		str title;

		if (!is_plain_name(folder) || !import_has_file(s, index.ptr))
			continue;
		front = section_front(s, index.ptr);
		if (!(value_bool(import_find(front, "generate_feeds"), &on) &&
		    on) &&
		    !(value_bool(import_find(front, "generate_feed"), &on) &&
		    on))
			continue;
		title = import_str(import_find(front, "title"));
		for (size_t k = 0; k < names.count; k++) {
			struct import_extra *x = import_add_extra(s,
			    format_of(names.at[k]), arena_printf(s->arena,
			    "%.*s/%.*s", STR_ARG(folder), STR_ARG(names.at[k])),
			    index);

			x->title = title.len && str_chr(title, '{') == STR_NONE
			    ? arena_printf(s->arena, "{site} - %.*s",
			    STR_ARG(title)) : S("{site}");
			x->where = arena_printf(s->arena, "section:%.*s",
			    STR_ARG(folder));
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
