/* SPDX-License-Identifier: MIT
 * command: what feedmill can be told to do. */
#ifndef FEEDMILL_CLI_COMMAND_H
#define FEEDMILL_CLI_COMMAND_H

#include "build/site/outcome.h"
#include "build/site/site_options.h"
#include "cli/option_table.h"
#include "cli/options.h"

enum { STATUS_COUNT = OUTCOME_REFUSED + 1 };

/* One command, in the file that is named after it. The parser, the help texts
 * and the manuals use this row. */
struct command {
	const char *name;
	const char *help;  /* what it does, in sentences */
	const char *operands;      /* "[DIR]", "FEED..."; NULL: it takes none */
	const char *operands_help; /* what they are, in sentences, or NULL */
	size_t most_operands;      /* how many it takes */
	/* Its options besides those that all have: what each does here, or
	 * OPTION_AS_TABLE; NULL: it does not have this one. */
	const char *options[OPTION_COUNT];
	/* What each exit status means; NULL: it does not have this one. */
	const char *statuses[STATUS_COUNT];
	const char *manual; /* its own manual, or NULL */
	/* Without --dry-run it prints no more than a report of what it has
	 * done: losing that is no failure. */
	bool prints_report;
	/* Does it; returns the exit status. Reports go to `diags`, which the
	 * caller prints. */
	enum outcome (*run)(const struct options *o, struct diags *diags);
};

/* In place of an option's help: the words of its row of option_infos. */
extern const char OPTION_AS_TABLE[];

extern const struct command cmd_build, cmd_check, cmd_help, cmd_ids, cmd_init,
    cmd_list, cmd_ping, cmd_validate;

/* The commands, the default one first; NULL past the last. */
const struct command *command_at(size_t i);

/* The command of that name, or NULL. */
const struct command *command_find(str name);

/* Reports that there is no such command, with a name that is near. */
void command_report_unknown(str name, struct arena *a, struct diags *diags);

/* What an option does for a command; NULL: the command does not have it. */
const char *command_option(const struct command *c, enum option_id id);

/* How many threads to use: -j, or one for each core. */
size_t command_threads(const struct options *o);

/* Whether others' content is read in processes of its own: not with
 * FEEDMILL_ISOLATION=off, for debuggers and sanitizers. */
bool command_is_isolated(void);

/* What the floors below need to know of the options. */
struct site_options command_site_options(const struct options *o);

#endif
