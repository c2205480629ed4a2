/* SPDX-License-Identifier: MIT
 * option_table: every option that a command can have. */
#include "cli/option_table.h"

#include <stddef.h>

#include "base/data/value.h"
#include "base/time/zone.h"
#include "build/codes/known_codes.h"
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/options.h"

/* ---- how an option is stored ---- */

static bool
set_flag(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	(void)arg, (void)a;
	return *(bool *)((char *)o + info->at) = true;
}

static bool
set_text(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	(void)a;
	*(const char **)((char *)o + info->at) = arg;
	return *arg != '\0';
}

static bool
set_number(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	struct value v = {.kind = VALUE_SCALAR, .text = str_of(arg)};
	long *n = (long *)((char *)o + info->at);

	(void)a;
	return value_int(&v, n) && *n >= 1 && *n <= info->most;
}

static bool
set_verbose(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	(void)info, (void)arg, (void)a;
	return ++o->verbose;
}

static bool
set_now(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	struct datetime d;
	str why;

	(void)info;
	if (!datetime_parse(str_of(arg), &d, a, &why))
		return false;
	o->now = datetime_instant(&d, zone_utc);
	return o->has_now = true;
}

static bool
set_setting(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	const char **more =
	    arena_array(a, o->n_settings + 1, sizeof *more);

	(void)info;
	for (size_t i = 0; i < o->n_settings; i++)
		more[i] = o->settings[i];
	more[o->n_settings++] = arg;
	o->settings = more;
	return str_chr(str_of(arg), '=') != STR_NONE;
}

static bool
set_check_links(struct options *o, const struct option_info *info,
    const char *arg, struct arena *a)
{
	(void)arg;
	return set_setting(o, info, "content.check_links=true", a);
}

static bool
set_format(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	return set_text(o, info, arg, a) &&
	    findings_format(str_of(arg)) != NULL;
}

static bool
set_ignore(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	diag_code *more = arena_array(a, o->n_ignored + 1, sizeof *more);

	(void)info;
	for (size_t i = 0; i < o->n_ignored; i++)
		more[i] = o->ignored[i];
	more[o->n_ignored++] = known_code_find(str_of(arg));
	o->ignored = more;
	return more[o->n_ignored - 1] != NULL;
}

static bool
set_from(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	const char **more = arena_array(a, o->n_from + 1, sizeof *more);

	(void)info;
	for (size_t i = 0; i < o->n_from; i++)
		more[i] = o->from[i];
	more[o->n_from++] = arg;
	o->from = more;
	return *arg != '\0';
}

static bool
set_explain(struct options *o, const struct option_info *info, const char *arg,
    struct arena *a)
{
	return set_text(o, info, arg, a) &&
	    known_code_find(str_of(arg)) != NULL;
}

/* ---- the options ---- */

#define FLAG(member) .set = set_flag, .at = offsetof(struct options, member)
#define TEXT(member) .set = set_text, .at = offsetof(struct options, member)
#define NUMBER(member, limit) .set = set_number, .most = (limit), \
	.at = offsetof(struct options, member)

static const char a_code[] = "a code such as missing-self";

const struct option_info option_infos[OPTION_COUNT] = {
	[OPTION_CONFIG] = {'c', "config", "FILE", "the path of a config",
		"Read FILE as the config instead of feedmill.yaml.",
		TEXT(config)},
	[OPTION_OUTPUT] = {'o', "output", "DIR", "a folder",
		"Write the feeds to DIR instead of feeds.folder.",
		TEXT(output)},
	[OPTION_JOBS] = {'j', "jobs", "N", "a number from 1 to 1024",
		"Use N threads; the default is one for each core.",
		NUMBER(threads, 1024)},
	[OPTION_DRY_RUN] = {'n', "dry-run", NULL, NULL,
		"Write nothing, and list the files that would be written.",
		FLAG(dry)},
	[OPTION_STRICT] = {0, "strict", NULL, NULL,
		"Exit with 1 if there are warnings.",
		FLAG(strict)},
	[OPTION_FROM] = {0, "from", "FEED", "a file or URL",
		"Read FEED: a feed in Atom, RSS or JSON, or an export of "
		"WordPress or Blogger; a file, or an http or https URL. "
		"Repeatable.",
		.set = set_from},
	[OPTION_CHECK_LINKS] = {0, "check-links", NULL, NULL,
		"Look up links to the site, and its pictures in entries, in "
		"posts.built: content.check_links for this run.",
		.set = set_check_links},
	[OPTION_ACCEPT_NEW_IDS] = {0, "accept-new-ids", NULL, NULL,
		"Publish although feed readers will show posts again under "
		"new ids, or old posts as new ones.",
		FLAG(accept_new_ids)},
	[OPTION_ACCEPT_LOSS] = {0, "accept-loss", NULL, NULL,
		"Publish although many entries, or all of them, leave a feed, "
		"or the clock is earlier than it was.",
		FLAG(accept_loss)},
	[OPTION_PING] = {0, "ping", NULL, NULL,
		"Tell the hubs of feeds.hub once the feeds are published, as "
		"the command ping does.",
		FLAG(ping)},
	[OPTION_ALL] = {0, "all", NULL, NULL,
		"Report all warnings. Otherwise a warning of a post that has "
		"not changed is reported by one run, and no more than five "
		"of a kind.",
		FLAG(all)},
	[OPTION_STATS] = {0, "stats", NULL, NULL,
		"Print how many posts were read, how many entries were "
		"rendered and how many bytes were written.",
		FLAG(stats)},
	[OPTION_JSON] = {0, "json", NULL, NULL,
		"Print JSON.",
		FLAG(json)},
	[OPTION_FORMAT] = {0, "format", "FORMAT",
		"text, json, sarif or github",
		"Print findings as text (the default), json, sarif or github.",
		.set = set_format, .at = offsetof(struct options, format)},
	[OPTION_IGNORE] = {0, "ignore", "CODE", a_code,
		"Leave out findings with this code. Repeatable.",
		.set = set_ignore},
	[OPTION_TIMEOUT] = {0, "timeout", "SECONDS",
		"a number from 1 to 3600",
		"Give up on a URL after so many seconds; the default is 30.",
		NUMBER(timeout, 3600)},
	[OPTION_MAX_SECONDS] = {0, "max-seconds", "N",
		"a number from 1 to 3600",
		"Give up on a document after so many seconds of CPU time; the "
		"default is 2.",
		NUMBER(max_seconds, 3600)},
	[OPTION_MAX_MEMORY] = {0, "max-memory", "MB",
		"a number from 1 to 65536",
		"Give up on a document that takes more megabytes of memory; "
		"the default is 256.",
		NUMBER(max_memory, 65536)},
	[OPTION_EXPLAIN] = {0, "explain", "CODE", a_code,
		"Print what a code means and why it matters; no FEED is "
		"needed.",
		.set = set_explain, .at = offsetof(struct options, explain)},
	[OPTION_NOW] = {0, "now", "DATE",
		"a date such as 2024-01-31 or 2024-01-31T09:00:00Z",
		"Use DATE as the current time, which decides which posts are "
		"future or expired.",
		.set = set_now},
	[OPTION_SET] = {0, "set", "KEY=VALUE", "KEY=VALUE",
		"Set a key of the config; VALUE is YAML. Repeatable.",
		.set = set_setting},
	[OPTION_URL] = {0, "url", "URL", "an address",
		"The address of the site, whatever its files say.",
		TEXT(url)},
	[OPTION_TITLE] = {0, "title", "TITLE", "a text",
		"The title of the site, whatever its files say.",
		TEXT(title)},
	[OPTION_DIRECTORY] = {'C', "directory", "DIR", "a folder",
		"Change to DIR before anything else.",
		TEXT(directory), .is_common = true},
	[OPTION_QUIET] = {'q', "quiet", NULL, NULL,
		"Report errors only.",
		FLAG(quiet), .is_common = true},
	[OPTION_VERBOSE] = {'v', "verbose", NULL, NULL,
		"Report notes too, and print what to do below each message.",
		.set = set_verbose, .is_common = true},
	[OPTION_VERSION] = {0, "version", NULL, NULL,
		"Print the version.",
		FLAG(version), .is_common = true},
	[OPTION_HELP] = {'h', "help", NULL, NULL,
		"Print the help of the command.",
		FLAG(help), .is_common = true},
};

/* ---- finding one ---- */

enum option_id
option_find(str name)
{
	enum option_id id = 0;

	while (id < OPTION_COUNT &&
	    !str_eq(name, str_of(option_infos[id].name)))
		id++;
	return id;
}

enum option_id
option_find_letter(char letter)
{
	enum option_id id = 0;

	while (id < OPTION_COUNT && option_infos[id].letter != letter)
		id++;
	return id;
}

const char *
option_nearest(str name, const struct command *c)
{
	const char *names[OPTION_COUNT];
	size_t n = 0;

	for (enum option_id id = 0; id < OPTION_COUNT; id++)
		if (c == NULL || command_option(c, id))
			names[n++] = option_infos[id].name;
	return nearest_name(name, names, n);
}
