/* SPDX-License-Identifier: MIT
 * test_ping: hubs that are not there. Those that are, are in scripts/hub.sh. */
#include "publish/ping.h"

#include "support.h"

/* Nobody listens there. */
#define NOBODY "http://127.0.0.1:1/"

static void
owe(struct owed *o, const struct config *c, size_t feeds)
{
	static const struct owed_feed all[] = {
		{S_INIT("https://e.org/x"), true},
		{S_INIT("https://e.org/y"), true}};

	owed_free(o);
	owed_merge(o, &c->feeds.hubs, all, feeds);
}

static void
ping(struct owed *o, const struct config *c, size_t owed, const char *want)
{
	struct ping_counts counts;
	struct diags d = {0};
	struct buf said = {0};

	ping_hubs(o, c, &counts, &d);
	assert_int_equal(counts.told, 0);
	assert_int_equal(counts.owed, owed);
	for (size_t i = 0; i < o->count; i++)
		assert_false(o->rows[i].is_told);
	for (const struct diag *g = d.first; g; g = g->next) {
		/* "couldn't connect", or "could not" in later versions. */
		str message = str_sub(
		    g->message, 0, str_find(g->message, S(": could")));

		buf_printf(&said, "%d:%d %.*s\n", g->at.line, g->at.col,
		    STR_ARG(message));
	}
	check_buf("said", &said, want);
	buf_free(&said);
	diags_free(&d);
}

static void
test_nobody(void **state)
{
	struct arena a = {0};
	struct config c;
	struct owed o = {0};

	(void)state;
	unsetenv("http_proxy");
	unsetenv("all_proxy");
	make_config(&c, &a, "feeds.hub=" NOBODY "\nfeeds.ping.wait=0\n"
	    "feeds.ping.retries=0");
	ping(&o, &c, 0, "");
	owe(&o, &c, 1);
	ping(&o, &c, 1,
	    "0:0 hub '" NOBODY "' was not told of 'https://e.org/x'\n");
	owe(&o, &c, 2);
	ping(&o, &c, 2, "0:0 hub '" NOBODY "' was not told of 2 feeds\n");
	make_config(&c, &a, "feeds.hub=[" NOBODY ", " NOBODY "2]\n"
	    "feeds.ping.wait=0\nfeeds.ping.topics=2");
	owe(&o, &c, 2);
	ping(&o, &c, 4, "0:0 hub '" NOBODY "' was not told of 2 feeds\n"
	    "0:0 hub '" NOBODY "2' was not told of 2 feeds\n");
	owed_free(&o);
	arena_free(&a);
}

/* A hub that the config does not name any more is not asked. */
static void
test_other_hub(void **state)
{
	struct arena a = {0};
	struct config c, other;
	struct owed o = {0};

	(void)state;
	make_config(&c, &a, "feeds.hub=" NOBODY);
	make_config(&other, &a, "feeds.hub=" NOBODY "other");
	owe(&o, &other, 2);
	ping(&o, &c, 0, "");
	owed_free(&o);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nobody),
		cmocka_unit_test(test_other_hub),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
