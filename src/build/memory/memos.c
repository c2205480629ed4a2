/* SPDX-License-Identifier: MIT
 * memos: records of entries and documents from an earlier run. */
#include "build/memory/memos.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "build/site/site.h"
#include "content/tags/drops.h"
#include "feed/formats/format.h"
#include "publish/publish.h"

struct stamp
memos_stamp(struct stamp s)
{
	s.touched = 0;
	return s;
}

void
memos_free(struct memos *m)
{
	table_free(&m->entries);
	table_free(&m->documents);
	arena_free(&m->arena);
}

struct entry_memo *
memos_entry(const struct memos *m, str path)
{
	return table_find(&m->entries, path);
}

struct document_memo *
memos_document(const struct memos *m, str path)
{
	return table_find(&m->documents, path);
}

static void *
add_memo(struct memos *m, struct table *t, str path, size_t size)
{
	void **at = table_at(t, arena_str(&m->arena, path));

	if (*at == NULL)
		*at = arena_alloc(&m->arena, size);
	return *at;
}

struct entry_memo *
memos_add_entry(struct memos *m, str path)
{
	return add_memo(m, &m->entries, path, sizeof(struct entry_memo));
}

struct document_memo *
memos_add_document(struct memos *m, str path)
{
	return add_memo(m, &m->documents, path, sizeof(struct document_memo));
}

/* ---- what was published ---- */

str
memos_sibling(struct arena *a, str path, int codec)
{
	return arena_printf(a, "%.*s%.*s", STR_ARG(path),
	    STR_ARG(compress_endings[codec]));
}

void
memos_add_published(struct memos *m, str path, struct digest from,
    long codecs, const struct published *result)
{
	struct document_memo *d = memos_add_document(m, path);

	d->from = from;
	d->stamp = memos_stamp(result->stamp);
	for (int i = 0; i < CODEC_COUNT; i++)
		if (codecs & 1 << i)
			memos_add_document(m, memos_sibling(
			    &m->arena, path, i))->stamp = memos_stamp(
			    result->siblings[i].stamp);
}

void
memos_recall_published(const struct memos *m, str path, long codecs,
    struct published *result)
{
	struct arena a = {0};

	result->stamp = memos_document(m, path)->stamp;
	for (int i = 0; i < CODEC_COUNT; i++)
		if (codecs & 1 << i)
			result->siblings[i].stamp = memos_document(
			    m, memos_sibling(&a, path, i))->stamp;
	arena_free(&a);
}

/* ---- keys ---- */

static bool
needs_posts(const struct memos *m)
{
	size_t at = 0;
	const struct entry_memo *e;

	while ((e = table_next(&m->entries, &at, NULL)) != NULL)
		if (e->from.posts)
			return true;
	return false;
}

/* Includes posts that are in no feed: other posts link to them. */
void
memos_set_posts(struct memos *m, const struct site *s)
{
	struct buf all = {0};

	if (!needs_posts(m))
		return;
	for (size_t i = 0; i < s->n_posts; i++) {
		pack_str(&all, s->posts[i].path);
		pack_digest(&all, s->posts[i].digest);
		if (s->posts[i].is_renamed)
			pack_str(&all, s->posts[i].id);
	}
	m->posts = digest_of(buf_str(&all));
	buf_free(&all);
}

struct digest
memos_key(const struct memos *m, const struct post *p,
    const struct sources *from)
{
	struct buf b = {0};
	struct digest d;

	pack_str(&b, p->path);
	pack_digest(&b, p->digest);
	pack_int(&b, p->updated);
	pack_int(&b, p->stamp);
	/* The ledger changed the id, so it cannot be derived from the file. */
	if (p->is_renamed)
		pack_str(&b, p->id);
	if (from && from->posts)
		pack_digest(&b, m->posts);
	for (const struct source_file *s = from ? from->files : NULL; s;
	     s = s->next) {
		pack_str(&b, s->path);
		pack_stamp(&b, s->stamp);
	}
	d = digest_of(buf_str(&b));
	buf_free(&b);
	return d;
}

void
memos_lose(struct memos *m, const struct post *p, const struct diags *reports)
{
	const struct drops none = {0};
	struct diags own = {0};
	struct buf b = {0};
	struct entry_memo *e;

	for (const struct diag *d = reports->first; d; d = d->next)
		if (str_eq(d->file, p->path))
			diag_copy(&own, d);
	if (own.first == NULL)
		return;
	pack_diags(&b, own.first, own.last);
	drops_pack(&b, &none);
	e = memos_add_entry(m, p->path);
	*e = (struct entry_memo){.failed = true,
		.key = memos_key(m, p, NULL),
		.reports = buf_move(&b, &m->arena)};
	diags_free(&own);
}

const struct entry_memo *
memos_current(const struct memos *m, const struct post *p)
{
	struct entry_memo *e = memos_entry(m, p->path);

	if (e == NULL || e->from.nowhere ||
	    !digest_eq(e->key, memos_key(m, p, &e->from)))
		return NULL;
	return e;
}

struct digest
memos_document_key(const struct memos *m, const struct site *s,
    const struct feed *f, size_t format)
{
	struct buf head = {0}, tail = {0};
	struct digest d;

	s->plan.formats[format]->write_frame(
	    &head, &tail, f, f->url[format], &s->config);
	buf_add(&head, buf_str(&tail));
	pack_uint(&head, f->entries.full);
	pack_uint(&head, f->entries.mixed);
	pack_uint(&head, f->entries.podcast);
	for (size_t i = 0; i < f->count; i++) {
		const struct post *p = f->posts[i];
		const struct entry_memo *e = memos_entry(m, p->path);

		pack_digest(&head, memos_key(m, p, e ? &e->from : NULL));
	}
	d = digest_of(buf_str(&head));
	buf_free(&head);
	buf_free(&tail);
	return d;
}

void
memos_set_keys(struct memos *m, const struct site *s)
{
	memos_set_posts(m, s);
	for (size_t i = 0; i < s->n_posts; i++) {
		struct entry_memo *e = m->entries.count
		    ? memos_entry(m, s->posts[i].path) : NULL;

		if (e)
			e->key = memos_key(m, &s->posts[i], &e->from);
	}
}

/* ---- comparing with the present files ---- */

static struct stamp
look_at(const struct source_file *file, const struct site *s)
{
	struct arena a = {0};
	struct stamp stamp = file_look(
	    path_join(&a, s->config.dir, file->path).ptr);

	arena_free(&a);
	return stamp;
}

void
memos_stamp_files(struct memos *m, const struct site *s)
{
	const struct entry_memo *e;
	size_t at = 0;

	while ((e = table_next(&m->entries, &at, NULL)) != NULL)
		for (struct source_file *f = e->from.files; f; f = f->next)
			f->stamp = look_at(f, s);
}

static bool
files_are_same(const struct entry_memo *e, const struct site *s)
{
	for (const struct source_file *f = e->from.files; f; f = f->next)
		if (!stamp_eq(f->stamp, look_at(f, s)))
			return false;
	return true;
}

bool
memos_look(int root, str path, struct stamp *stamp)
{
	struct arena a = {0};
	struct stat st;
	bool exists = fstatat(root, arena_cstr(&a, path), &st,
	    AT_SYMLINK_NOFOLLOW) == 0;
	bool found = exists && S_ISREG(st.st_mode);

	*stamp = exists || root < 0 || file_is_absent(errno)
	    ? (struct stamp){0} : stamp_unknown;
	if (found)
		*stamp = memos_stamp(file_stamp(&st));
	arena_free(&a);
	return found;
}

bool
memos_is_published(const struct document_memo *d, int root, str path)
{
	struct stamp now;

	return memos_look(root, path, &now) && stamp_eq(now, d->stamp);
}

bool
memos_are_current(const struct memos *m, const struct site *s, str folder)
{
	const struct entry_memo *e;
	const struct document_memo *d;
	struct arena a = {0};
	size_t at = 0;
	int root = open(arena_cstr(&a, folder), O_PATH | O_CLOEXEC);
	bool same = root >= 0;
	str path;

	while (same && (d = table_next(&m->documents, &at, &path)) != NULL)
		same = memos_is_published(d, root, path);
	at = 0;
	while (same && (e = table_next(&m->entries, &at, NULL)) != NULL)
		same = files_are_same(e, s);
	if (root >= 0)
		close(root);
	arena_free(&a);
	return same;
}

/* ---- packing ---- */

enum {
	ENTRY_FAILED = 1, ENTRY_POSTS = 2, ENTRY_NOWHERE = 4, ENTRY_FILES = 8
};

static void
pack_files(struct buf *out, const struct source_file *first)
{
	size_t n = 0;

	for (const struct source_file *f = first; f; f = f->next)
		n++;
	pack_uint(out, n);
	for (const struct source_file *f = first; f; f = f->next) {
		pack_str(out, f->path);
		pack_stamp(out, f->stamp);
	}
}

static void
unpack_files(struct unpack *u, struct source_file **end, struct arena *a)
{
	size_t n = unpack_size(u, u->rest.len);

	for (; n && !u->bad; n--, end = &(*end)->next) {
		*end = arena_alloc(a, sizeof **end);
		(*end)->path = unpack_str(u);
		(*end)->stamp = unpack_stamp(u);
	}
}

static void
pack_entry(struct buf *out, str path, const struct entry_memo *e)
{
	unsigned flags = (e->failed ? ENTRY_FAILED : 0) |
	    (e->from.posts ? ENTRY_POSTS : 0) |
	    (e->from.nowhere ? ENTRY_NOWHERE : 0) |
	    (e->from.files ? ENTRY_FILES : 0);

	pack_str(out, path);
	pack_digest(out, e->key);
	pack_uint(out, flags);
	if (flags & ENTRY_FILES)
		pack_files(out, e->from.files);
	pack_str(out, e->reports);
}

static void
unpack_entry(struct unpack *u, struct memos *m)
{
	struct entry_memo *e = memos_add_entry(m, unpack_str(u));
	uint64_t flags;

	e->key = unpack_digest(u);
	flags = unpack_uint(u);
	e->failed = flags & ENTRY_FAILED;
	e->from.posts = flags & ENTRY_POSTS;
	e->from.nowhere = flags & ENTRY_NOWHERE;
	if (flags & ENTRY_FILES)
		unpack_files(u, &e->from.files, &m->arena);
	e->reports = unpack_str(u);
}

void
memos_pack_entries(struct buf *out, const struct memos *m)
{
	const struct entry_memo *e;
	size_t at = 0;
	str path;

	pack_uint(out, m->entries.count);
	while ((e = table_next(&m->entries, &at, &path)) != NULL)
		pack_entry(out, path, e);
}

void
memos_pack_documents(struct buf *out, const struct memos *m)
{
	const struct document_memo *d;
	size_t at = 0;
	str path;

	pack_uint(out, m->documents.count);
	while ((d = table_next(&m->documents, &at, &path)) != NULL) {
		pack_str(out, path);
		pack_digest(out, d->from);
		pack_stamp(out, d->stamp);
	}
}

void
memos_unpack(struct memos *m, struct unpack *entries,
    struct unpack *documents)
{
	size_t n = unpack_size(entries, SIZE_MAX);

	for (; n && !entries->bad; n--)
		unpack_entry(entries, m);
	n = unpack_size(documents, SIZE_MAX);
	for (; n && !documents->bad; n--) {
		struct document_memo *d =
		    memos_add_document(m, unpack_str(documents));

		d->from = unpack_digest(documents);
		d->stamp = unpack_stamp(documents);
	}
}
