/* SPDX-License-Identifier: MIT
 * test_url: references, by the examples of RFC 3986. */
#include "base/web/url.h"

#include "support.h"

#define BASE "http://a/b/c/d;p?q"

static const struct {
	const char *base, *ref;
	const char *want; /* NULL: no host */
} resolved[] = {
	/* RFC 3986, section 5.4.1. */
	{BASE, "g:h", "g:h"},
	{BASE, "g", "http://a/b/c/g"},
	{BASE, "./g", "http://a/b/c/g"},
	{BASE, "g/", "http://a/b/c/g/"},
	{BASE, "/g", "http://a/g"},
	{BASE, "?y", "http://a/b/c/d;p?y"},
	{BASE, "g?y", "http://a/b/c/g?y"},
	{BASE, "#s", "http://a/b/c/d;p?q#s"},
	{BASE, "g#s", "http://a/b/c/g#s"},
	{BASE, "g?y#s", "http://a/b/c/g?y#s"},
	{BASE, ";x", "http://a/b/c/;x"},
	{BASE, "g;x", "http://a/b/c/g;x"},
	{BASE, "g;x?y#s", "http://a/b/c/g;x?y#s"},
	{BASE, "", "http://a/b/c/d;p?q"},
	{BASE, ".", "http://a/b/c/"},
	{BASE, "./", "http://a/b/c/"},
	{BASE, "..", "http://a/b/"},
	{BASE, "../", "http://a/b/"},
	{BASE, "../g", "http://a/b/g"},
	{BASE, "../..", "http://a/"},
	{BASE, "../../", "http://a/"},
	{BASE, "../../g", "http://a/g"},
	/* Section 5.4.2. */
	{BASE, "../../../g", "http://a/g"},
	{BASE, "../../../../g", "http://a/g"},
	{BASE, "/./g", "http://a/g"},
	{BASE, "/../g", "http://a/g"},
	{BASE, "g.", "http://a/b/c/g."},
	{BASE, ".g", "http://a/b/c/.g"},
	{BASE, "g..", "http://a/b/c/g.."},
	{BASE, "..g", "http://a/b/c/..g"},
	{BASE, "./../g", "http://a/b/g"},
	{BASE, "./g/.", "http://a/b/c/g/"},
	{BASE, "g/./h", "http://a/b/c/g/h"},
	{BASE, "g/../h", "http://a/b/c/h"},
	{BASE, "g;x=1/./y", "http://a/b/c/g;x=1/y"},
	{BASE, "g;x=1/../y", "http://a/b/c/y"},
	{BASE, "g?y/./x", "http://a/b/c/g?y/./x"},
	{BASE, "g?y/../x", "http://a/b/c/g?y/../x"},
	{BASE, "g#s/./x", "http://a/b/c/g#s/./x"},
	{BASE, "g#s/../x", "http://a/b/c/g#s/../x"},
	{BASE, "http:g", "http:g"},
	/* The same host, another host. */
	{"https://a/b", "//G.example/x", "https://g.example/x"},
	{"https://a/b", "//h", "https://h/"},
	{"https://a", "x", "https://a/x"},
	{"https://a", "", "https://a/"},
	{"https://a/b", " x ", "https://a/x"},
	/* Absolute ones keep their bytes, but for what they must not hold. */
	{BASE, "HTTP://Example.ORG/A%2fb", "http://example.org/A%2fb"},
	{BASE, "https://example.org", "https://example.org"},
	{BASE, "mailto:A@B?subject=x y", "mailto:A@B?subject=x%20y"},
	{BASE, "tel:+49-30-1", "tel:+49-30-1"},
	{BASE, "magnet:?xt=urn:btih:A", "magnet:?xt=urn:btih:A"},
	/* Percent-encoding as UTF-8, once. */
	{BASE, "ä b", "http://a/b/c/%C3%A4%20b"},
	{BASE, "%C3%A4%20", "http://a/b/c/%C3%A4%20"},
	{BASE, "100%", "http://a/b/c/100%25"},
	{BASE, "%zz%4", "http://a/b/c/%25zz%254"},
	{BASE, "a\"<>\\^`{|}[]", "http://a/b/c/"
	    "a%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D"},
	{BASE, "a!$&'()*+,;=:@-._~", "http://a/b/c/a!$&'()*+,;=:@-._~"},
	{BASE, "x?a=ö&b#ü#", "http://a/b/c/x?a=%C3%B6&b#%C3%BC%23"},
	{BASE, "\xFF", "http://a/b/c/%FF"},
	{BASE, "🎉", "http://a/b/c/%F0%9F%8E%89"},
	/* A path never becomes a host. */
	{BASE, "https:/.//x", NULL},
	{BASE, "https:/x", "https:/x"},
	{BASE, "http://a:65535/", "http://a:65535/"},
	{BASE, "http://a:65536/", NULL},
	{BASE, "http://a:99999999999999999999999/", NULL},
	/* Hosts. */
	{BASE, "http://Bücher.example/", "http://xn--bcher-kva.example/"},
	{BASE, "http://BÜCHER.example/", "http://xn--bcher-kva.example/"},
	{BASE, "http://straße.de/", "http://xn--strae-oqa.de/"},
	{BASE, "http://日本.jp/", "http://xn--wgv71a.jp/"},
	{BASE, "http://h:8080/x", "http://h:8080/x"},
	{BASE, "http://u:p@H:80/", "http://u:p@h:80/"},
	{BASE, "http://u@x@h/", "http://u@x@h/"},
	{BASE, "http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"},
	{BASE, "http://[::1]", "http://[::1]"},
	{BASE, "http://127.0.0.1/", "http://127.0.0.1/"},
	{BASE, "http:///x", NULL},
	{BASE, "//", NULL},
	{BASE, "http://:80/", NULL},
	{BASE, "http://u@/", NULL},
	{BASE, "http://h:8o/", NULL},
	{BASE, "http://a b/", NULL},
	{BASE, "http://a<b/", NULL},
};

static void
test_resolve(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(resolved); i++) {
		const char *want = resolved[i].want;
		bool ok;

		buf_add(&b, S(">"));
		ok = url_resolve(&b, str_of(resolved[i].base),
		    str_of(resolved[i].ref));
		if (ok != (want != NULL))
			fail_msg("'%s' is %s", resolved[i].ref, buf_cstr(&b));
		check_str(resolved[i].ref, str_from(buf_str(&b), 1),
		    want ? want : "");
		buf_reset(&b);
	}
	buf_free(&b);
}

/* A URL that was resolved stays as it is. */
static void
test_resolve_again(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(resolved); i++) {
		const char *want = resolved[i].want;

		if (want == NULL)
			continue;
		assert_true(url_resolve(&b, S("http://z/"), str_of(want)));
		check_buf("again", &b, want);
	}
	buf_free(&b);
}

static void
test_split(void **state)
{
	struct url u = url_split(S("s+1://u@h:1/p:q?a?b#c#d"));

	(void)state;
	check_str("scheme", u.scheme, "s+1");
	check_str("authority", u.authority, "u@h:1");
	check_str("path", u.path, "/p:q");
	check_str("query", u.query, "a?b");
	check_str("fragment", u.fragment, "c#d");
	u = url_split(S("a?#"));
	check_str("path", u.path, "a");
	assert_true(u.has_query && u.has_fragment);
	assert_false(u.has_scheme || u.has_authority);
	u = url_split(S("//"));
	assert_true(u.has_authority);
	assert_int_equal(u.path.len, 0);
	u = url_split(S("1a:b"));
	assert_false(u.has_scheme);
	check_str("path", u.path, "1a:b");
	u = url_split(S("/a:b"));
	assert_false(u.has_scheme);
	u = url_split((str){0});
	assert_false(u.has_scheme || u.has_authority || u.has_query ||
	    u.has_fragment);
}

static void
test_kinds(void **state)
{
	static const struct {
		const char *url;
		bool web, iri;
	} rows[] = {
		{"http://h", true, true}, {"HTTPS://h/", true, true},
		{"http://", false, true}, {"http:///x", false, true},
		{"http:h", false, true}, {"ftp://h/", false, true},
		{"//h/", false, false}, {"/x", false, false},
		{"", false, false}, {"tag:e.org,2008:1", false, true},
		{"urn:uuid:1", false, true}, {"tag:é", false, true},
		{"12345", false, false}, {"a b:c", false, false},
		{"tag:a b", false, false}, {"tag:a\tb", false, false},
		{"tag:a\x7F", false, false}, {"tag:", false, false},
		{":a", false, false}, {"tag:<x>", false, false},
		{"tag:\xC2\x80", false, false}, {"tag:\xC2\xA0", false, false},
		{"tag:\xC2\xA1", false, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (url_is_web(str_of(rows[i].url)) != rows[i].web)
			fail_msg("web: '%s'", rows[i].url);
		if (url_is_iri(str_of(rows[i].url)) != rows[i].iri)
			fail_msg("iri: '%s'", rows[i].url);
	}
}

static void
test_encode_path(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {"/a/b", "/a/b"}, {"é x?#%", "%C3%A9%20x%3F%23%25"},
		{"%41%zz%e9%2F", "A%25zz%E9%2F"}, {"a:b@c;d=e,f!~'()*&+$",
		    "a:b@c;d=e,f!~'()*&+$"}, {"\x7F\n", "%7F%0A"},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		url_encode_path(&b, str_of(rows[i][0]));
		check_buf(rows[i][0], &b, rows[i][1]);
	}
	buf_free(&b);
}

static void
test_decode(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {"/a/b", "/a/b"}, {"%41%c3%A9+%20", "A\xC3\xA9+ "},
		{"%", "%"}, {"%4", "%4"}, {"%zz%4g", "%zz%4g"},
		{"%2541", "%41"}, {"%%41", "%A"},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		url_decode(&b, str_of(rows[i][0]));
		check_buf(rows[i][0], &b, rows[i][1]);
	}
	buf_free(&b);
}

static void
test_below(void **state)
{
	static const struct {
		const char *base, *url;
		const char *want; /* NULL: it is not below */
	} rows[] = {
		{"https://e.org/", "https://e.org/a/b.png", "a/b.png"},
		{"https://e.org/", "http://E.org/a%20b?x#y", "a b"},
		{"https://e.org/x/", "https://e.org/x/%c3%a9", "é"},
		{"https://e.org/x/", "https://e.org/y/a", NULL},
		{"https://e.org/x/", "https://e.org/x/", NULL},
		{"https://e.org/", "https://f.org/a", NULL},
		{"https://e.org/", "https://e.org:8080/a", NULL},
		{"https://e.org/", "mailto:a@e.org", NULL},
		{"https://e.org/", "https://e.org/a/", NULL},
		{"https://e.org/", "https://e.org/a//b", NULL},
		{"https://e.org/", "https://e.org/../a", NULL},
		{"https://e.org/", "https://e.org/a/%2E%2e/b", NULL},
		{"https://e.org/", "https://e.org/a%2f..%2fb", NULL},
		{"https://e.org/", "https://e.org/a%00b", NULL},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool below = url_below(
		    &b, str_of(rows[i].base), str_of(rows[i].url));

		if (below != (rows[i].want != NULL))
			fail_msg("%s: %d", rows[i].url, below);
		check_buf(rows[i].url, &b, rows[i].want ? rows[i].want : "");
	}
	buf_free(&b);
}

/* What is said to be resolved at first sight is what it resolves to. */
static void
test_is_resolved(void **state)
{
	static const struct {
		const char *url;
		bool resolved;
	} rows[] = {
		{"https://example.org/", true},
		{"http://example.org/a/b.html?c=d&e?f#g?h", true},
		{"https://a-b.example.org/~x/(y)/z.", true},
		{"https://example.org", false},
		{"https://example.org/a/../b", false},
		{"https://example.org/a/./b", false},
		{"https://example.org/.", false},
		{"https://example.org/a b", false},
		{"https://example.org/a#b#c", false},
		{"https://example.org/%7e%zz", false},
		{"https://example.org/\xC3\xA9", false},
		{"https://Example.ORG/A", false},
		{"https://a@example.org/", false},
		{"https://example.org:80/a", false},
		{"https:///x", false},
		{"https://example.org/a\"b", false},
		{"HTTPS://example.org/", false},
		{"/a", false}, {"", false}, {"mailto:a@b.org", false},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str url = str_of(rows[i].url);

		assert_int_equal(url_is_resolved(url), rows[i].resolved);
		if (!rows[i].resolved)
			continue;
		assert_true(url_resolve(&b, S("http://b.org/"), url));
		check_buf(rows[i].url, &b, rows[i].url);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_resolve_again),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_encode_path),
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_below),
		cmocka_unit_test(test_is_resolved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
