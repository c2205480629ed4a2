/* SPDX-License-Identifier: MIT
 * options: the command line as a struct. */
#include "cli/options.h"

#include "base/data/value.h"
#include "base/time/zone.h"
#include "cli/command.h"
#include "cli/findings.h"

/* ---- what each option does ---- */

static bool
set_config(struct options *o, const char *arg, struct arena *a)
{
	(void)a;
	o->config = arg;
	return *arg != '\0';
}

static bool
set_directory(struct options *o, const char *arg, struct arena *a)
{
	(void)a;
	o->directory = arg;
	return *arg != '\0';
}

static bool
set_output(struct options *o, const char *arg, struct arena *a)
{
	(void)a;
	o->output = arg;
	return *arg != '\0';
}

static bool
set_threads(struct options *o, const char *arg, struct arena *a)
{
	struct value v = {.kind = VALUE_SCALAR, .text = str_of(arg)};
	long n;

	(void)a;
	if (!value_int(&v, &n) || n < 1 || n > 1024)
		return false;
	o->threads = (size_t)n;
	return true;
}

static bool
set_dry(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->dry = true;
}

static bool
set_quiet(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->quiet = true;
}

static bool
set_verbose(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return ++o->verbose;
}

static bool
set_strict(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->strict = true;
}

static bool
set_accept_new_ids(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->accept_new_ids = true;
}

static bool
set_stats(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->stats = true;
}

static bool
set_json(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->json = true;
}

static bool
set_ping(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->ping = true;
}

static bool
set_now(struct options *o, const char *arg, struct arena *a)
{
	struct datetime d;
	str why;

	if (!datetime_parse(str_of(arg), &d, a, &why))
		return false;
	o->now = datetime_instant(&d, zone_utc);
	return o->has_now = true;
}

static bool
set_setting(struct options *o, const char *arg, struct arena *a)
{
	const char **more =
	    arena_array(a, o->n_settings + 1, sizeof *more);

	for (size_t i = 0; i < o->n_settings; i++)
		more[i] = o->settings[i];
	more[o->n_settings++] = arg;
	o->settings = more;
	return str_chr(str_of(arg), '=') != STR_NONE;
}

static bool
set_format(struct options *o, const char *arg, struct arena *a)
{
	(void)a;
	o->format = arg;
	return findings_format(str_of(arg)) != NULL;
}

static bool
set_ignore(struct options *o, const char *arg, struct arena *a)
{
	enum diag_code code = diag_code_find(str_of(arg));

	(void)a;
	if (code == DIAG_COUNT)
		return false;
	return o->ignored[code] = true;
}

static bool
set_timeout(struct options *o, const char *arg, struct arena *a)
{
	struct value v = {.kind = VALUE_SCALAR, .text = str_of(arg)};

	(void)a;
	return value_int(&v, &o->timeout) && o->timeout >= 1 &&
	    o->timeout <= 3600;
}

static bool
set_explain(struct options *o, const char *arg, struct arena *a)
{
	(void)a;
	o->explain = arg;
	return diag_code_find(str_of(arg)) != DIAG_COUNT;
}

static bool
set_help(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->help = true;
}

static bool
set_version(struct options *o, const char *arg, struct arena *a)
{
	(void)arg, (void)a;
	return o->version = true;
}

const struct option_info option_infos[] = {
	{'c', "config", "FILE",
		"Read FILE as the config instead of feedmill.yaml.",
		set_config, "the path of a config"},
	{'C', "directory", "DIR",
		"Change to DIR before anything else.",
		set_directory, "a folder"},
	{'o', "output", "DIR",
		"Write the feeds to DIR instead of feeds.folder.",
		set_output, "a folder"},
	{'j', "jobs", "N",
		"Use N threads; by default as many as there are cores.",
		set_threads, "a number from 1 to 1024"},
	{'n', "dry-run", NULL,
		"Do everything but write, and list what would be written.",
		set_dry, NULL},
	{'q', "quiet", NULL,
		"Print errors only.",
		set_quiet, NULL},
	{'v', "verbose", NULL,
		"Print notes too: pages without a date, posts left out.",
		set_verbose, NULL},
	{0, "strict", NULL,
		"Exit with 1 if there are warnings.",
		set_strict, NULL},
	{0, "accept-new-ids", NULL,
		"Publish though posts come to readers again, under other ids, "
		"or old ones for the first time.",
		set_accept_new_ids, NULL},
	{0, "stats", NULL,
		"Print how many posts were read and entries rendered, and how "
		"many bytes written.",
		set_stats, NULL},
	{0, "ping", NULL,
		"With build: once the feeds are published, do what ping does.",
		set_ping, NULL},
	{0, "now", "DATE",
		"Take DATE for the time of the run, which decides what is "
		"future or expired.",
		set_now, "a date such as 2024-01-31 or 2024-01-31T09:00:00Z"},
	{0, "set", "KEY=VALUE",
		"Set a key of the config; VALUE is YAML. Repeatable.",
		set_setting, "KEY=VALUE"},
	{0, "json", NULL,
		"With list and validate: print JSON.",
		set_json, NULL},
	{0, "format", "FORMAT",
		"With validate: print text, json, sarif or github.",
		set_format, "text, json, sarif or github"},
	{0, "ignore", "CODE",
		"With validate: leave out findings with this code. "
		"Repeatable.",
		set_ignore, "a code such as missing-self"},
	{0, "timeout", "SECONDS",
		"With validate: give up on a URL after so many seconds; by "
		"default 30.",
		set_timeout, "a number from 1 to 3600"},
	{0, "explain", "CODE",
		"With validate: print what a code means, and why.",
		set_explain, "a code such as missing-self"},
	{0, "version", NULL,
		"Print the version.",
		set_version, NULL},
	{'h', "help", NULL,
		"Print this help.",
		set_help, NULL},
};
const size_t option_count = sizeof option_infos / sizeof option_infos[0];

/* ---- parsing ---- */

struct parser {
	struct options *options;
	struct arena *arena;
	struct diags *diags;
	int argc, at;
	char **argv;
};

static void
fail(struct parser *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
fail(struct parser *p, const char *fmt, ...)
{
	va_list ap;
	str words;

	va_start(ap, fmt);
	words = arena_vprintf(p->arena, fmt, ap);
	va_end(ap);
	diag_add(p->diags, DIAG_USAGE, NULL, (struct mark){0}, "%.*s",
	    STR_ARG(words));
}

/* Applies an option. Its argument is what is attached, or the next word. */
static bool
apply(struct parser *p, const struct option_info *info, const char *shown,
    const char *attached)
{
	const char *arg = attached;

	if (info->arg == NULL && attached) {
		fail(p, "%s takes no argument", shown);
		return false;
	}
	if (info->arg && arg == NULL && p->at + 1 < p->argc)
		arg = p->argv[++p->at];
	if (info->arg && arg == NULL) {
		fail(p, "%s needs an argument, %s", shown, info->expects);
		return false;
	}
	if (info->set(p->options, arg, p->arena))
		return true;
	fail(p, "%s is '%s', expected %s", shown, arg, info->expects);
	return false;
}

/* --name, --name=ARG or --name ARG. */
static bool
parse_long(struct parser *p, str word)
{
	size_t eq = str_chr(word, '=');
	str name = str_sub(word, 0, eq);
	const char *attached = eq == STR_NONE ? NULL : word.ptr + eq + 1;
	const char *names[64];
	const char *near;
	str shown = arena_printf(p->arena, "--%.*s", STR_ARG(name));

	for (size_t i = 0; i < option_count; i++) {
		names[i] = option_infos[i].name;
		if (str_eq(name, str_of(names[i])))
			return apply(p, &option_infos[i], shown.ptr, attached);
	}
	near = nearest_name(name, names, option_count);
	if (near)
		fail(p, "unknown option '%s', did you mean '--%s'?",
		    shown.ptr, near);
	else
		fail(p, "unknown option '%s'", shown.ptr);
	return false;
}

/* -x, -xy, -xARG or -x ARG. */
static bool
parse_short(struct parser *p, const char *letters)
{
	for (; *letters; letters++) {
		const struct option_info *info = NULL;
		char shown[] = {'-', *letters, '\0'};

		for (size_t i = 0; i < option_count; i++)
			if (option_infos[i].letter == *letters)
				info = &option_infos[i];
		if (info == NULL) {
			fail(p, "unknown option '%s'", shown);
			return false;
		}
		if (info->arg)
			return apply(p, info, shown,
			    letters[1] ? letters + 1 : NULL);
		apply(p, info, shown, NULL);
	}
	return true;
}

static void
add_operand(struct parser *p, const char *word)
{
	struct options *o = p->options;

	/* No command line has more words than this. */
	if (o->operands == NULL)
		o->operands = arena_array(
		    p->arena, (size_t)p->argc, sizeof *o->operands);
	if (o->n_operands == 0)
		o->operand = word;
	o->operands[o->n_operands++] = word;
}

/* The command, or what follows it, which not every one takes. */
static bool
parse_word(struct parser *p, str word, size_t n)
{
	const char *names[16];
	size_t count = 0;
	const char *near;
	const struct command *c;

	if (n > 0 && word.len && p->options->command->operand &&
	    (n == 1 || p->options->command->takes_many)) {
		add_operand(p, word.ptr);
		return true;
	}
	if (n > 0) {
		fail(p, "unexpected argument '%.*s'", STR_ARG(word));
		return false;
	}
	for (; (c = command_at(count)) != NULL; count++) {
		names[count] = c->name;
		if (str_eq(word, str_of(c->name))) {
			p->options->command = c;
			return true;
		}
	}
	near = nearest_name(word, names, count);
	if (near)
		fail(p, "unknown command '%.*s', did you mean '%s'?",
		    STR_ARG(word), near);
	else
		fail(p, "unknown command '%.*s'", STR_ARG(word));
	return false;
}

bool
options_parse(struct options *o, int argc, char **argv, struct arena *a,
    struct diags *diags)
{
	struct parser p = {o, a, diags, argc, 1, argv};
	size_t words = 0;
	bool ok = true;

	*o = (struct options){
		.command = command_at(0), .config = "feedmill.yaml"};
	for (; ok && p.at < argc; p.at++) {
		str word = str_of(argv[p.at]);

		if (str_starts(word, S("--")))
			ok &= parse_long(&p, str_from(word, 2));
		else if (str_starts(word, S("-")) && word.len > 1)
			ok &= parse_short(&p, word.ptr + 1);
		else
			ok &= parse_word(&p, word, words++);
	}
	return ok;
}
