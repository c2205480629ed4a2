/* SPDX-License-Identifier: MIT
 * judge: the rules of `feedmill validate`, over a feed's document before it
 * is published. */
#include "build/run/judge.h"

#include "base/web/url.h"
#include "build/codes/build_codes.h"
#include "validate/engine/validate.h"
#include "validate/tables/feed_rules.h"

/* More of them say nothing new. */
enum { MOST_REPORTED = 3 };

/* How far a document was gone through. */
struct walk {
	const struct feed *feed;
	const struct format *format;
	str rest;       /* what is below */
	int line;       /* the last one above */
	size_t entries; /* that begin above */
};

/* The post whose entry a line of the document belongs to, or NULL: what begins
 * an entry stands nowhere else, for in a text it would be escaped. Findings
 * come in the order of their lines. */
static const struct post *
post_at(struct walk *w, int line)
{
	str opening = str_of(w->format->entry_opening), text;

	while (w->line < line && str_split(&w->rest, '\n', &text)) {
		w->line++;
		w->entries += str_find(text, opening) != STR_NONE;
	}
	return w->entries && w->entries <= w->feed->count
	    ? w->feed->posts[w->entries - 1] : NULL;
}

/* An id that a post brought from another program is kept to the byte: that it
 * is no IRI was reported, and the author chose so. And a site that is tried out
 * is on localhost. */
static bool
is_kept(const struct post *p, const struct diag *found)
{
	return found->code == RULE_NOT_WEB_URL ||
	    (p && found->code == RULE_INVALID_URI && !url_is_iri(p->id));
}

static bool
report(struct walk *w, str path, const struct diag *found,
    struct diags *diags)
{
	const struct post *p = post_at(w, found->at.line);
	struct source src = {p ? p->path : path, {0}};

	if (is_kept(p, found))
		return false;
	diag_add(diags, DIAG_FEED_INVALID, &src, (struct mark){0},
	    "%s%.*s in line %d would break a rule: %.*s [%s]",
	    p ? "its entry in " : "", STR_ARG(path), found->at.line,
	    STR_ARG(found->message), found->code->name);
	return true;
}

bool
judge_document(const struct feed *f, const struct format *format, str path,
    str bytes, struct diags *diags)
{
	struct walk walk = {.feed = f, .format = format, .rest = bytes};
	struct validate_options o = {0};
	struct validate_result result;
	struct diags found = {0};
	size_t errors = 0;

	/* What is larger is not judged, as validate does not; nor is JSON
	 * that has too many values. */
	if (bytes.len > VALIDATE_MOST)
		return true;
	validate_document(bytes, path, &o, &result, &found);
	for (const struct diag *g = found.first;
	     g && errors < MOST_REPORTED; g = g->next)
		if (g->code->level == DIAG_ERROR &&
		    g->code != RULE_TOO_LARGE)
			errors += report(&walk, path, g, diags);
	diags_free(&found);
	return errors == 0;
}
