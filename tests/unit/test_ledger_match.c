/* SPDX-License-Identifier: MIT
 * test_ledger_match: posts whose files, addresses and ids have changed. */
#include "post/ledger/ledger_match.h"

#include "support.h"

enum { MOST = 4 };

struct row {
	const char *name, *lines, *id; /* of posts.id; NULL: the default */
	struct {
		const char *path, *own_id, *url;
		enum skip skip;
	} posts[MOST];
	const char *ids;  /* that posts have, with blanks between */
	const char *want; /* the lines */
	const char *said;
};

static const struct row rows[] = {
	{"new", "", NULL, {{"a.md", "u:a", "u:a", SKIP_NONE}}, "u:a",
	    "u:a\ta.md\n", ""},
	{"in its file", "old\ta.md\n", NULL,
	    {{"a.md", "u:a", "u:a", SKIP_NONE}}, "old", "old\ta.md\n", ""},
	{"by its address", "u:a\ta.md\n", NULL,
	    {{"b.md", "u:a", "u:a", SKIP_NONE}}, "u:a", "u:a\tb.md\n",
	    "id-moved 0:0 this was 'a.md'; its id stays 'u:a'"},
	{"by its address, though its id is made otherwise now",
	    "u:a\ta.md\n", NULL, {{"b.md", "tag:a", "u:a", SKIP_NONE}}, "u:a",
	    "u:a\tb.md\n", "id-moved 0:0 this was 'a.md'; its id stays 'u:a'"},
	{"by its own id", "tag:a\ta.md\n", NULL,
	    {{"b.md", "tag:a", "u:b", SKIP_NONE}}, "tag:a", "tag:a\tb.md\n",
	    "id-moved 0:0 this was 'a.md'; its id stays 'tag:a'"},
	{"by its key before its file", "1\ta.md\n2\tb.md\n", "{guid}",
	    {{"a.md", "2", "u:a", SKIP_NONE}, {"b.md", "1", "u:b", SKIP_NONE}},
	    "2 1", "1\tb.md\n2\ta.md\n",
	    "id-moved 0:0 this was 'a.md'; its id stays '1'\n"
	    "id-moved 0:0 this was 'b.md'; its id stays '2'"},
	{"of two with a key the one in the file", "1\tb.md\n", "{guid}",
	    {{"a.md", "1", "u:a", SKIP_NONE}, {"b.md", "1", "u:b", SKIP_NONE}},
	    "1 1", "1\tb.md\n",
	    "id-duplicate 0:0 id '1' is that of 'b.md' too"},
	{"a key that changed", "1\ta.md\n", "{guid}",
	    {{"a.md", "2", "u:a", SKIP_NONE}}, "1", "1\ta.md\n", ""},
	{"taken", "u:b\ta.md\n", NULL,
	    {{"a.md", "u:a", "u:a", SKIP_NONE},
	    {"b.md", "u:b", "u:b", SKIP_NONE}}, "u:b u:b", "u:b\ta.md\n",
	    "id-duplicate 0:0 id 'u:b' is that of 'a.md' too"},
	{"its file is another's now", "1\ta.md\n2\tb.md\n", "{guid}",
	    {{"b.md", "1", "u:b", SKIP_NONE}}, "1",
	    "1\tb.md\n2\t-\tgone=2024-01-02T00:00:00Z\n",
	    "id-gone 2:1 'b.md' is gone\n"
	    "id-moved 0:0 this was 'a.md'; its id stays '1'"},
	{"a draft", "1\ta.md\n", NULL, {{"a.md", "u:a", "u:a", SKIP_DRAFT}},
	    "1", "1\ta.md\tgone=2024-01-02T00:00:00Z\n",
	    "id-gone 1:1 'a.md' is draft"},
	{"a draft that was never published", "", NULL,
	    {{"a.md", "u:a", "u:a", SKIP_DRAFT}}, "u:a", "", ""},
	{"gone, and back", "1\ta.md\tgone=2023-01-01\n", NULL,
	    {{"a.md", "u:a", "u:a", SKIP_NONE}}, "1", "1\ta.md\n", ""},
	{"gone for long", "1\ta.md\tgone=2023-01-01\n", NULL, {{NULL, NULL, NULL, SKIP_NONE}}, "",
	    "1\ta.md\tgone=2023-01-01T00:00:00Z\n", ""},
	{"one is gone, another is new", "1\ta.md\n", NULL,
	    {{"b.md", "u:b", "u:b", SKIP_NONE}}, "u:b",
	    "1\ta.md\tgone=2024-01-02T00:00:00Z\nu:b\tb.md\n",
	    "id-gone 1:1 'a.md' is gone\nid-new 0:0 is gone and 'b.md' is "
	    "new: they may be the same (1 gone, 1 new)"},
	{"with an error", "1\ta.md\n2\tc.md\n", NULL,
	    {{"a.md", "", "", SKIP_ERROR}, {"b.md", "", "", SKIP_ERROR}},
	    "1 ", "1\ta.md\n2\tc.md\n", ""},
};

static void
check_row(const struct row *r)
{
	struct arena a = {0};
	struct config c;
	struct diags d = {0};
	struct ledger l;
	struct source src = {S("x.ids"), str_of(r->lines)};
	struct matter matters[MOST] = {0};
	struct post posts[MOST];
	struct buf out = {0};
	str rest;
	size_t n = 0;

	memset(posts, 0, sizeof posts);
	make_config(&c, &a, "");
	if (r->id)
		c.posts.id = str_of(r->id);
	assert_true(ledger_parse(&l, &src, &a, &d));
	for (; n < MOST && r->posts[n].path; n++) {
		posts[n].path = str_of(r->posts[n].path);
		posts[n].matter = &matters[n];
		posts[n].id = matters[n].own_id = str_of(r->posts[n].own_id);
		matters[n].url = str_of(r->posts[n].url);
		posts[n].skip = r->posts[n].skip;
	}
	ledger_match(&l, &c, posts, n);
	ledger_settle(&l, posts, n, at("2024-01-02"), true, &d);
	for (size_t i = 0; i < n; i++) {
		buf_printf(&out, "%s%.*s", i ? " " : "", STR_ARG(posts[i].id));
		diags_copy(&d, post_diags(&posts[i]));
		post_free(&posts[i]);
	}
	check_buf(r->name, &out, r->ids);
	check_diags(r->name, &d, r->said);
	ledger_write(&out, &l);
	rest = buf_str(&out);
	if (*r->lines == '\0' && (n = str_find(rest, S("more.\n"))) !=
	    STR_NONE)
		rest = str_from(rest, n + 6);
	check_str(r->name, rest, r->want);
	buf_free(&out);
	ledger_free(&l);
	arena_free(&a);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_row(&rows[i]);
}

static struct digest
digest(uint64_t n)
{
	return (struct digest){n, n};
}

/* Files that an earlier run knew. */
static void
test_gone(void **state)
{
	static const char lines[] = "1\ta.md\n2\tb.md\n3\tc.md\n4\td.md\n"
	    "5\te.md\n6\tf.md\n";
	const struct ledger_gone gone[] = {
		{S("a.md"), S("u:x"), digest(1)}, /* the address */
		{S("b.md"), S("u:2"), digest(2)}, /* the bytes */
		{S("c.md"), S("u:3"), digest(3)}, /* two have its bytes */
		{S("d.md"), S("u:4"), digest(4)}, /* two had them */
		{S("e.md"), S("u:5"), digest(4)},
		{S("z.md"), S("u:5"), digest(5)}, /* not of the ledger */
	};
	struct matter m[] = {
		{.url = S_INIT("u:x")}, {.url = S_INIT("u:y")},
		{.url = S_INIT("u:z")}, {.url = S_INIT("u:w")},
		{.url = S_INIT("u:v")}, {.url = S_INIT("u:u")},
	};
	struct post posts[] = {
		{.path = S_INIT("p1"), .matter = &m[0], .digest = digest(9)},
		{.path = S_INIT("p2"), .matter = &m[1], .digest = digest(2)},
		{.path = S_INIT("p3"), .matter = &m[2], .digest = digest(3)},
		{.path = S_INIT("p4"), .matter = &m[3], .digest = digest(3)},
		{.path = S_INIT("p5"), .matter = &m[4], .digest = digest(4)},
		{.path = S_INIT("p6"), .matter = &m[5], .digest = digest(5)},
	};
	static const char *const want[] = {"1", "2", "", "", "", ""};
	struct arena a = {0};
	struct config c;
	struct diags d = {0};
	struct ledger l;
	struct source src = {S("x.ids"), str_of(lines)};

	(void)state;
	make_config(&c, &a, "");
	assert_true(ledger_parse(&l, &src, &a, &d));
	ledger_match(&l, &c, posts, COUNT(posts));
	assert_true(ledger_has_strays(&l, posts, COUNT(posts)));
	ledger_match_gone(&l, posts, COUNT(posts), gone, COUNT(gone));
	for (size_t i = 0; i < COUNT(posts); i++)
		check_str("id", posts[i].id, want[i]);
	assert_false(ledger_has_strays(&l, posts, 2));
	ledger_free(&l);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
