/* SPDX-License-Identifier: MIT
 * command: what feedmill can be told to do. */
#ifndef FEEDMILL_CLI_COMMAND_H
#define FEEDMILL_CLI_COMMAND_H

#include "build/run/build.h"
#include "cli/options.h"

/* One command. The manual and --help are made from this row. */
struct command {
	const char *name;
	const char *help; /* what it does, a sentence */
	/* Does it; returns the exit status. Reports go to `diags`, which the
	 * caller prints. */
	enum outcome (*run)(const struct options *o, struct diags *diags);
	const char *operand; /* what may follow its name: "DIR"; or NULL */
	bool takes_many;     /* any number of operands may follow */
};

/* The commands, the default one first; NULL past the last. */
const struct command *command_at(size_t i);

enum outcome cmd_build(const struct options *o, struct diags *diags);
enum outcome cmd_check(const struct options *o, struct diags *diags);
enum outcome cmd_init(const struct options *o, struct diags *diags);
enum outcome cmd_list(const struct options *o, struct diags *diags);
enum outcome cmd_ping(const struct options *o, struct diags *diags);
enum outcome cmd_validate(const struct options *o, struct diags *diags);

/* What the floors below need to know of the options. */
struct site_options command_site_options(const struct options *o);

#endif
