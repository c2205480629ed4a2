/* SPDX-License-Identifier: MIT
 * post_index: finds the post that another post refers to.
 *
 * The index is built at the first lookup, since most sites have none. Keys are
 * paths in lower case without ending and "index"; posts with the same key form
 * a list. */
#include "post/post_index.h"

#include "base/time/datetime.h"
#include "base/core/file.h"
#include "base/core/table.h"
#include "base/web/url.h"
#include "post/front/text_format.h"
#include "post/post_pack.h"

enum { MOST_SAME = 200 }; /* posts of one key that are compared */

struct indexed {
	const struct post *post;
	str path; /* the key of its path from the config's folder */
	struct indexed *next, *last;
};

struct post_index {
	const struct config *config;
	struct post *posts;
	size_t count;
	struct arena *matter; /* of posts */
	bool is_made, has_urls;
	struct arena arena;
	struct table paths, names;
	struct table urls; /* to posts: the first with each address */
};

/* ---- keys ---- */

/* Removes ".fr" if the site has that language. */
static str
without_language(const struct config *c, str name)
{
	size_t dot = str_rchr(path_base(name), '.');
	str code;

	if (dot == STR_NONE || dot == 0)
		return name;
	code = str_from(path_base(name), dot + 1);
	for (const struct language *g = c->languages; g; g = g->next)
		if (str_ieq(code, g->name))
			return str_sub(name, 0, name.len - code.len - 1);
	return name;
}

/* A path as a key: clean, in lower case, without its ending and without a last
 * part "index". */
static str
make_key(const struct config *c, str path, struct arena *a)
{
	char *key;
	str base;

	path = without_language(c, text_format_strip(path_clean(a, path)));
	base = path_base(path);
	if (str_ieq(base, S("index")) || str_ieq(base, S("_index")))
		path = path_dir(path);
	key = arena_cstr(a, path);
	for (size_t i = 0; i < path.len; i++)
		key[i] = char_lower(key[i]);
	while (path.len && *key == '/') {
		key++;
		path.len--;
	}
	return (str){key, path.len};
}

static str
join_key(const struct config *c, str dir, str path, struct arena *a)
{
	if (dir.len == 0)
		return make_key(c, path, a);
	return make_key(c, arena_printf(a, "%.*s/%.*s", STR_ARG(dir),
	    STR_ARG(path)), a);
}

/* Its path from the root of the content. */
static str
content_key(const struct config *c, const struct post *p, struct arena *a)
{
	str name = path_base(p->path);
	str bare = without_language(c, text_format_strip(name));
	str folder = path_base(path_dir(p->path));

	if (str_eq(bare, S("index")) && folder.len)
		return join_key(c, p->matter->sections, folder, a);
	return join_key(c, p->matter->sections, name, a);
}

/* ---- building ---- */

static void
add_key(struct post_index *x, struct table *t, str key, const struct post *p,
    str path)
{
	struct indexed *first = table_find(t, key);
	struct indexed *e;

	if (key.len == 0 || (first && first->last->post == p))
		return;
	e = arena_alloc(&x->arena, sizeof *e);
	e->post = p;
	e->path = path;
	e->last = e;
	if (first) {
		first->last->next = e;
		first->last = e;
	} else
		*table_at(t, key) = e;
}

static void
add_post(struct post_index *x, const struct post *p)
{
	str path = make_key(x->config, p->path, &x->arena);
	str name = path_base(path);
	struct datetime d;
	size_t len;

	add_key(x, &x->paths, path, p, path);
	add_key(x, &x->paths, content_key(x->config, p, &x->arena), p, path);
	add_key(x, &x->names, name, p, path);
	if (datetime_parse_name(name, &d, &len))
		add_key(x, &x->names, str_from(name, len), p, path);
}

static void
make_index(struct post_index *x)
{
	/* Index skipped posts too: they are on the site. */
	for (size_t i = 0; !x->is_made && i < x->count; i++) {
		post_load(&x->posts[i], x->config, x->matter);
		add_post(x, &x->posts[i]);
	}
	x->is_made = true;
}

struct post_index *
post_index_open(const struct config *c, struct post *posts, size_t count,
    struct arena *matter)
{
	struct post_index *x = mem_alloc(sizeof *x);

	*x = (struct post_index){.config = c, .posts = posts, .count = count,
		.matter = matter};
	return x;
}

void
post_index_close(struct post_index *x)
{
	table_free(&x->paths);
	table_free(&x->names);
	table_free(&x->urls);
	arena_free(&x->arena);
	mem_free(x);
}

/* ---- finding ---- */

/* How many parts at their ends two paths share. */
static size_t
shared_end(str a, str b)
{
	size_t n = 0;

	while (a.len && b.len && str_eq(path_base(a), path_base(b))) {
		n++;
		a = path_dir(a);
		b = path_dir(b);
	}
	return n;
}

static size_t
shared_start(str a, str b)
{
	size_t n = 0;

	while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
		n++;
	return n;
}

/* Of the posts under one key, the nearest to the asking post. */
static const struct post *
choose_nearest(const struct indexed *list, const struct post *from, str key)
{
	const struct post *best = NULL;
	size_t best_score = 0;

	for (int n = 0; list && n < MOST_SAME; list = list->next, n++) {
		const struct post *p = list->post;
		size_t near = shared_start(p->path, from->path);
		size_t score = (shared_end(list->path, key) * 2 +
		    (p->in == from->in)) * 4096 + (near < 4095 ? near : 4095);

		if (best == NULL || score > best_score) {
			best = p;
			best_score = score;
		}
	}
	return best;
}

static const struct post *
find_path(const struct post_index *x, const struct post *from, str key)
{
	return choose_nearest(table_find(&x->paths, key), from, key);
}

static const struct post *
find_post(const struct post_index *x, const struct post *from, str ref,
    enum post_match match, struct arena *a)
{
	const struct config *c = x->config;
	bool rooted = str_starts(ref, S("/"));
	str key = make_key(c, ref, a);
	const struct post *p = NULL;

	if (!rooted)
		p = find_path(x, from,
		    join_key(c, path_dir(from->path), ref, a));
	if (p == NULL && !rooted)
		p = find_path(x, from,
		    join_key(c, from->matter->sections, ref, a));
	if (p == NULL)
		p = find_path(x, from, key);
	if (p == NULL && match == POST_MATCH_NAME)
		p = choose_nearest(table_find(&x->names, path_base(key)),
		    from, key);
	return p;
}

const struct post *
post_index_find(struct post_index *x, const struct post *from, str ref,
    enum post_match match)
{
	struct arena a = {0};
	const struct post *p;

	ref = str_trim(ref);
	ref = str_sub(ref, 0, str_chr(ref, '#'));
	ref = str_sub(ref, 0, str_chr(ref, '?'));
	if (ref.len == 0)
		return from;
	make_index(x);
	p = find_post(x, from, ref, match, &a);
	arena_free(&a);
	return p;
}

static void
make_urls(struct post_index *x)
{
	for (size_t i = 0; !x->has_urls && i < x->count; i++) {
		struct post *p = &x->posts[i];
		const struct post **at;

		post_load(p, x->config, x->matter);
		at = p->matter->url.len ? (const struct post **)table_at(
		    &x->urls, p->matter->url) : NULL;
		if (at && *at == NULL)
			*at = p;
	}
	x->has_urls = true;
}

const struct post *
post_index_at(struct post_index *x, str url)
{
	make_urls(x);
	return table_find(&x->urls, str_sub(url, 0, str_chr(url, '#')));
}

str
post_index_url(const struct post_index *x, const struct post *p,
    struct arena *a)
{
	const char *end = x->config->posts.generator->address.page_end;
	struct buf b = {0};
	str key;

	if (p->matter->url.len)
		return p->matter->url;
	key = content_key(x->config, p, a);
	buf_add(&b, x->config->site.url);
	url_encode_path(&b, key);
	if (key.len)
		buf_add(&b, end ? str_of(end) : S("/"));
	return buf_move(&b, a);
}
