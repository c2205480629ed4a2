/* SPDX-License-Identifier: MIT
 * test_options: the command line as a struct. */
#include "cli/options.h"

#include "cli/command.h"
#include "config/config_codes.h"
#include "support.h"

/* Words split by ' ' after the program's name. */
static bool
parse(struct options *o, struct arena *a, struct diags *d, const char *line)
{
	char *argv[32] = {arena_cstr(a, S("feedmill"))};
	int argc = 1;
	str rest = str_of(line), word;

	while (rest.len && str_split(&rest, ' ', &word))
		argv[argc++] = arena_cstr(a, word);
	return options_parse(o, argc, argv, a, d);
}

/* Everything that an option can set, on a line. */
static void
show(struct buf *b, const struct options *o)
{
	char text[DATETIME_TEXT];

	buf_printf(b, "%s c=%s C=%s o=%s j=%ld v=%d%s%s%s%s%s%s",
	    o->command->name, o->config, o->directory ? o->directory : "-",
	    o->output ? o->output : "-", o->threads, o->verbose,
	    o->dry ? " dry" : "", o->quiet ? " quiet" : "",
	    o->strict ? " strict" : "", o->json ? " json" : "",
	    o->help ? " help" : "", o->version ? " version" : "");
	for (size_t i = 0; i < o->n_operands; i++)
		buf_printf(b, " operand=%s", o->operands[i]);
	if (o->format)
		buf_printf(b, " format=%s", o->format);
	if (o->explain)
		buf_printf(b, " explain=%s", o->explain);
	if (o->timeout)
		buf_printf(b, " timeout=%ld", o->timeout);
	for (size_t i = 0; i < o->n_ignored; i++)
		buf_printf(b, " ignored=%s", o->ignored[i]->name);
	if (o->has_now)
		buf_printf(b, " now=%.*s",
		    STR_ARG(datetime_rfc3339(o->now, text)));
	for (size_t i = 0; i < o->n_settings; i++)
		buf_printf(b, " %s", o->settings[i]);
}

#define NONE "c=feedmill.yaml C=- o=- j=0 v=0"

static const struct {
	const char *line, *want;
} good[] = {
	{"", "build " NONE},
	{"build", "build " NONE},
	{"check", "check " NONE},
	{"list", "list " NONE},
	{"init", "init " NONE},
	{"init site", "init " NONE " operand=site"},
	{"help", "help " NONE},
	{"help build", "help " NONE " operand=build"},
	{"init -n site -q", "init " NONE " dry quiet operand=site"},
	{"-C d init x/y", "init c=feedmill.yaml C=d o=- j=0 v=0 operand=x/y"},
	{"init init", "init " NONE " operand=init"},
	{"validate", "validate " NONE},
	{"validate - a b -q c", "validate " NONE " quiet operand=- operand=a "
	    "operand=b operand=c"},
	{"validate --format sarif --ignore blank --ignore=missing-self a",
	    "validate " NONE " operand=a format=sarif ignored=blank "
	    "ignored=missing-self"},
	{"validate --explain blank", "validate " NONE " explain=blank"},
	{"validate --timeout 5 a", "validate " NONE " operand=a timeout=5"},
	{"-c x.yaml", "build c=x.yaml C=- o=- j=0 v=0"},
	{"-cx.yaml", "build c=x.yaml C=- o=- j=0 v=0"},
	{"--config x.yaml", "build c=x.yaml C=- o=- j=0 v=0"},
	{"--config=x.yaml", "build c=x.yaml C=- o=- j=0 v=0"},
	{"-c a -c b", "build c=b C=- o=- j=0 v=0"},
	{"-C d", "build c=feedmill.yaml C=d o=- j=0 v=0"},
	{"--directory=d", "build c=feedmill.yaml C=d o=- j=0 v=0"},
	{"-o d", "build c=feedmill.yaml C=- o=d j=0 v=0"},
	{"--output d", "build c=feedmill.yaml C=- o=d j=0 v=0"},
	{"-j 4", "build c=feedmill.yaml C=- o=- j=4 v=0"},
	{"-j1024", "build c=feedmill.yaml C=- o=- j=1024 v=0"},
	{"--jobs=1", "build c=feedmill.yaml C=- o=- j=1 v=0"},
	{"-n", "build " NONE " dry"}, {"--dry-run", "build " NONE " dry"},
	{"-q", "build " NONE " quiet"}, {"--quiet", "build " NONE " quiet"},
	{"-v", "build c=feedmill.yaml C=- o=- j=0 v=1"},
	{"--verbose -v", "build c=feedmill.yaml C=- o=- j=0 v=2"},
	{"--strict", "build " NONE " strict"},
	{"--json list", "list " NONE " json"},
	{"-h", "build " NONE " help"}, {"--help", "build " NONE " help"},
	{"--version", "build " NONE " version"},
	{"--now 2024-01-31", "build " NONE " now=2024-01-31T00:00:00Z"},
	{"--now=2024-01-31T09:00:00+01:00",
	    "build " NONE " now=2024-01-31T08:00:00Z"},
	{"--now 1970-01-01", "build " NONE " now=1970-01-01T00:00:00Z"},
	{"--set a=b", "build " NONE " a=b"},
	{"--set=a.b=c=d --set e=", "build " NONE " a.b=c=d e="},
	/* Combined letters; the last may take an argument. */
	{"-nqv", "build c=feedmill.yaml C=- o=- j=0 v=1 dry quiet"},
	{"-nj4", "build c=feedmill.yaml C=- o=- j=4 v=0 dry"},
	{"-nc x", "build c=x C=- o=- j=0 v=0 dry"},
	/* An option may stand before the command that it belongs to. */
	{"--explain blank validate", "validate " NONE " explain=blank"},
	{"--format json -q validate a", "validate " NONE " quiet operand=a "
	    "format=json"},
	/* Who asks for help gets it, whatever else is typed. */
	{"list --ping --help", "list " NONE " help"},
	{"--version init --json", "init " NONE " json version"},
	{"-vv check -n", "check c=feedmill.yaml C=- o=- j=0 v=2 dry"},
};

static void
test_good(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		struct options o;
		struct diags d = {0};

		assert_true(parse(&o, &a, &d, good[i].line));
		check_diags(good[i].line, &d, "");
		show(&b, &o);
		check_buf(good[i].line, &b, good[i].want);
	}
	arena_free(&a);
	buf_free(&b);
}

static const struct {
	const char *line, *want; /* messages */
} bad[] = {
	{"-x", "unknown option '-x': 'feedmill help' lists the options"},
	{"-nx", "unknown option '-x': 'feedmill help' lists the options"},
	{"list -x", "unknown option '-x': 'feedmill help list' lists the "
	    "options"},
	{"-help", "unknown option '-help', did you mean '--help'?"},
	{"-strict", "unknown option '-strict', did you mean '--strict'?"},
	{"-", "unknown command '-', expected build, check, list, ping, init, "
	    "ids, validate, help"},
	{"--sett a=b", "unknown option '--sett', did you mean '--set'?"},
	{"--dry_run", "unknown option '--dry_run', did you mean '--dry-run'?"},
	{"--xyzzyxyzzy", "unknown option '--xyzzyxyzzy': 'feedmill help' "
	    "lists the options"},
	{"--", "unknown option '--': 'feedmill help' lists the options"},
	{"--quiet=yes", "--quiet takes no argument"},
	{"--quiet=", "--quiet takes no argument"},
	{"-c", "-c needs an argument: the path of a config"},
	{"-nc", "-c needs an argument: the path of a config"},
	{"--config", "--config needs an argument: the path of a config"},
	{"--config=", "--config is '', expected the path of a config"},
	{"-j 0", "-j is '0', expected a number from 1 to 1024"},
	{"-j 1025", "-j is '1025', expected a number from 1 to 1024"},
	{"--jobs=many", "--jobs is 'many', expected a number from 1 to 1024"},
	{"--now soon", "--now is 'soon', expected a date such as 2024-01-31 "
	    "or 2024-01-31T09:00:00Z"},
	{"--now=2024-02-30", "--now is '2024-02-30', expected a date such as "
	    "2024-01-31 or 2024-01-31T09:00:00Z"},
	{"--set x", "--set is 'x', expected KEY=VALUE"},
	{"biuld", "unknown command 'biuld', did you mean 'build'?"},
	{"xyzzyxyzzy", "unknown command 'xyzzyxyzzy', expected build, check, "
	    "list, ping, init, ids, validate, help"},
	{"build check", "'build' and 'check' are two commands: run one after "
	    "the other"},
	{"list posts", "unexpected argument 'posts': list takes no operands"},
	{"init a b", "unexpected argument 'b': init takes no more than [DIR]"},
	{"list --ping", "option '--ping' is not one of list: it belongs to "
	    "build"},
	{"--ping list", "option '--ping' is not one of list: it belongs to "
	    "build"},
	{"-nlist", "unknown option '-l': 'feedmill help' lists the options"},
	{"ping -qj2 --now=2024-01-01", "option '-j' is not one of ping: it "
	    "belongs to build, check, list, ids and validate|option '--now' "
	    "is not one of ping: it belongs to build, check, list, ids and "
	    "validate"},
	{"--json build", "option '--json' is not one of build: it belongs to "
	    "list and validate"},
	/* Its value is not looked at. */
	{"list --timeout never", "option '--timeout' is not one of list: it "
	    "belongs to ids and validate"},
	{"--explain blank", "option '--explain' belongs to validate, and build "
	    "runs if no command is named: did you mean 'feedmill validate "
	    "--explain blank'?"},
	{"--json", "option '--json' belongs to list and validate, and build "
	    "runs if no command is named: did you mean 'feedmill list "
	    "--json'?"},
	{"-j 0 --now soon", "-j is '0', expected a number from 1 to 1024|"
	    "--now is 'soon', expected a date such as 2024-01-31 or "
	    "2024-01-31T09:00:00Z"},
	{"validate --format xml", "--format is 'xml', expected text, json, "
	    "sarif or github"},
	{"validate --ignore x", "--ignore is 'x', expected a code such as "
	    "missing-self"},
	{"validate --explain x", "--explain is 'x', expected a code such as "
	    "missing-self"},
	{"validate --timeout 0", "--timeout is '0', expected a number from 1 "
	    "to 3600"},
	{"validate --explain", "--explain needs an argument: a code such as "
	    "missing-self"},
	{"inti a", "unknown command 'inti', did you mean 'init'?"},
};

static void
test_bad(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct options o;
		struct diags d = {0};

		if (parse(&o, &a, &d, bad[i].line))
			fail_msg("'%s' passes", bad[i].line);
		for (const struct diag *g = d.first; g; g = g->next) {
			assert_int_equal(g->code, DIAG_USAGE);
			buf_printf(&b, "%s%.*s", b.len ? "|" : "",
			    STR_ARG(g->message));
		}
		check_buf(bad[i].line, &b, bad[i].want);
		diags_free(&d);
	}
	arena_free(&a);
	buf_free(&b);
}

static void
test_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const struct option_info *o = &option_infos[i];

		assert_non_null(o->name);
		assert_non_null(o->set);
		assert_int_equal(o->help[strlen(o->help) - 1], '.');
		assert_int_equal(o->arg == NULL, o->expects == NULL);
		assert_int_equal(option_find(str_of(o->name)), i);
		if (o->letter)
			assert_int_equal(option_find_letter(o->letter), i);
	}
	assert_int_equal(option_find(S("")), OPTION_COUNT);
	assert_int_equal(option_find_letter('x'), OPTION_COUNT);
	assert_string_equal(option_nearest(S("dry_run"), NULL), "dry-run");
	assert_string_equal(
	    option_nearest(S("josn"), &cmd_list), "json");
	assert_string_equal(
	    option_nearest(S("josn"), &cmd_build), "jobs");
	assert_null(option_nearest(S("xyzzyxyzzy"), NULL));
}

/* Which commands have which option, written down a second time: a letter for
 * each command that takes it. */
static const char letters[] = "bclpidvh";
static const char *const names[] = {"build", "check", "list", "ping", "init",
	"ids", "validate", "help"};
static const struct {
	const char *option, *arg, *owners;
} owned[OPTION_COUNT] = {
	{"config", "x", "bclpd"}, {"output", "x", "bc"}, {"jobs", "2", "bclvd"},
	{"dry-run", NULL, "bcpid"}, {"strict", NULL, "bclv"},
	{"from", "x", "d"},
	{"check-links", NULL, "bc"},
	{"accept-new-ids", NULL, "bc"}, {"accept-loss", NULL, "bc"},
	{"ping", NULL, "b"},
	{"all", NULL, "b"}, {"stats", NULL, "bc"},
	{"json", NULL, "lv"}, {"format", "json", "v"},
	{"ignore", "blank", "v"}, {"timeout", "1", "vd"},
	{"max-seconds", "1", "v"}, {"max-memory", "1", "v"},
	{"explain", "blank", "v"}, {"now", "2024-01-01", "bclvd"},
	{"set", "a=b", "bclpd"}, {"url", "https://a.example", "i"},
	{"title", "x", "i"}, {"directory", "x", "bclpidvh"},
	{"quiet", NULL, "bclpidvh"}, {"verbose", NULL, "bclpidvh"},
	{"version", NULL, "bclpidvh"}, {"help", NULL, "bclpidvh"},
};

/* Each option with each command, on both sides of its word. */
static void
test_owners(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(owned) * COUNT(names) * 2; i++) {
		size_t k = i / 2 % COUNT(names), n = i / 2 / COUNT(names);
		bool is_owner = strchr(owned[n].owners, letters[k]) != NULL;
		struct options o;
		struct diags d = {0};
		str option = arena_printf(&a, "--%s%s%s", owned[n].option,
		    owned[n].arg ? " " : "", owned[n].arg ? owned[n].arg : "");
		str line = i % 2 ? arena_printf(&a, "%s %.*s", names[k],
		    STR_ARG(option)) : arena_printf(&a, "%.*s %s",
		    STR_ARG(option), names[k]);
		str part = arena_printf(&a, "option '--%s' is not one of %s: "
		    "it belongs to ", owned[n].option, names[k]);

		assert_int_equal(
		    option_find(str_of(owned[n].option)), n);
		if (parse(&o, &a, &d, line.ptr) != is_owner)
			fail_msg("'%s'", line.ptr);
		if (is_owner)
			assert_null(d.first);
		else if (!str_starts(d.first->message, part) ||
		    d.first->next)
			fail_msg("'%s': %.*s", line.ptr,
			    STR_ARG(d.first->message));
		diags_free(&d);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_owners),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
