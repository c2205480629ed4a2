/* SPDX-License-Identifier: MIT
 * xml: documents and pieces of them, written by libxml2. */
#include "xml.h"

#include <assert.h>
#include <libxml/xmlwriter.h>
#include <pthread.h>

#include "../base/mem.h"
#include "../base/utf8.h"

struct xml {
	xmlBufferPtr bytes;
	xmlTextWriterPtr writer;
	bool is_piece;
	size_t skip;      /* bytes at the start that are not to be used */
	int depth;        /* open elements */
	bool after_piece; /* a piece was written last */
	struct buf clean; /* text on its way in, terminated */
};

/* libxml2 fails only where memory is out. */
static void
check(int result)
{
	assert(result >= 0);
	(void)result;
}

static const xmlChar *
name_of(const char *name)
{
	return (const xmlChar *)name;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

void
xml_init(void)
{
	pthread_once(&once, xmlInitParser);
}

static struct xml *
begin(void)
{
	struct xml *x = mem_alloc(sizeof *x);

	*x = (struct xml){0};
	x->bytes = xmlBufferCreate();
	x->writer = xmlNewTextWriterMemory(x->bytes, 0);
	assert(x->bytes && x->writer);
	check(xmlTextWriterSetIndent(x->writer, 1));
	check(xmlTextWriterSetIndentString(x->writer, name_of("  ")));
	/* With an encoding set, attributes keep their UTF-8 too. The
	 * declaration that comes with it is replaced by xml_end. */
	check(xmlTextWriterStartDocument(x->writer, NULL, "utf-8", NULL));
	check(xmlTextWriterFlush(x->writer));
	x->skip = (size_t)xmlBufferLength(x->bytes);
	return x;
}

struct xml *
xml_document(void)
{
	return begin();
}

/* A piece is written below elements that are cut off again, so that its
 * lines are indented as in the document. */
struct xml *
xml_piece(int depth)
{
	struct xml *x = begin();

	x->is_piece = true;
	for (int i = 0; i < depth; i++)
		xml_open(x, "x");
	check(xmlTextWriterFlush(x->writer));
	x->skip = (size_t)xmlBufferLength(x->bytes);
	/* The first element in it ends the start tag above. */
	if (depth)
		x->skip += sizeof ">\n" - 1;
	return x;
}

void
xml_end(struct xml *x, struct buf *out)
{
	str all;

	/* A piece leaves the elements above it open. */
	if (!x->is_piece) {
		check(xmlTextWriterEndDocument(x->writer));
		buf_add(out,
		    S("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
	}
	check(xmlTextWriterFlush(x->writer));
	all = str_of((const char *)xmlBufferContent(x->bytes));
	buf_add(out, str_from(all, x->skip));
	xmlFreeTextWriter(x->writer);
	xmlBufferFree(x->bytes);
	buf_free(&x->clean);
	mem_free(x);
}

void
xml_open(struct xml *x, const char *name)
{
	check(xmlTextWriterStartElement(x->writer, name_of(name)));
	x->depth++;
	x->after_piece = false;
}

void
xml_close(struct xml *x)
{
	/* libxml2 takes a raw piece for text, after which it does not
	 * indent. */
	x->depth--;
	for (int i = 0; x->after_piece && i < x->depth; i++)
		check(xmlTextWriterWriteRaw(x->writer, name_of("  ")));
	x->after_piece = false;
	check(xmlTextWriterEndElement(x->writer));
}

/* Text that XML can hold, as a C string. */
static const xmlChar *
clean(struct xml *x, str text)
{
	buf_reset(&x->clean);
	text_clean(&x->clean, text);
	return (const xmlChar *)buf_cstr(&x->clean);
}

/* Length of the end tag of an element that s begins with, or 0. */
static size_t
end_tag(str s)
{
	size_t n = 2;

	while (n < s.len && char_is_alnum(s.ptr[n]))
		n++;
	return str_starts(s, S("</")) && n > 2 && n < s.len &&
	    s.ptr[n] == '>' ? n : 0;
}

/* Prose in which readers that take text for HTML find no HTML. References by
 * number for & and < are what the RSS Advisory Board's profile asks for; the
 * blank in an end tag is what the W3C validator goes by. */
static void
escape_prose(struct buf *out, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t tag = end_tag(str_from(text, i));
		char c = text.ptr[i];

		if (tag) {
			buf_add(out, S("&#x3C;"));
			buf_add(out, str_sub(text, i + 1, tag - 1));
			buf_add(out, S(" &gt;"));
			i += tag;
		} else if (c == '&')
			buf_add(out, S("&#x26;"));
		else if (c == '<')
			buf_add(out, S("&#x3C;"));
		else if (c == '>')
			buf_add(out, S("&gt;"));
		else if (c == '"')
			buf_add(out, S("&quot;"));
		else if (c == '\r')
			buf_add(out, S("&#13;"));
		else
			buf_addc(out, c);
	}
}

void
xml_attr(struct xml *x, const char *name, str value)
{
	if (value.len)
		check(xmlTextWriterWriteAttribute(x->writer, name_of(name),
		    clean(x, value)));
}

static void
put_prose(struct xml *x, str text)
{
	struct buf raw = {0}, plain = {0};

	text_clean(&plain, text);
	escape_prose(&raw, buf_str(&plain));
	check(xmlTextWriterWriteRaw(x->writer, name_of(buf_cstr(&raw))));
	buf_free(&raw);
	buf_free(&plain);
}

void
xml_attr_text(struct xml *x, const char *name, str text)
{
	check(xmlTextWriterStartAttribute(x->writer, name_of(name)));
	put_prose(x, text);
	check(xmlTextWriterEndAttribute(x->writer));
}

void
xml_put_text(struct xml *x, str text)
{
	put_prose(x, text);
}

void
xml_put_value(struct xml *x, str value)
{
	check(xmlTextWriterWriteString(x->writer, clean(x, value)));
}

void
xml_value(struct xml *x, const char *name, str value)
{
	if (value.len == 0)
		return;
	xml_open(x, name);
	xml_put_value(x, value);
	xml_close(x);
}

void
xml_text(struct xml *x, const char *name, str text)
{
	if (text.len == 0)
		return;
	xml_open(x, name);
	xml_put_text(x, text);
	xml_close(x);
}

void
xml_put_markup(struct xml *x, struct markup m)
{
	xml_put_value(x, m.html);
}

void
xml_put_piece(struct xml *x, str piece)
{
	struct buf b = {0};

	buf_add(&b, piece);
	check(xmlTextWriterWriteRaw(x->writer, name_of(buf_cstr(&b))));
	x->after_piece = true;
	buf_free(&b);
}
