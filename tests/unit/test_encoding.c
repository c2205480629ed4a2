/* SPDX-License-Identifier: MIT
 * test_encoding: documents in other encodings than UTF-8. */
#include "validate/reading/encoding.h"

#include "judge.h"

struct row {
	str bytes;
	const char *charset; /* of HTTP */
	const char *text;    /* what it is in UTF-8 */
	const char *want;    /* findings */
};

static void
check_row(const struct row *row)
{
	struct validate_options o = {.charset = str_of(row->charset)};
	struct validate_result r;
	struct diags diags = {0};
	struct document d = {
		.options = &o, .result = &r, .diags = &diags};
	struct buf out = {0}, b = {0};

	encoding_read(&d, row->bytes, &out);
	check_str(row->want, d.text, row->text);
	list_findings(&b, &diags, DIAG_NOTE);
	check_buf(row->text, &b, row->want);
	buf_free(&b);
	buf_free(&out);
	arena_free(&d.arena);
	arena_free(&d.scratch);
	diags_free(&diags);
}

#define DECLARED(name) "<?xml version=\"1.0\" encoding=\"" name "\"?>"
#define OTHER(name) "other-encoding 1:31 the encoding is '" name "'"

static const struct row rows[] = {
	{S_INIT(DECLARED("utf-8") "\n<a>é</a>"), "",
	    DECLARED("utf-8") "\n<a>é</a>", ""},
	{S_INIT(DECLARED("UTF-8") "<a/>"), "utf-8", DECLARED("UTF-8") "<a/>",
	    ""},
	{S_INIT("<a>é</a>"), "", "<a>é</a>", "missing-encoding 1:1 there is "
	    "no encoding declaration"},
	{S_INIT("<a>é</a>"), "utf-8", "<a>é</a>", ""},
	{S_INIT("\xEF\xBB\xBF<a/>"), "", "<a/>", ""},
	{S_INIT("{\"a\": \"é\"}"), "", "{\"a\": \"é\"}", ""},
	{S_INIT(""), "", "", ""},
	/* Others that are declared. */
	{S_INIT(DECLARED("ISO-8859-1") "<a>\xE9</a>"), "",
	    DECLARED("ISO-8859-1") "<a>é</a>", OTHER("ISO-8859-1")},
	{S_INIT(DECLARED("windows-1252") "<a>\x93\xE9\x94</a>"), "",
	    DECLARED("windows-1252") "<a>“é”</a>", OTHER("windows-1252")},
	{S_INIT(DECLARED("Shift_JIS") "<a>\x93\xFA</a>"), "",
	    DECLARED("Shift_JIS") "<a>日</a>", OTHER("Shift_JIS")},
	{S_INIT(DECLARED("ISO-8859-13") "<a/>"), "",
	    DECLARED("ISO-8859-13") "<a/>", "rare-encoding 1:31 the encoding "
	    "is 'ISO-8859-13', which not every reader supports"},
	{S_INIT("<?xml version='1.0' encoding = 'ISO-8859-1' ?><a>\xE9</a>"),
	    "", "<?xml version='1.0' encoding = 'ISO-8859-1' ?><a>é</a>",
	    "other-encoding 1:33 the encoding is 'ISO-8859-1'"},
	/* By their first bytes. */
	{S_INIT("\xFE\xFF\0<\0a\0/\0>"), "", "<a/>",
	    "other-encoding 1:1 the encoding is 'UTF-16BE'"},
	{S_INIT("\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0"), "", "<a>é</a>",
	    "other-encoding 1:1 the encoding is 'UTF-16LE'"},
	{S_INIT("\xFF\xFE\0\0<\0\0\0a\0\0\0/\0\0\0>\0\0\0"), "", "<a/>",
	    "rare-encoding 1:1 the encoding is 'UTF-32LE', which not every "
	    "reader supports"},
	{S_INIT("<\0?\0x\0?\0>\0"), "", "<?x?>", "invalid-encoding 1:1 a "
	    "document in UTF-16 must begin with a byte order mark\n"
	    "other-encoding 1:1 the encoding is 'UTF-16LE'"},
	/* What HTTP says counts before the declaration. */
	{S_INIT(DECLARED("utf-8") "<a>\xE9</a>"), "iso-8859-1",
	    DECLARED("utf-8") "<a>é</a>", "encoding-mismatch 1:31 the "
	    "declaration says 'utf-8', HTTP says 'iso-8859-1'\n"
	    OTHER("iso-8859-1")},
	/* Contradictions. */
	{S_INIT("\xEF\xBB\xBF" DECLARED("us-ascii") "<a/>"), "",
	    DECLARED("us-ascii") "<a/>", "encoding-conflict 1:31 the "
	    "declaration says 'us-ascii', but the document begins as UTF-8 "
	    "does"},
	{S_INIT(DECLARED("UTF-16") "<a/>"), "", DECLARED("UTF-16") "<a/>",
	    "encoding-conflict 1:1 the declaration says 'UTF-16', but the "
	    "document begins as UTF-8 does"},
	{S_INIT(DECLARED("klingon") "<a/>"), "", DECLARED("klingon") "<a/>",
	    "unknown-encoding 1:31 there is no encoding 'klingon', expected "
	    "UTF-8"},
	/* Bytes that are not text in it; the place is in code points. */
	{S_INIT(DECLARED("utf-8") "\né\xE9<a/>"), "",
	    DECLARED("utf-8") "\né\xEF\xBF\xBD<a/>",
	    "invalid-encoding 2:2 the byte 0xE9 is not UTF-8"},
	{S_INIT(DECLARED("us-ascii") "\nx\xE9<a/>"), "",
	    DECLARED("us-ascii") "\nx\xEF\xBF\xBD<a/>",
	    "invalid-encoding 2:2 there are bytes that are not us-ascii\n"
	    OTHER("us-ascii")},
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_row(&rows[i]);
}

static void
test_known(void **state)
{
	(void)state;
	assert_true(encoding_is_known(S("UTF-8")));
	assert_true(encoding_is_known(S("koi8-r")));
	assert_false(encoding_is_known(S("klingon")));
	assert_false(encoding_is_known(S("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
