/* SPDX-License-Identifier: MIT
 * head_links: the <link> elements by which pages name their feeds. */
#include "feed/beside/head_links.h"

#include "base/core/table.h"
#include "base/core/version.h"
#include "base/web/url.h"
#include "feed/formats/format.h"
#include "feed/formats/json_out.h"
#include "post/post_pack.h"
#include "post/query/query.h"

/* Writes the <link> of a feed in the format with that index. */
static void
put_link(struct webpage *w, const struct plan *plan, const struct feed *f,
    size_t format)
{
	webpage_open(w, "link");
	webpage_attr(w, "rel", S("alternate"));
	webpage_attr(w, "type", str_of(plan->formats[format]->media_type));
	if (f->language)
		webpage_attr(w, "hreflang", f->language->name);
	webpage_attr(w, "title", f->title);
	webpage_attr(w, "href", f->url[format]);
	webpage_close(w);
}

void
head_links_put(struct webpage *w, const struct plan *plan)
{
	for (size_t i = 0; i < plan->n_feeds - plan->n_archives; i++) {
		const struct feed *f = &plan->feeds[i];

		for (size_t k = 0; k < plan->n_formats && !f->taxonomy; k++)
			if (f->path[k].len) {
				put_link(w, plan, f, k);
				webpage_line(w);
			}
	}
}

void
head_links_write(struct buf *out, const struct plan *plan,
    const struct config *c)
{
	struct webpage w = webpage_piece(out);

	(void)c;
	buf_add(out, S("<!-- " FEEDMILL_NOTICE " -->\n"));
	head_links_put(&w, plan);
}

/* ---- links of single posts ---- */

struct finder {
	const struct plan *plan;
	struct table terms; /* "language\ntaxonomy\nkey" to its feed */
	struct table paths; /* post paths already written */
	struct arena arena;
};

static void
find_terms(struct finder *f)
{
	for (size_t i = 0; i < f->plan->n_feeds - f->plan->n_archives; i++) {
		struct feed *feed = &f->plan->feeds[i];

		if (feed->taxonomy)
			*table_at(&f->terms, plan_term_key(&f->arena,
			    feed->language, feed->taxonomy, feed->key)) = feed;
	}
}

/* Appends the lines of a post: one for each of its terms whose feed may
 * contain the post. */
static void
add_lines(struct finder *f, struct buf *out, const struct post *p)
{
	struct webpage w = webpage_piece(out);
	struct arena a = {0};

	for (size_t i = 0; i < p->n_labels; i++) {
		const struct label *l = p->labels[i];
		const struct feed *feed = table_find(&f->terms,
		    plan_term_key(&a, l->in, l->taxonomy, l->key));
		size_t k = 0;

		if (feed == NULL || !query_holds(l->taxonomy->extent.where, p))
			continue;
		while (feed->path[k].len == 0)
			k++;
		if (out->len)
			webpage_line(&w);
		put_link(&w, f->plan, feed, k);
	}
	arena_free(&a);
}

/* The path of a post's URL, by which templates look up the post; the whole URL
 * if the post is on another host than the site. */
static str
path_of(const struct post *p, const struct config *c)
{
	str host = url_split(c->site.url).authority;
	struct url u = url_split(p->matter->url);

	return str_eq(u.authority, host) ? u.path : p->matter->url;
}

void
head_links_write_posts(struct buf *out, const struct plan *plan,
    const struct config *c)
{
	struct finder f = {.plan = plan};
	struct json_out j = json_out_document(out);
	struct buf lines = {0};

	json_out_map(&j, NULL);
	json_out_text(&j, "_note", S(FEEDMILL_NOTICE));
	find_terms(&f);
	for (size_t i = 0; i < plan->n_posts; i++) {
		struct post *p = plan->posts[i];
		void **written;
		str path;

		post_load(p, c, plan->arena);
		path = path_of(p, c);
		buf_reset(&lines);
		if (p->skip == SKIP_NONE)
			add_lines(&f, &lines, p);
		written = lines.len ? table_at(&f.paths, path) : NULL;
		if (written == NULL || *written)
			continue;
		*written = &f;
		json_out_pair(&j, path, buf_str(&lines));
	}
	json_out_close(&j);
	buf_free(&lines);
	table_free(&f.terms);
	table_free(&f.paths);
	arena_free(&f.arena);
}
