/* SPDX-License-Identifier: MIT
 * old_json: reads published JSON Feeds token by token, so that a file that is
 * cut off still gives its entries. */
#include "feed/formats/old_json.h"

#include <string.h>

#include "base/data/json.h"
#include "base/text/scan.h"

enum { MOST_DEPTH = 64, FEED = 1, ITEMS = 2, ITEM = 3 };

static const struct {
	str name;
	enum old_field field;
} members[] = {
	{S_INIT("id"), OLD_ID},
	{S_INIT("url"), OLD_LINK},
	{S_INIT("title"), OLD_TITLE},
	{S_INIT("date_published"), OLD_PUBLISHED},
	{S_INIT("date_modified"), OLD_UPDATED},
};

struct walk {
	struct old_feed *feed;
	struct arena *arena;
	str text;
	size_t at;
	size_t depth;
	str key[ITEM + 1];     /* the last key, at each depth */
	char open[MOST_DEPTH]; /* '{' or '[' */
	str raw[OLD_FIELDS];
};

static bool
is_in_items(const struct walk *w)
{
	return w->depth >= ITEMS && w->open[FEED - 1] == '{' &&
	    w->open[ITEMS - 1] == '[' && str_eq(w->key[FEED], S("items"));
}

/* Reads a string after its first quote. Keeps its escapes. */
static str
read_rest_of_string(struct walk *w)
{
	size_t from = w->at;

	while (w->at < w->text.len) {
		size_t n = str_chr(str_from(w->text, w->at), '"'), back = 0;

		if (n == STR_NONE)
			break;
		w->at += n + 1;
		while (back < w->at - 1 - from &&
		    w->text.ptr[w->at - 2 - back] == '\\')
			back++;
		if (back % 2 == 0)
			return str_sub(w->text, from, w->at - 1 - from);
	}
	w->at = w->text.len;
	return (str){0};
}

static bool
is_key(const struct walk *w)
{
	str rest = str_from(w->text, w->at);

	scan_blanks(&rest);
	return w->open[w->depth - 1] == '{' && scan_peek(rest) == ':';
}

/* Stores a string or number if it is a field of an item. */
static void
set_value(struct walk *w, str value)
{
	if (w->depth == FEED && str_eq(w->key[FEED], S("version")) &&
	    str_find(value, S("jsonfeed")) != STR_NONE)
		w->feed->kind = OLD_FEED;
	if (w->depth == FEED && str_eq(w->key[FEED], S("next_url")))
		w->feed->next = value;
	if (w->depth != ITEM || !is_in_items(w))
		return;
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
		if (str_eq(w->key[ITEM], members[i].name))
			w->raw[members[i].field] = value;
}

static void
read_string(struct walk *w)
{
	str s = read_rest_of_string(w);

	if (!is_key(w))
		set_value(w, s);
	else if (w->depth <= ITEM)
		w->key[w->depth] = s;
}

static void
read_number(struct walk *w)
{
	size_t from = w->at - 1;

	while (w->at < w->text.len && (char_is_alnum(w->text.ptr[w->at]) ||
	    char_is_one_of(w->text.ptr[w->at], "+-.")))
		w->at++;
	set_value(w, str_sub(w->text, from, w->at - from));
}

static void
add_item(struct walk *w)
{
	old_feed_add(w->feed, w->arena, w->raw);
	memset(w->raw, 0, sizeof w->raw);
}

static void
read_token(struct walk *w)
{
	char c = w->text.ptr[w->at++];

	if (c == '{' || c == '[') {
		w->open[w->depth++] = c;
		if (w->depth == ITEMS && is_in_items(w))
			w->feed->kind = OLD_FEED;
		if (w->depth <= ITEM)
			w->key[w->depth] = (str){0};
	} else if (c == '}' || c == ']') {
		if (w->depth == ITEM && is_in_items(w))
			add_item(w);
		w->depth--;
	} else if (c == '"')
		read_string(w);
	else if (char_is_digit(c) || c == '-')
		read_number(w);
}

static str
json_text(struct arena *a, str raw)
{
	struct diags diags = {0};
	struct source src = {0};
	const struct value *v;
	str list;

	if (str_chr(raw, '\\') == STR_NONE)
		return raw;
	list = arena_printf(a, "[\"%.*s\"]", STR_ARG(raw));
	v = json_parse(a, list, &src, 0, &diags);
	diags_free(&diags);
	return v && v->first ? str_trim(v->first->text) : raw;
}

void
old_json_read(struct old_feed *f, struct arena *a, str text)
{
	struct walk w = {.feed = f, .arena = a, .text = text, .at = f->at};

	if (text.ptr[f->at] != '{')
		return;
	f->kind = OLD_OTHER;
	f->text = json_text;
	do
		read_token(&w);
	while (w.depth && w.depth < MOST_DEPTH && w.at < text.len);
	if (w.depth && f->kind == OLD_OTHER)
		f->kind = OLD_BLANK; /* the rest may show that it is a feed */
	f->is_cut = w.depth && f->kind == OLD_FEED;
	if (w.depth >= ITEM && is_in_items(&w))
		add_item(&w);
}
