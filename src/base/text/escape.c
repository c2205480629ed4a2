/* SPDX-License-Identifier: MIT
 * escape: text, with some of its characters written in another way. */
#include "base/text/escape.h"

#include "base/core/utf8.h"

/* Appends the run of non-ASCII characters, or the one control, that begins at
 * `i`, and returns its end; `i` where feeds cannot hold the first. */
static size_t
add_others(struct buf *out, str text, size_t i)
{
	size_t end = i, n;

	do
		end += n = text_sound_at(text, end);
	while (n && end < text.len && (text.ptr[end] & 0x80));
	buf_add(out, str_sub(text, i, end - i));
	return end;
}

bool
escape_add(struct buf *out, str text, const struct escapes *e)
{
	size_t start = out->len, i = 0;

	while (i < text.len) {
		size_t room = text.len - i + SPAN_BEYOND + sizeof(struct escape);
		size_t from = i;
		unsigned char c;

		if (out->cap - out->len < room)
			buf_reserve(out, room);
		i = e->copy(out->ptr + out->len, text, i);
		out->len += i - from;
		if (i == text.len)
			break;
		c = (unsigned char)text.ptr[i];
		from = i;
		if (c < sizeof e->of / sizeof *e->of && e->of[c].len) {
			/* A copy of fixed size is faster; only `len` bytes
			 * of it count. */
			memcpy(out->ptr + out->len, &e->of[c],
			    sizeof(struct escape));
			out->len += e->of[c].len;
			i++;
		} else if ((i = add_others(out, text, i)) == from) {
			out->len = start;
			return false;
		}
	}
	return true;
}

void
escape_add_any(struct buf *out, str text, const struct escapes *e)
{
	struct buf clean = {0};

	if (escape_add(out, text, e))
		return;
	text_clean(&clean, text);
	escape_add(out, buf_str(&clean), e);
	buf_free(&clean);
}
