/* SPDX-License-Identifier: MIT
 * test_type_word: e-mail addresses, media types, languages. */
#include "judge.h"
#include "validate/tables/languages.h"
#include "validate/types/types.h"

struct row {
	const struct type *type;
	const char *value, *want;
};

#define NOT_MAIL "' is not an e-mail address as name@example.org"
#define NOT_CONTACT "' is not an e-mail address with a name as " \
	"jo@example.org (Jo)"
#define NO_NAME "' has no name, expected one as jo@example.org (Jo)"

static const struct row rows[] = {
	{&type_email, "jo@example.org", ""},
	{&type_email, "jo.o'neil+feed@sub.example.org", ""},
	{&type_email, "jo@localhost", "odd-email 1 <x> 'jo@localhost' has a "
	    "domain without a dot"},
	{&type_email, "jo@example..org", "invalid-email 1 <x> "
	    "'jo@example..org" NOT_MAIL},
	{&type_email, "Jo &lt;jo@example.org>", "invalid-email 1 <x> "
	    "'Jo <jo@example.org>" NOT_MAIL},
	{&type_email, "jo", "invalid-email 1 <x> 'jo" NOT_MAIL},
	{&type_email, "@example.org", "invalid-email 1 <x> '@example.org"
	    NOT_MAIL},
	{&type_mailbox, "Jo &lt;jo@example.org>", "contact-form 1 <x> 'Jo "
	    "<jo@example.org>' is more than an address"},
	{&type_mailbox, "jo@example.org", ""},
	{&type_contact, "jo@example.org (Jo)", ""},
	{&type_contact, "mailto:jo%40example.org%20%28Jo%29", ""},
	{&type_contact, "jo@example.org", "contact-without-name 1 <x> "
	    "'jo@example.org" NO_NAME},
	{&type_contact, "Jo &lt;jo@example.org>", "contact-form 1 <x> 'Jo "
	    "<jo@example.org>" NOT_CONTACT},
	{&type_contact, "Jo", "invalid-contact 1 <x> 'Jo" NOT_CONTACT},
	{&type_contact, "jo@ (Jo)", "invalid-contact 1 <x> 'jo@ (Jo)"
	    NOT_CONTACT},
	{&type_contact, "", "invalid-contact 1 <x> is empty, expected an "
	    "e-mail address with a name as jo@example.org (Jo)"},
	{&type_media_type, "text/html", ""},
	{&type_media_type, "text/html; charset=\"utf-8\";a=b", ""},
	{&type_media_type, "application/atom+xml", ""},
	{&type_media_type, "html", "invalid-media-type 1 <x> 'html' is not "
	    "a media type as text/html"},
	{&type_media_type, "text/", "invalid-media-type 1 <x> 'text/' is "
	    "not a media type as text/html"},
	{&type_media_type, "text/html;", "invalid-media-type 1 <x> "
	    "'text/html;' is not a media type as text/html"},
	{&type_media_type, "a/b/c", "invalid-media-type 1 <x> 'a/b/c' is "
	    "not a media type as text/html"},
	{&type_language, "en", ""}, {&type_language, "DE-at", ""},
	{&type_language, "zh-Hant-TW", ""}, {&type_language, "gsw", ""},
	{&type_language, "x-klingon", ""}, {&type_language, "i-default", ""},
	{&type_language, "en_US", "invalid-language 1 <x> 'en_US' is not a "
	    "language tag as en or pt-BR"},
	{&type_language, "en-", "invalid-language 1 <x> 'en-' is not a "
	    "language tag as en or pt-BR"},
	{&type_language, "english", "invalid-language 1 <x> 'english' is "
	    "not a language tag as en or pt-BR"},
	{&type_language, "zz", "invalid-language 1 <x> 'zz' is not a "
	    "language tag as en or pt-BR"},
	{&type_language, "", "invalid-language 1 <x> is empty, expected a "
	    "language tag as en or pt-BR"},
	{&type_country, "DE", ""},
	{&type_country, "XX", "invalid-value 1 <x> 'XX' is not a country as "
	    "US or DE"},
};

static void
test_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_type(rows[i].type, rows[i].value, rows[i].want);
}

static void
test_languages(void **state)
{
	static const char *const known[] = {"aa", "zu", "EN", "iw", "mo",
		"aaa", "zza", "Deu", "ger", "qaa", "qtz", "x", "I", "scr"};
	static const char *const unknown[] = {"", "a", "q", "zz", "aaaa",
		"zzz", "e1", "qua1", "é", "\xFF\xFE", "a-", "aa-",
		"-aa", "zzb", "qb"};

	(void)state;
	for (size_t i = 0; i < COUNT(known); i++)
		if (!language_is_known(str_of(known[i])))
			fail_msg("%s", known[i]);
	for (size_t i = 0; i < COUNT(unknown); i++)
		if (language_is_known(str_of(unknown[i])))
			fail_msg("%s", unknown[i]);
}

/* Codes of two and three letters: a changed letter in the table shows. */
static void
test_language_count(void **state)
{
	size_t counts[4] = {0};
	char code[4] = "";

	(void)state;
	for (code[0] = 'a'; code[0] <= 'z'; code[0]++)
		for (code[1] = 'a'; code[1] <= 'z'; code[1]++) {
			counts[2] += language_is_known((str){code, 2});
			for (code[2] = 'a'; code[2] <= 'z'; code[2]++)
				counts[3] += language_is_known(str_of(code));
		}
	assert_int_equal(counts[2], 190);
	assert_int_equal(counts[3], 8519);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_language_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
