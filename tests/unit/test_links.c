/* SPDX-License-Identifier: MIT
 * test_links: references as readers need them, feed rules 23 to 25. */
#include "content/links/links.h"

#include "support.h"

static const struct {
	const char *ref;
	enum link_use use;
	const char *want;   /* NULL: dropped */
	const char *prefix; /* of ids; NULL: none stay */
} rows[] = {
	{"x", LINK_PAGE, "https://e.org/blog/2010/a/x", NULL},
	{"../x", LINK_PAGE, "https://e.org/blog/2010/x", NULL},
	{"", LINK_PAGE, "https://e.org/blog/2010/a/", NULL},
	{"?q", LINK_PAGE, "https://e.org/blog/2010/a/?q", NULL},
	/* The site's x, not the host's; unless it says so itself. */
	{"/x", LINK_PAGE, "https://e.org/blog/x", NULL},
	{"/", LINK_PAGE, "https://e.org/blog/", NULL},
	{"/x y/ä?b#c", LINK_PAGE, "https://e.org/blog/x%20y/%C3%A4?b#c", NULL},
	{"/blog/x", LINK_PAGE, "https://e.org/blog/x", NULL},
	{"/blog/", LINK_PAGE, "https://e.org/blog/", NULL},
	{"/blogger", LINK_PAGE, "https://e.org/blog/blogger", NULL},
	{"//h/x", LINK_PAGE, "https://h/x", NULL},
	{"//h", LINK_MEDIA, "https://h/", NULL},
	{"http://h/x", LINK_PAGE, "http://h/x", NULL},
	{"HTTPS://H/x", LINK_MEDIA, "https://h/x", NULL},
	{"x.png", LINK_MEDIA, "https://e.org/blog/2010/a/x.png", NULL},
	/* Fragments. */
	{"#s", LINK_PAGE, "https://e.org/blog/2010/a/#s", NULL},
	{"#", LINK_PAGE, "https://e.org/blog/2010/a/#", NULL},
	{"#s", LINK_PAGE, "#p-s", "p-"},
	{"#p-s", LINK_PAGE, "#p-s", "p-"},
	{"x#s", LINK_PAGE, "https://e.org/blog/2010/a/x#s", "p-"},
	/* Rule 25. */
	{"mailto:a@b.c", LINK_PAGE, "mailto:a@b.c", NULL},
	{"tel:+1", LINK_PAGE, "tel:+1", NULL},
	{"magnet:?xt=x", LINK_PAGE, "magnet:?xt=x", NULL},
	{"data:image/png;base64,AA==", LINK_MEDIA,
	    "data:image/png;base64,AA==", NULL},
	{"javascript:alert(1)", LINK_PAGE, NULL, NULL},
	{"JavaScript:alert(1)", LINK_MEDIA, NULL, NULL},
	{"java\nscript:alert(1)", LINK_PAGE, NULL, NULL},
	{" \tj\ta\rvascript:x", LINK_PAGE, NULL, NULL},
	{"vbscript:x", LINK_PAGE, NULL, NULL},
	{"file:///etc/passwd", LINK_PAGE, NULL, NULL},
	{"data:text/html,x", LINK_PAGE, NULL, NULL},
	{"data:text/html,x", LINK_MEDIA, NULL, NULL},
	{"http:///x", LINK_PAGE, NULL, NULL},
	{"https:x", LINK_PAGE, NULL, NULL},
	{"http://a b/", LINK_PAGE, NULL, NULL},
};

static void
test_resolve(void **state)
{
	struct arena a = {0};
	struct config c;

	(void)state;
	make_config(&c, &a, "site.url=https://e.org/blog/");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diags d = {0};
		struct source src = {S("a.md"), {0}};
		struct links l = {.config = &c,
			.page = S("https://e.org/blog/2010/a/"),
			.id_prefix = str_of(rows[i].prefix),
			.src = &src, .diags = &d};
		struct buf b = {0};
		bool ok = links_resolve(
		    &l, str_of(rows[i].ref), rows[i].use, &b);

		if (ok != (rows[i].want != NULL))
			fail_msg("'%s' is '%s'", rows[i].ref, buf_cstr(&b));
		if (ok)
			check_buf(rows[i].ref, &b, rows[i].want);
		/* Who drops one says so. */
		assert_int_equal(d.first == NULL, ok);
		buf_free(&b);
		diags_free(&d);
	}
	arena_free(&a);
}

static void
test_place(void **state)
{
	struct diags d = {0};
	struct source src = {S("a.md"), S("é\né [x](javascript:é)\n")};
	struct arena a = {0};
	struct config c;
	struct links l = {.config = &c, .page = S("https://e.org/a"),
		.src = &src, .diags = &d};
	struct buf b = {0};

	(void)state;
	make_config(&c, &a, "");
	assert_false(links_resolve(&l, S("javascript:é"), LINK_PAGE, &b));
	assert_int_equal(d.first->at.line, 2);
	assert_int_equal(d.first->at.col, 7);
	assert_int_equal(b.len, 0);
	/* At the root of its host nothing is put before a path. */
	assert_true(links_resolve(&l, S("/blog/x"), LINK_PAGE, &b));
	check_buf("root", &b, "https://e.org/blog/x");
	diags_free(&d);
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
