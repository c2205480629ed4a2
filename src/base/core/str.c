/* SPDX-License-Identifier: MIT
 * str: a borrowed slice of bytes, passed by value. */
#include "base/core/str.h"

#include <string.h>

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

int
str_cmp_row(const void *s, const void *row)
{
	return str_cmp(*(const str *)s, *(const str *)row);
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

bool
str_iends_any(str s, const char *suffixes)
{
	str rest = str_of(suffixes), suffix;

	while (str_word(&rest, &suffix))
		if (str_iends(s, suffix))
			return true;
	return false;
}

str
str_trim(str s)
{
	while (s.len && char_is_space(s.ptr[0]))
		s = str_from(s, 1);
	return str_trim_end(s);
}

str
str_trim_end(str s)
{
	while (s.len && char_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

size_t
str_find(str s, str needle)
{
	const char *from = s.ptr, *hit;

	if (needle.len == 0)
		return 0;
	/* memchr is so much faster than memmem that it pays to compare the
	 * bytes after each hit. */
	while (s.len - (size_t)(from - s.ptr) >= needle.len) {
		hit = memchr(from, needle.ptr[0],
		    s.len - (size_t)(from - s.ptr) - needle.len + 1);
		if (hit == NULL)
			break;
		if (!memcmp(hit, needle.ptr, needle.len))
			return (size_t)(hit - s.ptr);
		from = hit + 1;
	}
	return STR_NONE;
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
	const char *hit = s.len ? memrchr(s.ptr, c, s.len) : NULL;

	return hit ? (size_t)(hit - s.ptr) : STR_NONE;
}

bool
str_split(str *rest, char sep, str *part)
{
	size_t at;

	if (rest->ptr == NULL) {
		*part = (str){0};
		return false;
	}
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

bool
str_has_word(str words, str word, bool (*same)(str, str))
{
	str one;

	while (str_word(&words, &one))
		if (same(one, word))
			return true;
	return false;
}

const void *
str_row(const void *rows, size_t n, size_t size, str name,
    bool (*same)(str, str))
{
	for (const char *row = rows; n > 0; n--, row += size)
		if (same(str_of(*(const char *const *)row), name))
			return row;
	return NULL;
}

int
char_hex(char c)
{
	c = char_lower(c);
	if (char_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
