/* SPDX-License-Identifier: MIT
 * document: the text that is judged, and the findings in it. */
#include "validate/reading/document.h"

#include <stdlib.h>

#include "base/core/utf8.h"
#include "validate/reading/references.h"
#include "validate/tables/feed_rules.h"

enum {
	MOST_OF_A_CODE = 100,
	MOST_QUOTED = 80, /* bytes of a value */
};

/* ---- places ---- */

static bool
begins_rune(char c)
{
	return (c & 0xC0) != 0x80;
}

static void
go_back(struct document *d, size_t offset)
{
	const char *s = d->text.ptr;

	for (; d->at > offset && d->at > d->line_start; d->at--)
		d->mark.col -= begins_rune(s[d->at - 1]);
	if (d->at == offset)
		return;
	for (; d->at > offset; d->at--)
		d->mark.line -= s[d->at - 1] == '\n';
	while (d->line_start > 0 && (d->line_start > offset ||
	    s[d->line_start - 1] != '\n'))
		d->line_start--;
	d->mark.col = 1 + (int)utf8_len(
	    str_sub(d->text, d->line_start, offset - d->line_start));
}

/* Counts lines and columns from the last report on: findings come nearly in
 * order of their places, so the way is short. */
static void
go_to(struct document *d, size_t offset)
{
	str rest = str_sub(d->text, d->at, offset - d->at);
	size_t newline;

	if (d->mark.line == 0)
		d->mark = (struct mark){1, 1};
	if (d->at >= offset) {
		go_back(d, offset);
		return;
	}
	while ((newline = str_chr(rest, '\n')) != STR_NONE) {
		rest = str_from(rest, newline + 1);
		d->mark.line++;
		d->mark.col = 1;
		d->line_start = offset - rest.len;
	}
	for (size_t i = 0; i < rest.len; i++)
		d->mark.col += begins_rune(rest.ptr[i]);
	d->at = offset;
}

/* The part of the line that a message shows, and in *caret the column of the
 * place in it. */
static str
line_at(const struct document *d, int *caret)
{
	enum { SHOWN = 100, BEFORE = 60, BYTES = 4 * SHOWN };
	size_t from = d->line_start, end;
	str line;

	*caret = d->mark.col;
	if (*caret > SHOWN) {
		*caret = BEFORE;
		from = d->at;
		for (int i = 1; i < BEFORE; i++)
			do
				from--;
			while (!begins_rune(d->text.ptr[from]));
	}
	line = str_sub(d->text, from, BYTES);
	end = str_chr(line, '\n');
	if (end != STR_NONE)
		line.len = end;
	if (str_ends(line, S("\r")))
		line.len--;
	return line;
}

size_t
document_raw_offset(const struct document *d, size_t from, size_t n)
{
	str rest = str_from(d->text, from);

	if (d->is_json)
		references_skip_json(&rest, n);
	else
		references_skip_xml(&rest, n);
	return d->text.len - rest.len;
}

/* ---- reports ---- */

bool
document_wants(struct document *d, diag_code code)
{
	bool is_ignored = validate_ignores(d->options, code);
	struct diag_tally *t = diag_tally_of(&d->tallies, &d->arena, code);

	if (!is_ignored && t->count < MOST_OF_A_CODE)
		return true;
	t->count += !is_ignored;
	arena_reset(&d->scratch);
	return false;
}

bool
document_count(struct document *d, diag_code code)
{
	if (!document_wants(d, code))
		return false;
	diag_tally_of(&d->tallies, &d->arena, code)->count++;
	return true;
}

/* The reference of the code is the most precise one, but for JSON only where
 * it is a feed rule: others are sections of specifications of XML formats. */
static const char *
choose_reference(const struct document *d, diag_code code,
    const char *given)
{
	const char *own = code->reference;

	if (own == NULL || (d->is_json && given &&
	    !str_starts(str_of(own), S("feed rule"))))
		return given;
	return own;
}

void
document_report(struct document *d, diag_code code, size_t offset,
    const char *reference, const char *fmt, ...)
{
	struct diag_place place = {.file = d->name};
	va_list ap;

	if (!document_count(d, code))
		return;
	if (offset != STR_NONE) {
		go_to(d, offset < d->text.len ? offset : d->text.len);
		place.line = line_at(d, &place.caret);
		place.at = d->mark;
	}
	va_start(ap, fmt);
	diag_add_at(d->diags, code, &place,
	    choose_reference(d, code, reference),
	    arena_vprintf(&d->scratch, fmt, ap));
	va_end(ap);
	arena_reset(&d->scratch);
}

void
document_report_part(struct document *d, const struct finding *g, str part,
    const char *fmt, va_list ap)
{
	str words = arena_vprintf(&d->scratch, fmt, ap);

	document_report(d, g->code, g->at, g->reference, "%.*s %.*s",
	    STR_ARG(part), STR_ARG(words));
}

str
document_quote(struct document *d, str value)
{
	str shown = utf8_prefix(value, MOST_QUOTED);
	str copy = arena_printf(&d->scratch, "%.*s%s", STR_ARG(shown),
	    shown.len < value.len ? "…" : "");

	for (char *s = (char *)copy.ptr; *s; s++)
		if (char_is_space(*s))
			*s = ' ';
	return copy;
}

str
document_hint(struct document *d, str name, const char *const *names,
    size_t n, const char *quotes)
{
	const char *near = nearest_name(name, names, n);

	return near ? arena_printf(&d->scratch, ", did you mean %c%s%c?",
	    quotes[0], near, quotes[1]) : (str){0};
}

/* ---- the end ---- */

struct found {
	struct diag *diag;
	size_t number; /* keeps findings of one place in order */
};

/* A finding without a place has line 0, so it comes first. */
static int
by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	const struct mark *m = &x->diag->at, *n = &y->diag->at;

	if (m->line != n->line)
		return m->line < n->line ? -1 : 1;
	if (m->col != n->col)
		return m->col < n->col ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

static void
sort_findings(struct document *d)
{
	struct diag **next = d->before ? &d->before->next : &d->diags->first;
	size_t n = 0;
	struct found *list;

	for (struct diag *g = *next; g; g = g->next)
		n++;
	if (n < 2)
		return;
	list = mem_alloc(n * sizeof *list);
	n = 0;
	for (struct diag *g = *next; g; g = g->next, n++)
		list[n] = (struct found){g, n};
	qsort(list, n, sizeof *list, by_place);
	for (size_t i = 0; i < n; i++) {
		*next = list[i].diag;
		next = &list[i].diag->next;
	}
	*next = NULL;
	d->diags->last = list[n - 1].diag;
	mem_free(list);
}

void
document_end(struct document *d)
{
	sort_findings(d);
	for (const struct diag_tally *t = d->tallies; t; t = t->next)
		if (t->count > MOST_OF_A_CODE)
			document_report(d, RULE_MORE_FINDINGS, STR_NONE, NULL,
			    "%zu more of %s", t->count - MOST_OF_A_CODE,
			    t->code->name);
	arena_free(&d->arena);
	arena_free(&d->scratch);
}
