/* SPDX-License-Identifier: MIT
 * field: finds front matter under the names that generators use. */
#ifndef FEEDMILL_POST_READ_FIELD_H
#define FEEDMILL_POST_READ_FIELD_H

#include "base/data/value.h"

/* The fields of a post; generators use different keys (DIALECTS.md D1). */
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
/* Whether the key or a synonym of it has a value. */
bool field_is_given(const struct value *front, str key);
/* Whether the key is one of any field. */
bool field_is_known(str key);
/* The key of a field that is spelt most like `key`; NULL: none is near. */
const char *field_nearest(enum field f, str key);
/* The key in the same case, else in another case: Hugo folds keys. */
const struct value *field_find(const struct value *front, str key);
/* A value below maps: "extra.guid". NULL where there is none. */
const struct value *field_find_path(const struct value *front, str path);
/* A text as one line: white space collapsed and trimmed, characters that feeds
 * cannot contain replaced. */
str field_text(struct arena *a, str text);
/* The same of a single value; empty for others and NULL. */
str field_text_of(struct arena *a, const struct value *v);

#endif
