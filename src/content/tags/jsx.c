/* SPDX-License-Identifier: MIT
 * jsx: as much of JavaScript as is needed to find the end of an expression. */
#include "content/tags/jsx.h"

/* The offset behind the quotes that begin at `at`. A quote that is not closed
 * on its line, or anywhere for a template, may be an apostrophe in text: then
 * the offset behind that character. */
static size_t
skip_quotes(str s, size_t at)
{
	char quote = s.ptr[at];

	for (size_t i = at + 1; i < s.len; i++) {
		if (s.ptr[i] == quote)
			return i + 1;
		if (s.ptr[i] == '\n' && quote != '`')
			break;
		i += s.ptr[i] == '\\';
	}
	return at + 1;
}

size_t
jsx_skip_comment(str s, size_t at)
{
	str rest = str_from(s, at);
	size_t end;

	if (!str_starts(rest, S("/*")) && !str_starts(rest, S("//")))
		return at;
	/* "//" may be in an address. */
	if (rest.ptr[1] == '/' && at > 0 && s.ptr[at - 1] == ':')
		return at;
	end = rest.ptr[1] == '/' ? str_chr(rest, '\n')
	    : str_find(rest, S("*/"));
	if (end == STR_NONE)
		return s.len;
	return at + end + (rest.ptr[1] == '/' ? 0 : 2);
}

size_t
jsx_skip_one(str s, size_t at)
{
	size_t end = jsx_skip_comment(s, at);

	if (end > at)
		return end;
	return char_is_one_of(s.ptr[at], "\"'`") ? skip_quotes(s, at)
	                                         : at + 1;
}

size_t
jsx_skip_braces(str s, size_t at)
{
	size_t depth = 0;

	while (at < s.len) {
		depth += s.ptr[at] == '{';
		if (s.ptr[at] == '}' && --depth == 0)
			return at + 1;
		at = jsx_skip_one(s, at);
	}
	return STR_NONE;
}

bool
jsx_literal(str s, str *text)
{
	if (s.len < 2 || !char_is_one_of(s.ptr[0], "\"'`") ||
	    skip_quotes(s, 0) != s.len ||
	    (s.ptr[0] == '`' && str_find(s, S("${")) != STR_NONE))
		return false;
	*text = str_sub(s, 1, s.len - 2);
	return true;
}
