/* SPDX-License-Identifier: MIT
 * validate: judges a feed, given as bytes. */
#include "validate/engine/validate.h"

#include "base/text/scan.h"
#include "validate/engine/check.h"
#include "validate/reading/document.h"
#include "validate/reading/encoding.h"
#include "validate/engine/json_feed.h"
#include "validate/engine/root.h"
#include "validate/tables/feed_rules.h"

/* The text behind white space, comments and instructions. */
static str
first_markup(str text)
{
	for (;;) {
		str rest;

		scan_blanks(&text);
		rest = text;
		if (str_starts(text, S("<!--"))
		    ? !scan_past(&rest, S("-->"), NULL)
		    : !str_starts(text, S("<?")) ||
		    !scan_past(&rest, S("?>"), NULL))
			return text;
		text = rest;
	}
}

static bool
is_page(str markup)
{
	return str_istarts(markup, S("<!doctype html")) ||
	    str_istarts(markup, S("<html"));
}

static void
judge(struct document *d)
{
	str start = first_markup(d->text);
	size_t nul = str_chr(d->text, '\0');

	if (start.len == 0)
		document_report(d, RULE_EMPTY, STR_NONE, NULL,
		    "the document is empty");
	else if (nul != STR_NONE)
		document_report(d, RULE_XML_SYNTAX, nul, NULL,
		    "there is a NUL character");
	else if (is_page(start))
		root_report_page(d, (size_t)(start.ptr - d->text.ptr));
	else if (start.ptr[0] == '<')
		check_xml(d);
	else if (start.ptr[0] == '{' || start.ptr[0] == '[')
		json_feed_check(d);
	else
		document_report(d, RULE_NOT_A_FEED,
		    (size_t)(start.ptr - d->text.ptr), NULL, "the document "
		    "is neither XML nor JSON");
}

/* Every reader fetches the document many times a day. */
static void
check_size(struct document *d, size_t size)
{
	enum { LARGE = 512 << 10, VERY_LARGE = 2 << 20 };

	if (size > VERY_LARGE)
		document_report(d, RULE_VERY_LARGE, STR_NONE, NULL,
		    "the feed has %zu KiB", size >> 10);
	else if (size > LARGE)
		document_report(d, RULE_LARGE, STR_NONE, NULL,
		    "the feed has %zu KiB", size >> 10);
}

bool
validate_document(str bytes, str name, const struct validate_options *o,
    struct validate_result *result, struct diags *diags)
{
	struct document d = {
		.name = name, .options = o, .result = result, .diags = diags,
		.before = diags->last};
	struct buf text = {0};

	if (o->judge)
		return o->judge->run(o->judge->ctx, o->judge->thread, bytes,
		    name, o, result, diags);
	*result = (struct validate_result){0};
	if (bytes.len > VALIDATE_MOST)
		document_report(&d, RULE_TOO_LARGE, STR_NONE, NULL,
		    "the document has more than %d bytes", (int)VALIDATE_MOST);
	else {
		encoding_read(&d, bytes, &text);
		judge(&d);
		if (result->format)
			check_size(&d, bytes.len);
	}
	document_end(&d);
	buf_free(&text);
	return !d.is_unread;
}

void
validate_report(const struct validate_options *o, str name,
    struct diags *diags, diag_code code, const char *fmt, ...)
{
	struct diag_place place = {.file = name};
	struct arena a = {0};
	va_list ap;

	if (validate_ignores(o, code))
		return;
	va_start(ap, fmt);
	diag_add_at(diags, code, &place, NULL, arena_vprintf(&a, fmt, ap));
	va_end(ap);
	arena_free(&a);
}
