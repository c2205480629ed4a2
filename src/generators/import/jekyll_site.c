/* SPDX-License-Identifier: MIT
 * jekyll_site: the keys that Jekyll and Octopress, which is based on Jekyll,
 * share. */
#include "generators/import/jekyll_site.h"

#include "base/core/file.h"

const char jekyll_config_names[] = "_config.yml _config.yaml _config.toml";

struct jekyll
jekyll_open(struct import_site *s)
{
	struct jekyll j = {.site = s, .name = import_first_file(
	    s, jekyll_config_names)};

	if (j.name == NULL)
		j.name = "_config.yml";
	j.doc = import_doc(s, j.name);
	j.source = path_clean(s->arena, import_str(
	    import_find(j.doc, "source")));
	j.dir = path_clean(s->arena, path_join(s->arena, j.source,
	    import_str(import_find(j.doc, "collections_dir"))));
	return j;
}

/* ---- the site ---- */

/* `base` is the key for the site's folder on its host. On GitHub Pages the host
 * may be in the file CNAME. */
static void
read_url(struct jekyll *j, const char *base)
{
	struct arena *a = j->site->arena;
	str url = import_str(import_find(j->doc, "url"));
	str folder = import_str(import_find(j->doc, base));
	str where = import_from(j->site, j->name, folder.len
	    ? arena_printf(a, "url, %s", base).ptr : "url");
	struct source cname;

	if (url.len == 0 && import_text(j->site, "CNAME", &cname) &&
	    str_trim(cname.text).len) {
		url = arena_printf(a, "https://%.*s",
		    STR_ARG(str_trim(cname.text)));
		where = S("CNAME");
	}
	import_set_url(j->site, url, folder, where);
}

/* "en_US" is "en-US". */
static void
read_language(struct jekyll *j)
{
	const char *key = import_find(j->doc, "lang") ? "lang" : "locale";
	str text = import_str(import_find(j->doc, key));
	char *tag = arena_cstr(j->site->arena, text);

	for (char *c = tag; *c; c++)
		if (*c == '_')
			*c = '-';
	import_set(j->site, "site.language", str_of(tag), jekyll_from(j, key));
}

/* `author` is a name, a map, or a key of the table of authors. */
static void
read_author(struct jekyll *j)
{
	static const char *const tables[] = {
		"_data/authors.yml", "_data/authors.yaml",
		"_data/authors.json"};
	const char *key = arena_cstr(j->site->arena, import_str(
	    import_find(j->doc, "author")));

	for (size_t i = 0; i < 3; i++) {
		str table = path_join(
		    j->site->arena, j->source, str_of(tables[i]));
		const struct value *who = value_find(
		    import_doc(j->site, table.ptr), str_of(key));

		if (import_has_file(j->site, table.ptr))
			import_set(j->site, "posts.authors", table, table);
		if (who == NULL)
			continue;
		import_take(j->site, "site.author.name", who, table.ptr,
		    "name");
		import_take(j->site, "site.author.email", who, table.ptr,
		    "email");
	}
	jekyll_take(j, "site.author.name", "author.name");
	jekyll_take(j, "site.author.name", "author");
	jekyll_take(j, "site.author.email", "author.email");
	jekyll_take(j, "site.author.email", "email");
	jekyll_take(j, "site.author.url", "author.url");
	jekyll_take(j, "site.author.url", "author.uri");
}

void
jekyll_read_site(struct jekyll *j, const char *base)
{
	read_url(j, base);
	jekyll_take(j, "site.title", "title");
	jekyll_take(j, "site.title", "name");
	jekyll_take(j, "site.description", "description");
	jekyll_take(j, "site.description", "subtitle");
	read_language(j);
	read_author(j);
	if (!jekyll_take(j, "site.timezone", "timezone"))
		import_gap(j->site, "site.timezone: %s has no timezone, and "
		    "the generator uses the machine's; UTC is used", j->name);
}

/* ---- posts ---- */

void
jekyll_read_permalink(struct jekyll *j, str usual)
{
	const char *keys[] = {"collections.posts.permalink", "permalink"};
	str pattern = import_str(jekyll_default(j, S("posts"), "permalink"));
	const char *key = "defaults";

	for (size_t i = 0; pattern.len == 0 && i < 2; i++) {
		key = keys[i];
		pattern = import_str(import_find(j->doc, key));
	}
	if (!str_eq(pattern, usual))
		import_set(j->site, "posts.permalink", pattern,
		    jekyll_from(j, key));
}

static void
add_folders(struct jekyll *j, struct value *list)
{
	for (const struct jekyll_collection *n = j->collections; n;
	     n = n->next)
		import_add(j->site, list, S(""), n->folder);
}

/* Reads the whole source folder, and includes only folders with posts. */
static void
set_nested(struct jekyll *j, str nested)
{
	struct value *list = import_list(j->site);

	import_add(j->site, list, S(""), j->dir.len ? j->dir : S("."));
	import_set_value(j->site, "posts.folders", list, nested);
	list = import_list(j->site);
	import_add(j->site, list, S(""), S("_posts/**"));
	import_add(j->site, list, S(""), S("**/_posts/**"));
	for (const struct jekyll_collection *n = j->collections; n;
	     n = n->next)
		import_add(j->site, list, S(""), arena_printf(j->site->arena,
		    "%.*s/**", STR_ARG(path_base(n->folder))));
	import_set_value(j->site, "posts.include", list, nested);
}

/* Posts are in _posts, and in _posts of other folders, which become categories.
 * A site with collections may have no posts. */
static void
read_folders(struct jekyll *j)
{
	struct arena *a = j->site->arena;
	str where = import_find(j->doc, "collections_dir")
	    ? jekyll_from(j, "collections_dir") : j->source.len
	    ? jekyll_from(j, "source") : S("Jekyll's default");
	str nested = import_nested_folder(j->site, j->dir, "_posts");
	str posts = path_join(a, j->dir, S("_posts"));
	struct value *list = import_list(j->site);

	if (nested.len) {
		set_nested(j, nested);
		return;
	}
	if (j->collections == NULL || import_has_folder(j->site, posts.ptr))
		import_add(j->site, list, S(""), posts);
	add_folders(j, list);
	import_set_value(j->site, "posts.folders", list, where);
}

void
jekyll_read_posts(struct jekyll *j)
{
	bool on = false;

	jekyll_read_collections(j);
	read_folders(j);
	jekyll_read_defaults(j);
	if (value_bool(import_find(j->doc, "future"), &on) && on)
		import_set_plain(j->site, "posts.future", "true",
		    jekyll_from(j, "future"));
	on = false;
	if (value_bool(import_find(j->doc, "show_drafts"), &on) && on)
		import_set_plain(j->site, "posts.drafts", "true",
		    jekyll_from(j, "show_drafts"));
}

/* ---- feeds ---- */

/* Jekyll's post.id is the address without its ending. */
void
jekyll_read_id(struct jekyll *j)
{
	import_set(j->site, "posts.id", S("{:folder}{:name}"), S("as it is today"));
}
