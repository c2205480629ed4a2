/* SPDX-License-Identifier: MIT
 * construct: text constructs and content of Atom, which hold what their `type`
 * says. RFC 4287, sections 3.1 and 4.1.3. */
#include "validate/engine/construct.h"

#include "validate/types/html_check.h"
#include "validate/engine/names.h"
#include "validate/tables/feed_rules.h"

#define XHTML "http://www.w3.org/1999/xhtml"
#define SVG "http://www.w3.org/2000/svg"
#define MATHML "http://www.w3.org/1998/Math/MathML"

enum kind { TEXT, HTML, XHTML_DIV, XML, BINARY, REMOTE };

struct construct {
	enum kind kind;
	str type;
	bool has_div;
};

TYPE(mime, type_check_media_type, "text, html, xhtml or a media type",
    RULE_INVALID_MEDIA_TYPE);

static const struct construct *
construct_of(const struct frame *f)
{
	return f->data;
}

static bool
is_content(const struct frame *f)
{
	return str_eq(str_of(f->row->name), S("content"));
}

/* ---- the type ---- */

static enum kind
kind_of_media_type(str type)
{
	if (str_iends_any(type, "+xml /xml"))
		return XML;
	if (str_ieq(type, S("text/html")))
		return HTML;
	return str_istarts(type, S("text/")) ? TEXT : BINARY;
}

static const struct {
	const char *type;
	enum kind kind;
} kinds[] = {{"text", TEXT}, {"html", HTML}, {"xhtml", XHTML_DIV}};

/* Only content may have a media type, and not a composite one. Section
 * 4.1.3.1. */
static enum kind
read_media_type(struct check *c, struct frame *f, str type)
{
	struct subject s = frame_subject(c, f, S("type"), type, &type_mime);

	if (!is_content(f)) {
		type_fault(&s, RULE_INVALID_TEXT_TYPE, 0,
		    "is not text, html or xhtml");
		return BINARY;
	}
	if (str_istarts(type, S("multipart/")) ||
	    str_istarts(type, S("message/")))
		type_fault(&s, RULE_INVALID_MEDIA_TYPE, 0,
		    "is a composite type, which content may not have");
	else
		type_check(&s, type);
	return kind_of_media_type(type);
}

static enum kind
read_type(struct check *c, struct frame *f, str *type, bool is_remote)
{
	bool has_type = frame_attribute(f, S("type"), type);

	if (!has_type) {
		if (is_remote)
			frame_report(c, f, RULE_MISSING_TYPE,
			    "has src, but no type");
		return TEXT;
	}
	if (type->len == 0) {
		frame_report(c, f, RULE_BLANK_ATTRIBUTE,
		    "has an empty type");
		return TEXT;
	}
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (!is_remote && str_eq(*type, str_of(kinds[i].type)))
			return kinds[i].kind;
	return read_media_type(c, f, *type);
}

void
construct_open(struct check *c, struct frame *f)
{
	struct construct *k = arena_alloc(&f->arena, sizeof *k);
	str src;
	bool is_remote = frame_attribute(f, S("src"), &src) && is_content(f);

	k->kind = read_type(c, f, &k->type, is_remote);
	if (is_remote)
		k->kind = REMOTE;
	if (k->kind == REMOTE)
		f->marks |= FRAME_REMOTE;
	if (k->kind == BINARY)
		f->marks |= FRAME_BINARY;
	f->data = k;
}

/* ---- children ---- */

static bool
is_div(const struct xml_tag *tag)
{
	return str_eq(tag->name.uri, S(XHTML)) &&
	    str_eq(tag->name.local, S("div"));
}

/* XHTML is a single div. Section 3.1.1.3. */
static void
open_div(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	struct construct *k = up->data;
	str text = str_trim(buf_str(&up->text));

	f->holds = HOLDS_ANYTHING;
	if (is_div(tag) && text.len == 0 && !k->has_div) {
		construct_open_xhtml(c, up, f, tag);
	} else if (!k->has_div && text.len == 0)
		frame_report(c, up, RULE_MISSING_XHTML_DIV,
		    "is xhtml and begins with <%.*s>, expected a <div> of "
		    "the namespace " XHTML, STR_ARG(f->name));
	else if (k->has_div && text.len == 0)
		frame_report(c, f, RULE_SECOND_DIV, "is a second element in "
		    "<%.*s>, which holds a single <div>", STR_ARG(up->name));
	k->has_div = true;
}

static void
report_fragment(struct check *c, const struct frame *f,
    const struct construct *k)
{
	frame_report(c, f, RULE_HTML_FRAGMENT,
	    "is %.*s, but not a whole document", STR_ARG(k->type));
}

void
construct_open_child(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	const struct construct *k = construct_of(up);
	str mode;

	f->holds = HOLDS_ANYTHING;
	if (k->kind == XHTML_DIV) {
		open_div(c, up, f, tag);
		return;
	}
	if (k->kind != XML)
		document_report(c->document, RULE_UNDEFINED_ELEMENT, f->at,
		    frame_reference(up), "<%.*s> may not be in <%.*s>, whose "
		    "type is '%.*s'", STR_ARG(f->name), STR_ARG(up->name),
		    STR_ARG(document_quote(c->document, k->type.len
		    ? k->type : S("text"))));
	/* The attribute is one of Atom 0.3. */
	if (frame_attribute(up, S("mode"), &mode) &&
	    str_eq(mode, S("escaped")))
		frame_report(c, up, RULE_NOT_ESCAPED,
		    "has mode='escaped', but elements in it");
	if (str_eq(k->type, S("application/xhtml+xml")) &&
	    !str_eq(tag->name.local, S("html")))
		report_fragment(c, up, k);
}

/* ---- XHTML ---- */

void
construct_check_attributes(struct check *c, struct frame *f,
    const struct xml_tag *tag)
{
	for (size_t i = 0; i < tag->n_attributes; i++) {
		const struct xml_attribute *a = &tag->attributes[i];
		struct subject s = frame_subject(
		    c, f, (str){0}, (str){0}, NULL);

		s.from = xml_place_attribute(
		    c->document, f->at, a->name.local);
		if (a->name.prefix.len == 0)
			html_check_attribute(&s, tag->name.local,
			    a->name.local, a->value, 0);
	}
}

void
construct_open_xhtml(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	const struct vocabulary *v;
	struct subject s = frame_subject(c, f, (str){0}, (str){0}, NULL);
	str uri = tag->name.uri;

	s.from = f->at;
	s.element = up->name;
	f->holds = HOLDS_XHTML;
	if (uri.len == 0 && tag->name.prefix.len == 0) {
		document_report(c->document, RULE_MISSING_NAMESPACE, f->at,
		    NULL, "<%.*s> in <%.*s> is in no namespace, expected "
		    XHTML, STR_ARG(f->name), STR_ARG(up->name));
	} else if (str_eq(uri, S(XHTML))) {
		html_check_element(&s, tag->name.local, 0);
		construct_check_attributes(c, f, tag);
	} else if (str_eq(uri, S(SVG)) || str_eq(uri, S(MATHML))) {
		if (str_ieq(tag->name.local, S("script")))
			html_check_element(&s, tag->name.local, 0);
		construct_check_attributes(c, f, tag);
	} else {
		v = uri.len ? names_vocabulary(c, uri) : NULL;
		f->holds = HOLDS_ANYTHING;
		if (v && !v->is_open)
			document_report(c->document, RULE_UNDEFINED_ELEMENT,
			    f->at, v->reference, "<%.*s> may not be in "
			    "<%.*s>, which is XHTML", STR_ARG(f->name),
			    STR_ARG(up->name));
	}
}

/* If a div has no elements, but text that looks like HTML, that was escaped
 * once too often. */
void
construct_close_xhtml(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);

	if (up && up->holds == HOLDS_CONSTRUCT && f->n_children == 0)
		frame_check(c, f, S(""), &type_plain);
}

/* ---- the end ---- */

static bool
is_base64(str s)
{
	size_t digits = 0, pads = 0;

	for (size_t i = 0; i < s.len; i++) {
		char ch = s.ptr[i];

		if (char_is_space(ch))
			continue;
		if (ch == '=')
			pads++;
		else if (pads || (!char_is_alnum(ch) && ch != '+' &&
		    ch != '/'))
			return false;
		else
			digits++;
	}
	return pads <= 2 && (digits + pads) % 4 == 0;
}

static void
check_html(struct check *c, struct frame *f, const struct construct *k)
{
	frame_check(c, f, S(""), &type_html);
	if (str_chr(k->type, '/') != STR_NONE &&
	    str_find(buf_str(&f->text), S("<html")) == STR_NONE)
		report_fragment(c, f, k);
}

void
construct_close(struct check *c, struct frame *f)
{
	const struct construct *k = construct_of(f);
	str text = frame_text(f);

	if (k->kind == TEXT)
		frame_check(c, f, S(""), &type_plain);
	else if (k->kind == HTML)
		check_html(c, f, k);
	else if (k->kind == BINARY && is_content(f) && !is_base64(text))
		frame_report(c, f, RULE_NOT_BASE64,
		    "is %.*s, but not base64", STR_ARG(k->type));
	else if (k->kind == XHTML_DIV && text.len)
		frame_report(c, f, RULE_MISSING_XHTML_DIV, "is xhtml and has "
		    "text outside of a <div>: '%.*s'",
		    STR_ARG(document_quote(c->document, text)));
	else if (k->kind == REMOTE && (text.len || f->n_children))
		document_report(c->document, RULE_UNEXPECTED_TEXT, f->end,
		    frame_reference(f), "<%.*s> has both src and content",
		    STR_ARG(f->name));
	if (text.len == 0 && f->n_children == 0 && k->kind != REMOTE)
		frame_report(c, f, RULE_BLANK, "is empty");
}
