/* SPDX-License-Identifier: MIT
 * test_path_date: a date in the path of a file. */
#include "post/permalink/path_date.h"

#include "support.h"

static const struct {
	const char *path, *before, *behind; /* NULL: there is none */
	const char *date;                   /* "": no such day */
} rows[] = {
	{"2024-05-01-name", "", "name", "2024-05-01"},
	{"2024-05-01/name", "", "name", "2024-05-01"},
	{"2024/05/01/name", "", "name", "2024-05-01"},
	{"2024/05-01-name", "", "name", "2024-05-01"},
	{"news/2024-5-1_name", "news/", "_name", "2024-05-01"},
	{"2023-01-02/2024-05-01-name", "2023-01-02/", "name", "2024-05-01"},
	{"2024-05-01", "", "", "2024-05-01"},
	{"2024-13-01-name", "", "name", ""},
	{"2024-02-30-name", "", "name", ""},
	{"202-05-01-name", NULL, NULL, NULL},
	{"2024-05-name", NULL, NULL, NULL},
	{"2024.05.01", NULL, NULL, NULL},
	{"", NULL, NULL, NULL},
};

static void
test_find(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct path_date p;
		struct datetime d = {0};
		bool found = path_date_find(str_of(rows[i].path), &p);

		if (found != (rows[i].date != NULL))
			fail_msg("%s: %d", rows[i].path, found);
		if (!found)
			continue;
		check_str(rows[i].path, p.before, rows[i].before);
		check_str(rows[i].path, p.behind, rows[i].behind);
		check_str(rows[i].path, path_date_parse(&p, &d) ? arena_printf(
		    &a, "%04d-%02d-%02d", d.year, d.month, d.day) : S(""),
		    rows[i].date);
	}
	arena_free(&a);
}

static void
test_dashed(void **state)
{
	static const struct {
		const char *text;
		size_t at;
	} places[] = {
		{"2024-05-01", 0}, {"a/2024-05-01-b", 2}, {"v12024-05-01", 2},
		{"1-2024-05-01/2025-06-07", 2}, {"2024-99-99", 0},
		{"2024-05-0", STR_NONE}, {"2024-5-01", STR_NONE},
		{"202-05-01", STR_NONE}, {"2024/05/01", STR_NONE},
		{"", STR_NONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++)
		if (path_date_dashed(str_of(places[i].text)) != places[i].at)
			fail_msg("%s", places[i].text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_dashed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
