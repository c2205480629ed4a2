/* SPDX-License-Identifier: MIT
 * path_date: a date in the path of a file. */
#include "post/permalink/path_date.h"

#include "base/text/scan.h"

/* Takes up to `most` digits off a text. */
static str
take_digits(str *s, size_t most)
{
	size_t n = 0;

	while (n < s->len && n < most && char_is_digit(s->ptr[n]))
		n++;
	return scan_front(s, n);
}

/* Length of the date that a text begins with, or 0. */
static size_t
date_length(str s)
{
	str rest = s;

	if (take_digits(&rest, 4).len == 4 && scan_any(&rest, "-/") &&
	    take_digits(&rest, 2).len && scan_any(&rest, "-/") &&
	    take_digits(&rest, 2).len)
		return s.len - rest.len;
	return 0;
}

bool
path_date_find(str path, struct path_date *p)
{
	for (size_t i = path.len; i-- > 0;) {
		size_t n = date_length(str_from(path, i));

		if (n == 0)
			continue;
		p->before = str_sub(path, 0, i);
		p->date = str_sub(path, i, n);
		p->behind = str_from(path, i + n);
		scan_any(&p->behind, "-/");
		return true;
	}
	return false;
}

bool
path_date_parse(const struct path_date *p, struct datetime *d)
{
	struct arena a = {0};
	str rest = p->date, why, part[3];
	bool ok;

	for (size_t i = 0; i < 3; i++) {
		part[i] = take_digits(&rest, 4);
		scan_any(&rest, "-/");
	}
	ok = datetime_parse(arena_printf(&a, "%.*s-%s%.*s-%s%.*s",
	    STR_ARG(part[0]), part[1].len < 2 ? "0" : "", STR_ARG(part[1]),
	    part[2].len < 2 ? "0" : "", STR_ARG(part[2])), d, &a, &why);
	arena_free(&a);
	return ok;
}

size_t
path_date_dashed(str text)
{
	static const str form = S_INIT("dddd-dd-dd");

	for (size_t at = 0; at + form.len <= text.len; at++) {
		size_t i = 0;

		while (i < form.len && (form.ptr[i] == 'd'
		    ? char_is_digit(text.ptr[at + i])
		    : text.ptr[at + i] == '-'))
			i++;
		if (i == form.len)
			return at;
	}
	return STR_NONE;
}
