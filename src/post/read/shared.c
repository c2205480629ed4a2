/* SPDX-License-Identifier: MIT
 * shared: terms, authors and texts that many posts share, stored once. */
#include "post/read/shared.h"

#include "base/text/slug.h"

void
shared_init(struct shared *s, const struct config *c, struct arena *a)
{
	*s = (struct shared){.config = c, .arena = a};
}

void
shared_free(struct shared *s)
{
	for (size_t i = 0; i < s->n_labels; i++)
		table_free(&s->labels[i]);
	table_free(&s->people);
	table_free(&s->texts);
}

/* ---- terms ---- */

/* The table of a taxonomy in a language. */
static struct table *
labels_of(struct shared *s, const struct taxonomy *t,
    const struct language *in)
{
	const struct taxonomy *last = s->config->feeds.taxonomies;
	size_t languages = 1, number = 0, taxonomies;

	for (const struct language *g = s->config->languages; g; g = g->next) {
		if (g == in)
			number = languages;
		languages++;
	}
	if (s->labels == NULL) {
		while (last->next)
			last = last->next;
		taxonomies = last->number + 1;
		s->n_labels = taxonomies * languages;
		s->labels = arena_array(
		    s->arena, s->n_labels, sizeof *s->labels);
	}
	return &s->labels[t->number * languages + number];
}

struct label *
shared_label(struct shared *s, const struct taxonomy *t,
    const struct language *in, str text)
{
	struct table *table = labels_of(s, t, in);
	struct label *l = table_find(table, text);
	struct buf key = {0};

	if (l)
		return l;
	l = arena_alloc(s->arena, sizeof *l);
	slug_fold(&key, text);
	*l = (struct label){
		.taxonomy = t,
		.in = in,
		.text = arena_str(s->arena, text),
		.key = buf_move(&key, s->arena),
	};
	*table_at(table, l->text) = l;
	return l;
}

/* ---- people and texts ---- */

static void
add_people_key(struct buf *key, const struct person *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const str parts[] = {list[i].name, list[i].email, list[i].url};

		for (size_t k = 0; k < 3; k++) {
			buf_add(key, parts[k]);
			buf_addc(key, '\0');
		}
	}
}

const struct person *
shared_people(struct shared *s, const struct person *list, size_t n)
{
	struct buf key = {0};
	struct person *copy;

	add_people_key(&key, list, n);
	copy = table_find(&s->people, buf_str(&key));
	if (copy == NULL && n) {
		copy = arena_array(s->arena, n, sizeof *copy);
		for (size_t i = 0; i < n; i++)
			copy[i] = (struct person){
				.name = arena_str(s->arena, list[i].name),
				.email = arena_str(s->arena, list[i].email),
				.url = arena_str(s->arena, list[i].url),
			};
		*table_at(&s->people, arena_str(s->arena, buf_str(&key))) =
		    copy;
	}
	buf_free(&key);
	return copy;
}

str
shared_text(struct shared *s, str text)
{
	str *copy = table_find(&s->texts, text);

	if (text.len == 0)
		return (str){0};
	if (copy == NULL) {
		copy = arena_alloc(s->arena, sizeof *copy);
		*copy = arena_str(s->arena, text);
		*table_at(&s->texts, *copy) = copy;
	}
	return *copy;
}
