/* SPDX-License-Identifier: MIT
 * tag_args: the arguments of tags. */
#include "content/tags/tag.h"

#include <string.h>

#include "base/text/scan.h"
#include "content/tags/jsx.h"

static const struct style {
	const char *quotes;
	const char *gaps;  /* what stands between arguments */
	const char *stops; /* end a word */
	bool colons;       /* name arguments, as '=' does */
} styles[] = {
	[TAG_ARGS_SHORTCODE] = {"\"`", " \t\n\v\f\r", " \t\n\v\f\r", false},
	[TAG_ARGS_CALL] = {"\"'`", " \t\n\v\f\r,", " \t\n\v\f\r,", false},
	[TAG_ARGS_LIQUID] = {"\"'", " \t\n\v\f\r,", " \t\n\v\f\r", true},
	[TAG_ARGS_JSX] = {"\"'", " \t\n\v\f\r", " \t\n\v\f\r", false},
};

struct reader {
	str rest;
	enum tag_arg_style style;
	struct arena *arena;
};

static bool
is_quote(const struct reader *r, char c)
{
	return char_is_one_of(c, styles[r->style].quotes);
}

/* A quote that is never closed holds all that follows. */
static str
take_quoted(struct reader *r)
{
	bool raw = scan_peek(r->rest) == '`';
	str inside = str_from(r->rest, 1);

	if (!scan_quoted(&r->rest, raw ? '\0' : '\\', &inside))
		r->rest = (str){0};
	return raw ? inside : scan_unescape(r->arena, inside, "\"'\\");
}

/* An expression in braces would have to be run, unless it is a text. */
static str
take_braces(struct reader *r)
{
	size_t end = jsx_skip_braces(r->rest, 0);
	str inside = str_sub(r->rest, 1, end - 2), text = {0};

	jsx_literal(str_trim(inside), &text);
	r->rest = str_from(r->rest, end);
	return text;
}

static str
take_list(struct reader *r)
{
	str before = r->rest;

	scan_past(&r->rest, S("]"), NULL);
	return scan_since(before, r->rest);
}

static str
take_word(struct reader *r)
{
	str word = scan_until(&r->rest, styles[r->style].stops);

	if (strchr(styles[r->style].gaps, ','))
		while (str_ends(word, S(",")))
			word.len--;
	return word;
}

static str
take_value(struct reader *r)
{
	if (is_quote(r, scan_peek(r->rest)))
		return take_quoted(r);
	if (r->style == TAG_ARGS_CALL && str_starts(r->rest, S("[")))
		return take_list(r);
	if (r->style == TAG_ARGS_JSX && str_starts(r->rest, S("{")))
		return take_braces(r);
	return take_word(r);
}

/* "name=" or "name: "; empty: the argument has no name. */
static str
take_arg_name(struct reader *r)
{
	str rest = r->rest, name = scan_while(&rest, char_is_name);
	bool named = false;

	if (styles[r->style].colons && scan_char(&rest, ':'))
		named = char_is_space(scan_peek(rest)) ||
		    is_quote(r, scan_peek(rest));
	else {
		scan_blanks(&rest);
		named = scan_char(&rest, '=');
	}
	if (!named || name.len == 0)
		return (str){0};
	scan_blanks(&rest);
	r->rest = rest;
	return name;
}

static bool
take_arg(struct reader *r, struct tag_arg *arg)
{
	while (scan_any(&r->rest, styles[r->style].gaps))
		;
	if (r->rest.len == 0)
		return false;
	arg->name = take_arg_name(r);
	arg->value = take_value(r);
	return true;
}

struct tag_args
tag_args_parse(str text, enum tag_arg_style style, struct arena *a)
{
	struct reader r = {text, style, a};
	struct tag_args args = {0};
	struct tag_arg arg;
	size_t cap = 0;

	while (take_arg(&r, &arg)) {
		args.list = arena_grow(
		    a, args.list, args.count, &cap, sizeof arg);
		args.list[args.count++] = arg;
	}
	return args;
}

const str *
tag_arg_at(const struct tag_args *args, size_t n)
{
	for (size_t i = 0; i < args->count; i++)
		if (args->list[i].name.len == 0 && n-- == 0)
			return &args->list[i].value;
	return NULL;
}

const str *
tag_arg_named(const struct tag_args *args, str name)
{
	for (size_t i = 0; i < args->count; i++)
		if (args->list[i].name.len &&
		    str_ieq(args->list[i].name, name))
			return &args->list[i].value;
	return NULL;
}

str
tag_arg(const struct tag_args *args, const char *name, size_t n)
{
	const str *v = tag_arg_named(args, str_of(name));

	if (v == NULL)
		v = tag_arg_at(args, n);
	return v ? *v : (str){0};
}
