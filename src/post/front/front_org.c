/* SPDX-License-Identifier: MIT
 * front_org: the keywords of Org, "#+title: A title". FRONT_ORG_BARE reads them
 * as Hugo does, FRONT_ORG also reads #+filetags and times of day. */
#include "post/front/front_kinds.h"

static bool
is_keyword(str line, str *key, str *text)
{
	size_t colon;

	if (!str_starts(line, S("#+")))
		return false;
	colon = str_chr(line, ':');
	if (colon == STR_NONE || colon < 3)
		return false;
	*key = str_sub(line, 2, colon - 2);
	*text = str_trim(str_from(line, colon + 1));
	return str_chr(*key, ' ') == STR_NONE &&
	    !str_istarts(*key, S("begin_")) && !str_istarts(*key, S("end_"));
}

/* Whether a line is part of the front matter: a keyword, a comment, a blank
 * line, or part of a drawer of properties. */
static bool
is_front(str line, bool *in_drawer)
{
	str key, text, bare = str_trim(line);

	if (*in_drawer) {
		*in_drawer = !str_ieq(bare, S(":END:"));
		return true;
	}
	*in_drawer = str_ieq(bare, S(":PROPERTIES:"));
	return *in_drawer || bare.len == 0 || is_keyword(line, &key, &text) ||
	    str_eq(bare, S("#")) || str_starts(line, S("# "));
}

bool
front_org_cut(str text, str *front, str *body)
{
	str rest = text, line, key, value;
	bool in_drawer = false, found = false;

	*body = text;
	while (str_split(&rest, '\n', &line) && is_front(line, &in_drawer)) {
		found |= is_keyword(line, &key, &value);
		*body = rest;
	}
	*front = str_sub(text, 0, text.len - body->len);
	return found;
}

static void
add_list(struct value *v, str text, char separator, struct arena *a)
{
	str part;

	v->kind = VALUE_LIST;
	v->text = (str){0};
	while (separator == ' ' ? str_word(&text, &part)
	    : str_split(&text, separator, &part)) {
		struct value *item = arena_alloc(a, sizeof *item);

		if (part.len == 0)
			continue;
		*item = (struct value){.kind = VALUE_SCALAR, .size = 1,
			.at = v->at, .text = arena_str(a, part)};
		value_add(v, item);
	}
}

/* The date of "<2024-01-02 Tue 10:00>", with its time if is_whole. Other texts
 * are returned as they are. */
static str
plain_date(str s, bool is_whole, struct arena *a)
{
	str rest, word, date = {0};

	if (!str_starts(s, S("<")) && !str_starts(s, S("[")))
		return s;
	rest = str_from(s, 1);
	rest = str_sub(rest, 0, str_chr(rest, s.ptr[0] == '<' ? '>' : ']'));
	str_word(&rest, &date);
	while (is_whole && str_word(&rest, &word))
		if (word.len && char_is_digit(word.ptr[0]))
			return arena_printf(a, "%.*s %.*s", STR_ARG(date),
			    STR_ARG(str_sub(word, 0, str_chr(word, '-'))));
	return date;
}

static bool
is_list_key(str key)
{
	return str_ieq(key, S("tags")) || str_ieq(key, S("categories")) ||
	    str_ieq(key, S("aliases"));
}

enum { MOST_JOINED = 4096 }; /* bytes */

static void
add_keyword(struct value *map, str key, str text, int line, bool is_whole,
    struct arena *a)
{
	bool is_list = str_ends(key, S("[]"));
	bool is_tags = is_whole && str_ieq(key, S("filetags"));
	struct value *v;

	if (is_list)
		key.len -= 2;
	if (is_tags && value_ifind(map, S("tags")))
		return;
	v = front_add(map, is_tags ? S("tags") : key, S(""), line, a);
	if (is_list || is_list_key(key))
		add_list(v, text, ' ', a);
	else if (is_tags)
		add_list(v, text, ':', a);
	else {
		text = str_ieq(key, S("date")) || str_ieq(key, S("lastmod")) ||
		    str_ieq(key, S("publishdate")) ||
		    str_ieq(key, S("expirydate"))
		    ? plain_date(text, is_whole, a) : text;
		/* Joins the texts of a repeated keyword, each time anew. */
		if (v->text.len > MOST_JOINED)
			return;
		v->text = v->text.len ? arena_printf(a, "%.*s %.*s",
		    STR_ARG(v->text), STR_ARG(text)) : arena_str(a, text);
		v->kind = v->text.len ? VALUE_SCALAR : VALUE_NULL;
	}
}

static void
read_keywords(struct value *map, str front, int line, bool is_whole,
    struct arena *a)
{
	str at, key, text;

	while (str_split(&front, '\n', &at)) {
		line++;
		if (is_keyword(at, &key, &text))
			add_keyword(map, key, text, line, is_whole, a);
	}
}

void
front_org_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	read_keywords(map, front, lines_before, true, a);
}

void
front_org_bare_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	read_keywords(map, front, lines_before, false, a);
}
