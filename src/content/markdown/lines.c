/* SPDX-License-Identifier: MIT
 * lines: the line around an offset in a text, and those beside it. */
#include "content/markdown/lines.h"

size_t
lines_start(str text, size_t at)
{
	while (at > 0 && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

str
lines_from(str text, size_t at)
{
	return str_sub(text, at, str_chr(str_from(text, at), '\n'));
}

bool
lines_begins(str text, size_t at)
{
	while (at > 0 && char_is_one_of(text.ptr[at - 1],
	    " \t>*-+.)0123456789"))
		at--;
	return at == 0 || text.ptr[at - 1] == '\n';
}

bool
lines_ends(str text, size_t at)
{
	while (at < text.len && char_is_one_of(text.ptr[at], " \t"))
		at++;
	return at == text.len || text.ptr[at] == '\n';
}

bool
lines_is_blank_before(str text, size_t at)
{
	size_t start = lines_start(text, at);

	return start == 0 || str_trim(str_sub(text,
	    lines_start(text, start - 1),
	    start - 1 - lines_start(text, start - 1))).len == 0;
}

str
lines_next(str text, size_t at)
{
	size_t end = str_chr(str_from(text, at), '\n');

	return end == STR_NONE ? (str){0} : lines_from(text, at + end + 1);
}

str
lines_indent(str text, size_t at, struct arena *a)
{
	size_t start;
	char *s;

	if (!lines_begins(text, at))
		return (str){0};
	start = lines_start(text, at);
	s = arena_cstr(a, str_sub(text, start, at - start));
	for (size_t i = 0; i < at - start; i++)
		if (s[i] != '>' && s[i] != '\t')
			s[i] = ' ';
	return (str){s, at - start};
}
