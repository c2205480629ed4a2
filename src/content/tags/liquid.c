/* SPDX-License-Identifier: MIT
 * liquid: Liquid's expressions, {{ value | filter }}, and variables. */
#include "content/tags/liquid.h"

#include <stddef.h>

#include "base/text/scan.h"
#include "content/codes/content_codes.h"
#include "content/tags/liquid_filters.h"
#include "content/tags/template.h"
#include "post/read/field.h"

enum { MOST_ROUNDS = 1000 };
enum { MOST_SPENT = 64 * 1024 * 1024 }; /* bytes of the values in a post */

/* ---- variables ---- */

/* A variable that the post assigned. */
struct liquid_variable {
	str name, value;
	const struct liquid_variable *next;
};

static const struct site_variable {
	const char *name;
	size_t at;                         /* offset of a str in the config */
	str (*get)(const struct config *c); /* unless NULL */
} site_variables[] = {
	{"site.url", 0, config_origin},
	{"site.baseurl", 0, config_base},
	{"root_url", 0, config_base}, /* Octopress */
	{"site.title", offsetof(struct config, site.title), NULL},
	{"site.name", offsetof(struct config, site.title), NULL},
	{"site.description",
	 offsetof(struct config, site.description), NULL},
	{"site.author",
	 offsetof(struct config, site.author.name), NULL},
	{"site.author.name",
	 offsetof(struct config, site.author.name), NULL},
	{"site.email",
	 offsetof(struct config, site.author.email), NULL},
	{"site.author.email",
	 offsetof(struct config, site.author.email), NULL},
};

static bool
find_site_variable(const struct config *c, str name, str *value)
{
	const struct site_variable *v = STR_ROW(site_variables, name, str_eq);
	const struct value *own;

	if (v) {
		*value = v->get ? v->get(c)
		    : *(const str *)((const char *)c + v->at);
		return true;
	}
	if (!str_starts(name, S("site.")))
		return false;
	own = field_find_path(c->site.values, str_from(name, 5));
	if (own == NULL || own->kind != VALUE_SCALAR)
		return false;
	*value = own->text;
	return true;
}

static bool
find_variable(struct body *b, str name, str *value)
{
	const struct config *c = b->env->config;

	for (const struct liquid_variable *v = b->variables; v; v = v->next)
		if (str_eq(name, v->name)) {
			*value = v->value;
			return true;
		}
	if (find_site_variable(c, name, value))
		return true;
	if (str_eq(name, S("page.title")))
		*value = b->post->matter->title;
	else if (str_eq(name, S("page.url")) &&
	    str_starts(b->post->matter->url, c->site.url))
		*value = str_from(b->post->matter->url, c->site.url.len - 1);
	else
		/* page.x in Jekyll, x alone in Eleventy. */
		return body_find_text(b, str_starts(name, S("page."))
		    ? str_from(name, 5) : name, value);
	return true;
}

/* ---- expressions ---- */

static bool
is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* A text in quotes, a number, or a variable. */
static bool
read_operand(struct body *b, str s, str *value)
{
	char first = scan_peek(s);

	if (s.len >= 2 && is_quote(first) && s.ptr[s.len - 1] == first) {
		*value = str_sub(s, 1, s.len - 2);
		return true;
	}
	if (char_is_digit(first)) {
		*value = s;
		return true;
	}
	return find_variable(b, s, value);
}

/* A filter's arguments, each an operand; one that is unknown is empty. */
static struct tag_args
read_args(struct body *b, str rest, str first)
{
	struct tag_args args = {0};
	size_t n = 2;

	for (size_t i = 0; i < rest.len; i++)
		n += rest.ptr[i] == ',';
	args.list = arena_array(b->arena, n, sizeof *args.list);
	if (first.ptr)
		args.list[args.count++].value = first;
	while (rest.len)
		read_operand(b, scan_part(&rest, ','),
		    &args.list[args.count++].value);
	return args;
}

/* Counts the bytes of values. Whether filters have made too many: each can
 * double a value. */
static bool
is_spent(struct body *b, size_t offset, size_t bytes)
{
	bool before = b->spent > MOST_SPENT;

	b->spent += bytes;
	if (b->spent > MOST_SPENT && !before)
		body_warn(b, DIAG_TAG_LIMIT, offset,
		    "filters make more than 64 MiB of values");
	return b->spent > MOST_SPENT;
}

/* The result of an expression. */
struct result {
	str value;     /* so far as its filters are known */
	bool is_known; /* its variable is */
	bool is_whole; /* its filters are; else: */
	struct liquid_unknown unknown; /* the filter that is not, or the
	                                * variable */
	str args;                      /* of that filter */
};

static struct result
evaluate(struct body *b, size_t offset, str expression)
{
	str rest = expression, operand = scan_part(&rest, '|');
	struct result r = {.unknown = {"variable", operand}};

	r.is_known = read_operand(b, operand, &r.value);
	while (rest.len) {
		str args = scan_part(&rest, '|'), name = scan_part(&args, ':');
		struct tag_args list = read_args(b, args, (str){0});
		struct buf value = {0};

		if (!liquid_filter(b, name, &list, r.value, &value)) {
			r.args = args;
			if (r.is_known)
				r.unknown = (struct liquid_unknown){
					"filter", name};
			return r;
		}
		r.value = buf_move(&value, b->arena);
		/* A default makes a value of an unknown variable. */
		r.is_known |= str_eq(name, S("default"));
		if (is_spent(b, offset, r.value.len)) {
			r.value = (str){0};
			r.is_known = true;
			break;
		}
	}
	r.is_whole = true;
	return r;
}

/* A filter of the site's own is a template, with the value as {0}. It ends
 * the expression: what it gives is HTML. */
static bool
put_template(struct body *b, const struct tag_call *t, const struct result *r,
    struct buf *out)
{
	const struct value *template =
	    template_find(b->env->config, r->unknown.name);
	struct tag_call call = *t;
	struct tag tag = *t->tag;

	if (template == NULL || t->in_code)
		return false;
	tag.name = r->unknown.name;
	call.tag = &tag;
	call.args = read_args(
	    b, r->args, r->value.ptr ? r->value : S(""));
	return template_put(b, template, &call, out);
}

bool
liquid_put(struct body *b, const struct tag_call *t, struct buf *out,
    struct liquid_unknown *unknown)
{
	struct result r = evaluate(b, t->tag->start, t->tag->args);

	*unknown = r.unknown;
	if (!r.is_known)
		return false;
	if (!r.is_whole)
		return put_template(b, t, &r, out);
	for (size_t i = 0; i < r.value.len; i++)
		if (r.value.ptr[i] != LIQUID_COMMA[0])
			buf_addc(out, r.value.ptr[i]);
	return true;
}

bool
liquid_value(struct body *b, size_t offset, str expression, str *value,
    struct liquid_unknown *unknown)
{
	struct result r = evaluate(b, offset, expression);

	*value = r.value;
	*unknown = r.unknown;
	return r.is_known && r.is_whole;
}

/* ---- assignments ---- */

static void
assign_variable(struct body *b, str name, str value)
{
	struct liquid_variable *v = arena_alloc(b->arena, sizeof *v);

	*v = (struct liquid_variable){name, value, b->variables};
	b->variables = v;
}

/* Reads `name in list`. False: it is none, or the post has not split the
 * list. */
static bool
read_loop(struct body *b, const struct tag *t, str *name, str *list)
{
	struct liquid_unknown unknown;
	str rest = t->args, word;

	return str_word(&rest, name) && str_word(&rest, &word) &&
	    str_eq(word, S("in")) && str_word(&rest, &word) &&
	    str_trim(rest).len == 0 &&
	    liquid_value(b, t->start, word, list, &unknown) &&
	    str_find(*list, S(LIQUID_COMMA)) != STR_NONE;
}

bool
liquid_loop(struct body *b, const struct tag *t,
    void (*each)(void *ctx, size_t round), void *ctx)
{
	str name, list, member;
	size_t round = 0;

	if (!str_eq(t->name, S("for")) || !read_loop(b, t, &name, &list))
		return false;
	while (round < MOST_ROUNDS &&
	    str_split(&list, LIQUID_COMMA[0], &member)) {
		assign_variable(b, name, member);
		each(ctx, round++);
	}
	return true;
}

/* `name = expression`. */
bool
liquid_put_assign(struct body *b, const struct tag *t,
    struct liquid_unknown *unknown)
{
	size_t equals = str_chr(t->args, '=');
	str name = str_trim(str_sub(t->args, 0, equals)), value;

	*unknown = (struct liquid_unknown){"tag", t->name};
	if (equals == STR_NONE || !liquid_value(b, t->start,
	    str_trim(str_from(t->args, equals + 1)), &value, unknown))
		return false;
	assign_variable(b, name, value);
	return true;
}

bool
tag_put_capture(struct body *b, const struct tag_call *t, struct buf *out)
{
	const str *name = tag_arg_at(&t->args, 0);

	(void)out;
	if (name)
		assign_variable(b, *name, str_trim(t->inner));
	return false;
}
