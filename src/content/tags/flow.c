/* SPDX-License-Identifier: MIT
 * flow: template tags that decide which of their text is shown.
 *
 * A condition about the site, the post and constants can be decided here. Of
 * any other the first branch is shown: to show all would mix texts that the
 * site never shows together, and to show none would lose text. */
#include "content/tags/flow.h"

#include "base/text/scan.h"
#include "content/tags/liquid.h"

enum flow_kind { KIND_IF, KIND_UNLESS, KIND_CASE, KIND_LOOP };

static const struct {
	str name;
	enum flow_kind kind;
} kinds[] = {
	{S_INIT("if"), KIND_IF},
	{S_INIT("ifchanged"), KIND_IF},
	{S_INIT("unless"), KIND_UNLESS},
	{S_INIT("case"), KIND_CASE},
	{S_INIT("switch"), KIND_CASE},
	{S_INIT("for"), KIND_LOOP},
	{S_INIT("tablerow"), KIND_LOOP},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static size_t
find_kind(str name)
{
	size_t i = 0;

	while (i < KINDS && !str_eq(name, kinds[i].name))
		i++;
	return i;
}

bool
flow_is(str name)
{
	return find_kind(name) < KINDS;
}

/* ---- conditions ---- */

enum truth { IS_FALSE, IS_TRUE, NOT_KNOWN };

static enum truth
truth_of(bool is)
{
	return is ? IS_TRUE : IS_FALSE;
}

/* A word, which may begin with a text in quotes. */
static str
take_word(str *rest)
{
	bool quoted;
	str before, inside;

	scan_blanks(rest);
	before = *rest;
	quoted = scan_peek(*rest) == '"' || scan_peek(*rest) == '\'';
	if (quoted && !scan_quoted(rest, '\0', &inside))
		scan_front(rest, rest->len);
	scan_word(rest);
	return scan_since(before, *rest);
}

static bool
read_word(struct body *b, str word, str *value)
{
	struct liquid_unknown unknown;

	if (str_eq(word, S("true")) || str_eq(word, S("false"))) {
		*value = word;
		return true;
	}
	return word.len && liquid_value(b, 0, word, value, &unknown);
}

static enum truth
compare(struct body *b, str left, str operator, str right)
{
	bool equal = str_eq(operator, S("=="));
	str a, c;

	if (!read_word(b, left, &a) || !read_word(b, right, &c))
		return NOT_KNOWN;
	if (str_eq(operator, S("contains")))
		return truth_of(str_find(a, c) != STR_NONE);
	if (equal || str_eq(operator, S("!=")) || str_eq(operator, S("<>")))
		return truth_of(str_eq(a, c) == equal);
	return NOT_KNOWN;
}

static enum truth
both(enum truth a, enum truth b)
{
	if (a == IS_FALSE || b == IS_FALSE)
		return IS_FALSE;
	return a == IS_TRUE && b == IS_TRUE ? IS_TRUE : NOT_KNOWN;
}

static enum truth
either(enum truth a, enum truth b)
{
	if (a == IS_TRUE || b == IS_TRUE)
		return IS_TRUE;
	return a == IS_FALSE && b == IS_FALSE ? IS_FALSE : NOT_KNOWN;
}

/* Liquid's `and` and `or` bind alike, from the right. */
static enum truth
test_condition(struct body *b, str condition)
{
	enum { MOST = 16 };
	enum truth found[MOST];
	bool is_and[MOST];
	size_t n = 0;
	str left = take_word(&condition), word, value;

	for (;; n++) {
		word = take_word(&condition);
		if (n + 1 == MOST)
			return NOT_KNOWN;
		if (word.len && !str_eq(word, S("and")) &&
		    !str_eq(word, S("or"))) {
			found[n] = compare(
			    b, left, word, take_word(&condition));
			word = take_word(&condition);
		} else
			found[n] = read_word(b, left, &value)
			    ? truth_of(!str_eq(value, S("false"))) : NOT_KNOWN;
		is_and[n] = str_eq(word, S("and"));
		if (word.len == 0)
			break;
		if (!is_and[n] && !str_eq(word, S("or")))
			return NOT_KNOWN;
		left = take_word(&condition);
	}
	for (; n > 0; n--)
		found[n - 1] = is_and[n - 1] ? both(found[n - 1], found[n])
		                             : either(found[n - 1], found[n]);
	return found[0];
}

/* Whether one of the values of a `when` is that of the `case`. */
static enum truth
test_when(struct body *b, str subject, str values)
{
	enum truth found = IS_FALSE;
	str word;

	while ((word = take_word(&values)).len) {
		if (str_ends(word, S(",")))
			word.len--;
		if (word.len && !str_eq(word, S("or")))
			found = either(found,
			    compare(b, subject, S("=="), word));
	}
	return found;
}

/* ---- branches ---- */

static bool
is_branch(const struct tag *t)
{
	return t->kind == TAG_OPEN && str_has_word(
	    S("else elsif elseif elif when default"), t->name, str_eq);
}

/* The next tag behind `from` that begins a branch of the tag that `partner`
 * closes; `partner` where there is none. Pairs in between are skipped. */
static size_t
next_branch(const struct tags *tags, size_t from, size_t partner)
{
	size_t i = from + 1;

	while (i < partner && !is_branch(&tags->list[i])) {
		const struct tag *t = &tags->list[i];

		i = t->kind == TAG_OPEN && t->partner != TAG_NO_PARTNER &&
		    t->partner < partner ? t->partner + 1 : i + 1;
	}
	return i < partner ? i : partner;
}

/* Whether the condition of a branch holds. */
static enum truth
test_branch(struct body *b, const struct tag *opener, enum flow_kind kind,
    const struct tag *branch)
{
	enum truth found;

	if (branch != opener && (str_eq(branch->name, S("else")) ||
	    str_eq(branch->name, S("default"))))
		return IS_TRUE;
	if (kind == KIND_CASE)
		return test_when(b, opener->args, branch->args);
	found = test_condition(b, branch->args);
	if (kind == KIND_UNLESS && branch == opener && found != NOT_KNOWN)
		found = truth_of(found == IS_FALSE);
	return found;
}

static struct flow
decide_loop(const struct tags *tags, size_t i)
{
	size_t end = next_branch(tags, i, tags->list[i].partner);
	struct flow f = {i, end, false};

	for (size_t k = i + 1; k < end; k++)
		if (tags->list[k].kind == TAG_OUTPUT)
			f.end = i;
	return f;
}

struct flow
flow_decide(struct body *b, const struct tags *tags, size_t i)
{
	const struct tag *opener = &tags->list[i];
	enum flow_kind kind = kinds[find_kind(opener->name)].kind;
	size_t at = i, last = opener->partner;

	if (kind == KIND_LOOP)
		return decide_loop(tags, i);
	if (kind == KIND_CASE)
		at = next_branch(tags, i, last);
	while (at < last) {
		size_t end = next_branch(tags, at, last);
		enum truth found =
		    test_branch(b, opener, kind, &tags->list[at]);

		/* The branches before this one are all false. */
		if (found != IS_FALSE)
			return (struct flow){at, end, found == IS_TRUE};
		at = end;
	}
	return (struct flow){i, i, true};
}
