/* SPDX-License-Identifier: MIT
 * judge: whether a document keeps the rules of its format, before it is
 * published. */
#include "build/run/judge.h"

#include "base/web/url.h"
#include "build/codes/build_codes.h"
#include "validate/tables/feed_rules.h"

/* A document with one error often has many more of the same kind. */
enum { MOST_REPORTED = 3 };

/* A search of a document for the entries that errors belong to. */
struct search {
	const struct feed *feed;
	const struct format *format;
	str rest;       /* the lines below `line` */
	int line;       /* the last one that was searched */
	size_t entries; /* entries that begin at `line` or above */
};

/* The post whose entry contains a line of the document, or NULL. Errors come in
 * the order of their lines, so that one pass finds all posts. */
static const struct post *
post_at(struct search *s, int line)
{
	str opening = str_of(s->format->entry_opening), text;

	while (s->line < line && str_split(&s->rest, '\n', &text)) {
		s->line++;
		s->entries += str_find(text, opening) != STR_NONE;
	}
	return s->entries && s->entries <= s->feed->count
	    ? s->feed->posts[s->entries - 1] : NULL;
}

/* Whether the error is accepted. An id that a post brought from another program
 * is kept to the byte, even if it is no IRI: reading the post has reported it,
 * and the author chose it. A site under test has addresses on localhost. */
static bool
is_tolerated(const struct post *p, const struct diag *error)
{
	return error->code == RULE_NOT_WEB_URL ||
	    (p && error->code == RULE_INVALID_URI && !url_is_iri(p->id));
}

/* Returns whether the diagnostic is an error. */
static bool
report_error(struct search *s, str path, const struct diag *error,
    struct diags *diags)
{
	const struct post *p = post_at(s, error->at.line);
	struct source src = {p ? p->path : path, {0}};

	if (is_tolerated(p, error))
		return false;
	diag_add(diags, DIAG_FEED_INVALID, &src, (struct mark){0},
	    "%s%.*s in line %d would break a rule: %.*s [%s]",
	    p ? "its entry in " : "", STR_ARG(path), error->at.line,
	    STR_ARG(error->message), error->code->name);
	return true;
}

bool
judge_document(const struct feed *f, const struct format *format, str path,
    str bytes, struct diags *diags)
{
	struct search search = {.feed = f, .format = format, .rest = bytes};
	struct diags found = {0};
	size_t errors = 0;

	if (format->judge == NULL)
		return true;
	format->judge(bytes, path, &found);
	for (const struct diag *g = found.first;
	     g && errors < MOST_REPORTED; g = g->next)
		errors += report_error(&search, path, g, diags);
	diags_free(&found);
	return errors == 0;
}
