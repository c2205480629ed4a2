/* SPDX-License-Identifier: MIT
 * str: a borrowed slice of bytes, passed by value. */
#include "str.h"

#include <string.h>

str
str_of(const char *cstr)
{
	return (str){cstr, cstr ? strlen(cstr) : 0};
}

bool
char_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
char_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
char_is_alnum(char c)
{
	return char_is_alpha(c) || char_is_digit(c);
}

char
char_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
str_eq(str a, str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

bool
str_ieq(str a, str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (char_lower(a.ptr[i]) != char_lower(b.ptr[i]))
			return false;
	return true;
}

int
str_cmp(str a, str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int c = n ? memcmp(a.ptr, b.ptr, n) : 0;

	if (c != 0)
		return c;
	return a.len < b.len ? -1 : a.len > b.len;
}

str
str_sub(str s, size_t from, size_t len)
{
	if (from >= s.len)
		return (str){s.ptr ? s.ptr + s.len : NULL, 0};
	if (len > s.len - from)
		len = s.len - from;
	return (str){s.ptr + from, len};
}

str
str_from(str s, size_t from)
{
	return str_sub(s, from, s.len);
}

bool
str_starts(str s, str prefix)
{
	return str_eq(str_sub(s, 0, prefix.len), prefix);
}

bool
str_istarts(str s, str prefix)
{
	return str_ieq(str_sub(s, 0, prefix.len), prefix);
}

bool
str_ends(str s, str suffix)
{
	return s.len >= suffix.len &&
	    str_eq(str_from(s, s.len - suffix.len), suffix);
}

bool
str_iends(str s, str suffix)
{
	return s.len >= suffix.len &&
	    str_ieq(str_from(s, s.len - suffix.len), suffix);
}

str
str_trim(str s)
{
	while (s.len && char_is_space(s.ptr[0]))
		s = str_from(s, 1);
	while (s.len && char_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

size_t
str_find(str s, str needle)
{
	const char *hit;

	if (needle.len == 0)
		return 0;
	hit = s.len ? memmem(s.ptr, s.len, needle.ptr, needle.len) : NULL;
	return hit ? (size_t)(hit - s.ptr) : STR_NONE;
}

size_t
str_chr(str s, char c)
{
	const char *hit = s.len ? memchr(s.ptr, c, s.len) : NULL;

	return hit ? (size_t)(hit - s.ptr) : STR_NONE;
}

size_t
str_rchr(str s, char c)
{
	for (size_t i = s.len; i > 0; i--)
		if (s.ptr[i - 1] == c)
			return i - 1;
	return STR_NONE;
}

bool
str_split(str *rest, char sep, str *part)
{
	size_t at;

	if (rest->ptr == NULL)
		return false;
	at = str_chr(*rest, sep);
	if (at == STR_NONE) {
		*part = *rest;
		*rest = (str){NULL, 0};
	} else {
		*part = str_sub(*rest, 0, at);
		*rest = str_from(*rest, at + 1);
	}
	return true;
}

bool
str_word(str *rest, str *word)
{
	size_t n = 0;

	*rest = str_trim(*rest);
	while (n < rest->len && !char_is_space(rest->ptr[n]))
		n++;
	*word = str_sub(*rest, 0, n);
	*rest = str_from(*rest, n);
	return n > 0;
}

int
char_hex(char c)
{
	c = char_lower(c);
	if (char_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
