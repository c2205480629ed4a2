/* SPDX-License-Identifier: MIT
 * jekyll_ids: the ids that a feed's template writes.
 *
 * Evaluates the text of the element as Liquid does. Only keys of the post
 * become placeholders: post.url is "{:url}", post.id "{:id}", any other key
 * "{key}". */
#include "generators/import/jekyll_ids.h"

#include "base/text/scan.h"

struct evaluation {
	struct jekyll *j;
	str post;         /* the name of the variable: "post" */
	bool is_date;     /* the value is a date, not yet formatted */
	bool is_encoded;  /* absolute_url was applied to it */
	struct buf value;
};

/* ---- values ---- */

/* Appends a text. False: it has a brace, which would begin or end a
 * placeholder. */
static bool
add_text(struct evaluation *e, str text)
{
	bool plain = str_chr(text, '{') == STR_NONE &&
	    str_chr(text, '}') == STR_NONE;

	buf_add(&e->value, text);
	return plain;
}

/* The text of a key of the config; empty if it has none, as in Liquid. */
static str
config_text(struct evaluation *e, str path)
{
	return import_get(&e->j->config, arena_cstr(e->j->site->arena,
	    path)).text;
}

static bool
add_post_key(struct evaluation *e, str key)
{
	bool is_name = key.len && scan_is_all(key, char_is_name);

	e->is_date = str_eq(key, S("date"));
	if (e->is_date)
		buf_add(&e->value, S("{:date}"));
	else
		buf_printf(&e->value, "{%s%.*s}", str_eq(key, S("url")) ||
		    str_eq(key, S("id")) ? ":" : "", STR_ARG(key));
	return is_name;
}

/* Appends a text in quotes, or a key of the post or of the config. False: the
 * operand is something else. */
static bool
add_operand(struct evaluation *e, str s)
{
	str inside, rest = s;
	size_t dot = str_chr(s, '.');

	if ((scan_peek(s) == '"' || scan_peek(s) == '\'') &&
	    scan_quoted(&rest, '\0', &inside))
		return rest.len == 0 && add_text(e, inside);
	if (str_eq(s, S("root_url")))
		return add_text(e, config_text(e, S("root")));
	if (dot == STR_NONE)
		return false;
	if (str_eq(str_sub(s, 0, dot), e->post))
		return add_post_key(e, str_from(s, dot + 1));
	return str_eq(str_sub(s, 0, dot), S("site")) &&
	    add_text(e, config_text(e, str_from(s, dot + 1)));
}

/* ---- filters ---- */

/* Puts a text in front of the value. */
static void
put_before(struct evaluation *e, struct buf *before)
{
	buf_add(before, buf_str(&e->value));
	buf_reset(&e->value);
	buf_add(&e->value, buf_str(before));
	buf_free(before);
}

static bool
filter_prepend(struct evaluation *e, str argument)
{
	struct evaluation first = {.j = e->j, .post = e->post};
	bool ok = add_operand(&first, argument);

	put_before(e, &first.value);
	return ok;
}

static bool
filter_append(struct evaluation *e, str argument)
{
	return add_operand(e, argument);
}

static bool
filter_date(struct evaluation *e, str argument)
{
	bool ok = e->is_date && argument.len > 2 &&
	    (str_eq(str_sub(argument, 1, argument.len - 2), S("%Y-%m-%d")) ||
	    str_eq(str_sub(argument, 1, argument.len - 2), S("%F")));

	e->is_date = false;
	return ok;
}

static bool
filter_same(struct evaluation *e, str argument)
{
	(void)e;
	return argument.len == 0;
}

static bool
filter_relative_url(struct evaluation *e, str argument)
{
	struct buf before = {0};
	str base = config_text(e, S("baseurl"));

	if (base.len && !str_starts(base, S("/")))
		buf_addc(&before, '/');
	while (str_ends(base, S("/")))
		base.len--;
	buf_add(&before, base);
	if (!str_starts(buf_str(&e->value), S("{:")) &&
	    !str_starts(buf_str(&e->value), S("/")))
		buf_addc(&before, '/');
	put_before(e, &before);
	return argument.len == 0;
}

static bool
filter_absolute_url(struct evaluation *e, str argument)
{
	struct buf before = {0};
	str url = config_text(e, S("url"));

	filter_relative_url(e, argument);
	while (str_ends(url, S("/")))
		url.len--;
	buf_add(&before, url);
	put_before(e, &before);
	e->is_encoded = true;
	return argument.len == 0;
}

static const struct filter {
	const char *name;
	bool (*run)(struct evaluation *e, str argument);
} filters[] = {
	{"prepend", filter_prepend},
	{"append", filter_append},
	{"date", filter_date},
	{"absolute_url", filter_absolute_url},
	{"relative_url", filter_relative_url},
	{"xml_escape", filter_same},
	{"escape", filter_same},
	{"escape_once", filter_same},
	{"cdata_escape", filter_same},
	{"uri_escape", filter_same},
	{"strip", filter_same},
};

/* Appends the value of an expression, the text between {{ and }}. False: a part
 * of it is unknown. */
static bool
add_expression(struct evaluation *e, str expression)
{
	struct evaluation part = {.j = e->j, .post = e->post};
	bool ok = add_operand(&part, scan_part(&expression, '|'));

	while (ok && expression.len) {
		str argument = scan_part(&expression, '|');
		const struct filter *f = STR_ROW(
		    filters, scan_part(&argument, ':'), str_eq);

		ok = f && f->run(&part, str_trim(argument));
	}
	buf_add(&e->value, buf_str(&part.value));
	e->is_encoded |= part.is_encoded;
	buf_free(&part.value);
	return ok && !part.is_date;
}

/* ---- the element ---- */

/* The text of <id> or <guid>. False: there is none. */
static bool
find_id(str entry, str *text)
{
	static const str names[] = {S_INIT("<id"), S_INIT("<guid")};
	str rest;

	for (size_t i = 0; i < 2; i++) {
		rest = entry;
		while (scan_past(&rest, names[i], NULL)) {
			if (!char_is_one_of(scan_peek(rest), "> \t\r\n"))
				continue;
			scan_past(&rest, S(">"), NULL);
			*text = str_trim(str_sub(rest, 0,
			    str_find(rest, S("</"))));
			rest = *text;
			if (scan_text(&rest, S("<![CDATA[")))
				*text = str_trim(str_sub(rest, 0,
				    str_find(rest, S("]]>"))));
			return true;
		}
	}
	return false;
}

/* Appends a text of XML, common entities decoded. */
static bool
add_xml(struct evaluation *e, str text)
{
	struct buf plain = {0};
	bool ok;

	while (text.len) {
		char c = scan_common_entity(&text);

		buf_addc(&plain, c ? c : scan_front(&text, 1).ptr[0]);
	}
	ok = add_text(e, buf_str(&plain));
	buf_free(&plain);
	return ok;
}

/* Replaces the written-out address of the site by {permalink} or {:folder}:
 * such ids change with site.url, and the guard recognises that case. */
static str
tidy(struct evaluation *e)
{
	struct arena *a = e->j->site->arena;
	str id = str_trim(buf_str(&e->value));
	str url = import_str(import_setting_of(e->j->site, "site.url"));

	while (str_ends(url, S("/")))
		url.len--;
	if (url.len && str_starts(id, url)) {
		str below = str_from(id, url.len);

		if (str_eq(below, S("{:url}")))
			return S("{permalink}");
		if (str_eq(below, S("{:id}")))
			return e->is_encoded ? S("{:folder}{:name}")
			    : S("{:folder}{:slug}");
	}
	return arena_str(a, id);
}

str
jekyll_id_of(struct jekyll *j, str post, str entry, str *unknown)
{
	struct evaluation e = {.j = j, .post = post};
	str text, before, id = {0};
	bool ok = true;

	*unknown = (str){0};
	if (!find_id(entry, &text))
		return S("{permalink}");
	*unknown = text;
	while (ok && text.len) {
		bool more = str_find(text, S("{{")) != STR_NONE;

		if (!more)
			before = scan_front(&text, text.len);
		else
			scan_past(&text, S("{{"), &before);
		ok = add_xml(&e, before);
		if (ok && more)
			ok = scan_past(&text, S("}}"), &before) &&
			    add_expression(&e, str_trim(before));
	}
	if (ok && str_chr(buf_str(&e.value), '{') != STR_NONE)
		id = tidy(&e);
	buf_free(&e.value);
	return id;
}
