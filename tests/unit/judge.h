/* SPDX-License-Identifier: MIT
 * judge: what tests of the validator share. */
#ifndef FEEDMILL_TESTS_UNIT_JUDGE_H
#define FEEDMILL_TESTS_UNIT_JUDGE_H

#include "support.h"
#include "validate/references.h"
#include "validate/type.h"
#include "validate/validate.h"

/* Findings of at least a level, a line each: "code line:column message". */
static inline void
list_findings(struct buf *b, const struct diags *d, enum diag_level least)
{
	for (const struct diag *g = d->first; g; g = g->next)
		if (diag_infos[g->code].level >= least)
			buf_printf(b, "%s%s %d:%d %.*s", b->len ? "\n" : "",
			    diag_infos[g->code].name, g->at.line, g->at.col,
			    STR_ARG(g->message));
}

/* Judges a document and compares its findings. The time is that of
 * 2024-06-01. */
static inline void
check_document(str bytes, enum diag_level least, const char *want)
{
	struct validate_options o = {.now = at("2024-06-01")};
	struct validate_result r;
	struct diags d = {0};
	struct buf b = {0};

	validate_document(bytes, S("a"), &o, &r, &d);
	list_findings(&b, &d, least);
	if (!str_eq(buf_str(&b), str_of(want)))
		fail_msg("%.*s:\n got '%s'\nwant '%s'", STR_ARG(bytes),
		    buf_cstr(&b), want);
	buf_free(&b);
	diags_free(&d);
}

/* Judges a value by its type, as the text of <x>, as it is written with
 * references: the findings are of line 1, and it begins in column 1. */
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
		    diag_infos[g->code].name, g->at.col,
		    STR_ARG(g->message));
	check_buf(written, &b, want);
	buf_free(&b);
	buf_free(&value);
	arena_free(&d.arena);
	arena_free(&d.scratch);
	diags_free(&diags);
}

#endif
