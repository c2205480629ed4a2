/* SPDX-License-Identifier: MIT
 * test_xml: documents and pieces of them. */
#include "feed/formats/xml.h"

#include "support.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

static const struct {
	str text;
	const char *value; /* as a value or markup */
	const char *prose;
	const char *attr;
} escapes[] = {
	{S_INIT("a"), "a", "a", "a"},
	{S_INIT("é€🎉"), "é€🎉", "é€🎉", "é€🎉"},
	{S_INIT("a & b"), "a &amp; b", "a &#x26; b", "a &amp; b"},
	{S_INIT("&amp;"), "&amp;amp;", "&#x26;amp;", "&amp;amp;"},
	{S_INIT("<b>"), "&lt;b&gt;", "&#x3C;b&gt;", "&lt;b&gt;"},
	{S_INIT("</p>x</b"), "&lt;/p&gt;x&lt;/b", "&#x3C;/p &gt;x&#x3C;/b",
	    "&lt;/p&gt;x&lt;/b"},
	{S_INIT("\"a\rb"), "&quot;a&#13;b", "&quot;a&#13;b",
	    "&quot;a&#13;b"},
	{S_INIT("]]>"), "]]&gt;", "]]&gt;", "]]&gt;"},
	{S_INIT("a\nb\tc"), "a\nb\tc", "a\nb\tc", "a&#10;b&#9;c"},
	{S_INIT("a\0b\x01\x1F" "c"), "abc", "abc", "abc"},
	{S_INIT("a\vb\fc"), "a b c", "a b c", "a b c"},
	{S_INIT("\xC2\x93x\xEF\xBF\xBF"), "“x", "“x", "“x"},
};

/* <r a="TEXT"><v>TEXT</v><t>TEXT</t><m>TEXT</m></r> */
static void
test_escape(void **state)
{
	struct buf b = {0}, want = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(escapes); i++) {
		struct xml document = xml_document(&b), *x = &document;

		xml_open(x, "r");
		xml_attr(x, "a", escapes[i].text);
		xml_value(x, "v", escapes[i].text);
		xml_text(x, "t", escapes[i].text);
		xml_open(x, "m");
		xml_put_markup(x, (struct markup){escapes[i].text});
		xml_close(x);
		xml_close(x);
		buf_printf(&want, HEAD "<r a=\"%s\">\n  <v>%s</v>\n"
		    "  <t>%s</t>\n  <m>%s</m>\n</r>\n", escapes[i].attr,
		    escapes[i].value, escapes[i].prose, escapes[i].value);
		check_buf(escapes[i].value, &b, buf_cstr(&want));
		buf_reset(&want);
	}
	buf_free(&b);
	buf_free(&want);
}

static void
test_attr(void **state)
{
	struct buf b = {0};
	struct xml document = xml_document(&b), *x = &document;

	(void)state;
	xml_open(x, "r");
	xml_attr(x, "xml:lang", S("en"));
	xml_attr(x, "none", (str){0});
	xml_attr(x, "q", S("a\"b'"));
	xml_value(x, "none", (str){0});
	xml_text(x, "none", S(""));
	xml_open(x, "empty");
	xml_close(x);
	xml_close(x);
	check_buf("attr", &b, HEAD "<r xml:lang=\"en\" q=\"a&quot;b'\">\n"
	    "  <empty/>\n</r>\n");
	buf_free(&b);
}

/* Pieces are indented as in the document, at any depth, and so
 * are the end tags behind them. */
static void
test_pieces(void **state)
{
	struct buf piece = {0}, b = {0}, tail = {0};

	(void)state;
	for (int depth = 1; depth < 3; depth++) {
		struct xml a_piece = xml_piece(&piece, depth);
		struct xml *x = &a_piece;

		xml_open(x, "e");
		xml_attr(x, "a", S("é"));
		xml_value(x, "v", S("1"));
		xml_close(x);
		check_buf("piece", &piece, depth == 1
		    ? "  <e a=\"é\">\n    <v>1</v>\n  </e>\n"
		    : "    <e a=\"é\">\n      <v>1</v>\n    </e>\n");
	}
	for (int n = 0; n < 3; n++) {
		struct xml document = xml_document(&b), *x = &document;

		xml_open(x, "r");
		xml_open(x, "c");
		xml_value(x, "t", S("x"));
		for (int i = 0; i < n; i++)
			buf_add(&b, S("    <e/>\n"));
		xml_go_on(x, &tail);
		xml_close(x);
		xml_close(x);
		buf_add(&b, buf_str(&tail));
		buf_reset(&tail);
		check_buf("pieces", &b, n == 0
		    ? HEAD "<r>\n  <c>\n    <t>x</t>\n  </c>\n</r>\n" : n == 1
		    ? HEAD "<r>\n  <c>\n    <t>x</t>\n    <e/>\n  </c>\n"
		    "</r>\n"
		    : HEAD "<r>\n  <c>\n    <t>x</t>\n    <e/>\n    <e/>\n"
		    "  </c>\n</r>\n");
	}
	buf_free(&piece);
	buf_free(&tail);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escape),
		cmocka_unit_test(test_attr),
		cmocka_unit_test(test_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
