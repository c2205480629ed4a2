/* SPDX-License-Identifier: MIT
 * feed_script: scripts of a site that write its feeds. */
#include "generators/import/feed_script.h"

#include "base/text/scan.h"
#include "generators/import/import_literal.h"

/* How many bytes before a call to search for the name of its file. */
enum { NEAR = 300 };

struct script {
	struct import_site *site;
	str name, program;
	str feed; /* the arguments of `new Feed()` */
};

/* ---- values ---- */

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '_' || c == '$';
}

/* The arguments of a call: the text up to its closing parenthesis. */
static str
arguments(str rest)
{
	size_t n = 0;
	int depth = 1;

	for (; n < rest.len && depth; n++)
		depth += (rest.ptr[n] == '(') - (rest.ptr[n] == ')');
	return str_sub(rest, 0, n);
}

/* The text of a member of the feed. Its value is a literal, or the name of a
 * constant of the script. */
static str
member(const struct script *p, const char *name)
{
	struct arena *a = p->site->arena;
	const struct value *v = literal_find(a, p->feed, name);
	str key = arena_printf(a, "%s:", name), rest = p->feed, constant;

	if (v == NULL && scan_past(&rest, key, NULL)) {
		scan_blanks(&rest);
		constant = scan_while(&rest, is_name_char);
		if (constant.len)
			v = literal_find(
			    a, p->program, arena_cstr(a, constant));
	}
	return import_str(v);
}

static void
take(const struct script *p, const char *key, const char *name)
{
	import_set(p->site, key, member(p, name), arena_printf(
	    p->site->arena, "%.*s: %s", STR_ARG(p->name), name));
}

/* ---- files ---- */

/* The path below the output folder: "./public/${dir}/feed.xml" gives
 * "feed.xml". */
static str
below_output(str path)
{
	static const char folders[] =
	    "public static dist out output build _site";
	str rest = path, part;

	while (str_split(&rest, '/', &part))
		if (str_ends(part, S("}")) || str_has_word(
		    str_of(folders), part, str_eq))
			path = rest;
	while (str_starts(path, S("./")) || str_starts(path, S("/")))
		path = str_from(path, path.ptr[0] == '.' ? 2 : 1);
	return path;
}

/* The file that a feed is written to: the last string before the call that ends
 * in .xml or the like. */
static str
file_before(str text)
{
	str rest = str_from(text, text.len > NEAR ? text.len - NEAR : 0);
	str found = {0}, part;

	while (rest.len) {
		char quote;

		scan_until(&rest, "'\"`");
		if (rest.len == 0)
			break;
		quote = scan_front(&rest, 1).ptr[0];
		part = scan_until(&rest, quote == '`' ? "`" : quote == '"'
		    ? "\"\n" : "'\n");
		if (str_iends_any(part, ".xml .rss .atom .json"))
			found = part;
		scan_char(&rest, quote);
	}
	return below_output(found);
}

static bool
read_paths(struct script *p)
{
	static const struct {
		str call;
		int format;
	} calls[] = {
		{S_INIT(".atom1("), IMPORT_ATOM},
		{S_INIT(".rss2("), IMPORT_RSS},
		{S_INIT(".json1("), IMPORT_JSON},
	};
	str path[IMPORT_FORMATS] = {{0}};
	struct import_feed *f;
	bool any = false;

	for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
		size_t at = str_find(p->program, calls[i].call);

		if (at == STR_NONE)
			continue;
		path[calls[i].format] = file_before(
		    str_sub(p->program, 0, at));
		any |= path[calls[i].format].len > 0;
	}
	if (!any)
		return false;
	f = import_add_feed(p->site, S(""), p->name);
	for (int i = 0; i < IMPORT_FORMATS; i++)
		f->path[i] = path[i];
	return true;
}

/* ---- the script ---- */

static bool
read_script(struct import_site *s, str name)
{
	struct script p = {.site = s, .name = name};
	struct source src;
	str rest;

	if (!str_iends_any(name, ".js .mjs .cjs .ts .mts .cts .jsx .tsx") ||
	    !import_text(s, name.ptr, &src))
		return false;
	p.program = rest = src.text;
	if (!scan_past(&rest, S("new Feed("), NULL))
		return false;
	p.feed = arguments(rest);
	if (!read_paths(&p))
		return false;
	import_set_url(s, member(&p, "link"), S("/"), arena_printf(
	    s->arena, "%.*s: link", STR_ARG(name)));
	take(&p, "site.title", "title");
	take(&p, "site.description", "description");
	take(&p, "site.language", "language");
	take(&p, "site.rights", "copyright");
	import_set_plain(s, "feeds.limit", "0", arena_printf(s->arena,
	    "%.*s sets none", STR_ARG(name)));
	return true;
}

bool
feed_script_read(struct import_site *s, str folder, int depth)
{
	struct strs paths = import_entries(s, folder);

	for (size_t i = 0; i < paths.count; i++)
		if (read_script(s, paths.at[i]) || (depth > 0 &&
		    import_has_folder(s, paths.at[i].ptr) &&
		    feed_script_read(s, paths.at[i], depth - 1)))
			return true;
	return false;
}
