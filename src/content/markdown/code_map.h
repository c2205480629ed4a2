/* SPDX-License-Identifier: MIT
 * code_map: where a Markdown text has code in it. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_CODE_MAP_H
#define FEEDMILL_CONTENT_MARKDOWN_CODE_MAP_H

#include "base/core/mem.h"
#include "base/core/str.h"

enum code_kind {
	CODE_FENCED,
	CODE_INDENTED,
	CODE_SPAN,
	CODE_HTML, /* <pre>, <code>, <script>, <style> as authors write them */
};

struct code_range {
	size_t start, end; /* offsets in the text */
	enum code_kind kind;
	size_t indent;     /* columns of the list item that it is in */
};

struct code_map {
	struct code_range *ranges; /* in order, none in another */
	size_t count, cap;
};

/* Finds the code in a text in one pass, for steps that come before cmark. It
 * does not know all of CommonMark's rules, but those that posts use. Text
 * between tags that make code of it, such as Liquid's highlight, is skipped. In
 * MDX indentation makes no code. */
void code_map_make(struct code_map *m, str text, bool is_mdx,
    struct arena *a);
/* The code at an offset, or NULL. */
const struct code_range *code_map_at(const struct code_map *m, size_t offset);

#endif
