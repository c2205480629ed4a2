/* SPDX-License-Identifier: MIT
 * jekyll_feeds: the feeds of a Jekyll site, made by its own templates or by
 * jekyll-feed.
 *
 * jekyll-feed makes a feed for `posts` and each other collection in
 * `feed.collections`, for each category named there, and with `feed.tags` for
 * each tag. The feeds of posts become the main feed and taxonomies, the others
 * become feeds.extra. */
#include "generators/import/jekyll_site.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/text/slug.h"
#include "base/core/unicode.h"
#include "base/core/utf8.h"

void
jekyll_keep_posts(struct jekyll *j)
{
	struct import_feed *f = j->site->feeds;

	for (; f && j->collections; f = f->next)
		f->where = "collection:posts";
}

/* ---- jekyll-feed ---- */

static bool
has_plugin(struct jekyll *j)
{
	str name = S("jekyll-feed");
	struct source gems;

	return import_has_text(import_get(&j->config, "plugins").tree, name) ||
	    import_has_text(import_get(&j->config, "gems").tree, name) ||
	    (import_text(j->site, "Gemfile", &gems) &&
	    str_find(gems.text, name) != STR_NONE);
}

/* The main feed, by jekyll-feed's keys and defaults. */
static void
read_main(struct jekyll *j)
{
	struct import_value path = import_get(&j->config,
	    "feed.collections.posts.path feed.path");
	struct import_feed *f = import_add_feed(j->site, S(""),
	    path.text.len ? path.from : S("jekyll-feed's default"));

	f->path[IMPORT_ATOM] = path.text.len ? path.text : S("feed.xml");
	if (!import_take(&j->config, "feeds.limit", "feed.posts_limit"))
		import_set_plain(j->site, "feeds.limit", "10",
		    S("jekyll-feed's default"));
	import_set_plain(j->site, "content.smart_titles", "true",
	    S("as jekyll-feed has them"));
	if (!has_plugin(j))
		import_gap(j->site, "feeds.main.path: no feed was found; its "
		    "address is that of jekyll-feed");
}

/* Liquid's capitalize. */
static void
add_capitalized(struct buf *out, str text)
{
	buf_add(out, S(" | "));
	if (text.len)
		buf_add_rune(out, unicode_upper(utf8_next(&text)));
	while (text.len)
		buf_add_rune(out, unicode_lower(utf8_next(&text)));
}

/* A value of a query. */
static void
add_quoted(struct buf *out, str text)
{
	bool plain = text.len > 0;

	for (size_t i = 0; i < text.len; i++)
		plain &= char_is_alnum(text.ptr[i]) || text.ptr[i] == '_' ||
		    text.ptr[i] == '-';
	if (plain) {
		buf_add(out, text);
		return;
	}
	buf_addc(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"' || text.ptr[i] == '\\')
			buf_addc(out, '\\');
		buf_addc(out, text.ptr[i]);
	}
	buf_addc(out, '"');
}

/* The feed of a collection, or of one of its categories, as a query. */
static void
add_feed(struct jekyll *j, str collection, str category, str path)
{
	bool posts = str_eq(collection, S("posts"));
	struct import_extra *x = import_add_extra(j->site, IMPORT_ATOM, path,
	    import_from(&j->config, "feed.collections"));
	struct buf title = {0}, where = {0};

	buf_add(&title, S("{site}"));
	if (!posts)
		add_capitalized(&title, collection);
	if (category.len)
		add_capitalized(&title, category);
	if (!posts || j->collections) {
		buf_add(&where, S("collection:"));
		add_quoted(&where, collection);
	}
	if (category.len) {
		buf_add(&where, where.len ? S(" category:") : S("category:"));
		add_quoted(&where, category);
	}
	x->title = buf_move(&title, j->site->arena);
	x->where = buf_move(&where, j->site->arena);
}

/* Whether a category equals its slug: the feed of the taxonomy then has the
 * same address and title. */
static bool
is_slug(str category)
{
	struct buf slug = {0};
	bool same;

	slug_make(&slug, category, SLUG_JEKYLL);
	same = str_eq(buf_str(&slug), category);
	buf_free(&slug);
	return same;
}

static void
add_categories(struct jekyll *j, str collection, const struct value *list)
{
	bool posts = str_eq(collection, S("posts"));

	for (list = list && list->kind == VALUE_LIST ? list->first : NULL;
	     list; list = list->next) {
		str category = import_str(list);

		if (category.len == 0 || (posts && is_slug(category)))
			continue;
		if (str_chr(category, '{') != STR_NONE)
			import_gap(j->site, "feeds.extra: a feed of the "
			    "category '%.*s', whose name has a brace",
			    STR_ARG(category));
		else
			add_feed(j, collection, category, arena_printf(
			    j->site->arena, "feed/%.*s%s%.*s.xml",
			    STR_ARG(posts ? S("") : collection),
			    posts ? "" : "/", STR_ARG(category)));
	}
}

/* Whether the collection was imported. */
static bool
is_known(struct jekyll *j, str name)
{
	const struct jekyll_collection *n = j->collections;

	while (n && !str_eq(n->name, name))
		n = n->next;
	return n != NULL;
}

static void
add_collection(struct jekyll *j, str name, const struct value *meta)
{
	str path = import_str(value_find(meta, S("path")));
	const struct value *categories = value_find(meta, S("categories"));

	if (str_eq(name, S("posts"))) {
		add_categories(j, name, categories ? categories
		    : import_get(&j->config,
		    "feed.categories").tree);
		return;
	}
	if (!is_known(j, name)) {
		import_gap(j->site, "feeds.extra: the feed of the collection "
		    "'%.*s', which has no pages or no folder", STR_ARG(name));
		return;
	}
	add_feed(j, name, S(""), path.len ? path : arena_printf(
	    j->site->arena, "feed/%.*s.xml", STR_ARG(name)));
	add_categories(j, name, categories);
}

/* `feed.collections` is a list of names, or a map of names to settings. */
static void
add_collections(struct jekyll *j)
{
	const struct value *v =
	    import_get(&j->config, "feed.collections").tree;
	bool posts = false;

	for (v = v ? v->first : NULL; v; v = v->next) {
		str name = v->key.len ? v->key : import_str(v);

		posts |= str_eq(name, S("posts"));
		if (name.len)
			add_collection(j, name, v);
	}
	if (!posts)
		add_collection(j, S("posts"), NULL);
}

/* ---- terms ---- */

static struct import_feed *
add_terms(struct jekyll *j, const char *taxonomy, struct import_value v)
{
	return import_add_feed(j->site, str_of(taxonomy), v.tree ? v.from
	    : S("as jekyll-feed names them"));
}

static void
read_terms(struct jekyll *j, bool plugin)
{
	str path = import_get_or(&j->config, "feed.tags.path",
	    "feed/by_tag/").text;
	int format = j->site->feeds->path[IMPORT_RSS].len ? IMPORT_RSS
	    : IMPORT_ATOM;
	struct import_value v = import_get(&j->config, "feed.tags");
	struct import_feed *f = add_terms(j, "tags", v);

	f->path[format] = arena_printf(j->site->arena, "%.*s{name}.xml",
	    STR_ARG(path));
	if (plugin && v.tree)
		f->title = "{site}";
	f = add_terms(j, "categories",
	    import_get(&j->config, "feed.categories"));
	f->path[format] = S("feed/{slug}.xml");
	if (plugin)
		f->title = "{site} | {Term}";
}

/* ---- all of it ---- */

void
jekyll_read_feeds(struct jekyll *j)
{
	bool plugin = !jekyll_read_templates(j);

	if (import_flag(&j->config, "feed.excerpt_only", false))
		import_set_plain(j->site, "content.full", "false",
		    import_from(&j->config, "feed.excerpt_only"));
	if (plugin)
		read_main(j);
	if (plugin || has_plugin(j))
		add_collections(j);
	read_terms(j, plugin);
	jekyll_keep_posts(j);
}
