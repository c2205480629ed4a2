/* SPDX-License-Identifier: MIT
 * manual: a manual page from its template and the tables of the source.
 *
 * A template is mdoc. A line of it that is .\" @NAME@ gives way to what the
 * table of that name holds; a VERSION in at signs may stand in any line. So a
 * key, an option or a code is in the manual once it is in its table. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/core/file.h"
#include "base/core/version.h"
#include "build/codes/known_codes.h"
#include "cli/command.h"
#include "config/config.h"

enum { MOST_TEMPLATE = 1024 * 1024 };

/* ---- escaping ---- */

/* One character of text, with the one before it. A hyphen that joins two
 * words stays one, any other is a minus that can be copied to a shell. */
static void
add_char(struct buf *out, char before, char c)
{
	if (c == '\\')
		buf_add(out, S("\\e"));
	else if (c == '"')
		buf_add(out, S("\\(dq"));
	else if (c == '-' && !char_is_alnum(before))
		buf_add(out, S("\\-"));
	else
		buf_addc(out, c);
}

/* Text as it can stand on a line of its own. */
static void
add_text(struct buf *out, str text)
{
	if (str_starts(text, S(".")) || str_starts(text, S("'")))
		buf_add(out, S("\\&"));
	for (size_t i = 0; i < text.len; i++)
		add_char(out, i ? text.ptr[i - 1] : ' ', text.ptr[i]);
}

/* Text as one argument of a macro, which it is not itself, whatever its
 * words are. */
static void
add_arg(struct buf *out, str text)
{
	buf_add(out, S(" \"\\&"));
	add_text(out, text);
	buf_addc(out, '"');
}

/* Sentences on lines of their own, as mdoc wants them. */
static void
add_sentences(struct buf *out, str text)
{
	for (;;) {
		size_t end = str_find(text, S(". "));

		add_text(out,
			str_sub(text, 0, end == STR_NONE ? text.len : end + 1));
		buf_addc(out, '\n');
		if (end == STR_NONE)
			return;
		text = str_from(text, end + 2);
	}
}

/* ---- the tables ---- */

/* A command and what may follow it; build may be left out. */
static void
add_usage(struct buf *out, const struct command *c)
{
	bool is_default = c == command_at(0);

	buf_add(out, is_default ? S(" Oo Cm") : S(" Cm"));
	add_arg(out, str_of(c->name));
	buf_add(out, is_default ? S(" Oc") : S(""));
	buf_add(out, S(" Oo Ar option ... Oc"));
	if (c->operands) {
		buf_add(out, S(" Ar"));
		add_arg(out, str_of(c->operands));
	}
	buf_addc(out, '\n');
}

static void
add_synopsis(struct buf *out)
{
	const struct command *c;

	for (size_t i = 0; (c = command_at(i)) != NULL; i++) {
		buf_add(out, S(".Nm"));
		add_usage(out, c);
	}
}

static void
add_flag(struct buf *out, const char *dash, str name, const char *arg)
{
	buf_add(out, str_of(dash));
	buf_add(out, name);
	if (arg) {
		buf_add(out, S(" Ar"));
		add_arg(out, str_of(arg));
	}
}

static void
add_option(struct buf *out, const struct option_info *o, const char *help)
{
	buf_add(out, S(".It"));
	if (o->letter) {
		add_flag(out, " Fl ", (str){&o->letter, 1}, NULL);
		buf_add(out, S(" ,"));
	}
	add_flag(out, " Fl Fl ", str_of(o->name), o->arg);
	buf_addc(out, '\n');
	add_sentences(out, str_of(help));
}

/* The options that a command has besides the common ones, or has in words of
 * its own. */
static void
add_own_options(struct buf *out, const struct command *c)
{
	for (enum option_id id = 0; id < OPTION_COUNT; id++)
		if (c->options[id])
			add_option(
			    out, &option_infos[id], command_option(c, id));
}

static void
add_common_options(struct buf *out)
{
	buf_add(out, S(".Bl -tag -width Ds\n"));
	for (enum option_id id = 0; id < OPTION_COUNT; id++)
		if (option_infos[id].is_common)
			add_option(out, &option_infos[id],
			    option_infos[id].help);
	buf_add(out, S(".El\n"));
}

static void
add_statuses(struct buf *out, const struct command *c)
{
	buf_add(out, S(".Bl -tag -width Ds -compact\n"));
	for (int i = 0; i < STATUS_COUNT; i++)
		if (c->statuses[i]) {
			buf_printf(out, ".It %d\n", i);
			add_sentences(out, str_of(c->statuses[i]));
		}
	buf_add(out, S(".El\n"));
}

/* A section for each command. */
static void
add_commands(struct buf *out)
{
	const struct command *c;

	for (size_t i = 0; (c = command_at(i)) != NULL; i++) {
		buf_add(out, S(".Ss"));
		add_arg(out, str_of(c->name));
		buf_add(out, S("\n.D1 Nm"));
		add_usage(out, c);
		buf_add(out, S(".Pp\n"));
		add_sentences(out, str_of(c->help));
		buf_add(out, S(".Bl -tag -width Ds\n"));
		if (c->operands) {
			buf_add(out, S(".It Ar"));
			add_arg(out, str_of(c->operands));
			buf_addc(out, '\n');
			add_sentences(out, str_of(c->operands_help));
		}
		add_own_options(out, c);
		buf_add(out, S(".El\n.Pp\nExit status:\n.Pp\n"));
		add_statuses(out, c);
	}
}

/* All options of validate, which has a manual of its own. */
static void
add_validate_options(struct buf *out)
{
	buf_add(out, S(".Bl -tag -width Ds\n"));
	for (enum option_id id = 0; id < OPTION_COUNT; id++)
		if (command_option(&cmd_validate, id))
			add_option(out, &option_infos[id],
			    command_option(&cmd_validate, id));
	buf_add(out, S(".El\n"));
}

static void
add_validate_statuses(struct buf *out)
{
	add_statuses(out, &cmd_validate);
}

/* The first part of "site.author.name". */
static str
section_of(const struct key *k)
{
	str path = str_of(k->path), name = {0};

	str_split(&path, '.', &name);
	return name;
}

static void
add_key(struct buf *out, const struct key *k)
{
	struct buf expects = {0};

	buf_add(out, S(".It Ic"));
	add_arg(out, str_of(k->path));
	buf_addc(out, '\n');
	add_sentences(out, str_of(k->help));
	config_key_expects(&expects, k);
	buf_add(out, S("Expected: "));
	add_text(out, buf_str(&expects));
	buf_add(out, S(".\n"));
	if (k->fallback[0]) {
		buf_add(out, S("Default:\n.Ql"));
		add_arg(out, str_of(k->fallback));
		buf_add(out, S(" .\n"));
	}
	buf_free(&expects);
}

static void
add_keys(struct buf *out)
{
	str section = {0};

	for (size_t i = 0; i < config_key_count; i++) {
		const struct key *k = &config_keys[i];

		if (!str_eq(section_of(k), section)) {
			if (i)
				buf_add(out, S(".El\n"));
			section = section_of(k);
			buf_add(out, S(".Ss"));
			add_arg(out, section);
			buf_add(out, S("\n.Bl -tag -width Ds\n"));
		}
		add_key(out, k);
	}
	buf_add(out, S(".El\n"));
}

/* The codes of the pipeline, or the rules that feeds are held against. */
static void
add_diags(struct buf *out, bool of_feeds)
{
	buf_add(out, S(".Bl -tag -width Ds\n"));
	for (size_t i = 0; i < known_code_count; i++) {
		diag_code d = known_codes[i];

		if ((d->applies != NULL) != of_feeds)
			continue;
		buf_add(out, S(".It Sy"));
		add_arg(out, str_of(d->name));
		buf_printf(out, " Pq %s\n", diag_level_names[d->level]);
		add_sentences(out, str_of(d->help));
	}
	buf_add(out, S(".El\n"));
}

static void
add_codes(struct buf *out)
{
	add_diags(out, false);
}

static void
add_rules(struct buf *out)
{
	add_diags(out, true);
}

static const struct {
	const char *line;
	void (*add)(struct buf *out);
} markers[] = {
	{".\\\" @SYNOPSIS@", add_synopsis},
	{".\\\" @COMMANDS@", add_commands},
	{".\\\" @OPTIONS@", add_common_options},
	{".\\\" @VALIDATE-OPTIONS@", add_validate_options},
	{".\\\" @VALIDATE-STATUSES@", add_validate_statuses},
	{".\\\" @KEYS@", add_keys},
	{".\\\" @CODES@", add_codes},
	{".\\\" @RULES@", add_rules},
};

/* ---- the template ---- */

static void
add_line(struct buf *out, str line)
{
	static const str version = S_INIT("@VERSION@");
	size_t at;

	for (size_t i = 0; i < sizeof markers / sizeof markers[0]; i++)
		if (str_eq(line, str_of(markers[i].line))) {
			markers[i].add(out);
			return;
		}
	while ((at = str_find(line, version)) != STR_NONE) {
		buf_add(out, str_sub(line, 0, at));
		buf_add(out, S(FEEDMILL_VERSION));
		line = str_from(line, at + version.len);
	}
	buf_add(out, line);
	buf_addc(out, '\n');
}

int
main(int argc, char **argv)
{
	struct buf text = {0}, out = {0};
	str rest, line;
	bool ok;

	if (argc != 2) {
		fputs("usage: manual TEMPLATE\n", stderr);
		return 2;
	}
	if (!file_read(&text, argv[1], MOST_TEMPLATE)) {
		fprintf(stderr, "manual: %s: %s\n", argv[1], strerror(errno));
		return 2;
	}
	rest = str_trim(buf_str(&text));
	while (str_split(&rest, '\n', &line))
		add_line(&out, line);
	fputs(buf_cstr(&out), stdout);
	ok = fflush(stdout) == 0 && !ferror(stdout);
	buf_free(&text);
	buf_free(&out);
	return ok ? 0 : 3;
}
