/* SPDX-License-Identifier: MIT
 * test_words: which language people are spoken to in. */
#include "feed/plan/words.h"

#include "support.h"

static const struct {
	str asked;
	const char *words;    /* whose they are */
	const char *language; /* as it is said of them */
} rows[] = {
	{S_INIT("en"), "en", "en"}, {S_INIT("en-GB"), "en", "en-GB"},
	{S_INIT("de-AT"), "de", "de-AT"}, {S_INIT("DE"), "de", "DE"},
	{S_INIT("pt-BR"), "pt", "pt-BR"}, {S_INIT("zh"), "zh", "zh"},
	{S_INIT("zh-CN"), "zh", "zh-CN"}, {S_INIT("zh-Hans-TW"), "en", "en"},
	{S_INIT("zh-Hant"), "en", "en"}, {S_INIT("zh-TW"), "en", "en"},
	{S_INIT("eo"), "en", "en"}, {S_INIT("der"), "en", "en"},
	{S_INIT(""), "en", "en"},
};

static void
test_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct words *w = words_of(rows[i].asked);

		check_str(rows[i].asked.ptr, w->language, rows[i].words);
		check_str(rows[i].asked.ptr,
		    words_language(w, rows[i].asked), rows[i].language);
	}
}

/* A word that a language lacks would be an empty button. */
static void
test_complete(void **state)
{
	static const str languages[] = {S_INIT("en"), S_INIT("de"),
		S_INIT("es"), S_INIT("fr"), S_INIT("it"), S_INIT("ja"),
		S_INIT("nl"), S_INIT("pl"), S_INIT("pt"), S_INIT("ru"),
		S_INIT("zh")};

	(void)state;
	for (size_t i = 0; i < COUNT(languages); i++) {
		const struct words *w = words_of(languages[i]);

		assert_true(str_eq(w->language, languages[i]));
		for (size_t k = 0; k < WORD_COUNT; k++)
			if (w->of[k].len == 0)
				fail_msg("%s has no word %zu",
				    languages[i].ptr, k);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_complete),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
