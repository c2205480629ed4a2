/* SPDX-License-Identifier: MIT
 * config_finish: derives and checks values once all keys are read. */
#include "config/config_finish.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/core/file.h"
#include "base/data/data_codes.h"
#include "base/web/url.h"
#include "config/config_codes.h"
#include "config/podcast_keys.h"

struct finisher {
	struct config *config;
	struct arena *arena;
	const struct source *src;
	struct diags *diags;
};

/* ---- the site ---- */

/* `words` says what the value is. */
static void
require_key(struct finisher *f, const char *key, const char *words)
{
	const struct value *v = config_find(f->config, key);

	if (value_is_null(v))
		diag_add(f->diags, DIAG_CONFIG_REQUIRED, f->src,
		    v ? v->key_at : (struct mark){0}, v
		    ? "key '%s' has no value: write %s"
		    : "key '%s' is missing: write %s", key, words);
}

static void
check_folders(struct finisher *f)
{
	const struct config *c = f->config;
	const struct value *v = config_find(c, "posts.folders");
	const struct value *item = v && v->kind == VALUE_LIST ? v->first : v;

	for (size_t i = 0; i < c->posts.folders.count; i++) {
		str folder = c->posts.folders.at[i];
		str path = path_join(f->arena, c->dir, folder);
		struct stat st;
		struct mark at = item ? item->at : (struct mark){0};

		if (stat(path.ptr, &st) != 0)
			diag_add(f->diags, DIAG_CONFIG_FOLDER, f->src, at,
			    "posts folder '%.*s': %s", STR_ARG(folder),
			    strerror(errno));
		else if (!S_ISDIR(st.st_mode))
			diag_add(f->diags, DIAG_CONFIG_FOLDER, f->src, at,
			    "posts folder '%.*s' is not a folder",
			    STR_ARG(folder));
		item = item ? item->next : NULL;
	}
}

/* Whether a path is a folder or below it; the empty path is the config's. */
static bool
is_within(str path, str folder)
{
	return folder.len == 0 || str_eq(path, folder) ||
	    path_is_in(path, folder);
}

static void
finish_root(struct finisher *f)
{
	struct config *c = f->config;
	const struct value *v = config_find(c, "posts.root");

	if (c->posts.root.ptr == NULL)
		return;
	c->posts.root = path_clean(f->arena, c->posts.root);
	for (size_t i = 0; i < c->posts.folders.count; i++) {
		str folder = path_clean(f->arena, c->posts.folders.at[i]);

		if (!is_within(folder, c->posts.root))
			diag_add(f->diags, DIAG_CONFIG_FOLDER,
			    v ? config_source(c, v) : f->src,
			    config_mark(c, "posts.root"),
			    "posts.root '%.*s' does not hold the posts folder "
			    "'%.*s'", STR_ARG(c->posts.root), STR_ARG(folder));
	}
}

/* Makes an address absolute, relative to the site. The address of a folder has
 * no query and ends with '/'. */
static void
finish_url(struct finisher *f, str *url, const char *key, bool is_folder)
{
	struct config *c = f->config;
	struct url u = url_split(*url);
	str below = url_is_web(*url) ? *url : path_relative(*url);
	struct buf b = {0};

	if (!(is_folder && u.has_query))
		url_resolve(&b, c->site.url, below);
	if (is_folder && b.len && !str_ends(buf_str(&b), S("/")))
		buf_addc(&b, '/');
	if (b.len == 0)
		diag_add(f->diags, DIAG_CONFIG_VALUE, f->src,
		    config_mark(c, key), "%s is '%.*s', expected a path below "
		    "site.url, or an absolute URL", key, STR_ARG(*url));
	*url = buf_move(&b, f->arena);
}

static void
finish_urls(struct finisher *f)
{
	struct config *c = f->config;

	finish_url(f, &c->feeds.url, "feeds.url", true);
	if (c->media.url.len)
		finish_url(f, &c->media.url, "media.url", true);
	if (c->site.icon.len)
		finish_url(f, &c->site.icon, "site.icon", false);
	if (c->site.favicon.len)
		finish_url(f, &c->site.favicon, "site.favicon", false);
	if (c->podcast.image.len)
		finish_url(f, &c->podcast.image, "podcast.image", false);
}

/* Normalises the address of a hub. Returns the error, or NULL. */
static const char *
finish_hub(struct finisher *f, size_t i)
{
	str *hubs = f->config->feeds.hubs.at;
	struct buf b = {0};
	const char *wrong = NULL;

	if (!url_is_web(hubs[i]) || !url_resolve(&b, hubs[i], hubs[i]))
		wrong = "expected an absolute http or https URL";
	else if (str_chr(url_split(hubs[i]).authority, '@') != STR_NONE)
		wrong = "expected a URL without a password: feeds are "
		    "public";
	else
		hubs[i] = arena_str(f->arena, buf_str(&b));
	for (size_t k = 0; k < i && !wrong; k++)
		if (str_eq(hubs[k], hubs[i]))
			wrong = "which is in the list already";
	buf_free(&b);
	return wrong;
}

static void
finish_hubs(struct finisher *f)
{
	struct config *c = f->config;
	const struct value *v = config_find(c, "feeds.hub");
	const struct value *item = v && v->kind == VALUE_LIST ? v->first : v;

	for (size_t i = 0; i < c->feeds.hubs.count; i++) {
		const char *wrong = finish_hub(f, i);

		if (wrong && item)
			diag_add(f->diags, DIAG_CONFIG_VALUE,
			    config_source(c, item), item->at,
			    "feeds.hub is '%.*s', %s", STR_ARG(item->text),
			    wrong);
		item = item ? item->next : NULL;
	}
}

static void
add_site_slash(struct finisher *f)
{
	struct config *c = f->config;

	if (!str_ends(c->site.url, S("/")))
		c->site.url = arena_printf(f->arena, "%.*s/",
		    STR_ARG(c->site.url));
}

/* ---- languages ---- */

static void
fail_language(struct finisher *f, const struct language *g,
    diag_code code, const char *words)
{
	str key = arena_printf(
	    f->arena, "languages.%.*s.url", STR_ARG(g->name));
	const struct value *v = config_find(f->config, key.ptr);

	diag_add(f->diags, code, &f->config->source, v ? v->at : g->at,
	    "%s '%.*s' %s", key.ptr, STR_ARG(v ? g->url : g->prefix), words);
}

/* Whether every segment of a path is a plain name. */
static bool
is_plain_path(str path)
{
	str segment;

	while (str_split(&path, '/', &segment))
		if (segment.len == 0 || str_starts(segment, S(".")) ||
		    str_chr(segment, ':') != STR_NONE ||
		    str_chr(segment, '\\') != STR_NONE)
			return false;
	return true;
}

/* The prefix of each language in addresses and paths of feeds. */
static void
finish_languages(struct finisher *f)
{
	const struct config *c = f->config;

	for (struct language *g = c->languages; g; g = g->next) {
		str url = path_relative(g->url);

		if (g->url.len == 0 && !str_ieq(g->name, c->site.language))
			url = g->name;
		while (str_ends(url, S("/")))
			url.len--;
		if (url.len && !is_plain_path(url))
			fail_language(f, g, DIAG_CONFIG_VALUE,
			    "is no path below site.url");
		if (url.len)
			g->prefix =
			    arena_printf(f->arena, "%.*s/", STR_ARG(url));
		g->folder = path_clean(f->arena, g->folder);
		for (struct language *h = c->languages; h != g; h = h->next)
			if (str_ieq(g->prefix, h->prefix))
				fail_language(f, g, DIAG_PATH_CLASH,
				    "is that of another language");
	}
}

/* ---- collections ---- */

static bool
is_in_folders(struct finisher *f, str path)
{
	const struct strs *folders = &f->config->posts.folders;

	for (size_t i = 0; i < folders->count; i++)
		if (is_within(path, path_clean(f->arena, folders->at[i])))
			return true;
	return false;
}

/* `words` follow the folder. */
static void
fail_collection(struct finisher *f, const struct collection *n,
    diag_code code, const char *words)
{
	const struct value *v = config_find(f->config, arena_printf(f->arena,
	    "posts.collections.%.*s.folder", STR_ARG(n->name)).ptr);

	diag_add(f->diags, code, f->src, v ? v->at : n->at,
	    "posts.collections.%.*s.folder '%.*s'%s", STR_ARG(n->name),
	    STR_ARG(n->folder.len ? n->folder : S(".")), words);
}

static void
finish_collections(struct finisher *f)
{
	struct collection *first = f->config->posts.collections;
	struct stat st;

	for (struct collection *n = first; n; n = n->next) {
		const struct collection *same = first;

		if (n->folder.len == 0) {
			diag_add(f->diags, DIAG_CONFIG_REQUIRED, f->src,
			    n->at, "posts.collections.%.*s has no 'folder'",
			    STR_ARG(n->name));
			continue;
		}
		n->folder = path_clean(f->arena, n->folder);
		while (!str_eq(same->folder, n->folder))
			same = same->next;
		if (n->folder.len == 0)
			fail_collection(f, n, DIAG_CONFIG_FOLDER,
			    " is that of the config, expected one below it");
		else if (!is_in_folders(f, n->folder))
			fail_collection(f, n, DIAG_CONFIG_FOLDER,
			    " is in none of posts.folders");
		else if (stat(path_join(f->arena, f->config->dir,
		    n->folder).ptr, &st) != 0)
			fail_collection(f, n, DIAG_CONFIG_FOLDER,
			    arena_printf(f->arena, ": %s",
			    strerror(errno)).ptr);
		else if (!S_ISDIR(st.st_mode))
			fail_collection(f, n, DIAG_CONFIG_FOLDER,
			    " is not a folder");
		else if (same != n)
			fail_collection(f, n, DIAG_CONFIG_VALUE,
			    " is that of another collection");
	}
}

/* ---- feeds ---- */

static void
finish_extent(struct finisher *f, struct extent *e)
{
	struct config *c = f->config;
	struct where **end = &c->queries;

	if (e->limit < 0)
		e->limit = c->feeds.limit;
	if (e->full < 0)
		e->full = c->content.full;
	if (e->where == NULL)
		return;
	while (*end)
		end = &(*end)->next;
	*end = e->where;
	e->where->index = c->n_queries++;
}

/* A value that is not a map was reported when it was read. */
static void
require_in(struct finisher *f, const struct value *map, const char *key)
{
	bool said = map->kind == VALUE_SCALAR || map->kind == VALUE_LIST;

	if (!said && value_is_null(value_find(map, str_of(key))))
		diag_add(f->diags, DIAG_CONFIG_REQUIRED, f->src, map->at,
		    "a feed of feeds.extra has no '%s'", key);
}

static void
finish_feeds(struct finisher *f)
{
	struct config *c = f->config;

	finish_extent(f, &c->feeds.main.extent);
	for (struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		finish_extent(f, &t->extent);
	for (struct extra *x = c->feeds.extra; x; x = x->next) {
		finish_extent(f, &x->extent);
		require_in(f, x->node, "path");
		require_in(f, x->node, "where");
	}
}

/* Reports a key that needs another key, if that `lacks`. */
static void
require_other(struct finisher *f, const char *key, bool lacks,
    const char *other)
{
	const struct config *c = f->config;
	const struct value *v = config_find(c, key);

	if (lacks && v)
		diag_add(f->diags, DIAG_CONFIG_REQUIRED, config_source(c, v),
		    v->at, "%s needs the key '%s'", key, other);
}

/* The list of what this config wrote is beside the state. */
static void
check_prune(struct finisher *f)
{
	const struct config *c = f->config;
	const struct value *v = config_find(c, "feeds.prune");

	if (v && c->feeds.prune && str_eq(c->posts.state, S("none")))
		diag_add(f->diags, DIAG_CONFIG_IDLE, config_source(c, v),
		    v->at, "feeds.prune removes no feed with "
		    "'posts.state: none': no record says which feeds this "
		    "config wrote");
}

/* Sets ids.ledger if the config does not: to the file that "feedmill ids"
 * writes, once it exists. */
static void
find_ledger(struct finisher *f)
{
	struct config *c = f->config;
	struct source src = {S(USUAL_LEDGER), {0}};
	struct stat st;

	if (config_find(c, "ids.ledger"))
		return;
	if (lstat(path_join(f->arena, c->dir, src.name).ptr, &st) == 0)
		c->ids.ledger = src.name;
	else if (!file_is_absent(errno))
		diag_add(f->diags, DIAG_FILE_UNREADABLE, &src,
		    (struct mark){0}, "%s", strerror(errno));
}

/* Archives and tombstones are recorded in the ledger. */
static void
check_history(struct finisher *f)
{
	const struct config *c = f->config;
	bool none = str_eq(c->ids.ledger, S("none"));

	require_other(f, "feeds.archive", c->feeds.archive && none,
	    "ids.ledger");
	require_other(f, "feeds.tombstones", c->feeds.tombstones > 0 && none,
	    "ids.ledger");
	require_other(f, "feeds.paging", c->feeds.paging && !c->feeds.archive,
	    "feeds.archive");
}

/* ---- media ---- */

static void
finish_media(struct finisher *f)
{
	struct config *c = f->config;
	struct stat st;
	str path;

	c->media.is_given = c->media.folder.len > 0;
	if (str_eq(c->media.folder, S("none"))) {
		c->media.folder = (str){0};
		return;
	}
	c->media.folder = path_clean(f->arena, c->media.is_given
	    ? c->media.folder : str_of(c->posts.generator->media));
	path = path_join(f->arena, c->dir, c->media.folder);
	if (stat(path.len ? path.ptr : ".", &st) == 0)
		c->media.is_there = S_ISDIR(st.st_mode);
	else if (!file_is_absent(errno))
		c->media.error = errno;
	if (c->media.is_given && !c->media.is_there && !c->media.error)
		diag_add(f->diags, DIAG_CONFIG_FOLDER, f->src,
		    config_mark(c, "media.folder"),
		    "media.folder '%.*s' is not an existing folder",
		    STR_ARG(c->media.folder));
}

/* ---- content ---- */

/* Finds the folder of the built site: content.pages; if the config does not
 * have that key, also posts.built and feeds.folder. */
static void
finish_pages(struct finisher *f)
{
	struct config *c = f->config;
	const str folders[] = {c->content.pages, c->posts.built,
		c->feeds.folder};
	size_t n = config_find(c, "content.pages") ? 1 : 3;
	struct stat st;

	for (size_t i = 0; i < n && !c->content.has_pages &&
	     c->content.source == CONTENT_POSTS; i++) {
		str index = path_join(f->arena, path_join(f->arena, c->dir,
		    folders[i]), S("index.html"));

		c->content.has_pages = folders[i].len &&
		    stat(arena_cstr(f->arena, index), &st) == 0;
		if (c->content.has_pages)
			c->content.pages = folders[i];
	}
}

static void
check_content(struct finisher *f)
{
	const struct config *c = f->config;

	require_other(f, "content.check_links", c->content.check_links &&
	    c->posts.built.len == 0, "posts.built");
	if (c->content.markdown && c->content.source == CONTENT_PAGES)
		diag_add(f->diags, DIAG_CONFIG_VALUE, f->src,
		    config_mark(c, "content.markdown"),
		    "content.markdown is true, expected false: with "
		    "content.source pages there is no Markdown");
}

/* ---- all of it ---- */

void
config_finish(struct config *c, struct arena *a, struct diags *diags)
{
	struct finisher f = {c, a, &c->source, diags};

	require_key(&f, "site.url",
	    "the address of the site, such as https://example.org/");
	require_key(&f, "site.title", "the title of the site");
	require_key(&f, "posts.folders",
	    "the folders of the posts, such as [posts]");
	c->site.author = config_person(c->site.author, a);
	check_folders(&f);
	finish_root(&f);
	finish_collections(&f);
	finish_languages(&f);
	finish_feeds(&f);
	podcast_keys_finish_feeds(c, diags);
	find_ledger(&f);
	check_history(&f);
	check_prune(&f);
	finish_media(&f);
	check_content(&f);
	finish_pages(&f);
	finish_hubs(&f);
	if (c->site.url.len == 0)
		return;
	if (c->posts.keep_dates < 0)
		c->posts.keep_dates = c->posts.generator->address.keeps_date;
	add_site_slash(&f);
	finish_urls(&f);
	podcast_keys_finish(c, a, diags);
}
