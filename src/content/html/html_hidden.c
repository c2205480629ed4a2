/* SPDX-License-Identifier: MIT
 * html_hidden: what pages have beside their text. Most is recognised by its
 * form, since each theme has its own names. */
#include "content/html/html_hidden.h"

#include "content/html/html_math.h"

#include "base/core/buf.h"
#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "base/text/scan.h"

/* ---- the tree ---- */

/* Texts that are longer are not looked at: each link of a heading looks at all
 * of the heading. */
enum { MOST_TEXT = 2000 };

/* Appends the text of a node; an element that ends a line gives a line feed. */
static void
add_text(struct buf *out, const struct html_node *node, struct arena *scratch)
{
	struct html_walk walk = {.arena = scratch};
	bool leaves;

	html_walk_down(&walk, node);
	while (out->len <= MOST_TEXT &&
	    (node = html_walk_next(&walk, &leaves)) != NULL) {
		if (html_node_is_text(node))
			buf_add(out, html_node_text(node));
		else if (html_node_is_element(node) && !leaves) {
			const struct html_element *row = html_node_row(node);

			if ((row && row->is_line) ||
			    html_node_is_named(node, S("br")))
				buf_addc(out, '\n');
			html_walk_down(&walk, node);
		}
	}
}

static str
text_of(const struct html_node *node, struct arena *scratch)
{
	struct buf b = {0};

	add_text(&b, node, scratch);
	return buf_move(&b, scratch);
}

/* Whether an element of that name is in a node. */
static bool
holds(const struct html_node *node, str name, struct arena *scratch)
{
	struct html_walk walk = {.arena = scratch};
	bool leaves;

	html_walk_down(&walk, node);
	while ((node = html_walk_next(&walk, &leaves)) != NULL)
		if (html_node_is_element(node) && !leaves) {
			if (html_node_is_named(node, name))
				return true;
			html_walk_down(&walk, node);
		}
	return false;
}

/* The nearest element around a node that is one of the names; or NULL. */
static const struct html_node *
find_around(const struct html_node *node, str names)
{
	while ((node = html_node_parent(node)) != NULL) {
		str rest = names, name;

		while (str_word(&rest, &name))
			if (html_node_is_named(node, name))
				return node;
	}
	return NULL;
}

/* ---- hidden by an attribute ---- */

/* Whether an inline style has a declaration: "display: none". */
static bool
has_style(const struct html_attrs *attrs, str property, str value)
{
	const str *style = html_attr_find(attrs, "style");
	str rest = style ? *style : (str){0}, part;

	while (str_split(&rest, ';', &part)) {
		size_t colon = str_chr(part, ':');

		if (colon != STR_NONE &&
		    str_ieq(str_trim(str_sub(part, 0, colon)), property) &&
		    str_istarts(str_trim(str_from(part, colon + 1)), value))
			return true;
	}
	return false;
}

static bool
is_hidden(const struct html_attrs *attrs)
{
	return html_attr_find(attrs, "hidden") ||
	    has_style(attrs, S("display"), S("none")) ||
	    has_style(attrs, S("visibility"), S("hidden"));
}

/* ---- pictures ---- */

/* A picture of 0 or 1 pixels, which counts readers. Feed rule 29. */
static bool
is_tracker(const struct html_attrs *attrs)
{
	static const char *const sides[] = {"width", "height"};

	for (size_t i = 0; i < 2; i++) {
		const str *v = html_attr_find(attrs, sides[i]);
		str side = v ? str_trim(*v) : (str){0};

		if (str_ends(side, S("px")))
			side.len -= 2;
		if (!str_eq(side, S("0")) && !str_eq(side, S("1")))
			return false;
	}
	return true;
}

/* Whether the next element is a <noscript> with the picture for readers that
 * run no script. */
static bool
is_placeholder(const struct html_node *node, struct arena *scratch)
{
	const struct html_node *next = html_node_next(node);

	while (next && html_node_is_text(next) &&
	    str_trim(html_node_text(next)).len == 0)
		next = html_node_next(next);
	return next && html_node_is_element(next) &&
	    html_node_is_named(next, S("noscript")) &&
	    holds(next, S("img"), scratch);
}

/* ---- marks of headings ---- */

/* Whether a text has no letter and no digit: "#", "¶", "🔗", nothing. */
static bool
is_sign(str text)
{
	while (text.len) {
		uint32_t rune = utf8_next(&text);

		if (unicode_is_word(rune) && !unicode_is_mark(rune))
			return false;
	}
	return true;
}

/* Whether each word of a text says that it is a mark, or is one of the heading
 * itself: "Direct link to Usage". */
static bool
names_mark(str text, str heading)
{
	static const char words[] = "permalink permanent link anchor direct "
	    "to this section header heading titled title copy jump for the";
	str word;
	bool any = false;

	while (str_word(&text, &word)) {
		str bare = word;

		while (bare.len && !char_is_alnum(bare.ptr[bare.len - 1]) &&
		    (unsigned char)bare.ptr[bare.len - 1] < 0x80)
			bare.len--;
		if (str_has_word(str_of(words), bare, str_ieq))
			any = true;
		else if (!str_has_word(heading, word, str_eq))
			return false;
	}
	return any;
}

/* The text of a heading without that of a mark in it. */
static str
heading_without(const struct html_node *heading, str mark,
    struct arena *scratch)
{
	str all = text_of(heading, scratch);
	size_t at = str_find(all, mark);

	return arena_printf(scratch, "%.*s%.*s",
	    STR_ARG(str_sub(all, 0, at)), STR_ARG(str_from(all,
	    at == STR_NONE ? all.len : at + mark.len)));
}

/* A link beside the text of a heading that leads to the heading. Feed rule
 * 28. */
static bool
is_heading_mark(const struct html_node *node, const struct html_attrs *attrs,
    struct arena *scratch)
{
	const str *href = html_attr_find(attrs, "href");
	const struct html_node *heading;
	str text, rest;

	if (href == NULL || str_chr(*href, '#') == STR_NONE ||
	    holds(node, S("img"), scratch))
		return false;
	heading = find_around(node, S("h1 h2 h3 h4 h5 h6"));
	if (heading == NULL)
		return false;
	text = text_of(node, scratch);
	rest = str_trim(heading_without(heading, text, scratch));
	return rest.len && (is_sign(text) || names_mark(text, rest));
}

/* ---- line numbers ---- */

/* Whether a node has a digit and no other text: most do not, which shows
 * soon. */
static bool
has_only_digits(const struct html_node *node, struct arena *scratch)
{
	struct html_walk walk = {.arena = scratch};
	bool leaves, any = false;

	html_walk_down(&walk, node);
	while ((node = html_walk_next(&walk, &leaves)) != NULL) {
		str text = html_node_is_text(node) ? html_node_text(node)
		    : (str){0};

		if (html_node_is_element(node) && !leaves)
			html_walk_down(&walk, node);
		for (size_t i = 0; i < text.len; i++) {
			if (!char_is_digit(text.ptr[i]) &&
			    !char_is_space(text.ptr[i]))
				return false;
			any |= char_is_digit(text.ptr[i]);
		}
	}
	return any;
}

/* The text of a node that has only digits, however long it is. */
static str
digits_of(const struct html_node *node, struct arena *scratch)
{
	struct html_walk walk = {.arena = scratch};
	struct buf b = {0};
	bool leaves;

	html_walk_down(&walk, node);
	while ((node = html_walk_next(&walk, &leaves)) != NULL) {
		if (html_node_is_text(node))
			buf_add(&b, html_node_text(node));
		else if (html_node_is_element(node) && !leaves) {
			if (!html_node_is_named(node, S("span")))
				buf_addc(&b, '\n');
			html_walk_down(&walk, node);
		}
	}
	return buf_move(&b, scratch);
}

/* Whether a text is one or more numbers, each by one larger than that before;
 * *count of them. */
static bool
is_sequence(str text, size_t *count)
{
	long last = 0;
	str word;

	*count = 0;
	while (str_word(&text, &word)) {
		long n = 0;

		if (word.len > 6 || !scan_is_all(word, char_is_digit))
			return false;
		for (size_t i = 0; i < word.len; i++)
			n = 10 * n + (word.ptr[i] - '0');
		if (*count && n != last + 1)
			return false;
		last = n;
		++*count;
	}
	return *count > 0;
}

/* A cell that holds only the numbers of the lines in the next one. */
static bool
is_number_cell(const struct html_node *cell, struct arena *scratch)
{
	const struct html_node *next = html_node_next(cell);
	size_t count;

	while (next && !html_node_is_element(next))
		next = html_node_next(next);
	if (next == NULL || !has_only_digits(cell, scratch) ||
	    !is_sequence(digits_of(cell, scratch), &count))
		return false;
	return (count >= 2 || holds(cell, S("pre"), scratch)) &&
	    holds(next, S("pre"), scratch);
}

/* Whether a number stands at the start of most lines of a code, each in an
 * element of its own. */
static bool
has_numbered_lines(const struct html_node *pre, struct arena *scratch)
{
	struct html_walk walk = {.arena = scratch};
	const struct html_node *node;
	struct buf numbers = {0};
	size_t lines = 0, count;
	bool leaves, starts = true, is;

	html_walk_down(&walk, pre);
	while ((node = html_walk_next(&walk, &leaves)) != NULL) {
		str text, trimmed;

		if (html_node_is_element(node) && !leaves)
			html_walk_down(&walk, node);
		if (!html_node_is_text(node))
			continue;
		text = html_node_text(node);
		trimmed = str_trim(text);
		if (starts && trimmed.len && is_sequence(trimmed, &count) &&
		    count == 1)
			buf_printf(&numbers, "%.*s ", STR_ARG(trimmed));
		else if (trimmed.len || str_chr(text, '\n') == STR_NONE)
			starts = false;
		for (size_t i = 0; i < text.len; i++)
			lines += text.ptr[i] == '\n';
		starts |= text.len && text.ptr[text.len - 1] == '\n';
	}
	is = is_sequence(buf_str(&numbers), &count) && count >= 2 &&
	    count >= lines;
	buf_free(&numbers);
	return is;
}

/* An element in code that holds only the number of its line. */
static bool
is_line_number(struct html_hidden *h, const struct html_node *node,
    const struct html_attrs *attrs, struct arena *scratch)
{
	const struct html_node *pre;
	size_t count;

	if (!has_only_digits(node, scratch) ||
	    (pre = find_around(node, S("pre"))) == NULL ||
	    !is_sequence(digits_of(node, scratch), &count))
		return false;
	if (has_style(attrs, S("user-select"), S("none")) ||
	    has_style(attrs, S("-webkit-user-select"), S("none")) ||
	    html_attr_has_class(attrs, S("ln lnt lineno linenos line-number "
	    "linenumber")))
		return true;
	if (h->pre != pre) {
		h->pre = pre;
		h->is_numbered = has_numbered_lines(pre, scratch);
	}
	return h->is_numbered && count == 1 &&
	    html_node_is_named(node, S("span"));
}

/* ---- all of them ---- */

bool
html_is_unwanted(struct html_hidden *h, const struct html_node *node,
    const struct html_attrs *attrs, bool is_page, struct arena *scratch)
{
	if (is_hidden(attrs) || html_math_is_copy(node, attrs))
		return true;
	if (html_node_is_named(node, S("nav")))
		return is_page;
	if (html_node_is_named(node, S("img")))
		return is_tracker(attrs) || is_placeholder(node, scratch);
	if (html_node_is_named(node, S("noscript")))
		return !holds(node, S("img"), scratch);
	if (html_node_is_named(node, S("a")))
		return is_heading_mark(node, attrs, scratch);
	if (html_node_is_named(node, S("td")))
		return html_attr_has_class(attrs, S("lineno linenos gutter "
		    "rouge-gutter")) || is_number_cell(node, scratch);
	if (html_node_is_named(node, S("span")) ||
	    html_node_is_named(node, S("div")))
		return is_line_number(h, node, attrs, scratch);
	return false;
}
