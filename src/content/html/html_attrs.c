/* SPDX-License-Identifier: MIT
 * html_attrs: which attributes reach the feed, and with which values. */
#include "content/html/html_attrs.h"

#include "base/core/utf8.h"
#include "base/text/scan.h"
#include "content/html/html.h"

struct writer {
	struct buf *out;
	struct buf *tmp; /* a URL, a candidate */
	const struct html_policy *policy;
};

/* Append one attribute; false: it was left out, and nothing was written. */
typedef bool attr_fn(struct writer *w, const char *name, str value);

static attr_fn add_text, add_page, add_media, add_srcset, add_id, add_ids,
    add_language;

/* An allow list. `on` holds names of elements; NULL: all of them. */
static const struct attr_rule {
	const char *name;
	attr_fn *add;
	const char *on;
} rules[] = {
	{"abbr", add_text, "td th"},
	{"align", add_text, "caption col colgroup tbody td tfoot th thead tr"},
	{"allowfullscreen", add_text, "iframe"},
	{"alt", add_text, "img"},
	{"cite", add_page, "blockquote del ins q"},
	{"class", add_language, "code pre"},
	{"colspan", add_text, "td th"},
	{"controls", add_text, "audio video"},
	{"datetime", add_text, "del ins time"},
	{"default", add_text, "track"},
	{"dir", add_text, NULL},
	{"headers", add_ids, "td th"},
	{"height", add_text, "iframe img source video"},
	{"href", add_page, "a"},
	{"id", add_id, NULL},
	{"kind", add_text, "track"},
	{"label", add_text, "track"},
	{"lang", add_text, NULL},
	{"loading", add_text, "iframe img"},
	{"longdesc", add_page, "img"},
	{"media", add_text, "source"},
	{"name", add_id, "a"},
	{"open", add_text, "details"},
	{"poster", add_media, "video"},
	{"reversed", add_text, "ol"},
	{"rowspan", add_text, "td th"},
	{"scope", add_text, "th"},
	{"sizes", add_text, "img source"},
	{"span", add_text, "col colgroup"},
	{"src", add_media, "audio iframe img source track video"},
	{"srclang", add_text, "track"},
	{"srcset", add_srcset, "img source"},
	{"start", add_text, "ol"},
	{"title", add_text, NULL},
	{"type", add_text, "li ol source ul"},
	{"valign", add_text, "col colgroup tbody td tfoot th thead tr"},
	{"value", add_text, "data li"},
	{"width", add_text, "col colgroup iframe img source table td th video"},
};

const str *
html_attr_find(const struct html_attrs *attrs, const char *name)
{
	for (size_t i = 0; i < attrs->count; i++)
		if (str_eq(attrs->list[i].name, str_of(name)))
			return &attrs->list[i].value;
	return NULL;
}

bool
html_attr_has_class(const struct html_attrs *attrs, str words)
{
	const str *classes = html_attr_find(attrs, "class");
	str word;

	while (classes && str_word(&words, &word))
		if (str_has_word(*classes, word, str_eq))
			return true;
	return false;
}

/* Whether the value can be the address of a picture, and not a switch. */
static bool
is_address(str value)
{
	return str_chr(value, '/') != STR_NONE ||
	    str_chr(value, '.') != STR_NONE;
}

/* Whether a script that loads pictures late takes the address from there:
 * data-src, data-lazy-src, data-original. */
static bool
is_lazy(const struct html_attr *a)
{
	if (!str_starts(a->name, S("data-")) || str_trim(a->value).len == 0)
		return false;
	if (str_ends(a->name, S("src")) || str_ends(a->name, S("srcset")))
		return true;
	return (str_starts(a->name, S("data-lazy")) ||
	    str_eq(a->name, S("data-original"))) && is_address(a->value);
}

void
html_attrs_unlazy(struct html_attrs *attrs)
{
	for (size_t i = 0; i < attrs->count; i++) {
		struct html_attr *lazy = &attrs->list[i];
		str real = str_ends(lazy->name, S("srcset")) ? S("srcset")
		    : S("src");

		if (!is_lazy(lazy))
			continue;
		for (size_t k = 0; k < attrs->count; k++)
			if (str_eq(attrs->list[k].name, real))
				attrs->list[k].name = (str){0};
		lazy->name = real;
	}
}

/* text_clean leaves noncharacters, which are parse errors, and CR, which
 * parsers read as LF. */
static bool
is_plain(uint32_t rune)
{
	return rune != '\r' && !(rune >= 0xFDD0 && rune <= 0xFDEF) &&
	    (rune & 0xFFFE) != 0xFFFE;
}

/* Appends the characters that parsers read back unchanged. */
static void
add_plain(struct buf *out, str text)
{
	while (text.len) {
		uint32_t rune = utf8_next(&text);

		if (is_plain(rune))
			buf_add_rune(out, rune);
		else if (rune == '\r' && !str_starts(text, S("\n")))
			buf_addc(out, '\n');
	}
}

/* Whether text_clean or add_plain may change it. Most text is ASCII, which
 * they leave. */
static bool
needs_cleaning(str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c == '\r' || c == 0xEF || c >= 0xF0)
			return true;
	}
	/* gumbo makes bytes that are not UTF-8 of a reference such as
	 * &#888888888888812; */
	return !text_is_sound(text);
}

void
html_add_text(struct buf *out, str text)
{
	struct buf clean = {0}, plain = {0};

	if (!needs_cleaning(text)) {
		html_escape(out, text);
		return;
	}
	text_clean(&clean, text);
	add_plain(&plain, buf_str(&clean));
	html_escape(out, buf_str(&plain));
	buf_free(&clean);
	buf_free(&plain);
}

static void
open_attr(struct writer *w, const char *name)
{
	buf_addc(w->out, ' ');
	buf_add(w->out, str_of(name));
	buf_add(w->out, S("=\""));
}

static bool
add_text(struct writer *w, const char *name, str value)
{
	open_attr(w, name);
	html_add_text(w->out, value);
	buf_addc(w->out, '"');
	return true;
}

static bool
add_url(struct writer *w, const char *name, str ref, enum link_use use)
{
	buf_reset(w->tmp);
	if (!w->policy->resolve(w->policy->ctx, str_trim(ref), use, w->tmp))
		return false;
	return add_text(w, name, buf_str(w->tmp));
}

static bool
add_page(struct writer *w, const char *name, str value)
{
	return add_url(w, name, value, LINK_PAGE);
}

static bool
add_media(struct writer *w, const char *name, str value)
{
	return str_trim(value).len > 0 && add_url(w, name, value, LINK_MEDIA);
}

static bool
is_candidate_gap(char c)
{
	return c == ',' || char_is_space(c);
}

/* Takes one candidate off the front of a srcset. URLs may hold commas, but
 * not end in one. HTML, 4.8.4.3.10, "parsing a srcset attribute". */
static bool
take_candidate(str *rest, str *url, str *descriptor)
{
	scan_while(rest, is_candidate_gap);
	*url = scan_word(rest);
	*descriptor = (str){0};
	if (str_ends(*url, S(","))) {
		while (str_ends(*url, S(",")))
			url->len--;
		return true;
	}
	*descriptor = str_trim(scan_until(rest, ","));
	scan_char(rest, ',');
	return url->len > 0;
}

/* "2x", "640w", "640w 480h", or nothing. */
static bool
is_descriptor(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_one_of(s.ptr[i], "0123456789.wxh "))
			return false;
	return true;
}

static bool
add_srcset(struct writer *w, const char *name, str value)
{
	size_t start = w->out->len, first;
	str url, descriptor;

	open_attr(w, name);
	first = w->out->len;
	while (take_candidate(&value, &url, &descriptor)) {
		buf_reset(w->tmp);
		if (url.len == 0 || !is_descriptor(descriptor) ||
		    !w->policy->resolve(w->policy->ctx, url, LINK_MEDIA,
		    w->tmp))
			continue;
		if (w->out->len > first)
			buf_add(w->out, S(", "));
		html_add_text(w->out, buf_str(w->tmp));
		if (descriptor.len)
			buf_addc(w->out, ' ');
		buf_add(w->out, descriptor);
	}
	if (w->out->len == first) {
		w->out->len = start;
		return false;
	}
	buf_addc(w->out, '"');
	return true;
}

static void
add_prefixed(struct writer *w, str id)
{
	if (!str_starts(id, w->policy->id_prefix))
		html_add_text(w->out, w->policy->id_prefix);
	html_add_text(w->out, id);
}

/* Ids of one post must not meet those of another on a reader's page. */
static bool
add_ids(struct writer *w, const char *name, str value)
{
	const char *gap = "";
	str word;

	if (w->policy->id_prefix.len == 0 || str_trim(value).len == 0)
		return false;
	open_attr(w, name);
	while (str_word(&value, &word)) {
		buf_add(w->out, str_of(gap));
		add_prefixed(w, word);
		gap = " ";
	}
	buf_addc(w->out, '"');
	return true;
}

static bool
add_id(struct writer *w, const char *name, str value)
{
	str rest = value, word;

	/* An id with a space in it can be no target. */
	if (!str_word(&rest, &word) || word.len != value.len)
		return false;
	return add_ids(w, name, value);
}

/* A language without what some generators allow to follow it: the lines to mark
 * in "js{1,3}", the numbers in "js:line-numbers". */
static str
language_of(str word)
{
	size_t brace = str_chr(word, '{');
	size_t numbers = str_find(word, S(":line-numbers"));

	return str_sub(word, 0, brace < numbers ? brace : numbers);
}

/* Of the classes, readers know the one that names a language. */
static bool
add_language(struct writer *w, const char *name, str value)
{
	str word;

	while (str_word(&value, &word))
		if (str_starts(word, S("language-")) ||
		    str_starts(word, S("lang-")))
			return add_text(w, name, language_of(word));
	return false;
}

static const struct attr_rule *
find_rule(str name, str element)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (str_eq(name, str_of(rules[i].name)))
			return rules[i].on == NULL || str_has_word(
			    str_of(rules[i].on), element, str_eq)
			    ? &rules[i] : NULL;
	return NULL;
}

bool
html_attrs_write(struct buf *out, str element, const struct html_attrs *attrs,
    const struct html_policy *p, struct buf *tmp)
{
	struct writer w = {out, tmp, p};
	bool useful = false;

	for (size_t i = 0; i < attrs->count; i++) {
		const struct html_attr *a = &attrs->list[i];
		const struct attr_rule *rule = find_rule(a->name, element);

		if (rule && rule->add(&w, rule->name, a->value))
			useful |= rule->add == add_media ||
			    rule->add == add_srcset ||
			    str_eq(a->name, S("href")) ||
			    (rule->add == add_id && str_eq(element, S("a")));
	}
	return useful;
}
