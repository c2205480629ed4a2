/* SPDX-License-Identifier: MIT
 * read_left: says why a post that was published is not any more. */
#include "post/read/choose.h"
#include "post/read/field.h"
#include "post/read/reading.h"

/* ---- a date under another name ---- */

static bool
is_date(struct reading *j, const struct value *v)
{
	struct datetime d;
	str why;

	return v->kind == VALUE_SCALAR &&
	    datetime_parse(v->text, &d, j->scratch, &why);
}

/* Finds a key with a date that may be meant as the date of the post: first one
 * that is spelt nearly as it, then one that is no other field. */
static const struct value *
find_misnamed_date(struct reading *j, const char **near)
{
	const struct value *other = NULL;

	*near = NULL;
	for (const struct value *v = j->front->first; v; v = v->next) {
		if (!is_date(j, v))
			continue;
		*near = field_nearest(FIELD_DATE, v->key);
		if (*near)
			return v;
		if (other == NULL && !field_is_known(v->key))
			other = v;
	}
	return other;
}

static void
report_undated(struct reading *j)
{
	const struct leaving *l = j->reader->leaving;
	const char *near;
	const struct value *v = find_misnamed_date(j, &near);

	if (j->no_post)
		value_diag(l->diags, l->code, j->src, NULL,
		    "leaves %.*s: %s", STR_ARG(l->from), j->no_post);
	else if (near)
		value_diag(l->diags, l->code, j->src, v, "leaves %.*s: it has "
		    "no date, is '%.*s' meant to be '%s'?", STR_ARG(l->from),
		    STR_ARG(v->key), near);
	else if (v)
		value_diag(l->diags, l->code, j->src, v, "leaves %.*s: it has "
		    "no date, is '%.*s' meant to be 'date'?",
		    STR_ARG(l->from), STR_ARG(v->key));
	else
		value_diag(l->diags, l->code, j->src, NULL,
		    "leaves %.*s: it has no date", STR_ARG(l->from));
}

/* ---- other reasons ---- */

/* Reasons that no value of the front matter gives, and what follows a value
 * that does. */
static const struct {
	const char *without, *after;
} words[SKIP_COUNT] = {
	[SKIP_DRAFT] = {"its folder is one of drafts", ""},
	[SKIP_HIDDEN] = {"it is the page of a section", ""},
	[SKIP_EXPIRED] = {"", ", which is in the past"},
	[SKIP_FUTURE] = {"its date is in the future",
		", which is in the future"},
};

static void
report_value(struct reading *j, const struct value *v)
{
	const struct leaving *l = j->reader->leaving;
	enum skip why = j->post->skip;

	if (v == NULL)
		value_diag(l->diags, l->code, j->src, v, "leaves %.*s: %s",
		    STR_ARG(l->from), j->lacks_title && why == SKIP_HIDDEN
		    ? "it has no title" : words[why].without);
	else if (j->is_locked && why == SKIP_HIDDEN)
		value_diag(l->diags, l->code, j->src, NULL,
		    "leaves %.*s: '%.*s' locks the post on the site",
		    STR_ARG(l->from), STR_ARG(v->key));
	else
		value_diag(l->diags, l->code, j->src, v,
		    "leaves %.*s: '%.*s' is %s%.*s%s%s", STR_ARG(l->from),
		    STR_ARG(v->key), v->kind == VALUE_SCALAR ? "'" : "",
		    STR_ARG(v->kind == VALUE_SCALAR ? v->text
		    : str_of(value_kind_name(v))),
		    v->kind == VALUE_SCALAR ? "'" : "", words[why].after);
}

static void
report_where(struct reading *j, const struct value *wanted)
{
	const struct leaving *l = j->reader->leaving;
	const struct value *v = field_find_path(j->front, wanted->key);

	value_diag(l->diags, l->code, j->src, v,
	    "leaves %.*s: posts.where leaves it out by '%.*s'",
	    STR_ARG(l->from), STR_ARG(wanted->key));
}

void
read_left(struct reading *j)
{
	const struct value *wanted = choose_differs(j->config, j->front);

	if (wanted)
		report_where(j, wanted);
	else if (j->post->skip == SKIP_UNDATED)
		report_undated(j);
	else
		report_value(j, j->because[j->post->skip]);
}
