/* SPDX-License-Identifier: MIT
 * template: a site's own tags, as the config has them. */
#include "content/tags/template.h"

#include "base/text/pattern.h"
#include "base/text/scan.h"
#include "config/config_codes.h"
#include "content/codes/content_codes.h"
#include "content/html/html_elements.h"
#include "content/links/links.h"

/* The text between two braces. */
struct slot {
	str function; /* before ':', or empty */
	str name;     /* of the argument */
	bool optional;
};

static const char *const functions[] = {"permalink", "title"};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

/* Takes the text up to the next slot, and that. False where its brace is never
 * closed. *found: there is a slot. */
static bool
take_slot(str *rest, str *text, struct slot *slot, bool *found)
{
	str name, function;

	if (!pattern_next(rest, text, &name))
		return false;
	*found = name.ptr != NULL;
	name = str_trim(name);
	*slot = (struct slot){.name = name};
	function = scan_until(&name, ":");
	if (scan_char(&name, ':')) {
		slot->function = function;
		slot->name = name;
	}
	if (str_ends(slot->name, S("?"))) {
		slot->optional = true;
		slot->name.len--;
	}
	return true;
}

/* ---- in the config ---- */

static bool
is_name(str s)
{
	return scan_while(&s, char_is_name).len && s.len == 0;
}

static void
report_slot(const struct config *c, const struct value *t,
    const struct slot *slot, struct diags *diags)
{
	const char *near;

	if (slot->function.ptr == NULL) {
		diag_add(diags, DIAG_CONFIG_VALUE, &c->source, t->at,
		    "shortcodes.%.*s has '{%.*s}', expected the name or number "
		    "of an argument, or inner", STR_ARG(t->key),
		    STR_ARG(slot->name));
		return;
	}
	near = nearest_name(slot->function, functions, FUNCTIONS);
	diag_add(diags, DIAG_CONFIG_VALUE, &c->source, t->at,
	    "shortcodes.%.*s has '{%.*s:%.*s}', expected permalink or title "
	    "and an argument%s%s%s", STR_ARG(t->key),
	    STR_ARG(slot->function), STR_ARG(slot->name),
	    near ? ", did you mean '" : "", near ? near : "",
	    near ? "'?" : "");
}

static bool
is_slot(const struct slot *slot)
{
	if (slot->function.ptr == NULL)
		return is_name(slot->name);
	for (size_t i = 0; i < FUNCTIONS; i++)
		if (str_eq(slot->function, str_of(functions[i])))
			return is_name(slot->name);
	return false;
}

static void
check_template(const struct config *c, const struct value *t,
    struct diags *diags)
{
	str rest = t->text, text;
	struct slot slot;
	bool found;

	if (t->kind != VALUE_SCALAR) {
		diag_add(diags, DIAG_CONFIG_TYPE, &c->source, t->at,
		    "shortcodes.%.*s is %s, expected a template",
		    STR_ARG(t->key), value_kind_name(t));
		return;
	}
	while (take_slot(&rest, &text, &slot, &found))
		if (!found)
			return;
		else if (!is_slot(&slot))
			report_slot(c, t, &slot, diags);
	diag_add(diags, DIAG_CONFIG_VALUE, &c->source, t->at,
	    "shortcodes.%.*s has a '{' that is never closed",
	    STR_ARG(t->key));
}

bool
templates_check(const struct config *c, struct diags *diags)
{
	const struct value *map = c->shortcodes;
	size_t errors = diags->counts[DIAG_ERROR];

	if (map && map->kind != VALUE_MAP)
		diag_add(diags, DIAG_CONFIG_TYPE, &c->source, map->at,
		    "shortcodes is %s, expected a map of names to templates",
		    value_kind_name(map));
	else if (map)
		for (const struct value *t = map->first; t; t = t->next)
			check_template(c, t, diags);
	return diags->counts[DIAG_ERROR] == errors;
}

/* ---- in a post ---- */

const struct value *
template_find(const struct config *c, str name)
{
	return c->shortcodes ? value_find(c->shortcodes, name) : NULL;
}

bool
template_has_inner(const struct value *template)
{
	str rest = template->text, text;
	struct slot slot;
	bool found;

	while (take_slot(&rest, &text, &slot, &found) && found)
		if (str_eq(slot.name, S("inner")) &&
		    slot.function.ptr == NULL)
			return true;
	return false;
}

static const str *
find_arg(const struct tag_call *t, str name)
{
	str rest = name;
	struct scan_number n = scan_number(&rest);

	return n.digits && rest.len == 0 && n.digits < 4
	    ? tag_arg_at(&t->args, (size_t)n.value)
	    : tag_arg_named(&t->args, name);
}

/* The post that an argument names. */
static void
put_of_post(struct body *b, const struct slot *slot, str ref,
    const struct tag_call *t, struct buf *out)
{
	bool title = str_eq(slot->function, S("title"));
	const struct post *p = post_index_find(
	    b->env->index, b->post, ref, POST_MATCH_NAME);

	b->env->sources->posts = true;
	if (p) {
		tag_escape(out, title ? p->matter->title
		    : post_index_url(b->env->index, p, b->arena));
		return;
	}
	/* The link is dropped, and the reference is its text. */
	if (title) {
		tag_escape(out, ref);
		return;
	}
	buf_add(out, S(LINKS_NOWHERE));
	tag_warn_target(b, t, ref);
}

static void
put_slot(struct body *b, const struct slot *slot, const struct tag_call *t,
    struct buf *out)
{
	const str *v = find_arg(t, slot->name);

	if (v && slot->function.ptr)
		put_of_post(b, slot, *v, t, out);
	else if (v)
		tag_escape(out, *v);
	else if (slot->function.ptr && !slot->optional)
		buf_add(out, str_eq(slot->function, S("title"))
		    ? (str){0} : S(LINKS_NOWHERE));
	if (v == NULL && !slot->optional)
		body_warn(b, DIAG_TAG_ARGUMENT, t->tag->start,
		    "'%.*s' has no argument '%.*s'", STR_ARG(t->tag->name),
		    STR_ARG(slot->name));
}

/* Whether a text ends in the start tag of an element that is a block. */
static bool
opens_block(str html)
{
	size_t at = str_rchr(html, '<');
	str tag = at == STR_NONE ? (str){0} : str_from(html, at + 1);
	const struct html_element *row =
	    html_element_named(scan_while(&tag, char_is_alnum));

	return row && row->is_line;
}

/* What the tag holds. In a line of text only a block may hold lines. */
static void
put_inner(const struct tag_call *t, str before, struct buf *out)
{
	struct tag_call inner = *t;

	inner.is_alone = t->is_alone && opens_block(before);
	tag_wrap(out, &inner, (str){0}, (str){0});
}

bool
template_put(struct body *b, const struct value *template,
    const struct tag_call *t, struct buf *out)
{
	str rest = template->text, text;
	struct slot slot;
	bool found;

	while (take_slot(&rest, &text, &slot, &found)) {
		buf_add(out, text);
		if (!found)
			break;
		if (slot.function.ptr == NULL &&
		    str_eq(slot.name, S("inner")))
			put_inner(t, text, out);
		else
			put_slot(b, &slot, t, out);
	}
	return true;
}
