/* SPDX-License-Identifier: MIT
 * xml_reader: reads XML with libxml2, and knows the byte of each tag, attribute
 * and text.
 *
 * libxml2 counts lines up to 65535 and columns past the token, so places are
 * bytes here. xmlByteConsumed is exact, since the parser gets UTF-8 in one
 * piece. When an element starts, it is behind the last attribute; no attribute
 * can hold a '<', so the last one before is that of the tag. */
#include "validate/reading/xml_reader.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/core/library.h"
#include "base/core/utf8.h"
#include "base/text/scan.h"
#include "validate/reading/references.h"
#include "validate/tables/feed_rules.h"

enum {
	MOST_EXPANDED = 1 << 20, /* bytes that entities may expand to */
	TAG_COST = 100,          /* bytes that an element in one counts as */
};

/* ---- libxml2 ---- */

#define FUNCTIONS(ROW) \
	ROW(xmlInitParser, init) \
	ROW(xmlCreateMemoryParserCtxt, create) \
	ROW(xmlCtxtUseOptions, use_options) \
	ROW(xmlParseDocument, parse) \
	ROW(xmlByteConsumed, byte_consumed) \
	ROW(xmlStopParser, stop) \
	ROW(xmlFreeDoc, free_doc) \
	ROW(xmlFreeParserCtxt, free_parser) \
	ROW(xmlSAXVersion, set_sax_version) \
	ROW(xmlSAX2InternalSubset, internal_subset) \
	ROW(xmlSAX2EntityDecl, entity_decl) \
	ROW(xmlSAX2GetEntity, get_entity) \
	ROW(xmlCreateIntSubset, create_subset) \
	ROW(xmlAddDocEntity, add_entity)

struct libxml2 {
	FUNCTIONS(LIBRARY_POINTER)
};

static const char *const functions[] = {FUNCTIONS(LIBRARY_NAME) NULL};

/* The structures in the header are those of one ABI only. */
#if LIBXML_VERSION < 21400
static const char *const files[] = {"libxml2.so.2", NULL};
#else
static const char *const files[] = {"libxml2.so.16", NULL};
#endif

static const struct library library = {
	.name = "libxml2",
	.package = "libxml2",
	.files = files,
	.functions = functions,
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct libxml2 lib; /* set once, by load_library() */
static atomic_bool is_missing;

static void
load_library(void)
{
	if (library_find(&library, &lib))
		lib.init();
	else
		atomic_store(&is_missing, true);
}

const struct library *
xml_missing(void)
{
	return atomic_load(&is_missing) ? &library : NULL;
}

void
xml_load(void)
{
	pthread_once(&once, load_library);
}

void
xml_set_missing(void)
{
	atomic_store(&is_missing, true);
}

/* ---- a reader ---- */

struct reader {
	struct document *document;
	const struct xml_events *events;
	void *ctx;
	xmlParserCtxtPtr parser;
	size_t base;         /* byte of the text where the parser began */
	bool has_html_names; /* its DTD, which is not read, declares them */
	bool is_broken;
	size_t expanded;     /* bytes that came from entities */
	struct arena tag;    /* what the current tag consists of */
};

static str
str_of_xml(const xmlChar *s)
{
	return str_of((const char *)s);
}

static struct reader *
reader_of(void *ctx)
{
	return ((xmlParserCtxtPtr)ctx)->_private;
}

/* ---- places ---- */

/* The byte behind what the parser has read. */
static size_t
offset(const struct reader *r)
{
	long n = lib.byte_consumed(r->parser);

	return r->base + (n > 0 ? (size_t)n : 0);
}

/* The byte of the last `c` before `at`. */
static size_t
back_to(const struct reader *r, size_t at, char c)
{
	str before = str_sub(r->document->text, 0, at);
	size_t hit = str_rchr(before, c);

	return hit == STR_NONE ? 0 : hit;
}

/* libxml2 reads each entity with another parser. Faults in it are reported at
 * the reference. */
static bool
is_expansion(const struct reader *r, void *ctx)
{
	return ctx != r->parser;
}

static size_t
place_of_tag(const struct reader *r, void *ctx)
{
	return back_to(r, offset(r), is_expansion(r, ctx) ? '&' : '<');
}

static bool
is_tag_char(char c)
{
	return c != '>' && !char_is_space(c);
}

static bool
is_name_char(char c)
{
	return c != '=' && c != '/' && is_tag_char(c);
}

size_t
xml_find_attribute(const struct document *d, size_t at, str name,
    size_t *value)
{
	str s = str_from(d->text, at), start, found, inside;

	scan_while(&s, is_tag_char);
	for (;;) {
		scan_blanks(&s);
		start = s;
		found = scan_while(&s, is_name_char);
		while (scan_blanks(&s) || scan_char(&s, '='))
			;
		if (found.len == 0 || s.len == 0 ||
		    (s.ptr[0] != '"' && s.ptr[0] != '\''))
			return STR_NONE;
		*value = d->text.len - s.len + 1;
		if (str_eq(found, name))
			return d->text.len - start.len;
		if (!scan_quoted(&s, '\0', &inside))
			return STR_NONE;
	}
}

size_t
xml_place_attribute(const struct document *d, size_t at, str name)
{
	size_t value, found = xml_find_attribute(d, at, name, &value);

	return found == STR_NONE ? at : found;
}

/* ---- errors ---- */

static void
stop(struct reader *r, void *ctx)
{
	r->is_broken = true;
	lib.stop(ctx);
	if (is_expansion(r, ctx))
		lib.stop(r->parser);
}

/* False: the entities expand to too much. */
static bool
count_expanded(struct reader *r, void *ctx, size_t n)
{
	if (!is_expansion(r, ctx))
		return true;
	r->expanded += n;
	if (r->expanded <= MOST_EXPANDED)
		return true;
	if (!r->is_broken)
		document_report(r->document, RULE_XML_EXPANSION,
		    place_of_tag(r, ctx), NULL,
		    "the entities expand to more than %d bytes",
		    MOST_EXPANDED);
	stop(r, ctx);
	return false;
}

/* libxml2's words: "Opening and ending tag mismatch: b line 3 and a\n". */
static void
report_error(struct reader *r, diag_code code, size_t at,
    const xmlError *e)
{
	str words = str_trim(str_of(e->message));
	char first = words.len ? words.ptr[0] : ' ';
	char second = words.len > 1 ? words.ptr[1] : ' ';

	/* A name or an abbreviation keeps its capital. */
	if (second >= 'a' && second <= 'z')
		first = char_lower(first);
	document_report(r->document, code, at, NULL, "%c%.*s", first,
	    STR_ARG(document_quote(r->document, str_from(words, 1))));
}

static void
on_error(void *ctx, xmlErrorPtr e)
{
	struct reader *r = reader_of(ctx);
	size_t at = offset(r);

	if (r->is_broken || e->level < XML_ERR_ERROR)
		return;
	/* names_check_prefixes reports prefixes that are not declared. */
	if (e->domain == XML_FROM_NAMESPACE) {
		if (e->code == XML_NS_ERR_ATTRIBUTE_REDEFINED)
			report_error(r, RULE_XML_SYNTAX, at, e);
		return;
	}
	if (e->code == XML_ERR_ENTITY_LOOP)
		document_report(r->document, RULE_XML_EXPANSION, at, NULL,
		    "an entity contains itself, or expands to far too much");
	else {
		if (e->code == XML_ERR_TAG_NAME_MISMATCH)
			at = back_to(r, at, '<');
		report_error(r, RULE_XML_SYNTAX, at, e);
	}
	if (e->level == XML_ERR_FATAL)
		r->is_broken = true;
}

/* ---- the document type ---- */

static void
on_internal_subset(void *ctx, const xmlChar *name, const xmlChar *public_id,
    const xmlChar *system_id)
{
	struct reader *r = reader_of(ctx);

	r->has_html_names = str_eq(str_of_xml(public_id),
	    S("-//Netscape Communications//DTD RSS 0.91//EN"));
	r->events->doctype(
	    r->ctx, str_of_xml(public_id), str_of_xml(system_id));
	lib.internal_subset(ctx, name, public_id, system_id);
}

static void
on_entity(void *ctx, const xmlChar *name, int type, const xmlChar *public_id,
    const xmlChar *system_id, xmlChar *content)
{
	struct reader *r = reader_of(ctx);

	if (type == XML_INTERNAL_GENERAL_ENTITY ||
	    type == XML_INTERNAL_PARAMETER_ENTITY) {
		lib.entity_decl(
		    ctx, name, type, public_id, system_id, content);
		return;
	}
	document_report(r->document, RULE_EXTERNAL_ENTITY,
	    place_of_tag(r, r->parser), NULL,
	    "the entity '%s' is in another file, '%s', which is not read",
	    (const char *)name, system_id ? (const char *)system_id : "");
	lib.entity_decl(ctx, name, type == XML_EXTERNAL_PARAMETER_ENTITY
	    ? XML_INTERNAL_PARAMETER_ENTITY : XML_INTERNAL_GENERAL_ENTITY,
	    NULL, NULL, (xmlChar *)"");
}

/* An entity that is not declared is reported once. From then on it stands for
 * the character of HTML, or for nothing, so that the reading can go on. */
static xmlEntityPtr
on_get_entity(void *ctx, const xmlChar *name)
{
	xmlParserCtxtPtr parser = ctx;
	struct reader *r = reader_of(ctx);
	xmlEntityPtr e = lib.get_entity(ctx, name);
	char text[32], bytes[8] = "";
	str s = {text, 0};
	uint32_t rune;

	if (e || parser->myDoc == NULL)
		return e;
	s.len = (size_t)snprintf(text, sizeof text, "&%s;",
	    (const char *)name);
	if (s.len < sizeof text && references_take(&s, &rune))
		utf8_encode(rune, bytes);
	if (bytes[0] == '\0' || !r->has_html_names)
		document_report(r->document, RULE_UNDEFINED_ENTITY,
		    back_to(r, offset(r), '&'), NULL,
		    "'&%s;' is not declared%s", (const char *)name,
		    bytes[0] ? ", it is a name of HTML" : "");
	if (parser->myDoc->intSubset == NULL)
		lib.create_subset(parser->myDoc, name, NULL, NULL);
	return lib.add_entity(parser->myDoc, name,
	    XML_INTERNAL_GENERAL_ENTITY, NULL, NULL, (xmlChar *)bytes);
}

/* ---- elements ---- */

static const struct xml_attribute *
copy_attributes(struct reader *r, const xmlChar **from, size_t n)
{
	struct xml_attribute *list = arena_array(&r->tag, n, sizeof *list);

	for (size_t i = 0; i < n; i++, from += 5)
		list[i] = (struct xml_attribute){
			.name = {str_of_xml(from[0]), str_of_xml(from[1]),
				str_of_xml(from[2])},
			.value = {(const char *)from[3],
				(size_t)(from[4] - from[3])},
		};
	return list;
}

static const struct xml_binding *
copy_bindings(struct reader *r, const xmlChar **from, size_t n)
{
	struct xml_binding *list = arena_array(&r->tag, n, sizeof *list);

	for (size_t i = 0; i < n; i++, from += 2)
		list[i] = (struct xml_binding){
			str_of_xml(from[0]), str_of_xml(from[1])};
	return list;
}

static void
on_start(void *ctx, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int n_bindings, const xmlChar **bindings,
    int n_attributes, int n_defaulted, const xmlChar **attributes)
{
	struct reader *r = reader_of(ctx);
	struct xml_tag tag = {
		.name = {str_of_xml(local), str_of_xml(prefix),
			str_of_xml(uri)},
		.at = place_of_tag(r, ctx),
		.n_attributes = (size_t)n_attributes,
		.n_bindings = (size_t)n_bindings,
	};
	size_t gt;

	(void)n_defaulted;
	if (!count_expanded(r, ctx, TAG_COST))
		return;
	tag.end = offset(r);
	gt = str_chr(str_from(r->document->text, tag.end), '>');
	if (!is_expansion(r, ctx) && gt != STR_NONE)
		tag.end += gt + 1;
	arena_reset(&r->tag);
	tag.attributes = copy_attributes(r, attributes, tag.n_attributes);
	tag.bindings = copy_bindings(r, bindings, tag.n_bindings);
	r->events->start(r->ctx, &tag);
	if (r->events->stop(r->ctx))
		stop(r, ctx);
}

static void
on_end(void *ctx, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri)
{
	struct reader *r = reader_of(ctx);

	(void)local, (void)prefix, (void)uri;
	if (!r->is_broken)
		r->events->end(r->ctx);
}

/* Whether the text from one byte to another is a single reference. */
static bool
is_reference(const struct reader *r, size_t from, size_t to)
{
	str s = str_sub(r->document->text, from, to - from);
	uint32_t rune;

	return references_take(&s, &rune) && s.len == 0;
}

struct xml_text {
	const struct reader *reader;
	void *parser;  /* the reader's; of an entity, another one */
	const char *text;
	size_t len;
	size_t behind; /* bytes that were read after it */
};

/* The text is part of the parser's input; or it is a copy, or stands for a
 * reference, and ends where the input has been read to. */
size_t
xml_text_place(const struct xml_text *t)
{
	const struct reader *r = t->reader;
	const xmlParserInput *in = r->parser->input;
	const char *base = in ? (const char *)in->base : NULL;
	size_t at = offset(r), before = t->len + t->behind, amp;

	if (is_expansion(r, t->parser))
		return back_to(r, at, '&');
	if (in && t->text >= base && t->text < (const char *)in->end)
		return r->base + in->consumed + (size_t)(t->text - base);
	if (at && r->document->text.ptr[at - 1] == ';') {
		amp = back_to(r, at, '&');
		if (is_reference(r, amp, at))
			return amp;
	}
	return at > before ? at - before : 0;
}

static void
send_text(struct reader *r, void *ctx, const xmlChar *text, size_t n,
    size_t behind)
{
	struct xml_text t = {r, ctx, (const char *)text, n, behind};

	if (!r->is_broken && count_expanded(r, ctx, n))
		r->events->text(r->ctx, (str){t.text, n}, &t);
}

static void
on_text(void *ctx, const xmlChar *text, int len)
{
	send_text(reader_of(ctx), ctx, text, (size_t)len, 0);
}

/* libxml2 calls it after reading "]]>". */
static void
on_section(void *ctx, const xmlChar *text, int len)
{
	send_text(reader_of(ctx), ctx, text, (size_t)len, 3);
}

/* ---- reading ---- */

static void
set_handlers(xmlSAXHandler *sax)
{
	memset(sax, 0, sizeof *sax);
	/* SAX 2 builds a document for the entities, but no tree. */
	lib.set_sax_version(sax, 2);
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = on_text;
	sax->ignorableWhitespace = on_text;
	sax->cdataBlock = on_section;
	/* Comments and instructions are skipped. References have to be
	 * expanded, external subsets not read. */
	sax->comment = NULL;
	sax->processingInstruction = NULL;
	sax->reference = NULL;
	sax->internalSubset = on_internal_subset;
	sax->externalSubset = NULL;
	sax->resolveEntity = NULL;
	sax->entityDecl = on_entity;
	sax->getEntity = on_get_entity;
	sax->serror = on_error;
}

/* Reports another version than 1.0 in the XML declaration. */
static void
check_version(struct document *d, size_t start)
{
	str rest = str_sub(str_from(d->text, start), 0, 256), version;

	if (!scan_text(&rest, S("<?xml ")) ||
	    !scan_past(&rest, S("version"), NULL))
		return;
	while (scan_any(&rest, " \t\r\n=\"'"))
		;
	version = scan_until(&rest, "\"'?");
	if (!str_eq(version, S("1.0")))
		document_report(d, RULE_XML_VERSION,
		    (size_t)(version.ptr - d->text.ptr), NULL,
		    "the version of XML is '%.*s', expected '1.0'",
		    STR_ARG(document_quote(d, version)));
}

/* White space before the declaration stops every parser. It is reported, and
 * skipped so that the rest can be judged. */
static size_t
find_start(struct document *d)
{
	size_t start = str_find(str_sub(d->text, 0, 4096), S("<?xml "));
	str before = str_sub(d->text, 0, start == STR_NONE ? 0 : start);

	if (before.len == 0 || str_trim(before).len)
		return 0;
	document_report(d, RULE_XML_DECLARATION, start, NULL,
	    "the XML declaration must be the first thing in the document");
	return start;
}

/* The attributes and namespaces of the start tag whose '<' is at `at`. */
static size_t
count_attributes(str text, size_t at)
{
	str s = str_from(text, at + 1), inside;
	size_t n = 0;

	scan_while(&s, is_tag_char);
	while (scan_blanks(&s), scan_while(&s, is_name_char).len) {
		while (scan_blanks(&s) || scan_char(&s, '='))
			;
		if (!scan_quoted(&s, '\0', &inside))
			break;
		n++;
	}
	return n;
}

/* Whether no tag has so many attributes that libxml2, and the search for their
 * places, would take quadratic time. Such a tag is reported. */
static bool
check_attributes(struct document *d, size_t base)
{
	enum { MOST_ATTRIBUTES = 256, SHORTEST = 5 /* bytes of one: a="" */ };
	size_t most = MOST_ATTRIBUTES;
	str rest = str_from(d->text, base), part;

	/* No value holds a '<': a tag ends before the next one. */
	while (str_split(&rest, '<', &part)) {
		size_t at = (size_t)(part.ptr - d->text.ptr) - 1;

		if (part.len <= most * SHORTEST ||
		    count_attributes(d->text, at) <= most)
			continue;
		document_report(d, RULE_TOO_COSTLY, at, NULL,
		    "an element has more than %zu attributes and namespaces",
		    most);
		return false;
	}
	return true;
}

bool
xml_read(struct document *d, const struct xml_events *events, void *ctx)
{
	struct reader r = {.document = d, .events = events, .ctx = ctx};
	struct source src = {d->name, {0}};
	str text;
	bool ok;

	pthread_once(&once, load_library);
	if (xml_missing()) {
		library_report(&library, &src, d->diags);
		d->is_unread = true;
		return false;
	}
	r.base = find_start(d);
	check_version(d, r.base);
	if (!check_attributes(d, r.base))
		return false;
	text = str_from(d->text, r.base);
	r.parser = lib.create(
	    text.len ? text.ptr : " ", text.len ? (int)text.len : 1);
	lib.use_options(r.parser, XML_PARSE_NOENT | XML_PARSE_NONET |
	    XML_PARSE_IGNORE_ENC);
	set_handlers(r.parser->sax);
	r.parser->userData = r.parser;
	r.parser->_private = &r;
	lib.parse(r.parser);
	ok = r.parser->wellFormed && !r.is_broken;
	if (r.parser->myDoc)
		lib.free_doc(r.parser->myDoc);
	lib.free_parser(r.parser);
	arena_free(&r.tag);
	return ok;
}
