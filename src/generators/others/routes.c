/* SPDX-License-Identifier: MIT
 * routes: the addresses of posts, by the files that make the pages.
 *
 * In Next.js, SvelteKit and Nuxt a page with a parameter is made by a file or a
 * folder with a name such as [slug], and the folders above it are its
 * address. */
#include "generators/others/routes.h"

#include "base/core/file.h"
#include "base/text/scan.h"

enum { MOST_DEPTH = 6 };

/* A page with a parameter. */
struct route {
	str path;     /* of its file or folder */
	str prefix;   /* its address above the parameter: "blog", or "" */
	str parameter;
	bool has_folders; /* the parameter may have slashes */
	int rank;     /* how likely its pages are posts; 0: they are not */
};

struct search {
	struct import_site *site;
	str posts;    /* the name of the folder of the posts */
	struct route best, other; /* `other` has the same rank */
};

static const char pages[] = ".js .jsx .ts .tsx .vue .svelte .mjs";

static str
singular(str s)
{
	return str_sub(s, 0, s.len - (s.len > 1 && str_iends(s, S("s"))));
}

static bool
is_same(str a, str b)
{
	return str_ieq(singular(a), singular(b));
}

/* Reads "[slug]", "[...slug]" and "_slug" of Nuxt 2. False: the name is no
 * parameter, or one that may be missing: "[[page]]". */
static bool
read_parameter(str name, struct route *r)
{
	str s = name;

	if (str_iends_any(s, pages))
		s.len = str_rchr(s, '.');
	else if (str_chr(s, '.') != STR_NONE && s.ptr[0] != '[')
		return false;
	if (scan_char(&s, '_')) {
		r->parameter = s;
		return str_iends(name, S(".vue")) ||
		    str_chr(name, '.') == STR_NONE;
	}
	if (!scan_char(&s, '[') || scan_peek(s) == '[' || !str_ends(s, S("]")))
		return false;
	r->has_folders = scan_text(&s, S("..."));
	r->parameter = str_sub(s, 0, str_chr(s, ']'));
	/* SvelteKit: [slug=matcher]. */
	r->parameter = str_sub(r->parameter, 0, str_chr(r->parameter, '='));
	return r->parameter.len > 0;
}

/* Whether a folder makes a page, and not only data or a picture. */
static bool
has_page(struct import_site *s, str folder)
{
	struct strs entries = import_entries(s, folder);

	for (size_t i = 0; i < entries.count; i++) {
		str name = path_base(entries.at[i]);

		if (str_iends_any(name, pages) && (str_starts(name,
		    S("page.")) || str_starts(name, S("+page.")) ||
		    str_starts(name, S("index."))))
			return true;
	}
	return false;
}

static int
rank_of(const struct search *s, const struct route *r)
{
	static const char others[] =
	    "page tag tags category categories author lang locale year";

	if (str_has_word(str_of(others), r->parameter, str_ieq))
		return 0;
	if (r->prefix.len && is_same(path_base(r->prefix), s->posts))
		return 4;
	if (is_same(r->parameter, s->posts) ||
	    str_has_word(S("post article"), r->parameter, str_ieq))
		return 3;
	return str_ieq(r->parameter, S("slug")) ? 2
	    : str_ieq(r->parameter, S("id"));
}

static void
add_route(struct search *s, struct route r)
{
	r.rank = rank_of(s, &r);
	if (r.rank > s->best.rank) {
		s->best = r;
		s->other.rank = 0;
	} else if (r.rank == s->best.rank)
		s->other = r;
}

static void
walk(struct search *s, str folder, str prefix, int depth)
{
	struct strs entries = import_entries(s->site, folder);

	for (size_t i = 0; i < entries.count; i++) {
		str path = entries.at[i], name = path_base(path);
		struct route r = {.path = path, .prefix = prefix};
		bool is_folder = import_has_folder(s->site, path.ptr);

		if (read_parameter(name, &r)) {
			if (!is_folder || has_page(s->site, path))
				add_route(s, r);
		} else if (is_folder && depth < MOST_DEPTH &&
		    !str_eq(name, S("api")) && name.ptr[0] != '@' &&
		    name.ptr[0] != '[')
			/* A folder (group) is not a part of addresses. */
			walk(s, path, name.ptr[0] == '(' ? prefix
			    : path_join(s->site->arena, prefix, name),
			    depth + 1);
	}
}

static str
pattern_of(struct import_site *s, const struct route *r)
{
	return arena_printf(s->arena, "/%.*s%s%s:slugorfilename",
	    STR_ARG(r->prefix), r->prefix.len ? "/" : "",
	    r->has_folders ? ":sections/" : "");
}

void
routes_read(struct import_site *site, const char *folders, str posts)
{
	struct search s = {.site = site, .posts = path_base(posts)};
	str rest = str_of(folders), word;

	while (str_word(&rest, &word))
		if (import_has_folder(site, arena_cstr(site->arena, word)))
			walk(&s, arena_str(site->arena, word), S(""), 0);
	if (s.best.rank && s.other.rank == s.best.rank)
		import_gap(site, "posts.permalink: '%.*s' and '%.*s' may both "
		    "make the pages of posts; set it to '%.*s' or '%.*s'",
		    STR_ARG(s.best.path), STR_ARG(s.other.path),
		    STR_ARG(pattern_of(site, &s.best)),
		    STR_ARG(pattern_of(site, &s.other)));
	/* A catch-all at the root makes any page, by the path of its file. */
	if (s.best.rank && (s.best.prefix.len || !s.best.has_folders))
		import_set(site, "posts.permalink", pattern_of(site, &s.best),
		    s.best.path);
}
