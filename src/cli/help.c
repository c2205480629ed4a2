/* SPDX-License-Identifier: MIT
 * help: what --help and the command help print, from the tables. */
#include "cli/help.h"

#include <stdio.h>

enum { COLUMN = 24, WIDTH = 79 };

void
help_fill(struct buf *out, str text, size_t at, size_t indent, size_t width)
{
	bool is_first = true;
	str word;

	while (str_word(&text, &word)) {
		if (!is_first && at + 1 + word.len > width) {
			buf_printf(out, "\n%*s", (int)indent, "");
			at = indent;
		} else if (!is_first) {
			buf_addc(out, ' ');
			at++;
		}
		buf_add(out, word);
		at += word.len;
		is_first = false;
	}
	buf_addc(out, '\n');
}

/* A row: the name, and the text in the column beside it. */
static void
add_row(struct buf *out, const char *name, const char *text)
{
	size_t at = 2 + strlen(name);

	buf_printf(out, "  %s", name);
	do
		buf_addc(out, ' ');
	while (++at < COLUMN);
	help_fill(out, str_of(text), at, COLUMN, WIDTH);
}

static void
add_option(struct buf *out, const struct option_info *info, const char *help)
{
	char letter[] = {'-', info->letter, ',', ' ', '\0'};
	struct buf name = {0};

	buf_printf(&name, "%s--%s%s%s", info->letter ? letter : "    ",
	    info->name, info->arg ? " " : "", info->arg ? info->arg : "");
	add_row(out, buf_cstr(&name), help);
	buf_free(&name);
}

/* The options of a command; NULL: those that all commands have. */
static void
add_options(struct buf *out, const struct command *c)
{
	buf_add(out, c ? S("\noptions:\n") : S("\noptions of all commands:\n"));
	for (enum option_id id = 0; id < OPTION_COUNT; id++) {
		const struct option_info *info = &option_infos[id];
		const char *help = c ? command_option(c, id)
		    : info->is_common ? info->help : NULL;

		if (help)
			add_option(out, info, help);
	}
}

static void
add_statuses(struct buf *out, const struct command *c)
{
	buf_add(out, S("\nexit status:\n"));
	for (int i = 0; i < STATUS_COUNT; i++)
		if (c->statuses[i]) {
			buf_printf(out, "  %d  ", i);
			help_fill(out, str_of(c->statuses[i]), 5, 5, WIDTH);
		}
}

static void
add_command(struct buf *out, const struct command *c)
{
	bool is_default = c == command_at(0);

	buf_printf(out, "usage: feedmill %s%s%s [OPTION...]%s%s\n\n",
	    is_default ? "[" : "", c->name, is_default ? "]" : "",
	    c->operands ? " " : "", c->operands ? c->operands : "");
	help_fill(out, str_of(c->help), 0, 0, WIDTH);
	if (c->operands) {
		buf_add(out, S("\noperands:\n"));
		add_row(out, c->operands, c->operands_help);
	}
	add_options(out, c);
	add_statuses(out, c);
	buf_printf(out, "\nThe manual has more: %s.\n",
	    c->manual ? c->manual : "feedmill(1), feedmill.yaml(5)");
}

void
help_text(struct buf *out, const struct command *c)
{
	if (c) {
		add_command(out, c);
		return;
	}
	buf_add(out, S("usage: feedmill [COMMAND] [OPTION...] [OPERAND...]\n\n"
	    "Writes every feed of a folder of posts.\n\ncommands:\n"));
	for (size_t i = 0; (c = command_at(i)) != NULL; i++)
		add_row(out, c->name, c->help);
	add_options(out, NULL);
	buf_add(out, S("\n'feedmill help COMMAND' lists all options of a "
	    "command and its exit statuses.\nThe manuals have more: "
	    "feedmill(1), feedmill-validate(1), feedmill.yaml(5).\n"));
}

void
help_print(const struct command *c)
{
	struct buf b = {0};

	help_text(&b, c);
	fputs(buf_cstr(&b), stdout);
	buf_free(&b);
}
