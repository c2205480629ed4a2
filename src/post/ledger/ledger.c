/* SPDX-License-Identifier: MIT
 * ledger: the ids of posts as they were first published. */
#include "post/ledger/ledger.h"

#include <stdlib.h>

#include "base/core/utf8.h"
#include "base/data/value.h"
#include "base/text/scan.h"
#include "base/time/zone.h"
#include "post/post_codes.h"

/* ---- lines ---- */

struct ledger_line *
ledger_add(struct ledger *l, str id, str path)
{
	struct ledger_line *line = arena_alloc(l->arena, sizeof *line);

	line->id = id;
	line->path = path;
	*l->end = line;
	l->end = &line->next;
	l->count++;
	return line;
}

struct ledger_archive *
ledger_archive(struct ledger *l, str name)
{
	struct ledger_archive **at =
	    (struct ledger_archive **)table_at(&l->archives, name);

	if (*at == NULL) {
		*at = arena_alloc(l->arena, sizeof **at);
		(*at)->name = name;
	}
	return *at;
}

static void
count_page(const struct ledger_page *p)
{
	struct ledger_archive *archive = p->archive;

	if (p->number > archive->last) {
		archive->last = p->number;
		archive->in_last = 0;
	}
	archive->in_last += p->number == archive->last;
}

static struct ledger_page *
insert_page(struct ledger *l, struct ledger_line *line,
    struct ledger_archive *archive, uint32_t number)
{
	struct ledger_page **at = &line->pages;
	struct ledger_page *p = arena_alloc(l->arena, sizeof *p);

	while (*at && str_cmp((*at)->archive->name, archive->name) < 0)
		at = &(*at)->next;
	*p = (struct ledger_page){archive, number, false, *at};
	return *at = p;
}

void
ledger_add_page(struct ledger *l, struct ledger_line *line,
    struct ledger_archive *archive, uint32_t number)
{
	struct ledger_page *p = insert_page(l, line, archive, number);

	p->is_new = true;
	count_page(p);
}

uint32_t
ledger_page_of(const struct ledger_line *line,
    const struct ledger_archive *archive)
{
	for (const struct ledger_page *p = line->pages; p; p = p->next)
		if (p->archive == archive)
			return p->number;
	return 0;
}

/* ---- reading ---- */

struct parser {
	struct ledger *ledger;
	struct diags *diags;
	int number;         /* of the line */
	str line;
	struct buf buf;
	struct table seen;  /* comments */
	size_t cap;         /* of the ledger's comments */
	bool has_conflict;
};

/* The mark of a part of the line. */
static struct mark
place_of(const struct parser *p, str part)
{
	return (struct mark){p->number, mark_of(
	    p->line, (size_t)(part.ptr - p->line.ptr)).col};
}

static void
fail(struct parser *p, str part, const char *words, str quoted)
{
	diag_add(p->diags, DIAG_LEDGER_LINE, &p->ledger->source,
	    place_of(p, part), words, STR_ARG(quoted));
}

/* Escapes of characters that would end a field or a line, or that would make
 * the first character of a line a comment or a conflict mark. */
static const struct escape {
	char letter, means;
} escapes[] = {
	{'\\', '\\'}, {'t', '\t'}, {'n', '\n'}, {'r', '\r'},
	{'#', '#'}, {'<', '<'}, {'=', '='}, {'>', '>'}, {'|', '|'},
};
enum { ESCAPES = sizeof escapes / sizeof *escapes, EVERYWHERE = 4 };

/* A field without its escapes. */
static str
unescape(struct parser *p, str field)
{
	str rest = field;

	if (str_chr(rest, '\\') == STR_NONE)
		return field;
	buf_reset(&p->buf);
	while (buf_add(&p->buf, scan_until(&rest, "\\")), rest.len) {
		str escape = scan_front(&rest, 2);
		size_t i = 0;

		while (i < ESCAPES &&
		    escapes[i].letter != scan_peek(str_from(escape, 1)))
			i++;
		if (i == ESCAPES) {
			fail(p, escape, "'%.*s' is no escape, expected "
			    "\\\\, \\t, \\n or \\r", escape);
			return field;
		}
		buf_addc(&p->buf, escapes[i].means);
	}
	return arena_str(p->ledger->arena, buf_str(&p->buf));
}

/* Whether a line is a conflict mark of git. */
static bool
is_conflict(str line)
{
	static const char marks[] = "<=>|";

	for (const char *m = marks; *m; m++) {
		size_t n = 0;

		while (n < line.len && line.ptr[n] == *m)
			n++;
		if (n == 7 && (n == line.len || line.ptr[n] == ' '))
			return true;
	}
	return false;
}

static void
parse_gone(struct parser *p, struct ledger_line *line, str value)
{
	struct arena a = {0};
	struct datetime d;
	str why;

	line->is_gone = datetime_parse(value, &d, &a, &why);
	if (line->is_gone)
		line->gone = datetime_instant(&d, zone_utc);
	else
		fail(p, value, "'%.*s' is no date, expected one such as "
		    "2024-01-31T09:00:00Z", value);
	arena_free(&a);
}

static void
parse_page(struct parser *p, struct ledger_line *line, str name, str value)
{
	struct value v = {.kind = VALUE_SCALAR, .text = value};
	struct ledger_archive *archive;
	long n;

	if (!value_int(&v, &n) || n < 1 || n > INT32_MAX) {
		fail(p, value, "'%.*s' is no page, expected a number from 1",
		    value);
		return;
	}
	archive = ledger_archive(p->ledger, unescape(p, name));
	if (ledger_page_of(line, archive))
		fail(p, name, "'%.*s' is in the line twice", name);
	else
		insert_page(p->ledger, line, archive, (uint32_t)n);
}

/* A field after the path: NAME=VALUE. */
static void
parse_more(struct parser *p, struct ledger_line *line, str field)
{
	size_t eq = str_rchr(field, '=');
	str name = str_sub(field, 0, eq);
	str value = eq == STR_NONE ? (str){0} : str_from(field, eq + 1);

	if (str_eq(name, S("gone")))
		parse_gone(p, line, value);
	else if (eq != STR_NONE && name.len)
		parse_page(p, line, name, value);
	else
		fail(p, field, "'%.*s' is unknown, expected gone=DATE or "
		    "ARCHIVE=PAGE", field);
}

/* Whether another line has the id or the path of a line, which is reported. In
 * a file with conflict marks it is not: the sides repeat each other's lines. */
static bool
is_taken(struct parser *p, const struct ledger_line *line,
    const struct ledger_line *same)
{
	struct ledger *l = p->ledger;
	const struct ledger_line *path = line->path.len
	    ? table_find(&l->by_path, line->path) : NULL;

	if (same && !p->has_conflict)
		diag_add(p->diags, DIAG_LEDGER_TWICE, &l->source, line->id_at,
		    "id '%.*s' is that of '%.*s' too, on line %d",
		    STR_ARG(line->id), STR_ARG(same->path),
		    same->id_at.line);
	else if (path && !p->has_conflict)
		diag_add(p->diags, DIAG_LEDGER_TWICE, &l->source,
		    line->path_at, "'%.*s' has the id '%.*s' too, on line %d",
		    STR_ARG(line->path), STR_ARG(path->id), path->id_at.line);
	return same || path;
}

/* Adds the fields of a duplicate line, which a merge can leave. */
static void
merge_line(struct ledger *l, struct ledger_line *into,
    const struct ledger_line *line)
{
	into->is_gone &= line->is_gone;
	if (line->gone < into->gone)
		into->gone = line->gone;
	for (const struct ledger_page *p = line->pages; p; p = p->next)
		if (ledger_page_of(into, p->archive) == 0)
			insert_page(l, into, p->archive, p->number);
}

static void
keep_line(struct parser *p, const struct ledger_line *line)
{
	struct ledger *l = p->ledger;
	struct ledger_line *same = table_find(&l->by_id, line->id), *added;

	if (same && str_eq(same->path, line->path)) {
		merge_line(l, same, line);
		return;
	}
	if (is_taken(p, line, same))
		return;
	added = ledger_add(l, line->id, line->path);
	added->id_at = line->id_at;
	added->path_at = line->path_at;
	added->is_gone = line->is_gone;
	added->gone = line->gone;
	added->pages = line->pages;
	*table_at(&l->by_id, added->id) = added;
	if (added->path.len)
		*table_at(&l->by_path, added->path) = added;
}

static void
parse_post(struct parser *p)
{
	struct ledger_line line = {0};
	str rest = p->line, id, path = {0}, field;
	size_t errors = p->diags->counts[DIAG_ERROR];

	str_split(&rest, '\t', &id);
	str_split(&rest, '\t', &path);
	if (id.len == 0 || path.len == 0) {
		fail(p, id.len ? str_from(p->line, id.len) : id, "'%.*s' is "
		    "no post, expected an id, a tab and a file", p->line);
		return;
	}
	if (utf8_check(id) != id.len) {
		fail(p, id, "'%.*s' is no id, expected UTF-8", id);
		return;
	}
	line.id_at = place_of(p, id);
	line.path_at = place_of(p, path);
	line.id = unescape(p, id);
	if (!str_eq(path, S("-")))
		line.path = unescape(p, path);
	while (str_split(&rest, '\t', &field))
		parse_more(p, &line, field);
	if (p->diags->counts[DIAG_ERROR] == errors)
		keep_line(p, &line);
}

static void
add_comment(struct parser *p)
{
	struct strs *c = &p->ledger->comments;
	void **seen = table_at(&p->seen, p->line);

	if (*seen)
		return;
	*seen = p;
	if (c->count == p->cap) {
		p->cap = 2 * p->cap + 8;
		c->at = mem_realloc(c->at, p->cap * sizeof *c->at);
	}
	c->at[c->count++] = p->line;
}

static void
parse_line(struct parser *p)
{
	while (str_ends(p->line, S("\r")))
		p->line.len--;
	if (is_conflict(p->line)) {
		/* Report a conflict once, not for each mark. */
		if (!p->has_conflict)
			diag_add(p->diags, DIAG_LEDGER_CONFLICT,
			    &p->ledger->source, (struct mark){p->number, 1},
			    "a merge left '%.*s'", STR_ARG(p->line));
		p->has_conflict = true;
	} else if (str_starts(p->line, S("#")))
		add_comment(p);
	else if (p->line.len)
		parse_post(p);
}

static size_t
count_lines(str text)
{
	size_t n = 1;

	for (size_t i = 0; i < text.len; i++)
		n += text.ptr[i] == '\n';
	return n;
}

bool
ledger_parse(struct ledger *l, const struct source *src, struct arena *a,
    struct diags *diags)
{
	struct parser p = {.ledger = l, .diags = diags};
	size_t n = count_lines(src->text), errors = diags->counts[DIAG_ERROR];
	str rest = utf8_skip_mark(src->text);

	*l = (struct ledger){.source = *src, .arena = a};
	l->end = &l->lines;
	table_reserve(&l->by_id, n);
	table_reserve(&l->by_path, n);
	while (str_split(&rest, '\n', &p.line)) {
		p.number++;
		parse_line(&p);
	}
	for (const struct ledger_line *i = l->lines; i; i = i->next)
		for (const struct ledger_page *k = i->pages; k; k = k->next)
			count_page(k);
	buf_free(&p.buf);
	table_free(&p.seen);
	return diags->counts[DIAG_ERROR] == errors;
}

void
ledger_free(struct ledger *l)
{
	table_free(&l->by_id);
	table_free(&l->by_path);
	table_free(&l->archives);
	mem_free(l->comments.at);
}

/* ---- writing ---- */

static const char heading[] =
    "# The ids of the posts, kept by feedmill: one line a post, its id and "
    "its\n# file with a tab between. Keep it under version control; "
    "feedmill.yaml(5)\n# tells more.\n";

static void
put_escaped(struct buf *out, str field)
{
	for (size_t i = 0; i < field.len; i++) {
		size_t k = 0, n = i == 0 ? ESCAPES : EVERYWHERE;

		while (k < n && escapes[k].means != field.ptr[i])
			k++;
		if (k == n) {
			buf_addc(out, field.ptr[i]);
			continue;
		}
		buf_addc(out, '\\');
		buf_addc(out, escapes[k].letter);
	}
}

static void
put_line(struct buf *out, const struct ledger_line *line)
{
	char date[DATETIME_TEXT];

	put_escaped(out, line->id);
	buf_addc(out, '\t');
	if (line->path.len)
		put_escaped(out, line->path);
	else
		buf_addc(out, '-');
	if (line->is_gone) {
		buf_add(out, S("\tgone="));
		buf_add(out, datetime_rfc3339(line->gone, date));
	}
	for (const struct ledger_page *p = line->pages; p; p = p->next) {
		if (p->is_new && line->post->skip != SKIP_NONE)
			continue;
		buf_addc(out, '\t');
		put_escaped(out, p->archive->name);
		buf_printf(out, "=%u", (unsigned)p->number);
	}
	buf_addc(out, '\n');
}

static int
by_id(const void *a, const void *b)
{
	const struct ledger_line *x = *(struct ledger_line *const *)a;
	const struct ledger_line *y = *(struct ledger_line *const *)b;

	return str_cmp(x->id, y->id);
}

void
ledger_write(struct buf *out, const struct ledger *l)
{
	const struct ledger_line **all =
	    mem_alloc(l->count * sizeof(struct ledger_line *));
	size_t n = 0;

	for (const struct ledger_line *i = l->lines; i; i = i->next)
		if (i->id_at.line || i->post->skip == SKIP_NONE)
			all[n++] = i;
	if (n)
		qsort(all, n, sizeof(struct ledger_line *), by_id);
	if (n && l->source.text.len == 0)
		buf_add(out, str_of(heading));
	for (size_t i = 0; i < l->comments.count; i++) {
		buf_add(out, l->comments.at[i]);
		buf_addc(out, '\n');
	}
	for (size_t i = 0; i < n; i++)
		put_line(out, all[i]);
	mem_free(all);
}
