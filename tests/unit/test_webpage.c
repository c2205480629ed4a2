/* SPDX-License-Identifier: MIT
 * test_webpage: HTML, byte for byte. */
#include "feed/beside/webpage.h"

#include "base/core/version.h"
#include "support.h"

static void
test_elements(void **state)
{
	struct buf b = {0};
	struct webpage w = webpage_piece(&b);

	(void)state;
	webpage_open(&w, "p");
	webpage_attr(&w, "lang", S("de"));
	webpage_attr(&w, "class", S(""));
	webpage_put(&w, S("a"));
	webpage_text(&w, "b", S("c"));
	webpage_line(&w);
	webpage_open(&w, "i");
	webpage_close(&w);
	webpage_close(&w);
	check_buf("elements", &b, "<p lang=\"de\">a<b>c</b>\n<i></i></p>");

	webpage_open(&w, "input");
	webpage_attr(&w, "type", S("search"));
	webpage_flag(&w, "hidden");
	webpage_close(&w);
	webpage_line(&w);
	check_buf("void", &b, "<input type=\"search\" hidden>\n");

	webpage_open(&w, "style");
	webpage_markup(&w, (struct markup){S("a > b {}")});
	webpage_close(&w);
	check_buf("markup", &b, "<style>a > b {}</style>");
	buf_free(&b);
}

/* Nothing that comes from a site can leave its place. */
static void
test_escapes(void **state)
{
	static const struct {
		str text;
		const char *attr, *put;
	} rows[] = {
		{S_INIT("<b> & \"c\" 'd'"),
			"<a x=\"&lt;b&gt; &amp; &quot;c&quot; 'd'\"></a>",
			"<a>&lt;b&gt; &amp; &quot;c&quot; 'd'</a>"},
		{S_INIT("</script>"), "<a x=\"&lt;/script&gt;\"></a>",
			"<a>&lt;/script&gt;</a>"},
		{S_INIT("a\001b"), "<a x=\"ab\"></a>", "<a>ab</a>"},
		{S_INIT("é日"), "<a x=\"é日\"></a>", "<a>é日</a>"},
	};
	struct buf b = {0};
	struct webpage w = webpage_piece(&b);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		webpage_open(&w, "a");
		webpage_attr(&w, "x", rows[i].text);
		webpage_close(&w);
		check_buf("attr", &b, rows[i].attr);
		webpage_text(&w, "a", rows[i].text);
		check_buf("put", &b, rows[i].put);
	}
	buf_free(&b);
}

static void
test_document(void **state)
{
	struct buf b = {0};
	struct webpage w = webpage_document(&b);

	(void)state;
	webpage_open(&w, "html");
	webpage_close(&w);
	check_buf("document", &b, "<!DOCTYPE html>\n"
	    "<!-- " FEEDMILL_NOTICE " -->\n<html></html>");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_elements),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
