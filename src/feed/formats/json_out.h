/* SPDX-License-Identifier: MIT
 * json_out: JSON documents and pieces of them, written straight into a
 * buffer, as xml.h does for XML.
 *
 * jansson writes trees: it takes ten times as long to build and write the tree
 * of an entry, and it cannot leave a hole for a text or for entries. */
#ifndef FEEDMILL_FEED_FORMATS_JSON_OUT_H
#define FEEDMILL_FEED_FORMATS_JSON_OUT_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/markup.h"

enum { JSON_DEPTH = 10 };

/* A writer. On the caller's stack; it owns nothing. Members are written in the
 * order of the calls. */
struct json_out {
	struct buf *out;
	int depth;                /* number of open maps and lists */
	char closing[JSON_DEPTH]; /* their closing brackets */
	bool has_members;         /* the innermost one has members */
	bool is_narrow;           /* indents by one blank, not by two */
};

/* Begins a document, or a piece that is a member of a list `depth` deep in some
 * document. The caller writes the commas between pieces. */
struct json_out json_out_document(struct buf *out);
struct json_out json_out_piece(struct buf *out, int depth);
/* Continues in another buffer. `has_members`: the open list has members. */
void json_out_go_on(struct json_out *j, struct buf *out, bool has_members);

/* Begin a map or a list. `key` is its key in a map; NULL: it is in a list, or
 * is the document. */
void json_out_map(struct json_out *j, const char *key);
void json_out_list(struct json_out *j, const char *key);
void json_out_close(struct json_out *j);

/* Writes a string; nothing if it is empty. */
void json_out_text(struct json_out *j, const char *key, str text);
/* The same, but `null` if it is empty. */
void json_out_value(struct json_out *j, const char *key, str text);
/* Writes true, false or null. */
void json_out_word(struct json_out *j, const char *key, const char *word);
/* As json_out_text with a key that may need escapes. */
void json_out_pair(struct json_out *j, str key, str text);
void json_out_number(struct json_out *j, const char *key, uint64_t n);

/* Writes an empty string and returns the offset at which the caller must insert
 * its inside, as json_out_escape writes it. */
size_t json_out_leave_hole(struct json_out *j, const char *key);
/* Appends the inside of a string, without quotes. */
void json_out_escape(struct buf *out, struct markup m);

#endif
