/* SPDX-License-Identifier: MIT
 * options: the command line as a struct. */
#ifndef FEEDMILL_CLI_OPTIONS_H
#define FEEDMILL_CLI_OPTIONS_H

#include "base/core/diag.h"
#include "base/time/datetime.h"

struct command;

struct options {
	const struct command *command;
	bool names_command;      /* false: none was typed, build is meant */
	const char **operands;   /* what follows the command, in the arena */
	size_t n_operands;
	const char *config;      /* -c */
	const char *directory;   /* -C, or NULL */
	const char *output;      /* -o, or NULL */
	const char **settings;   /* --set, in the arena */
	size_t n_settings;
	const char **from;       /* --from, in the arena */
	size_t n_from;
	long threads;            /* -j; 0: as many as there are cores */
	instant now;             /* --now */
	bool has_now;
	bool accept_new_ids;     /* --accept-new-ids */
	bool accept_loss;        /* --accept-loss */
	bool all;                /* --all */
	bool dry, quiet, strict, stats, json, ping, help, version;
	const char *format;      /* --format, or NULL */
	long timeout;            /* --timeout, in seconds; 0: the default */
	long max_seconds;        /* --max-seconds; 0: the default */
	long max_memory;         /* --max-memory, in MB; 0: the default */
	const char *url, *title; /* --url and --title; or NULL */
	const char *explain;     /* --explain, or NULL */
	diag_code *ignored;      /* --ignore, in the options' arena */
	size_t n_ignored;
	int verbose;
};

/* Reads argv[1] and on. Options may stand before and after the command; one
 * that the command does not have is an error, unless the help or the version
 * is asked for. False: usage was wrong, which is reported; `o` then holds what
 * could be understood. */
bool options_parse(struct options *o, int argc, char **argv, struct arena *a,
    struct diags *diags);

/* The lowest level of messages to print, by -q and -v. */
enum diag_level options_level(const struct options *o);

#endif
