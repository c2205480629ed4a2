/* SPDX-License-Identifier: MIT
 * order: the posts that may be published, newest first, each id once. */
#include "order.h"



/* A post with what it is sorted by, so that to compare two is to look at
 * neither. */
struct dated {
	instant date;
	struct post *post;
};

/* Ascending; posts of one instant by id. */
static bool
is_before(const struct dated *a, const struct dated *b)
{
	if (a->date != b->date)
		return a->date < b->date;
	return str_cmp(a->post->id, b->post->id) <= 0;
}

/* The end of the run from `i` on: posts that are in order. */
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
merge(const struct dated *list, struct dated *out, size_t from, size_t middle,
    size_t to)
{
	size_t a = from, b = middle;

	for (size_t i = from; i < to; i++)
		out[i] = b == to || (a < middle &&
		    is_before(&list[a], &list[b])) ? list[a++] : list[b++];
}

/* Natural merge sort: file names tell dates more often than not, so that posts
 * come in few long runs. The result may be in either list. */
static struct dated *
sort_dated(struct dated *list, struct dated *spare, size_t n)
{
	for (;;) {
		size_t from = 0, runs = 0;
		struct dated *sorted = spare;

		while (from < n) {
			size_t middle = run_end(list, from, n);
			size_t to = middle < n ? run_end(list, middle, n) : n;

			merge(list, spare, from, middle, to);
			from = to;
			runs++;
		}
		spare = list;
		list = sorted;
		if (runs <= 1)
			return list;
	}
}

/* Posts by their ids, in rows of half a hash and a place in the list from 1:
 * few ids are looked at, and there are a million of them. */
struct seen {
	uint64_t *rows; /* owned; open addressing; 0: free */
	size_t size;
};

/* The place of the post that has the id, or 0: it is at `place` from now on. */
static size_t
see(struct seen *s, struct post *const *posts, str id, size_t place)
{
	uint64_t hash = hash64(id);
	size_t i = (size_t)hash & (s->size - 1);

	for (; s->rows[i]; i = (i + 1) & (s->size - 1)) {
		uint32_t at = (uint32_t)s->rows[i];

		if (s->rows[i] >> 32 == hash >> 32 &&
		    str_eq(posts[at - 1]->id, id))
			return at;
	}
	s->rows[i] = hash >> 32 << 32 | place;
	return 0;
}

static void
report_duplicate(struct post *p, const struct post *first)
{
	struct source src = {p->path, {0}};

	diag_add(&p->diags, DIAG_ID_DUPLICATE, &src, p->id_at,
	    "id '%.*s' is that of '%.*s' too", STR_ARG(p->id),
	    STR_ARG(first->path));
	p->skip = SKIP_ERROR;
}

/* Of posts with one id the oldest keeps it: subscribers have it already. */
static void
check_ids(struct post **posts, size_t *n)
{
	struct seen seen = {.size = 64};
	size_t kept = *n;

	while (seen.size < 2 * *n)
		seen.size *= 2;
	seen.rows = mem_zeroed(seen.size * sizeof *seen.rows);
	for (size_t i = *n; i > 0; i--) {
		struct post *p = posts[i - 1];
		size_t first = see(&seen, posts, p->id, kept);

		if (first)
			report_duplicate(p, posts[first - 1]);
		else
			posts[--kept] = p;
	}
	*n -= kept;
	for (size_t i = 0; kept && i < *n; i++)
		posts[i] = posts[i + kept];
	mem_free(seen.rows);
}

/* Readers that go by <updated> cannot order entries of one instant, and the
 * validator warns of them (DuplicateUpdated); dates without a time make many.
 * Each gets the first free second, by id, in all feeds the same. */
static void
make_stamps(struct post **posts, size_t n, struct dated *list,
    struct dated *spare)
{
	instant last = INT64_MIN;

	/* From the oldest on. */
	for (size_t i = 0; i < n; i++)
		list[i] = (struct dated){
			posts[n - 1 - i]->updated, posts[n - 1 - i]};
	list = sort_dated(list, spare, n);
	for (size_t i = 0; i < n; i++) {
		instant t = list[i].date;

		list[i].post->stamp = last = t > last ? t : last + 1;
	}
}

void
order_posts(struct plan *plan, struct post *posts, size_t n, struct arena *a)
{
	struct dated *list = mem_alloc(n * sizeof *list);
	struct dated *spare = mem_alloc(n * sizeof *spare), *sorted;

	plan->posts = arena_array(a, n, sizeof(struct post *));
	/* Ascending by the negative is descending, but for the ids. */
	for (size_t i = n; i > 0; i--) {
		struct post *p = &posts[i - 1];

		if (p->skip == SKIP_NONE)
			list[plan->n_posts++] = (struct dated){
				-p->published, p};
		plan->n_errors += p->skip == SKIP_ERROR;
	}
	sorted = sort_dated(list, spare, plan->n_posts);
	for (size_t i = 0; i < plan->n_posts; i++)
		plan->posts[i] = sorted[i].post;
	n = plan->n_posts;
	check_ids(plan->posts, &plan->n_posts);
	plan->n_errors += n - plan->n_posts;
	make_stamps(plan->posts, plan->n_posts, list, spare);
	mem_free(list);
	mem_free(spare);
}
