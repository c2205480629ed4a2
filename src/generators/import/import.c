/* SPDX-License-Identifier: MIT
 * import: converts the config of a generator to feedmill's.
 *
 * Each generator has a function that recognises its sites and one that reads
 * its config: it sets keys of feedmill.yaml and adds the feeds of the site.
 * The new feeds get the same addresses, so that subscribers need not move. */
#include "generators/import/import.h"


#include "base/core/file.h"
#include "generators/generator_codes.h"
#include "generators/generators.h"
#include "generators/others/import_plain.h"
#include "generators/import/import_site.h"

static const char *const formats[IMPORT_FORMATS] = {"atom", "rss", "json"};
static const char *const endings[IMPORT_FORMATS] = {"xml", "xml", "json"};

/* ---- feeds ---- */

/* Makes the path of a missing format from the first other one, since all feeds
 * are in all formats: "feeds/all.atom.xml" gives "feeds/all.rss.xml". */
static str
other_path(struct import_site *s, const struct import_feed *f, int format)
{
	str wanted = str_of(formats[format]), path, is;
	size_t at, dot;
	int has = 0;

	while (f->path[has].len == 0)
		has++;
	path = f->path[has];
	is = str_of(formats[has]);
	at = str_find(path, is);
	dot = str_rchr(path, '.');

	if (at != STR_NONE)
		return arena_printf(s->arena, "%.*s%.*s%.*s", (int)at,
		    path.ptr, STR_ARG(wanted),
		    STR_ARG(str_from(path, at + is.len)));
	if (dot == STR_NONE)
		dot = path.len;
	return arena_printf(s->arena, "%.*s.%.*s.%s", (int)dot, path.ptr,
	    STR_ARG(wanted), endings[format]);
}

/* The key of a feed's setting, in the arena. */
static const char *
feed_key(struct import_site *s, const struct import_feed *f, const char *name)
{
	return f->taxonomy.len == 0
	    ? arena_printf(s->arena, "feeds.main.%s", name).ptr
	    : arena_printf(s->arena, "feeds.taxonomies.%.*s.%s",
	    STR_ARG(f->taxonomy), name).ptr;
}

/* Adds the path of a format; a list if the feed has two paths. */
static void
add_paths(struct import_site *s, struct value *map,
    const struct import_feed *f, int k)
{
	str path = path_relative(f->path[k].len ? f->path[k]
	    : other_path(s, f, k));
	struct value *list = import_list(s);

	if (f->also[k].len == 0) {
		import_add(s, map, str_of(formats[k]), path);
		return;
	}
	import_add(s, list, S(""), path);
	import_add(s, list, S(""), path_relative(f->also[k]));
	import_add_node(map, str_of(formats[k]), list);
}

static void
set_feed(struct import_site *s, struct import_feed *f)
{
	struct value *map = import_map(s);

	for (int k = 0; k < IMPORT_FORMATS; k++)
		if (s->uses[k])
			add_paths(s, map, f, k);
	import_set_value(s, feed_key(s, f, "path"), map, f->from);
	if (f->title)
		import_set(s, feed_key(s, f, "title"), str_of(f->title),
		    arena_printf(s->arena, "as %s has it",
		    s->import->generator));
	if (f->where)
		import_set(s, feed_key(s, f, "where"), str_of(f->where),
		    S("no other collection is in it"));
	if (f->limit)
		import_set_plain(s, feed_key(s, f, "limit"), f->limit,
		    arena_printf(s->arena, "as %s has it",
		    s->import->generator));
	import_set(s, feed_key(s, f, "url"), f->url,
	    S("the page of a term"));
}

static bool
has_path(const struct import_feed *f)
{
	for (int k = 0; k < IMPORT_FORMATS; k++)
		if (f->path[k].len)
			return true;
	return false;
}

/* Config keys are paths with dots, so names must not have dots. `year` and
 * `language` are taxonomies of feedmill, not of the front matter. */
static bool
is_usable(struct import_site *s, const struct import_feed *f)
{
	static const char *const own[] = {
		"year", "years", "language", "languages"};

	if (!has_path(f))
		return false;
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
		if (str_eq(f->taxonomy, str_of(own[i]))) {
			import_gap(s, "%.*s: the taxonomy '%s' is left out: "
			    "feedmill has a taxonomy of that name",
			    STR_ARG(f->from), own[i]);
			return false;
		}
	if (str_chr(f->taxonomy, '.') == STR_NONE)
		return true;
	import_gap(s, "%.*s: the taxonomy '%.*s' has a dot in its name; add "
	    "it by hand", STR_ARG(f->from), STR_ARG(f->taxonomy));
	return false;
}

/* If other feeds have more formats, an extra feed is limited to its own. */
static struct value *
extra_map(struct import_site *s, const struct import_extra *x)
{
	struct value *map = import_map(s), *paths = import_map(s);
	struct value *list = import_list(s);
	str format = str_of(formats[x->format]);
	bool has_others = false;

	for (int k = 0; k < IMPORT_FORMATS; k++)
		has_others |= k != x->format && s->uses[k];
	import_add(s, paths, format, path_relative(x->path));
	import_add_node(map, S("path"), paths);
	import_add(s, map, S("title"), x->title);
	import_add(s, map, S("where"), x->where);
	if (has_others) {
		import_add(s, list, S(""), format);
		import_add_node(map, S("formats"), list);
	}
	return map;
}

static void
set_extras(struct import_site *s)
{
	struct value *list = import_list(s);

	for (const struct import_extra *x = s->extras; x; x = x->next)
		value_add(list, extra_map(s, x));
	if (list->first)
		import_set_value(s, "feeds.extra", list, s->extras->from);
}

static void
set_feeds(struct import_site *s)
{
	struct value *list = import_list(s);
	bool any = false;

	for (int k = 0; k < IMPORT_FORMATS; k++) {
		for (struct import_feed *f = s->feeds; f; f = f->next)
			s->uses[k] |= f->path[k].len > 0;
		if (s->uses[k])
			import_add(s, list, S(""), str_of(formats[k]));
	}
	if (list->first)
		import_set_value(s, "feeds.formats", list, S("as the site has it"));
	for (struct import_feed *f = s->feeds; f; f = f->next)
		if (is_usable(s, f)) {
			set_feed(s, f);
			any |= f->taxonomy.len > 0;
		}
	if (!any)
		import_set_value(s, "feeds.taxonomies", import_map(s),
		    S("the site has none"));
	set_extras(s);
}

/* ---- all of it ---- */

static void
report_unknown(const struct import_site *s)
{
	struct buf names = {0};
	const struct generator *g;

	for (size_t i = 0; (g = generator_at(i)) != NULL; i++)
		if (g->known_by)
			buf_printf(&names, "%s%s (%s)", names.len ? "; " : "",
			    g->label, g->known_by);
	diag_add(s->diags, DIAG_GENERATOR_UNKNOWN, NULL, (struct mark){0},
	    "no site generator with a dialect recognised in '%.*s': looked "
	    "for %s", STR_ARG(s->dir.len ? s->dir : S(".")), buf_cstr(&names));
	buf_free(&names);
}

/* The generator; `plain` if none is recognised. NULL: a config does not
 * parse. */
static const struct generator *
find_generator(struct import_site *s)
{
	size_t errors = s->diags->counts[DIAG_ERROR];
	const struct generator *g;

	for (size_t i = 0; (g = generator_at(i)) != NULL; i++) {
		bool is = g->is ? g->is(s) : g->configs &&
		    import_first_file(s, S(""), g->configs);

		/* An unparsable config may belong to any generator. */
		if (s->diags->counts[DIAG_ERROR] != errors)
			return NULL;
		if (is)
			return g;
	}
	report_unknown(s);
	return &generator_plain;
}

static void
check_required(struct import_site *s)
{
	static const struct {
		const char *key, *words;
	} required[] = {
		{"site.url", "the address of the site"},
		{"site.title", "the title of the site"},
		{"posts.folders", "the folder of the posts"},
	};

	for (size_t i = 0; i < 3; i++)
		if (!import_is_set(s, required[i].key))
			import_gap(s, "%s: %s was not found; fill it in",
			    required[i].key, required[i].words);
}

static void
set_hints(struct import_site *s, const struct import_hints *hints)
{
	import_set(s, "site.url", str_of(hints->url), S("--url"));
	import_set(s, "site.title", str_of(hints->title), S("--title"));
}

/* If the generator has no dialect, the site gets feedmill's default feeds. */
static void
read_site(struct import_site *s, const struct generator *g)
{
	struct import *im = s->import;

	im->generator = g->label;
	import_set(s, "posts.dialect", str_of(g->name), (str){0});
	if (g->read) {
		g->read(s);
		import_set(s, "feeds.url", S("/"), (str){0});
		set_feeds(s);
	} else {
		im->is_plain = true;
		im->generator = import_plain_read(s);
	}
	import_plain_fill(s);
}

bool
import_read(struct import *im, struct arena *a, str dir,
    const struct import_hints *hints, import_takes *takes,
    struct diags *diags)
{
	struct import_site s = {
		.arena = a, .diags = diags, .dir = dir, .import = im,
		.takes = takes};
	size_t errors = diags->counts[DIAG_ERROR];
	const struct generator *g;

	*im = (struct import){0};
	g = find_generator(&s);
	if (g == NULL)
		return false;
	set_hints(&s, hints);
	read_site(&s, g);
	check_required(&s);
	return diags->counts[DIAG_ERROR] == errors;
}
