/* SPDX-License-Identifier: MIT
 * fuzz_validate: any bytes as a document. The first byte may choose the charset
 * of HTTP. */
#include "target.h"

#include "validate/engine/validate.h"

/* A finding has a message, and a line and a column or neither. */
static void
check(const struct diag *d)
{
	MUST((d->at.line == 0) == (d->at.col == 0));
	MUST(d->at.line >= 0 && d->caret >= 0);
	MUST(d->message.len > 0);
}

/* The first byte chooses the charset of HTTP. */
static str
charset(const uint8_t **data, size_t *size)
{
	static const str names[] = {S_INIT(""), S_INIT("utf-8"),
		S_INIT("iso-8859-1"), S_INIT("utf-16"), S_INIT("shift_jis")};
	uint8_t first = *size ? **data : 0;

	if (first == 0 || first >= sizeof names / sizeof names[0])
		return (str){0};
	(*data)++;
	(*size)--;
	return names[first];
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct validate_options o = {.now = 1717200000};
	struct validate_result result;
	struct diags diags = {0};
	struct buf out = {0};

	o.charset = charset(&data, &size);
	validate_document((str){(const char *)data, size}, S("fuzz.xml"), &o,
	    &result, &diags);
	for (const struct diag *d = diags.first; d; d = d->next) {
		check(d);
		diag_format(&out, d);
	}
	diags_free(&diags);
	buf_free(&out);
	return 0;
}
