/* SPDX-License-Identifier: MIT
 * type: what a value must be: a number, a date, an address. */
#include "validate/types/type.h"

#include "validate/tables/feed_rules.h"
#include "validate/types/types.h"

/* "<updated>", "<link> href" or "items[2].url". */
static str
label(const struct subject *s)
{
	struct arena *a = &s->document->scratch;

	if (s->document->is_json)
		return s->element;
	return arena_printf(a, "<%.*s>%s%.*s", STR_ARG(s->element),
	    s->attribute.len ? " " : "", STR_ARG(s->attribute));
}

static void
report_value(const struct subject *s, diag_code code, size_t at,
    bool is_quoted, const char *fmt, va_list ap)
{
	struct document *d = s->document;
	struct finding g = {.code = code, .reference = s->reference};
	str part;

	if (!document_wants(d, code))
		return;
	g.at = document_raw_offset(d, s->from, s->skipped + at);
	part = label(s);
	if (is_quoted)
		part = arena_printf(&d->scratch, "%.*s '%.*s'", STR_ARG(part),
		    STR_ARG(document_quote(d, s->value)));
	document_report_part(d, &g, part, fmt, ap);
}

void
type_fault(const struct subject *s, diag_code code, size_t at,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report_value(s, code, at, true, fmt, ap);
	va_end(ap);
}

void
type_remark(const struct subject *s, diag_code code, size_t at,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report_value(s, code, at, false, fmt, ap);
	va_end(ap);
}

void
type_misfit(const struct subject *s)
{
	if (s->value.len)
		type_fault(s, s->type->code, 0, "is not %s",
		    s->type->expects);
	else
		type_remark(s, s->type->code, 0, "is empty, expected %s",
		    s->type->expects);
}

bool
type_has_only(str s, const char *also)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_alnum(s.ptr[i]) &&
		    !char_is_one_of(s.ptr[i], also))
			return false;
	return true;
}

bool
type_has_word(const char *values, str word, bool any_case)
{
	str rest = str_of(values), one;

	while (str_split(&rest, '|', &one))
		if (one.len && (any_case ? str_ieq : str_eq)(one, word))
			return true;
	return false;
}

void
type_check(struct subject *s, str written)
{
	const struct type *t = s->type;
	bool is_text = s->attribute.len == 0 && !s->document->is_json;

	/* In attributes and JSON, white space is part of an address. */
	bool is_loose = (t->flags & TYPE_LOOSE) ||
	    (t->check == type_check_uri && !is_text);

	s->value = is_loose ? written : str_trim(written);
	s->skipped = s->value.len
	    ? (size_t)(s->value.ptr - written.ptr) : 0;
	if (!is_loose && (t->flags & TYPE_TIGHT) && s->value.len &&
	    s->value.len != written.len)
		type_fault(s, RULE_UNEXPECTED_SPACE, 0,
		    "has white space around it");
	if (s->value.len == 0 && (t->flags & TYPE_OPTIONAL))
		return;
	if (s->value.len == 0 && (t->flags & TYPE_FILLED)) {
		type_remark(s, s->attribute.len ? RULE_BLANK_ATTRIBUTE
		    : RULE_BLANK, 0, "is empty");
		if (t->check == NULL || (t->flags & TYPE_PLAIN))
			return;
	}
	if (t->check)
		t->check(s);
	if (t->flags & TYPE_PLAIN)
		type_check_plain(s);
}
