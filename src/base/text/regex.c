/* SPDX-License-Identifier: MIT
 * regex: regular expressions in the syntax of Python.
 *
 * A pattern is compiled to steps. A fork tries its first way before its second
 * one. Jumps are relative, so that a run of steps can be moved behind an
 * inserted fork, and copied for {2,3}. */
#include "base/text/regex.h"

#include <stdint.h>
#include <string.h>

#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "base/text/scan.h"

enum { MOST_PATTERN = 1000, MOST_STEPS = 500, MOST_TEXT = 1024,
	MOST_DEPTH = 50, MOST_TIMES = 100, MOST_WAYS = 100000, ENDLESS = -1 };

enum step_kind {
	STEP_RUNE,  /* this character */
	STEP_ANY,   /* any character but a line feed */
	STEP_SET,   /* one of a set */
	STEP_FORK,  /* goes to `a`, else to `b` */
	STEP_JUMP,  /* goes to `a` */
	STEP_SAVE,  /* saves the position as start or end of group `a` / 2 */
	STEP_START, STEP_END, STEP_EDGE, STEP_INSIDE, /* ^ $ \b \B */
	STEP_FOUND,
};

struct regex_step {
	enum step_kind kind;
	uint32_t rune;
	str set;  /* between the brackets, or an escape: "\d" */
	int a, b; /* see step_kind; jumps are relative to this step */
};

struct compiler {
	struct arena *arena;
	str rest;
	struct regex_step *steps;
	size_t count;
	struct regex *re;
	int depth;
	str *why;
};

#define FAIL(c, ...) (*(c)->why = arena_printf((c)->arena, __VA_ARGS__), false)

/* ---- compiling ---- */

static bool
add_step(struct compiler *c, struct regex_step step)
{
	if (c->count == MOST_STEPS)
		return FAIL(c, "is too long");
	c->steps[c->count++] = step;
	return true;
}

/* Inserts a fork before the steps from `at` on. */
static bool
insert_fork(struct compiler *c, size_t at, int first, int second)
{
	if (!add_step(c, (struct regex_step){0}))
		return false;
	memmove(c->steps + at + 1, c->steps + at,
	    (c->count - 1 - at) * sizeof *c->steps);
	c->steps[at] = (struct regex_step){STEP_FORK, 0, {0}, first, second};
	return true;
}

static bool parse_choice(struct compiler *c);

static bool
is_name_char(char ch)
{
	return char_is_alnum(ch) || ch == '_';
}

static bool
parse_group(struct compiler *c)
{
	size_t group = 0;
	bool saves = true;

	if (scan_text(&c->rest, S("?:")))
		saves = false;
	else {
		if (c->re->groups == REGEX_GROUPS)
			return FAIL(c, "has more than %d groups",
			    REGEX_GROUPS);
		group = c->re->groups++;
		if (scan_text(&c->rest, S("?P<"))) {
			c->re->names[group] = scan_while(&c->rest,
			    is_name_char);
			if (c->re->names[group].len == 0 ||
			    !scan_char(&c->rest, '>'))
				return FAIL(c, "has a group whose name is "
				    "not closed");
		} else if (scan_peek(c->rest) == '?')
			return FAIL(c, "has a group that begins with '%.*s'",
			    STR_ARG(str_sub(c->rest, 0, 2)));
	}
	if (saves && !add_step(c, (struct regex_step){STEP_SAVE, 0, {0},
	    (int)(2 * group), 0}))
		return false;
	if (!parse_choice(c))
		return false;
	if (!scan_char(&c->rest, ')'))
		return FAIL(c, "has a '(' that is not closed");
	return !saves || add_step(c, (struct regex_step){STEP_SAVE, 0, {0},
	    (int)(2 * group + 1), 0});
}

/* Parses "[^a-z]" after the '['. A ']' at the start belongs to the set. */
static bool
parse_set(struct compiler *c)
{
	str before = c->rest, set;

	scan_char(&c->rest, '^');
	scan_char(&c->rest, ']');
	while (c->rest.len && scan_peek(c->rest) != ']')
		scan_front(&c->rest, scan_peek(c->rest) == '\\' ? 2 : 1);
	set = scan_since(before, c->rest);
	if (!scan_char(&c->rest, ']'))
		return FAIL(c, "has a '[' that is not closed");
	return add_step(c, (struct regex_step){.kind = STEP_SET, .set = set});
}

static bool
parse_escape(struct compiler *c)
{
	str before = c->rest;
	struct regex_step step = {.kind = STEP_SET};
	char ch;

	if (c->rest.len < 2)
		return FAIL(c, "ends in a '\\'");
	ch = c->rest.ptr[1];
	scan_front(&c->rest, 2);
	step.set = scan_since(before, c->rest);
	if (char_is_one_of(ch, "bBAZ"))
		step.kind = ch == 'b' ? STEP_EDGE : ch == 'B' ? STEP_INSIDE
		    : ch == 'A' ? STEP_START : STEP_END;
	else if (char_is_digit(ch))
		return FAIL(c, "refers to a group by '%.*s'",
		    STR_ARG(step.set));
	else if (!char_is_one_of(ch, "dDsSwW")) {
		if (char_is_alpha(ch) && !char_is_one_of(ch, "nrt"))
			return FAIL(c, "has the unknown escape '%.*s'",
			    STR_ARG(step.set));
		step.kind = STEP_RUNE;
		step.rune = ch == 'n' ? '\n' : ch == 'r' ? '\r'
		    : ch == 't' ? '\t' : (unsigned char)ch;
	}
	return add_step(c, step);
}

static bool
parse_atom(struct compiler *c)
{
	if (scan_char(&c->rest, '('))
		return parse_group(c);
	if (scan_char(&c->rest, '['))
		return parse_set(c);
	if (scan_char(&c->rest, '.'))
		return add_step(c, (struct regex_step){.kind = STEP_ANY});
	if (scan_char(&c->rest, '^'))
		return add_step(c, (struct regex_step){.kind = STEP_START});
	if (scan_char(&c->rest, '$'))
		return add_step(c, (struct regex_step){.kind = STEP_END});
	if (scan_peek(c->rest) == '\\')
		return parse_escape(c);
	if (char_is_one_of(scan_peek(c->rest), "*+?"))
		return FAIL(c, "has nothing before '%c'", scan_peek(c->rest));
	return add_step(c, (struct regex_step){.kind = STEP_RUNE,
		.rune = utf8_next(&c->rest)});
}

/* Reads "{2}", "{2,}", "{,3}" or "{2,3}". False: the brace is an ordinary
 * character. */
static bool
take_counts(struct compiler *c, int *least, int *most)
{
	str s = c->rest;
	struct scan_number n, m;

	if (!scan_char(&s, '{'))
		return false;
	n = scan_number(&s);
	*least = *most = n.value;
	if (scan_char(&s, ',')) {
		m = scan_number(&s);
		*most = m.digits ? m.value : ENDLESS;
		n.digits += m.digits;
	}
	if (n.digits == 0 || !scan_char(&s, '}'))
		return false;
	c->rest = s;
	return true;
}

static bool
take_times(struct compiler *c, int *least, int *most)
{
	char ch = scan_any(&c->rest, "*+?");

	if (ch == '\0')
		return take_counts(c, least, most);
	*least = ch == '+';
	*most = ch == '?' ? 1 : ENDLESS;
	return true;
}

static bool
copy_steps(struct compiler *c, const struct regex_step *atom, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!add_step(c, atom[i]))
			return false;
	return true;
}

/* Repeats the atom, the steps from `at` on, `least` to `most` times. */
static bool
repeat_atom(struct compiler *c, size_t at, int least, int most, bool lazy)
{
	size_t n = c->count - at;
	int skip = (int)n + 1 + (most == ENDLESS);
	struct regex_step *atom = arena_array(c->arena, n, sizeof *atom);

	if (least > MOST_TIMES || most > MOST_TIMES ||
	    (most != ENDLESS && most < least))
		return FAIL(c, "has something %d to %d times", least, most);
	memcpy(atom, c->steps + at, n * sizeof *atom);
	c->count = at;
	for (int i = 0; i < least; i++)
		if (!copy_steps(c, atom, n))
			return false;
	/* Each optional copy gets a fork that skips it; ENDLESS is one loop. */
	for (int i = least; i < most || (most == ENDLESS && i == least);
	     i++) {
		size_t here = c->count;

		if (!copy_steps(c, atom, n) ||
		    (most == ENDLESS && !add_step(c, (struct regex_step){
		    STEP_JUMP, 0, {0}, -(int)n - 1, 0})) ||
		    !insert_fork(c, here, lazy ? skip : 1, lazy ? 1 : skip))
			return false;
	}
	return true;
}

static bool
parse_run(struct compiler *c)
{
	while (c->rest.len && !char_is_one_of(scan_peek(c->rest), "|)")) {
		size_t at = c->count;
		int least, most;

		if (!parse_atom(c))
			return false;
		if (take_times(c, &least, &most) && !repeat_atom(c, at, least,
		    most, scan_char(&c->rest, '?')))
			return false;
		if (char_is_one_of(scan_peek(c->rest), "*+?"))
			return FAIL(c, "repeats a repetition");
	}
	return true;
}

/* "a|b" becomes a fork to both, and a jump from the end of a over b. */
static bool
parse_choice(struct compiler *c)
{
	size_t at = c->count, jump;

	if (++c->depth > MOST_DEPTH)
		return FAIL(c, "is nested too deeply");
	if (!parse_run(c))
		return false;
	if (scan_char(&c->rest, '|')) {
		if (!insert_fork(c, at, 1, (int)(c->count - at) + 2))
			return false;
		jump = c->count;
		if (!add_step(c, (struct regex_step){.kind = STEP_JUMP}) ||
		    !parse_choice(c))
			return false;
		c->steps[jump].a = (int)(c->count - jump);
	}
	c->depth--;
	return true;
}

bool
regex_compile(struct regex *re, str pattern, struct arena *a, str *why)
{
	struct compiler c = {.arena = a, .rest = pattern, .re = re,
		.why = why};

	*re = (struct regex){0};
	/* Each step of a match looks through a set, which can be long. */
	if (pattern.len > MOST_PATTERN)
		return FAIL(&c, "has more than 1000 bytes");
	c.steps = arena_array(a, MOST_STEPS, sizeof *c.steps);
	if (!parse_choice(&c))
		return false;
	if (c.rest.len)
		return FAIL(&c, "has a ')' that no '(' opens");
	if (!add_step(&c, (struct regex_step){.kind = STEP_FOUND}))
		return false;
	re->steps = c.steps;
	re->count = c.count;
	return true;
}

/* ---- matching ---- */

static bool
is_word(uint32_t r)
{
	return r == '_' || unicode_is_word(r);
}

/* Whether a character is of the class \d, \s or \w, or \D, \S or \W. */
static bool
is_class(char class, uint32_t r)
{
	char lower = char_lower(class);
	bool in = lower == 'd' ? r >= '0' && r <= '9'
	    : lower == 's' ? unicode_is_space(r) : is_word(r);

	return in == (class == lower);
}

static uint32_t
set_rune(str *set)
{
	uint32_t r = utf8_next(set);

	if (r != '\\' || set->len == 0)
		return r;
	r = utf8_next(set);
	return r == 'n' ? '\n' : r == 't' ? '\t' : r == 'r' ? '\r' : r;
}

static bool
is_in_set(str set, uint32_t r)
{
	bool negated, in = false;

	if (set.len == 2 && set.ptr[0] == '\\' &&
	    char_is_one_of(set.ptr[1], "dDsSwW"))
		return is_class(set.ptr[1], r);
	negated = scan_char(&set, '^');
	while (set.len) {
		uint32_t from, to;

		if (set.len > 1 && set.ptr[0] == '\\' &&
		    char_is_one_of(set.ptr[1], "dDsSwW")) {
			in |= is_class(set.ptr[1], r);
			scan_front(&set, 2);
			continue;
		}
		from = to = set_rune(&set);
		if (set.len > 1 && scan_char(&set, '-'))
			to = set_rune(&set);
		in |= r >= from && r <= to;
	}
	return in != negated;
}

/* A way to try: a step, a position in the text, and the groups so far. */
struct way {
	size_t step, at;
	size_t saved[2 * REGEX_GROUPS]; /* position + 1; 0: none */
};

struct matcher {
	const struct regex *re;
	str text;
	struct way *ways; /* to try later; the last one first */
	size_t count, cap;
	unsigned char *seen; /* a bit for each step and position */
	struct arena arena;
};

static bool
is_new(struct matcher *m, size_t step, size_t at)
{
	size_t bit = step * (m->text.len + 1) + at;
	bool seen = m->seen[bit / 8] & 1 << bit % 8;

	m->seen[bit / 8] |= (unsigned char)(1 << bit % 8);
	return !seen;
}

static void
add_way(struct matcher *m, const struct way *from, int step)
{
	m->ways = arena_grow(&m->arena, m->ways, m->count, &m->cap,
	    sizeof *m->ways);
	m->ways[m->count] = *from;
	m->ways[m->count].step += (size_t)step;
	m->count++;
}

/* Whether a position is the edge of a word. */
static bool
is_edge(str text, size_t at)
{
	size_t from = at;
	str before, behind = str_from(text, at);

	while (from && ((unsigned char)text.ptr[--from] & 0xC0) == 0x80)
		continue;
	before = str_sub(text, from, at - from);
	return (before.len && is_word(utf8_next(&before))) !=
	    (behind.len && is_word(utf8_next(&behind)));
}

/* Whether a step that consumes no character (^ $ \b \B) is true here. */
static bool
holds_here(const struct matcher *m, enum step_kind kind, size_t at)
{
	if (kind == STEP_START)
		return at == 0;
	if (kind == STEP_END)
		return at == m->text.len;
	return is_edge(m->text, at) == (kind == STEP_EDGE);
}

static bool
takes(const struct regex_step *s, uint32_t r)
{
	return s->kind == STEP_ANY ? r != '\n'
	    : s->kind == STEP_RUNE ? r == s->rune : is_in_set(s->set, r);
}

/* Follows a way as far as it goes. True: the whole pattern matches. */
static bool
follow_way(struct matcher *m, struct way *w)
{
	while (is_new(m, w->step, w->at)) {
		const struct regex_step *s = &m->re->steps[w->step];
		str rest = str_from(m->text, w->at);

		if (s->kind == STEP_FOUND)
			return true;
		if (s->kind == STEP_FORK) {
			add_way(m, w, s->b);
			w->step += (size_t)s->a;
			continue;
		}
		if (s->kind == STEP_JUMP) {
			w->step += (size_t)s->a;
			continue;
		}
		if (s->kind == STEP_SAVE)
			w->saved[s->a] = w->at + 1;
		else if (s->kind >= STEP_START) {
			if (!holds_here(m, s->kind, w->at))
				return false;
		} else {
			if (rest.len == 0 || !takes(s, utf8_next(&rest)))
				return false;
			w->at = m->text.len - rest.len;
		}
		w->step++;
	}
	return false;
}

bool
regex_match(const struct regex *re, str text, str groups[REGEX_GROUPS])
{
	struct matcher m = {.re = re, .text = text};
	struct way way = {0};
	bool found = false;

	memset(groups, 0, REGEX_GROUPS * sizeof *groups);
	if (text.len > MOST_TEXT)
		return false;
	m.seen = arena_alloc(&m.arena, re->count * (text.len + 1) / 8 + 1);
	add_way(&m, &way, 0);
	while (!found && m.count && m.count < MOST_WAYS) {
		way = m.ways[--m.count];
		found = follow_way(&m, &way);
	}
	for (size_t i = 0; found && i < re->groups; i++)
		if (way.saved[2 * i] && way.saved[2 * i + 1])
			groups[i] = str_sub(text, way.saved[2 * i] - 1,
			    way.saved[2 * i + 1] - way.saved[2 * i]);
	arena_free(&m.arena);
	return found;
}
