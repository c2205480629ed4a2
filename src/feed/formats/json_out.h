/* SPDX-License-Identifier: MIT
 * json_out: JSON documents and pieces of them, written straight into a
 * buffer, as xml.h does it for XML.
 *
 * jansson writes trees: to build the tree of an entry and write it takes ten
 * times as long, and it can leave no hole for a text or for entries. */
#ifndef FEEDMILL_FEED_FORMATS_JSON_OUT_H
#define FEEDMILL_FEED_FORMATS_JSON_OUT_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/markup.h"

enum { JSON_DEPTH = 8 };

/* A writer. On the caller's stack; it owns nothing. Members are written in the
 * order of the calls. */
struct json_out {
	struct buf *out;
	int depth;                /* of the map or list that is open */
	char closing[JSON_DEPTH]; /* of those that were opened */
	bool has_members;         /* the open one has some */
};

/* Begins a document, or a piece that is a member of a list `depth` deep in some
 * document. The caller writes the commas between pieces. */
struct json_out json_out_document(struct buf *out);
struct json_out json_out_piece(struct buf *out, int depth);
/* Continues in another buffer. `has_members`: the open list has got some. */
void json_out_go_on(struct json_out *j, struct buf *out, bool has_members);

/* Begin a map or a list, under `key` where it is a member of a map; else
 * NULL. */
void json_out_map(struct json_out *j, const char *key);
void json_out_list(struct json_out *j, const char *key);
void json_out_close(struct json_out *j);

/* A string; nothing where it is empty. */
void json_out_text(struct json_out *j, const char *key, str text);

/* The same under a key that is not known beforehand. */
void json_out_pair(struct json_out *j, str key, str text);
/* A number; nothing where it is 0. */
void json_out_number(struct json_out *j, const char *key, uint64_t n);

/* Writes an empty string and returns the offset at which the caller must insert
 * its inside, as json_out_escape writes it. */
size_t json_out_leave_hole(struct json_out *j, const char *key);
/* Appends the inside of a string by itself. */
void json_out_escape(struct buf *out, struct markup m);

#endif
