/* SPDX-License-Identifier: MIT
 * command: what feedmill can be told to do. */
#include "cli/command.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/core/pool.h"
#include "config/config_codes.h"

const char OPTION_AS_TABLE[] = "";

static const struct command *const commands[] = {
	&cmd_build, &cmd_check, &cmd_list, &cmd_ping, &cmd_init, &cmd_ids,
	&cmd_validate, &cmd_help,
};
enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

const struct command *
command_at(size_t i)
{
	return i < COMMAND_COUNT ? commands[i] : NULL;
}

const struct command *
command_find(str name)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (str_eq(name, str_of(commands[i]->name)))
			return commands[i];
	return NULL;
}

void
command_report_unknown(str name, struct arena *a, struct diags *diags)
{
	const char *names[COMMAND_COUNT];
	const char *near;
	str all = {0};

	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		names[i] = commands[i]->name;
		all = arena_printf(a, "%.*s%s%s", STR_ARG(all),
		    i ? ", " : "", names[i]);
	}
	near = nearest_name(name, names, COMMAND_COUNT);
	if (near)
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "unknown command '%.*s', did you mean '%s'?",
		    STR_ARG(name), near);
	else
		diag_add(diags, DIAG_USAGE, NULL, (struct mark){0},
		    "unknown command '%.*s', expected %.*s", STR_ARG(name),
		    STR_ARG(all));
}

const char *
command_option(const struct command *c, enum option_id id)
{
	const char *help = c->options[id];

	if (help == OPTION_AS_TABLE ||
	    (help == NULL && option_infos[id].is_common))
		return option_infos[id].help;
	return help;
}

bool
command_is_isolated(void)
{
	const char *value = getenv("FEEDMILL_ISOLATION");

	return value == NULL || strcmp(value, "off") != 0;
}

struct site_options
command_site_options(const struct options *o)
{
	return (struct site_options){
		.config = o->config,
		.settings = o->settings,
		.n_settings = o->n_settings,
		.now_is_given = o->has_now,
		.now = o->has_now ? o->now : (instant)time(NULL),
		.threads = command_threads(o),
		.isolate = command_is_isolated(),
	};
}

size_t
command_threads(const struct options *o)
{
	return o->threads ? (size_t)o->threads : pool_cores();
}
