/* SPDX-License-Identifier: MIT
 * command: what feedmill can be told to do. */
#include "cli/command.h"

#include <time.h>

#include "base/core/pool.h"

static const struct command commands[] = {
	{"build", "Write the feeds; what feedmill does without a command.",
		cmd_build, NULL, false},
	{"check", "Do everything but write, and report what is wrong.",
		cmd_check, NULL, false},
	{"list", "Print posts and feeds as they are understood.", cmd_list,
		NULL, false},
	{"ping", "Tell the hubs of feeds.hub which feeds have changed since "
		"they were told the last time.", cmd_ping, NULL, false},
	{"init", "Write a feedmill.yaml for the site in DIR, or here, from "
		"the config of its generator.", cmd_init, "DIR", false},
	{"validate", "Judge feeds from anywhere: each FEED is a file, a "
		"folder, an http or https URL, or - for the standard input.",
		cmd_validate, "FEED", true},
};

const struct command *
command_at(size_t i)
{
	return i < sizeof commands / sizeof commands[0] ? &commands[i] : NULL;
}

struct site_options
command_site_options(const struct options *o)
{
	return (struct site_options){
		.config = o->config,
		.settings = o->settings,
		.n_settings = o->n_settings,
		.now = o->has_now ? o->now : (instant)time(NULL),
		.threads = o->threads ? o->threads : pool_cores(),
	};
}
