/* SPDX-License-Identifier: MIT
 * xml_reader: reads XML with libxml2, and knows the byte of each tag, attribute
 * and text.
 *
 * It fetches nothing and opens no file: external entities are reported and
 * empty. Entities of the document itself are expanded within bounds. */
#ifndef FEEDMILL_VALIDATE_READING_XML_READER_H
#define FEEDMILL_VALIDATE_READING_XML_READER_H

#include "validate/reading/document.h"

/* A name; its slices are valid during the event. */
struct xml_name {
	str local;  /* "link" */
	str prefix; /* "atom"; empty: none */
	str uri;    /* its namespace; empty: none, or the prefix is unknown */
};

struct xml_attribute {
	struct xml_name name;
	str value; /* with references decoded */
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
	/* A part of a text; more may follow. It begins at
	 * xml_text_place(place). */
	void (*text)(void *ctx, str text, const struct xml_text *place);
	void (*end)(void *ctx);
	/* The ids of a DOCTYPE; may be empty. */
	void (*doctype)(void *ctx, str public_id, str system_id);
	bool (*stop)(void *ctx); /* asked after each tag: whether to end */
};

/* Reads d->text. The first place that is not well-formed is reported and ends
 * the reading. False: it was not read to its end. */
bool xml_read(struct document *d, const struct xml_events *events, void *ctx);

/* libxml2, if a call in this process could not load it; else NULL. xml_read
 * reports it for each document. */
struct library;
const struct library *xml_missing(void);
/* Loads libxml2 now rather than in each process that is forked later. */
void xml_load(void);
/* Another process of this program found that it is missing. */
void xml_set_missing(void);

/* The byte where a text is written, or the reference that stands for it. */
size_t xml_text_place(const struct xml_text *place);

/* The first byte of an attribute, named with its prefix, in the start tag at
 * byte `at`; *value becomes the first byte of its value. STR_NONE: the tag has
 * no such attribute, because a DTD or an entity gave it. */
size_t xml_find_attribute(const struct document *d, size_t at, str name,
    size_t *value);
/* The first byte of that attribute, or `at`. */
size_t xml_place_attribute(const struct document *d, size_t at, str name);

#endif
