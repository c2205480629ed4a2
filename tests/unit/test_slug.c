/* SPDX-License-Identifier: MIT
 * test_slug: slugs as the generators make them, and safe file names. */
#include "base/text/slug.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/core/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
	const char *text;
	const char *hugo, *title, *jekyll, *plain;
} slugs[] = {
	{"", "", "", "", ""},
	{"Hello World", "hello-world", "Hello-World", "hello-world",
	    "hello-world"},
	{"  a \t\n b  ", "a-b", "a-b", "a-b", "a-b"},
	{"foo,bar:x", "foobarx", "foo,bar-x", "foo-bar-x", "foo-bar-x"},
	{"a -- b", "a--b", "a-b", "a-b", "a-b"},
	{"a - b", "a-b", "a-b", "a-b", "a-b"},
	{"-a-", "-a-", "a", "a", "a"},
	{"- a -", "-a-", "a", "a", "a"},
	{"C++ & C#", "c++-c#", "C++-&-C", "c-c", "c-c"},
	{"a/b\\c", "a/b\\c", "a-b-c", "a-b-c", "a-b-c"},
	{"v1.2_x~@", "v1.2_x~@", "v1.2_x~@", "v1-2-x", "v1-2-x"},
	{"100%", "100", "100", "100", "100"},
	{"a%20b%zz", "a%20bzz", "a-20b-zz", "a-20b-zz", "a-20b-zz"},
	{"Café au lait", "café-au-lait", "Café-au-lait", "café-au-lait",
	    "cafe-au-lait"},
	{"Cafe\xCC\x81", "cafe\xCC\x81", "Cafe\xCC\x81", "cafe\xCC\x81",
	    "cafe"},
	{"ÉCOLE Straße", "école-straße", "ÉCOLE-Straße", "école-straße",
	    "ecole-strasse"},
	{"Łódź Ærø", "łódź-ærø", "Łódź-Ærø", "łódź-ærø", "lodz-aero"},
	{"日本 が", "日本-が", "日本-が", "日本-が", "日本-が"},
	{"한국어", "한국어", "한국어", "한국어", "한국어"},
	{"हिन्दी", "हिन्दी", "हिन्दी", "हिन्दी", "हिन्दी"},
	{"Привет, й", "привет-й", "Привет,-й", "привет-й", "привет-й"},
	{"ﬁn １", "ﬁn-１", "ﬁn-１", "ﬁn-１", "fin-1"},
	{"a\xC2\xA0\xE3\x80\x80" "b", "a-b", "a-b", "a-b", "a-b"},
	{"🎉", "", "", "", ""},
	{"a 🎉 b", "a-b", "a-b", "a-b", "a-b"},
	{"x\xFF\xC3y", "xy", "x-y", "x-y", "x-y"},
	{"...", "...", "...", "", ""},
	{"!?", "", "!", "", ""},
};

static void
check_slug(const char *text, enum slug_style style, const char *want)
{
	struct buf b = {0};

	slug_make(&b, str_of(text), style);
	assert_string_equal(buf_cstr(&b), want);
	buf_free(&b);
}

static void
test_make(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(slugs); i++) {
		check_slug(slugs[i].text, SLUG_HUGO, slugs[i].hugo);
		check_slug(slugs[i].text, SLUG_JEKYLL_TITLE, slugs[i].title);
		check_slug(slugs[i].text, SLUG_JEKYLL, slugs[i].jekyll);
		check_slug(slugs[i].text, SLUG_PLAIN, slugs[i].plain);
	}
	check_slug("fooBar2", SLUG_KEBAB, "foo-bar-2");
	check_slug("HTMLParser v2beta", SLUG_KEBAB, "html-parser-v-2-beta");
	check_slug("Don't Café_x", SLUG_KEBAB, "dont-cafe-x");
	check_slug("ABC A1", SLUG_KEBAB, "abc-a-1");
	check_slug("C++", SLUG_KEBAB, "c");
	check_slug(" A/b #1?é ", SLUG_NONE, " A/b #1?é ");
	check_slug(" A/b  #1?é", SLUG_HYPHENS, "-A/b--#1?é");
	/* A heart and its variation selector, which is a mark. */
	check_slug("\xE2\x9D\xA4\xEF\xB8\x8F", SLUG_PLAIN, "");
	/* The marks of what became ASCII go too. */
	check_slug("Ǽ ǿ Ǣ x\xCC\x81", SLUG_PLAIN, "ae-o-ae-x");
}

/* What Pelican 4.8, Zola 0.22 and github-slugger 2.0 make of them. */
static void
test_make_ascii(void **state)
{
	static const struct {
		const char *text, *pelican, *zola, *safe, *github;
	} rows[] = {
		{"It's C++: a test", "its-c-a-test", "it-s-c-a-test",
		    "It's C++ a test", "its-c-a-test"},
		{"Привет, мир!", "privet-mir", "privet-mir", "Привет, мир!",
		    "привет-мир"},
		{"日本", "ri-ben", "ri-ben", "日本", "日本"},
		{"héhé", "hehe", "hehe", "héhé", "héhé"},
		{"test (hey)", "test-hey", "test-hey", "test (hey)",
		    "test-hey"},
		{"dot. ", "dot", "dot", "dot", "dot-"},
		{"Съешь", "sesh", "s-esh", "Съешь", "съешь"},
		{"snake_case -- b", "snake_case-b", "snake-case-b",
		    "snake_case -- b", "snake_case----b"},
		{"- a -", "-a-", "a", "- a -", "--a--"},
		{"em—dash", "em-dash", "em-dash", "em—dash", "emdash"},
		{"v1.2", "v12", "v1-2", "v1.2", "v12"},
		{"a/b\\c:d|e", "abcde", "a-b-c-d-e", "abcde", "abcde"},
		{"A <em>b</em> &amp; \"c\"", "a-b-c",
		    "a-em-b-em-amp-c", "A embem &amp; c", "a-embem-amp-c"},
		{"1 < 2", "1-2", "1-2", "1  2", "1--2"},
		{"🎉", "", "", "🎉", ""},
		{"Ⅷ ⓐ", "viii-a", "viii-a", "Ⅷ ⓐ", "ⅷ-ⓐ"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		check_slug(rows[i].text, SLUG_PELICAN, rows[i].pelican);
		check_slug(rows[i].text, SLUG_ZOLA, rows[i].zola);
		check_slug(rows[i].text, SLUG_SAFE, rows[i].safe);
		check_slug(rows[i].text, SLUG_GITHUB, rows[i].github);
	}
}

/* Hugo's disablePathToLower and removePathAccents, Pelican's
 * SLUGIFY_PRESERVE_CASE and SLUGIFY_USE_UNICODE. */
static void
test_make_variants(void **state)
{
	static const struct {
		const char *text;
		enum slug_style style;
		const char *slug;
	} rows[] = {
		{"Straße Nach Köln", SLUG_HUGO, "straße-nach-köln"},
		{"Straße Nach Köln", SLUG_HUGO_CASED, "Straße-Nach-Köln"},
		{"Straße Nach Köln", SLUG_HUGO_BARE, "straße-nach-koln"},
		{"Straße Nach Köln", SLUG_HUGO_CASED_BARE,
		    "Straße-Nach-Koln"},
		{"Straße Nach Köln", SLUG_PELICAN, "strasse-nach-koln"},
		{"Straße Nach Köln", SLUG_PELICAN_CASED, "Strasse-Nach-Koln"},
		{"Straße Nach Köln", SLUG_PELICAN_ANY, "straße-nach-köln"},
		{"Straße Nach Köln", SLUG_PELICAN_CASED_ANY,
		    "Straße-Nach-Köln"},
		{"Привет Йод", SLUG_HUGO_BARE, "привет-иод"},
		{"Привет Йод ŁÆÞ", SLUG_PELICAN_CASED, "Privet-Iod-LAETh"},
		{"ЩУ", SLUG_PELICAN_CASED, "ShchU"},
		{"Привет Йод", SLUG_PELICAN_ANY, "привет-йод"},
		{"e\xCC\x81", SLUG_HUGO_BARE, "e"},
		{"e\xCC\x81", SLUG_PELICAN_ANY, "é"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_slug(rows[i].text, rows[i].style, rows[i].slug);
}

static void
test_make_empty_slice(void **state)
{
	struct buf b = {0};

	(void)state;
	for (int style = SLUG_NONE; style < SLUG_STYLES; style++)
		slug_make(&b, (str){0}, (enum slug_style)style);
	slug_fold(&b, (str){0});
	assert_int_equal(b.len, 0);
	buf_free(&b);
}

static const struct {
	const char *text;
	const char *key;
} keys[] = {
	{"", ""},
	{"Web Design", "web design"},
	{"  Web \t\n DESIGN ", "web design"},
	{"web\xC2\xA0" "design", "web design"},
	{"web-design", "web-design"},
	{"CAFÉ", "café"},
	{"Cafe\xCC\x81", "café"},
	{"STRASSE", "strasse"},
	{"straße", "strasse"},
	{"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
	{"σίσυφος", "σίσυφοσ"},
	{"日本", "日本"},
	{"🎉", "🎉"},
	{"\xFF" "CAF\xC3\x89", "\xEF\xBF\xBD" "café"},
};

static void
test_fold_key(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		struct buf b = {0}, again = {0};

		slug_fold(&b, str_of(keys[i].text));
		assert_string_equal(buf_cstr(&b), keys[i].key);
		slug_fold(&again, buf_str(&b));
		assert_string_equal(buf_cstr(&again), keys[i].key);
		buf_free(&b);
		buf_free(&again);
	}
}

static const struct {
	const char *slug;
	const char *name;
} safe[] = {
	{"web-design", "web-design"},
	{"Web Design", "Web-Design"},
	{" a  b ", "a-b"},
	{"c++", "c++"},
	{"c#", "c#"},
	{"node.js", "node.js"},
	{"日本", "日本"},
	{"हिन्दी", "हिन्दी"},
	{"a/b", "a-b"},
	{"../../etc/passwd", "-..-etc-passwd"},
	{"a\\b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i"},
	{"a\x01\x7F\xC2\x80z", "a---z"},
	{"a\tb\nc", "a-b-c"},
	{".hidden", "hidden"},
	{"end. .", "end.-"},
	{"a..b", "a..b"},
	{"a%2Fb", "a2Fb"},
	{"x\xFFy", "xy"},
	{"a\xE2\x9D\xA4\xEF\xB8\x8F", "a"},
	{"-x", "-x"},
	{"con", "con_"},
	{"CON", "CON_"},
	{"con.x", "con_.x"},
	{"Aux.tar.gz", "Aux_.tar.gz"},
	{"nul", "nul_"},
	{"prn", "prn_"},
	{"com1", "com1_"},
	{"LPT9", "LPT9_"},
	{"com0", "com0"},
	{"com10", "com10"},
	{"console", "console"},
	{".con", "con_"},
};

static void
test_file_safe(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(safe); i++) {
		buf_reset(&b);
		slug_file_safe(&b, str_of(safe[i].slug));
		assert_string_equal(buf_cstr(&b), safe[i].name);
	}
	buf_reset(&b);
	slug_file_safe(&b, (str){"a\0b", 3});
	assert_string_equal(buf_cstr(&b), "a-b");
	buf_free(&b);
}

/* What is left empty is named by a hash, and each text by another. */
static void
test_file_safe_empty(void **state)
{
	static const char *const texts[] = {
		"", ".", "..", "...", "-", "--", "-.-", "/", "🎉", "❤️", "!?",
		" ", "./-",
	};
	struct buf names[COUNT(texts)] = {{0}};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		slug_file_safe(&names[i], str_of(texts[i]));
		assert_int_equal(names[i].len, 13);
		assert_memory_equal(names[i].ptr, "term-", 5);
		for (size_t k = 0; k < i; k++)
			assert_memory_not_equal(names[i].ptr, names[k].ptr,
			    13);
	}
	/* FNV-1a of nothing is its offset basis. */
	assert_memory_equal(names[0].ptr, "term-4fd0bfc1", 13);
	for (size_t i = 0; i < COUNT(texts); i++)
		buf_free(&names[i]);
}

/* `count` times `piece`, and `tail`. */
static void
make_long(struct buf *b, size_t count, const char *piece, const char *tail)
{
	buf_reset(b);
	for (size_t i = 0; i < count; i++)
		buf_add(b, str_of(piece));
	buf_add(b, str_of(tail));
}

static const struct {
	size_t count;
	const char *piece, *tail;
	size_t len;  /* of the name */
	size_t kept; /* bytes of the slug in it, where it is cut */
} longs[] = {
	{100, "a", "", 100, 0},
	{101, "a", "", 100, 91},
	{99, "a", "é", 100, 91},
	{34, "日", "", 99, 90},      /* 102 bytes */
	{40, "e\xCC\x81", "", 99, 90},
	{91, "a", "\xCC\x81zzzzzzzzzz", 99, 90},
	{89, "a", "\xCC\x81\xCC\x81zzzzzzzzzz", 97, 88},
	{5000, "xyz", "", 100, 91},
};

static void
test_file_safe_long(void **state)
{
	struct buf slug = {0}, name = {0}, other = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(longs); i++) {
		make_long(&slug, longs[i].count, longs[i].piece,
		    longs[i].tail);
		buf_reset(&name);
		slug_file_safe(&name, buf_str(&slug));
		assert_int_equal(name.len, longs[i].len);
		assert_int_equal(utf8_check(buf_str(&name)), name.len);
		if (longs[i].kept == 0) {
			assert_true(str_eq(buf_str(&name), buf_str(&slug)));
			continue;
		}
		assert_memory_equal(name.ptr, slug.ptr, longs[i].kept);
		assert_int_equal(name.ptr[longs[i].kept], '-');
		assert_int_equal(name.len, longs[i].kept + 9);

		buf_addc(&slug, 'b');
		buf_reset(&other);
		slug_file_safe(&other, buf_str(&slug));
		assert_false(str_eq(buf_str(&name), buf_str(&other)));
	}
	/* Reserved and too long. */
	make_long(&slug, 1, "con.", "");
	for (int i = 0; i < 96; i++)
		buf_addc(&slug, 'x');
	buf_reset(&name);
	slug_file_safe(&name, buf_str(&slug));
	assert_int_equal(name.len, 100);
	assert_memory_equal(name.ptr, "con_.xxx", 8);

	/* Nothing but marks after one letter. */
	make_long(&slug, 80, "\xCC\x81", "");
	slug.ptr[0] = slug.ptr[1] = 'a';
	buf_reset(&name);
	slug_file_safe(&name, buf_str(&slug));
	assert_int_equal(name.len, 10);
	buf_free(&slug);
	buf_free(&name);
	buf_free(&other);
}

/* As slugize of hexo-util. */
static void
test_hexo(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {"C++", "C"}, {"Node.js", "Node-js"},
		{"AT&T", "AT-T"}, {"hello_world", "hello-world"},
		{"- a -- b -", "a-b"}, {"Ünï Çà", "Uni-Ca"},
		{"Æsir Øre ß Łódź", "AEsir-Ore-s-Lodz"}, {"Ａｂ１", "Ab１"},
		{"湖\xE3\x80\x80水", "湖-水"}, {"a—b“c”…", "a—b“c”…"},
		{"a\x01z", "az"}, {"a\xC2\xA0z", "a-z"}, {"\x7F", "\x7F"},
		{"e\xCC\x81", "e\xCC\x81"}, {"ªĳ½", "ªĳ½"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_slug(rows[i][0], SLUG_HEXO, rows[i][1]);
	check_slug("Go Ünï ß Ж", SLUG_HEXO_TERM, "Go-Uni-s-Ж");
	check_slug("Go Ünï ß Ж", SLUG_HEXO_LOWER, "go-uni-s-ж");
	check_slug("Go Ünï ß ж", SLUG_HEXO_UPPER, "GO-UNI-S-Ж");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hexo),
		cmocka_unit_test(test_make),
		cmocka_unit_test(test_make_ascii),
		cmocka_unit_test(test_make_variants),
		cmocka_unit_test(test_make_empty_slice),
		cmocka_unit_test(test_fold_key),
		cmocka_unit_test(test_file_safe),
		cmocka_unit_test(test_file_safe_empty),
		cmocka_unit_test(test_file_safe_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
