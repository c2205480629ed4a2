/* SPDX-License-Identifier: MIT
 * field: front matter by the names that generators give to things. */
#include "field.h"

#include "../base/utf8.h"

enum { MOST_NAMES = 6 };

/* In the order in which they count. */
static const char *const names[FIELD_COUNT][MOST_NAMES] = {
	[FIELD_TITLE] = {"title", "linkTitle"},
	/* What a reader should see is the publication: Hugo's publishDate may
	 * be later than date. */
	[FIELD_DATE] = {"publishDate", "pubDate", "date"},
	[FIELD_UPDATED] = {"lastmod", "modified", "last_modified_at",
		"updated", "updatedDate"},
	[FIELD_EXPIRY] = {"expiryDate", "unpublishDate"},
	[FIELD_AUTHOR] = {"authors", "author"},
	[FIELD_SUMMARY] = {"summary", "description", "excerpt"},
	[FIELD_URL] = {"url", "permalink"},
	[FIELD_SLUG] = {"slug"},
	[FIELD_REPLY] = {"in_reply_to", "in-reply-to", "inReplyTo"},
};

const struct value *
field_find(const struct value *front, str key)
{
	const struct value *v = value_find(front, key);

	return v ? v : value_ifind(front, key);
}

const struct value *
field_get(const struct value *front, enum field f)
{
	for (size_t i = 0; i < MOST_NAMES && names[f][i]; i++) {
		const struct value *v =
		    field_find(front, str_of(names[f][i]));

		if (!value_is_null(v))
			return v;
	}
	return NULL;
}

/* Whether the key is one of the field's. */
static bool
is_name(enum field f, str key)
{
	for (size_t i = 0; i < MOST_NAMES && names[f][i]; i++)
		if (str_ieq(key, str_of(names[f][i])))
			return true;
	return false;
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

/* Whether a text is on one line already, with single blanks between words. */
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
	str rest, word, done;

	if (is_tidy(text))
		return arena_str(a, text);

	text_clean(&clean, text);
	rest = buf_str(&clean);
	while (str_word(&rest, &word)) {
		if (out.len)
			buf_addc(&out, ' ');
		buf_add(&out, word);
	}
	done = arena_str(a, buf_str(&out));
	buf_free(&clean);
	buf_free(&out);
	return done;
}
