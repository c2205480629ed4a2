/* SPDX-License-Identifier: MIT
 * js_module: the modules that a JavaScript program imports. */
#include "generators/astro/js_module.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/import/import_literal.h"

enum { MOST_NAMES = 2000 }; /* bytes of the names in one import */

bool
js_is_name(char c)
{
	return char_is_alnum(c) || c == '_' || c == '$';
}

size_t
js_find_name(str program, str name)
{
	str rest = program;
	size_t at;

	if (name.len == 0)
		return STR_NONE;
	while ((at = str_find(rest, name)) != STR_NONE) {
		size_t place = (size_t)(rest.ptr - program.ptr) + at;
		char before = place ? program.ptr[place - 1] : ' ';

		rest = str_from(rest, at + name.len);
		if (!js_is_name(before) && !js_is_name(scan_peek(rest)))
			return place;
	}
	return STR_NONE;
}

str
js_brackets(str from_open)
{
	str rest = from_open, inside;
	int depth = 0;

	while (rest.len) {
		char c = scan_peek(rest);
		str before = rest;

		if (char_is_one_of(c, "'\"`")) {
			if (!scan_quoted(&rest, '\\', &inside) ||
			    (c != '`' && str_chr(inside, '\n') != STR_NONE))
				rest = str_from(before, 1);
			continue;
		}
		if (str_starts(rest, S("//"))) {
			scan_past(&rest, S("\n"), NULL);
			continue;
		}
		depth += char_is_one_of(c, "([{") != 0;
		depth -= char_is_one_of(c, ")]}") != 0;
		scan_front(&rest, 1);
		if (depth == 0)
			return scan_since(from_open, rest);
	}
	return (str){0};
}

/* The path of the module that `name` is imported from, or empty:
 * import { SITE } from "./src/config". */
static str
imported_from(struct import_site *s, str program, str name)
{
	str rest = program;
	size_t at;

	while ((at = str_find(rest, S("import"))) != STR_NONE) {
		str names;
		size_t from;
		struct value *v;
		bool open;

		rest = str_from(rest, at + 6);
		from = str_find(str_sub(rest, 0, MOST_NAMES), S("from"));
		names = str_sub(rest, 0, from == STR_NONE ? 0 : from);
		if (js_find_name(names, name) == STR_NONE ||
		    str_chr(names, ';') != STR_NONE ||
		    str_chr(names, '"') != STR_NONE ||
		    str_chr(names, '\'') != STR_NONE)
			continue;
		rest = str_trim(str_from(rest, from + 4));
		v = literal_parse(s->arena, &rest, &open);
		return v ? v->text : (str){0};
	}
	return (str){0};
}

/* The path below the site of a module; empty: it is a package. "@/a", "~/a",
 * "@a" and "src/a" are src/a by the usual settings of TypeScript. */
static str
module_path(struct import_site *s, str file, str module)
{
	if (str_starts(module, S(".")))
		return path_clean(s->arena, path_join(s->arena,
		    path_dir(file), module));
	if (str_starts(module, S("@/")) || str_starts(module, S("~/")) ||
	    str_starts(module, S("$/")))
		return path_join(s->arena, S("src"), str_from(module, 2));
	if (str_starts(module, S("@")) || str_starts(module, S("~")) ||
	    str_starts(module, S("#")) || str_starts(module, S("$")))
		return path_join(s->arena, S("src"), str_from(module, 1));
	if (str_starts(module, S("/")))
		return path_clean(s->arena, str_from(module, 1));
	return str_starts(module, S("src/")) ? path_clean(s->arena, module)
	    : (str){0};
}

bool
js_open_module(struct import_site *s, str file, str program, str name,
    struct source *src, str *path)
{
	static const char *const ends[] = {"", ".ts", ".js", ".mjs",
		".mts", ".astro", "/index.ts", "/index.js"};
	str module = imported_from(s, program, name);

	if (module.len)
		module = module_path(s, file, module);
	for (size_t i = 0; module.len && i < sizeof ends / sizeof *ends; i++) {
		*path = arena_printf(s->arena, "%.*s%s", STR_ARG(module),
		    ends[i]);
		if (import_has_file(s, path->ptr))
			return import_text(s, path->ptr, src);
	}
	return false;
}
