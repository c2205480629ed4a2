/* SPDX-License-Identifier: MIT
 * span_html: elements in text, attribute lists and extensions. */
#include "content/markdown/kramdown/kd_extension.h"
#include "content/markdown/kramdown/kd_scan.h"
#include "content/markdown/kramdown/kd_spans.h"

static void
add_html(struct spans *s, struct node *el, str html)
{
	node_add(s->kd->tree, el, NODE_HTML_INLINE)->text = html;
}

static const char *
comment(struct spans *s, const char *p)
{
	const char *close;

	if (s->end - p < 7 || memcmp(p, "<!--", 4) != 0 ||
	    (s->no_comment && p >= s->no_comment))
		return NULL;
	close = kd_find(p + 4, s->end, S("-->"));
	if (close == NULL)
		s->no_comment = p;
	return close ? close + 3 : NULL;
}

/* The element of a tag, and what stands in it. Its tags become HTML around
 * that. */
static void
read_element(struct spans *s, struct node *el, const struct kd_tag *tag,
    const char *behind)
{
	struct stop stop = {.kind = STOP_TAG, .name = tag->name};
	enum kd_model model = s->kd->parses_span_html ? MODEL_SPAN : MODEL_RAW;
	struct node *n = node_add(s->kd->tree, el, NODE_ELEMENT);
	str name;

	if (s->raw || kd_html_model(tag->name) == MODEL_RAW)
		model = MODEL_RAW;
	if (kd_html_markdown(tag, &model) && model == MODEL_BLOCK)
		model = MODEL_SPAN;
	add_html(s, n, spans_slice(s->at, behind));
	s->at = behind;
	s->element++;
	s->raw += model == MODEL_RAW;
	if (spans_read(s, n, &stop, model == MODEL_RAW))
		s->at = kd_html_close(s->at, s->end, &name);
	else {
		spans_text(s, n, s->at, s->end);
		s->at = s->end;
	}
	s->element--;
	s->raw -= model == MODEL_RAW;
	add_html(s, n, arena_printf(s->kd->arena, "</%.*s>",
	    STR_ARG(tag->name)));
	node_unwrap(n);
}

enum span_done
span_html(struct spans *s, struct node *el)
{
	const char *p = s->at, *behind;
	struct kd_tag tag;
	str name;

	if ((behind = comment(s, p)) != NULL)
		add_html(s, el, spans_slice(p, behind));
	else if ((behind = kd_html_close(p, s->end, &name)) != NULL)
		spans_text(s, el, p, behind);
	else if ((behind = kd_html_tag(p, s->end, &tag)) == NULL)
		return SPAN_PLAIN;
	else if (kd_html_is_block(tag.name))
		spans_text(s, el, p, behind);
	else if (tag.is_closed || kd_html_is_void(tag.name)) {
		add_html(s, el, spans_slice(p, behind));
		if (!kd_html_is_void(tag.name))
			add_html(s, el, arena_printf(s->kd->arena, "</%.*s>",
			    STR_ARG(tag.name)));
	} else {
		read_element(s, el, &tag, behind);
		return SPAN_DONE;
	}
	s->at = behind;
	return SPAN_DONE;
}

/* ---- {: and {:: ---- */

static enum span_done
read_extension(struct spans *s, struct node *el)
{
	struct kd_extension x;
	const char *p = kd_extension(s->at, s->end, &x), *stop = NULL;
	const char *behind = p;

	if (p == NULL)
		return SPAN_PLAIN;
	if (!x.is_closed) {
		stop = kd_extension_stop(p, s->end, x.name, &behind);
		if (stop == NULL) {
			spans_spend(s, (long)(s->end - p));
			return SPAN_PLAIN;
		}
	}
	if (str_eq(x.name, S("nomarkdown"))) {
		if (stop)
			add_html(s, el, spans_slice(p, stop));
	} else if (str_eq(x.name, S("options")))
		kd_extension_options(s->kd, x.options);
	else if (!str_eq(x.name, S("comment")))
		return SPAN_PLAIN;
	else
		add_html(s, el, (str){0});
	s->at = behind;
	return SPAN_DONE;
}

enum span_done
span_brace(struct spans *s, struct node *el)
{
	const char *p = s->at, *behind;
	str body;

	if (s->end - p < 3 || p[1] != ':')
		return SPAN_TEXT;
	if (p[2] == ':')
		return read_extension(s, el);
	if (p[2] == '/')
		return SPAN_PLAIN;
	behind = kd_braces(p + 2, s->end, &body);
	/* The start tag of an element is the first that stands in it. */
	if (behind == NULL || body.len == 0 || el->last == NULL ||
	    (el->kind == NODE_ELEMENT && el->last == el->first) ||
	    (el->last->kind == NODE_TEXT && !el->last->is_head))
		return SPAN_PLAIN;
	s->at = behind;
	return SPAN_DONE;
}
