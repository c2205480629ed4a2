/* SPDX-License-Identifier: MIT
 * pattern: texts with {names} in them. */
#include "base/text/pattern.h"

bool
pattern_next(str *rest, str *text, str *name)
{
	size_t open = str_chr(*rest, '{');
	size_t close;

	*name = (str){0};
	*text = str_sub(*rest, 0, open);
	*rest = str_from(*rest, text->len);
	if (open == STR_NONE)
		return true;
	close = str_chr(*rest, '}');
	if (close == STR_NONE)
		return false;
	*name = str_sub(*rest, 1, close - 1);
	*rest = str_from(*rest, close + 1);
	return true;
}

static const struct pattern_var *
find(str name, const struct pattern_var *vars, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(name, str_of(vars[i].name)))
			return &vars[i];
	return NULL;
}

bool
pattern_expand(struct buf *out, str pattern, const struct pattern_var *vars,
    size_t n, str *bad)
{
	str rest = pattern, text, name;

	do {
		const struct pattern_var *v;

		if (!pattern_next(&rest, &text, &name)) {
			*bad = rest;
			return false;
		}
		buf_add(out, text);
		if (name.ptr == NULL)
			break;
		v = find(name, vars, n);
		if (v == NULL) {
			*bad = name;
			return false;
		}
		buf_add(out, v->value);
	} while (rest.len);
	return true;
}

bool
pattern_has(str pattern, const char *wanted)
{
	str text, name;

	while (pattern.len && pattern_next(&pattern, &text, &name))
		if (name.ptr && str_eq(name, str_of(wanted)))
			return true;
	return false;
}
