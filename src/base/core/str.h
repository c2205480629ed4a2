/* SPDX-License-Identifier: MIT
 * str: a borrowed slice of bytes, passed by value. */
#ifndef FEEDMILL_BASE_CORE_STR_H
#define FEEDMILL_BASE_CORE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* A slice owns nothing: its bytes must outlive it. The zero value is the empty
 * slice. It holds text, never markup (see markup.h). */
typedef struct {
	const char *ptr; /* not terminated; NULL only where len is 0 */
	size_t len;      /* bytes */
} str;

struct strs {
	str *at;      /* mostly in the arena of the code that made the list */
	size_t count;
};

/* A slice of a string literal; usable in initialisers. */
#define S(lit) ((str){"" lit, sizeof(lit) - 1})
#define S_INIT(lit) {"" lit, sizeof(lit) - 1}
/* For "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/* NULL gives the empty slice. */
static inline str
str_of(const char *cstr)
{
	return (str){cstr, cstr ? strlen(cstr) : 0};
}

static inline bool
str_eq(str a, str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

bool str_ieq(str a, str b); /* ASCII letters fold */
int str_cmp(str a, str b);  /* by bytes, as strcmp */
/* For bsearch: compares a str with the one that a row begins with. */
int str_cmp_row(const void *s, const void *row);

static inline bool
str_starts(str s, str prefix)
{
	return s.len >= prefix.len && (prefix.len == 0 ||
	    (s.ptr[0] == prefix.ptr[0] &&
	    !memcmp(s.ptr, prefix.ptr, prefix.len)));
}

bool str_istarts(str s, str prefix);
bool str_ends(str s, str suffix);
bool str_iends(str s, str suffix);
/* Whether it ends in one of several, which blanks separate; NULL: in none. */
bool str_iends_any(str s, const char *suffixes);

/* The part from byte `from` on, of at most `len` bytes; clamped to s. Inline,
 * as some others below, because code that reads byte by byte calls it often. */
static inline str
str_sub(str s, size_t from, size_t len)
{
	if (from >= s.len)
		return (str){s.ptr ? s.ptr + s.len : NULL, 0};
	if (len > s.len - from)
		len = s.len - from;
	return (str){s.ptr + from, len};
}

static inline str
str_from(str s, size_t from)
{
	return str_sub(s, from, s.len);
}

/* Without ASCII white space at both ends, and at the end only. */
str str_trim(str s);
str str_trim_end(str s);

#define STR_NONE ((size_t)-1)
/* Offset of the first occurrence, or STR_NONE. */
size_t str_find(str s, str needle);
size_t str_chr(str s, char c);
size_t str_rchr(str s, char c);

/* Takes the part before `sep` off the front of *rest into *part. False once
 * nothing is left, and then *part is empty. "a,,b" gives three parts, "" none,
 * "a," two. The end of the walk is marked by rest->ptr == NULL. */
bool str_split(str *rest, char sep, str *part);
/* The same for runs of ASCII white space; parts are never empty. */
bool str_word(str *rest, str *word);
/* Whether one of the words between white space is the `same` as `word`: str_eq
 * or str_ieq decides. */
bool str_has_word(str words, str word, bool (*same)(str, str));
/* The row of an array whose first member, a C string, is that name; or NULL. */
#define STR_ROW(rows, name, same) \
	((const __typeof__(*(rows)) *)str_row(rows, \
	    sizeof(rows) / sizeof *(rows), sizeof *(rows), name, same))
const void *str_row(const void *rows, size_t n, size_t size, str name,
    bool (*same)(str, str));

/* For ASCII only, in any locale. */
static inline bool
char_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
char_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
char_is_alnum(char c)
{
	return char_is_alpha(c) || char_is_digit(c);
}

static inline char
char_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* A character of names: a letter, a digit, '_' or '-'. */
static inline bool
char_is_name(char c)
{
	return char_is_alnum(c) || c == '_' || c == '-';
}

/* Whether it is one of the characters of `set`. A NUL, which texts may hold, is
 * not: strchr would find it at the end of each set. */
static inline bool
char_is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* The value of a hexadecimal digit, or -1. */
int char_hex(char c);

#endif
