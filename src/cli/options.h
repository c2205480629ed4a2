/* SPDX-License-Identifier: MIT
 * options: the command line as a struct. */
#ifndef FEEDMILL_CLI_OPTIONS_H
#define FEEDMILL_CLI_OPTIONS_H

#include "base/time/datetime.h"
#include "base/core/diag.h"

struct command;

struct options {
	const struct command *command;
	const char *operand;     /* what follows the command, or NULL */
	const char **operands;   /* all of it, in the options' arena */
	size_t n_operands;
	const char *config;      /* -c */
	const char *directory;   /* -C, or NULL */
	const char *output;      /* -o, or NULL */
	const char **settings;   /* --set, in the options' arena */
	size_t n_settings;
	size_t threads;          /* -j; 0: as many as there are cores */
	instant now;             /* --now */
	bool has_now;
	bool accept_new_ids;     /* --accept-new-ids */
	bool dry, quiet, strict, stats, json, ping, help, version;
	const char *format;      /* --format, or NULL */
	long timeout;            /* --timeout, in seconds; 0: the default */
	const char *explain;     /* --explain, or NULL */
	bool ignored[DIAG_COUNT]; /* --ignore, by code */
	int verbose;
};

/* One option. The manual, --help and the parser are made from this row. */
struct option_info {
	char letter;      /* or 0 */
	const char *name; /* without "--"; or NULL */
	const char *arg;  /* what --help calls its argument; NULL for none */
	const char *help; /* what it does, a sentence */
	bool (*set)(struct options *o, const char *arg, struct arena *a);
	const char *expects; /* what the argument must be, for messages */
};
extern const struct option_info option_infos[];
extern const size_t option_count;

/* Reads argv[1] and on. False: usage was wrong, which is reported. */
bool options_parse(struct options *o, int argc, char **argv, struct arena *a,
    struct diags *diags);

#endif
