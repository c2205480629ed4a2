/* SPDX-License-Identifier: MIT
 * fuzz_html: any bytes as Markdown and as HTML. No script comes out, and to
 * sanitize clean HTML again changes nothing. */
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/core/utf8.h"
#include "content/markdown/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An assertion of Gumbo ends a process of the crew, and costs the post. Here it
 * ends the input, so that others are found. */
static jmp_buf next_input;

_Noreturn void __assert_fail(const char *what, const char *file, unsigned line,
    const char *function);

_Noreturn void
__assert_fail(const char *what, const char *file, unsigned line,
    const char *function)
{
	(void)what, (void)file, (void)line, (void)function;
	longjmp(next_input, 1);
}

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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str text = {(const char *)data, size};
	struct html_policy policy = {.resolve = resolve};
	struct arena a = {0};
	struct buf out = {0}, again = {0};

	if (utf8_check(text) != text.len || !text_is_clean(text))
		return 0;
	if (setjmp(next_input))
		return 0;
	markdown_render(&out, text, true, &policy, &a);
	if (str_find(buf_str(&out), S("<script")) != STR_NONE)
		abort();
	buf_reset(&out);
	if (html_sanitize(&out, text, &policy, &a) &&
	    html_sanitize(&again, buf_str(&out), &policy, &a) &&
	    !str_eq(buf_str(&out), buf_str(&again)))
		abort();
	buf_free(&out);
	buf_free(&again);
	arena_free(&a);
	return 0;
}
