/* SPDX-License-Identifier: MIT
 * name_keys: front matter from the names of files, like Pelican's
 * FILENAME_METADATA and PATH_METADATA. */
#include "post/read/name_keys.h"

#include "base/core/file.h"
#include "base/text/regex.h"
#include "config/config_codes.h"
#include "post/read/field.h"

struct name_keys {
	const struct config *config;
	struct regex names, paths; /* without steps: not set */
};

static bool
compile_pattern(struct regex *re, const struct config *c, const char *key,
    str pattern, struct arena *a, struct diags *diags)
{
	str why;

	if (pattern.len == 0 || regex_compile(re, pattern, a, &why))
		return true;
	diag_add(diags, DIAG_CONFIG_VALUE, &c->source, config_mark(c, key),
	    "%s '%.*s' %.*s", key, STR_ARG(pattern), STR_ARG(why));
	return false;
}

const struct name_keys *
name_keys_make(const struct config *c, struct arena *a, struct diags *diags)
{
	struct name_keys *n = arena_alloc(a, sizeof *n);
	bool any = c->posts.names.len || c->posts.paths.len;
	bool ok = compile_pattern(
	    &n->names, c, "posts.names", c->posts.names, a, diags);

	n->config = c;
	ok &= compile_pattern(
	    &n->paths, c, "posts.paths", c->posts.paths, a, diags);
	return any && ok ? n : NULL;
}

static void
add_groups(const struct regex *re, str text, struct value *front,
    struct arena *a)
{
	str groups[REGEX_GROUPS];

	if (re->steps == NULL || !regex_match(re, text, groups))
		return;
	for (size_t i = 0; i < re->groups; i++) {
		struct value *v;

		if (re->names[i].len == 0 || groups[i].len == 0 ||
		    field_is_given(front, re->names[i]))
			continue;
		v = arena_alloc(a, sizeof *v);
		v->kind = VALUE_SCALAR;
		v->quoted = true;
		v->size = 1;
		v->key = re->names[i];
		v->text = arena_str(a, groups[i]);
		value_add(front, v);
	}
}

/* The path below the innermost of posts.folders. */
static str
path_below(const struct config *c, str path)
{
	size_t len = 0;

	for (size_t i = 0; i < c->posts.folders.count; i++) {
		str folder = c->posts.folders.at[i];

		while (str_ends(folder, S("/")))
			folder.len--;
		if (path_is_in(path, folder) && folder.len > len)
			len = folder.len;
	}
	return path_relative(str_from(path, len));
}

void
name_keys_apply(const struct name_keys *n, struct value *front, str path,
    struct arena *a)
{
	str name = path_base(path);

	add_groups(&n->names, str_sub(name, 0, str_rchr(name, '.')), front, a);
	add_groups(&n->paths, path_below(n->config, path), front, a);
}
