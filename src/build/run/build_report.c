/* SPDX-License-Identifier: MIT
 * build_report: what a run counted, packed for the next one. */
#include "build/run/build_report.h"

#include "base/data/pack.h"
#include "build/codes/build_codes.h"
#include "build/codes/known_codes.h"
#include "post/post_codes.h"
#include "publish/publish_codes.h"

/* Codes of events: the next run must not repeat them. */
static bool
is_of_one_run(diag_code code)
{
	static const diag_code codes[] = {
		DIAG_STATE_UNUSABLE, DIAG_FEED_PRUNED, DIAG_LEDGER_NEW,
		DIAG_ID_MOVED, DIAG_ID_GONE, DIAG_ID_NEW, DIAG_FEED_DAMAGED,
		DIAG_FEED_COMPARED, DIAG_POST_LEFT,
	};

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (codes[i] == code)
			return true;
	return false;
}

void
build_report_pack(struct buf *out, const struct build_report *r,
    enum outcome outcome, const struct diags *diags)
{
	struct diags lasting = {0};

	pack_uint(out, outcome);
	pack_uint(out, r->posts);
	for (int i = 0; i < SKIP_COUNT; i++)
		pack_uint(out, r->skipped[i]);
	pack_uint(out, r->feeds);
	pack_uint(out, r->files.written + r->files.unchanged);
	pack_uint(out, r->files.stale);
	for (const struct diag *g = diags->first; g; g = g->next)
		if (!is_of_one_run(g->code))
			diag_copy(&lasting, g);
	pack_diags(out, lasting.first, lasting.last);
	diags_free(&lasting);
}

bool
build_report_unpack(str packed, struct build_report *r, enum outcome *outcome,
    struct diags *diags)
{
	struct unpack u = {.rest = packed, .find_code = known_code_find};

	*r = (struct build_report){0};
	*outcome = (enum outcome)unpack_size(&u, OUTCOME_REFUSED);
	r->posts = unpack_size(&u, SIZE_MAX);
	for (int i = 0; i < SKIP_COUNT; i++)
		r->skipped[i] = unpack_size(&u, SIZE_MAX);
	r->feeds = unpack_size(&u, SIZE_MAX);
	r->files.unchanged = unpack_size(&u, SIZE_MAX);
	r->files.stale = unpack_size(&u, SIZE_MAX);
	unpack_diags(&u, diags);
	return !u.bad;
}
