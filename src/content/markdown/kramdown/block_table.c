/* SPDX-License-Identifier: MIT
 * block_table: tables. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_scan.h"
#include "content/markdown/kramdown/kd_spans.h"

struct table_reading {
	struct kd_blocks *b;
	struct node *table;
	bool has_leading_pipe, has_footer, has_body;
	enum node_align *aligns; /* NULL: no line has said them */
	int n_aligns, columns;
	struct node *first_row;  /* of the rows that are in no part yet */
};

/* Whether a '|' that is not escaped stands on the line. */
static bool
has_pipe(const char *p, const char *end)
{
	const char *start = p;

	for (; p < end && *p != '\n'; p++)
		if (*p == '|' && (p == start || p[-1] != '\\'))
			return true;
	return false;
}

/* A line of `sign` and what may stand between columns, at least one `sign`. */
static bool
is_separator(const char *p, const char *end, char sign)
{
	bool found = false;

	for (; p < end && *p != '\n'; p++) {
		if (*p == sign)
			found = true;
		else if (!char_is_one_of(*p, "+|: \t"))
			return false;
	}
	return found;
}

/* ---- cells ---- */

/* Behind a code span, or <code>, that begins at p; else p. */
static const char *
skip_code(const char *start, const char *p, const char *end)
{
	const char *behind;
	str text;

	if (*p == '`')
		return kd_code_span(start, p, end, &text);
	if (*p == '<' && str_starts((str){p, (size_t)(end - p)}, S("<code")) &&
	    (behind = kd_find(p, end, S("</code>"))) != NULL)
		return behind + 7;
	return p;
}

static void
add_cell(struct table_reading *t, struct node *row, const char *from,
    const char *to)
{
	struct kd *k = t->b->kd;
	str text = str_trim((str){from, (size_t)(to - from)});

	kd_raw(k, node_add(k->tree, row, NODE_CELL), text);
}

static void
read_row(struct table_reading *t, const char *p, const char *end)
{
	struct kd *k = t->b->kd;
	struct node *row = node_add(k->tree, t->table, NODE_ROW);
	const char *start = p, *cell = p;
	int count = 0;

	while (p < end) {
		const char *q = skip_code(start, p, end);

		if (q != p) {
			p = q;
			continue;
		}
		if (*p == '`') {
			while (p < end && *p == '`')
				p++;
			continue;
		}
		if (*p == '|' && (p == start || p[-1] != '\\')) {
			add_cell(t, row, cell, p);
			cell = p + 1;
		}
		p++;
	}
	add_cell(t, row, cell, end);
	if (t->has_leading_pipe && row->first->first == NULL)
		node_unlink(row->first);
	if (row->last && row->last->first == NULL)
		node_unlink(row->last);
	for (const struct node *c = row->first; c; c = c->next)
		count++;
	if (count > t->columns)
		t->columns = count;
	if (t->first_row == NULL)
		t->first_row = row;
}

/* ---- parts ---- */

static void
read_aligns(struct table_reading *t, const char *p, const char *end)
{
	int n = 0;

	t->aligns = arena_array(t->b->kd->arena, (size_t)(end - p) + 1,
	    sizeof *t->aligns);
	while (p < end) {
		bool left, right;

		if (*p != '-') {
			p++;
			continue;
		}
		left = p[-1] == ':' && p > t->b->t->at;
		while (p < end && *p == '-')
			p++;
		right = p < end && *p == ':';
		t->aligns[n++] = left && right ? ALIGN_CENTER
		    : left ? ALIGN_LEFT : right ? ALIGN_RIGHT : ALIGN_NONE;
	}
	t->n_aligns = n;
}

static void
end_head(struct table_reading *t)
{
	for (struct node *r = t->first_row; r; r = r->next)
		r->is_head = true;
	t->first_row = NULL;
}

static void
end_body(struct table_reading *t)
{
	t->has_body = true;
	t->first_row = NULL;
}

static void
separate(struct table_reading *t, const char *p, const char *line)
{
	if (t->first_row == NULL)
		return;
	if (t->aligns == NULL && !t->has_footer) {
		end_head(t);
		read_aligns(t, p, line);
	} else if (!t->has_footer)
		end_body(t);
}

/* Behind the last line of the table. */
static const char *
read_lines(struct table_reading *t)
{
	const char *p = t->b->t->at, *end = t->b->t->end;

	if (is_separator(p, end, '-'))
		p = kd_line(p, end);
	while (p < end && has_pipe(p, end)) {
		const char *line = kd_line(p, end);

		if (is_separator(p, end, '-'))
			separate(t, p, line);
		else if (is_separator(p, end, '=')) {
			if (t->first_row)
				end_body(t);
			t->has_footer = true;
		} else {
			str row = str_trim_end((str){p, (size_t)(line - p)});

			read_row(t, row.ptr, kd_end(row));
		}
		p = line;
	}
	return p;
}

static int
count_lines(const char *p, const char *end)
{
	int n = 0;

	while ((p = kd_find(p, end, S("\n"))) != NULL) {
		p++;
		n++;
	}
	return n;
}

/* Whether each line has a '|' that is not in code or an element. */
static bool
has_pipes(const char *p, const char *end)
{
	const char *start = p;
	bool found = false;
	struct kd_tag tag;
	str text;

	while (p < end) {
		const char *q = p;

		if (*p == '`') {
			q = kd_code_span(start, p, end, &text);
			switch (count_lines(p, q)) {
			case 0:
				break;
			case 1:
				if (!found)
					return false;
				found = false;
				break;
			default:
				return found;
			}
			q += q == p;
		} else if (*p == '<' && (q = kd_html_tag(p, end, &tag)) &&
		    !tag.is_closed && !kd_html_is_void(tag.name) &&
		    !kd_html_is_block(tag.name)) {
			const char *close =
			    kd_html_find_close(q, end, tag.name);

			q = close ? kd_html_close(close, end, &text) : end;
		} else if (*p == '\n') {
			if (!found)
				return false;
			found = false;
			q = p + 1;
		} else {
			found |= *p == '|' &&
			    (p == start || p[-1] != '\\');
			q = p + 1;
		}
		p = q ? q : p + 1;
	}
	return found;
}

static void
fill(struct table_reading *t)
{
	struct kd *k = t->b->kd;

	for (struct node *row = t->table->first; row; row = row->next) {
		int i = 0;

		for (struct node *c = row->first; c; c = c->next, i++)
			if (i < t->n_aligns)
				c->align = t->aligns[i];
		for (; i < t->columns; i++)
			node_add(k->tree, row, NODE_CELL)->align =
			    i < t->n_aligns ? t->aligns[i] : ALIGN_NONE;
	}
}

/* Whether rows would be filled with more cells than a post should have. */
static bool
is_wide(const struct table_reading *t)
{
	enum { MOST_COLUMNS = 500, MOST_CELLS = 100000 };
	int rows = 0;

	for (const struct node *r = t->table->first; r; r = r->next)
		rows++;
	return t->columns > MOST_COLUMNS || t->columns * rows > MOST_CELLS;
}

enum kd_done
kd_read_table(struct kd_blocks *b)
{
	struct kd_text *t = b->t;
	const char *p = kd_spaces(t->at, t->end, 3), *start = t->at, *behind;
	struct table_reading r = {.b = b};
	unsigned ial = b->ial;

	if (p == t->end || char_is_space(*p) || !has_pipe(p, t->end) ||
	    !kd_is_after_boundary(b))
		return KD_NO;
	r.has_leading_pipe = *p == '|';
	r.table = kd_block(b, NODE_TABLE);
	behind = read_lines(&r);
	t->at = behind;
	if (kd_is_before_boundary(t) && has_pipes(start, behind - 1)) {
		r.has_body |= r.first_row && !r.has_footer;
		if (r.has_body && !is_wide(&r)) {
			fill(&r);
			return KD_YES;
		}
	}
	t->at = start;
	node_unlink(r.table);
	b->ial = ial;
	return KD_NO;
}
