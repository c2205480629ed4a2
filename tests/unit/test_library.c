/* SPDX-License-Identifier: MIT
 * test_library: libraries that are there, and that are not. */
#include "base/core/library.h"

#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

struct math {
	double (*floor)(double);
	double (*ceil)(double);
};

static const struct library_function functions[] = {
	{"floor", offsetof(struct math, floor)},
	{"ceil", offsetof(struct math, ceil)},
};
static const struct library_function others[] = {
	{"floor", offsetof(struct math, floor)},
	{"no_such_function", offsetof(struct math, ceil)},
};
static const char *const none[] = {"libfeedmill-none.so.1", NULL};

static void
test_find(void **state)
{
	static const char *const files[] = {
		"libfeedmill-none.so.1", "libm.so.6", NULL};
	struct math m = {0};

	(void)state;
	assert_true(library_find(files, functions, 2, &m));
	assert_true(m.floor(1.5) == 1 && m.ceil(1.5) == 2);
	assert_false(library_find(files, others, 2, &m));
	assert_false(library_find(none, functions, 2, &m));
}

/* Whoever cannot go on says which file is not there. */
static void
test_need(void **state)
{
	char said[200] = "";
	int ends[2], status;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		struct math m;

		dup2(ends[1], STDERR_FILENO);
		library_need(none, functions, 2, &m);
		_exit(77);
	}
	close(ends[1]);
	assert_true(read(ends[0], said, sizeof said - 1) > 0);
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 3);
	assert_string_equal(said, "feedmill: cannot load "
	    "libfeedmill-none.so.1: install it again\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_need),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
