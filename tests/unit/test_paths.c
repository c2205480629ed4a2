/* SPDX-License-Identifier: MIT
 * test_paths: the names and addresses of feeds. */
#include "feed/plan/feed_codes.h"
#include "feed/plan/paths.h"

#include "config/config_codes.h"
#include "support.h"

/* Terms in the order given; "path url title id page" of the first format
 * that each gets, a line each; the main feed is '-', and '+' is the second
 * one of feeds.extra. */
static const struct {
	const char *settings, *terms, *want;
} rows[] = {
#define MAIN "index.atom https://example.org/feeds/index.atom Example "        \
	"https://example.org/ https://example.org/\n"
	{"", "-", MAIN},
	{"", "-|Web Design", MAIN "tags/web-design.atom "
	    "https://example.org/feeds/tags/web-design.atom "
	    "Example: Web Design https://example.org/tags/web-design "
	    "https://example.org/tags/web-design/\n"},
	{"posts.dialect=jekyll", "é", "tags/é.atom "
	    "https://example.org/feeds/tags/%C3%A9.atom Example: é "
	    "https://example.org/tags/%C3%A9 https://example.org/\n"},
	{"feeds.taxonomies={tags: {path: 'x/{slug}/{taxonomy}', title: "
	    "'{term} of {taxonomy} at {site}', url: '/t/{slug}.html'}}\n"
	    "feeds.url=https://cdn.example/f", "B",
	    "x/b/tags.atom https://cdn.example/f/x/b/tags.atom B of tags at "
	    "Example https://example.org/tags/b "
	    "https://example.org/t/b.html\n"},
	{"feeds.main={path: {atom: feed.xml, rss: rss/feed.xml}, title: "
	    "'All of {site}'}", "-", "feed.xml "
	    "https://example.org/feeds/feed.xml All of Example "
	    "https://example.org/ https://example.org/\n"},
	{"feeds.taxonomies={tags: {title: '{Term}, {term}'}}", "élan vital",
	    "tags/élan-vital.atom "
	    "https://example.org/feeds/tags/%C3%A9lan-vital.atom "
	    "Élan vital, élan vital https://example.org/tags/%C3%A9lan-vital "
	    "https://example.org/tags/%C3%A9lan-vital/\n"},
	{"posts.dialect=jekyll\nfeeds.taxonomies={tags: {path: 't/{name}', "
	    "url: '/x/{name}/{slug}'}}", "C_a|c-A|Big Water",
	    "t/C_a.atom https://example.org/feeds/t/C_a.atom Example: C_a "
	    "https://example.org/tags/c-a https://example.org/x/C_a/c-a\n"
	    "t/c-A-2.atom https://example.org/feeds/t/c-A-2.atom Example: "
	    "c-A https://example.org/tags/c-a-2 "
	    "https://example.org/x/c-A-2/c-a-2\n"
	    "t/Big-Water.atom https://example.org/feeds/t/Big-Water.atom "
	    "Example: Big Water https://example.org/tags/big-water "
	    "https://example.org/x/Big-Water/big-water\n"},
	{"feeds.main.title='\"{site}\" -- it''s'\n"
	    "content.smart_titles=true", "-", "index.atom "
	    "https://example.org/feeds/index.atom “Example” – it’s "
	    "https://example.org/ https://example.org/\n"},
#define EXTRA "feeds.extra=[{path: b, where: 'a:b'}, {where: 'a:b', "
	{EXTRA "path: x/é}]", "+", "x/é.atom "
	    "https://example.org/feeds/x/%C3%A9.atom Example "
	    "https://example.org/#x/%C3%A9 https://example.org/\n"},
	{EXTRA "path: {rss: r.xml, atom: a.xml}, title: 'All of {site}', "
	    "url: /notes/?a b}]", "+", "a.xml "
	    "https://example.org/feeds/a.xml All of Example "
	    "https://example.org/#r.xml "
	    "https://example.org/notes/?a%20b\n"},
	{EXTRA "path: x, url: 'https://other.example/é'}]", "+", "x.atom "
	    "https://example.org/feeds/x.atom Example "
	    "https://example.org/#x https://other.example/%C3%A9\n"},
	/* Formats of its own; those of the others come first. */
	{"feeds.formats=atom\n" EXTRA "path: x, formats: rss}]", "-|+", MAIN
	    "  Example https://example.org/#x https://example.org/\n"},
	{"feeds.formats=rss\n" EXTRA "path: x, formats: [atom, rss]}]", "+",
	    "x.rss https://example.org/feeds/x.rss Example "
	    "https://example.org/#x https://example.org/\n"},
	{"feeds.formats=rss", "-", "index.rss "
	    "https://example.org/feeds/index.rss Example "
	    "https://example.org/ https://example.org/\n"},
};

static void
place(struct paths *p, const struct config *c, struct feed *f, str term)
{
	*f = (struct feed){0};
	if (str_eq(term, S("-"))) {
		paths_main(p, f);
		return;
	}
	if (str_eq(term, S("+"))) {
		f->extra = c->feeds.extra->next;
		paths_extra(p, f);
		return;
	}
	f->taxonomy = c->feeds.taxonomies;
	f->term = term;
	paths_term(p, f);
}

static void
test_feeds(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct diags d = {0};
		struct plan plan = {0};
		struct paths *p;
		struct feed f[4];
		size_t n = 0;
		str rest = str_of(rows[i].terms), term;

		make_config(&c, &a, rows[i].settings);
		p = paths_new(&plan, &c, &a, &d);
		assert_non_null(p);
		while (str_split(&rest, '|', &term)) {
			place(p, &c, &f[n], term);
			buf_printf(&b, "%.*s %.*s %.*s %.*s %.*s\n",
			    STR_ARG(f[n].path[0]), STR_ARG(f[n].url[0]),
			    STR_ARG(f[n].title), STR_ARG(f[n].id),
			    STR_ARG(f[n].page));
			n++;
		}
		check_buf(rows[i].settings, &b, rows[i].want);
		assert_int_equal(d.counts[DIAG_ERROR], 0);
		diags_free(&d);
		paths_free(p);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&b);
}

/* All paths of a feed that has several, by format; feed_path has them. */
static const struct {
	const char *settings, *term, *want;
} several[] = {
	{"feeds.main={path: [index, feed]}", "-",
	    "index.atom feed.atom | index.rss feed.rss | "},
	{"feeds.main={path: {atom: [a.xml, b/c.xml, d], rss: e}}", "-",
	    "a.xml b/c.xml d | e | "},
	{"feeds.taxonomies={tags: {path: ['t/{slug}', '{name}']}}", "A B",
	    "t/a-b.atom A-B.atom | t/a-b.rss A-B.rss | "},
	/* Both make the same of it. */
	{"feeds.taxonomies={tags: {path: ['t/{slug}', 't/{name}']}}", "ab",
	    "t/ab.atom | t/ab.rss | "},
	{"feeds.taxonomies={tags: {path: ['t/{slug}', 't/{name}']}}", "Ab",
	    "t/ab.atom | t/ab.rss | "},
	{EXTRA "path: [x, y], formats: rss}]", "+", " | x.rss y.rss | "},
};

static void
test_several(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(several); i++) {
		struct config c;
		struct diags d = {0};
		struct plan plan = {0};
		struct paths *p;
		struct feed f;
		str path;

		make_config(&c, &a, several[i].settings);
		p = paths_new(&plan, &c, &a, &d);
		assert_non_null(p);
		place(p, &c, &f, str_of(several[i].term));
		for (size_t k = 0; k < 2; k++) {
			for (size_t n = 0;
			     (path = feed_path(&f, k, n)).len; n++)
				buf_printf(&b, "%.*s ", STR_ARG(path));
			buf_add(&b, f.path[k].len ? S("| ") : S(" | "));
		}
		check_buf(several[i].settings, &b, several[i].want);
		assert_null(d.first);
		paths_free(p);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&b);
}

/* No two feeds have a path in common, also where case is not told apart. */
static void
test_clash(void **state)
{
	static const char *const terms[][2] = {
		{"C", "tags/c.atom"}, {"c!", "tags/c-2.atom"},
		{"c?", "tags/c-3.atom"}, {"c-2", "tags/c-2-2.atom"},
		{"../../etc", NULL}, {"🎉", NULL}, {".", NULL}, {"con", NULL},
	};
	struct arena a = {0};
	struct config c;
	struct diags d = {0};
	struct plan plan = {0};
	struct paths *p;
	struct feed f[COUNT(terms)];

	(void)state;
	make_config(&c, &a, "posts.dialect=plain");
	p = paths_new(&plan, &c, &a, &d);
	assert_non_null(p);
	assert_int_equal(plan.n_formats, 2);
	for (size_t i = 0; i < COUNT(terms); i++) {
		place(p, &c, &f[i], str_of(terms[i][0]));
		if (terms[i][1])
			check_str(terms[i][0], f[i].path[0], terms[i][1]);
		/* One folder and one name, no dot before either. */
		assert_true(str_starts(f[i].path[0], S("tags/")));
		assert_int_not_equal(f[i].path[0].ptr[5], '.');
		assert_int_equal(str_chr(str_from(f[i].path[0], 5), '/'),
		    STR_NONE);
		for (size_t k = 0; k < i; k++) {
			assert_false(str_eq(f[i].path[0], f[k].path[0]));
			assert_false(str_eq(f[i].id, f[k].id));
		}
	}
	assert_int_equal(d.counts[DIAG_NOTE], 3);
	assert_int_equal(d.counts[DIAG_ERROR], 0);
	assert_int_equal(d.first->code, DIAG_TERM_SLUG);
	diags_free(&d);
	paths_free(p);
	arena_free(&a);
}

static const struct {
	const char *setting;
	diag_code code;
} wrong[] = {
	{"feeds.formats=[]", DIAG_CONFIG_TYPE},
	{"feeds.formats={atom: x}", DIAG_CONFIG_TYPE},
	{"feeds.formats=[atom, xml]", DIAG_CONFIG_VALUE},
	{"feeds.formats=Atom", DIAG_CONFIG_VALUE},
	{"feeds.main.path=/x", DIAG_CONFIG_VALUE},
	{"feeds.main.path=x/", DIAG_CONFIG_VALUE},
	{"feeds.main.path=x//y", DIAG_CONFIG_VALUE},
	{"feeds.main.path=x/../y", DIAG_CONFIG_VALUE},
	{"feeds.main.path=.x", DIAG_CONFIG_VALUE},
	{"feeds.main.path=x\\y", DIAG_CONFIG_VALUE},
	{"feeds.main.path='{slug}'", DIAG_CONFIG_VALUE},
	{"feeds.main.path=[[x]]", DIAG_CONFIG_TYPE},
	{"feeds.main.path={atom: x.xml}", DIAG_CONFIG_REQUIRED},
	{"feeds.main.path={atom: x.xml, rss: x.xml}", DIAG_PATH_CLASH},
	{"feeds.main.path={atom: x, rss: y, gopher: z}", DIAG_CONFIG_KEY},
	{"feeds.main.title='{term}'", DIAG_CONFIG_VALUE},
	{"feeds.main.title='{site'", DIAG_CONFIG_VALUE},
	{"feeds.taxonomies={tags: {path: x}}", DIAG_PATH_CLASH},
	{"feeds.taxonomies={tags: {path: '{slugs}'}}", DIAG_CONFIG_VALUE},
	{"feeds.taxonomies={tags: {path: '../{slug}'}}", DIAG_CONFIG_VALUE},
	{"feeds.taxonomies={tags: {title: '{slug}'}}", DIAG_CONFIG_VALUE},
	{"feeds.taxonomies={tags: {url: '/{term}/'}}", DIAG_CONFIG_VALUE},
	{EXTRA "path: ../x}]", DIAG_CONFIG_VALUE},
	{EXTRA "path: '{slug}'}]", DIAG_CONFIG_VALUE},
	{EXTRA "path: {atom: x}}]", DIAG_CONFIG_REQUIRED},
	{EXTRA "path: {atom: x, rss: x}}]", DIAG_PATH_CLASH},
	{EXTRA "path: {rss: x}, formats: atom}]", DIAG_CONFIG_REQUIRED},
	{EXTRA "path: x, formats: []}]", DIAG_CONFIG_TYPE},
	{EXTRA "path: x, formats: [xml]}]", DIAG_CONFIG_VALUE},
	{EXTRA "path: x, title: '{term}'}]", DIAG_CONFIG_VALUE},
	{EXTRA "path: x, url: 'mailto:x@y'}]", DIAG_CONFIG_VALUE},
	{EXTRA "path: x, url: //host/x}]", DIAG_CONFIG_VALUE},
	{EXTRA "path: x, url: 'ftp://e.org/'}]", DIAG_CONFIG_VALUE},
	/* Paths of others, in whatever case, and ids. */
	{EXTRA "path: Index}]", DIAG_PATH_CLASH},
	{EXTRA "path: {atom: index.rss, rss: y}}]", DIAG_PATH_CLASH},
	{EXTRA "path: b}]", DIAG_PATH_CLASH},
	{EXTRA "path: {atom: b, rss: c}}]", DIAG_PATH_CLASH},
	{EXTRA "path: [x, B]}]", DIAG_PATH_CLASH},
	{EXTRA "path: {atom: [x, index.rss], rss: y}}]", DIAG_PATH_CLASH},
	{EXTRA "path: [x, y, X]}]", DIAG_PATH_CLASH},
	{EXTRA "path: {atom: [x, y], rss: [z, y]}}]", DIAG_PATH_CLASH},
	{EXTRA "path: []}]", DIAG_CONFIG_TYPE},
	{EXTRA "path: [[x]]}]", DIAG_CONFIG_TYPE},
	{"languages={en: , fr: }\n" EXTRA "path: fr/index}]",
	    DIAG_PATH_CLASH},
};

static void
test_wrong(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct config c;
		struct diags d = {0};
		struct plan plan = {0};

		make_config(&c, &a, wrong[i].setting);
		if (paths_new(&plan, &c, &a, &d))
			fail_msg("%s passes", wrong[i].setting);
		if (d.first == NULL || d.first->code != wrong[i].code)
			fail_msg("%s: %s", wrong[i].setting,
			    d.first ? d.first->message.ptr : "no report");
		assert_null(d.first->next);
		diags_free(&d);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_feeds),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_clash),
		cmocka_unit_test(test_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
