/* SPDX-License-Identifier: MIT
 * cmd_ping: the command ping. */
#include <stdio.h>
#include <unistd.h>

#include "build/run/announce.h"
#include "cli/command.h"
#include "config/config_codes.h"

/* Whether the config has a hub, and a state beside which the list is kept. */
static bool
can_ping(const struct config *c, struct diags *diags)
{
	const struct value *state = config_find(c, "posts.state");

	if (!announce_has_hub(c, diags))
		return false;
	if (!str_eq(c->posts.state, S("none")))
		return true;
	diag_add(diags, DIAG_CONFIG_VALUE, config_source(c, state), state->at,
	    "posts.state is 'none', expected a file: ping finds there which "
	    "feeds have changed");
	return false;
}

static void
print_owed(const struct owed *o)
{
	for (size_t i = 0; i < o->count; i++)
		printf("%.*s %.*s\n", STR_ARG(o->rows[i].hub),
		    STR_ARG(o->rows[i].topic));
}

static enum outcome
tell_hubs(struct announce *n, const struct options *o, struct diags *diags)
{
	struct ping_counts counts;
	size_t before = diags->counts[DIAG_WARNING];

	if (o->dry) {
		if (announce_read(n, diags))
			print_owed(&n->owed);
	} else {
		announce_tell(n, &counts, diags);
		if (!o->quiet && (isatty(STDOUT_FILENO) || o->verbose))
			printf("feedmill: %zu ping%s, %zu still to do\n",
			    counts.told, counts.told == 1 ? "" : "s",
			    counts.owed);
	}
	return diags->counts[DIAG_WARNING] > before ? OUTCOME_POSTS
	                                            : OUTCOME_OK;
}

static enum outcome
run_ping(const struct options *o, struct diags *diags)
{
	struct arena a = {0};
	struct config c;
	struct announce n;
	enum outcome outcome = OUTCOME_CONFIG;

	if (config_read(&c, &a, o->config, o->settings, o->n_settings,
	    diags) && can_ping(&c, diags)) {
		announce_open(&n, &c);
		outcome = tell_hubs(&n, o, diags);
		announce_close(&n);
	}
	arena_free(&a);
	return outcome;
}

const struct command cmd_ping = {
	.name = "ping",
	.help = "Tell the hubs of feeds.hub which feeds have changed since "
		"they were told the last time.",
	.options = {
		[OPTION_CONFIG] = OPTION_AS_TABLE,
		[OPTION_DRY_RUN] = "Print each hub with each feed that it "
			"must still be told of, and send nothing.",
		[OPTION_SET] = OPTION_AS_TABLE,
	},
	.statuses = {
		"The hubs know of all changes.",
		"A hub could not be told of everything. The next ping tries "
		"again.",
		"The command line or the config is wrong. No hub was told.",
		"With --dry-run: could not write to standard output.",
	},
	.prints_report = true,
	.run = run_ping,
};
