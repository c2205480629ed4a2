/* SPDX-License-Identifier: MIT
 * judge: shared by the tests of the validator. */
#ifndef FEEDMILL_TESTS_UNIT_JUDGE_H
#define FEEDMILL_TESTS_UNIT_JUDGE_H

#include "support.h"
#include "validate/reading/references.h"
#include "validate/types/type.h"
#include "validate/engine/validate.h"

/* Appends the findings of a level and above, one a line: "code line:column
 * message". */
static inline void
list_findings(struct buf *b, const struct diags *d, enum diag_level least)
{
	for (const struct diag *g = d->first; g; g = g->next)
		if (g->code->level >= least)
			buf_printf(b, "%s%s %d:%d %.*s", b->len ? "\n" : "",
			    g->code->name, g->at.line, g->at.col,
			    STR_ARG(g->message));
}

/* The line and column in "code line:column message". */
static inline struct mark
place_of_line(str line)
{
	struct mark m = {0};

	line = str_from(line, str_chr(line, ' '));
	sscanf(line.len ? line.ptr : "", "%d:%d", &m.line, &m.col);
	return m;
}

/* Sorts lines by the places in them, so that a row of a test may list its
 * findings in any order. */
static inline void
sort_lines(struct buf *b, const char *text)
{
	str lines[200], rest = str_of(text), line;
	size_t n = 0;

	while (rest.len && n < COUNT(lines) && str_split(&rest, '\n', &line)) {
		struct mark m = place_of_line(line);
		size_t k = n++;

		for (; k > 0; k--) {
			struct mark o = place_of_line(lines[k - 1]);

			if (o.line < m.line ||
			    (o.line == m.line && o.col <= m.col))
				break;
			lines[k] = lines[k - 1];
		}
		lines[k] = line;
	}
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s%.*s", i ? "\n" : "", STR_ARG(lines[i]));
}

/* Validates a document and compares its findings, sorted by place. The clock is
 * 2024-06-01. */
static inline void
check_document(str bytes, enum diag_level least, const char *want)
{
	struct validate_options o = {.now = at("2024-06-01")};
	struct validate_result r;
	struct diags d = {0};
	struct buf b = {0}, sorted = {0};

	validate_document(bytes, S("a"), &o, &r, &d);
	list_findings(&b, &d, least);
	sort_lines(&sorted, want);
	if (!str_eq(buf_str(&b), buf_str(&sorted)))
		fail_msg("%.*s:\n got '%s'\nwant '%s'", STR_ARG(bytes),
		    buf_cstr(&b), buf_cstr(&sorted));
	buf_free(&sorted);
	buf_free(&b);
	diags_free(&d);
}

/* Checks a value against a type and compares the findings. `written` is the
 * text of an element <x>, with references such as &amp;. It begins in line 1,
 * column 1; the findings have columns only. */
static inline void
check_type(const struct type *type, const char *written, const char *want)
{
	struct validate_options o = {.now = at("2024-06-01")};
	struct validate_result r = {0};
	struct diags diags = {0};
	struct document d = {.text = str_of(written), .options = &o,
		.result = &r, .diags = &diags};
	struct subject s = {.document = &d, .type = type, .element = S("x")};
	struct buf b = {0}, value = {0};

	references_decode(&value, str_of(written));
	type_check(&s, buf_str(&value));
	for (const struct diag *g = diags.first; g; g = g->next)
		buf_printf(&b, "%s%s %d %.*s", b.len ? "\n" : "",
		    g->code->name, g->at.col,
		    STR_ARG(g->message));
	check_buf(written, &b, want);
	buf_free(&b);
	buf_free(&value);
	arena_free(&d.arena);
	arena_free(&d.scratch);
	diags_free(&diags);
}

#endif
