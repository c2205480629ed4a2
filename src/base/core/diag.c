/* SPDX-License-Identifier: MIT
 * diag: errors, warnings and notes, and the places that they are about. */
#include "base/core/diag.h"

#include "base/core/unicode.h"
#include "base/core/utf8.h"

const char *const diag_level_names[] = {"note", "warning", "error"};

/* Line `number` of a text, without its line end. */
static str
line_of(str text, int number)
{
	str line = {0};

	for (int i = 0; i < number; i++)
		if (!str_split(&text, '\n', &line))
			return (str){0};
	if (str_ends(line, S("\r")))
		line.len--;
	return line;
}

/* Cuts the line to a window around the column: a line of a megabyte must fill
 * neither screen nor memory. Sets *col to the column within the window. */
static str
window(str line, int *col)
{
	enum { WIDTH = 100, BEFORE = 60 };
	str from = line;
	int skip = *col > WIDTH ? *col - BEFORE : 0;

	for (int i = 0; i < skip && from.len; i++)
		utf8_next(&from);
	*col -= skip;
	line = from;
	for (int i = 0; i < WIDTH && from.len; i++)
		utf8_next(&from);
	line.len -= from.len;
	return line;
}

static void
append(struct diags *d, struct diag *g)
{
	if (d->last)
		d->last->next = g;
	else
		d->first = g;
	d->last = g;
	d->counts[g->code->level]++;
}

/* Appends a diagnostic without a message to the list. */
static struct diag *
add(struct diags *d, diag_code code, const struct diag_place *place)
{
	struct diag *g = arena_alloc(&d->arena, sizeof *g);

	g->code = code;
	g->at = place->at;
	g->caret = place->caret;
	g->reference = code->reference;
	g->file = arena_str(&d->arena, place->file);
	if (g->at.line > 0)
		g->line = arena_str(
		    &d->arena, window(place->line, &g->caret));
	append(d, g);
	return g;
}

/* ---- a limit for each code ---- */

struct diag_tally *
diag_tally_of(struct diag_tally **list, struct arena *a, diag_code code)
{
	while (*list && (*list)->code != code)
		list = &(*list)->next;
	if (*list == NULL) {
		*list = arena_alloc(a, sizeof **list);
		(*list)->code = code;
	}
	return *list;
}

bool
diags_is_full(struct diags *d, diag_code code)
{
	return d->most &&
	    diag_tally_of(&d->tallies, &d->arena, code)->count >= d->most;
}

void
diags_sum(struct diags *d, const struct source *src)
{
	size_t most = d->most;

	d->most = 0;
	for (struct diag_tally *t = d->tallies; t; t = t->next)
		if (t->count > most)
			diag_add(d, t->code, src, (struct mark){0},
			    "and %zu more like these", t->count - most);
	d->tallies = NULL;
	d->most = most;
}

void
diag_add(struct diags *d, diag_code code, const struct source *src,
    struct mark at, const char *fmt, ...)
{
	struct diag_place place = {.at = at, .caret = at.col};
	struct diag *g;
	va_list ap;

	if (d->most &&
	    diag_tally_of(&d->tallies, &d->arena, code)->count++ >= d->most)
		return;
	if (src) {
		place.file = src->name;
		place.line = line_of(src->text, at.line);
	}
	g = add(d, code, &place);
	va_start(ap, fmt);
	g->message = arena_vprintf(&d->arena, fmt, ap);
	va_end(ap);
}

void
diag_add_at(struct diags *d, diag_code code, const struct diag_place *place,
    const char *reference, str message)
{
	struct diag *g = add(d, code, place);

	g->message = arena_str(&d->arena, message);
	if (reference)
		g->reference = reference;
}

void
diag_copy(struct diags *d, const struct diag *g)
{
	struct diag *copy = arena_alloc(&d->arena, sizeof *copy);

	*copy = *g;
	copy->file = arena_str(&d->arena, g->file);
	copy->message = arena_str(&d->arena, g->message);
	copy->line = arena_str(&d->arena, g->line);
	if (g->reference != g->code->reference)
		copy->reference = arena_cstr(
		    &d->arena, str_of(g->reference));
	copy->next = NULL;
	append(d, copy);
}

struct mark
mark_of(str text, size_t offset)
{
	struct mark m = {1, 1};
	size_t start = 0;

	if (offset > text.len)
		offset = text.len;
	for (size_t i = 0; i < offset; i++)
		if (text.ptr[i] == '\n') {
			m.line++;
			start = i + 1;
		}
	m.col = 1 + (int)utf8_len(str_sub(text, start, offset - start));
	return m;
}

void
diags_copy(struct diags *to, const struct diags *from)
{
	for (const struct diag *g = from->first; g; g = g->next)
		diag_copy(to, g);
}

void
diags_move(struct diags *to, struct diags *from)
{
	diags_copy(to, from);
	diags_free(from);
}

void
diags_free(struct diags *d)
{
	arena_free(&d->arena);
	*d = (struct diags){0};
}

/* Appends text as a terminal can show it: ill-formed UTF-8 becomes U+FFFD. */
static void
add_shown(struct buf *out, str s)
{
	struct buf whole = {0};

	while (s.len)
		buf_add_rune(&whole, utf8_next(&s));
	text_clean(out, buf_str(&whole));
	buf_free(&whole);
}

static void
format_source(struct buf *out, const struct diag *d)
{
	str line = d->line;

	buf_printf(out, "%5d | ", d->at.line);
	add_shown(out, line);
	buf_add(out, S("\n      | "));
	for (int i = 1; i < d->caret && line.len; i++) {
		uint32_t r = utf8_next(&line);

		/* Copy tabs: the terminal then expands both lines alike. */
		if (r == '\t')
			buf_addc(out, '\t');
		else
			buf_printf(out, "%*s", unicode_width(r), "");
	}
	buf_add(out, S("^\n"));
}

void
diag_format(struct buf *out, const struct diag *d)
{
	if (d->file.len) {
		add_shown(out, d->file);
		if (d->at.line > 0)
			buf_printf(out, ":%d", d->at.line);
		if (d->at.line > 0 && d->at.col > 0)
			buf_printf(out, ":%d", d->at.col);
	} else
		buf_add(out, S("feedmill"));
	buf_printf(out, ": %s: ", diag_level_names[d->code->level]);
	add_shown(out, d->message);
	buf_printf(out, " [%s]%s%s\n", d->code->name, d->reference ? " " : "",
	    d->reference ? d->reference : "");
	if (d->line.len && d->at.col > 0)
		format_source(out, d);
}

enum { MOST_NAME = 48 };

size_t
name_distance(str a, str b)
{
	size_t row[3][MOST_NAME + 1];

	if (a.len > MOST_NAME || b.len > MOST_NAME)
		return MOST_NAME;
	for (size_t j = 0; j <= b.len; j++)
		row[0][j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *now = row[i % 3], *up = row[(i + 2) % 3];
		size_t *upper = row[(i + 1) % 3];

		now[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			bool same = char_lower(a.ptr[i - 1]) ==
			    char_lower(b.ptr[j - 1]);
			size_t best = up[j - 1] + !same;

			if (up[j] + 1 < best)
				best = up[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1] &&
			    upper[j - 2] + 1 < best)
				best = upper[j - 2] + 1;
			now[j] = best;
		}
	}
	return row[a.len % 3][b.len];
}

const char *
nearest_name(str word, const char *const *names, size_t count)
{
	const char *best = NULL;
	size_t least = word.len / 3 + 1;

	if (word.len > MOST_NAME)
		return NULL;

	for (size_t i = 0; i < count; i++) {
		size_t d = name_distance(word, str_of(names[i]));

		if (d <= least && (best == NULL || d < least)) {
			best = names[i];
			least = d;
		}
	}
	return best;
}
