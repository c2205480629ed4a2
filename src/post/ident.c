/* SPDX-License-Identifier: MIT
 * ident: the id of a post, which must never change. */
#include "ident.h"

#include "field.h"

/* Cuts the pattern at its next {key}: `before`, then `key`, which is a NULL
 * slice at the end. False: a brace is never closed. */
static bool
next_key(str *rest, str *before, str *key)
{
	size_t open = str_chr(*rest, '{');
	size_t close;

	*key = (str){0};
	*before = str_sub(*rest, 0, open == STR_NONE ? rest->len : open);
	*rest = str_from(*rest, before->len);
	if (open == STR_NONE)
		return true;
	close = str_chr(*rest, '}');
	if (close == STR_NONE)
		return false;
	*key = str_sub(*rest, 1, close - 1);
	*rest = str_from(*rest, close + 1);
	return true;
}

bool
ident_check(const struct config *c, struct diags *diags)
{
	str rest = c->posts.id, before, key;
	bool any = false;

	do {
		if (!next_key(&rest, &before, &key) ||
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

		next_key(&rest, &before, &key);
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
