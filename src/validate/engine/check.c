/* SPDX-License-Identifier: MIT
 * check: judges XML against the vocabularies.
 *
 * The reader calls on_start, on_text and on_end; a stack has a frame for each
 * open element. Its row of a vocabulary says what it may hold. */
#include "validate/engine/check.h"

#include <string.h>

#include "validate/engine/xml_attributes.h"
#include "validate/engine/construct.h"
#include "validate/engine/names.h"
#include "validate/engine/root.h"
#include "validate/reading/characters.h"
#include "validate/reading/xml_reader.h"
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/frame.h"

enum { MOST_DEPTH = 200 };

/* ---- frames ---- */

static struct frame *
push_frame(struct check *c, const struct xml_tag *tag)
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

/* ---- elements ---- */

/* Only a name of the same vocabulary in the same place can be meant. */
static str
hint_at_element(struct check *c, const struct vocabulary *v, str name,
    enum place place)
{
	const char *names[256];
	size_t n = 0;

	if (v == NULL || place == PLACE_NOWHERE || vocabulary_named(v, name))
		return (str){0};
	for (size_t i = 0; i < v->count && n < 256; i++)
		if (v->elements[i].in & (UINT64_C(1) << place))
			names[n++] = v->elements[i].name;
	return document_hint(c->document, name, names, n, "<>");
}

static void
report_undefined(struct check *c, const struct frame *up, struct frame *f,
    const struct vocabulary *v, str local)
{
	if (!document_wants(c->document, RULE_UNDEFINED_ELEMENT))
		return;
	document_report(c->document, RULE_UNDEFINED_ELEMENT, f->at,
	    v ? v->reference : frame_reference(up),
	    "<%.*s> may not be in <%.*s>%s%.*s", STR_ARG(f->name),
	    STR_ARG(up->name),
	    up->holds == HOLDS_TEXT ? ", which holds text" : "",
	    STR_ARG(hint_at_element(c, v, local, up->place)));
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

/* An element with a row. */
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
		xml_attributes_check(c, f, tag);
	if (f->holds == HOLDS_CONSTRUCT)
		construct_open(c, f);
	if (row->opened)
		row->opened(c, f);
}

/* An element that its vocabulary does not have in this place. */
static void
open_elsewhere(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag)
{
	const struct vocabulary *v = f->vocabulary;
	/* Inside of its own elements, a vocabulary lists all that is allowed. */
	bool is_listed = up->holds == HOLDS_TEXT || up->vocabulary == v;

	f->row = vocabulary_named(v, tag->name.local);
	if (is_listed || (!v->is_open && (!v->is_for_all || !f->row))) {
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

/* RSS 2.0 requires a namespace even in elements that are not judged. */
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
	f = push_frame(c, tag);
	up = frame_up(c, f);
	if (up)
		up->n_children++;
	else
		c->format = root_format(tag);
	if (c->format) {
		names_check_bindings(c, tag);
		names_check_prefixes(c, tag);
	}
	xml_attributes_open(c, f, tag);
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

static void
report_text(struct check *c, const struct frame *f, str text,
    const struct xml_text *place)
{
	str words = str_trim(text);

	document_report(c->document, RULE_UNEXPECTED_TEXT,
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
	characters_check(c->document, text, place, 0);
	if (f->holds == HOLDS_TEXT || f->holds == HOLDS_CONSTRUCT ||
	    f->holds == HOLDS_XHTML)
		buf_add(&f->text, text);
	if (f->has_text || str_trim(text).len == 0)
		return;
	f->has_text = true;
	if (f->holds == HOLDS_ELEMENTS || f->holds == HOLDS_NOTHING)
		report_text(c, f, text, place);
}

/* ---- ends ---- */

/* Reports children that the element must or should have. */
static void
check_missing(struct check *c, const struct frame *f)
{
	const struct vocabulary *v = f->vocabulary;
	uint64_t here = UINT64_C(1) << f->place;
	bool has_prefix = str_chr(f->name, ':') != STR_NONE;

	for (size_t i = 0; i < v->count; i++) {
		const struct element *e = &v->elements[i];

		if (!((e->must | e->should) & here) ||
		    frame_count(f, str_of(e->name)))
			continue;
		document_report(c->document, e->must & here
		    ? RULE_MISSING_ELEMENT : RULE_MISSING_RECOMMENDED, f->at,
		    e->reference ? e->reference : v->reference,
		    "<%.*s> has no <%s%s%s>", STR_ARG(f->name),
		    has_prefix ? v->prefix : "",
		    has_prefix && v->prefix[0] ? ":" : "", e->name);
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
on_doctype(void *ctx, str public_id, str system_id)
{
	root_doctype(ctx, public_id, system_id);
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
