/* SPDX-License-Identifier: MIT
 * fuzz_html: any bytes as Markdown and as HTML. No script comes out, and to
 * sanitize clean HTML again changes nothing. */
#include "content/markdown/markdown.h"
#include "generators/generator.h"
#include "target.h"

static bool
resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	str site = S("https://example.org/");

	(void)ctx, (void)use;
	buf_add(out, site);
	for (size_t i = str_starts(ref, site) ? site.len : 0; i < ref.len; i++)
		if (char_is_alnum(ref.ptr[i]))
			buf_addc(out, ref.ptr[i]);
	return true;
}

struct rendering {
	str text;
	struct arena *arena;
	struct buf out, again;
};

static void
render(void *ctx)
{
	struct rendering *r = ctx;
	static const unsigned flavours[] = {FLAVOUR_BREAKS,
		FLAVOUR_KRAMDOWN | FLAVOUR_SMART};
	struct html_policy policy = {.resolve = resolve,
		.id_prefix = S("post-")};

	for (size_t i = 0; i < sizeof flavours / sizeof *flavours; i++) {
		markdown_render(&r->out, r->text, flavours[i], &policy,
		    r->arena);
		target_is_safe(buf_str(&r->out));
		buf_reset(&r->out);
	}
	html_text(&r->out, r->text, r->arena);
	MUST(target_is_text(buf_str(&r->out)));
	buf_reset(&r->out);
	if (!html_sanitize(&r->out, r->text, &policy, r->arena))
		return;
	target_is_safe(buf_str(&r->out));
	MUST(html_sanitize(&r->again, buf_str(&r->out), &policy, r->arena));
	MUST(str_eq(buf_str(&r->out), buf_str(&r->again)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct rendering r = {.text = {(const char *)data, size}, .arena = &a};

	if (target_is_text(r.text))
		target_try(render, &r);
	buf_free(&r.out);
	buf_free(&r.again);
	arena_free(&a);
	return 0;
}
