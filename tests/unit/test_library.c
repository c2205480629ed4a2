/* SPDX-License-Identifier: MIT
 * test_library: libraries that are there, and that are not. */
#include "base/core/library.h"

#include <stddef.h>

#include "support.h"

struct math {
	double (*floor)(double);
	double (*ceil)(double);
};

static const char *const functions[] = {"floor", "ceil", NULL};
static const char *const others[] = {"floor", "no_such_function", NULL};
static const char *const files[] = {
	"libfeedmill-none.so.1", "libm.so.6", NULL};
static const char *const none[] = {"libfeedmill-none.so.1", NULL};

static const struct library missing = {.name = "none", .package = "libnone1",
	.files = none, .functions = functions};

static void
test_files(void **state)
{
	struct library l = {.files = files, .functions = functions};
	struct math m = {0};

	(void)state;
	assert_true(library_find(&l, &m));
	assert_true(m.floor(1.5) == 1 && m.ceil(1.5) == 2);
	l.functions = others;
	assert_false(library_find(&l, &m));
	assert_false(library_find(&missing, &m));
}

/* The version of the header first, else the one of the loader's cache. */
static void
test_versions(void **state)
{
	struct library l = {.stem = "libm.so.", .version = "6",
		.functions = functions};
	struct math m = {0};

	(void)state;
	assert_true(library_find(&l, &m));
	assert_true(m.floor(1.5) == 1);
	l.version = "5";
	m = (struct math){0};
	assert_true(library_find(&l, &m));
	assert_true(m.ceil(1.5) == 2);
	l.functions = others;
	assert_false(library_find(&l, &m));
	l.functions = functions;
	l.stem = "libfeedmill-none.so.";
	assert_false(library_find(&l, &m));
}

/* A function of ICU has the version in its name, one of libm has none. */
static void
test_versioned_functions(void **state)
{
	static const char *const icu_functions[] = {"u_charDigitValue", NULL};
	struct library l = {.stem = "libicuuc.so.", .version = "1",
		.functions = icu_functions};
	int32_t (*digit)(int32_t);

	(void)state;
	assert_true(library_find(&l, &digit));
	assert_int_equal(digit(0x0663), 3); /* ARABIC-INDIC DIGIT THREE */
}

static void
test_report(void **state)
{
	struct source src = {S("a.br"), {0}};
	struct diags d = {0};

	(void)state;
	library_report(&missing, NULL, &d);
	library_report(&missing, &src, &d);
	check_str("file", d.last->file, "a.br");
	check_diags("report", &d, "library-missing 0:0 cannot load none: "
	    "install the package libnone1\nlibrary-missing 0:0 cannot load "
	    "none: install the package libnone1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_versioned_functions),
		cmocka_unit_test(test_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
