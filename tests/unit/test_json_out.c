/* SPDX-License-Identifier: MIT
 * test_json_out: documents and pieces of them. */
#include "feed/formats/json_out.h"

#include "base/data/json.h"
#include "base/core/utf8.h"
#include "support.h"

static const struct {
	str text;
	const char *want;
} escapes[] = {
	{S_INIT("a"), "a"},
	{S_INIT("é€🎉 日本"), "é€🎉 日本"},
	{S_INIT("say \"x\""), "say \\\"x\\\""},
	{S_INIT("C:\\n"), "C:\\\\n"},
	{S_INIT("a\nb\tc\r\n"), "a\\nb\\tc\\r\\n"},
	{S_INIT("<a href=\"/x\">&amp;</a>"), "<a href=\\\"/x\\\">&amp;</a>"},
	{S_INIT("\"\"\\"), "\\\"\\\"\\\\"},
	/* What no feed may hold (feed rule 2). */
	{S_INIT("a\0b\x01\x1F\x7F" "c"), "abc"},
	{S_INIT("a\vb\fc"), "a b c"},
	{S_INIT("\xC2\x93x\xEF\xBF\xBF"), "“x"},
	{S_INIT("a\xFF" "b\xC3"), "ab"},
};

/* What is written is what a parser reads, which is not ours. */
static void
test_escape(void **state)
{
	struct arena a = {0};
	struct buf b = {0}, want = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(escapes); i++) {
		struct json_out document = json_out_document(&b);
		struct json_out *j = &document;
		struct source src = {S("out.json"), {0}};
		struct diags d = {0};
		const struct value *v;

		json_out_map(j, NULL);
		json_out_text(j, "a", escapes[i].text);
		json_out_close(j);
		src.text = buf_str(&b);
		v = json_parse(&a, src.text, &src, 0, &d);
		check_diags(escapes[i].want, &d, "");
		text_clean(&want, escapes[i].text);
		check_str(escapes[i].want, v->first->text, buf_cstr(&want));
		buf_reset(&want);
		buf_printf(&want, "{\n  \"a\": \"%s\"\n}\n", escapes[i].want);
		check_buf(escapes[i].want, &b, buf_cstr(&want));
		json_out_escape(&b, (struct markup){escapes[i].text});
		check_buf("escape", &b, escapes[i].want);
		buf_reset(&want);
	}
	arena_free(&a);
	buf_free(&b);
	buf_free(&want);
}

static void
test_structure(void **state)
{
	struct buf b = {0};
	struct json_out document = json_out_document(&b), *j = &document;

	(void)state;
	json_out_map(j, NULL);
	json_out_text(j, "none", (str){0});
	json_out_text(j, "b", S("1"));
	json_out_list(j, "l");
	json_out_close(j);
	json_out_map(j, "m");
	json_out_text(j, "none", S(""));
	json_out_close(j);
	json_out_list(j, "a");
	json_out_text(j, NULL, S("x"));
	json_out_map(j, NULL);
	json_out_text(j, "é", S("y"));
	json_out_pair(j, S("a \"k\"/"), S("\\"));
	json_out_pair(j, S("none"), S(""));
	json_out_close(j);
	json_out_text(j, NULL, S("z"));
	json_out_close(j);
	json_out_close(j);
	check_buf("structure", &b, "{\n"
	    "  \"b\": \"1\",\n"
	    "  \"l\": [],\n"
	    "  \"m\": {},\n"
	    "  \"a\": [\n"
	    "    \"x\",\n"
	    "    {\n"
	    "      \"é\": \"y\",\n"
	    "      \"a \\\"k\\\"/\": \"\\\\\"\n"
	    "    },\n"
	    "    \"z\"\n"
	    "  ]\n"
	    "}\n");
	buf_free(&b);
}

/* A document whose members come from elsewhere, any number of them. */
static void
test_pieces(void **state)
{
	struct buf b = {0}, tail = {0};

	(void)state;
	for (int n = 0; n < 3; n++) {
		struct json_out document = json_out_document(&b);
		struct json_out *j = &document;

		json_out_map(j, NULL);
		json_out_list(j, "i");
		for (int i = 0; i < n; i++) {
			struct json_out piece = json_out_piece(&b, 2);
			size_t hole;

			if (i)
				buf_addc(&b, ',');
			json_out_map(&piece, NULL);
			hole = json_out_leave_hole(&piece, "t");
			json_out_close(&piece);
			check_str("hole", str_from(buf_str(&b), hole),
			    "\"\n    }");
		}
		json_out_go_on(j, &tail, n > 0);
		json_out_close(j);
		json_out_text(j, "z", S("z"));
		json_out_close(j);
		buf_add(&b, buf_str(&tail));
		buf_reset(&tail);
#define PIECE "\n    {\n      \"t\": \"\"\n    }"
		check_buf("pieces", &b, n == 0
		    ? "{\n  \"i\": [],\n  \"z\": \"z\"\n}\n" : n == 1
		    ? "{\n  \"i\": [" PIECE "\n  ],\n  \"z\": \"z\"\n}\n"
		    : "{\n  \"i\": [" PIECE "," PIECE
		    "\n  ],\n  \"z\": \"z\"\n}\n");
	}
	buf_free(&b);
	buf_free(&tail);
}

static void
test_values(void **state)
{
	struct buf b = {0};
	struct json_out document = json_out_document(&b), *j = &document;

	(void)state;
	j->is_narrow = true;
	json_out_map(j, NULL);
	json_out_value(j, "é", S("\"q\"\n\x01 日本"));
	json_out_value(j, "none", S(""));
	json_out_number(j, "zero", 0);
	json_out_number(j, "most", UINT64_MAX);
	json_out_word(j, "b", "true");
	json_out_list(j, "l");
	json_out_value(j, NULL, S("12"));
	json_out_map(j, NULL);
	json_out_close(j);
	json_out_word(j, NULL, "null");
	json_out_close(j);
	json_out_close(j);
	check_buf("values", &b, "{\n"
	    " \"é\": \"\\\"q\\\"\\n 日本\",\n"
	    " \"none\": null,\n"
	    " \"zero\": 0,\n"
	    " \"most\": 18446744073709551615,\n"
	    " \"b\": true,\n"
	    " \"l\": [\n"
	    "  \"12\",\n"
	    "  {},\n"
	    "  null\n"
	    " ]\n"
	    "}\n");
	buf_free(&b);
}

/* A text that is written is read as the same, without control characters and
 * bytes that are not UTF-8, which file names may hold. */
static void
test_round(void **state)
{
	static const struct {
		str text;
		const char *want;
	} rows[] = {
		{S_INIT("plain"), "plain"},
		{S_INIT("a\xFF" "b"), "ab"},
		{S_INIT("\xC3"), ""},
		{S_INIT("\"\\/\t\r\n"), "\"\\/\t\r\n"},
		{S_INIT("a\0b"), "ab"},
		{S_INIT("</script>"), "</script>"},
		{S_INIT("\xE2\x80\xA8"), "\xE2\x80\xA8"},
	};
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct json_out document = json_out_document(&b);
		struct source src = {S("out.json"), {0}};
		struct diags d = {0};
		struct value *v;

		json_out_map(&document, NULL);
		json_out_value(&document, "t", rows[i].text);
		json_out_close(&document);
		src.text = buf_str(&b);
		v = json_parse(&a, src.text, &src, 0, &d);
		check_diags("round", &d, "");
		assert_non_null(v);
		check_str("round", v->first->text, rows[i].want);
		buf_reset(&b);
	}
	arena_free(&a);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escape),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_structure),
		cmocka_unit_test(test_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
