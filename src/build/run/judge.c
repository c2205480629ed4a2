/* SPDX-License-Identifier: MIT
 * judge: whether a document keeps the rules of its format, before it is
 * published. */
#include "build/run/judge.h"

#include "base/data/pack.h"
#include "base/process/crew.h"
#include "base/web/url.h"
#include "build/codes/build_codes.h"
#include "build/codes/known_codes.h"
#include "post/post_lost.h"
#include "validate/reading/xml_reader.h"
#include "validate/tables/feed_rules.h"

/* A document with one error often has many more of the same kind. */
enum { MOST_REPORTED = 3 };

/* A search of a document for the entries that errors belong to. */
struct search {
	const struct shown *shown;
	str rest;       /* the lines below `line` */
	int line;       /* the last one that was searched */
	size_t entries; /* entries that begin at `line` or above */
};

/* The post whose entry contains a line of the document, or NULL. Errors come in
 * the order of their lines, so that one pass finds all posts. */
static const struct post *
post_at(struct search *s, int line)
{
	const struct shown *shown = s->shown;
	str opening = str_of(shown->format->entry_opening), text;

	while (s->line < line && str_split(&s->rest, '\n', &text)) {
		s->line++;
		s->entries += str_find(text, opening) != STR_NONE;
	}
	return s->entries && s->entries <= shown->n
	    ? shown->posts[s->entries - 1] : NULL;
}

/* Whether the error is accepted. An id that a post brought from another program
 * is kept to the byte, even if it is not an IRI: read.c has reported that,
 * and the author chose it. A site under test has addresses on localhost. */
static bool
is_tolerated(const struct post *p, const struct diag *error)
{
	return error->code == RULE_NOT_WEB_URL ||
	    (p && error->code == RULE_INVALID_URI && !url_is_iri(p->id));
}

/* Returns whether the diagnostic is an error. */
static bool
report_error(struct search *s, const struct diag *error, struct diags *diags)
{
	const struct post *p = post_at(s, error->at.line);
	str path = s->shown->path;
	struct source src = {p ? p->path : path, {0}};

	if (is_tolerated(p, error))
		return false;
	diag_add(diags, DIAG_FEED_INVALID, &src, (struct mark){0},
	    "%s%.*s in line %d would break a rule: %.*s [%s]",
	    p ? "its entry in " : "", STR_ARG(path), error->at.line,
	    STR_ARG(error->message), error->code->name);
	return true;
}

/* Judges a document in a process of the crew. `ctx` is its format. */
static void
judge_work(void *ctx, str bytes, struct buf *answer)
{
	const struct format *format = ctx;
	struct diags found = {0};

	format->judge(bytes, S("document"), &found);
	pack_uint(answer, xml_missing() != NULL);
	pack_diags(answer, found.first, found.last);
	diags_free(&found);
}

/* A document and the verdict. */
struct trial {
	const struct judge *judge;
	const struct shown *shown;
	str bytes;
	struct diags *diags;
	size_t errors;
	enum verdict verdict;
};

/* Reports that a document could not be judged; if it has only one entry, names
 * the post of that entry. */
static enum verdict
report_unjudged(struct trial *t, const struct crew_result *result)
{
	const struct shown *s = t->shown;
	const struct limits *limits = t->judge->limits;
	bool has_one = s->n == 1;
	struct source src = {has_one ? s->posts[0]->path : s->path, {0}};
	str what = has_one ? s->path : S("it");
	struct arena a = {0};

	if (has_one && !result->may_pass) {
		post_lost_report(result, limits, "judging", &src, t->diags);
		return VERDICT_LOST;
	}
	diag_add(t->diags, DIAG_FEED_UNJUDGED, &src, (struct mark){0},
	    "judging %s%.*s %s", has_one ? "its entry in " : "", STR_ARG(what),
	    post_lost_words(result, limits, &a).ptr);
	arena_free(&a);
	return VERDICT_NONE;
}

static void
take_verdict(void *ctx, size_t i, const struct crew_result *result)
{
	struct trial *t = ctx;
	struct search search = {.shown = t->shown, .rest = t->bytes};
	struct unpack u = {
		.rest = result->answer, .find_code = known_code_find};
	struct diags found = {0};

	(void)i;
	if (unpack_uint(&u))
		xml_set_missing();
	unpack_diags(&u, &found);
	if (result->end != CREW_ANSWERED || u.bad)
		t->verdict = report_unjudged(t, result);
	for (const struct diag *g = found.first;
	     g && t->errors < MOST_REPORTED; g = g->next)
		t->errors += report_error(&search, g, t->diags);
	if (t->errors)
		t->verdict = VERDICT_WRONG;
	diags_free(&found);
}

enum verdict
judge_document(const struct judge *j, const struct shown *s, str bytes,
    struct diags *diags)
{
	struct trial t = {.judge = j, .shown = s, .bytes = bytes,
		.diags = diags};
	struct crew_task task = {judge_work, (void *)s->format};

	if (s->format->judge == NULL)
		return VERDICT_RIGHT;
	crew_run(j->crew, j->thread, &task, &bytes, 1, take_verdict, &t);
	return t.verdict;
}
