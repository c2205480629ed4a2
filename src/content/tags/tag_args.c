/* SPDX-License-Identifier: MIT
 * tag_args: the arguments of tags. */
#include "content/tags/tag.h"

#include <string.h>

#include "content/tags/jsx.h"

static const struct {
	const char *quotes;
	bool commas; /* end a word, wherever they stand */
	bool colons; /* name arguments */
} styles[] = {
	[TAG_ARGS_HUGO] = {"\"`", false, false},
	[TAG_ARGS_ZOLA] = {"\"'`", true, false},
	[TAG_ARGS_LIQUID] = {"\"'", false, true},
	[TAG_ARGS_JSX] = {"\"'", false, false},
};

struct reader {
	str rest;
	enum tag_arg_style style;
	struct arena *arena; /* NULL: values are not wanted */
};

static bool
is_quote(const struct reader *r, char c)
{
	return c != '\0' && strchr(styles[r->style].quotes, c);
}

static void
skip_blanks(struct reader *r)
{
	while (r->rest.len && (char_is_space(r->rest.ptr[0]) ||
	    (r->rest.ptr[0] == ',' && r->style != TAG_ARGS_HUGO &&
	    r->style != TAG_ARGS_JSX)))
		r->rest = str_from(r->rest, 1);
}

/* A text without the backslashes before quotes. */
static str
unescape(struct reader *r, str s)
{
	char *copy;
	size_t n = 0;

	if (r->arena == NULL || str_chr(s, '\\') == STR_NONE)
		return s;
	copy = arena_alloc(r->arena, s.len + 1);
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '\\' && i + 1 < s.len &&
		    strchr("\"'\\", s.ptr[i + 1]))
			i++;
		copy[n++] = s.ptr[i];
	}
	return (str){copy, n};
}

static str
take_quoted(struct reader *r)
{
	char quote = r->rest.ptr[0];
	size_t i = 1;
	str s;

	while (i < r->rest.len && r->rest.ptr[i] != quote)
		i += r->rest.ptr[i] == '\\' && quote != '`' ? 2 : 1;
	s = str_sub(r->rest, 1, i - 1);
	r->rest = str_from(r->rest, i + 1);
	return quote == '`' ? s : unescape(r, s);
}

/* What is in braces has to be run, unless it is a text. */
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
	size_t end = str_chr(r->rest, ']');
	str s = str_sub(r->rest, 0, end == STR_NONE ? end : end + 1);

	r->rest = str_from(r->rest, s.len);
	return s;
}

static str
take_word(struct reader *r)
{
	size_t i = 0;
	str s;

	while (i < r->rest.len && !char_is_space(r->rest.ptr[i]) &&
	    !(styles[r->style].commas && r->rest.ptr[i] == ','))
		i++;
	s = str_sub(r->rest, 0, i);
	r->rest = str_from(r->rest, i);
	if (r->style != TAG_ARGS_HUGO && r->style != TAG_ARGS_JSX)
		while (str_ends(s, S(",")))
			s.len--;
	return s;
}

static str
take_value(struct reader *r)
{
	if (r->rest.len && is_quote(r, r->rest.ptr[0]))
		return take_quoted(r);
	if (r->style == TAG_ARGS_ZOLA && str_starts(r->rest, S("[")))
		return take_list(r);
	if (r->style == TAG_ARGS_JSX && str_starts(r->rest, S("{")))
		return take_braces(r);
	return take_word(r);
}

/* Length of "name=" or "name: ", or 0. *name is set to the name. */
static size_t
name_length(const struct reader *r, str *name)
{
	str s = r->rest;
	size_t i = 0;

	while (i < s.len && (char_is_alnum(s.ptr[i]) || s.ptr[i] == '_' ||
	    s.ptr[i] == '-'))
		i++;
	*name = str_sub(s, 0, i);
	if (i == 0 || i == s.len)
		return 0;
	if (styles[r->style].colons && s.ptr[i] == ':' && i + 1 < s.len &&
	    (char_is_space(s.ptr[i + 1]) || is_quote(r, s.ptr[i + 1])))
		return i + 1;
	while (i < s.len && char_is_space(s.ptr[i]))
		i++;
	return i < s.len && s.ptr[i] == '=' ? i + 1 : 0;
}

static bool
next_arg(struct reader *r, struct tag_arg *arg)
{
	size_t n;

	skip_blanks(r);
	if (r->rest.len == 0)
		return false;
	n = name_length(r, &arg->name);
	if (n == 0)
		arg->name = (str){0};
	r->rest = str_from(r->rest, n);
	while (n && r->rest.len && char_is_space(r->rest.ptr[0]))
		r->rest = str_from(r->rest, 1);
	arg->value = take_value(r);
	return true;
}

struct tag_args
tag_args_parse(str text, enum tag_arg_style style, struct arena *a)
{
	struct tag_args args = {0};
	struct reader r = {text, style, NULL};
	struct tag_arg arg;
	size_t n = 0;

	while (next_arg(&r, &arg))
		n++;
	args.list = arena_array(a, n, sizeof *args.list);
	r = (struct reader){text, style, a};
	while (args.count < n && next_arg(&r, &args.list[args.count]))
		args.count++;
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
