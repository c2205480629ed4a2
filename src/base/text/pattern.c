/* SPDX-License-Identifier: MIT
 * pattern: texts with {names} in them. */
#include "base/text/pattern.h"

#include "base/text/scan.h"

bool
pattern_next(str *rest, str *text, str *name)
{
	str open;

	*name = (str){0};
	*text = scan_until(rest, "{");
	open = *rest;
	if (!scan_char(rest, '{') || scan_past(rest, S("}"), name))
		return true;
	*rest = open;
	return false;
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
		v = str_row(vars, n, sizeof *vars, name, str_eq);
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
