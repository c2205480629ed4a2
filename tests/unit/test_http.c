/* SPDX-License-Identifier: MIT
 * test_http: what is refused before anything is fetched. What a server has to
 * do with it is in scripts/http.sh. */
#include "base/web/http.h"

#include "support.h"

static void
test_refused(void **state)
{
	static const struct {
		const char *url, *want;
	} rows[] = {
		{"file:///etc/passwd", "unsupported protocol"},
		{"ftp://127.0.0.1/", "unsupported protocol"},
		{"gopher://127.0.0.1/", "unsupported protocol"},
		/* "couldn't connect", or "could not" in later versions. */
		{"http://127.0.0.1:1/", "could"},
	};
	struct arena a = {0};
	struct buf body = {0};

	(void)state;
	unsetenv("http_proxy");
	unsetenv("all_proxy");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct http_request q = {
			.url = rows[i].url, .most = 10, .seconds = 5};
		struct http_reply r;

		assert_int_equal(http_get(&a, &q, &body, &r), HTTP_FAILED);
		check_str(rows[i].url,
		    str_sub(r.error, 0, strlen(rows[i].want)),
		    rows[i].want);
		assert_int_equal(r.status, 0);
		assert_int_equal(body.len, 0);
	}
	arena_free(&a);
	buf_free(&body);
}

/* A form goes to the web only too, and what one request was asked with is
 * gone with the next. */
static void
test_form_refused(void **state)
{
	static const char *const urls[] = {
		"file:///etc/passwd", "smtp://127.0.0.1/", "file:///etc/passwd",
	};
	struct arena a = {0};
	struct buf body = {0};
	struct http *h = http_open();

	(void)state;
	for (size_t i = 0; i < COUNT(urls); i++) {
		struct http_request q = {.url = urls[i], .most = 10,
			.seconds = 5, .form = i < 2 ? S("a=b") : S("")};
		struct http_reply r;

		assert_int_equal(http_ask(h, &a, &q, &body, &r), HTTP_FAILED);
		check_str(urls[i], r.error, "unsupported protocol");
		assert_int_equal(r.status, 0);
	}
	http_close(h);
	assert_int_equal(body.len, 0);
	arena_free(&a);
	buf_free(&body);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_form_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
