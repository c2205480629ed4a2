/* SPDX-License-Identifier: MIT
 * state_items: what a run leaves in the state besides posts and memos. */
#include "build/memory/state_items.h"

#include "base/data/pack.h"
#include "build/run/build_codes.h"
#include "build/run/known_codes.h"
#include "post/post_codes.h"
#include "publish/publish_codes.h"

void
last_run_pack(struct buf *out, const struct last_run *r)
{
	pack_digest(out, r->fingerprint);
	pack_digest(out, r->chunks);
	pack_digest(out, r->labels);
	pack_digest(out, r->entries);
	pack_digest(out, r->documents);
	pack_digest(out, r->report);
	pack_digest(out, r->said);
	pack_digest(out, r->ledger);
	pack_int(out, r->from);
	pack_int(out, r->until);
	pack_uint(out, r->retry);
}

bool
last_run_unpack(str packed, struct last_run *r)
{
	struct unpack u = {.rest = packed};

	r->fingerprint = unpack_digest(&u);
	r->chunks = unpack_digest(&u);
	r->labels = unpack_digest(&u);
	r->entries = unpack_digest(&u);
	r->documents = unpack_digest(&u);
	r->report = unpack_digest(&u);
	r->said = unpack_digest(&u);
	r->ledger = unpack_digest(&u);
	r->from = unpack_int(&u);
	r->until = unpack_int(&u);
	r->retry = unpack_uint(&u) != 0;
	return !u.bad;
}

/* What was true of one run only. */
static bool
is_news(diag_code code)
{
	static const diag_code news[] = {
		DIAG_STATE_UNUSABLE, DIAG_FEED_PRUNED, DIAG_LEDGER_NEW,
		DIAG_ID_MOVED, DIAG_ID_GONE, DIAG_ID_NEW, DIAG_FEED_DAMAGED,
		DIAG_FEED_COMPARED,
	};

	for (size_t i = 0; i < sizeof news / sizeof *news; i++)
		if (news[i] == code)
			return true;
	return false;
}

void
report_pack(struct buf *out, const struct build_report *r,
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
		if (!is_news(g->code))
			diag_copy(&lasting, g);
	pack_diags(out, lasting.first, lasting.last);
	diags_free(&lasting);
}

bool
report_unpack(str packed, struct build_report *r, enum outcome *outcome,
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
