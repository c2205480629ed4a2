/* SPDX-License-Identifier: MIT
 * ident: the id of a post, which must never change. */
#include "ident.h"

#include "../base/pattern.h"
#include "field.h"

bool
ident_check(const struct config *c, struct diags *diags)
{
	str rest = c->posts.id, before, key;
	bool any = false;

	do {
		if (!pattern_next(&rest, &before, &key) ||
		    (key.ptr && key.len == 0)) {
			diag_add(diags, DIAG_CONFIG_VALUE, &c->source,
			    config_mark(c, "posts.id"),
			    "posts.id '%.*s' has a brace without a key",
			    STR_ARG(c->posts.id));
			return false;
		}
		any |= key.ptr != NULL;
	} while (rest.len);
	if (!any)
		diag_add(diags, DIAG_CONFIG_VALUE, &c->source,
		    config_mark(c, "posts.id"),
		    "posts.id '%.*s' is the same for every post, expected a "
		    "{key} in it", STR_ARG(c->posts.id));
	return any;
}

str
ident_make(struct arena *a, str pattern, str url, const struct value *front)
{
	struct buf out = {0};
	str rest = pattern, before, key, id;
	bool whole = true;

	do {
		const struct value *v;

		pattern_next(&rest, &before, &key);
		buf_add(&out, before);
		if (key.ptr == NULL)
			break;
		v = field_find_path(front, key);
		if (str_eq(key, S("permalink")))
			buf_add(&out, url);
		else if (v && v->kind == VALUE_SCALAR && v->text.len)
			buf_add(&out, v->text);
		else
			whole = false;
	} while (rest.len);
	id = whole ? arena_str(a, buf_str(&out)) : url;
	buf_free(&out);
	return id;
}
