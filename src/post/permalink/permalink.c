/* SPDX-License-Identifier: MIT
 * permalink: the address of a post. */
#include "post/permalink/permalink.h"

#include "base/web/url.h"
#include "config/config_codes.h"
#include "post/permalink/permalink_template.h"
#include "post/permalink/permalink_tokens.h"
#include "post/post_codes.h"

/* Jekyll's styles. */
static const struct style {
	const char *name, *pattern;
} styles[] = {
	{"date", "/:categories/:year/:month/:day/:title:output_ext"},
	{"pretty", "/:categories/:year/:month/:day/:title/"},
	{"ordinal", "/:categories/:year/:y_day/:title:output_ext"},
	{"weekdate",
		"/:categories/:year/W:week/:short_day/:title:output_ext"},
	{"none", "/:categories/:title:output_ext"},
};

static str
style_pattern(str pattern)
{
	const struct style *s = STR_ROW(styles, pattern, str_eq);

	return s ? str_of(s->pattern) : pattern;
}

str
permalink_section(str sections)
{
	return str_sub(sections, 0, str_chr(sections, '/'));
}

str
permalink_pattern(const struct config *c, const struct collection *collection,
    str sections)
{
	const struct value *v = c->posts.permalink;
	const char *usual = c->posts.generator->address.collection;
	str top = permalink_section(sections);

	if (collection && collection->permalink)
		return style_pattern(collection->permalink->text);
	if (collection && usual)
		return str_of(usual);
	if (v && v->kind == VALUE_MAP) {
		const struct value *own = value_find(v, top);

		v = value_is_null(own) ? value_find(v, S("*")) : own;
	}
	if (value_is_null(v))
		return str_of(c->posts.generator->address.permalink);
	return style_pattern(v->text);
}

static bool
check_pattern(const struct config *c, const char *key, const struct value *v,
    struct diags *diags)
{
	const char *near;
	str name = permalink_unknown(style_pattern(v->text), &near);

	if (name.len == 0)
		return true;
	diag_add(diags, DIAG_PERMALINK_TOKEN, &c->source, v->at,
	    "%s has no token ':%.*s'%s%s%s", key, STR_ARG(name),
	    near ? ", did you mean ':" : "", near ? near : "",
	    near ? "'?" : "");
	return false;
}

static bool
check_collection(const struct config *c, const struct collection *n,
    struct diags *diags)
{
	static const char key[] = "posts.collections.*.permalink";
	const struct value *v = n->permalink;

	if (v == NULL)
		return true;
	if (v->kind == VALUE_SCALAR && v->text.len)
		return check_pattern(c, key, v, diags);
	diag_add(diags, DIAG_CONFIG_TYPE, &c->source, v->at,
	    "%s is %s, expected a path", key,
	    v->kind == VALUE_SCALAR ? "empty" : value_kind_name(v));
	return false;
}

static bool
check_other(const struct config *c, struct diags *diags)
{
	const char *near;
	str name = permalink_unknown(c->posts.lang_permalink, &near);

	if (name.len == 0)
		return true;
	diag_add(diags, DIAG_PERMALINK_TOKEN, &c->source, (struct mark){0},
	    "posts.lang_permalink has no token ':%.*s'%s%s%s", STR_ARG(name),
	    near ? ", did you mean ':" : "", near ? near : "",
	    near ? "'?" : "");
	return false;
}

bool
permalink_check(const struct config *c, struct diags *diags)
{
	const struct value *v = c->posts.permalink;
	bool map = v && v->kind == VALUE_MAP, ok = true;

	for (const struct collection *n = c->posts.collections; n; n = n->next)
		ok &= check_collection(c, n, diags);
	ok &= check_other(c, diags);

	for (const struct value *i = map ? v->first : v; i;
	     i = map ? i->next : NULL) {
		if (i->kind == VALUE_SCALAR && i->text.len)
			ok &= check_pattern(c, "posts.permalink", i, diags);
		else if (i->kind != VALUE_NULL) {
			diag_add(diags, DIAG_CONFIG_TYPE, &c->source, i->at,
			    "posts.permalink%s%.*s is %s, expected a path%s",
			    map ? "." : "", STR_ARG(map ? i->key : S("")),
			    i->kind == VALUE_SCALAR ? "empty"
			                            : value_kind_name(i),
			    map ? "" : " or a map of sections to paths");
			ok = false;
		}
	}
	return ok;
}

/* Adds or drops the slash at the end, by posts.slash. Only the endings of pages
 * show that an address is a file: "release-1.2" is a folder. */
static void
settle_slash(struct buf *url, const struct config *c)
{
	bool has = str_ends(buf_str(url), S("/"));

	if (c->posts.slash == SLASH_ALWAYS && !has && !str_iends_any(
	    buf_str(url), ".html .htm .xhtml .php .xml .json .txt"))
		buf_addc(url, '/');
	if (c->posts.slash == SLASH_NEVER && has &&
	    url->len > c->site.url.len)
		url->len--;
}

/* The URL of a path below site.url. Drops empty segments, which empty tokens
 * leave, and "." and "..". */
static str
absolute(struct arena *a, const struct config *c, str path)
{
	struct buf out = {0};
	str rest = path, segment;
	bool folder = false;

	buf_add(&out, c->site.url);
	while (str_split(&rest, '/', &segment)) {
		size_t before = out.len, start;
		str done;

		folder = segment.len == 0;
		if (out.ptr[out.len - 1] != '/')
			buf_addc(&out, '/');
		start = out.len;
		url_encode_path(&out, segment);
		done = str_from(buf_str(&out), start);
		if (done.len == 0 || str_eq(done, S(".")) ||
		    str_eq(done, S("..")))
			out.len = before;
	}
	if (folder && out.ptr[out.len - 1] != '/')
		buf_addc(&out, '/');
	settle_slash(&out, c);
	return buf_move(&out, a);
}

/* The generator's rules, changed by posts.slugs. */
static struct address_rules
rules_of(const struct config *c)
{
	struct address_rules r = c->posts.generator->address;

	r.title = config_slug_style(c, r.title, c->posts.slugs);
	r.name = config_slug_style(c, r.name, c->posts.slugs);
	r.slug = config_slug_style(c, r.slug, c->posts.slugs);
	if (r.section != SLUG_NONE)
		r.section = config_slug_style(c, r.section, c->posts.slugs);
	r.term = config_slug_style(c, r.term, SLUGS_ON);
	return r;
}

/* Hugo decodes an address from a permalink pattern like a query, where '+'
 * means a blank, then makes a slug of all of it: "c++-and-c" gives "c-and-c",
 * "/Blog/:slug" gives "/blog/a". */
static void
slug_whole(struct buf *path, enum slug_style style)
{
	struct buf slug = {0};

	for (size_t i = 0; i < path->len; i++)
		if (path->ptr[i] == '+')
			path->ptr[i] = ' ';
	slug_make(&slug, buf_str(path), style);
	buf_free(path);
	*path = slug;
}

static str
expand(struct arena *a, const struct config *c, str pattern,
    const struct permalink_parts *parts, bool is_configured)
{
	struct address_rules rules = rules_of(c);
	struct buf path = {0};
	str url;

	buf_add(&path, parts->prefix);
	permalink_expand(&path, pattern, parts, &rules);
	if (is_configured && rules.plus_is_blank &&
	    c->posts.slugs == SLUGS_ON &&
	    (c->posts.slug_case == CASE_LOWER ||
	    str_chr(buf_str(&path), '+') != STR_NONE))
		slug_whole(&path, rules.name);
	url = absolute(a, c, buf_str(&path));
	buf_free(&path);
	return url;
}

str
permalink_make(struct arena *a, const struct config *c, str pattern,
    const struct permalink_parts *parts)
{
	const struct address_rules *r = &c->posts.generator->address;

	if (r->index && str_eq(parts->name, S("index")))
		pattern = str_of(r->index);
	return expand(a, c, pattern, parts, pattern.ptr != r->permalink);
}

str
permalink_given(struct arena *a, const struct config *c, str given,
    const struct permalink_parts *parts)
{
	struct permalink_parts whole = *parts;
	struct buf b = {0};
	str url = {0};

	given = str_trim(given);
	if (url_is_web(given)) {
		if (url_resolve(&b, given, given))
			url = arena_str(a, buf_str(&b));
		buf_free(&b);
		return url;
	}
	/* "mailto:x" and "//host" are not paths of this site. A template can be
	 * evaluated only by its generator. */
	if (given.len == 0 || str_find(given, S("{{")) != STR_NONE ||
	    str_find(given, S("{%")) != STR_NONE ||
	    str_starts(given, S("//")) || url_split(given).has_scheme)
		return url;
	/* A given address includes the prefix of the language. */
	if (!c->posts.generator->address.url_has_language ||
	    str_starts(given, S("/")))
		whole.prefix = S("");
	return expand(a, c, given, &whole, false);
}

str
permalink_templated(struct arena *a, const struct config *c, str given,
    const struct permalink_parts *parts, const struct value *front,
    str *unknown)
{
	struct buf path = {0};
	str url = {0};

	if (permalink_fill(&path, str_trim(given), parts, front, unknown) &&
	    path.len)
		url = absolute(a, c, buf_str(&path));
	buf_free(&path);
	return url;
}
