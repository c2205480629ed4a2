/* SPDX-License-Identifier: MIT
 * cmd_help: the command help. */
#include "cli/command.h"
#include "cli/help.h"

static enum outcome
run_help(const struct options *o, struct diags *diags)
{
	struct arena a = {0};
	str name = o->n_operands ? str_of(o->operands[0]) : (str){0};
	const struct command *c = command_find(name);
	bool ok = c || name.len == 0;

	if (ok)
		help_print(c);
	else
		command_report_unknown(name, &a, diags);
	arena_free(&a);
	return ok ? OUTCOME_OK : OUTCOME_CONFIG;
}

const struct command cmd_help = {
	.name = "help",
	.help = "Print the options and exit statuses of a command.",
	.operands = "[COMMAND]",
	.operands_help = "The name of a command. The default is all of them, "
		"in short.",
	.most_operands = 1,
	.statuses = {
		"The help is printed.",
		NULL,
		"There is no such command.",
		"Could not write to standard output.",
	},
	.run = run_help,
};
