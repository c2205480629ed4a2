/* SPDX-License-Identifier: MIT
 * test_command: the table of commands, and what --help makes of it. */
#include "cli/command.h"

#include "base/core/utf8.h"
#include "cli/help.h"
#include "support.h"

static void
test_table(void **state)
{
	static const char *const names[] = {"build", "check", "list", "init",
		"validate"};
	size_t n = 0;

	(void)state;
	assert_string_equal(command_at(0)->name, "build");
	for (; command_at(n); n++) {
		const struct command *c = command_at(n);

		assert_non_null(c->run);
		assert_int_equal(c->help[strlen(c->help) - 1], '.');
	}
	assert_null(command_at(n + 1));
	for (size_t i = 0; i < COUNT(names); i++) {
		bool found = false;

		for (size_t k = 0; k < n; k++)
			found |= !strcmp(command_at(k)->name, names[i]);
		assert_true(found);
	}
}

static void
test_site_options(void **state)
{
	const char *settings[] = {"a=b"};
	struct options o = {.config = "x.yaml", .settings = settings,
		.n_settings = 1, .threads = 3, .now = 0, .has_now = true};
	struct site_options s = command_site_options(&o);

	(void)state;
	assert_string_equal(s.config, "x.yaml");
	assert_ptr_equal(s.settings, settings);
	assert_int_equal(s.n_settings, 1);
	assert_int_equal(s.threads, 3);
	assert_int_equal(s.now, 0);
	o.has_now = false;
	o.threads = 0;
	s = command_site_options(&o);
	assert_true(s.now > at("2024-01-01"));
	assert_true(s.threads >= 1);
}

/* Every row is there, no line is wider than a terminal. */
static void
test_help(void **state)
{
	struct buf b = {0}, row = {0};
	str rest, line;

	(void)state;
	help_text(&b);
	assert_true(str_starts(buf_str(&b), S("usage: feedmill ")));
	assert_true(str_ends(buf_str(&b), S("\n")));
	rest = buf_str(&b);
	while (str_split(&rest, '\n', &line)) {
		if (utf8_len(line) > 79 || str_ends(line, S(" ")))
			fail_msg("'%.*s'", STR_ARG(line));
	}
	for (size_t i = 0; command_at(i); i++) {
		buf_printf(&row, "\n  %s ", command_at(i)->name);
		assert_int_not_equal(
		    str_find(buf_str(&b), buf_str(&row)), STR_NONE);
		buf_reset(&row);
	}
	for (size_t i = 0; i < option_count; i++) {
		const struct option_info *o = &option_infos[i];

		if (o->letter)
			buf_printf(&row, "\n  -%c, --%s ", o->letter, o->name);
		else
			buf_printf(&row, "\n      --%s ", o->name);
		if (o->arg)
			buf_printf(&row, "%s ", o->arg);
		if (str_find(buf_str(&b), buf_str(&row)) == STR_NONE)
			fail_msg("no row '%s'", buf_cstr(&row));
		buf_reset(&row);
	}
	buf_free(&b);
	buf_free(&row);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_site_options),
		cmocka_unit_test(test_help),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
