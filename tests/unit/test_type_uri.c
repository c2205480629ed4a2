/* SPDX-License-Identifier: MIT
 * test_type_uri: addresses, and ids that look like them. */
#include "judge.h"
#include "validate/types/types.h"

static void
test_uri(void **state)
{
	static const struct {
		const char *value, *want;
	} rows[] = {
		{"https://example.org/a?b=c&d#e", ""},
		{"http://[2001:db8::1]:8080/", ""},
		{"https://example.org/%C3%A9", ""},
		{"mailto:jo@example.org", ""}, {"x-y.z+1:a", "unknown-scheme "
		    "1 <x> 'x-y.z+1:a' has the scheme 'x-y.z+1', which is "
		    "not a common one"},
		{"/a", "invalid-uri 1 <x> '/a' is not an absolute URI"},
		{"example.org", "invalid-uri 1 <x> 'example.org' is not an "
		    "absolute URI"},
		{"//example.org/", "invalid-uri 1 <x> '//example.org/' is "
		    "not an absolute URI"},
		{"http:", "invalid-uri 1 <x> 'http:' is not an absolute URI"},
		{"http:///a", "invalid-uri 1 <x> 'http:///a' has no host"},
		{"https:a", "invalid-uri 1 <x> 'https:a' has no host"},
		{"", "invalid-uri 1 <x> is empty, expected an absolute URI"},
		{"https://example.org/a b", "invalid-uri-character 22 <x> "
		    "'https://example.org/a b' has a space, which must be "
		    "written %20"},
		{"https://example.org/a[1]", "invalid-uri-character 22 <x> "
		    "'https://example.org/a[1]' has the character U+005B, "
		    "which no URI may have"},
		/* The place is that of the character, not of the byte. */
		{" https://example.org/\xC3\xA9", "uri-not-ascii 22 <x> "
		    "'https://example.org/é' has 'é', which must be "
		    "percent-encoded in a URI"},
		{"https://example.org/100%", "odd-uri 24 <x> "
		    "'https://example.org/100%' has a '%' without two "
		    "hexadecimal digits"},
		{"https://example.org/#a#b", "odd-uri 21 <x> "
		    "'https://example.org/#a#b' has more than one '#'"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_type(&type_uri, rows[i].value, rows[i].want);
}

static void
test_schemes(void **state)
{
	static const struct {
		const char *value, *want;
	} rows[] = {
		{"tag:example.org,2024:a", ""},
		{"tag:jo@example.org,2024-01-31:/a?b#c", ""},
		{"tag:example.org,2024:", ""},
		{"tag:example.org:a", "invalid-tag-uri 1 <x> "
		    "'tag:example.org:a' has no date, expected a domain, a "
		    "',' and a date"},
		{"tag:example.org,2024", "invalid-tag-uri 1 <x> "
		    "'tag:example.org,2024' has no ':' between the date and "
		    "what it names"},
		{"tag:example.org,2024-1:a", "invalid-tag-uri 17 <x> "
		    "'tag:example.org,2024-1:a' has the date '2024-1', "
		    "expected one as 2024, 2024-01 or 2024-01-31"},
		{"tag:a*b,2024:a", "invalid-tag-uri 5 <x> 'tag:a*b,2024:a' "
		    "does not begin with a domain or an e-mail address"},
		{"urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6", ""},
		{"urn:isbn:0451450523", ""}, {"urn:example:a/b", ""},
		{"urn:uuid:60a76c80", "invalid-uuid 10 <x> "
		    "'urn:uuid:60a76c80' is not a UUID, expected 32 "
		    "hexadecimal digits as in "
		    "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6"},
		{"urn:a.b:c", "invalid-urn 5 <x> 'urn:a.b:c' has no "
		    "namespace, expected letters, digits and '-' before a "
		    "second ':'"},
		{"urn:ab:c", ""}, {"urn:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:c", ""},
		{"urn:a:c", "invalid-urn 5 <x> 'urn:a:c' has no namespace, "
		    "expected letters, digits and '-' before a second ':'"},
		{"urn:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:c", "invalid-urn 5 <x> "
		    "'urn:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:c' has no namespace, "
		    "expected letters, digits and '-' before a second ':'"},
		{"urn:abc:", "invalid-urn 5 <x> 'urn:abc:' names nothing "
		    "after its namespace"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_type(&type_uri, rows[i].value, rows[i].want);
}

static void
test_iri(void **state)
{
	(void)state;
	check_type(&type_iri, "https://例え.jp/é", "");
	check_type(&type_iri_reference, "", "");
	check_type(&type_iri_reference, "../é?ü", "");
	check_type(&type_iri, "https://example.org/\xEE\x80\x80",
	    "invalid-uri-character 21 <x> 'https://example.org/\xEE\x80\x80' "
	    "has the character U+E000, which no URI may have");
	check_type(&type_iri_reference_tight, "", "blank 1 <x> is empty");
	check_type(&type_atom_id, "http://example.org", "not-canonical 1 <x> "
	    "'http://example.org' is not in its canonical form, "
	    "'http://example.org/'");
	check_type(&type_atom_id, "HTTP://Example.org/%7ejo",
	    "not-canonical 1 <x> 'HTTP://Example.org/%7ejo' is not in its "
	    "canonical form, 'http://example.org/%7ejo'");
	check_type(&type_atom_id, "http://example.org/é", "");
}

static void
test_web(void **state)
{
	(void)state;
	check_type(&type_web_url, "https://jo@example.org:8080/a.mp3", "");
	check_type(&type_web_url, "ftp://example.org/a.mp3",
	    "not-web-url 1 <x> 'ftp://example.org/a.mp3' is not an absolute "
	    "http or https URL");
	check_type(&type_web_url, "/a.mp3", "not-web-url 1 <x> '/a.mp3' is "
	    "not an absolute http or https URL");
	check_type(&type_web_url, "http://localhost/a.mp3",
	    "not-web-url 1 <x> 'http://localhost/a.mp3' has the host "
	    "'localhost', which is not one of the internet");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_uri),
		cmocka_unit_test(test_schemes),
		cmocka_unit_test(test_iri),
		cmocka_unit_test(test_web),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
