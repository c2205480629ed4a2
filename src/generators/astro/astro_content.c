/* SPDX-License-Identifier: MIT
 * astro_content: the content collections of an Astro site.
 *
 * The content config is a program, which is not run:
 *
 *	const blog = defineCollection({
 *		loader: glob({ base: "./texts", pattern: "*.md" }),
 *		schema: z.object({ title: z.string(), date: z.date() }),
 *	});
 *	export const collections = { blog };
 *
 * A collection without a loader has the folder of its name in src/content. */
#include "generators/astro/astro_content.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/import/import_literal.h"
#include "generators/astro/js_module.h"

static const char config_files[] = "src/content.config.ts "
    "src/content.config.js src/content.config.mjs src/content.config.mts "
    "src/content/config.ts src/content/config.js src/content/config.mjs "
    "src/content/config.mts";

struct content {
	struct import_site *site;
	str file, program; /* the content config */
	struct astro_collection *first, **end;
};

/* ---- texts in programs ---- */

/* The text that a name stands for: const PATH = "texts"; also of an imported
 * file. */
static str
constant(struct content *c, str name)
{
	const char *key = arena_cstr(c->site->arena, name);
	str text = import_str(literal_find(c->site->arena, c->program, key));
	struct source src;
	str path;

	if (text.len == 0 && js_open_module(c->site, c->file, c->program, name,
	    &src, &path))
		text = import_str(literal_find(c->site->arena, src.text, key));
	return text;
}

/* A template with names: `./${BLOG_PATH}/texts`. Empty: one is unknown. */
static str
fill_template(struct content *c, str template)
{
	struct buf out = {0};
	str text, name;

	while (template.len) {
		if (!scan_text(&template, S("${"))) {
			buf_add(&out, scan_front(&template, 1));
			continue;
		}
		scan_past(&template, S("}"), &name);
		name = constant(c, str_trim(name));
		if (name.len == 0) {
			buf_free(&out);
			return (str){0};
		}
		buf_add(&out, name);
	}
	text = arena_str(c->site->arena, buf_str(&out));
	buf_free(&out);
	return text;
}

/* The text after `key:`, which may be a template or the name of a constant, or
 * the first of a list. */
static str
text_after(struct content *c, str program, str key)
{
	size_t at = js_find_name(program, key);
	str rest = at == STR_NONE ? (str){0}
	    : str_trim(str_from(program, at + key.len)), inside;
	struct value *v;
	bool open;

	if (!scan_char(&rest, ':'))
		return (str){0};
	rest = str_trim(rest);
	scan_text(&rest, S("new URL("));
	if (scan_peek(rest) == '`' && scan_quoted(&rest, '\\', &inside))
		return fill_template(c, inside);
	v = literal_parse(c->site->arena, &rest, &open);
	if (v && v->kind == VALUE_LIST)
		v = v->first;
	if (v)
		return import_str(v);
	return constant(c, scan_while(&rest, js_is_name));
}

/* ---- collections ---- */

/* The name that `collections` gives to a constant: { post: postCollection };
 * itself, if it has no other. */
static str
exported_name(struct content *c, str constant_name)
{
	size_t at = js_find_name(c->program, S("collections"));
	str members = str_from(c->program, at == STR_NONE ? c->program.len
	    : at), part;

	/* A type may come first: collections: Record<string, T> = { }. */
	scan_past(&members, S("="), NULL);
	members = str_trim(members);
	members = scan_peek(members) == '{' ? js_brackets(members) : (str){0};
	members = str_sub(members, 1, members.len ? members.len - 2 : 0);

	while (str_split(&members, ',', &part)) {
		size_t colon = str_chr(part, ':');
		str key = str_trim(str_sub(part, 0, colon));

		if (colon == STR_NONE || !str_eq(str_trim(str_from(part,
		    colon + 1)), constant_name))
			continue;
		if (char_is_one_of(scan_peek(key), "'\""))
			key = str_sub(key, 1, key.len - 2);
		return key;
	}
	return constant_name;
}

/* The place of the last "const ", or STR_NONE. */
static size_t
last_const(str program)
{
	size_t at = STR_NONE, next, from = 0;

	while ((next = str_find(str_from(program, from), S("const "))) !=
	    STR_NONE) {
		at = from + next;
		from = at + 6;
	}
	return at;
}

/* The name before a call: "const blog = ", "blog: ". */
static str
name_before(str program)
{
	str s = str_trim_end(program);
	size_t end, at;

	if (!str_ends(s, S("=")) && !str_ends(s, S(":")))
		return (str){0};
	s = str_trim_end(str_sub(s, 0, s.len - 1));
	if (s.len && char_is_one_of(s.ptr[s.len - 1], "'\"")) {
		s.len--;
		return str_from(s, str_rchr(s, s.ptr[s.len]) + 1);
	}
	if (str_ends(s, S(">")) && (at = last_const(s)) != STR_NONE) {
		/* const blog: ReturnType<typeof defineCollection> = */
		s = str_from(s, at + 6);
		return scan_while(&s, js_is_name);
	}
	for (end = s.len; end && js_is_name(s.ptr[end - 1]); end--)
		continue;
	return str_from(s, end);
}

static void
add_collection(struct content *c, struct astro_collection row)
{
	struct astro_collection *new;

	row.folder = path_clean(c->site->arena, row.folder);
	if (row.name.len == 0 || row.folder.len == 0 ||
	    !import_has_folder(c->site, row.folder.ptr))
		return;
	new = arena_alloc(c->site->arena, sizeof *new);
	*new = row;
	*c->end = new;
	c->end = &new->next;
}

static void
read_definition(struct content *c, str before, str call)
{
	struct astro_collection row = {
		.name = exported_name(c, name_before(before)),
		.program = call};
	bool has_loader = js_find_name(call, S("loader")) != STR_NONE;

	row.folder = has_loader ? text_after(c, call, S("base"))
	    : path_join(c->site->arena, S("src/content"), row.name);
	/* glob() without a base begins in the folder of the site. */
	row.pattern = has_loader ? text_after(c, call, S("pattern"))
	    : (str){0};
	if (has_loader && row.folder.len == 0 && row.pattern.len) {
		size_t star = str_chr(row.pattern, '*');
		size_t slash = star == STR_NONE ? STR_NONE
		    : str_rchr(str_sub(row.pattern, 0, star), '/');

		if (slash == STR_NONE)
			return;
		row.folder = str_sub(row.pattern, 0, slash);
		row.pattern = str_from(row.pattern, slash + 1);
	}
	row.has_own_ids = js_find_name(call, S("generateId")) != STR_NONE;
	add_collection(c, row);
}

static void
read_definitions(struct content *c)
{
	static const char name[] = "defineCollection";
	str rest = c->program;
	size_t at;

	while ((at = str_find(rest, str_of(name))) != STR_NONE) {
		str before = str_sub(c->program, 0,
		    (size_t)(rest.ptr - c->program.ptr) + at);
		str call;

		rest = str_from(rest, at + sizeof name - 1);
		call = scan_peek(rest) == '(' ? js_brackets(rest) : (str){0};
		if (call.len)
			read_definition(c, before, call);
	}
}

static void
read_folders(struct content *c)
{
	struct strs paths = import_entries(c->site, S("src/content"));

	for (size_t i = 0; i < paths.count; i++)
		add_collection(c, (struct astro_collection){
			.name = path_base(paths.at[i]),
			.folder = paths.at[i]});
}

struct astro_collection *
astro_collections(struct import_site *s)
{
	struct content c = {.site = s};
	const char *name = import_first_file(s, S(""), config_files);
	struct source src;

	c.end = &c.first;
	if (name && import_text(s, name, &src)) {
		c.file = str_of(name);
		c.program = src.text;
		read_definitions(&c);
	} else
		read_folders(&c);
	return c.first;
}

const struct astro_collection *
astro_collection_find(const struct astro_collection *all, str name)
{
	while (all && !str_eq(all->name, name))
		all = all->next;
	return all;
}

/* ---- schemas ---- */

/* The text after `key:` in the schema, or empty. */
static str
schema_of(const struct astro_collection *c, str key)
{
	str rest = c->program;
	size_t at;

	while ((at = js_find_name(rest, key)) != STR_NONE) {
		rest = str_from(rest, at + key.len);
		if (scan_peek(rest) == ':')
			return str_from(rest, 1);
	}
	return (str){0};
}

bool
astro_has_key(const struct astro_collection *c, str key)
{
	return schema_of(c, key).len > 0;
}

/* Whether a key is that of a change or an end, not of the publication. */
static bool
is_other_date(str key)
{
	static const char *const parts[] = {"pdat", "modif", "modDate", "mod_",
		"edit", "last", "end", "End", "expir", "until", "Until"};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (str_find(key, str_of(parts[i])) != STR_NONE)
			return true;
	return false;
}

/* The key of the member whose value a program ends in: `added` in
 * "{ title: a(), added: z.union([b(), ". Empty: there is none. */
static str
member_before(str program)
{
	int depth = 0;

	for (size_t i = program.len; i > 0; i--) {
		char c = program.ptr[i - 1];
		size_t from = i - 1;

		depth += char_is_one_of(c, ")]}") != 0;
		if (char_is_one_of(c, "([{") && depth > 0)
			depth--;
		if (c != ':' || depth > 0)
			continue;
		while (from && js_is_name(program.ptr[from - 1]))
			from--;
		return str_sub(program, from, i - 1 - from);
	}
	return (str){0};
}

str
astro_date_key(const struct astro_collection *c)
{
	static const char usual[] = "date pubDate publishDate published "
	    "pubDatetime publishedAt publishedDate created createdAt posted "
	    "datePublished dateCreated published_at created_at";
	static const char *const calls[] = {"z.date(", ".coerce.date(",
		"new Date("};
	str found = {0};

	for (size_t i = 0; i < 3; i++) {
		str rest = c->program;
		size_t at;

		while ((at = str_find(rest, str_of(calls[i]))) != STR_NONE) {
			str key = member_before(str_sub(c->program, 0,
			    (size_t)(rest.ptr - c->program.ptr) + at));

			rest = str_from(rest, at + 1);
			if (key.len == 0 || is_other_date(key))
				continue;
			if (str_has_word(str_of(usual), key, str_eq) ||
			    (found.len && !str_eq(found, key)))
				return (str){0};
			found = key;
		}
	}
	return found;
}

const struct value *
astro_default_list(struct import_site *s, const struct astro_collection *c,
    const char *key)
{
	str rest = schema_of(c, str_of(key)), line;
	struct value *v;
	size_t at;
	bool open;

	/* The definition of a key ends at the first comma outside of brackets;
	 * it is on one line in nearly all schemas. */
	str_split(&rest, '\n', &line);
	at = str_find(line, S(".default("));
	if (at == STR_NONE)
		return NULL;
	line = str_from(line, at + 9);
	if (scan_text(&line, S("() =>")))
		line = str_trim(line);
	v = literal_parse(s->arena, &line, &open);
	return v && v->kind == VALUE_LIST && v->first ? v : NULL;
}
