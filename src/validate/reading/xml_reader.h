/* SPDX-License-Identifier: MIT
 * xml_reader: XML, read by libxml2, with the place of everything.
 *
 * Nothing is fetched and no file is opened: external entities are reported
 * and empty. Entities of the document itself are expanded within bounds. */
#ifndef FEEDMILL_VALIDATE_READING_XML_READER_H
#define FEEDMILL_VALIDATE_READING_XML_READER_H

#include "validate/reading/document.h"

/* A name, as slices that are alive for the call. */
struct xml_name {
	str local;  /* "link" */
	str prefix; /* "atom"; empty: none */
	str uri;    /* its namespace; empty: none, or the prefix is unknown */
};

struct xml_attribute {
	struct xml_name name;
	str value; /* references are decoded */
};

struct xml_binding {
	str prefix; /* empty: the default namespace */
	str uri;
};

struct xml_tag {
	struct xml_name name;
	size_t at;   /* the byte of its '<', or of the reference that made it */
	size_t end;  /* the byte past its '>' */
	const struct xml_attribute *attributes;
	size_t n_attributes;
	const struct xml_binding *bindings; /* the xmlns attributes */
	size_t n_bindings;
};

struct xml_text;

struct xml_events {
	void (*start)(void *ctx, const struct xml_tag *tag);
	/* A part of a text; more may follow. xml_text_place(place) is where
	 * it begins. */
	void (*text)(void *ctx, str text, const struct xml_text *place);
	void (*end)(void *ctx);
	/* The ids of a DOCTYPE; may be empty. */
	void (*doctype)(void *ctx, str name, str public_id, str system_id);
	bool (*stop)(void *ctx); /* asked after each tag: give up */
};

/* Reads d->text. What is not well-formed is reported; the first such thing
 * ends the reading. False: it was not read to its end. */
bool xml_read(struct document *d, const struct xml_events *events, void *ctx);

/* libxml2, if a call in this process could not load it; else NULL. xml_read
 * reports it for each document. */
struct library;
const struct library *xml_missing(void);

/* The byte at which a text is written, or the reference that it comes of. */
size_t xml_text_place(const struct xml_text *place);

/* Where in a start tag that begins at `at` an attribute of that name, with
 * its prefix, is: its first byte, and with *value set the byte past its
 * quote. STR_NONE where it is not written. */
size_t xml_find_attribute(const struct document *d, size_t at, str name,
    size_t *value);

#endif
