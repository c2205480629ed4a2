/* SPDX-License-Identifier: MIT
 * test_command: the table of commands, and what --help makes of it. */
#include "cli/command.h"

#include "base/core/utf8.h"
#include "cli/help.h"
#include "config/config_codes.h"
#include "support.h"

static bool
is_sentence(const char *text)
{
	return *text && text[strlen(text) - 1] == '.';
}

static void
test_table(void **state)
{
	static const char *const names[] = {"build", "check", "list", "ping",
		"init", "ids", "validate", "help"};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const struct command *c = command_at(i);

		assert_string_equal(c->name, names[i]);
		assert_ptr_equal(command_find(str_of(names[i])), c);
		assert_non_null(c->run);
		assert_true(is_sentence(c->help));
		assert_int_equal(c->operands != NULL, c->most_operands != 0);
		if (c->operands)
			assert_true(is_sentence(c->operands_help));
		for (int k = 0; k < STATUS_COUNT; k++)
			assert_true(c->statuses[k] == NULL ||
			    is_sentence(c->statuses[k]));
		assert_non_null(c->statuses[OUTCOME_OK]);
		assert_non_null(c->statuses[OUTCOME_CONFIG]);
		assert_non_null(c->statuses[OUTCOME_WRITE]);
	}
	assert_null(command_at(COUNT(names)));
	assert_null(command_find(S("")));
}

/* An option that is in no command would be refused everywhere. */
static void
test_options(void **state)
{
	(void)state;
	for (enum option_id id = 0; id < OPTION_COUNT; id++) {
		size_t owners = 0;
		const struct command *c;

		for (size_t i = 0; (c = command_at(i)) != NULL; i++) {
			const char *help = command_option(c, id);

			owners += help != NULL;
			assert_true(help == NULL || is_sentence(help));
			assert_true(help || !option_infos[id].is_common);
		}
		assert_true(owners > 0);
	}
	assert_ptr_equal(command_option(&cmd_build, OPTION_DRY_RUN),
	    option_infos[OPTION_DRY_RUN].help);
	assert_string_equal(command_option(&cmd_init, OPTION_DRY_RUN),
	    "Print the config and write nothing.");
	assert_null(command_option(&cmd_list, OPTION_DRY_RUN));
}

static void
test_unknown(void **state)
{
	struct arena a = {0};
	struct diags d = {0};

	(void)state;
	command_report_unknown(S("biuld"), &a, &d);
	command_report_unknown(S("xyzzyxyzzy"), &a, &d);
	assert_int_equal(d.first->code, DIAG_USAGE);
	check_str("near", d.first->message,
	    "unknown command 'biuld', did you mean 'build'?");
	check_str("far", d.first->next->message,
	    "unknown command 'xyzzyxyzzy', expected build, check, list, ping, "
	    "init, ids, validate, help");
	diags_free(&d);
	arena_free(&a);
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

static void
check_lines(str text)
{
	str line;

	assert_true(str_starts(text, S("usage: feedmill ")));
	assert_true(str_ends(text, S("\n")));
	while (str_split(&text, '\n', &line))
		if (utf8_len(line) > 79 || str_ends(line, S(" ")))
			fail_msg("'%.*s'", STR_ARG(line));
}

/* Whether the help has a row for the option. */
static bool
has_option(str help, const struct option_info *o)
{
	struct buf row = {0};
	bool found;

	if (o->letter)
		buf_printf(&row, "\n  -%c, --%s ", o->letter, o->name);
	else
		buf_printf(&row, "\n      --%s ", o->name);
	if (o->arg)
		buf_printf(&row, "%s ", o->arg);
	found = str_find(help, buf_str(&row)) != STR_NONE;
	buf_free(&row);
	return found;
}

/* No line is wider than a terminal; each has its rows and no others. */
static void
test_help(void **state)
{
	struct buf all = {0}, one = {0}, row = {0};
	const struct command *c;

	(void)state;
	help_text(&all, NULL);
	check_lines(buf_str(&all));
	for (size_t i = 0; (c = command_at(i)) != NULL; i++) {
		buf_reset(&row);
		buf_printf(&row, "\n  %s ", c->name);
		assert_int_not_equal(
		    str_find(buf_str(&all), buf_str(&row)), STR_NONE);
		buf_reset(&one);
		help_text(&one, c);
		check_lines(buf_str(&one));
		for (enum option_id id = 0; id < OPTION_COUNT; id++)
			if (has_option(buf_str(&one), &option_infos[id]) !=
			    (command_option(c, id) != NULL))
				fail_msg("%s --%s", c->name,
				    option_infos[id].name);
		for (int k = 0; k < STATUS_COUNT; k++) {
			buf_reset(&row);
			buf_printf(&row, "\n  %d  ", k);
			assert_int_equal(str_find(buf_str(&one),
			    buf_str(&row)) != STR_NONE,
			    c->statuses[k] != NULL);
		}
	}
	for (enum option_id id = 0; id < OPTION_COUNT; id++)
		assert_int_equal(has_option(buf_str(&all), &option_infos[id]),
		    option_infos[id].is_common);
	buf_free(&all);
	buf_free(&one);
	buf_free(&row);
}

static void
test_fill(void **state)
{
	struct buf b = {0};

	(void)state;
	help_fill(&b, S(" one two\nthree "), 0, 0, 9);
	check_buf("lines", &b, "one two\nthree\n");
	buf_reset(&b);
	help_fill(&b, S("one two three"), 2, 2, 9);
	check_buf("exact", &b, "one two\n  three\n");
	buf_reset(&b);
	help_fill(&b, S("one two three"), 3, 2, 9);
	check_buf("one more", &b, "one\n  two\n  three\n");
	buf_reset(&b);
	help_fill(&b, S("longer than that"), 0, 2, 5);
	check_buf("long", &b, "longer\n  than\n  that\n");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_site_options),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_fill),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
