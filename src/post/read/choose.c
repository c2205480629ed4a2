/* SPDX-License-Identifier: MIT
 * choose: which files are posts, by posts.include, exclude and where. */
#include "post/read/choose.h"

#include "base/core/file.h"
#include "base/text/glob.h"
#include "config/config_codes.h"
#include "post/read/field.h"

static bool
check_map(const struct config *c, const char *key, const struct value *v,
    const char *expected, struct diags *diags)
{
	if (v == NULL || v->kind == VALUE_MAP)
		return true;
	diag_add(diags, DIAG_CONFIG_TYPE, config_source(c, v), v->at,
	    "%s is %s, expected %s", key, value_kind_name(v), expected);
	return false;
}

/* Checks a map of maps. */
static bool
check_maps(const struct config *c, const char *key, const struct value *v,
    struct diags *diags)
{
	bool ok = check_map(c, key, v,
	    "a map of taxonomies to maps of terms to texts", diags);

	for (v = ok && v ? v->first : NULL; v; v = v->next)
		ok &= check_map(c, key, v, "a map of terms to texts for each "
		    "taxonomy", diags);
	return ok;
}

bool
choose_check(const struct config *c, struct diags *diags)
{
	static const char values[] = "a map of front matter keys to values";
	bool ok = check_map(c, "posts.where", c->posts.where, values, diags);

	ok &= check_map(c, "posts.hide", c->posts.hide, values, diags);
	ok &= check_map(c, "posts.terms", c->posts.terms,
	    "a map of terms to their names", diags);
	return check_maps(c, "posts.term_slugs", c->posts.term_slugs, diags) &&
	    ok;
}

static bool
is_among(const struct strs *patterns, str path)
{
	for (size_t i = 0; i < patterns->count; i++)
		if (glob_match(patterns->at[i], path))
			return true;
	return false;
}

bool
choose_file(const struct config *c, const struct found *file)
{
	str path = post_walk_below(file);

	/* The page of a section is not a post, but may give posts defaults. */
	if (str_starts(path_base(path), S("_index.")))
		return true;
	return (c->posts.include.count == 0 ||
	    is_among(&c->posts.include, path)) &&
	    !is_among(&c->posts.exclude, path);
}

bool
choose_has_one(const struct value *v, const struct value *wanted)
{
	if (wanted->kind == VALUE_LIST) {
		for (const struct value *w = wanted->first; w; w = w->next)
			if (choose_has_one(v, w))
				return true;
		return false;
	}
	if (value_is_null(wanted))
		return value_is_null(v);
	if (v && v->kind == VALUE_LIST) {
		for (const struct value *i = v->first; i; i = i->next)
			if (choose_has_one(i, wanted))
				return true;
		return false;
	}
	return v && v->kind == VALUE_SCALAR && str_eq(v->text, wanted->text);
}

const struct value *
choose_differs(const struct config *c, const struct value *front)
{
	const struct value *w = c->posts.where ? c->posts.where->first : NULL;

	while (w && choose_has_one(field_find_path(front, w->key), w))
		w = w->next;
	return w;
}
