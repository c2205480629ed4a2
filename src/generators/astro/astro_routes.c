/* SPDX-License-Identifier: MIT
 * astro_routes: which page of an Astro site shows the posts of a collection.
 *
 * A file of src/pages whose path has a name in brackets makes a page for each
 * object that its getStaticPaths() returns:
 *
 *	return posts.map((post) => ({ params: { slug: post.id } }));
 *
 * The program is not run. Its text tells where posts and parameters come
 * from. */
#include "generators/astro/astro_routes.h"

#include "base/core/buf.h"
#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/astro/js_module.h"

enum { MOST_DEPTH = 6, MOST_IMPORTS = 2 };

struct finder {
	struct import_site *site;
	const struct astro_collection *all;
	struct astro_route *first, **end;
};

/* ---- the collections of a program ---- */

static void
add_name(struct buf *names, str name)
{
	if (!str_has_word(buf_str(names), name, str_eq))
		buf_printf(names, "%.*s ", STR_ARG(name));
}

/* Whether a text in quotes is in the program. */
static bool
has_text(struct import_site *s, str program, str text)
{
	static const char quotes[] = "'\"`";

	for (size_t i = 0; i < 3; i++)
		if (str_find(program, arena_printf(s->arena, "%c%.*s%c",
		    quotes[i], STR_ARG(text), quotes[i])) != STR_NONE)
			return true;
	return false;
}

/* Adds what getCollection("blog") names. */
static void
add_called(struct import_site *s, const struct astro_collection *all,
    str program, struct buf *names)
{
	str rest = program;
	size_t at;

	while ((at = str_find(rest, S("getCollection"))) != STR_NONE) {
		str call, argument;

		rest = str_from(rest, at + 13);
		if (scan_peek(rest) == '<')
			scan_past(&rest, S(">"), NULL);
		call = scan_peek(rest) == '(' ? js_brackets(rest) : (str){0};
		argument = str_sub(call, 0, str_chr(call, ','));
		for (const struct astro_collection *c = all; c; c = c->next)
			if (has_text(s, argument, c->name))
				add_name(names, c->name);
	}
}

/* The body of a function, from its name on; or empty. */
static str
function_of(str program, str name)
{
	size_t at;
	str rest = program;

	while ((at = js_find_name(rest, name)) != STR_NONE) {
		str before = str_trim_end(str_sub(program, 0,
		    (size_t)(rest.ptr - program.ptr) + at));
		size_t open;

		rest = str_from(rest, at + name.len);
		open = str_find(rest, S("{"));
		if (str_ends(before, S("function")) ||
		    str_ends(before, S("const")) || str_ends(before, S("let")))
			return open == STR_NONE ? rest : str_sub(rest, 0,
			    open + js_brackets(str_from(rest, open)).len);
	}
	return (str){0};
}

static void add_from(struct import_site *s,
    const struct astro_collection *all, str file, str whole, str program,
    struct buf *names, int depth);

/* Follows each function that the program calls into the module that it is
 * imported from, or to its text in the same file. */
static void
add_functions(struct import_site *s, const struct astro_collection *all,
    str file, str whole, str program, struct buf *names, int depth)
{
	str rest = program;

	while (rest.len) {
		str name = scan_while(&rest, js_is_name), path, body;
		struct source src;

		if (name.len == 0) {
			scan_front(&rest, 1);
			continue;
		}
		if (scan_peek(rest) != '(' || str_eq(name,
		    S("getCollection")))
			continue;
		body = function_of(whole, name);
		if (body.len && body.ptr != program.ptr)
			add_from(s, all, file, whole, body, names, depth + 1);
		else if (js_open_module(s, file, whole, name, &src, &path))
			add_from(s, all, path, src.text,
			    function_of(src.text, name), names, depth + 1);
	}
}

static void
add_from(struct import_site *s, const struct astro_collection *all, str file,
    str whole, str program, struct buf *names, int depth)
{
	size_t before = names->len;

	add_called(s, all, program, names);
	if (depth < MOST_IMPORTS * 2)
		add_functions(s, all, file, whole, program, names, depth);
	/* getPosts("blog") of another module, or of a constant. */
	for (const struct astro_collection *c = all; depth == 0 && c &&
	    names->len == before; c = c->next)
		if (has_text(s, program, c->name))
			add_name(names, c->name);
}

void
astro_collections_of(struct import_site *s,
    const struct astro_collection *all, str file, str program,
    struct buf *names)
{
	add_from(s, all, file, program, program, names, 0);
}

/* ---- parameters ---- */

/* The expression that a parameter is set to: `post.id` in
 * `params: { slug: post.id }`. Empty: it was not found. */
static str
expression_of(str paths, str name)
{
	size_t at = js_find_name(paths, S("params"));
	str params, rest;

	if (at == STR_NONE)
		return (str){0};
	rest = str_from(paths, at + 6);
	scan_char(&rest, ':');
	rest = str_trim(rest);
	params = scan_peek(rest) == '{' ? js_brackets(rest) : (str){0};
	at = js_find_name(params, name);
	rest = at == STR_NONE ? (str){0}
	    : str_trim(str_from(params, at + name.len));
	if (scan_char(&rest, ':')) {
		str before = rest;

		while (rest.len && !char_is_one_of(scan_peek(rest), ",}"))
			if (char_is_one_of(scan_peek(rest), "([{"))
				rest = str_from(rest, js_brackets(rest).len +
				    !js_brackets(rest).len);
			else
				scan_front(&rest, 1);
		return str_trim(scan_since(before, rest));
	}
	/* `{ slug }` is a constant of the program. */
	for (rest = paths; (at = js_find_name(rest, name)) != STR_NONE;) {
		str line;

		rest = str_trim(str_from(rest, at + name.len));
		if (!scan_char(&rest, '=') || scan_peek(rest) == '=' ||
		    scan_peek(rest) == '>')
			continue;
		str_split(&rest, '\n', &line);
		line = str_trim(line);
		return str_ends(line, S(";")) ? str_sub(line, 0, line.len - 1)
		    : line;
	}
	return (str){0};
}

/* Whether an expression is a property of an object and no more: post.id. */
static bool
is_property(str expression, str name)
{
	size_t dot = str_rchr(expression, '.');
	str rest = expression;

	while (rest.len && (js_is_name(rest.ptr[0]) ||
	    char_is_one_of(rest.ptr[0], ".!?")))
		scan_front(&rest, 1);
	return rest.len == 0 && dot != STR_NONE &&
	    str_eq(str_from(expression, dot + 1), name);
}

/* The folder in post.id.replace("en/", ""); or empty. */
static str
removed_folder(str expression)
{
	size_t at = str_find(expression, S(".replace("));
	str rest = str_from(expression, at == STR_NONE ? expression.len
	    : at + 9), inside, tail;

	scan_char(&rest, '/');
	scan_char(&rest, '^');
	if (!char_is_one_of(scan_peek(rest), "'\"") ||
	    !scan_quoted(&rest, '\\', &inside))
		return (str){0};
	tail = str_trim(rest);
	scan_char(&tail, ',');
	tail = str_trim(tail);
	return str_ends(inside, S("/")) && (str_starts(tail, S("\"\"")) ||
	    str_starts(tail, S("''"))) ? str_sub(inside, 0, inside.len - 1)
	    : (str){0};
}

/* The token for the parameter that tells posts apart. An expression that is
 * neither the id nor the slug of the post becomes r->unknown. */
static const char *
token_of(struct astro_route *r, str expression, bool has_folders)
{
	bool last = str_find(expression, S(".pop()")) != STR_NONE ||
	    str_find(expression, S(".at(-1)")) != STR_NONE;
	bool own = str_find(expression, S("data.slug")) != STR_NONE;
	bool id = js_find_name(expression, S("id")) != STR_NONE;

	if (last && (id || own || is_property(expression, S("slug"))))
		return ":slugorfilename";
	if (is_property(expression, S("id")) ||
	    is_property(expression, S("slug")) || own)
		return ":slugorpath";
	r->folder = removed_folder(expression);
	if (r->folder.len)
		return ":slugorpath";
	/* getPath() and getPostSlug() of AstroPaper and its like give the
	 * path of the file. */
	r->drops_underscored = id && str_starts(expression, S("get"));
	if (!r->drops_underscored &&
	    !(id && str_starts(expression, S("clean"))))
		r->unknown = expression;
	return has_folders || expression.len ? ":slugorpath" :
	    ":slugorfilename";
}

/* The token for one of the other parameters; NULL: it is none that feedmill
 * knows. */
static const char *
token_of_part(struct astro_route *r, str name, str expression)
{
	static const struct {
		const char *name, *call, *token;
	} rows[] = {
		{"year", "Year()", ":year"},
		{"month", "Month()", ":month"},
		{"day", "Date()", ":day"},
	};

	if (str_has_word(S("lang locale language"), name, str_ieq)) {
		r->by_language = true;
		return ":lang";
	}
	for (size_t i = 0; i < 3; i++)
		if (str_ieq(name, str_of(rows[i].name)) ||
		    str_find(expression, str_of(rows[i].call)) != STR_NONE)
			return rows[i].token;
	return NULL;
}

/* ---- routes ---- */

/* Whether the parameter of a list, not of a post. */
static bool
is_list(str name)
{
	return str_has_word(S("page tag tags category categories author "
	    "authors series project projects"), name, str_ieq);
}

/* Takes the name off "[...slug]". False: it is no parameter. */
static bool
read_parameter(str part, str *name, bool *has_folders)
{
	if (!scan_char(&part, '[') || !str_ends(part, S("]")))
		return false;
	*has_folders = scan_text(&part, S("..."));
	*name = str_sub(part, 0, part.len - 1);
	return name->len > 0;
}

/* Makes the pattern of a path below src/pages: "blog/[...slug]". False: it is
 * not that of a post. */
static bool
read_pattern(struct finder *f, struct astro_route *r, str path, str paths)
{
	struct buf out = {0};
	bool is_post = false;
	str part, rest = path;

	while (str_split(&rest, '/', &part)) {
		bool has_folders, is_last = rest.ptr == NULL || rest.len == 0;
		const char *token = NULL;
		str name, expression;

		if (!read_parameter(part, &name, &has_folders)) {
			if (str_chr(part, '[') != STR_NONE)
				r->unknown = part;
			buf_printf(&out, "/%.*s", STR_ARG(part));
			continue;
		}
		expression = expression_of(paths, name);
		is_post = is_last && !is_list(name);
		if (!is_last)
			token = token_of_part(r, name, expression);
		else
			token = token_of(r, expression, has_folders);
		if (token == NULL)
			r->unknown = expression.len ? expression : name;
		buf_printf(&out, "/%s", token ? token : ":section");
	}
	r->pattern = arena_str(f->site->arena, buf_str(&out));
	buf_free(&out);
	return is_post;
}

static void
add_route(struct finder *f, struct astro_route row)
{
	struct astro_route *new = arena_alloc(f->site->arena, sizeof *new);

	*new = row;
	*f->end = new;
	f->end = &new->next;
}

/* Reads a file of src/pages. `path` is its address: without src/pages, the
 * ending and index. */
static void
read_file(struct finder *f, str file, str path)
{
	struct astro_route row = {.file = file};
	struct buf names = {0};
	struct source src;
	size_t at;
	str paths, rest, word;

	if (!import_text(f->site, file.ptr, &src))
		return;
	at = js_find_name(src.text, S("getStaticPaths"));
	paths = at == STR_NONE ? (str){0} : str_from(src.text, at);
	at = str_find(paths, S("{"));
	paths = str_sub(paths, 0, at == STR_NONE ? 0 : at +
	    js_brackets(str_from(paths, at)).len);
	if (str_find(paths, S("paginate(")) != STR_NONE ||
	    !read_pattern(f, &row, path, paths))
		return;
	/* Pages that are made on request have no getStaticPaths. */
	add_from(f->site, f->all, file, src.text, paths.len ? paths : src.text,
	    &names, 0);
	rest = buf_str(&names);
	while (str_word(&rest, &word)) {
		row.collection = astro_collection_find(f->all, word);
		add_route(f, row);
	}
	if (names.len == 0)
		add_route(f, row);
	buf_free(&names);
}

static void
walk(struct finder *f, str folder, str address, bool has_name, int depth)
{
	struct strs entries = import_entries(f->site, folder);

	for (size_t i = 0; i < entries.count; i++) {
		str path = entries.at[i], name = path_base(path);
		bool has = has_name || str_chr(name, '[') != STR_NONE;

		if (scan_peek(name) == '_')
			continue;
		if (str_ends(name, S(".astro"))) {
			name.len -= 6;
			if (has)
				read_file(f, path, str_eq(name, S("index"))
				    ? address : path_join(f->site->arena,
				    address, name));
		} else if (depth < MOST_DEPTH &&
		    import_has_folder(f->site, path.ptr))
			walk(f, path, path_join(f->site->arena, address,
			    name), has, depth + 1);
	}
}

struct astro_route *
astro_routes(struct import_site *s, const struct astro_collection *all)
{
	struct finder f = {.site = s, .all = all};

	f.end = &f.first;
	walk(&f, S("src/pages"), S(""), false, 0);
	return f.first;
}

/* A route in a folder with the name of the collection is the likeliest, then
 * one whose parameters are known. */
static int
rank_of(const struct astro_route *r, const struct astro_collection *c)
{
	str part, rest = r->pattern;
	int rank = 1 + (r->unknown.len == 0);

	while (str_split(&rest, '/', &part))
		if (str_ieq(part, c->name) ||
		    str_ieq(part, path_base(c->folder)))
			rank += 2;
	return rank;
}

const struct astro_route *
astro_route_find(const struct astro_route *all,
    const struct astro_collection *c, bool has_folder)
{
	const struct astro_route *best = NULL;

	for (; all; all = all->next)
		if (all->collection == c && c &&
		    (all->folder.len > 0) == has_folder &&
		    (best == NULL || rank_of(all, c) > rank_of(best, c)))
			best = all;
	return best;
}
