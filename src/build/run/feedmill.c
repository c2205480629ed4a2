/* SPDX-License-Identifier: MIT
 * feedmill: the public interface, on top of build_run and
 * validate_document. */
#include <feedmill.h>

#include <time.h>

#include "base/core/pool.h"
#include "base/core/version.h"
#include "validate/engine/validate.h"
#include "build/run/build.h"

static void
report(feedmill_report *tell, void *ctx, const struct diags *diags)
{
	struct arena arena = {0};

	for (const struct diag *d = diags->first; d && tell; d = d->next) {
		const struct diag_info *info = &diag_infos[d->code];
		struct feedmill_finding f = {
			.level = (enum feedmill_level)info->level,
			.code = info->name,
			.file = arena_cstr(&arena, d->file),
			.line = d->at.line,
			.column = d->at.col,
			.message = arena_cstr(&arena, d->message),
			.help = info->help,
			.reference = d->reference ? d->reference : "",
		};

		tell(ctx, &f);
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
		.accept_new_ids = o->accept_new_ids != 0,
	};
	struct build_report counts;
	struct diags diags = {0};
	enum outcome outcome = build_run(&b, &counts, &diags);

	report(o->report, o->ctx, &diags);
	diags_free(&diags);
	return (enum feedmill_status)outcome;
}

enum feedmill_verdict
feedmill_validate(const void *bytes, size_t size,
    const struct feedmill_validate_options *o)
{
	bool ignored[DIAG_COUNT] = {false};
	struct validate_options v = {
		.now = (instant)o->now, .ignored = ignored};
	struct validate_result result;
	struct diags diags = {0};
	enum feedmill_verdict verdict;

	for (size_t i = 0; i < o->n_ignored; i++) {
		enum diag_code code = diag_code_find(str_of(o->ignored[i]));

		if (code == DIAG_COUNT)
			return FEEDMILL_NO_VERDICT;
		ignored[code] = true;
	}
	validate_document((str){bytes, size}, str_of(o->name), &v, &result,
	    &diags);
	verdict = diags.counts[DIAG_ERROR]
	    ? FEEDMILL_INVALID : FEEDMILL_VALID;
	report(o->report, o->ctx, &diags);
	diags_free(&diags);
	return verdict;
}

const char *
feedmill_version(void)
{
	return FEEDMILL_VERSION;
}
