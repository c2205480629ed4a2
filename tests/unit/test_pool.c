/* SPDX-License-Identifier: MIT
 * test_pool: the same work on many things. */
#include "base/core/pool.h"

#include <stdatomic.h>

#include "support.h"

enum { MOST_THREADS = 16, MOST_WORK = 5000 };

struct seen {
	size_t threads;
	atomic_int calls[MOST_WORK];
	atomic_int busy[MOST_THREADS];
	atomic_int faults; /* cmocka's asserts are for one thread */
};

static void
work(void *ctx, size_t worker, size_t i)
{
	struct seen *s = ctx;

	if (worker >= s->threads || i >= MOST_WORK) {
		atomic_fetch_add(&s->faults, 1);
		return;
	}
	if (atomic_exchange(&s->busy[worker], 1))
		atomic_fetch_add(&s->faults, 1);
	atomic_fetch_add(&s->calls[i], 1);
	atomic_store(&s->busy[worker], 0);
}

static void
test_run(void **state)
{
	static const size_t rows[][2] = {
		{1, 0}, {4, 0}, {1, 1}, {4, 1}, {1, 100}, {2, 5000},
		{4, 3}, {16, 5000},
	};

	(void)state;
	assert_true(pool_cores() >= 1);
	for (size_t r = 0; r < COUNT(rows); r++) {
		struct seen *s = calloc(1, sizeof *s);

		assert_non_null(s);
		s->threads = rows[r][0];
		pool_run(rows[r][0], rows[r][1], work, s);
		assert_int_equal(s->faults, 0);
		for (size_t i = 0; i < MOST_WORK; i++)
			assert_int_equal(s->calls[i], i < rows[r][1]);
		free(s);
	}
}

static void
test_share(void **state)
{
	/* threads, things, few, threads that have enough to do */
	static const size_t rows[][4] = {
		{2, 0, 16, 0}, {2, 1, 16, 1}, {2, 16, 16, 1}, {2, 17, 16, 2},
		{2, 1000, 16, 2}, {8, 64, 16, 4}, {1, 1000, 16, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(pool_share(rows[i][0], rows[i][1], rows[i][2]),
		    rows[i][3]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_run),
		cmocka_unit_test(test_share),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
