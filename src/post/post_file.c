/* SPDX-License-Identifier: MIT
 * post_file: reads a post file as text that feeds can contain. */
#include "post/post_file.h"

#include <errno.h>
#include <string.h>

#include "base/core/utf8.h"
#include "base/data/data_codes.h"
#include "base/data/data_file.h"
#include "post/post_codes.h"

static bool
report_unreadable(const struct source *src, long most, struct stamp *stamp,
    struct diags *diags)
{
	if (errno == EFBIG)
		diag_add(diags, DIAG_FILE_TOO_LARGE, src, (struct mark){0},
		    "larger than %ld MB (limits.post)", most);
	else if (errno == EINVAL)
		diag_add(diags, DIAG_FILE_UNREADABLE, src, (struct mark){0},
		    "not a regular file");
	else {
		diag_add(diags, DIAG_FILE_UNREADABLE, src, (struct mark){0},
		    "%s", strerror(errno));
		*stamp = stamp_unknown;
	}
	return false;
}

/* CRLF and a lone CR become LF, in place. */
static void
unify_line_ends(struct buf *b)
{
	size_t to = 0;

	if (str_chr(buf_str(b), '\r') == STR_NONE)
		return;
	for (size_t from = 0; from < b->len; from++) {
		char c = b->ptr[from];

		if (c == '\r') {
			if (from + 1 < b->len && b->ptr[from + 1] == '\n')
				continue;
			c = '\n';
		}
		b->ptr[to++] = c;
	}
	b->len = to;
}

/* Reports the first characters that text_clean replaces, and the first
 * U+FFFD. */
static void
report_characters(const struct source *src, struct diags *diags)
{
	enum { MOST_REPORTS = 3 };
	str rest = src->text;
	int controls = 0, lost = 0;

	while (rest.len) {
		str at = rest;
		uint32_t r = utf8_next(&rest);
		size_t offset = (size_t)(at.ptr - src->text.ptr);

		at.len -= rest.len;
		if (r != RUNE_BAD && text_is_clean(at))
			continue;
		if (r == RUNE_BAD && lost++ < MOST_REPORTS)
			diag_add(diags, DIAG_REPLACEMENT_CHARACTER, src,
			    mark_of(src->text, offset),
			    "U+FFFD stands where a character was lost");
		else if (r != RUNE_BAD && controls++ < MOST_REPORTS)
			diag_add(diags, DIAG_CONTROL_CHARACTER, src,
			    mark_of(src->text, offset),
			    "control character U+%04X", (unsigned)r);
	}
	if (lost > MOST_REPORTS)
		diag_add(diags, DIAG_REPLACEMENT_CHARACTER, src,
		    (struct mark){0}, "and %d more", lost - MOST_REPORTS);
	if (controls > MOST_REPORTS)
		diag_add(diags, DIAG_CONTROL_CHARACTER, src,
		    (struct mark){0}, "and %d more",
		    controls - MOST_REPORTS);
}

/* Replaces the characters that feeds cannot contain. */
static void
clean_text(struct buf *text, struct source *src, struct diags *diags)
{
	bool clean = text_is_clean(src->text);
	struct buf cleaned = {0};

	report_characters(src, diags);
	if (clean)
		return;
	text_clean(&cleaned, src->text);
	buf_free(text);
	*text = cleaned;
	src->text = buf_str(text);
}

bool
post_file_read(struct buf *out, const char *path, long most,
    struct source *src, struct stamp *stamp, struct diags *diags)
{
	struct stamp unused;

	if (stamp == NULL)
		stamp = &unused;
	if (!file_read_stamped(out, path, (size_t)most << 20, stamp))
		return report_unreadable(src, most, stamp, diags);
	if (str_starts(buf_str(out), S("\xEF\xBB\xBF"))) {
		out->len -= 3;
		memmove(out->ptr, out->ptr + 3, out->len);
	}
	unify_line_ends(out);
	src->text = buf_str(out);
	/* One pass suffices for most posts, which have no U+FFFD either. */
	if (text_is_sound(src->text) &&
	    str_find(src->text, S("\xEF\xBF\xBD")) == STR_NONE)
		return true;
	if (!data_file_check(src, diags))
		return false;
	clean_text(out, src, diags);
	return true;
}
