/* SPDX-License-Identifier: MIT
 * test_diag: reports, and how a person reads them. */
#include "base/core/diag.h"

#include "base/core/utf8.h"
#include "config/config_codes.h"
#include "post/post_codes.h"
#include "support.h"

static void
test_mark_of(void **state)
{
	static const char text[] = "a\né€x\n\n🎉z";
	static const struct {
		size_t offset;
		int line, col;
	} rows[] = {
		{0, 1, 1}, {1, 1, 2}, {2, 2, 1}, {4, 2, 2}, {7, 2, 3},
		{8, 2, 4}, {9, 3, 1}, {10, 4, 1}, {14, 4, 2}, {15, 4, 3},
		{99, 4, 3},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct mark m = mark_of(str_of(text), rows[i].offset);

		assert_int_equal(m.line, rows[i].line);
		assert_int_equal(m.col, rows[i].col);
	}
	assert_int_equal(mark_of((str){0}, 0).line, 1);
	assert_int_equal(mark_of((str){0}, 0).col, 1);
}

#define DASHES "--------------------------------------------------"
#define BLANKS "                                                  "

static const struct {
	const char *file, *text;
	int line, col;
	const char *want; /* after "file:", without the code */
} formats[] = {
	{NULL, NULL, 0, 0, "feedmill: error: bad\n"},
	{"a.md", NULL, 0, 0, "a.md: error: bad\n"},
	{"a.md", NULL, 3, 0, "a.md:3: error: bad\n"},
	{"a.md", NULL, 3, 7, "a.md:3:7: error: bad\n"},
	{"a.md", "x\ny\nz\n", 3, 0, "a.md:3: error: bad\n"},
	{"a.md", "x\ndate: y\nz\n", 2, 7, "a.md:2:7: error: bad\n"
	    "    2 | date: y\n      |       ^\n"},
	{"a.md", "x\r\ndate: y\r\n", 2, 1, "a.md:2:1: error: bad\n"
	    "    2 | date: y\n      | ^\n"},
	/* Just past the end, and far past it. */
	{"a.md", "xy", 1, 3, "a.md:1:3: error: bad\n"
	    "    1 | xy\n      |   ^\n"},
	{"a.md", "x", 9, 1, "a.md:9:1: error: bad\n"},
	/* Wide characters take two places, marks none, tabs stay tabs. */
	{"a.md", "日本x", 1, 3, "a.md:1:3: error: bad\n"
	    "    1 | 日本x\n      |     ^\n"},
	{"a.md", "éx", 1, 2, "a.md:1:2: error: bad\n"
	    "    1 | éx\n      |  ^\n"},
	{"a.md", "e\xCC\x81x", 1, 3, "a.md:1:3: error: bad\n"
	    "    1 | e\xCC\x81x\n      |  ^\n"},
	{"a.md", "\ta\tx", 1, 4, "a.md:1:4: error: bad\n"
	    "    1 | \ta\tx\n      | \t \t^\n"},
	{"a.md", "🎉: x", 1, 4, "a.md:1:4: error: bad\n"
	    "    1 | 🎉: x\n      |     ^\n"},
	/* No bytes for a terminal to obey. */
	{"a\x1B.md", "b\x1B[2Jx", 1, 1, "a.md:1:1: error: bad\n"
	    "    1 | b[2Jx\n      | ^\n"},
	/* A long line is shown where the place is. */
	{"a.md", DASHES DASHES "x", 1, 100, "a.md:1:100: error: bad\n"
	    "    1 | " DASHES DASHES "\n"
	    "      | " BLANKS "                                                 "
	    "^\n"},
};

static void
test_format(void **state)
{
	struct buf b = {0}, want = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		struct diags d = {0};
		struct source src = {
			str_of(formats[i].file), str_of(formats[i].text)};
		str rest = str_of(formats[i].want), first;

		str_split(&rest, '\n', &first);
		buf_add(&want, first);
		buf_add(&want, S(" [date-unreadable]\n"));
		buf_add(&want, rest);
		diag_add(&d, DIAG_DATE_UNREADABLE,
		    formats[i].file ? &src : NULL,
		    (struct mark){formats[i].line, formats[i].col}, "bad");
		diag_format(&b, d.first);
		check_buf(formats[i].want, &b, buf_cstr(&want));
		buf_reset(&want);
		diags_free(&d);
	}
	buf_free(&b);
	buf_free(&want);
}

/* How many characters are before one. */
static size_t
column(const char *text, char c)
{
	return utf8_len(str_sub(str_of(text), 0, str_chr(str_of(text), c)));
}

/* A line of a megabyte: little of it is shown, with the caret below the
 * right character. */
static void
test_format_megabyte(void **state)
{
	struct buf line = {0}, b = {0};
	struct diags d = {0};
	const char *caret, *source;

	(void)state;
	for (int i = 0; i < 500000; i++)
		buf_add(&line, i == 300000 ? S("X") : S("é"));
	diag_add(&d, DIAG_USAGE, &(struct source){S("a"), buf_str(&line)},
	    (struct mark){1, 300001}, "bad");
	diag_format(&b, d.first);
	assert_true(b.len < 1000);
	source = strchr(strchr(buf_cstr(&b), '\n') + 1, '|');
	caret = strchr(strchr(source, '\n'), '|');
	assert_int_equal(column(source, 'X'), column(caret, '^'));
	buf_free(&line);
	buf_free(&b);
	diags_free(&d);
}

static void
test_move(void **state)
{
	struct diags to = {0}, from = {0};
	struct source src = {S("a.md"), S("one\ntwo")};

	(void)state;
	diag_add(&to, DIAG_TITLE_MISSING, NULL, (struct mark){0}, "first");
	diag_add(&from, DIAG_USAGE, &src, (struct mark){2, 2}, "%d", 2);
	diag_add(&from, DIAG_UNDATED, NULL, (struct mark){0}, "third");
	diags_move(&to, &from);
	assert_null(from.first);
	assert_int_equal(from.counts[DIAG_ERROR], 0);
	assert_int_equal(to.counts[DIAG_ERROR], 1);
	assert_int_equal(to.counts[DIAG_WARNING], 1);
	assert_int_equal(to.counts[DIAG_NOTE], 1);
	check_str("file", to.first->next->file, "a.md");
	check_str("line", to.first->next->line, "two");
	assert_int_equal(to.last->file.len, 0);
	diags_move(&to, &from);
	/* What was emptied can be used again. */
	diag_add(&from, DIAG_USAGE, NULL, (struct mark){0}, "fourth");
	diags_move(&to, &from);
	check_diags("moved", &to, "title-missing 0:0 first\nusage 2:2 2\n"
	    "undated 0:0 third\nusage 0:0 fourth");
	diags_free(&from);
}

static void
test_nearest(void **state)
{
	static const char *const names[] = {
		"title", "limit", "folder", "taxonomies", "url"};
	static const char *const rows[][2] = {
		{"title", "title"}, {"titel", "title"}, {"Title", "title"},
		{"titles", "title"}, {"tile", "title"}, {"limits", "limit"},
		{"foldres", "folder"}, {"taxonomy", "taxonomies"},
		{"ulr", "url"}, {"xyz", NULL}, {"description", NULL},
		{"feeds", NULL}, {"abcdefghijklmnop", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *near = nearest_name(
		    str_of(rows[i][0]), names, COUNT(names));

		check_str(rows[i][0], str_of(near ? near : "none"),
		    rows[i][1] ? rows[i][1] : "none");
	}
	assert_null(nearest_name(S("title"), names, 0));
	assert_null(nearest_name((str){0}, names, COUNT(names)));
}

/* After the limit of a code only its number is told. */
static void
test_most(void **state)
{
	static const char text[] = "a\nb\n";
	struct source src = {S("a.md"), str_of(text)};
	struct diags d = {.most = 2};

	(void)state;
	for (int i = 0; i < 2; i++) {
		assert_false(diags_is_full(&d, DIAG_TERM_EMPTY));
		diag_add(&d, DIAG_TERM_EMPTY, &src, (struct mark){1, 1}, "x");
	}
	assert_true(diags_is_full(&d, DIAG_TERM_EMPTY));
	diags_sum(&d, &src);
	check_diags("at the limit", &d, "term-empty 1:1 x\nterm-empty 1:1 x");
	d.most = 2;
	for (int i = 0; i < 5; i++)
		diag_add(&d, DIAG_TERM_EMPTY, &src, (struct mark){1, 1}, "x");
	diag_add(&d, DIAG_UNDATED, &src, (struct mark){2, 1}, "y");
	assert_int_equal(d.counts[DIAG_WARNING], 2);
	diags_sum(&d, &src);
	check_diags("past the limit", &d, "term-empty 1:1 x\n"
	    "term-empty 1:1 x\nundated 2:1 y\n"
	    "term-empty 0:0 and 3 more like these");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mark_of),
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_format_megabyte),
		cmocka_unit_test(test_move),
		cmocka_unit_test(test_most),
		cmocka_unit_test(test_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
