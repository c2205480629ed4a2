/* SPDX-License-Identifier: MIT
 * post_others: finds posts in formats that are not read, beside other posts.
 *
 * Folders of posts hold templates and notes too, so the ending of a file is not
 * enough: a post has a date. Every format for posts writes it on a line of its
 * own with a word such as `date`: ":date: 2024-01-31", "#+DATE: <2024-01-31>",
 * ".. date: 2024-01-31", "\"date\": \"2024-01-31\"". */
#include "post/post_others.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/core/file.h"

enum { HEAD = 4096, MOST_LINE = 200 };

static const char ends[] = ".mdx .mkd .mkdn .mkdown .mdown .mdwn .mdtxt "
    ".mdtext .mdoc .markdoc .qmd .rmd .svx .html .htm .xhtml .njk .liquid "
    ".hbs .ejs .pug .haml .slim .erb .rst .rest .adoc .asciidoc .ad .asc "
    ".org .textile .ipynb .typ .txt .wiki .mediawiki .creole .pod .djot .dj "
    ".gmi .norg .tex";

str
post_others_ending(str name)
{
	size_t dot = str_rchr(name, '.');
	str rest = str_of(ends), end, own;

	if (dot == STR_NONE || dot == 0)
		return (str){0};
	own = str_from(name, dot);
	while (str_word(&rest, &end))
		if (str_ieq(own, end))
			return end;
	return (str){0};
}

/* ---- dates ---- */

/* Whether a text begins with a date such as 2024-01-31 or 2024/1/31. */
static bool
begins_with_date(str s)
{
	if (s.len < 8 || (!str_starts(s, S("19")) && !str_starts(s, S("20"))))
		return false;
	return char_is_digit(s.ptr[2]) && char_is_digit(s.ptr[3]) &&
	    (s.ptr[4] == '-' || s.ptr[4] == '/' || s.ptr[4] == '.') &&
	    char_is_digit(s.ptr[5]) &&
	    (char_is_digit(s.ptr[6]) || s.ptr[6] == s.ptr[4]);
}

static bool
has_date(str s)
{
	for (size_t i = 0; i + 8 <= s.len; i++)
		if (begins_with_date(str_from(s, i)))
			return true;
	return false;
}

static bool
has_word(str s)
{
	static const char *const words[] = {
		"date", "publish", "created", "posted"};

	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		for (size_t i = 0; i + 4 <= s.len; i++)
			if (str_ieq(str_sub(s, i, str_of(words[w]).len),
			    str_of(words[w])))
				return true;
	return false;
}

/* A line such as "date: 2024-01-31": the word comes first. */
static bool
gives_date(str line)
{
	size_t colon = str_chr(str_from(line, line.len > 0), ':');
	str before;

	if (line.len > MOST_LINE)
		return false;
	if (colon == STR_NONE)
		colon = str_chr(line, '=');
	if (colon == STR_NONE)
		return false;
	before = str_sub(line, 0, colon + 1);
	line = str_from(line, before.len);
	return before.len < 40 && has_word(before) &&
	    (has_date(line) || str_find(line, S("datetime(")) != STR_NONE);
}

bool
post_others_is_dated(const char *path)
{
	char head[HEAD];
	int fd;
	ssize_t n;
	str rest, line;

	if (begins_with_date(path_base(str_of(path))))
		return true;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	n = fd < 0 ? -1 : read(fd, head, sizeof head);
	if (fd >= 0)
		close(fd);
	rest = (str){head, n > 0 ? (size_t)n : 0};
	while (str_split(&rest, '\n', &line))
		if (gives_date(line))
			return true;
	return false;
}
