/* SPDX-License-Identifier: MIT
 * hexo: a Hexo site. Its _config.yml has the name of Jekyll's. */
#include "generators/generators.h"

#include <string.h>

#include "generators/import/import_site.h"
#include "generators/liquid_tags.h"

#define DEFAULT S("Hexo's default")

static const char config_name[] = "_config.yml";

struct hexo {
	struct import_site *site;
	const struct value *doc;
};

static bool
is_site(struct import_site *s)
{
	static const char *const keys[] = {
		"new_post_name", "source_dir", "public_dir", "pretty_urls"};
	const struct value *doc;

	if (!import_has_file(s, config_name))
		return false;
	doc = import_doc(s, config_name);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (import_find(doc, keys[i]))
			return true;
	return false;
}

static str
from(struct hexo *h, const char *path)
{
	return import_from(h->site, config_name, path);
}

static bool
take(struct hexo *h, const char *key, const char *path)
{
	return import_take(h->site, key, h->doc, config_name, path);
}

static str
text(struct hexo *h, const char *path)
{
	return import_str(import_find(h->doc, path));
}

static void
read_site(struct hexo *h)
{
	const struct value *language = import_find(h->doc, "language");

	take(h, "site.url", "url");
	take(h, "site.title", "title");
	take(h, "site.description", "subtitle");
	take(h, "site.description", "description");
	if (language && language->kind == VALUE_LIST)
		language = language->first;
	import_set(h->site, "site.language", import_str(language),
	    from(h, "language"));
	take(h, "site.author.name", "author");
	take(h, "site.author.email", "email");
	if (!take(h, "site.timezone", "timezone"))
		import_gap(h->site, "site.timezone: %s has no timezone, and "
		    "the generator uses the machine's; UTC is used",
		    config_name);
}

static void
read_permalink(struct hexo *h)
{
	static const char *const foreign[] = {
		":id", ":hash", ":post_title", ":lang", ":timestamp"};
	str p = text(h, "permalink");
	size_t at = str_find(p, S(":category"));
	bool html = true;

	for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
		if (str_find(p, str_of(foreign[i])) != STR_NONE) {
			import_gap(h->site, "posts.permalink: %.*s has '%s', "
			    "which is not supported", STR_ARG(from(h,
			    "permalink")), foreign[i]);
			return;
		}
	if (at != STR_NONE)
		p = arena_printf(h->site->arena, "%.*s:categories%.*s",
		    (int)at, p.ptr, STR_ARG(str_from(p, at + 9)));
	if (value_bool(import_find(h->doc, "pretty_urls.trailing_html"),
	    &html) && !html && str_ends(p, S(".html")))
		p.len -= 5;
	if (p.len && !str_starts(p, S("/")))
		p = arena_printf(h->site->arena, "/%.*s", STR_ARG(p));
	if (!str_eq(p, S("/:year/:month/:day/:title/")))
		import_set(h->site, "posts.permalink", p,
		    from(h, "permalink"));
}

static void
read_posts(struct hexo *h)
{
	struct value *list = import_list(h->site);
	str source = text(h, "source_dir");
	bool on = true;

	import_add(h->site, list, S(""), arena_printf(h->site->arena,
	    "%.*s/_posts", STR_ARG(source.len ? source : S("source"))));
	import_set_value(h->site, "posts.folders", list,
	    source.len ? from(h, "source_dir") : DEFAULT);
	import_set_media(h->site, source, "source", from(h, "source_dir"));
	read_permalink(h);
	value_bool(import_find(h->doc, "future"), &on);
	if (on)
		import_set_plain(h->site, "posts.future", "true",
		    import_find(h->doc, "future") ? from(h, "future")
		    : DEFAULT);
	on = false;
	if (value_bool(import_find(h->doc, "render_drafts"), &on) && on)
		import_set_plain(h->site, "posts.drafts", "true",
		    from(h, "render_drafts"));
	on = true;
	value_bool(import_find(h->doc, "marked.smartypants"), &on);
	if (!on)
		import_set_plain(h->site, "content.smart", "false",
		    from(h, "marked.smartypants"));
}

/* ---- feeds ---- */

/* The i-th element of a list; a single value is a list of one. */
static const struct value *
element(const struct value *v, size_t i)
{
	if (v == NULL || v->kind != VALUE_LIST)
		return i == 0 ? v : NULL;
	for (v = v->first; v && i > 0; i--)
		v = v->next;
	return v;
}

/* `feed.type` and `feed.path` of hexo-generator-feed are one text each, or
 * parallel lists. */
static void
read_main(struct hexo *h)
{
	const struct value *type = import_find(h->doc, "feed.type");
	const struct value *path = import_find(h->doc, "feed.path");
	struct import_feed *f = import_add_feed(h->site, S(""),
	    path ? from(h, "feed.path") : S("hexo-generator-feed's default"));

	for (size_t i = 0; i == 0 || element(type, i); i++) {
		str name = import_str(element(path, i));
		int k = str_ieq(import_str(element(type, i)), S("rss2"))
		    ? IMPORT_RSS : IMPORT_ATOM;

		if (name.len == 0)
			name = k == IMPORT_RSS ? S("rss2.xml") : S("atom.xml");
		f->path[k] = name;
	}
}

static void
read_term(struct hexo *h, const char *taxonomy, const char *key)
{
	static const char *const names[] = {"atom.xml", "rss2.xml"};
	str dir = text(h, key);
	struct import_feed *f = import_add_feed(h->site, str_of(taxonomy),
	    dir.len ? from(h, key) : DEFAULT);

	if (dir.len == 0)
		dir = str_of(taxonomy);
	for (int k = IMPORT_ATOM; k <= IMPORT_RSS; k++)
		if (h->site->feeds->path[k].len)
			f->path[k] = arena_printf(h->site->arena,
			    "%.*s/{slug}/%s", STR_ARG(dir), names[k]);
	f->url = arena_printf(h->site->arena, "/%.*s/{slug}/", STR_ARG(dir));
}

static void
read_feeds(struct hexo *h)
{
	str limit = text(h, "feed.limit");

	import_set_output(h->site, text(h, "public_dir"),
	    from(h, "public_dir"), "public");
	import_set(h->site, "feeds.limit", limit.len ? limit : S("20"),
	    limit.len
	    ? from(h, "feed.limit") : S("hexo-generator-feed's default"));
	read_main(h);
	read_term(h, "tags", "tag_dir");
	read_term(h, "categories", "category_dir");
}

static void
read_config(struct import_site *s)
{
	struct hexo h = {s, import_doc(s, config_name)};

	read_site(&h);
	read_posts(&h);
	read_feeds(&h);
}

/* ---- the row ---- */

const struct generator generator_hexo = {
	.name = "hexo",
	.label = "Hexo",
	.known_by = "_config.yml with new_post_name",
	.is = is_site,
	.read = read_config,
	.media = "source",
	.front = {
		.opens_bare = true,
	},
	.terms = {
		.page = "/{taxonomy}/{slug}/",
	},
	.address = {
		.permalink = "/:year/:month/:day/:title/",
		.title = SLUG_JEKYLL, .name = SLUG_JEKYLL_TITLE,
		.slug = SLUG_JEKYLL_TITLE, .section = SLUG_JEKYLL_TITLE,
		.term = SLUG_JEKYLL_TITLE,
		.site_time = true,
		.title_is_name = true,
		.title_has_folders = true,
	},
	.text = {
		.syntax = TAGS_NUNJUCKS,
		.tags = liquid_tags,
		.footnotes = {"fn:{number}", "fnref:{number}", "fnref:{number}"},
	},
};
