/* SPDX-License-Identifier: MIT
 * test_vocab_opml: OPML. */
#include "judge.h"

#define HEAD "<?xml version='1.0' encoding='utf-8'?>\n"

static const struct {
	const char *opml, *want;
} rows[] = {
	{"<opml version='2.0'><head><title>é</title><ownerEmail>"
	    "jo@example.org</ownerEmail><expansionState/></head><body>"
	    "<outline text='a'><outline type='rss' text='b' title='b' "
	    "xmlUrl='https://example.org/f'/></outline></body></opml>", ""},
	{"<opml version='3.0'/>",
	    "invalid-version 2:16 <opml> version '3.0' is not a version of "
	    "OPML, expected 2.0\n"
	    "missing-element 2:1 <opml> has no <body>\n"
	    "missing-element 2:1 <opml> has no <head>"},
	{"<opml version='1.0'><head><dateCreated>now</dateCreated>"
	    "<windowTop>x</windowTop><expansionState>1,x</expansionState>"
	    "<ownerId>x</ownerId></head><body/></opml>",
	    "invalid-rfc822-date 2:40 <dateCreated> 'now' is not a date as "
	    "Wed, 31 Jan 2024 09:00:00 GMT\n"
	    "invalid-integer 2:68 <windowTop> 'x' is not a whole number\n"
	    "invalid-integer 2:97 <expansionState> '1,x' is not line numbers "
	    "with commas between them\n"
	    "not-web-url 2:126 <ownerId> 'x' is not an absolute http or "
	    "https URL\n"
	    "missing-element 2:144 <body> has no <outline>"},
	{"<opml version='2.0'><head/><body>\n<outline type='rss'/>"
	    "<outline text='é' xmlUrl='https://example.org/f'/>"
	    "<outline text='x' isComment='yes' created='x' ulr='y'/>"
	    "</body></opml>",
	    "missing-attribute 3:1 <outline> has no attribute 'text'\n"
	    "outline-incomplete 3:1 <outline> is type='rss', but has no "
	    "xmlUrl\n"
	    "outline-incomplete 3:1 <outline> is type='rss', but has no "
	    "title\n"
	    "outline-incomplete 3:22 <outline> has xmlUrl, but no type\n"
	    "invalid-boolean 3:101 <outline> isComment 'yes' is not 'true' "
	    "or 'false'\n"
	    "invalid-rfc822-date 3:115 <outline> created 'x' is not a date "
	    "as Wed, 31 Jan 2024 09:00:00 GMT\n"
	    "undefined-attribute 3:118 <outline> may not have the attribute "
	    "'ulr', did "
	    "you mean 'url'?"},
	{"<opml version='2.0'><head/><body><outline text='a'>é</outline>"
	    "<outline text='a &lt;b>b'/></body></opml>",
	    "unexpected-text 2:52 <outline> may not have text, but has 'é'\n"
	    "unbalanced-html 2:80 <outline> text has <b>, which is not "
	    "closed"},
};

static void
test_rows(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		buf_reset(&b);
		buf_printf(&b, HEAD "%s", rows[i].opml);
		check_document(buf_str(&b), DIAG_NOTE, rows[i].want);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
