/* SPDX-License-Identifier: MIT
 * field: front matter by the names that generators give to things. */
#ifndef FEEDMILL_POST_READ_FIELD_H
#define FEEDMILL_POST_READ_FIELD_H

#include "base/data/value.h"

/* What a post can say of itself, under whatever key (DIALECTS.md D1). */
enum field {
	FIELD_TITLE,
	FIELD_DATE,
	FIELD_UPDATED,
	FIELD_EXPIRY,
	FIELD_AUTHOR,
	FIELD_SUMMARY,
	FIELD_URL,
	FIELD_SLUG,
	FIELD_LINK,
	FIELD_REPLY,
	FIELD_COMMENTS,
	FIELD_COUNT
};

/* The first of the field's keys that has a value, or NULL. */
const struct value *field_get(const struct value *front, enum field f);
/* Whether the key has a value, or another key that means the same. */
bool field_is_given(const struct value *front, str key);
/* The key as it is written, else in another case: Hugo folds them. */
const struct value *field_find(const struct value *front, str key);
/* A value below maps: "extra.guid". NULL where there is none. */
const struct value *field_find_path(const struct value *front, str path);
/* A text as one line of text: characters that feeds cannot hold mended,
 * white space collapsed and trimmed. */
str field_text(struct arena *a, str text);

#endif
