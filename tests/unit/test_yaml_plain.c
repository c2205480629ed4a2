/* SPDX-License-Identifier: MIT
 * test_yaml_plain: that it says what libyaml says, or nothing. A line "---"
 * above a text makes yaml_parse leave all of it to libyaml. */
#include "base/data/yaml_plain.h"

#include "base/data/yaml.h"
#include "trees.h"

/* A tree with all that there is of it. */
static void
show_all(struct buf *b, const struct value *v)
{
	buf_printf(b, "%d%d %.*s@%d:%d '%.*s'@%d:%d size %zu height %u %x (",
	    v->kind, v->quoted, STR_ARG(v->key), v->key_at.line,
	    v->key_at.col, STR_ARG(v->text), v->at.line, v->at.col, v->size,
	    v->height, v->initials);
	for (const struct value *i = v->first; i; i = i->next)
		show_all(b, i);
	assert_true(v->src == NULL && (v->first == NULL) == (v->last == NULL));
	buf_addc(b, ')');
}

/* Whether it was plain; then the trees are compared. */
static bool
check(const char *text)
{
	struct arena a = {0};
	struct buf got = {0}, want = {0}, all = {0};
	struct diags d = {0};
	const struct value *plain = yaml_plain(&a, str_of(text), 2);
	struct source src = {S("a.md"), {0}};
	const struct value *full;

	if (plain) {
		buf_printf(&all, "---\n%s", text);
		src.text = buf_str(&all);
		full = yaml_parse(&a, src.text, &src, 1, &d);
		check_diags(text, &d, "");
		assert_non_null(full);
		show_all(&got, plain);
		show_all(&want, full);
		check_buf(text, &got, buf_cstr(&want));
	}
	buf_free(&got);
	buf_free(&want);
	buf_free(&all);
	arena_free(&a);
	return plain != NULL;
}

static void
test_plain(void **state)
{
	static const char *const texts[] = {
		"a: 1", "a: 1\n", "a: 1 2  \n\n\nb: 3\n", "a:\nb: ~\nc: null\n",
		"title: \"It's \\\"so\\\" \\\\\"\ndate: 2020-01-02 03:04:05 +0100",
		"a: 'it''s' # one\nb: '\\'\n# two\n  # three\nc: x#y # z\n",
		"tags: [a, \"b, c\", 'd]', e f ,g]\nempty: []\nx: [ \u00e9, y ]\n",
		"tags:\n- a\n-   b c # d\n- \"e\"\nx: http://a/b?c#d\n",
		("tags:\n  - a\n\n  - b\nextra:\n  math: true\n  toc:\n    x: 1\n"
		"  y:\n    - 2\n  z:\nw: 3"),
		"a-b.c_d: e:f\nA: $x\n1: <b\n",
		"a: \"\"\nb: ''\nc: ' x '\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (!check(texts[i]))
			fail_msg("not plain: %s", texts[i]);
}

/* What is left to libyaml, for it may mean something else or be wrong. */
static void
test_others(void **state)
{
	static const char *const texts[] = {
		"", "\n", "# a\n", "a", "- a\n", "[a]", " a: 1\n", "a:1",
		"a: b: c", "a: b:\n", "a: *x", "a: &x 1", "a: !!str 1", "a: |\n",
		"a: b\n  c\n", "a: \"b\nc\"\n", "a: 'b\n", "a: \"\\n\"\n",
		"a: \"b\" c\n", "a: 'b'c\n", "a:\tb\n", "a: b\tc\n", "a: b\r\n",
		"a: [b, c: d]\n", "a: [b\n, c]\n", "a: [[b]]\n", "a: [b,]\n",
		"a: {b: c}\n", "a: [,b]\n", "a: [b #c\n]\n", "a:\n-\n",
		"a:\n- b: c\n", "a:\n- - b\n", "a:\n  - b\n- c\n",
		"a:\n  - b\n c: d\n", "a:\n  b: c\n d: e\n", "a: b\n c: d\n",
		"a: 1\na: 2\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n", "%YAML 1.1\n",
		"<<: a\n", "? a\n: b\n", "a: -b\n", "a: ?b\n", "a: @b\n",
		"a: `b\n", "a: %b\n", "a: b \u2028c\n", "\xEF\xBB\xBF" "a: b",
		"a: \x01\n", "a: \xFF\n", "\"a\": 1\n", "a : 1\n", "a:\n  b\n",
		".a: 1\n", "-a: 1\n", "a: b #\xC2\x85" " c\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (check(texts[i]))
			fail_msg("plain: %s", texts[i]);
}

static uint64_t
next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* Texts of pieces that go together now and then. */
static void
test_random(void **state)
{
	static const char *const pieces[] = {
		"a: ", "b:\n", "\nc: ", "\nkey-1: ", "\n", "\n\n", " ", "  ",
		"\n  d: ", "\n    e: ", "- ", "\n- ", "\n  - ", "\n    - ",
		"word", "two words", "1", "2020-01-02", "~", "null", "true",
		"'", "\"", "'x'", "\"y\"", "''", "\\", "\\\"", "[", "]", ", ",
		",", "[a, b]", "[x]", "#", " # c", "\n# c", ":", ": ", "{", "}",
		"&", "*", "!", "|", ">", "-", "?", "\t", "\u00e9", "\u2028",
		"http://e.org/", "a'b", "%", "@", "\xFF", "<<: ", "---\n", "...",
	};
	uint64_t seed = 88172645463325252;
	size_t plain = 0;

	(void)state;
	for (size_t i = 0; i < 100000; i++) {
		struct buf b = {0};
		size_t n = 1 + next(&seed) % 12;
		/* Half of them have little that is uncommon. */
		size_t most = next(&seed) % 2 ? COUNT(pieces) : 21;

		buf_add(&b, S("k: "));
		for (size_t k = 0; k < n; k++)
			buf_add(&b, str_of(pieces[next(&seed) % most]));
		plain += check(buf_cstr(&b));
		buf_free(&b);
	}
	assert_true(plain > 10000);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
