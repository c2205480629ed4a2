/* SPDX-License-Identifier: MIT
 * site_options: which config to read, and when it is read. */
#ifndef FEEDMILL_BUILD_SITE_SITE_OPTIONS_H
#define FEEDMILL_BUILD_SITE_SITE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/time/datetime.h"

struct source;

struct site_options {
	const char *config;          /* path */
	const struct source *text;   /* the text of the config, with that path
	                              * as its name; NULL: read the file */
	const char *const *settings; /* KEY=VALUE, in place of the config's */
	size_t n_settings;
	const char *ledger;          /* used if the config has no ids.ledger;
	                              * or NULL */
	instant now;                 /* decides which posts are future or
	                              * expired */
	bool now_is_given;           /* it is not the system's clock */
	size_t threads;
	bool isolate;                /* do what others' content is read with in
	                              * processes of its own (crew.h) */
};

#endif
