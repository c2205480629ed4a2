/* SPDX-License-Identifier: MIT
 * zola: a Zola site. */
#include "generators/generators.h"

#include "base/text/slug.h"
#include "generators/import/import_site.h"

#define DEFAULT S("Zola's default")

static const char names[] = "zola.toml config.toml";

struct zola {
	struct import_site *site;
	const char *name;
	const struct value *doc;
};

static bool
is_site(struct import_site *s)
{
	return import_has_file(s, "zola.toml") ||
	    (import_has_file(s, "config.toml") &&
	    import_find(import_doc(s, "config.toml"), "base_url"));
}

static str
from(struct zola *z, const char *path)
{
	return import_from(z->site, z->name, path);
}

static bool
take(struct zola *z, const char *key, const char *path)
{
	return import_take(z->site, key, z->doc, z->name, path);
}

static bool
flag(struct zola *z, const char *path)
{
	bool on = false;

	value_bool(import_find(z->doc, path), &on);
	return on;
}

/* Zola's author is "a@example.org (Ann)", as in RSS, or a name. */
static void
read_author(struct zola *z)
{
	str who = import_str(import_find(z->doc, "author"));
	size_t open = str_find(who, S(" ("));

	if (str_chr(who, '@') == STR_NONE) {
		take(z, "site.author.name", "author");
		take(z, "site.author.name", "extra.author");
	} else if (open != STR_NONE && str_ends(who, S(")"))) {
		import_set(z->site, "site.author.email",
		    str_sub(who, 0, open), from(z, "author"));
		import_set(z->site, "site.author.name",
		    str_sub(who, open + 2, who.len - open - 3),
		    from(z, "author"));
	}
}

/* Each language except the default is below its tag. */
static void
read_languages(struct zola *z)
{
	const struct value *all = import_find(z->doc, "languages");
	str own = import_str(import_find(z->doc, "default_language"));

	if (all == NULL || all->kind != VALUE_MAP || all->first == NULL)
		return;
	if (own.len == 0)
		own = S("en");
	import_set_language(z->site, own, import_map(z->site),
	    from(z, "default_language"));
	for (const struct value *v = all->first; v; v = v->next) {
		struct value *map = import_map(z->site);
		str title = import_str(import_find(v, "title"));
		str about = import_str(import_find(v, "description"));

		if (str_eq(v->key, own))
			continue;
		if (title.len)
			import_add(z->site, map, S("title"), title);
		if (about.len)
			import_add(z->site, map, S("description"), about);
		import_set_language(z->site, v->key, map,
		    from(z, "languages"));
	}
}

static void
read_site(struct zola *z)
{
	take(z, "site.url", "base_url");
	take(z, "site.title", "title");
	take(z, "site.description", "description");
	if (!take(z, "site.language", "default_language"))
		import_set(z->site, "site.language", S("en"), DEFAULT);
	read_author(z);
	read_languages(z);
}

static void
read_posts(struct zola *z)
{
	struct value *list = import_list(z->site);

	import_add(z->site, list, S(""), S("content"));
	import_set_value(z->site, "posts.folders", list, DEFAULT);
	import_set_plain(z->site, "posts.future", "true",
	    S("Zola shows posts from the future"));
	take(z, "posts.slugs", "slugify.paths");
	if (flag(z, "slugify.paths_keep_dates"))
		import_set_plain(z->site, "posts.keep_dates", "true",
		    from(z, "slugify.paths_keep_dates"));
	if (flag(z, "markdown.bottom_footnotes"))
		import_gap(z->site, "%.*s: references to footnotes lead to "
		    "the page of the post, but not to the footnote",
		    STR_ARG(from(z, "markdown.bottom_footnotes")));
	if (!flag(z, "markdown.smart_punctuation"))
		import_set_plain(z->site, "content.smart", "false",
		    import_find(z->doc, "markdown.smart_punctuation")
		    ? from(z, "markdown.smart_punctuation") : DEFAULT);
}

/* ---- feeds ---- */

/* The files of a feed: Zola derives the format from the name. */
static void
add_files(struct zola *z, struct import_feed *f, str folder)
{
	const struct value *v = import_find(z->doc, "feed_filenames");
	struct value one = {.kind = VALUE_SCALAR, .text = S("atom.xml")};

	if (v && v->kind == VALUE_LIST)
		v = v->first;
	else if (import_str(import_find(z->doc, "feed_filename")).len) {
		one.text = import_str(import_find(z->doc, "feed_filename"));
		v = &one;
	}
	if (v == NULL)
		v = &one;
	for (; v; v = v->next) {
		str name = import_str(v);
		int k = str_find(name, S("rss")) == STR_NONE ? IMPORT_ATOM
		    : IMPORT_RSS;

		if (name.len)
			f->path[k] = arena_printf(z->site->arena, "%.*s%.*s",
			    STR_ARG(folder), STR_ARG(name));
	}
}

/* The folder of a taxonomy, by its name. */
static str
slug_of(struct zola *z, str name)
{
	str how = import_str(import_find(z->doc, "slugify.taxonomies"));
	struct buf b = {0};

	slug_make(&b, name, str_eq(how, S("off")) ? SLUG_NONE
	    : str_eq(how, S("safe")) ? SLUG_SAFE : SLUG_ZOLA);
	return buf_move(&b, z->site->arena);
}

static void
read_taxonomies(struct zola *z)
{
	const struct value *v = import_find(z->doc, "taxonomies");

	for (v = v && v->kind == VALUE_LIST ? v->first : NULL; v;
	     v = v->next) {
		str name = import_str(import_find(v, "name"));
		str folder = import_str(import_find(v, "slug"));
		struct import_feed *f;

		if (name.len == 0)
			continue;
		if (folder.len == 0)
			folder = slug_of(z, name);
		f = import_add_feed(z->site, name, from(z, "taxonomies"));
		add_files(z, f, arena_printf(z->site->arena, "%.*s/{slug}/",
		    STR_ARG(folder)));
		f->title = "{site} - {term}";
		f->url = arena_printf(z->site->arena, "/%.*s/{slug}/",
		    STR_ARG(folder));
	}
}

static void
read_feeds(struct zola *z)
{
	static const char *const keys[] = {"feed_filenames", "feed_filename"};
	str where = DEFAULT;
	struct import_feed *f;

	import_set_output(z->site, import_str(import_find(z->doc,
	    "output_dir")), from(z, "output_dir"), "public");
	if (!take(z, "feeds.limit", "feed_limit"))
		import_set_plain(z->site, "feeds.limit", "0", DEFAULT);
	for (size_t i = 0; i < 2; i++)
		if (import_find(z->doc, keys[i]))
			where = from(z, keys[i]);
	take(z, "feeds.slugs", "slugify.taxonomies");
	f = import_add_feed(z->site, S(""), where);
	add_files(z, f, S(""));
	if (!flag(z, "generate_feeds") && !flag(z, "generate_feed"))
		import_gap(z->site, "feeds: %s does not enable them; the "
		    "addresses are Zola's defaults", z->name);
	read_taxonomies(z);
}

static void
read_config(struct import_site *s)
{
	struct zola z = {.site = s, .name = import_first_file(s, names)};

	z.doc = import_doc(s, z.name);
	read_site(&z);
	read_posts(&z);
	read_feeds(&z);
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
		.syntax = TAGS_CALL,
		.tags = tags,
		.attributes = ATTRS_HEADING,
		.links = links,
		.footnotes = {"{name}", "", ""},
	},
};
