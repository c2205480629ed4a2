/* SPDX-License-Identifier: MIT
 * feedmill: the public interface, on top of build_run and
 * validate_document. */
#include <feedmill.h>
#include <time.h>

#include "base/core/pool.h"
#include "base/core/version.h"
#include "build/codes/known_codes.h"
#include "build/run/build.h"
#include "validate/engine/validate.h"

static void
report_findings(feedmill_report *tell, void *ctx, const struct diags *diags)
{
	struct arena arena = {0};

	for (const struct diag *d = diags->first; d && tell; d = d->next) {
		struct feedmill_finding f = {
			.level = (enum feedmill_level)d->code->level,
			.code = d->code->name,
			.file = arena_cstr(&arena, d->file),
			.line = d->at.line,
			.column = d->at.col,
			.message = arena_cstr(&arena, d->message),
			.help = d->code->help,
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
			.now_is_given = o->now != 0,
			.now = o->now ? (instant)o->now : (instant)time(NULL),
			.threads = o->threads ? o->threads : pool_cores(),
			.isolate = o->isolate != 0,
		},
		.folder = o->folder,
		.dry = o->dry != 0,
		.accept_new_ids = o->accept_new_ids != 0,
		.accept_loss = o->accept_loss != 0,
	};
	struct build_report counts;
	struct diags diags = {0};
	enum outcome outcome = build_run(&b, &counts, &diags);

	report_findings(o->report, o->ctx, &diags);
	diags_free(&diags);
	return (enum feedmill_status)outcome;
}

/* Finds the codes of the names to ignore. False: a name is unknown. */
static bool
find_codes(struct validate_options *v,
    const struct feedmill_validate_options *o, struct arena *a)
{
	diag_code *codes = arena_array(a, o->n_ignored, sizeof *codes);

	v->ignored = codes;
	for (size_t i = 0; i < o->n_ignored; i++)
		if (!(codes[i] = known_code_find(str_of(o->ignored[i]))))
			return false;
	return true;
}

enum feedmill_verdict
feedmill_validate(const void *bytes, size_t size,
    const struct feedmill_validate_options *o)
{
	struct validate_options v = {
		.now = (instant)o->now, .n_ignored = o->n_ignored};
	struct validate_result result;
	struct arena arena = {0};
	struct diags diags = {0};
	enum feedmill_verdict verdict = FEEDMILL_NO_VERDICT;

	if (find_codes(&v, o, &arena)) {
		if (validate_document((str){bytes, size}, str_of(o->name), &v,
		    &result, &diags))
			verdict = diags.counts[DIAG_ERROR]
			    ? FEEDMILL_INVALID : FEEDMILL_VALID;
		report_findings(o->report, o->ctx, &diags);
		diags_free(&diags);
	}
	arena_free(&arena);
	return verdict;
}

const char *
feedmill_version(void)
{
	return FEEDMILL_VERSION;
}
