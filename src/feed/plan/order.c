/* SPDX-License-Identifier: MIT
 * order: the posts that may be published, newest first, each id once. */
#include "feed/plan/order.h"

#include "post/post_codes.h"
#include "post/post_pack.h"

enum { NEAR = 16 }; /* longest move of the insertion sort */
enum { AHEAD = 8 };  /* posts to prefetch ahead */

/* A post with its sort key, so that comparing two does not read the posts. */
struct dated {
	instant date;
	struct post *post;
};

/* Whether a comes before b: by date, ascending; by id if the dates are
 * equal. */
static bool
is_before(const struct dated *a, const struct dated *b)
{
	if (a->date != b->date)
		return a->date < b->date;
	return str_cmp(a->post->id, b->post->id) <= 0;
}

/* The end of the sorted run that begins at `i`. */
static size_t
run_end(const struct dated *list, size_t i, size_t n)
{
	do
		i++;
	while (i < n && is_before(&list[i - 1], &list[i]));
	return i;
}

/* Merges [from, middle) and [middle, to) of `list` into the same places of
 * `out`. */
static void
merge_runs(const struct dated *list, struct dated *out, size_t from,
    size_t middle, size_t to)
{
	size_t a = from, b = middle;

	for (size_t i = from; i < to; i++)
		out[i] = b == to || (a < middle &&
		    is_before(&list[a], &list[b])) ? list[a++] : list[b++];
}

/* Insertion sort over short distances. File names often begin with the date but
 * not the time, so most posts are a few places from their sorted position. A
 * post that is further away begins a new run. */
static void
sort_near(struct dated *list, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct dated d = list[i];
		size_t k = i;

		for (; k > 0 && i - k < NEAR && !is_before(&list[k - 1], &d);
		     k--)
			list[k] = list[k - 1];
		list[k] = d;
	}
}

/* Natural merge sort, for few long runs. The result may be in either list. */
static struct dated *
sort_dated(struct dated *list, struct dated *spare, size_t n)
{
	sort_near(list, n);
	while (n && run_end(list, 0, n) < n) {
		struct dated *sorted = spare;
		size_t from = 0;

		while (from < n) {
			size_t middle = run_end(list, from, n);
			size_t to = middle < n ? run_end(list, middle, n) : n;

			merge_runs(list, spare, from, middle, to);
			from = to;
		}
		spare = list;
		list = sorted;
	}
	return list;
}

/* A hash table of posts by id. A row holds half of the hash and an index into
 * the list, from 1: the half hash avoids most comparisons of ids. */
struct seen {
	uint64_t *rows; /* owned; open addressing; 0: free */
	size_t size;
};

/* The index of an earlier post with the same id; 0: no such post, and this one
 * is added with index `place`. */
static size_t
see_id(struct seen *s, struct post *const *posts, const struct post *p,
    size_t place)
{
	uint64_t hash = p->id_hash;
	size_t i = (size_t)hash & (s->size - 1);

	for (; s->rows[i]; i = (i + 1) & (s->size - 1)) {
		uint32_t at = (uint32_t)s->rows[i];

		if (s->rows[i] >> 32 == hash >> 32 &&
		    str_eq(posts[at - 1]->id, p->id))
			return at;
	}
	s->rows[i] = hash >> 32 << 32 | place;
	return 0;
}

static struct seen
make_seen(size_t n)
{
	struct seen s = {.size = 64};

	while (s.size < 2 * n)
		s.size *= 2;
	/* Not calloc: each of its pages would fault twice, when it is first
	 * read and when it is first written. */
	s.rows = mem_alloc(s.size * sizeof *s.rows);
	memset(s.rows, 0, s.size * sizeof *s.rows);
	return s;
}

/* Prefetches the data of the post AHEAD places further; see prefetch_labels in
 * plan.c. */
static inline __attribute__((always_inline)) void
look_ahead(const struct seen *s, struct post *const *posts, size_t i)
{
	if (i > 3 * AHEAD)
		__builtin_prefetch(posts[i - 3 * AHEAD]);
	if (i > AHEAD)
		__builtin_prefetch(&s->rows[posts[i - AHEAD]->id_hash &
		    (s->size - 1)]);
}

bool
order_has_duplicates(const struct plan *plan)
{
	struct seen seen = make_seen(plan->n_posts);
	bool found = false;

	for (size_t i = plan->n_posts; i > 0 && !found; i--) {
		look_ahead(&seen, plan->posts, i);
		found = see_id(&seen, plan->posts, plan->posts[i - 1], i);
	}
	mem_free(seen.rows);
	return found;
}

static void
report_duplicate(struct post *p, const struct post *first)
{
	struct source src = {p->path, {0}};

	diag_add(post_report(p), DIAG_ID_DUPLICATE, &src, p->matter->id_at,
	    "id '%.*s' is that of '%.*s' too", STR_ARG(p->id),
	    STR_ARG(first->path));
	p->skip = SKIP_ERROR;
}

void
order_drop_duplicates(struct plan *plan, const struct config *c)
{
	struct post **posts = plan->posts;
	struct seen seen = make_seen(plan->n_posts);
	size_t n = plan->n_posts, kept = n;

	/* From the oldest to the newest; kept posts move to the end. */
	for (size_t i = n; i > 0; i--) {
		struct post *p = posts[i - 1];
		size_t first = see_id(&seen, posts, p, kept);

		if (first) {
			post_load(p, c, plan->arena);
			report_duplicate(p, posts[first - 1]);
		} else
			posts[--kept] = p;
	}
	for (size_t i = kept; i < n; i++)
		posts[i - kept] = posts[i];
	plan->n_posts = n - kept;
	plan->n_errors += kept;
	mem_free(seen.rows);
}

/* Stamps from the oldest post to the newest. */
void
order_stamp(struct plan *plan)
{
	size_t n = plan->n_posts;
	struct arena scratch = {0};
	struct dated *list = arena_array(&scratch, 2 * n, sizeof *list);
	struct dated *sorted;
	instant last = INT64_MIN;

	for (size_t i = 0; i < n; i++) {
		struct post *p = plan->posts[n - 1 - i];

		list[i] = (struct dated){p->updated, p};
	}
	sorted = sort_dated(list, list + n, n);
	for (size_t i = 0; i < n; i++) {
		instant t = sorted[i].date;

		sorted[i].post->stamp = last = t > last ? t : last + 1;
	}
	arena_free(&scratch);
}

instant
order_date(const struct config *c, const struct post *p)
{
	return c->feeds.order == ORDER_UPDATED ? p->updated : p->published;
}

void
order_by_update(struct post **posts, size_t n)
{
	struct arena scratch = {0};
	struct dated *list = arena_array(&scratch, 2 * n, sizeof *list);
	struct dated *sorted;

	for (size_t i = 0; i < n; i++)
		list[i] = (struct dated){-posts[i]->updated, posts[i]};
	sorted = sort_dated(list, list + n, n);
	for (size_t i = 0; i < n; i++)
		posts[i] = sorted[i].post;
	arena_free(&scratch);
}

void
order_posts(struct plan *plan, struct post *posts, size_t n)
{
	struct arena scratch = {0};
	struct dated *list = arena_array(&scratch, 2 * n, sizeof *list);
	struct dated *sorted;

	plan->posts = arena_array(plan->arena, n, sizeof(struct post *));
	/* The negated date sorts newest first, while equal dates still sort
	 * by ascending id. */
	for (size_t i = n; i > 0; i--) {
		struct post *p = &posts[i - 1];

		if (p->skip == SKIP_NONE)
			list[plan->n_posts++] = (struct dated){
				-p->published, p};
		plan->n_errors += p->skip == SKIP_ERROR;
	}
	sorted = sort_dated(list, list + n, plan->n_posts);
	for (size_t i = 0; i < plan->n_posts; i++)
		plan->posts[i] = sorted[i].post;
	arena_free(&scratch);
}
