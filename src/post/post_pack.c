/* SPDX-License-Identifier: MIT
 * post_pack: posts as bytes, for the state. */
#include "post/post_pack.h"

#include <assert.h>

#include "post/keys/stray.h"

/* ---- terms ---- */

static uint64_t
language_number(const struct config *c, const struct language *in)
{
	uint64_t n = 0;

	if (in)
		n++;
	for (const struct language *g = c->languages; g && g != in;
	     g = g->next)
		n += in != NULL;
	return n;
}

static const struct language *
unpack_language(struct unpack *u, const struct config *c)
{
	size_t n = unpack_size(u, SIZE_MAX);
	const struct language *g = c->languages;

	for (size_t i = 1; g && i < n; i++)
		g = g->next;
	u->bad |= n && g == NULL;
	return n ? g : NULL;
}

static const struct taxonomy *
unpack_taxonomy(struct unpack *u, const struct config *c)
{
	size_t n = unpack_size(u, SIZE_MAX);
	const struct taxonomy *t = c->feeds.taxonomies;

	while (t && t->number != n)
		t = t->next;
	u->bad |= t == NULL;
	return t;
}

static void
pack_label(struct buf *out, const struct label *l, const struct config *c)
{
	pack_uint(out, l->taxonomy->number);
	pack_uint(out, language_number(c, l->in));
	pack_str(out, l->text);
	pack_str(out, l->key);
}

void
label_list_init(struct label_list *l, const struct config *c,
    struct arena *a)
{
	*l = (struct label_list){.config = c, .arena = a};
}

void
label_list_free(struct label_list *l)
{
	mem_free(l->at);
	table_free(&l->known);
}

/* Appends a label that is not in the list. */
static void
append_label(struct label_list *l, struct label *label, str key)
{
	if (l->count == l->cap) {
		l->cap = 2 * l->cap + 64;
		l->at = mem_realloc(l->at, l->cap * sizeof(struct label *));
	}
	l->at[l->count++] = label;
	label->number = (uint32_t)l->count;
	*table_at(&l->known, arena_str(l->arena, key)) = label;
}

/* Each thread has its own label for a term; all get the same number. */
static void
add_label(struct label_list *l, struct label *label)
{
	struct buf key = {0};
	const struct label *same;

	pack_label(&key, label, l->config);
	same = table_find(&l->known, buf_str(&key));
	if (same)
		label->number = same->number;
	else
		append_label(l, label, buf_str(&key));
	buf_free(&key);
}

void
label_list_add(struct label_list *l, const struct post *p)
{
	for (size_t i = 0; i < p->n_labels; i++)
		if (p->labels[i]->number == 0)
			add_label(l, p->labels[i]);
}

void
label_list_pack(struct buf *out, const struct label_list *l)
{
	pack_uint(out, l->count);
	for (size_t i = 0; i < l->count; i++)
		pack_label(out, l->at[i], l->config);
}

void
label_list_unpack(struct unpack *u, struct label_list *l)
{
	size_t n = unpack_size(u, SIZE_MAX);

	for (size_t i = 0; i < n && !u->bad; i++) {
		struct label *label = arena_alloc(l->arena, sizeof *label);
		const char *from = u->rest.ptr;

		label->taxonomy = unpack_taxonomy(u, l->config);
		label->in = unpack_language(u, l->config);
		label->text = unpack_str(u);
		label->key = unpack_str(u);
		if (!u->bad)
			append_label(l, label,
			    (str){from, (size_t)(u->rest.ptr - from)});
	}
}

/* ---- the part that is always loaded ---- */

enum {
	PACK_SKIP = 7, /* the bits of `skip` */
	PACK_REPORTS = 1 << 3,  /* it has diagnostics */
	PACK_ALWAYS = 1 << 4,   /* `until` is never */
	PACK_SINCE = 1 << 5,    /* `from` equals `published` */
	PACK_LANGUAGE = 1 << 6, /* `in` is set */
	PACK_NAMESPACES = 1 << 7,
	PACK_PAGE = 1 << 8,     /* has_page */
	PACK_STRAY = 1 << 9,    /* it has stray keys */
};

static uint64_t
flags_of(const struct post *p)
{
	uint64_t flags = (uint64_t)p->skip_read;

	flags |= p->reports && p->reports->last_read ? PACK_REPORTS : 0;
	flags |= p->until == INT64_MAX ? PACK_ALWAYS : 0;
	flags |= p->from == p->published ? PACK_SINCE : 0;
	flags |= p->in ? PACK_LANGUAGE : 0;
	flags |= p->namespaces ? PACK_NAMESPACES : 0;
	flags |= p->has_page ? PACK_PAGE : 0;
	flags |= p->reports && p->reports->stray ? PACK_STRAY : 0;
	return flags;
}

static void
pack_labels(struct buf *out, const struct post *p)
{
	pack_uint(out, p->n_labels);
	for (size_t i = 0; i < p->n_labels; i++)
		pack_uint(out, p->labels[i]->number);
}

static void
unpack_labels(struct unpack *u, struct post *p,
    const struct label_list *labels, struct arena *a)
{
	size_t n = unpack_size(u, u->rest.len);

	p->labels = arena_array(a, n, sizeof(struct label *));
	for (size_t i = 0; i < n; i++) {
		size_t number = unpack_size(u, labels->count);

		u->bad |= number == 0;
		if (!u->bad)
			p->labels[p->n_labels++] = labels->at[number - 1];
	}
}

/* The queries of the config that it matches. */
static size_t
matches_size(const struct config *c)
{
	return (c->n_queries + 7) / 8;
}

static void
pack_matches(struct buf *out, const struct post *p, const struct config *c)
{
	for (size_t i = 0; i < matches_size(c); i++)
		pack_uint(out, p->matches ? p->matches[i] : 0);
}

static void
unpack_matches(struct unpack *u, struct post *p, const struct config *c,
    struct arena *a)
{
	unsigned char *bits = NULL;

	if (c->n_queries)
		bits = arena_alloc(a, matches_size(c));
	for (size_t i = 0; i < matches_size(c); i++)
		bits[i] = (unsigned char)unpack_size(u, 255);
	p->matches = bits;
}

/* ---- the matter ---- */

enum {
	PACK_DRAFT = 1 << 0,
	PACK_URL = 1 << 1,      /* the address differs from the id */
	PACK_TONGUE = 1 << 2,   /* the language differs from the site's */
	PACK_PEOPLE = 1 << 3,
	PACK_SECTIONS = 1 << 4,
	PACK_SUMMARY = 1 << 5,
	PACK_MEDIA = 1 << 6,
	PACK_RELATIONS = 1 << 7,
	PACK_EPISODE = 1 << 8,
	PACK_HEADS_TEXT = 1 << 9,
};

static uint64_t
matter_flags_of(const struct matter *m, const struct config *c)
{
	uint64_t flags = m->draft ? PACK_DRAFT : 0;

	flags |= str_eq(m->own_id, m->url) ? 0 : PACK_URL;
	flags |= str_eq(m->language, c->site.language) ? 0 : PACK_TONGUE;
	flags |= m->n_authors ? PACK_PEOPLE : 0;
	flags |= m->sections.len ? PACK_SECTIONS : 0;
	flags |= m->summary.len ? PACK_SUMMARY : 0;
	flags |= m->media ? PACK_MEDIA : 0;
	flags |= m->relations ? PACK_RELATIONS : 0;
	flags |= m->episode ? PACK_EPISODE : 0;
	flags |= m->heads_text ? PACK_HEADS_TEXT : 0;
	return flags;
}

static void
pack_people(struct buf *out, const struct matter *m)
{
	pack_uint(out, m->n_authors);
	for (size_t i = 0; i < m->n_authors; i++) {
		pack_str(out, m->authors[i].name);
		pack_str(out, m->authors[i].email);
		pack_str(out, m->authors[i].url);
	}
}

static void
unpack_people(struct unpack *u, struct matter *m, struct arena *a)
{
	size_t n = unpack_size(u, u->rest.len);
	struct person *list = arena_array(a, n, sizeof *list);

	for (size_t i = 0; i < n; i++) {
		list[i].name = unpack_str(u);
		list[i].email = unpack_str(u);
		list[i].url = unpack_str(u);
	}
	m->authors = list;
	m->n_authors = n;
}

/* The sections are a slice of the path: pack its place. */
static void
pack_sections(struct buf *out, str sections, str path)
{
	pack_uint(out, sections.len);
	pack_uint(out, (size_t)(sections.ptr - path.ptr));
}

static str
unpack_sections(struct unpack *u, str path)
{
	size_t len = unpack_size(u, path.len);

	return str_sub(path, unpack_size(u, path.len), len);
}

static void
pack_media(struct buf *out, const struct media *m)
{
	pack_str(out, m->image);
	pack_mark(out, m->image_at);
	pack_uint(out, m->n_files);
	for (size_t i = 0; i < m->n_files; i++) {
		pack_str(out, m->files[i].ref);
		pack_mark(out, m->files[i].at);
		pack_str(out, m->files[i].type);
		pack_uint(out, m->files[i].bytes);
	}
}

static const struct media *
unpack_media(struct unpack *u, struct arena *a)
{
	struct media *m = arena_alloc(a, sizeof *m);

	m->image = unpack_str(u);
	m->image_at = unpack_mark(u);
	m->n_files = unpack_size(u, u->rest.len);
	m->files = arena_array(a, m->n_files, sizeof *m->files);
	for (size_t i = 0; i < m->n_files; i++) {
		m->files[i].ref = unpack_str(u);
		m->files[i].at = unpack_mark(u);
		m->files[i].type = unpack_str(u);
		m->files[i].bytes = unpack_uint(u);
	}
	return m;
}

static void
pack_relations(struct buf *out, const struct relations *r)
{
	pack_str(out, r->external);
	pack_str(out, r->comments);
	pack_uint(out, r->n_replies_to);
	for (size_t i = 0; i < r->n_replies_to; i++)
		pack_str(out, r->replies_to[i]);
}

static const struct relations *
unpack_relations(struct unpack *u, struct arena *a)
{
	struct relations *r = arena_alloc(a, sizeof *r);
	size_t n;
	str *list;

	r->external = unpack_str(u);
	r->comments = unpack_str(u);
	n = unpack_size(u, u->rest.len);
	list = arena_array(a, n, sizeof *list);
	for (size_t i = 0; i < n; i++)
		list[i] = unpack_str(u);
	r->replies_to = list;
	r->n_replies_to = n;
	return r;
}

static void
pack_matter(struct buf *out, const struct post *p, const struct config *c)
{
	const struct matter *m = p->matter;
	uint64_t flags = matter_flags_of(m, c);

	pack_uint(out, flags);
	if (flags & PACK_URL)
		pack_str(out, m->url);
	pack_str(out, m->title);
	pack_mark(out, m->id_at);
	if (flags & PACK_PEOPLE)
		pack_people(out, m);
	if (flags & PACK_SECTIONS)
		pack_sections(out, m->sections, p->path);
	if (flags & PACK_TONGUE)
		pack_str(out, m->language);
	if (flags & PACK_SUMMARY)
		pack_str(out, m->summary);
	if (flags & PACK_MEDIA)
		pack_media(out, m->media);
	if (flags & PACK_RELATIONS)
		pack_relations(out, m->relations);
	if (flags & PACK_EPISODE)
		episode_pack(out, m->episode);
}

static void
unpack_matter(struct unpack *u, struct matter *m, const struct post *p,
    const struct config *c, struct arena *a)
{
	uint64_t flags = unpack_uint(u);

	*m = (struct matter){.draft = flags & PACK_DRAFT,
		.heads_text = flags & PACK_HEADS_TEXT, .own_id = p->id};
	m->url = flags & PACK_URL ? unpack_str(u) : p->id;
	m->title = unpack_str(u);
	m->id_at = unpack_mark(u);
	if (flags & PACK_PEOPLE)
		unpack_people(u, m, a);
	if (flags & PACK_SECTIONS)
		m->sections = unpack_sections(u, p->path);
	m->language = flags & PACK_TONGUE ? unpack_str(u)
	    : c->site.language;
	if (flags & PACK_SUMMARY)
		m->summary = unpack_str(u);
	if (flags & PACK_MEDIA)
		m->media = unpack_media(u, a);
	if (flags & PACK_RELATIONS)
		m->relations = unpack_relations(u, a);
	if (flags & PACK_EPISODE)
		m->episode = episode_unpack(u, a);
}

void
post_load(struct post *p, const struct config *c, struct arena *a)
{
	struct unpack u = {.rest = p->packed};

	if (p->matter)
		return;
	/* Only the ledger renames posts, and it loads all of them first. */
	assert(!p->is_renamed);
	p->matter = arena_alloc(a, sizeof *p->matter);
	unpack_matter(&u, p->matter, p, c, a);
}

/* ---- both ---- */

void
post_pack(struct buf *out, const struct post *p, const struct config *c)
{
	uint64_t flags = flags_of(p);
	struct buf matter = {0};

	pack_uint(out, flags);
	pack_digest(out, p->digest);
	pack_int(out, p->published);
	pack_int(out, p->updated - p->published);
	if (!(flags & PACK_SINCE))
		pack_int(out, p->from);
	if (!(flags & PACK_ALWAYS))
		pack_int(out, p->until);
	pack_str(out, p->is_renamed ? p->matter->own_id : p->id);
	if (p->packed.len == 0)
		pack_matter(&matter, p, c);
	pack_str(out, matter.len ? buf_str(&matter) : p->packed);
	buf_free(&matter);
	pack_labels(out, p);
	if (flags & PACK_LANGUAGE)
		pack_uint(out, language_number(c, p->in));
	pack_matches(out, p, c);
	if (flags & PACK_NAMESPACES)
		pack_uint(out, p->namespaces);
	if (flags & PACK_REPORTS)
		pack_diags(out, p->reports->all.first, p->reports->last_read);
	pack_uint(out, p->uses);
	if (flags & PACK_STRAY)
		stray_pack(out, p->reports->stray);
}

static void
unpack_reports(struct unpack *u, struct post *p)
{
	struct diags diags = {0};

	unpack_diags(u, &diags);
	post_take_diags(p, &diags);
	if (p->reports)
		p->reports->last_read = p->reports->all.last;
}

void
post_unpack(struct unpack *u, struct post *p, const struct found *file,
    const struct label_list *labels, struct arena *a)
{
	const struct config *c = labels->config;
	uint64_t flags = unpack_uint(u);

	*p = (struct post){.path = file->path, .until = INT64_MAX};
	u->bad |= (flags & PACK_SKIP) >= SKIP_COUNT;
	p->skip = p->skip_read = (enum skip)(flags & PACK_SKIP);
	p->has_page = flags & PACK_PAGE;
	p->digest = unpack_digest(u);
	p->published = unpack_int(u);
	p->updated = p->published + unpack_int(u);
	p->from = flags & PACK_SINCE ? p->published : unpack_int(u);
	if (!(flags & PACK_ALWAYS))
		p->until = unpack_int(u);
	p->id = unpack_str(u);
	p->id_hash = hash64(p->id);
	p->packed = unpack_str(u);
	unpack_labels(u, p, labels, a);
	if (flags & PACK_LANGUAGE)
		p->in = unpack_language(u, c);
	unpack_matches(u, p, c, a);
	if (flags & PACK_NAMESPACES)
		p->namespaces = (uint16_t)unpack_size(u, UINT16_MAX);
	if (flags & PACK_REPORTS)
		unpack_reports(u, p);
	p->uses = (uint16_t)unpack_size(u, UINT16_MAX);
	if (flags & PACK_STRAY)
		post_set_stray(p, stray_unpack(u, a));
}

bool
post_unpack_trace(str packed, struct digest *digest, str *url)
{
	struct unpack u = {.rest = packed}, matter;
	uint64_t flags = unpack_uint(&u);

	*digest = unpack_digest(&u);
	unpack_int(&u); /* published */
	unpack_int(&u); /* updated */
	if (!(flags & PACK_SINCE))
		unpack_int(&u);
	if (!(flags & PACK_ALWAYS))
		unpack_int(&u);
	*url = unpack_str(&u); /* the id */
	matter = (struct unpack){.rest = unpack_str(&u)};
	if (unpack_uint(&matter) & PACK_URL)
		*url = unpack_str(&matter);
	return !u.bad && !matter.bad;
}
