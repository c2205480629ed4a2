/* SPDX-License-Identifier: MIT
 * tag_put: which handler a tag has, and what handlers share.
 * DIALECTS.md D6. */
#include "content/tags/tag_put.h"

#include "content/codes/content_codes.h"
#include "content/links/links.h"
#include "content/tags/liquid.h"
#include "content/tags/mdx.h"

static const struct tag_language languages[] = {
	[TAGS_SHORTCODE] = {.next = tag_next_shortcode,
		.args = TAG_ARGS_SHORTCODE, .word = "shortcode"},
	[TAGS_CALL] = {.next = tag_next_call, .args = TAG_ARGS_CALL,
		.word = "shortcode"},
	[TAGS_LIQUID] = {.next = tag_next_liquid, .args = TAG_ARGS_LIQUID,
		.word = "tag", .has_flow = true, .put = liquid_put},
	[TAGS_NUNJUCKS] = {.next = tag_next_nunjucks, .args = TAG_ARGS_LIQUID,
		.word = "tag", .has_flow = true, .put = liquid_put},
	[TAGS_MDX] = {.next = tag_next_mdx, .args = TAG_ARGS_JSX,
		.word = "component", .has_html = true,
		.is_mdx = true, .put = mdx_put},
	[TAGS_VUE] = {.next = tag_next_vue, .args = TAG_ARGS_JSX,
		.word = "component", .has_html = true, .put = mdx_put},
};
_Static_assert(sizeof languages / sizeof *languages == TAG_SYNTAXES,
    "each syntax has a language");

const struct tag_language *
tag_language_find(enum tag_syntax syntax)
{
	return languages[syntax].next ? &languages[syntax] : NULL;
}

static tag_put *const handlers[TAG_MEANINGS] = {
	[MEANS_ASSET_IMAGE] = tag_put_asset_img,
	[MEANS_ASSET_LINK] = tag_put_asset_link,
	[MEANS_ASSET_PATH] = tag_put_asset_path,
	[MEANS_BLOCKQUOTE] = tag_put_blockquote,
	[MEANS_CAPTURE] = tag_put_capture,
	[MEANS_CODE] = tag_put_codeblock,
	[MEANS_DETAILS] = tag_put_details,
	[MEANS_FIGURE] = tag_put_figure,
	[MEANS_GIST] = tag_put_gist,
	[MEANS_HIGHLIGHT] = tag_put_highlight,
	[MEANS_IMAGE] = tag_put_img,
	[MEANS_INCLUDED_CODE] = tag_put_include_code,
	[MEANS_LINK] = tag_put_link,
	[MEANS_MEDIA] = tag_put_media,
	[MEANS_PARAM] = tag_put_param,
	[MEANS_POST_LINK] = tag_put_post_link,
	[MEANS_POST_URL] = tag_put_relref,
	[MEANS_PULLQUOTE] = tag_put_pullquote,
	[MEANS_QR] = tag_put_qr,
	[MEANS_REF] = tag_put_ref,
	[MEANS_RELREF] = tag_put_relref,
	[MEANS_TWEET] = tag_put_tweet,
};

tag_put *
tag_handler(enum tag_meaning meaning)
{
	return handlers[meaning];
}

const struct tag_row *
tag_row_find(const struct tag_row *rows, str name)
{
	for (; rows && rows->name; rows++)
		if (str_eq(name, str_of(rows->name)))
			return rows;
	return NULL;
}

/* ---- reports ---- */

bool
tag_lacks(struct body *b, const struct tag_call *t, const char *what)
{
	body_warn(b, DIAG_TAG_ARGUMENT, t->tag->start, "'%.*s' has no %s",
	    STR_ARG(t->tag->name), what);
	return false;
}

void
tag_warn_target(struct body *b, const struct tag_call *t, str ref)
{
	body_warn(b, DIAG_TAG_TARGET, t->tag->start,
	    "'%.*s' names '%.*s', and there is no such post",
	    STR_ARG(t->tag->name), STR_ARG(ref));
}

/* ---- the front matter and the site ---- */

const struct value *
body_value(struct body *b, str key)
{
	static const struct value nothing = {.kind = VALUE_MAP};
	struct diags seen = {0}; /* reading the post reported it */

	if (b->values == NULL && b->front)
		b->values = front_matter_parse(
		    b->front, b->src, b->arena, &seen);
	if (b->values == NULL)
		b->values = &nothing;
	diags_free(&seen);
	return value_find(b->values, key);
}

bool
body_find_text(struct body *b, str name, str *text)
{
	const struct value *v = NULL;
	str part;

	if (str_split(&name, '.', &part))
		v = body_value(b, part);
	while (v && str_split(&name, '.', &part))
		v = value_find(v, part);
	if (v == NULL || v->kind != VALUE_SCALAR)
		return false;
	*text = v->text;
	return true;
}

/* ---- writing ---- */

void
tag_escape(struct buf *out, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		/* A blank line would end an HTML block. */
		if (c == '\n')
			buf_addc(out, ' ');
		else if (char_is_one_of(c, "&<>\"'`*[]\\{}"))
			buf_printf(out, "&#%d;", c);
		else
			buf_addc(out, c);
	}
}

void
tag_attr(struct buf *out, const char *name, str value)
{
	if (value.len == 0)
		return;
	buf_printf(out, " %s=\"", name);
	tag_escape(out, value);
	buf_addc(out, '"');
}

void
tag_link(struct buf *out, str url, str text)
{
	buf_add(out, S("<a"));
	tag_attr(out, "href", url);
	buf_addc(out, '>');
	if (text.len == 0)
		text = url;
	/* With a colon in it Markdown would make a link of a URL. */
	while (text.len) {
		str part = str_sub(text, 0, str_chr(text, ':'));

		tag_escape(out, part);
		if (part.len < text.len)
			buf_add(out, S("&#58;"));
		text = str_from(text, part.len + 1);
	}
	buf_add(out, S("</a>"));
}

/* Says that an element holds Markdown, as kramdown wants it. Its start tag begins
 * the text that was written from `start` on, or is its last. */
static void
say_markdown(struct buf *out, size_t start, bool is_first)
{
	str text = str_from(buf_str(out), start), mark = S(" markdown=\"1\"");
	size_t at = is_first ? 0 : str_rchr(text, '<');

	if (at == STR_NONE || !str_ends(text, S(">")) ||
	    at + 1 >= text.len || !char_is_alpha(text.ptr[at + 1]))
		return;
	for (at += start + 1; char_is_alnum(out->ptr[at]);)
		at++;
	buf_reserve(out, mark.len);
	memmove(out->ptr + at + mark.len, out->ptr + at, out->len - at);
	memcpy(out->ptr + at, mark.ptr, mark.len);
	out->len += mark.len;
}

void
tag_wrap(struct buf *out, const struct tag_call *t, str open, str close)
{
	str inner = t->inner;
	size_t start = open.len ? out->len : 0;

	buf_add(out, open);
	if (!t->is_alone && str_chr(inner, '\n') == STR_NONE) {
		buf_add(out, inner);
		buf_add(out, close);
		return;
	}
	if (t->says_markdown)
		say_markdown(out, start, open.len > 0);
	/* Blank lines make Markdown of it. Its first line may be indented. */
	while (str_starts(inner, S("\n")))
		inner = str_from(inner, 1);
	buf_add(out, S("\n\n"));
	if (t->tag->partner != TAG_NO_PARTNER &&
	    str_chr(t->inner, '\n') == STR_NONE)
		buf_add(out, t->indent);
	buf_add(out, str_trim_end(inner));
	buf_add(out, S("\n\n"));
	buf_add(out, t->indent);
	buf_add(out, close);
}

bool
tag_put_nowhere(struct buf *out)
{
	str s = buf_str(out);
	bool wanted;

	while (s.len && !char_is_space(s.ptr[s.len - 1]) &&
	    !char_is_one_of(s.ptr[s.len - 1], "(\"'<"))
		s.len--;
	if (str_ends(s, S("=\"")) || str_ends(s, S("='")))
		wanted = str_iends_any(str_sub(s, 0, s.len - 2),
		    "href src srcset poster cite");
	else
		wanted = str_ends(s, S("](")) || str_ends(s, S("](<")) ||
		    str_ends(str_trim(s), S("]:"));
	if (wanted)
		buf_add(out, S(LINKS_NOWHERE));
	return wanted;
}
