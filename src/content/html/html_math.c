/* SPDX-License-Identifier: MIT
 * html_math: MathML, and what else pages have of a formula. */
#include "content/html/html_math.h"

#include "content/html/html_attrs.h"
#include "post/read/field.h"

/* ---- the tree ---- */

enum { MOST_DEPTH = 100 };

static bool
is_named(const struct html_node *node, const char *name)
{
	return node && html_node_is_element(node) &&
	    html_node_is_named(node, str_of(name));
}

bool
html_math_is(const struct html_node *node)
{
	return html_node_is_math(node) && is_named(node, "math");
}

/* Whether an element is code: it is never shown. */
static bool
is_code(const struct html_node *node)
{
	const struct html_element *row = html_node_row(node);

	return row && row->action == HTML_DROP;
}

/* The n-th element in a node, from 0; or NULL. */
static const struct html_node *
part(const struct html_node *node, size_t n)
{
	for (node = html_node_first(node); node; node = html_node_next(node))
		if (html_node_is_element(node) && n-- == 0)
			return node;
	return NULL;
}

static void
add_text(struct buf *out, const struct html_node *node, int depth)
{
	if (depth > MOST_DEPTH)
		return;
	for (node = html_node_first(node); node; node = html_node_next(node))
		if (html_node_is_text(node))
			buf_add(out, html_node_text(node));
		else if (html_node_is_element(node) && !is_code(node))
			add_text(out, node, depth + 1);
}

/* The first <math> or annotation with TeX in a node; or NULL. */
static const struct html_node *
find(const struct html_node *node, bool (*is)(const struct html_node *n),
    int depth)
{
	const struct html_node *found = NULL;

	if (depth > MOST_DEPTH)
		return NULL;
	for (node = html_node_first(node); node && !found;
	     node = html_node_next(node))
		if (html_node_is_element(node))
			found = is(node) ? node : find(node, is, depth + 1);
	return found;
}

/* ---- TeX ---- */

static bool
is_tex(const struct html_node *node)
{
	str encoding;

	return is_named(node, "annotation") &&
	    html_node_attr(node, "encoding", &encoding) &&
	    str_find(encoding, S("tex")) != STR_NONE;
}

/* The TeX of a formula, or empty. */
static str
tex_of(const struct html_node *math, struct arena *scratch)
{
	const struct html_node *note = find(math, is_tex, 0);
	struct buf b = {0};
	str text = {0}, alt;

	if (note) {
		add_text(&b, note, 0);
		text = str_trim(arena_str(scratch, buf_str(&b)));
	} else if (html_node_attr(math, "alttext", &alt))
		text = str_trim(alt);
	buf_free(&b);
	return text;
}

static bool
is_display(const struct html_node *math)
{
	str display;

	return html_node_attr(math, "display", &display) &&
	    str_ieq(str_trim(display), S("block"));
}

/* ---- one line of text ---- */

static void add_line(struct buf *out, const struct html_node *node,
    int depth);

static bool
is_simple(const struct html_node *node)
{
	return node && (is_named(node, "mi") || is_named(node, "mn") ||
	    is_named(node, "mtext"));
}

/* A part in parentheses, if it has more than one sign. */
static void
add_part(struct buf *out, const struct html_node *node, int depth)
{
	bool simple = is_simple(node);

	if (node == NULL)
		return;
	if (!simple)
		buf_addc(out, '(');
	if (simple)
		add_text(out, node, depth);
	else
		add_line(out, node, depth);
	if (!simple)
		buf_addc(out, ')');
}

/* What stands before each of up to three parts of an element. */
static const struct {
	const char *name, *before[3];
} layouts[] = {
	{"mfrac", {"", "/", ""}}, {"msup", {"", "^", ""}},
	{"msub", {"", "_", ""}}, {"msubsup", {"", "_", "^"}},
	{"munder", {"", "_", ""}}, {"mover", {"", "^", ""}},
	{"munderover", {"", "_", "^"}}, {"mroot", {"root", "_", ""}},
};

static bool
add_layout(struct buf *out, const struct html_node *node, int depth)
{
	for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
		if (!is_named(node, layouts[i].name))
			continue;
		for (size_t k = 0; k < 3 && part(node, k); k++) {
			buf_add(out, str_of(layouts[i].before[k]));
			add_part(out, part(node, k), depth);
		}
		return true;
	}
	return false;
}

static void
add_element(struct buf *out, const struct html_node *node, int depth)
{
	if (depth > MOST_DEPTH || is_code(node) ||
	    is_named(node, "annotation") ||
	    is_named(node, "annotation-xml") || add_layout(out, node, depth))
		return;
	if (is_named(node, "msqrt")) {
		buf_add(out, S("\u221a("));
		add_line(out, node, depth);
		buf_addc(out, ')');
		return;
	}
	add_line(out, node, depth);
	if (is_named(node, "mtr"))
		buf_add(out, S("; "));
	else if (is_named(node, "mtd") || is_named(node, "mspace"))
		buf_addc(out, ' ');
}

static void
add_line(struct buf *out, const struct html_node *node, int depth)
{
	for (node = html_node_first(node); node; node = html_node_next(node))
		if (html_node_is_element(node))
			add_element(out, node, depth + 1);
		else if (html_node_is_text(node))
			buf_add(out, str_trim(html_node_text(node)));
}

static str
line_of(const struct html_node *math, struct arena *scratch)
{
	struct buf b = {0};
	str line;

	add_line(&b, math, 0);
	line = field_text(scratch, buf_str(&b));
	buf_free(&b);
	return line;
}

/* ---- MathML ---- */

static const char names[] = "math mrow mi mn mo ms mtext mspace msup msub "
    "msubsup mfrac msqrt mroot mstyle merror mpadded mphantom munder mover "
    "munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr "
    "menclose mfenced semantics annotation";
static const char kept[] = "display displaystyle scriptlevel mathvariant "
    "stretchy symmetric fence separator largeop movablelimits accent "
    "accentunder form lspace rspace minsize maxsize linethickness width "
    "height depth voffset columnalign rowalign columnspan rowspan "
    "columnlines rowlines frame columnspacing rowspacing notation open close "
    "separators encoding numalign denomalign bevelled";

static void
write_attributes(struct buf *out, const struct html_node *node,
    struct arena *scratch)
{
	struct html_attrs attrs = html_node_attrs(node, scratch);

	for (size_t i = 0; i < attrs.count; i++)
		if (str_has_word(str_of(kept), attrs.list[i].name, str_eq)) {
			buf_printf(out, " %.*s=\"",
			    STR_ARG(attrs.list[i].name));
			html_add_text(out, attrs.list[i].value);
			buf_addc(out, '"');
		}
}

static void
write_element(struct buf *out, const struct html_node *node, str alt,
    int depth, struct arena *scratch)
{
	str name = html_node_name(node, scratch);
	bool is_kept = html_node_is_math(node) &&
	    str_has_word(str_of(names), name, str_eq);

	/* A second form of the formula, maybe in HTML, is left out. */
	if (depth > MOST_DEPTH || is_code(node) ||
	    is_named(node, "annotation-xml"))
		return;
	if (is_kept) {
		buf_printf(out, "<%.*s", STR_ARG(name));
		write_attributes(out, node, scratch);
		if (alt.len) {
			buf_add(out, S(" alttext=\""));
			html_add_text(out, alt);
			buf_addc(out, '"');
		}
		buf_addc(out, '>');
	}
	for (const struct html_node *n = html_node_first(node); n;
	     n = html_node_next(n))
		if (html_node_is_text(n))
			html_add_text(out, html_node_text(n));
		else if (html_node_is_element(n))
			write_element(out, n, (str){0}, depth + 1, scratch);
	if (is_kept)
		buf_printf(out, "</%.*s>", STR_ARG(name));
}

str
html_math_text(const struct html_node *math, struct arena *scratch)
{
	str tex = tex_of(math, scratch);

	return tex.len ? tex : line_of(math, scratch);
}

void
html_math_write(struct buf *out, const struct html_node *math,
    enum html_math form, struct arena *scratch)
{
	str tex = tex_of(math, scratch);
	bool is_block = is_display(math);

	if (form == HTML_MATH_MATHML)
		write_element(out, math, html_math_text(math, scratch), 0,
		    scratch);
	else if (form == HTML_MATH_TEX && tex.len) {
		buf_add(out, is_block ? S("\\[") : S("\\("));
		html_add_text(out, tex);
		buf_add(out, is_block ? S("\\]") : S("\\)"));
	} else
		html_add_text(out, line_of(math, scratch));
}

/* ---- copies ---- */

static bool
has_math(const struct html_node *node)
{
	return node && html_node_is_element(node) && (html_math_is(node) ||
	    find(node, html_math_is, 0));
}

bool
html_math_is_copy(const struct html_node *node,
    const struct html_attrs *attrs)
{
	const str *hidden = html_attr_find(attrs, "aria-hidden");
	const struct html_node *parent = html_node_parent(node);

	if (hidden == NULL || !str_eq(*hidden, S("true")) || parent == NULL)
		return false;
	for (const struct html_node *n = html_node_first(parent); n;
	     n = html_node_next(n))
		if (n != node && has_math(n))
			return !has_math(node);
	return false;
}

str
html_math_script(const struct html_node *node,
    const struct html_attrs *attrs, struct arena *scratch)
{
	const str *type = html_attr_find(attrs, "type");
	const struct html_node *before = NULL;
	struct buf b = {0};
	bool is_block;
	str text;

	if (type == NULL || !str_istarts(*type, S("math/tex")))
		return (str){0};
	for (const struct html_node *n = html_node_first(
	     html_node_parent(node)); n && n != node; n = html_node_next(n))
		if (html_node_is_element(n))
			before = n;
	if (has_math(before))
		return (str){0};
	is_block = str_find(*type, S("mode=display")) != STR_NONE;
	add_text(&b, node, 0);
	text = arena_printf(scratch, "\\%c%.*s\\%c", is_block ? '[' : '(',
	    STR_ARG(str_trim(buf_str(&b))), is_block ? ']' : ')');
	buf_free(&b);
	return text;
}
