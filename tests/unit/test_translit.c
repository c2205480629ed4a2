/* SPDX-License-Identifier: MIT
 * test_translit: text of any script in ASCII. What is wanted is, but for the
 * case and for what stands for punctuation, what deunicode 1.6 and Unidecode
 * 1.3 give. */
#include "base/text/translit.h"

#include <pthread.h>

#include "support.h"

static const struct {
	const char *text, *zola, *pelican; /* NULL: the same */
} rows[] = {
	{"", "", NULL},
	{"Plain ASCII, it's 100%", "Plain ASCII, it's 100%", NULL},
	{"a\tb\nc", "a\tb\nc", NULL},
	/* Latin */
	{"Café Ærø Łódź Straße", "Cafe aero lodz Strasse", NULL},
	{"İstanbul ığüş ŋ ʼ", "Istanbul igus ng '", NULL},
	{"Việt Nam ơư", "Viet Nam ou", NULL},
	{"ﬁ Ⅷ ① ½ Ａ", "fi VIII 1 1'2 A", NULL},
	{"e\xCC\x81", "e", NULL},
	/* Signs */
	{"“a” ‘b’ «c» …", "'a' 'b' 'c' ...", NULL},
	{"a–b—c‐d", "a-b-c-d", NULL},
	{"5 € 3 £ 20 °C", "5 eur 3 ps 20 degC", NULL},
	{"№ 5 ™", "no 5 tm", "no'  5 'tm'"},
	{"a\xC2\xA0" "b\xE3\x80\x80" "c\xE2\x80\x8B" "d", "a b c d", NULL},
	{"a\xE2\x80\x8D" "b\xC2\xAD" "c", "abc", NULL},
	{"🎉 party", "' party", NULL},
	{"\xFF", "'", NULL},
	/* Cyrillic */
	{"Съешь ещё этих", "s'esh' eshchio etikh", NULL},
	{"Її Єдність ґ", "yiyi ednist' g'", "yiyi iednist' g'"},
	{"Ђурђевак Џ", "djurdjevak dzh", NULL},
	{"Қазақ Ұ ѣ", "k'azak' u' e", NULL},
	/* Greek, with accents too */
	{"Ψάρι Ξένος ἄνθρωπος", "psari ksenos anthropos", NULL},
	/* From right to left */
	{"مرحبا ١٢", "mrhb 12", NULL},
	{"پاکستان گ", "pkhstn g", NULL},
	{"שלום חנוכה א", "shlvm khnvkh '", "shlvm hnvkhh a"},
	/* Caucasus */
	{"ყველა", "qvela", NULL},
	{"Հայաստան եւ", "hayastan ew", NULL},
	/* India and its neighbours */
	{"हिन्दी में १", "hindii men 1", NULL},
	{"বাংলা \u09DC", "baanlaa rr", NULL},
	{"தமிழ் ஏ", "tmilll ee", NULL},
	{"മലയാളം ൻ", "mlyaalln n", "mlyaalln "},
	{"ไทย", "aithy", NULL},
	/* Japanese and Korean */
	{"ひらがな カタカナ", "hiragana katakana", NULL},
	{"しつち ヴァー", "situti vua", "shitsuchi vua"},
	{"「日本」、です。", "'ri ben ' ' desu' ", NULL},
	{"한국어 값", "hangugeo gabs", NULL},
	{"\u1112\u1161\u11AB", "han", NULL},
	/* Chinese: each is a word, and some are read otherwise than by ICU. */
	{"北京2024年", "bei jing 2024nian ", NULL},
	{"地都长还了", "di du chang huan liao ", NULL},
	{"旅行 什么", "lv xing  shen me ", "lu xing  shi yao "},
	{"〇々", "0'", NULL},
	/* What only ICU knows */
	{"አንዶራ", "andora", NULL},
	{"ᚠ", "'", NULL},
};

static void
test_rows(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		translit_add(&b, str_of(rows[i].text), ALPHABETS_ZOLA);
		check_buf(rows[i].text, &b, rows[i].zola);
		translit_add(&b, str_of(rows[i].text), ALPHABETS_PELICAN);
		check_buf(rows[i].text, &b,
		    rows[i].pelican ? rows[i].pelican : rows[i].zola);
	}
	buf_free(&b);
}

/* Whatever the text, what comes is ASCII. */
static void
test_ascii(void **state)
{
	struct buf text = {0}, b = {0};

	(void)state;
	for (uint32_t r = 1; r < 0x20000; r++) {
		if (r >= 0x5000 && r < 0x9000)
			continue; /* Chinese, all alike */
		buf_reset(&text);
		buf_add_rune(&text, r);
		buf_reset(&b);
		translit_add(&b, buf_str(&text), ALPHABETS_ZOLA);
		for (size_t i = 0; i < b.len; i++)
			if ((unsigned char)b.ptr[i] >= 0x80)
				fail_msg("U+%04X", (unsigned)r);
	}
	buf_free(&text);
	buf_free(&b);
}

static void *
run(void *failed)
{
	struct buf b = {0};

	for (int i = 0; i < 200; i++) {
		buf_reset(&b);
		translit_add(&b, S("北京 አንዶራ"), ALPHABETS_ZOLA);
		*(bool *)failed |= !str_eq(
		    buf_str(&b), S("bei jing  andora"));
	}
	buf_free(&b);
	return NULL;
}

/* Threads share what ICU has made. */
static void
test_threads(void **state)
{
	pthread_t threads[4];
	bool failed[4] = {false};

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(
		    pthread_create(&threads[i], NULL, run, &failed[i]), 0);
	for (size_t i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		assert_false(failed[i]);
	}
}

int
main(void)
{
	/* The threads come first, so that one of them opens ICU. */
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_ascii),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
