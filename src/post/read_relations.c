/* SPDX-License-Identifier: MIT
 * read_relations: the other pages that a post has to do with.
 *
 * What is no address is reported and left out; the post itself is as good
 * without it. */
#include "../base/url.h"
#include "field.h"
#include "reading.h"

/* Whether it is an address by its form: "example.org/x" is more likely one
 * without its scheme than a path. */
static bool
is_address(str ref)
{
	return url_is_web(ref) || str_starts(ref, S("/")) ||
	    str_starts(ref, S("./")) || str_starts(ref, S("../")) ||
	    str_starts(ref, S("#"));
}

/* What a reference means in front matter: one from the root is meant from
 * that of the site, as in the text of a post (feed rule 23). */
static bool
resolve(struct reading *j, struct buf *out, str ref)
{
	str site = j->config->site.url;
	str root = url_split(site).path;

	if (!is_address(ref))
		return false;
	if (!str_starts(ref, S("/")) || str_starts(ref, S("//")) ||
	    str_starts(ref, root))
		return url_resolve(out, j->post->url, ref);
	return url_resolve(out, site,
	    arena_printf(j->scratch, ".%.*s", STR_ARG(ref)));
}

/* The address that a value is, or has under `url`; empty where it has none,
 * which is reported. */
static str
address_of(struct reading *j, const struct value *v, str key)
{
	const struct value *url = v->kind == VALUE_MAP
	    ? field_find(v, S("url")) : v;
	struct buf b = {0};
	str address = {0};

	if (url && url->kind == VALUE_SCALAR && str_trim(url->text).len &&
	    resolve(j, &b, str_trim(url->text)) && url_is_web(buf_str(&b)))
		address = arena_str(j->arena, buf_str(&b));
	else
		value_diag(&j->post->diags, DIAG_RELATION_INVALID, j->src,
		    url ? url : v, "'%.*s' is %s, expected an http or https "
		    "URL", STR_ARG(key), url && url->kind == VALUE_SCALAR
		    ? arena_printf(j->scratch, "'%.*s'",
		    STR_ARG(url->text)).ptr : value_kind_name(v));
	buf_free(&b);
	return address;
}

static struct relations *
relations_of(struct reading *j)
{
	struct post *p = j->post;
	struct relations *r = arena_alloc(j->arena, sizeof *r);

	if (p->relations)
		*r = *p->relations;
	p->relations = r;
	return r;
}

/* Adds what is not there yet. */
static void
add(str *list, size_t *n, str url)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(list[i], url))
			return;
	if (url.len)
		list[(*n)++] = url;
}

/* One, or a list of them. */
static void
read_replies(struct reading *j)
{
	const struct value *v = field_get(j->front, FIELD_REPLY), *i = v;
	struct relations *r;
	str *list;
	size_t n = 0;

	if (v == NULL)
		return;
	list = arena_array(j->arena, v->size + 1, sizeof *list);
	if (v->kind == VALUE_LIST)
		for (i = v->first; i; i = i->next)
			add(list, &n, address_of(j, i, v->key));
	else
		add(list, &n, address_of(j, v, v->key));
	if (n == 0)
		return;
	r = relations_of(j);
	r->replies_to = list;
	r->n_replies_to = n;
	j->post->namespaces |= NAMESPACE_THR;
}

bool
read_relations(struct reading *j)
{
	/* A page that no feed has. */
	if (j->post->url.len)
		read_replies(j);
	return true;
}
