/* SPDX-License-Identifier: MIT
 * wiki_links: links by name, [[name]] and [[name|text]], as Obsidian writes
 * them. */
#include "content/links/wiki_links.h"

#include "base/text/scan.h"
#include "base/text/slug.h"
#include "content/markdown/code_map.h"

enum { MOST_LINK = 300 }; /* bytes between the brackets */

struct wiki {
	const struct post *from;
	struct post_index *index;
	struct arena *arena;
	struct buf out;
};

/* The parts of the text between brackets: "name#Part|text". */
struct wiki_link {
	str name, part, text;
};

/* Splits a link at '|' and '#'. In a table of Markdown the bar is written as
 * "\|". */
static struct wiki_link
split_link(str inner)
{
	size_t bar = str_chr(inner, '|'), hash;
	struct wiki_link l = {.name = str_sub(inner, 0, bar)};

	if (bar != STR_NONE)
		l.text = str_trim(str_from(inner, bar + 1));
	if (str_ends(l.name, S("\\")))
		l.name.len--;
	if (l.text.len == 0)
		l.text = str_trim(l.name);
	hash = str_chr(l.name, '#');
	if (hash != STR_NONE)
		l.part = str_trim(str_from(l.name, hash + 1));
	l.name = str_trim(str_sub(l.name, 0, hash));
	return l;
}

/* Writes a text, escaped so that Markdown shows it unchanged. */
static void
put_text(struct buf *out, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (char_is_one_of(text.ptr[i], "[]\\"))
			buf_addc(out, '\\');
		buf_addc(out, text.ptr[i]);
	}
}

/* Writes a link to the post with that name. False: there is none. */
static bool
put_link(struct wiki *w, str inner)
{
	struct wiki_link l = split_link(inner);
	const struct post *p = l.name.len == 0 ? NULL
	    : post_index_find(w->index, w->from, l.name, POST_MATCH_NAME);

	if (p == NULL)
		return false;
	buf_addc(&w->out, '[');
	put_text(&w->out, l.text);
	buf_printf(&w->out, "](<%.*s", STR_ARG(post_index_url(w->index, p,
	    w->arena)));
	/* "^x" leads to a block in Obsidian; pages have no such anchors. */
	if (l.part.len && !str_starts(l.part, S("^"))) {
		buf_addc(&w->out, '#');
		slug_make(&w->out, l.part, SLUG_GITHUB);
	}
	buf_add(&w->out, S(">)"));
	return true;
}

/* The text between "[[" and "]]" at the front of a text; empty unless both
 * are on one line. */
static str
inner_of(str text)
{
	str inner = str_sub(text, 2, MOST_LINK);
	size_t end = str_find(inner, S("]]"));

	if (!str_starts(text, S("[[")) || end == STR_NONE)
		return (str){0};
	inner.len = end;
	return str_chr(inner, '\n') == STR_NONE &&
	    str_chr(inner, '[') == STR_NONE ? inner : (str){0};
}

str
wiki_links_expand(str text, const struct post *from,
    struct post_index *index, struct sources *sources, struct arena *a)
{
	struct wiki w = {from, index, a, {0}};
	struct code_map code = {0};
	size_t at = 0, done = 0, found;

	if (index == NULL || str_find(text, S("[[")) == STR_NONE)
		return text;
	code_map_make(&code, text, false, a);
	sources->posts = true;
	while ((found = str_find(str_from(text, at), S("[["))) != STR_NONE) {
		str inner = inner_of(str_from(text, at + found));
		bool is_kept = at + found > 0 &&
		    char_is_one_of(text.ptr[at + found - 1], "!\\[");

		at += found;
		buf_add(&w.out, str_sub(text, done, at - done));
		done = at;
		at += 2;
		if (is_kept || inner.len == 0 || code_map_at(&code, done) ||
		    !put_link(&w, inner))
			continue;
		at = done = done + inner.len + 4;
	}
	buf_add(&w.out, str_from(text, done));
	return buf_move(&w.out, a);
}
