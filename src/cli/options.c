/* SPDX-License-Identifier: MIT
 * options: the command line as a struct.
 *
 * The words are read first, and the options applied after: an option may stand
 * before the command that decides whether it is allowed. */
#include "cli/options.h"

#include "cli/command.h"
#include "config/config_codes.h"

/* An option as it was typed. */
struct given {
	enum option_id id;
	const char *shown; /* "-j" or "--jobs" */
	const char *arg;   /* or NULL */
	struct given *next;
};

struct parser {
	struct options *options;
	struct arena *arena;
	struct diags *diags;
	int argc, at;
	char **argv;
	struct given *first, **end; /* in the order of the words */
};

/* Reports, and returns false. */
static bool
fail(struct parser *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static bool
fail(struct parser *p, const char *fmt, ...)
{
	va_list ap;
	str words;

	va_start(ap, fmt);
	words = arena_vprintf(p->arena, fmt, ap);
	va_end(ap);
	diag_add(p->diags, DIAG_USAGE, NULL, (struct mark){0}, "%.*s",
	    STR_ARG(words));
	return false;
}

/* ---- the words ---- */

/* Adds an option. Its argument is attached to it, or is the next word. */
static bool
add_option(struct parser *p, enum option_id id, const char *shown,
    const char *attached)
{
	const struct option_info *info = &option_infos[id];
	struct given *g = arena_alloc(p->arena, sizeof *g);

	if (info->arg == NULL && attached)
		return fail(p, "%s takes no argument", shown);
	if (info->arg && attached == NULL && p->at + 1 < p->argc)
		attached = p->argv[++p->at];
	if (info->arg && attached == NULL)
		return fail(p, "%s needs an argument: %s", shown,
		    info->expects);
	*g = (struct given){id, shown, attached, NULL};
	*p->end = g;
	p->end = &g->next;
	return true;
}

static bool
fail_unknown_option(struct parser *p, const char *shown, const char *near)
{
	const struct options *o = p->options;

	if (near)
		return fail(p, "unknown option '%s', did you mean '--%s'?",
		    shown, near);
	return fail(p, "unknown option '%s': 'feedmill help%s%s' lists the "
	    "options", shown, o->names_command ? " " : "",
	    o->names_command ? o->command->name : "");
}

/* --name, --name=ARG or --name ARG. */
static bool
read_long(struct parser *p, str word)
{
	size_t eq = str_chr(word, '=');
	str name = str_sub(word, 2, eq == STR_NONE ? word.len : eq - 2);
	const char *attached = eq == STR_NONE ? NULL : word.ptr + eq + 1;
	const char *shown = arena_printf(
	    p->arena, "--%.*s", STR_ARG(name)).ptr;
	enum option_id id = option_find(name);

	if (id == OPTION_COUNT)
		return fail_unknown_option(p, shown, option_nearest(name,
		    p->options->names_command ? p->options->command : NULL));
	return add_option(p, id, shown, attached);
}

/* -x, -xy, -xARG or -x ARG. */
static bool
read_short(struct parser *p, str word)
{
	for (size_t i = 1; i < word.len; i++) {
		enum option_id id = option_find_letter(word.ptr[i]);
		const char *shown = arena_printf(
		    p->arena, "-%c", word.ptr[i]).ptr;

		/* "-json": a long name with one hyphen */
		if (id == OPTION_COUNT && word.len > 2 &&
		    option_find(str_from(word, 1)) != OPTION_COUNT)
			return fail_unknown_option(p, word.ptr, word.ptr + 1);
		if (id == OPTION_COUNT)
			return fail_unknown_option(p, shown, NULL);
		if (option_infos[id].arg)
			return add_option(p, id, shown, i + 1 < word.len
			    ? word.ptr + i + 1 : NULL);
		add_option(p, id, shown, NULL);
	}
	return true;
}

static bool
read_command(struct parser *p, str word)
{
	const struct command *c = command_find(word);

	if (c == NULL) {
		command_report_unknown(word, p->arena, p->diags);
		return false;
	}
	p->options->command = c;
	return p->options->names_command = true;
}

static bool
read_operand(struct parser *p, str word)
{
	struct options *o = p->options;
	const struct command *c = o->command;

	if (word.len && o->n_operands < c->most_operands) {
		/* No command line has more operands than words. */
		if (o->operands == NULL)
			o->operands = arena_array(p->arena, (size_t)p->argc,
			    sizeof *o->operands);
		o->operands[o->n_operands++] = word.ptr;
		return true;
	}
	if (c->operands == NULL && command_find(word))
		return fail(p, "'%s' and '%s' are two commands: run one after "
		    "the other", c->name, word.ptr);
	return fail(p, "unexpected argument '%.*s': %s takes %s%s",
	    STR_ARG(word), c->name, c->operands ? "no more than " : "",
	    c->operands ? c->operands : "no operands");
}

static bool
read_words(struct parser *p)
{
	for (bool ok = true; p->at < p->argc; p->at++) {
		str word = str_of(p->argv[p->at]);

		if (str_starts(word, S("--")))
			ok = read_long(p, word);
		else if (str_starts(word, S("-")) && word.len > 1)
			ok = read_short(p, word);
		else if (!p->options->names_command)
			ok = read_command(p, word);
		else
			ok = read_operand(p, word);
		if (!ok)
			return false;
	}
	return true;
}

/* ---- the options ---- */

/* "list and validate": the commands that have the option. */
static void
add_owners(struct buf *out, enum option_id id)
{
	const struct command *c, *last = NULL;

	for (size_t i = 0; (c = command_at(i)) != NULL; i++) {
		if (command_option(c, id) == NULL)
			continue;
		if (last)
			buf_printf(out, "%s%s", out->len ? ", " : "",
			    last->name);
		last = c;
	}
	if (last)
		buf_printf(out, "%s%s", out->len ? " and " : "", last->name);
}

/* Names the commands that have the option. Where none was typed, build would
 * run: another one is not guessed, so that a command line means one thing. */
static bool
fail_foreign(struct parser *p, const struct given *g)
{
	const struct options *o = p->options;
	struct buf owners = {0};
	const struct command *c;
	size_t i = 0;

	add_owners(&owners, g->id);
	if (o->names_command)
		fail(p, "option '%s' is not one of %s: it belongs to %s",
		    g->shown, o->command->name, buf_cstr(&owners));
	else {
		while ((c = command_at(i)) != NULL &&
		    command_option(c, g->id) == NULL)
			i++;
		fail(p, "option '%s' belongs to %s, and build runs if no "
		    "command is named: did you mean 'feedmill %s %s%s%s'?",
		    g->shown, buf_cstr(&owners), c->name, g->shown,
		    g->arg ? " " : "", g->arg ? g->arg : "");
	}
	buf_free(&owners);
	return false;
}

static bool
apply_option(struct parser *p, const struct given *g)
{
	const struct option_info *info = &option_infos[g->id];

	if (info->set(p->options, info, g->arg, p->arena))
		return true;
	return fail(p, "%s is '%s', expected %s", g->shown, g->arg,
	    info->expects);
}

/* Whether the help or the version is all that is wanted. */
static bool
asks_for_help(const struct parser *p)
{
	for (const struct given *g = p->first; g; g = g->next)
		if (g->id == OPTION_HELP || g->id == OPTION_VERSION)
			return true;
	return false;
}

bool
options_parse(struct options *o, int argc, char **argv, struct arena *a,
    struct diags *diags)
{
	struct parser p = {.options = o, .arena = a, .diags = diags,
		.argc = argc, .at = 1, .argv = argv};
	bool ok, is_checked;

	*o = (struct options){
		.command = command_at(0), .config = "feedmill.yaml"};
	p.end = &p.first;
	ok = read_words(&p);
	is_checked = ok && !asks_for_help(&p);
	for (const struct given *g = p.first; g; g = g->next)
		ok &= is_checked && command_option(o->command, g->id) == NULL
		    ? fail_foreign(&p, g) : apply_option(&p, g);
	return ok;
}

enum diag_level
options_level(const struct options *o)
{
	return o->quiet ? DIAG_ERROR : o->verbose ? DIAG_NOTE : DIAG_WARNING;
}
