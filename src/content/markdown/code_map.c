/* SPDX-License-Identifier: MIT
 * code_map: where a Markdown text has code in it.
 *
 * A line is read as by CommonMark, from its indentation on: it is a fence, or
 * code by its indentation, or the start of a list item. All else is text, in
 * which backticks and HTML elements hold code. */
#include "content/markdown/code_map.h"

enum { MOST_LISTS = 16, MOST_TICKS = 32 };

struct mapper {
	struct code_map *map;
	struct arena *arena;
	str text;
	size_t at;                /* the text before it is done */
	size_t lists[MOST_LISTS]; /* columns of the items that are open */
	size_t n_lists;
	bool no_indented;         /* indentation makes no code */
	bool in_text;             /* the line before is of a paragraph */
	bool in_code;             /* it is code by its indentation */
	size_t no_ticks[MOST_TICKS]; /* before that offset no run of so many
	                           * closes another */
	bool no_end[8];           /* no such end tag follows */
};

/* One line without its indentation and the marks of quotes. */
struct line {
	size_t start; /* offsets in the text */
	size_t rest;  /* of the first character */
	size_t end;   /* of its line end */
	size_t column;
};

static void
add_range(struct mapper *m, enum code_kind kind, size_t start, size_t end,
    size_t indent)
{
	struct code_map *map = m->map;

	map->ranges = arena_grow(m->arena, map->ranges, map->count, &map->cap,
	    sizeof *map->ranges);
	map->ranges[map->count++] =
	    (struct code_range){start, end, kind, indent};
}

static struct line
line_at(str text, size_t at)
{
	struct line l = {.start = at};
	size_t end = str_chr(str_from(text, at), '\n');
	size_t i = at;

	l.end = end == STR_NONE ? text.len : at + end;
	for (; i < l.end; i++)
		if (text.ptr[i] == ' ' || text.ptr[i] == '>')
			l.column++;
		else if (text.ptr[i] == '\t')
			l.column += 4 - l.column % 4;
		else
			break;
	l.rest = i;
	return l;
}

static str
line_text(const struct mapper *m, const struct line *l)
{
	return str_sub(m->text, l->rest, l->end - l->rest);
}

/* ---- fences ---- */

/* Length of the fence that a line begins with, or 0. */
static size_t
fence_length(str s)
{
	size_t n = 0;

	if (s.len == 0 || (s.ptr[0] != '`' && s.ptr[0] != '~'))
		return 0;
	while (n < s.len && s.ptr[n] == s.ptr[0])
		n++;
	if (n < 3 || (s.ptr[0] == '`' &&
	    str_chr(str_from(s, n), '`') != STR_NONE))
		return 0;
	return n;
}

static bool
is_fence_end(str s, char mark, size_t length)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] == mark)
		n++;
	return n >= length && str_trim(str_from(s, n)).len == 0;
}

/* Takes a fenced block, which may end with the text. */
static bool
take_fence(struct mapper *m, struct line l)
{
	size_t start = l.rest, length = fence_length(line_text(m, &l));

	if (length == 0)
		return false;
	while (l.end < m->text.len) {
		l = line_at(m->text, l.end + 1);
		if (is_fence_end(line_text(m, &l), m->text.ptr[start], length))
			break;
	}
	add_range(m, CODE_FENCED, start, l.end, 0);
	m->at = l.end;
	return true;
}

/* ---- blocks of tags ---- */

static const struct {
	str open, name, end;
} tag_blocks[] = {
	{S_INIT("{%"), S_INIT("highlight"), S_INIT("endhighlight")},
	{S_INIT("{%"), S_INIT("codeblock"), S_INIT("endcodeblock")},
	{S_INIT("{{<"), S_INIT("highlight"), S_INIT("/highlight")},
	{S_INIT("{{%"), S_INIT("highlight"), S_INIT("/highlight")},
};

/* Skips a block of code that a generator's tags make. */
static bool
take_tag_block(struct mapper *m, const struct line *l)
{
	str s = line_text(m, l), inside;
	size_t end;

	for (size_t i = 0; i < sizeof tag_blocks / sizeof *tag_blocks; i++) {
		if (!str_starts(s, tag_blocks[i].open) || m->no_end[i + 4])
			continue;
		inside = str_trim(str_from(s, tag_blocks[i].open.len));
		if (str_starts(inside, S("-")))
			inside = str_trim(str_from(inside, 1));
		if (!str_starts(inside, tag_blocks[i].name))
			continue;
		end = str_find(str_from(m->text, l->rest), tag_blocks[i].end);
		m->no_end[i + 4] = end == STR_NONE;
		if (end == STR_NONE)
			continue;
		m->at = l->rest + end;
		return true;
	}
	return false;
}

/* ---- code in text ---- */

static size_t
run_length(str text, size_t at)
{
	size_t n = 0;

	while (at + n < text.len && text.ptr[at + n] == '`')
		n++;
	return n;
}

static bool
is_blank_line_at(str text, size_t newline)
{
	for (size_t i = newline + 1; i < text.len; i++)
		if (text.ptr[i] == '\n')
			return true;
		else if (!char_is_space(text.ptr[i]))
			return false;
	return true;
}

/* Takes a run of backticks and, where it is closed before the paragraph ends,
 * the code in between. */
static void
take_ticks(struct mapper *m)
{
	size_t start = m->at, n = run_length(m->text, start), i = start + n;

	m->at = i;
	if (n >= MOST_TICKS || start < m->no_ticks[n])
		return;
	while (i < m->text.len) {
		size_t k;

		if (m->text.ptr[i] == '\n' && is_blank_line_at(m->text, i))
			break;
		if (m->text.ptr[i] != '`') {
			i++;
			continue;
		}
		k = run_length(m->text, i);
		i += k;
		if (k == n) {
			add_range(m, CODE_SPAN, start, i, 0);
			m->at = i;
			return;
		}
	}
	m->no_ticks[n] = i;
}

static const struct {
	str open, end;
} elements[] = {
	{S_INIT("<pre"), S_INIT("</pre")},
	{S_INIT("<code"), S_INIT("</code")},
	{S_INIT("<script"), S_INIT("</script")},
	{S_INIT("<style"), S_INIT("</style")},
};

static void
take_element(struct mapper *m)
{
	str s = str_from(m->text, m->at++);

	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
		str after = str_from(s, elements[i].open.len);
		size_t end;

		if (!str_istarts(s, elements[i].open) || m->no_end[i] ||
		    (after.len && char_is_alnum(after.ptr[0])))
			continue;
		end = str_find(after, elements[i].end);
		m->no_end[i] = end == STR_NONE;
		if (end == STR_NONE)
			continue;
		add_range(m, CODE_HTML, m->at - 1,
		    m->at - 1 + elements[i].open.len + end, 0);
		m->at = m->map->ranges[m->map->count - 1].end;
		return;
	}
}

/* Takes text up to the end of a line; code in it may reach over lines. */
static void
take_text(struct mapper *m)
{
	while (m->at < m->text.len && m->text.ptr[m->at] != '\n')
		switch (m->text.ptr[m->at]) {
		case '`':
			take_ticks(m);
			break;
		case '<':
			take_element(m);
			break;
		case '\\':
			m->at += m->at + 1 < m->text.len &&
			    m->text.ptr[m->at + 1] != '\n';
			/* fall through */
		default:
			m->at++;
		}
}

/* ---- lines ---- */

/* Width of a list item's mark and the blanks after it, or 0. */
static size_t
marker_width(str s)
{
	size_t n = 0, blanks = 0;

	if (s.len && char_is_one_of(s.ptr[0], "-+*"))
		n = 1;
	else {
		while (n < s.len && n < 10 && char_is_digit(s.ptr[n]))
			n++;
		if (n == 0 || n == s.len || !char_is_one_of(s.ptr[n], ".)"))
			return 0;
		n++;
	}
	while (n + blanks < s.len && s.ptr[n + blanks] == ' ')
		blanks++;
	if (n + blanks == s.len)
		return n + 1;
	return blanks == 0 ? 0 : n + (blanks > 4 ? 1 : blanks);
}

static size_t
list_column(const struct mapper *m)
{
	return m->n_lists ? m->lists[m->n_lists - 1] : 0;
}

static void
take_lists(struct mapper *m, struct line *l)
{
	size_t width;

	while (m->n_lists < MOST_LISTS &&
	    (width = marker_width(line_text(m, l))) != 0) {
		l->column += width;
		l->rest += width;
		if (l->rest > l->end)
			l->rest = l->end;
		m->lists[m->n_lists++] = l->column;
	}
}

static void
take_indented(struct mapper *m, const struct line *l)
{
	struct code_map *map = m->map;

	/* Lines of one block make one range. */
	if (m->in_code && map->count)
		map->ranges[map->count - 1].end = l->end;
	else
		add_range(m, CODE_INDENTED, l->rest, l->end, list_column(m));
	m->in_code = true;
	m->at = l->end;
}

static void
take_line(struct mapper *m)
{
	struct line l = line_at(m->text, m->at);
	bool code;

	m->at = l.rest;
	if (l.rest == l.end) {
		m->in_text = false;
		return;
	}
	while (!m->in_text && m->n_lists && l.column < list_column(m))
		m->n_lists--;
	code = l.column >= list_column(m) + 4 && !m->in_text &&
	    !m->no_indented;
	if (code && take_tag_block(m, &l)) {
		add_range(m, CODE_INDENTED, l.rest, l.rest + 1, list_column(m));
		m->in_code = false;
		take_text(m);
		return;
	}
	if (code) {
		take_indented(m, &l);
		return;
	}
	m->in_code = false;
	if (marker_width(line_text(m, &l))) {
		while (m->n_lists && l.column < list_column(m))
			m->n_lists--;
		take_lists(m, &l);
		m->at = l.rest;
	}
	if (take_fence(m, l)) {
		m->in_text = false;
		return;
	}
	m->in_text = l.rest < l.end && m->text.ptr[l.rest] != '#';
	take_tag_block(m, &l);
	take_text(m);
}

void
code_map_make(struct code_map *map, str text, bool is_mdx, struct arena *a)
{
	struct mapper m = {.map = map, .arena = a, .text = text,
		.no_indented = is_mdx};

	*map = (struct code_map){0};
	while (m.at < text.len) {
		take_line(&m);
		m.at++; /* the line end */
	}
}

const struct code_range *
code_map_at(const struct code_map *m, size_t offset)
{
	size_t low = 0, high = m->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (m->ranges[middle].end <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low < m->count && m->ranges[low].start <= offset
	    ? &m->ranges[low] : NULL;
}
