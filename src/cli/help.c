/* SPDX-License-Identifier: MIT
 * help: what --help prints, from the tables. */
#include "cli/help.h"

#include "cli/command.h"

enum { COLUMN = 24, WIDTH = 79 };

/* A row: the name, then words filled into the column beside it. */
static void
add_row(struct buf *out, str name, const char *help)
{
	str rest = str_of(help), word;
	size_t at = 2 + name.len;

	buf_add(out, S("  "));
	buf_add(out, name);
	for (; at < COLUMN - 1; at++)
		buf_addc(out, ' ');
	while (str_word(&rest, &word)) {
		if (at + 1 + word.len > WIDTH) {
			buf_printf(out, "\n%*s", COLUMN - 1, "");
			at = COLUMN - 1;
		}
		buf_addc(out, ' ');
		buf_add(out, word);
		at += 1 + word.len;
	}
	buf_addc(out, '\n');
}

static void
add_command(struct buf *out, const struct command *c)
{
	struct buf name = {0};

	buf_add(&name, str_of(c->name));
	if (c->operand)
		buf_printf(&name, " [%s]%s", c->operand,
		    c->takes_many ? "..." : "");
	add_row(out, buf_str(&name), c->help);
	buf_free(&name);
}

static void
add_option(struct buf *out, const struct option_info *info)
{
	struct buf name = {0};

	if (info->letter)
		buf_printf(&name, "-%c, ", info->letter);
	else
		buf_add(&name, S("    "));
	buf_printf(&name, "--%s%s%s", info->name, info->arg ? " " : "",
	    info->arg ? info->arg : "");
	add_row(out, buf_str(&name), info->help);
	buf_free(&name);
}

void
help_text(struct buf *out)
{
	const struct command *c;

	buf_add(out, S("usage: feedmill [command] [options]\n\n"
	    "Writes every feed of a folder of posts.\n\ncommands:\n"));
	for (size_t i = 0; (c = command_at(i)) != NULL; i++)
		add_command(out, c);
	buf_add(out, S("\noptions:\n"));
	for (size_t i = 0; i < option_count; i++)
		add_option(out, &option_infos[i]);
	buf_add(out, S("\nexit status: 0 all well, 1 some posts had errors, "
	    "2 usage or config,\n3 could not write, 4 refused by a guard; "
	    "of validate: 0 valid, 1 not,\n2 could not judge. "
	    "See feedmill(1), feedmill-validate(1), feedmill.yaml(5).\n"));
}
