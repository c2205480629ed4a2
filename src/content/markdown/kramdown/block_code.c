/* SPDX-License-Identifier: MIT
 * block_code: indented and fenced code, and mathematics. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_scan.h"

/* Without the indentation of its lines; one that is not indented goes on with
 * the line above. */
static str
outdent(struct arena *a, const char *p, const char *end)
{
	char *start = arena_bytes(a, (size_t)(end - p) + 1), *to = start;

	while (p < end) {
		const char *line = kd_line(p, end), *in = kd_indent(p, end);

		if (in == NULL && to > start && to[-1] == '\n') {
			const char *text = kd_spaces(p, end, 3);

			if (text < end && !char_is_space(*text))
				to[-1] = ' ';
		}
		in = in ? in : p;
		memcpy(to, in, (size_t)(line - in));
		to += line - in;
		p = line;
	}
	return (str){start, (size_t)(to - start)};
}

enum kd_done
kd_read_code(struct kd_blocks *b)
{
	const char *p = b->t->at, *end = b->t->end;
	struct node *n;

	if (!kd_indent(p, end))
		return KD_NO;
	end = kd_code(p, end);
	if (end == NULL)
		return KD_NO;
	b->t->at = end;
	n = kd_block(b, NODE_CODE);
	n->text = outdent(b->kd->arena, p, end);
	return KD_YES;
}

/* ---- fenced code ---- */

struct fence {
	str marks;
	char sign;     /* the last of the marks, which may be repeated */
	str info;
	const char *text; /* behind its line */
};

static bool
open_fence(struct fence *f, const char *p, const char *end)
{
	const char *start = kd_spaces(p, end, 3), *q = kd_fence(p, end), *w;

	if (q == NULL)
		return false;
	f->marks = (str){start, (size_t)(q - start)};
	f->sign = q[-1];
	while (q < end && *q != '\n' && char_is_space(*q))
		q++;
	for (w = q; q < end && !char_is_space(*q);)
		q++;
	f->info = (str){w, (size_t)(q - w)};
	f->text = kd_tail(q, end);
	return f->text != NULL;
}

/* Behind the fence, if a line is one that closes. */
static const char *
closes(const struct fence *f, const char *p, const char *end)
{
	p = kd_spaces(p, end, 3);
	if (!str_starts((str){p, (size_t)(end - p)}, f->marks))
		return NULL;
	for (p += f->marks.len; p < end && *p == f->sign;)
		p++;
	return kd_tail(p, end);
}

/* The code without the indentation that its fence has. kramdown keeps that, but
 * what stands for a tag of a template in a list has the same one. */
static str
without_indent(struct arena *a, str code, size_t indent)
{
	const char *p = code.ptr, *end = p + code.len;
	char *start, *to;

	if (indent == 0)
		return code;
	start = to = arena_bytes(a, code.len + 1);
	while (p < end) {
		const char *line = kd_line(p, end);

		p = kd_spaces(p, end, (int)indent);
		memcpy(to, p, (size_t)(line - p));
		to += line - p;
		p = line;
	}
	return (str){start, (size_t)(to - start)};
}

enum kd_done
kd_read_fence(struct kd_blocks *b)
{
	struct kd_text *t = b->t;
	struct fence f;
	const char *p, *behind = NULL;
	struct node *n;
	size_t *none, mark, indent;

	if (!open_fence(&f, t->at, t->end))
		return KD_NO;
	none = &t->no_fence[f.sign == '~'];
	if (*none && f.marks.len >= *none)
		return KD_NO;
	for (p = f.text; p < t->end; p = kd_line(p, t->end))
		if ((behind = closes(&f, p, t->end)) != NULL)
			break;
	if (behind == NULL) {
		*none = f.marks.len;
		return KD_NO;
	}
	n = kd_block(b, NODE_CODE);
	indent = (size_t)(kd_spaces(t->at, t->end, 3) - t->at);
	n->text = without_indent(b->kd->arena,
	    (str){f.text, (size_t)(p - f.text)}, indent);
	mark = str_chr(f.info, '?');
	if (f.info.len)
		n->info = mark != STR_NONE && mark > 0
		    ? str_sub(f.info, 0, mark) : f.info;
	t->at = behind;
	return KD_YES;
}

/* ---- mathematics ---- */

enum kd_done
kd_read_math(struct kd_blocks *b)
{
	struct kd_text *t = b->t;
	const char *p = kd_spaces(t->at, t->end, 3), *close, *tail, *from;
	bool is_escaped = p < t->end && *p == '\\';
	struct node *n;

	p += is_escaped;
	if (t->end - p < 4 || p[0] != '$' || p[1] != '$' ||
	    !kd_is_after_boundary(b) || t->no_math)
		return KD_NO;
	close = kd_find(p + 2, t->end, S("$$"));
	if (close == NULL) {
		t->no_math = true;
		return KD_NO;
	}
	tail = kd_tail(close + 2, t->end);
	if (is_escaped) {
		if (tail)
			t->at = p;
		return KD_NO;
	}
	from = t->at;
	t->at = tail ? tail : close + 2;
	if (!kd_is_before_boundary(t)) {
		t->at = from;
		return KD_NO;
	}
	n = kd_block(b, NODE_MATH);
	n->text = str_trim((str){p + 2, (size_t)(close - p - 2)});
	return KD_YES;
}
