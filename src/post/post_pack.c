/* SPDX-License-Identifier: MIT
 * post_pack: posts as bytes, for the state of earlier runs. */
#include "post_pack.h"

#include <limits.h>

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

/* Puts a label that is new there at the end. */
static void
append(struct label_list *l, struct label *label, str key)
{
	if (l->count == l->cap) {
		l->cap = 2 * l->cap + 64;
		l->at = mem_realloc(l->at, l->cap * sizeof(struct label *));
	}
	l->at[l->count++] = label;
	label->number = (uint32_t)l->count;
	*table_at(&l->known, arena_str(l->arena, key)) = label;
}

/* Threads have labels of their own for the same term: one number for all. */
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
		append(l, label, buf_str(&key));
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
			append(l, label,
			    (str){from, (size_t)(u->rest.ptr - from)});
	}
}

/* ---- posts ---- */

enum {
	PACK_SKIP = 7, /* the bits of `skip` */
	PACK_DRAFT = 1 << 3,
	PACK_DIAGS = 1 << 4,    /* there are some */
	PACK_ID = 1 << 5,       /* it is not the address */
	PACK_LANGUAGE = 1 << 6, /* it is not the site's */
	PACK_ALWAYS = 1 << 7,   /* `until` is never */
	PACK_MEDIA = 1 << 10,   /* there are some */
	PACK_NAMESPACES = 1 << 8,
	PACK_RELATIONS = 1 << 9,
	PACK_EPISODE = 1 << 11,
};

static uint64_t
flags_of(const struct post *p, const struct config *c)
{
	uint64_t flags = (uint64_t)p->skip_read;

	flags |= p->draft ? PACK_DRAFT : 0;
	flags |= p->last_read ? PACK_DIAGS : 0;
	flags |= str_eq(p->own_id, p->url) ? 0 : PACK_ID;
	flags |= str_eq(p->language, c->site.language) ? 0 : PACK_LANGUAGE;
	flags |= p->until == INT64_MAX ? PACK_ALWAYS : 0;
	flags |= p->media ? PACK_MEDIA : 0;
	flags |= p->namespaces ? PACK_NAMESPACES : 0;
	flags |= p->relations ? PACK_RELATIONS : 0;
	flags |= p->episode ? PACK_EPISODE : 0;
	return flags;
}

static void
pack_people(struct buf *out, const struct post *p)
{
	pack_uint(out, p->n_authors);
	for (size_t i = 0; i < p->n_authors; i++) {
		pack_str(out, p->authors[i].name);
		pack_str(out, p->authors[i].email);
		pack_str(out, p->authors[i].url);
	}
}

static void
unpack_people(struct unpack *u, struct post *p, struct arena *a)
{
	size_t n = unpack_size(u, u->rest.len);
	struct person *list = arena_array(a, n, sizeof *list);

	for (size_t i = 0; i < n; i++) {
		list[i].name = unpack_str(u);
		list[i].email = unpack_str(u);
		list[i].url = unpack_str(u);
	}
	p->authors = list;
	p->n_authors = n;
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

/* Where the sections are in its path. */
static void
pack_sections(struct buf *out, const struct post *p)
{
	size_t len = p->sections.len;

	pack_uint(out, len);
	if (len)
		pack_uint(out, (size_t)(p->sections.ptr - p->path.ptr));
}

static void
unpack_sections(struct unpack *u, struct post *p)
{
	size_t len = unpack_size(u, p->path.len);

	if (len)
		p->sections = str_sub(
		    p->path, unpack_size(u, p->path.len), len);
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

void
post_pack(struct buf *out, const struct post *p, const struct config *c)
{
	uint64_t flags = flags_of(p, c);

	pack_uint(out, flags);
	pack_digest(out, p->digest);
	pack_int(out, p->published);
	pack_int(out, p->updated - p->published);
	pack_int(out, p->from);
	if (!(flags & PACK_ALWAYS))
		pack_int(out, p->until);
	pack_str(out, p->title);
	pack_str(out, p->url);
	if (flags & PACK_ID)
		pack_str(out, p->own_id);
	pack_mark(out, p->id_at);
	pack_people(out, p);
	pack_labels(out, p);
	pack_sections(out, p);
	if (flags & PACK_LANGUAGE)
		pack_str(out, p->language);
	pack_uint(out, language_number(c, p->in));
	pack_str(out, p->summary);
	if (flags & PACK_MEDIA)
		media_pack(out, p->media);
	pack_matches(out, p, c);
	if (flags & PACK_NAMESPACES)
		pack_uint(out, p->namespaces);
	if (flags & PACK_RELATIONS)
		pack_relations(out, p->relations);
	if (flags & PACK_EPISODE)
		episode_pack(out, p->episode);
	if (flags & PACK_DIAGS)
		pack_diags(out, p->diags.first, p->last_read);
}

bool
post_unpack_trace(str packed, struct digest *digest, str *url)
{
	struct unpack u = {.rest = packed};
	uint64_t flags = unpack_uint(&u);

	*digest = unpack_digest(&u);
	for (int i = 0; i < 3; i++) /* the dates, and `from` */
		unpack_int(&u);
	if (!(flags & PACK_ALWAYS))
		unpack_int(&u);
	unpack_str(&u); /* the title */
	*url = unpack_str(&u);
	return !u.bad;
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
	p->draft = flags & PACK_DRAFT;
	p->digest = unpack_digest(u);
	p->published = unpack_int(u);
	p->updated = p->published + unpack_int(u);
	p->from = unpack_int(u);
	if (!(flags & PACK_ALWAYS))
		p->until = unpack_int(u);
	p->title = unpack_str(u);
	p->url = unpack_str(u);
	p->own_id = flags & PACK_ID ? unpack_str(u) : p->url;
	post_set_id(p, p->own_id);
	p->id_at = unpack_mark(u);
	unpack_people(u, p, a);
	unpack_labels(u, p, labels, a);
	unpack_sections(u, p);
	p->language = flags & PACK_LANGUAGE ? unpack_str(u) : c->site.language;
	p->in = unpack_language(u, c);
	p->summary = unpack_str(u);
	if (flags & PACK_MEDIA)
		p->media = media_unpack(u, a);
	unpack_matches(u, p, c, a);
	if (flags & PACK_NAMESPACES)
		p->namespaces = (unsigned)unpack_size(u, UINT_MAX);
	if (flags & PACK_RELATIONS)
		p->relations = unpack_relations(u, a);
	if (flags & PACK_EPISODE)
		p->episode = episode_unpack(u, a);
	if (flags & PACK_DIAGS)
		unpack_diags(u, &p->diags);
	p->last_read = p->diags.last;
}
