/* SPDX-License-Identifier: MIT
 * query_match: evaluates the queries for a post.
 *
 * A term holds if one of the values of its key passes. `!=` negates `=`: it
 * holds if no value is equal. */
#include "post/query/query_tree.h"

#include <limits.h>

#include "base/core/file.h"
#include "base/text/glob.h"
#include "base/text/slug.h"
#include "post/read/field.h"
#include "post/read/reading.h"
#include "post/read/terms.h"

struct matcher {
	struct reading *reading;
	const struct query_node *node; /* the term being evaluated */
	bool passed;                   /* one of its values passed */
};

/* ---- one value ---- */

/* Whether a comparison with this sign passes. QUERY_NE is evaluated as QUERY_EQ
 * and negated by term_holds. */
static bool
is_wanted(enum query_op op, int sign)
{
	static const struct {
		bool less, equal, greater;
	} wanted[] = {
		[QUERY_HAS] = {.equal = true},
		[QUERY_EXISTS] = {true, true, true},
		[QUERY_EQ] = {.equal = true},
		[QUERY_NE] = {.equal = true},
		[QUERY_LT] = {.less = true},
		[QUERY_LE] = {.less = true, .equal = true},
		[QUERY_GT] = {.greater = true},
		[QUERY_GE] = {.greater = true, .equal = true},
	};

	return sign < 0 ? wanted[op].less
	    : sign > 0 ? wanted[op].greater : wanted[op].equal;
}

static int
sign_of(int n)
{
	return (n > 0) - (n < 0);
}

/* The digits before and after the point, without leading and trailing
 * zeros. */
static void
split_number(str s, bool *minus, str *whole, str *part)
{
	*minus = str_starts(s, S("-"));
	if (*minus || str_starts(s, S("+")))
		s = str_from(s, 1);
	*part = (str){0};
	if (str_chr(s, '.') != STR_NONE)
		*part = str_from(s, str_chr(s, '.') + 1);
	*whole = str_sub(s, 0, str_chr(s, '.'));
	while (str_starts(*whole, S("0")))
		*whole = str_from(*whole, 1);
	while (str_ends(*part, S("0")))
		part->len--;
	if (whole->len == 0 && part->len == 0)
		*minus = false;
}

/* Compares digits, not doubles: numbers may have any length. */
static int
compare_numbers(str a, str b)
{
	bool minus_a, minus_b;
	str whole_a, whole_b, part_a, part_b;
	int sign;

	split_number(a, &minus_a, &whole_a, &part_a);
	split_number(b, &minus_b, &whole_b, &part_b);
	if (minus_a != minus_b)
		return minus_a ? -1 : 1;
	if (whole_a.len != whole_b.len)
		sign = whole_a.len < whole_b.len ? -1 : 1;
	else if (!str_eq(whole_a, whole_b))
		sign = str_cmp(whole_a, whole_b);
	else
		sign = str_cmp(part_a, part_b);
	return minus_a ? -sign_of(sign) : sign_of(sign);
}

static void
try_instant(struct matcher *m, instant t)
{
	const struct query_node *n = m->node;
	int sign = t < n->from ? -1 : t >= n->to ? 1 : 0;

	m->passed |= is_wanted(n->op, sign);
}

static int
compare_folded(const struct query_node *n, str text)
{
	struct buf b = {0};
	int sign;

	slug_fold(&b, text);
	sign = sign_of(str_cmp(buf_str(&b), n->folded));
	buf_free(&b);
	return sign;
}

/* Compares as numbers or dates if both sides are such. */
static void
try_text(struct matcher *m, str text)
{
	const struct query_node *n = m->node;
	struct datetime d;
	str why;

	if (m->passed)
		return;
	if (n->op == QUERY_EXISTS || str_eq(text, n->value))
		m->passed = is_wanted(n->op, 0);
	else if (n->op == QUERY_HAS)
		m->passed = compare_folded(n, text) == 0;
	else if (query_is_number(n->value) && query_is_number(text))
		m->passed = is_wanted(n->op, compare_numbers(text, n->value));
	else if (n->is_date &&
	    datetime_parse(text, &d, m->reading->scratch, &why))
		try_instant(m, reading_instant(m->reading, d));
	else
		m->passed = is_wanted(n->op, compare_folded(n, text));
}

/* ---- the values of a key ---- */

static void
try_value(struct matcher *m, const struct value *v)
{
	if (value_is_null(v))
		return;
	if (v->kind == VALUE_SCALAR)
		try_text(m, v->text);
	else if (m->node->op == QUERY_EXISTS)
		m->passed = true;
	else if (v->kind == VALUE_LIST)
		for (const struct value *i = v->first; i; i = i->next)
			try_value(m, i);
}

static void
try_front(struct matcher *m)
{
	try_value(m, field_find_path(m->reading->front, m->node->name));
}

/* The terms of a taxonomy without feeds. Cached, so that an error in them is
 * reported once. */
static struct strs
find_terms(struct reading *j, str name)
{
	struct asked_terms *asked = j->asked;

	while (asked && !str_eq(asked->name, name))
		asked = asked->next;
	if (asked)
		return asked->terms;
	asked = arena_alloc(j->scratch, sizeof *asked);
	*asked = (struct asked_terms){
	    name, terms_without_feeds(j, name), j->asked};
	j->asked = asked;
	return asked->terms;
}

static void
try_terms(struct matcher *m)
{
	const struct taxonomy *t = m->node->taxonomy;
	const struct post *p = m->reading->post;
	struct strs terms = {0};

	for (size_t i = 0; t && i < p->n_labels; i++)
		if (p->labels[i]->taxonomy == t)
			try_text(m, p->labels[i]->text);
	if (t == NULL)
		terms = find_terms(m->reading, m->node->name);
	for (size_t i = 0; i < terms.count; i++)
		try_text(m, terms.at[i]);
}

/* A post without authors has the site's. */
static void
try_authors(struct matcher *m)
{
	const struct post *p = m->reading->post;
	const struct person *site = &m->reading->config->site.author;

	for (size_t i = 0; i < p->matter->n_authors; i++)
		try_text(m, p->matter->authors[i].name);
	if (p->matter->n_authors == 0 && site->name.len)
		try_text(m, site->name);
}

static void
try_section(struct matcher *m)
{
	str rest = m->reading->matter->sections, part;

	if (str_split(&rest, '/', &part) && part.len)
		try_text(m, part);
}

static void
try_sections(struct matcher *m)
{
	str rest = m->reading->matter->sections, part;

	while (str_split(&rest, '/', &part))
		if (part.len)
			try_text(m, part);
}

static void
try_pattern(struct matcher *m, str path)
{
	m->passed |= m->node->op == QUERY_EXISTS ||
	    glob_match(m->node->value, path);
}

static void
try_path(struct matcher *m)
{
	try_pattern(m, post_walk_below(m->reading->file));
}

/* The folder of the file, and those above it. */
static void
try_folder(struct matcher *m)
{
	str dir = path_dir(post_walk_below(m->reading->file));

	for (; dir.len; dir = path_dir(dir))
		try_pattern(m, dir);
}

/* "en" matches "en-GB": RFC 4647, section 3.3.1. */
static void
try_language(struct matcher *m)
{
	str tag = m->reading->matter->language;
	size_t len = m->node->value.len;

	try_text(m, tag);
	if (m->node->op == QUERY_HAS && len < tag.len && tag.ptr[len] == '-')
		try_text(m, str_sub(tag, 0, len));
}

static void
try_date(struct matcher *m)
{
	const struct post *p = m->reading->post;

	if (p->skip != SKIP_UNDATED)
		try_instant(m, p->published);
}

static void
try_updated(struct matcher *m)
{
	const struct post *p = m->reading->post;

	if (p->skip != SKIP_UNDATED)
		try_instant(m, p->updated);
}

static void
try_title(struct matcher *m)
{
	try_text(m, m->reading->matter->title);
}

static void
try_draft(struct matcher *m)
{
	m->passed = m->node->op == QUERY_EXISTS ||
	    m->reading->matter->draft == m->node->flag;
}

static void
try_collection(struct matcher *m)
{
	try_text(m, m->reading->parts.collection);
}

static void (*const sources[])(struct matcher *m) = {
	[QUERY_FRONT] = try_front,
	[QUERY_TERMS] = try_terms,
	[QUERY_AUTHORS] = try_authors,
	[QUERY_SECTION] = try_section,
	[QUERY_SECTIONS] = try_sections,
	[QUERY_FOLDER] = try_folder,
	[QUERY_PATH] = try_path,
	[QUERY_LANGUAGE] = try_language,
	[QUERY_DATE] = try_date,
	[QUERY_UPDATED] = try_updated,
	[QUERY_TITLE] = try_title,
	[QUERY_DRAFT] = try_draft,
	[QUERY_COLLECTION] = try_collection,
};

/* ---- the tree ---- */

static bool holds(struct reading *j, const struct query_node *n);

static bool
term_holds(struct reading *j, const struct query_node *n)
{
	struct matcher m = {j, n, false};

	sources[n->source](&m);
	return m.passed != (n->op == QUERY_NE);
}

static bool
all_hold(struct reading *j, const struct query_node *n)
{
	for (; n; n = n->next)
		if (!holds(j, n))
			return false;
	return true;
}

static bool
any_holds(struct reading *j, const struct query_node *n)
{
	for (; n; n = n->next)
		if (holds(j, n))
			return true;
	return false;
}

static bool
none_holds(struct reading *j, const struct query_node *n)
{
	return !any_holds(j, n);
}

static bool
holds(struct reading *j, const struct query_node *n)
{
	static bool (*const joins[])(struct reading *,
	    const struct query_node *) = {
		[QUERY_ALL] = all_hold,
		[QUERY_ANY] = any_holds,
		[QUERY_NOT] = none_holds,
	};

	return n->kind == QUERY_TERM ? term_holds(j, n)
	                             : joins[n->kind](j, n->first);
}

bool
read_matches(struct reading *j)
{
	const struct query_set *set = j->reader->queries;
	size_t errors = j->diags->counts[DIAG_ERROR];
	unsigned char *bits;

	if (set == NULL || set->count == 0)
		return true;
	bits = arena_alloc(j->arena, set->count / CHAR_BIT + 1);
	for (size_t i = 0; i < set->count; i++)
		if (holds(j, set->roots[i]))
			bits[i / CHAR_BIT] |=
			    (unsigned char)(1U << i % CHAR_BIT);
	j->post->matches = bits;
	return j->diags->counts[DIAG_ERROR] == errors;
}

bool
query_holds(const struct where *w, const struct post *p)
{
	if (w == NULL)
		return true;
	return p->matches &&
	    p->matches[w->index / CHAR_BIT] >> w->index % CHAR_BIT & 1;
}
