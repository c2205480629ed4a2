/* SPDX-License-Identifier: MIT
 * front_html: the front matter of a whole HTML page, as Pelican reads it: the
 * <title> and the <meta name="date" content="..."> of its head. */
#include "post/front/front_kinds.h"

#include "base/text/html_scan.h"
#include "base/text/scan.h"

/* Moves to the next start or end tag of that name. */
static bool
find_tag(struct html_scan *s, str name, bool is_end, struct html_tag *tag)
{
	while (html_scan_tag(s, tag)) {
		if (str_ieq(tag->name, name) && tag->is_end == is_end)
			return true;
		html_scan_past(s, tag);
	}
	return false;
}

/* Finds an element. *inner: the part between its tags. *rest: the part after
 * it. */
static bool
find_element(str *rest, str name, str *inner)
{
	struct html_scan s = html_scan_begin(*rest);
	struct html_tag open, close;
	str all = *rest;
	size_t from;

	if (!find_tag(&s, name, false, &open))
		return false;
	html_scan_past(&s, &open);
	from = s.at;
	*inner = str_from(all, from);
	*rest = (str){0};
	if (find_tag(&s, name, true, &close)) {
		*inner = str_sub(all, from, close.at - from);
		html_scan_past(&s, &close);
		*rest = str_from(all, s.at);
	}
	return true;
}

bool
front_html_cut(str text, str *front, str *body)
{
	str rest = text;

	if (!find_element(&rest, S("head"), front))
		return false;
	if (!find_element(&rest, S("body"), body))
		*body = (str){0};
	return true;
}

/* Decodes common character references in the value of an attribute. */
static str
decode(str written, struct arena *a)
{
	struct buf b = {0};
	str rest = written;

	if (str_chr(written, '&') == STR_NONE)
		return written;
	while (rest.len) {
		char c = scan_common_entity(&rest);

		buf_addc(&b, c ? c : rest.ptr[0]);
		if (c == '\0')
			rest = str_from(rest, 1);
	}
	return buf_move(&b, a);
}

/* Adds a value of a repeated name: Pelican makes a list of them. */
static void
add_again(struct value *v, str text, struct arena *a)
{
	struct value *item = arena_alloc(a, sizeof *item), *first;

	if (v->kind != VALUE_LIST) {
		first = arena_alloc(a, sizeof *first);
		*first = (struct value){.kind = v->kind, .text = v->text,
			.at = v->at, .size = 1};
		*v = (struct value){.kind = VALUE_LIST, .key = v->key,
			.key_at = v->key_at, .at = v->at, .size = 1,
			.next = v->next};
		value_add(v, first);
	}
	*item = (struct value){.kind = VALUE_SCALAR, .size = 1, .at = v->at,
		.text = arena_str(a, str_trim(text))};
	value_add(v, item);
}

static void
add_meta(struct value *map, struct html_tag *tag, int line, struct arena *a)
{
	struct html_attribute attr;
	str name = {0}, content = {0};
	const struct value *same;

	while (html_scan_attribute(tag, &attr))
		if (str_ieq(attr.name, S("name")))
			name = attr.value;
		else if (str_ieq(attr.name, S("content")) ||
		    (content.len == 0 && str_ieq(attr.name, S("contents"))))
			content = decode(attr.value, a);
	if (name.len == 0)
		return;
	if (str_ieq(name, S("keywords")))
		name = S("tags");
	same = value_ifind(map, name);
	if (same)
		add_again((struct value *)same, content, a);
	else
		front_add(map, name, content, line, a);
}

void
front_html_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	struct html_scan s = html_scan_begin(front);
	struct html_tag tag;
	int line = lines_before + 1;
	size_t seen = 0;
	str rest, title;

	while (html_scan_tag(&s, &tag)) {
		for (; seen < tag.at; seen++)
			line += front.ptr[seen] == '\n';
		rest = str_from(front, tag.at);
		if (!tag.is_end && str_ieq(tag.name, S("title")) &&
		    !value_ifind(map, S("title")) &&
		    find_element(&rest, S("title"), &title))
			front_add(map, S("title"), title, line, a);
		if (!tag.is_end && str_ieq(tag.name, S("meta")))
			add_meta(map, &tag, line, a);
		html_scan_past(&s, &tag);
	}
}
