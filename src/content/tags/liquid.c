/* SPDX-License-Identifier: MIT
 * liquid: Liquid's expressions, {{ value | filter }}, and variables. */
#include "content/tags/liquid.h"

#include <string.h>

#include "base/text/slug.h"
#include "base/web/url.h"
#include "content/content_codes.h"
#include "content/html/html.h"
#include "content/tags/template.h"

enum {
	MOST_VALUE = 1024 * 1024,      /* bytes that a filter makes longer */
	MOST_SPENT = 64 * 1024 * 1024, /* bytes of the values in a post */
};

/* ---- variables ---- */

/* One that the post itself has made. */
struct liquid_variable {
	str name, value;
	const struct liquid_variable *next;
};

static str
site_title(const struct config *c)
{
	return c->site.title;
}

static str
site_description(const struct config *c)
{
	return c->site.description;
}

static str
site_author(const struct config *c)
{
	return c->site.author.name;
}

static str
site_email(const struct config *c)
{
	return c->site.author.email;
}

static const struct {
	str name;
	str (*get)(const struct config *c);
} site_variables[] = {
	{S_INIT("site.url"), site_origin},
	{S_INIT("site.baseurl"), site_base},
	{S_INIT("root_url"), site_base}, /* Octopress */
	{S_INIT("site.title"), site_title},
	{S_INIT("site.name"), site_title},
	{S_INIT("site.description"), site_description},
	{S_INIT("site.author"), site_author},
	{S_INIT("site.author.name"), site_author},
	{S_INIT("site.email"), site_email},
	{S_INIT("site.author.email"), site_email},
};

/* A value of the front matter: page.x in Jekyll, x alone in Eleventy. */
static bool
find_value(struct body *b, str name, str *value)
{
	const struct value *v = NULL;
	str part;

	if (str_split(&name, '.', &part))
		v = body_value(b, part);
	while (v && str_split(&name, '.', &part))
		v = value_find(v, part);
	if (v == NULL || v->kind != VALUE_SCALAR)
		return false;
	*value = v->text;
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
	for (size_t i = 0;
	    i < sizeof site_variables / sizeof *site_variables; i++)
		if (str_eq(name, site_variables[i].name)) {
			*value = site_variables[i].get(c);
			return true;
		}
	if (str_eq(name, S("page.title")))
		*value = b->post->matter->title;
	else if (str_eq(name, S("page.url")) &&
	    str_starts(b->post->matter->url, c->site.url))
		*value = str_from(b->post->matter->url, c->site.url.len - 1);
	else
		return find_value(b, str_starts(name, S("page."))
		    ? str_from(name, 5) : name, value);
	return true;
}

/* ---- filters ---- */

struct filter_call {
	struct body *body;
	struct tag_args args;
};

static str
first_arg(const struct filter_call *f)
{
	const str *v = tag_arg_at(&f->args, 0);

	return v ? *v : (str){0};
}

static str
kept(const struct filter_call *f, struct buf *s)
{
	str copy = arena_str(f->body->arena, buf_str(s));

	buf_free(s);
	return copy;
}

static str
filter_relative_url(const struct filter_call *f, str s)
{
	str base = site_base(f->body->env->config);

	if (url_is_web(s))
		return s;
	return arena_printf(f->body->arena, "%.*s%s%.*s", STR_ARG(base),
	    str_starts(s, S("/")) ? "" : "/", STR_ARG(s));
}

static str
filter_absolute_url(const struct filter_call *f, str s)
{
	str origin = site_origin(f->body->env->config);

	if (url_is_web(s))
		return s;
	s = filter_relative_url(f, s);
	return arena_printf(f->body->arena, "%.*s%.*s", STR_ARG(origin),
	    STR_ARG(s));
}

/* Eleventy's: only what begins at the root gets the site's path. */
static str
filter_url(const struct filter_call *f, str s)
{
	return str_starts(s, S("/")) ? filter_relative_url(f, s) : s;
}

static str
filter_prepend(const struct filter_call *f, str s)
{
	return arena_printf(f->body->arena, "%.*s%.*s",
	    STR_ARG(first_arg(f)), STR_ARG(s));
}

static str
filter_append(const struct filter_call *f, str s)
{
	return arena_printf(f->body->arena, "%.*s%.*s", STR_ARG(s),
	    STR_ARG(first_arg(f)));
}

static str
filter_default(const struct filter_call *f, str s)
{
	return s.len ? s : first_arg(f);
}

static str
filter_escape(const struct filter_call *f, str s)
{
	struct buf out = {0};

	html_escape(&out, s);
	return kept(f, &out);
}

static str
filter_strip(const struct filter_call *f, str s)
{
	(void)f;
	return str_trim(s);
}

static str
filter_same(const struct filter_call *f, str s)
{
	(void)f;
	return s;
}

static str
filter_downcase(const struct filter_call *f, str s)
{
	struct buf out = {0};

	for (size_t i = 0; i < s.len; i++)
		buf_addc(&out, char_lower(s.ptr[i]));
	return kept(f, &out);
}

static str
filter_upcase(const struct filter_call *f, str s)
{
	struct buf out = {0};

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		buf_addc(&out, c >= 'a' && c <= 'z' ? (char)(c - 32) : c);
	}
	return kept(f, &out);
}

static str
replaced(const struct filter_call *f, str s, str old, str new)
{
	struct buf out = {0};
	size_t at;

	while (old.len && out.len < MOST_VALUE &&
	    (at = str_find(s, old)) != STR_NONE) {
		buf_add(&out, str_sub(s, 0, at));
		buf_add(&out, new);
		s = str_from(s, at + old.len);
	}
	buf_add(&out, s);
	return kept(f, &out);
}

static str
filter_replace(const struct filter_call *f, str s)
{
	const str *new = tag_arg_at(&f->args, 1);

	return replaced(f, s, first_arg(f), new ? *new : (str){0});
}

static str
filter_remove(const struct filter_call *f, str s)
{
	return replaced(f, s, first_arg(f), (str){0});
}

static str
filter_slugify(const struct filter_call *f, str s)
{
	struct buf out = {0};

	slug_make(&out, s, SLUG_JEKYLL);
	return kept(f, &out);
}

static str
filter_encode(const struct filter_call *f, str s)
{
	struct buf out = {0};

	url_encode_path(&out, s);
	return kept(f, &out);
}

static str
filter_strip_html(const struct filter_call *f, str s)
{
	struct buf out = {0};

	html_text(&out, s, f->body->arena);
	return kept(f, &out);
}

static const struct filter {
	const char *name;
	str (*run)(const struct filter_call *f, str s);
} filters[] = {
	{"relative_url", filter_relative_url},
	{"absolute_url", filter_absolute_url},
	{"url", filter_url},
	{"prepend", filter_prepend},
	{"append", filter_append},
	{"default", filter_default},
	{"escape", filter_escape},
	{"escape_once", filter_escape},
	{"xml_escape", filter_escape},
	{"strip", filter_strip},
	{"strip_html", filter_strip_html},
	{"downcase", filter_downcase},
	{"upcase", filter_upcase},
	{"replace", filter_replace},
	{"remove", filter_remove},
	{"slugify", filter_slugify},
	{"uri_escape", filter_encode},
	{"markdownify", filter_same},
	{"smartify", filter_same},
	{"safe", filter_same},
};

static const struct filter *
find_filter(str name)
{
	for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
		if (str_eq(name, str_of(filters[i].name)))
			return &filters[i];
	return NULL;
}

/* ---- expressions ---- */

/* Takes the part up to the next `sep` outside of quotes off the front. */
static str
take_part(str *rest, char sep)
{
	char quote = '\0';
	size_t i = 0;
	str part;

	for (; i < rest->len; i++) {
		char c = rest->ptr[i];

		if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == sep)
			break;
	}
	part = str_trim(str_sub(*rest, 0, i));
	*rest = str_from(*rest, i + 1);
	return part;
}

/* A text in quotes, a number, or a variable. */
static bool
read_operand(struct body *b, str s, str *value)
{
	char quote = s.len ? s.ptr[0] : '\0';

	if (s.len >= 2 && (quote == '"' || quote == '\'') &&
	    s.ptr[s.len - 1] == quote) {
		*value = str_sub(s, 1, s.len - 2);
		return true;
	}
	if (char_is_digit(quote)) {
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
		read_operand(b, take_part(&rest, ','),
		    &args.list[args.count++].value);
	return args;
}

/* A filter of the site's own is a template, with the value as {0}. It ends
 * the expression: what it gives is HTML. */
static bool
put_template(struct body *b, const struct tag_call *t, str name, str args,
    str value, struct buf *out)
{
	const struct value *template =
	    template_find(b->env->config, name);
	struct tag_call call = *t;
	struct tag tag = *t->tag;

	if (template == NULL || t->in_code)
		return false;
	tag.name = name;
	call.tag = &tag;
	call.args = read_args(b, args, value.ptr ? value : S(""));
	return template_put(b, template, &call, out);
}

/* Filters that make long values longer still, again and again. */
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

/* What an expression comes to. False: it has a filter that is none of these,
 * which *unknown names, with its arguments in *args and the value before it. */
static bool
evaluate(struct body *b, size_t offset, str expression, str *value,
    bool *known, struct liquid_unknown *unknown, str *args)
{
	str rest = expression, operand = take_part(&rest, '|');

	*value = (str){0};
	*known = read_operand(b, operand, value);
	*unknown = (struct liquid_unknown){"variable", operand};
	while (rest.len) {
		struct filter_call call = {.body = b};
		const struct filter *f;
		str name;

		*args = take_part(&rest, '|');
		name = take_part(args, ':');
		f = find_filter(name);
		if (f == NULL) {
			if (*known)
				*unknown = (struct liquid_unknown){
					"filter", name};
			return false;
		}
		call.args = read_args(b, *args, (str){0});
		*value = f->run(&call, *value);
		if (is_spent(b, offset, value->len)) {
			*value = (str){0};
			*known = true;
			return true;
		}
		/* With a default any variable will do. */
		*known |= str_eq(name, S("default"));
	}
	return true;
}

bool
liquid_put(struct body *b, const struct tag_call *t, struct buf *out,
    struct liquid_unknown *unknown)
{
	str value, args = {0};
	bool known;

	if (evaluate(b, t->tag->start, t->tag->args, &value, &known, unknown,
	    &args)) {
		if (known)
			buf_add(out, value);
		return known;
	}
	return known &&
	    put_template(b, t, unknown->name, args, value, out);
}

bool
liquid_value(struct body *b, size_t offset, str expression, str *value,
    struct liquid_unknown *unknown)
{
	bool known;
	str args;

	return evaluate(b, offset, expression, value, &known, unknown,
	    &args) && known;
}

/* ---- variables of the post ---- */

void
liquid_assign(struct body *b, str name, str value)
{
	struct liquid_variable *v = arena_alloc(b->arena, sizeof *v);

	*v = (struct liquid_variable){name, value, b->variables};
	b->variables = v;
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
	liquid_assign(b, name, value);
	return true;
}

bool
put_capture(struct body *b, const struct tag_call *t, struct buf *out)
{
	const str *name = tag_arg_at(&t->args, 0);

	(void)out;
	if (name)
		liquid_assign(b, *name, str_trim(t->inner));
	return false;
}
