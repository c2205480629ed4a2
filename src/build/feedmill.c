/* SPDX-License-Identifier: MIT
 * feedmill: the public interface, on top of build_run. */
#include <feedmill.h>

#include <time.h>

#include "../base/pool.h"
#include "../base/version.h"
#include "build.h"

static void
report(const struct feedmill_options *o, struct diags *diags)
{
	struct arena arena = {0};

	for (const struct diag *d = diags->first; d && o->report; d = d->next) {
		const struct diag_info *info = &diag_infos[d->code];
		struct feedmill_finding f = {
			.level = (enum feedmill_level)info->level,
			.code = info->name,
			.file = arena_cstr(&arena, d->file),
			.line = d->at.line,
			.column = d->at.col,
			.message = arena_cstr(&arena, d->message),
			.help = info->help,
		};

		o->report(o->ctx, &f);
	}
	arena_free(&arena);
}

enum feedmill_status
feedmill_build(const struct feedmill_options *o)
{
	struct build_options b = {
		.site = {
			.config = o->config ? o->config : "feedmill.yaml",
			.settings = o->settings,
			.n_settings = o->n_settings,
			.now = o->now ? (instant)o->now : (instant)time(NULL),
			.threads = o->threads ? o->threads : pool_cores(),
		},
		.folder = o->folder,
		.dry = o->dry != 0,
	};
	struct build_report counts;
	struct diags diags = {0};
	enum outcome outcome = build_run(&b, &counts, &diags);

	report(o, &diags);
	diags_free(&diags);
	return (enum feedmill_status)outcome;
}

const char *
feedmill_version(void)
{
	return FEEDMILL_VERSION;
}
