/* SPDX-License-Identifier: MIT
 * option_table: every option that a command can have. */
#ifndef FEEDMILL_CLI_OPTION_TABLE_H
#define FEEDMILL_CLI_OPTION_TABLE_H

#include "base/core/mem.h"

struct command;
struct options;

/* In the order in which --help and the manual list them. */
enum option_id {
	OPTION_CONFIG,
	OPTION_OUTPUT,
	OPTION_JOBS,
	OPTION_DRY_RUN,
	OPTION_STRICT,
	OPTION_FROM,
	OPTION_CHECK_LINKS,
	OPTION_ACCEPT_NEW_IDS,
	OPTION_ACCEPT_LOSS,
	OPTION_PING,
	OPTION_ALL,
	OPTION_STATS,
	OPTION_JSON,
	OPTION_FORMAT,
	OPTION_IGNORE,
	OPTION_TIMEOUT,
	OPTION_MAX_SECONDS,
	OPTION_MAX_MEMORY,
	OPTION_EXPLAIN,
	OPTION_NOW,
	OPTION_SET,
	OPTION_URL,
	OPTION_TITLE,
	OPTION_DIRECTORY,
	OPTION_QUIET,
	OPTION_VERBOSE,
	OPTION_VERSION,
	OPTION_HELP,
	OPTION_COUNT
};

/* One option. The parser, the help texts and the manuals use this row; the
 * rows of the commands say who has it (see command.h). */
struct option_info {
	char letter;         /* or 0 */
	const char *name;    /* without "--" */
	const char *arg;     /* what the help calls its argument, or NULL */
	const char *expects; /* what the argument must be, for messages */
	const char *help;    /* what it does, in sentences */
	bool is_common;      /* every command has it */
	/* Stores the argument, which is NULL if the option has none. False:
	 * it is not what `expects` says. */
	bool (*set)(struct options *o, const struct option_info *info,
	    const char *arg, struct arena *a);
	size_t at;           /* for `set`: the offset of the member */
	long most;           /* for `set`: the largest number */
};
extern const struct option_info option_infos[OPTION_COUNT];

/* The option of that name or letter, or OPTION_COUNT. */
enum option_id option_find(str name);
enum option_id option_find_letter(char letter);

/* The name that is spelt most like `name`, of the options of a command; NULL:
 * of all options. NULL if none is near. */
const char *option_nearest(str name, const struct command *c);

#endif
