/* SPDX-License-Identifier: MIT
 * check: the engine that holds XML against the vocabularies. */
#include "validate/engine/check.h"

#include <string.h>

#include "base/core/span.h"
#include "base/core/utf8.h"
#include "validate/engine/construct.h"
#include "validate/engine/names.h"
#include "validate/engine/root.h"
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/frame.h"
#include "validate/reading/xml_reader.h"

enum { MOST_DEPTH = 200 };

/* ---- characters ---- */

/* What is wrong with the character that a text begins with, or 0. These are
 * nearly always an accident: controls that windows-1252 has letters for,
 * U+FFFD, and UTF-8 that was taken for Latin-1 and made UTF-8 again. */
static diag_code
bad_character(str s)
{
	unsigned char b[4] = {0};

	for (size_t i = 0; i < 4 && i < s.len; i++)
		b[i] = (unsigned char)s.ptr[i];
	if (b[0] == 0xC2 && b[1] < 0xA0)
		return RULE_BAD_CHARACTER;
	if (b[0] == 0xEF && b[1] == 0xBF && b[2] == 0xBD)
		return RULE_BAD_CHARACTER;
	if (b[0] == 0xC3 && (b[1] == 0x82 || b[1] == 0x83) && b[2] == 0xC2)
		return RULE_TWICE_ENCODED;
	return 0;
}

static void
report_character(struct check *c, diag_code code, str s, size_t at)
{
	str rest = s;

	if (code == RULE_TWICE_ENCODED)
		document_report(c->document, code, at, NULL, "'%.4s' looks "
		    "like UTF-8 that was encoded twice", s.ptr);
	else if (str_starts(s, S("\xEF")))
		document_report(c->document, code, at, NULL, "the character "
		    "U+FFFD stands for one that was lost");
	else
		document_report(c->document, code, at, NULL, "the character "
		    "U+%04X is a control that no reader can show",
		    (unsigned)utf8_next(&rest));
}

/* `place` is where the text is, or NULL: in the tag at `at`. */
static void
check_characters(struct check *c, str text, const struct xml_text *place,
    size_t at)
{
	str rest = text;

	for (;;) {
		diag_code code;

		rest = str_from(rest, span_ascii(rest, 0));
		if (rest.len == 0)
			break;
		code = bad_character(rest);
		if (code)
			report_character(c, code, rest, place
			    ? xml_text_place(place) + text.len - rest.len
			    : at);
		rest = str_from(rest, 1);
	}
}

/* ---- frames ---- */

static struct frame *
push(struct check *c, const struct xml_tag *tag)
{
	struct frame *f, *up;

	if (c->depth == c->cap) {
		size_t cap = c->cap ? 2 * c->cap : 16;

		c->frames = mem_realloc(c->frames, cap * sizeof *c->frames);
		memset(c->frames + c->cap, 0,
		    (cap - c->cap) * sizeof *c->frames);
		c->cap = cap;
	}
	up = c->depth ? &c->frames[c->depth - 1] : NULL;
	f = &c->frames[c->depth++];
	arena_reset(&f->arena);
	buf_reset(&f->text);
	*f = (struct frame){
		.arena = f->arena, .text = f->text, .seen = f->seen,
		.cap_seen = f->cap_seen, .at = tag->at, .end = tag->end,
		.has_base = up && up->has_base,
		.language = up ? up->language : (str){0},
	};
	f->name = names_written(&f->arena, &tag->name);
	f->n_prefixes = tag->n_bindings;
	f->prefixes = arena_array(
	    &f->arena, f->n_prefixes, sizeof *f->prefixes);
	for (size_t i = 0; i < f->n_prefixes; i++)
		f->prefixes[i] = arena_str(
		    &f->arena, tag->bindings[i].prefix);
	return f;
}

static void
free_frames(struct check *c)
{
	for (size_t i = 0; i < c->cap; i++) {
		arena_free(&c->frames[i].arena);
		buf_free(&c->frames[i].text);
		mem_free(c->frames[i].seen);
	}
	mem_free(c->frames);
}

/* ---- attributes ---- */

/* The name as tables have it: "href", "xml:lang", "thr:count". Empty: its
 * namespace is not one of ours. */
static str
table_name(struct check *c, struct frame *f, const struct xml_name *name)
{
	const struct vocabulary *v;

	if (name->uri.len == 0 && name->prefix.len == 0)
		return arena_str(&f->arena, name->local);
	if (str_eq(name->prefix, S("xml")))
		return names_written(&f->arena, name);
	v = name->uri.len ? names_vocabulary(c, name->uri) : NULL;
	if (v == NULL)
		return (str){0};
	return arena_printf(&f->arena, "%s:%.*s", v->prefix,
	    STR_ARG(name->local));
}

static void
copy_attributes(struct check *c, struct frame *f, const struct xml_tag *tag)
{
	f->attributes = arena_array(
	    &f->arena, tag->n_attributes, sizeof *f->attributes);
	for (size_t i = 0; i < tag->n_attributes; i++) {
		const struct xml_attribute *a = &tag->attributes[i];

		check_characters(c, a->value, NULL, tag->at);
		f->attributes[f->n_attributes].value =
		    arena_str(&f->arena, a->value);
		f->attributes[f->n_attributes++].name =
		    table_name(c, f, &a->name);
	}
}

/* xml:lang and xml:base may be anywhere. */
static void
check_common_attributes(struct check *c, struct frame *f)
{
	str value;

	if (frame_attribute(f, S("xml:lang"), &value)) {
		f->language = value;
		frame_check(c, f, S("xml:lang"), &type_language_or_none);
	}
	if (frame_attribute(f, S("xml:base"), &value)) {
		f->has_base = true;
		frame_check(c, f, S("xml:base"), &type_iri_reference);
	}
}

static const struct attribute *
find_attribute(const struct element *row, str name)
{
	for (const struct attribute *a = row->attributes; a && a->name; a++)
		if (str_eq(str_of(a->name), name))
			return a;
	return NULL;
}

static bool
is_xml_attribute(str name)
{
	return str_eq(name, S("xml:lang")) || str_eq(name, S("xml:base")) ||
	    str_eq(name, S("xml:space")) || str_eq(name, S("xml:id"));
}

static void
report_attribute(struct check *c, const struct frame *f, str name)
{
	const char *names[32];
	size_t n = 0;
	const char *near;
	struct subject s = frame_subject(c, f, name, NULL);
	size_t value, at = xml_find_attribute(
	    c->document, f->at, name, &value);

	if (!document_wants(c->document, RULE_UNDEFINED_ATTRIBUTE))
		return;
	for (const struct attribute *a = f->row->attributes;
	    a && a->name && n < 32; a++)
		names[n++] = a->name;
	near = nearest_name(name, names, n);
	document_report(c->document, RULE_UNDEFINED_ATTRIBUTE,
	    at == STR_NONE ? f->at : at, s.reference,
	    "<%.*s> has no attribute '%.*s'%s%s%s", STR_ARG(f->name),
	    STR_ARG(document_quote(c->document, name)),
	    near ? ", did you mean '" : "", near ? near : "",
	    near ? "'?" : "");
}

static void
check_attributes(struct check *c, struct frame *f, const struct xml_tag *tag)
{
	for (size_t i = 0; i < f->n_attributes; i++) {
		str name = f->attributes[i].name;
		const struct attribute *a = find_attribute(f->row, name);

		if (a)
			frame_check(c, f, name, a->type);
		else if (name.len == 0) {
			if (c->format == FORMAT_RSS &&
			    tag->name.uri.len == 0 &&
			    tag->attributes[i].name.uri.len)
				frame_report(c, f, RULE_EXTENSION_ATTRIBUTE,
				    "has the attribute '%.*s' of another "
				    "vocabulary",
				    STR_ARG(tag->attributes[i].name.local));
		} else if (!is_xml_attribute(name))
			report_attribute(c, f, name);
	}
	for (const struct attribute *a = f->row->attributes; a && a->name;
	    a++) {
		str value;

		if (a->need == REQUIRED &&
		    !frame_attribute(f, str_of(a->name), &value))
			frame_report(c, f, RULE_MISSING_ATTRIBUTE,
			    "has no attribute '%s'", a->name);
	}
}

/* ---- elements ---- */

static const char *
place_words(const struct frame *up)
{
	return up->holds == HOLDS_TEXT ? ", which holds text" : "";
}

/* Only a name of the same vocabulary in the same place can be meant. */
static const char *
nearest_element(const struct vocabulary *v, str name, enum place place)
{
	const char *names[256];
	size_t n = 0;

	for (size_t i = 0; i < v->count && n < 256; i++)
		if (v->elements[i].in & (UINT64_C(1) << place))
			names[n++] = v->elements[i].name;
	return nearest_name(name, names, n);
}

static void
report_undefined(struct check *c, const struct frame *up, struct frame *f,
    const struct vocabulary *v, str local)
{
	const char *near;

	if (!document_wants(c->document, RULE_UNDEFINED_ELEMENT))
		return;
	near = v && up->place && !vocabulary_named(v, local)
	    ? nearest_element(v, local, up->place) : NULL;
	document_report(c->document, RULE_UNDEFINED_ELEMENT, f->at,
	    v ? v->reference : frame_reference(up),
	    "<%.*s> may not be in <%.*s>%s%s%s%s", STR_ARG(f->name),
	    STR_ARG(up->name), place_words(up),
	    near ? ", did you mean <" : "", near ? near : "",
	    near ? ">?" : "");
}

static void
check_repeated(struct check *c, const struct frame *up, const struct frame *f)
{
	diag_code code = f->row->repeated ? f->row->repeated
	    : RULE_DUPLICATE_ELEMENT;

	if (f->row->often == MANY)
		return;
	for (size_t i = 0; i < up->n_seen; i++)
		if (up->seen[i].row == f->row && up->seen[i].count)
			document_report(c->document, code, f->at,
			    frame_reference(f),
			    "<%.*s> has more than one <%.*s>",
			    STR_ARG(up->name), STR_ARG(f->name));
}

/* An element whose row is known. */
static void
open_row(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	const struct element *row = f->row;

	if (up) {
		check_repeated(c, up, f);
		frame_add_child(up, f->vocabulary, row);
	}
	f->holds = row->holds;
	f->type = row->type;
	f->place = row->opens;
	if (f->holds == HOLDS_XHTML)
		construct_check_attributes(c, f, tag);
	else if (f->holds != HOLDS_ANYTHING || row->attributes)
		check_attributes(c, f, tag);
	if (f->holds == HOLDS_CONSTRUCT)
		construct_open(c, f);
	if (row->opened)
		row->opened(c, f);
}

/* An element that the place does not have. */
static void
open_elsewhere(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	const struct vocabulary *v = f->vocabulary;
	/* What the vocabulary says of its own elements is all there is. */
	bool is_closed = up->holds == HOLDS_TEXT || up->vocabulary == v;

	f->row = vocabulary_named(v, tag->name.local);
	if (is_closed || (!v->is_open && (!v->is_for_all || !f->row))) {
		report_undefined(c, up, f, v, tag->name.local);
		f->row = NULL;
		f->holds = HOLDS_ANYTHING;
		return;
	}
	if (v->is_for_all)
		document_report(c->document, RULE_ELEMENT_ELSEWHERE, f->at,
		    v->reference, "<%.*s> is not expected in <%.*s>",
		    STR_ARG(f->name), STR_ARG(up->name));
	if (f->row)
		open_row(c, up, f, tag);
	else
		f->holds = HOLDS_ANYTHING;
}

static void
open_unknown(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	f->holds = HOLDS_ANYTHING;
	if (up->holds == HOLDS_TEXT)
		report_undefined(c, up, f, NULL, tag->name.local);
	else if (tag->name.uri.len == 0 && tag->name.prefix.len == 0)
		document_report(c->document, RULE_NO_VOCABULARY, f->at, NULL,
		    "<%.*s> is in no namespace", STR_ARG(f->name));
}

static void
open_child(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	bool is_declared = tag->name.uri.len || tag->name.prefix.len == 0;

	f->vocabulary = is_declared
	    ? names_vocabulary(c, tag->name.uri) : NULL;
	if (f->vocabulary == NULL) {
		open_unknown(c, up, f, tag);
		return;
	}
	f->row = up->place ? vocabulary_element(f->vocabulary,
	    tag->name.local, up->place) : NULL;
	if (f->row)
		open_row(c, up, f, tag);
	else
		open_elsewhere(c, up, f, tag);
}

/* In what is not judged, RSS 2.0 wants elements to have a namespace all the
 * same. */
static void
open_ignored(struct check *c, const struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	f->holds = HOLDS_ANYTHING;
	if (c->format == FORMAT_RSS && tag->name.uri.len == 0 &&
	    tag->name.prefix.len == 0 &&
	    str_chr(up->name, ':') != STR_NONE)
		document_report(c->document, RULE_NOT_IN_NAMESPACE, f->at,
		    NULL, "<%.*s> in <%.*s> is in no namespace",
		    STR_ARG(f->name), STR_ARG(up->name));
}

static void
on_start(void *ctx, const struct xml_tag *tag)
{
	struct check *c = ctx;
	struct frame *f, *up;

	if (c->depth == MOST_DEPTH) {
		document_report(c->document, RULE_XML_DEPTH, tag->at, NULL,
		    "elements are nested more than %d deep", MOST_DEPTH);
		c->is_stopped = true;
		return;
	}
	f = push(c, tag);
	up = frame_up(c, f);
	if (up)
		up->n_children++;
	else
		c->format = root_format(tag);
	if (c->format) {
		names_check_bindings(c, tag);
		names_check_prefixes(c, tag);
	}
	copy_attributes(c, f, tag);
	check_common_attributes(c, f);
	if (up == NULL) {
		root_open(c, f, tag);
		if (f->row)
			open_row(c, NULL, f, tag);
	} else if (up->holds == HOLDS_ANYTHING)
		open_ignored(c, up, f, tag);
	else if (up->holds == HOLDS_XHTML)
		construct_open_xhtml(c, up, f, tag);
	else if (up->holds == HOLDS_CONSTRUCT)
		construct_open_child(c, up, f, tag);
	else
		open_child(c, up, f, tag);
}

/* ---- text ---- */

/* Whether there is nothing but white space. */
static bool
is_blank(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!char_is_space(text.ptr[i]))
			return false;
	return true;
}

static void
report_text(struct check *c, const struct frame *f, str text,
    const struct xml_text *place)
{
	str words = str_trim(text);

	document_report(c->document, f->row->text_code ? f->row->text_code
	    : RULE_UNEXPECTED_TEXT,
	    xml_text_place(place) + (size_t)(words.ptr - text.ptr),
	    frame_reference(f), "<%.*s> may not have text, but has '%.*s'",
	    STR_ARG(f->name), STR_ARG(document_quote(c->document, words)));
}

static void
on_text(void *ctx, str text, const struct xml_text *place)
{
	struct check *c = ctx;
	struct frame *f = c->depth ? &c->frames[c->depth - 1] : NULL;

	if (f == NULL)
		return;
	check_characters(c, text, place, 0);
	if (f->holds == HOLDS_TEXT || f->holds == HOLDS_CONSTRUCT ||
	    f->holds == HOLDS_XHTML)
		buf_add(&f->text, text);
	if (f->has_text || is_blank(text))
		return;
	f->has_text = true;
	if (f->holds == HOLDS_ELEMENTS || f->holds == HOLDS_NOTHING)
		report_text(c, f, text, place);
}

/* ---- ends ---- */

/* Elements that must or should be in this one. */
static void
check_missing(struct check *c, const struct frame *f)
{
	const struct vocabulary *v = f->vocabulary;
	uint64_t here = UINT64_C(1) << f->place;

	for (size_t i = 0; i < v->count; i++) {
		const struct element *e = &v->elements[i];

		if (!((e->must | e->should) & here) ||
		    frame_count(f, str_of(e->name)))
			continue;
		document_report(c->document, e->must & here
		    ? RULE_MISSING_ELEMENT : RULE_MISSING_RECOMMENDED, f->at,
		    e->reference ? e->reference : v->reference,
		    "<%.*s> has no <%s%s%s>", STR_ARG(f->name),
		    str_chr(f->name, ':') == STR_NONE ? "" : v->prefix,
		    str_chr(f->name, ':') == STR_NONE || !v->prefix[0]
		    ? "" : ":", e->name);
	}
}

static void
on_end(void *ctx)
{
	struct check *c = ctx;
	struct frame *f = &c->frames[c->depth - 1];

	if (f->holds == HOLDS_ELEMENTS)
		check_missing(c, f);
	if (f->holds == HOLDS_TEXT && f->type)
		frame_check(c, f, S(""), f->type);
	if (f->holds == HOLDS_CONSTRUCT)
		construct_close(c, f);
	if (f->row && f->row->closed)
		f->row->closed(c, f);
	if (f->holds == HOLDS_XHTML)
		construct_close_xhtml(c, f);
	c->depth--;
}

static void
on_doctype(void *ctx, str name, str public_id, str system_id)
{
	root_doctype(ctx, name, public_id, system_id);
}

static bool
on_stop(void *ctx)
{
	return ((struct check *)ctx)->is_stopped;
}

void
check_xml(struct document *d)
{
	static const struct xml_events events = {
		on_start, on_text, on_end, on_doctype, on_stop};
	struct check c = {.document = d, .newest = INT64_MIN};

	xml_read(d, &events, &c);
	free_frames(&c);
	table_free(&c.values);
}
