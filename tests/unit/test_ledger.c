/* SPDX-License-Identifier: MIT
 * test_ledger: what is read is what was written, and nothing else. */
#include "post/ledger/ledger.h"

#include "support.h"

struct book {
	struct arena arena;
	struct ledger ledger;
	struct diags diags;
	struct source source;
	bool ok;
};

static void
open_book(struct book *b, const char *text)
{
	*b = (struct book){.source = {S("x.ids"), str_of(text)}};
	b->ok = ledger_parse(&b->ledger, &b->source, &b->arena, &b->diags);
}

static void
close_book(struct book *b)
{
	ledger_free(&b->ledger);
	diags_free(&b->diags);
	arena_free(&b->arena);
}

/* Reads a text, and compares what is written of it. */
static void
check(const char *text, const char *want)
{
	struct book b;
	struct buf out = {0};

	open_book(&b, text);
	check_diags(text, &b.diags, "");
	assert_true(b.ok);
	ledger_write(&out, &b.ledger);
	check_buf(text, &out, want);
	buf_free(&out);
	close_book(&b);
}

static void
test_text(void **state)
{
	(void)state;
	check("", "");
	check("# mine\n", "# mine\n");
	check("b\tb.md\na\ta.md", "a\ta.md\nb\tb.md\n");
	check("\xEF\xBB\xBF# 1\r\na\ta.md\r\n\r\n# 2\r\n# 1\r\n",
	    "# 1\n# 2\na\ta.md\n");
	check("a\t-\tgone=2024-01-02T03:04:05Z\n",
	    "a\t-\tgone=2024-01-02T03:04:05Z\n");
	check("a\ta.md\tgone=2024-01-02\n",
	    "a\ta.md\tgone=2024-01-02T00:00:00Z\n");
	/* By the name of the archive, whatever order they are in. */
	check("a\ta.md\tz=2\tarchive/x=1=12\n", "a\ta.md\tarchive/x=1=12\tz=2\n");
	check("\\#a\\tb\\\\\t\\#x\\ny\n\\<<<<<<<\tc\n",
	    "\\#a\\tb\\\\\t\\#x\\ny\n\\<<<<<<<\tc\n");
	/* Both sides of a merge. */
	check("a\ta.md\tgone=2024-01-02\nb\tb.md\na\ta.md\tx=3\n",
	    "a\ta.md\tx=3\nb\tb.md\n");
}

static void
test_values(void **state)
{
	struct book b;
	const struct ledger_line *line;
	struct ledger_archive *x;

	(void)state;
	open_book(&b, "# c\na\\tb\t\\#\\r.md\tgone=2024-01-02\tx=2\n"
	    "b\tb.md\tx=2\nc\tc.md\tx=1\n");
	assert_true(b.ok);
	line = table_find(&b.ledger.by_id, S("a\tb"));
	assert_non_null(line);
	assert_ptr_equal(line, table_find(&b.ledger.by_path, S("#\r.md")));
	check_str("path", line->path, "#\r.md");
	assert_int_equal(line->id_at.line, 2);
	assert_int_equal(line->path_at.col, 6);
	assert_true(line->is_gone);
	assert_int_equal(line->gone, at("2024-01-02"));
	x = ledger_archive(&b.ledger, S("x"));
	assert_int_equal(ledger_page_of(line, x), 2);
	assert_int_equal(x->last, 2);
	assert_int_equal(x->in_last, 2);
	assert_int_equal(ledger_page_of(
	    line, ledger_archive(&b.ledger, S("y"))), 0);
	close_book(&b);
}

static const struct {
	const char *text, *want;
} wrong[] = {
	{"a", "ledger-line 1:2 'a' is no post, expected an id, a tab and a "
	    "file"},
	{"\ta.md", "ledger-line 1:1 '\ta.md' is no post, expected an id, a "
	    "tab and a file"},
	{"é\t\n", "ledger-line 1:2 'é\t' is no post, expected an id, a tab "
	    "and a file"},
	{"a\tb\\q", "ledger-line 1:4 '\\q' is no escape, expected \\\\, \\t, "
	    "\\n or \\r"},
	{"a\\\tb", "ledger-line 1:2 '\\' is no escape, expected \\\\, \\t, "
	    "\\n or \\r"},
	{"é\tb\tgone=soon", "ledger-line 1:10 'soon' is no date, expected one "
	    "such as 2024-01-31T09:00:00Z"},
	{"a\tb\tx=0", "ledger-line 1:7 '0' is no page, expected a number "
	    "from 1"},
	{"a\tb\tx=1\tx=2", "ledger-line 1:9 'x' is in the line twice"},
	{"a\tb\t", "ledger-line 1:5 '' is unknown, expected gone=DATE or "
	    "ARCHIVE=PAGE"},
	{"a\tb\n\na\tc", "ledger-twice 3:1 id 'a' is that of 'b' too, on "
	    "line 1"},
	{"a\tb\nc\tb", "ledger-twice 2:3 'b' has the id 'a' too, on line 1"},
	/* One error, whatever it makes double. */
	{"a\tb\n<<<<<<< x\na\tc\n=======\n>>>>>>> y\n",
	    "ledger-conflict 2:1 a merge left '<<<<<<< x'"},
	{"<<<<<<<\n", "ledger-conflict 1:1 a merge left '<<<<<<<'"},
	{"<<<<<< x\n", "ledger-line 1:9 '<<<<<< x' is no post, expected an "
	    "id, a tab and a file"},
	{"<<<<<<<< x\n", "ledger-line 1:11 '<<<<<<<< x' is no post, expected "
	    "an id, a tab and a file"},
	{"a\tb\tx=2147483648", "ledger-line 1:7 '2147483648' is no page, "
	    "expected a number from 1"},
	{"\xFF\tb", "ledger-line 1:1 '\xFF' is no id, expected UTF-8"},
	{"a\nb", "ledger-line 1:2 'a' is no post, expected an id, a tab and a "
	    "file\nledger-line 2:2 'b' is no post, expected an id, a tab and "
	    "a file"},
};

static void
test_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct book b;

		open_book(&b, wrong[i].text);
		if (b.ok)
			fail_msg("'%s' passes", wrong[i].text);
		check_diags(wrong[i].text, &b.diags, wrong[i].want);
		close_book(&b);
	}
}

/* A line of this run is only written with its post, and a page too. */
static void
test_new_lines(void **state)
{
	struct book b;
	struct buf out = {0};
	struct post there = {0}, failed = {.skip = SKIP_ERROR};
	struct ledger_archive *x;
	struct ledger_line *line;

	(void)state;
	open_book(&b, "");
	line = ledger_add(&b.ledger, S("b"), S("b.md"));
	line->post = &there;
	x = ledger_archive(&b.ledger, S("x"));
	ledger_add_page(&b.ledger, line, x, 4);
	assert_int_equal(x->last, 4);
	assert_int_equal(x->in_last, 1);
	ledger_add(&b.ledger, S("a"), S("a.md"))->post = &failed;
	ledger_write(&out, &b.ledger);
	assert_true(str_starts(buf_str(&out), S("# The ids")));
	assert_true(str_ends(buf_str(&out), S("\nb\tb.md\tx=4\n")));
	assert_true(str_find(buf_str(&out), S("a.md")) == STR_NONE);
	buf_reset(&out);
	close_book(&b);

	open_book(&b, "b\tb.md\n");
	line = b.ledger.lines;
	line->post = &failed;
	ledger_add_page(&b.ledger, line, ledger_archive(
	    &b.ledger, S("x")), 1);
	ledger_write(&out, &b.ledger);
	check_buf("failed", &out, "b\tb.md\n");
	buf_free(&out);
	close_book(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_new_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
