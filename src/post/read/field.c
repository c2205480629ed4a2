/* SPDX-License-Identifier: MIT
 * field: finds front matter under the names that generators use. */
#include "post/read/field.h"

#include "base/core/diag.h"
#include "base/core/utf8.h"

enum { MOST_NAMES = 6 };

/* By priority. */
static const str names[FIELD_COUNT][MOST_NAMES] = {
	[FIELD_TITLE] = {S_INIT("title"), S_INIT("linkTitle")},
	/* The date of publication first: Hugo's publishDate may be later than
	 * its date. */
	[FIELD_DATE] = {S_INIT("publishDate"), S_INIT("pubDate"),
		S_INIT("date")},
	[FIELD_UPDATED] = {S_INIT("lastmod"), S_INIT("modified"),
		S_INIT("last_modified_at"), S_INIT("updated"),
		S_INIT("updatedDate")},
	[FIELD_EXPIRY] = {S_INIT("expiryDate"), S_INIT("unpublishDate")},
	[FIELD_AUTHOR] = {S_INIT("authors"), S_INIT("author")},
	[FIELD_SUMMARY] = {S_INIT("summary"), S_INIT("description"),
		S_INIT("excerpt")},
	[FIELD_URL] = {S_INIT("url"), S_INIT("permalink")},
	[FIELD_SLUG] = {S_INIT("slug")},
	[FIELD_LINK] = {S_INIT("external_url"), S_INIT("external-url"),
		S_INIT("externalUrl"), S_INIT("link"),
		S_INIT("redirect_to")},
	[FIELD_REPLY] = {S_INIT("in_reply_to"), S_INIT("in-reply-to"),
		S_INIT("inReplyTo")},
	[FIELD_COMMENTS] = {S_INIT("comments")},
};

const struct value *
field_find(const struct value *front, str key)
{
	const struct value *other = NULL; /* in another case */

	if (!value_may_have(front, key))
		return NULL;
	for (const struct value *v = front->first; v; v = v->next)
		if (v->key.len == key.len && str_ieq(v->key, key)) {
			if (str_eq(v->key, key))
				return v;
			other = other ? other : v;
		}
	return other;
}

const struct value *
field_get(const struct value *front, enum field f)
{
	for (size_t i = 0; i < MOST_NAMES && names[f][i].len; i++) {
		const struct value *v = field_find(front, names[f][i]);

		if (!value_is_null(v))
			return v;
	}
	return NULL;
}

/* Whether the key is one of the field's. */
static bool
is_name(enum field f, str key)
{
	for (size_t i = 0; i < MOST_NAMES && names[f][i].len; i++)
		if (str_ieq(key, names[f][i]))
			return true;
	return false;
}

bool
field_is_known(str key)
{
	for (int f = 0; f < FIELD_COUNT; f++)
		if (is_name((enum field)f, key))
			return true;
	return false;
}

const char *
field_nearest(enum field f, str key)
{
	const char *all[MOST_NAMES];
	size_t n = 0;

	for (; n < MOST_NAMES && names[f][n].len; n++)
		all[n] = names[f][n].ptr;
	return nearest_name(key, all, n);
}

bool
field_is_given(const struct value *front, str key)
{
	for (int f = 0; f < FIELD_COUNT; f++)
		if (is_name((enum field)f, key))
			return field_get(front, (enum field)f) != NULL;
	return !value_is_null(field_find(front, key));
}

const struct value *
field_find_path(const struct value *front, str path)
{
	const struct value *v = field_find(front, path);
	str name;

	if (v)
		return v;
	v = front;
	while (v && str_split(&path, '.', &name))
		v = field_find(v, name);
	return v;
}

/* Whether field_text would not change a text. */
static bool
is_tidy(str text)
{
	char before = ' ';

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if ((c >= 0 && c < ' ') || (c == ' ' && before == ' '))
			return false;
		before = c;
	}
	return (before != ' ' || text.len == 0) && text_is_sound(text);
}

str
field_text(struct arena *a, str text)
{
	struct buf clean = {0}, out = {0};
	str rest, word;

	if (is_tidy(text))
		return arena_str(a, text);

	text_clean(&clean, text);
	rest = buf_str(&clean);
	while (str_word(&rest, &word)) {
		if (out.len)
			buf_addc(&out, ' ');
		buf_add(&out, word);
	}
	buf_free(&clean);
	return buf_move(&out, a);
}

str
field_text_of(struct arena *a, const struct value *v)
{
	return v && v->kind == VALUE_SCALAR ? field_text(a, v->text)
	                                    : (str){0};
}
