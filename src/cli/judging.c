/* SPDX-License-Identifier: MIT
 * judging: documents of validate, each judged within a budget of time and
 * memory. */
#include "cli/judging.h"

#include "base/core/mem.h"
#include "base/data/pack.h"
#include "base/process/crew_lost.h"
#include "build/codes/known_codes.h"
#include "cli/command.h"
#include "validate/reading/xml_reader.h"
#include "validate/tables/feed_rules.h"

struct judging {
	struct crew *crew;
	long seconds, megabytes;
	const diag_code *ignored;
	size_t n_ignored;
};

/* ---- in the process ---- */

/* The bytes of the document are the rest of the request. */
static void
pack_request(struct buf *out, str bytes, str name,
    const struct validate_options *o)
{
	pack_str(out, name);
	pack_int(out, o->now);
	pack_str(out, o->location);
	pack_str(out, o->final_location);
	pack_str(out, o->charset);
	pack_uint(out, o->may_be_other);
	buf_add(out, bytes);
}

static void
judge_work(void *ctx, str request, struct buf *answer)
{
	const struct judging *j = ctx;
	struct unpack u = {.rest = request};
	struct validate_options o = {
		.ignored = j->ignored, .n_ignored = j->n_ignored};
	struct validate_result result;
	struct diags found = {0};
	str name = unpack_str(&u);

	o.now = unpack_int(&u);
	o.location = unpack_str(&u);
	o.final_location = unpack_str(&u);
	o.charset = unpack_str(&u);
	o.may_be_other = unpack_uint(&u) != 0;
	pack_uint(answer,
	    validate_document(u.rest, name, &o, &result, &found));
	pack_str(answer, str_of(result.format ? result.format : ""));
	pack_uint(answer, result.entries);
	pack_diags(answer, found.first, found.last);
	diags_free(&found);
}

/* ---- in the program ---- */

struct judging *
judging_open(const struct options *o, size_t threads)
{
	struct judging *j = mem_alloc(sizeof *j);

	*j = (struct judging){
		.seconds = o->max_seconds ? o->max_seconds : JUDGING_SECONDS,
		.megabytes = o->max_memory ? o->max_memory : JUDGING_MEGABYTES,
		.ignored = o->ignored, .n_ignored = o->n_ignored};
	xml_load();
	j->crew = crew_open(&(struct crew_limits){
		.threads = threads,
		.in_process = !command_is_isolated(),
		.milliseconds = (unsigned)j->seconds * 1000,
		.memory = (size_t)j->megabytes << 20,
	});
	crew_renew(j->crew, threads);
	return j;
}

void
judging_close(struct judging *j)
{
	crew_close(j->crew);
	mem_free(j);
}

/* A document that is judged, and what comes of it. */
struct trial {
	const struct judging *judging;
	str name;
	const struct validate_options *options;
	struct validate_result *result;
	struct diags *diags;
	bool is_judged;
};

/* Reports why there is no verdict. */
static void
report_lost(const struct trial *t, const struct crew_result *r)
{
	const struct crew_budget budget = {t->judging->seconds,
		t->judging->megabytes, "--max-seconds", "--max-memory"};
	bool is_costly = r->end == CREW_TIME || r->end == CREW_MEMORY;
	struct arena a = {0};

	validate_report(t->options, t->name, t->diags,
	    is_costly ? RULE_TOO_COSTLY : RULE_JUDGE_CRASHED, "judging it %s",
	    crew_lost_words(r, &budget, &a).ptr);
	arena_free(&a);
}

static void
take_verdict(void *ctx, size_t i, const struct crew_result *r)
{
	struct trial *t = ctx;
	struct unpack u = {.rest = r->answer, .find_code = known_code_find};
	bool is_judged = unpack_uint(&u) != 0;
	str format = unpack_str(&u);

	(void)i;
	*t->result = (struct validate_result){0};
	t->result->entries = unpack_size(&u, SIZE_MAX);
	if (r->end == CREW_ANSWERED)
		unpack_diags(&u, t->diags);
	if (r->end != CREW_ANSWERED || u.bad) {
		report_lost(t, r);
		return;
	}
	t->is_judged = is_judged;
	if (format.len)
		t->result->format = arena_cstr(&t->diags->arena, format);
}

bool
judging_do(void *judging, size_t thread, str bytes, str name,
    const struct validate_options *o, struct validate_result *result,
    struct diags *diags)
{
	struct judging *j = judging;
	struct trial t = {.judging = j, .name = name, .options = o,
		.result = result, .diags = diags, .is_judged = true};
	struct crew_task task = {judge_work, j};
	struct buf packed = {0};
	str request;

	pack_request(&packed, bytes, name, o);
	request = buf_str(&packed);
	crew_run(j->crew, thread, &task, &request, 1, take_verdict, &t);
	buf_free(&packed);
	return t.is_judged;
}
