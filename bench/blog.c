/* SPDX-License-Identifier: MIT
 * blog: writes a synthetic blog, for benchmarks.
 *
 *     blog POSTS FOLDER [FIRST]
 *
 * The posts look like those of a technical blog of twenty years. Their sizes
 * are log-normal with a mean of 4.5 KB. They have paragraphs with links and
 * emphasis, headings, lists, quotes, code, images, some tables, raw HTML,
 * footnotes and words that are not ASCII; tags follow Zipf's law. All words are
 * made of random syllables. Post number i depends on i and POSTS only. The
 * files go to FOLDER/posts. FOLDER/expected lists the feeds to expect:
 *
 *     posts N              number of posts
 *     bytes N              size of their files
 *     feeds N              number of feeds, the main feed included
 *     entries N            number of entries in them, at most 20 a feed
 *     category NAME        one line for each category
 *     used PATH            the file of a post that is in a feed
 *
 * With FIRST, only that post and later ones are written, and no
 * FOLDER/expected. */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
	WORDS = 3000, SENTENCES = 4000, FOREIGN = 500, BLOCKS = 300,
	TAGS = 400, CATEGORIES = 12, LIMIT = 20, MOST_TAGS = 8
};

/* ---- chance ---- */

/* Sebastiano Vigna's splitmix64. */
static uint64_t
next(uint64_t *r)
{
	uint64_t z = *r += 0x9E3779B97F4A7C15;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
	z = (z ^ z >> 27) * 0x94D049BB133111EB;
	return z ^ z >> 31;
}

static double
chance(uint64_t *r)
{
	return (double)(next(r) >> 11) / 9007199254740992.0;
}

static int
below(uint64_t *r, int n)
{
	return (int)(next(r) % (uint64_t)n);
}

static int
between(uint64_t *r, int from, int to)
{
	return from + below(r, to - from + 1);
}

/* A random number below n; a larger number is rarer (Zipf's law). */
static int
zipf(uint64_t *r, const double *weights, int n)
{
	double x = chance(r) * weights[n - 1];
	int low = 0, high = n - 1;

	while (low < high) {
		int middle = (low + high) / 2;

		if (weights[middle] > x)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* ---- text ---- */

struct text {
	char *at;
	size_t len, cap;
};

static void
add(struct text *t, const char *s, size_t n)
{
	while (t->cap < t->len + n + 1) {
		t->cap = t->cap ? 2 * t->cap : 256;
		t->at = realloc(t->at, t->cap);
	}
	memcpy(t->at + t->len, s, n);
	t->len += n;
	t->at[t->len] = '\0';
}

static void
put(struct text *t, const char *s)
{
	add(t, s, strlen(s));
}

struct pool {
	char *words[WORDS];
	char *plain[SENTENCES], *foreign[FOREIGN];
	char *blocks[7][BLOCKS];
	double tag_weights[TAGS], category_weights[CATEGORIES];
};

static const char *const syllables[] = {
	"ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se",
	"ti", "vo", "zu", "bra", "ste", "tri", "plo", "shu", "na", "de", "li",
	"go", "bu", "ma", "re", "si", "to", "lu"};
static const char *const foreign[] = {
	"naïve", "café", "façade", "Übergröße", "señal", "Łódź", "ångström",
	"день", "слово", "машина", "文字", "言葉", "개발", "λόγος", "שלום"};
enum { SYLLABLES = sizeof syllables / sizeof *syllables,
	ODD = sizeof foreign / sizeof *foreign };

static char *
make_word(uint64_t *r)
{
	struct text t = {0};

	for (int n = between(r, 2, 4); n > 0; n--)
		put(&t, syllables[below(r, SYLLABLES)]);
	return t.at;
}

static void
put_words(struct text *t, const struct pool *p, uint64_t *r, int n)
{
	for (int i = 0; i < n; i++) {
		if (i)
			put(t, " ");
		put(t, p->words[below(r, WORDS)]);
	}
}

/* A link, emphasis, code, or nothing. */
static void
put_extra(struct text *t, const struct pool *p, uint64_t *r)
{
	double x = chance(r);

	if (x < .10) {
		put(t, "[");
		put_words(t, p, r, 2);
		put(t, "](https://www.");
		put_words(t, p, r, 1);
		put(t, ".example/");
		put_words(t, p, r, 1);
		put(t, ".html) ");
	} else if (x < .14) {
		put(t, "[");
		put_words(t, p, r, 3);
		put(t, "](/2015/06/07/");
		put_words(t, p, r, 1);
		put(t, "/) ");
	} else if (x < .20) {
		put(t, x < .17 ? "*" : "**");
		put_words(t, p, r, 2);
		put(t, x < .17 ? "* " : "** ");
	} else if (x < .25) {
		put(t, "`");
		put_words(t, p, r, 1);
		put(t, "_x()` ");
	} else if (x < .28) {
		put(t, "\"");
		put_words(t, p, r, 2);
		put(t, "\" -- it's & so ");
	}
}

static char *
make_sentence(const struct pool *p, uint64_t *r, bool odd)
{
	struct text t = {0};
	int n = between(r, 7, 20), at = below(r, n);

	for (int i = 0; i < n; i++) {
		if (i == at && !odd)
			put_extra(&t, p, r);
		put_words(&t, p, r, 1);
		put(&t, " ");
		if (i == at && odd) {
			put(&t, foreign[below(r, ODD)]);
			put(&t, " ");
		}
	}
	t.at[0] = (char)(t.at[0] >= 'a' && t.at[0] <= 'z'
	    ? t.at[0] - 'a' + 'A' : t.at[0]);
	t.at[t.len - 1] = ".?!."[below(r, 4)];
	return t.at;
}

/* ---- blocks ---- */

enum { HEADING, LIST, QUOTE, CODE, IMAGE, HTML, TABLE };

static void
put_row(struct text *t, const struct pool *p, uint64_t *r, int columns)
{
	for (int i = 0; i < columns; i++) {
		put(t, "| ");
		put_words(t, p, r, between(r, 1, 3));
		put(t, " ");
	}
	put(t, "|\n");
}

static char *
make_block(const struct pool *p, uint64_t *r, int kind)
{
	struct text t = {0};
	int n = between(r, 2, 7);
	const char *mark = (const char *[]){"- ", "* ", "1. "}[below(r, 3)];

	switch (kind) {
	case HEADING:
		put(&t, below(r, 3) ? "## " : "### ");
		put_words(&t, p, r, between(r, 1, 5));
		break;
	case LIST:
		for (int i = 0; i < n; i++) {
			put(&t, i ? "\n" : "");
			put(&t, mark);
			put(&t, p->plain[below(r, SENTENCES)]);
		}
		break;
	case QUOTE:
		for (int i = 0; i < between(r, 2, 3); i++) {
			put(&t, i ? "\n> " : "> ");
			put(&t, p->plain[below(r, SENTENCES)]);
		}
		break;
	case CODE:
		put(&t, (const char *[]){"```\n", "```c\n", "```ruby\n",
		    "```go\n"}[below(r, 4)]);
		for (int i = between(r, 3, 14); i > 0; i--) {
			put(&t, &"        "[4 * below(r, 3)]);
			put_words(&t, p, r, 1);
			put(&t, "(");
			put_words(&t, p, r, 1);
			put(&t, ", \"x\") < 7 && y;\n");
		}
		put(&t, "```");
		break;
	case IMAGE:
		put(&t, "![");
		put_words(&t, p, r, 3);
		put(&t, "](/images/");
		put_words(&t, p, r, 1);
		put(&t, ".png)");
		break;
	case HTML:
		put(&t, n % 2 ? "<div class=\"note\">\n<p>" : "<img src=\"/i/");
		put_words(&t, p, r, n % 2 ? 12 : 1);
		put(&t, n % 2 ? " &amp; <b>so</b></p>\n</div>"
		    : ".png\" alt=\"x\" width=\"400\">");
		break;
	default:
		put_row(&t, p, r, 3);
		put(&t, "| --- | --- | --- |\n");
		for (int i = 0; i < n; i++)
			put_row(&t, p, r, 3);
		t.at[--t.len] = '\0';
	}
	return t.at;
}

static void
fill(struct pool *p)
{
	uint64_t r = 1;
	double sum = 0;

	for (int i = 0; i < WORDS; i++)
		p->words[i] = make_word(&r);
	for (int i = 0; i < SENTENCES; i++)
		p->plain[i] = make_sentence(p, &r, false);
	for (int i = 0; i < FOREIGN; i++)
		p->foreign[i] = make_sentence(p, &r, true);
	for (int k = HEADING; k <= TABLE; k++)
		for (int i = 0; i < BLOCKS; i++)
			p->blocks[k][i] = make_block(p, &r, k);
	for (int i = 0; i < TAGS; i++)
		p->tag_weights[i] = sum += 1.0 / (i + 1);
	sum = 0;
	for (int i = 0; i < CATEGORIES; i++)
		p->category_weights[i] = sum += 1.0 / (i + 1);
}

/* ---- posts ---- */

struct post {
	char name[160];  /* of its file */
	int category, tags[MOST_TAGS], n_tags;
	struct text text;
};

static double
log_normal(uint64_t *r, double mean, double sigma)
{
	double u = chance(r) + 1e-12, v = chance(r);
	double normal = sqrt(-2 * log(u)) * cos(6.283185307179586 * v);

	return exp(log(mean) - sigma * sigma / 2 + sigma * normal);
}

static void
put_body(struct text *t, const struct pool *p, uint64_t *r)
{
	static const int shares[] = {66, 75, 83, 89, 97, 100};
	double want = log_normal(r, 4280, .72);
	bool odd = chance(r) < .10, note = chance(r) < .02;
	bool html = chance(r) < .10, table = chance(r) < .03;
	size_t start = t->len;

	do {
		int x = below(r, 100), kind = 0;

		while (x >= shares[kind])
			kind++;
		if (kind == 0)
			for (int i = between(r, 2, 6); i > 0; i--) {
				put(t, odd && below(r, 2)
				    ? p->foreign[below(r, FOREIGN)]
				    : p->plain[below(r, SENTENCES)]);
				put(t, i > 1 ? " " : note ? "[^1]" : "");
				note = note && i > 1;
			}
		else
			put(t, p->blocks[kind - 1][below(r, BLOCKS)]);
		put(t, "\n\n");
		if (html)
			put(t, p->blocks[HTML][below(r, BLOCKS)]);
		if (table && !html)
			put(t, p->blocks[TABLE][below(r, BLOCKS)]);
		put(t, html || table ? "\n\n" : "");
		html = table = false;
	} while ((double)(t->len - start) < want);
	if (strstr(t->at + start, "[^1]"))
		put(t, "[^1]: A note.\n");
}

static void
choose_terms(struct post *post, const struct pool *p, uint64_t *r)
{
	static const int shares[] = {5, 19, 41, 63, 78, 88, 94, 98, 100};
	int x = below(r, 100), n = 0;

	while (x >= shares[n])
		n++;
	post->category = zipf(r, p->category_weights, CATEGORIES);
	post->n_tags = 0;
	for (; n > 0; n--) {
		int tag = zipf(r, p->tag_weights, TAGS), k = 0;

		while (k < post->n_tags && post->tags[k] != tag)
			k++;
		if (k == post->n_tags)
			post->tags[post->n_tags++] = tag;
	}
}

/* Appends the name of a tag or category. Its number makes it unique. */
static void
put_term(struct text *t, const struct pool *p, int i, const char *kind)
{
	char number[20];

	put(t, p->words[i]);
	snprintf(number, sizeof number, "%s%d", kind, i);
	put(t, number);
}

static void
make_post(struct post *post, const struct pool *p, long i, long n)
{
	uint64_t r = (uint64_t)i * 1000003 + 17;
	time_t when = 1104537600 + (time_t)(20 * 365 * 86400.0 *
	    ((double)i + chance(&r) * .9) / (double)n);
	struct text *t = &post->text, slug = {0}, title = {0};
	char date[40], day[20], folder[20], number[30];
	struct tm tm;

	gmtime_r(&when, &tm);
	strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &tm);
	strftime(day, sizeof day, "%Y-%m-%d", &tm);
	strftime(folder, sizeof folder, "%Y/%m/%d", &tm);
	for (int k = between(&r, 2, 5); k > 0; k--) {
		const char *word = p->words[below(&r, WORDS)];

		put(&slug, word);
		put(&slug, "-");
		put(&title, word);
		put(&title, " ");
	}
	snprintf(number, sizeof number, "%ld", i);
	put(&slug, number);
	put(&title, chance(&r) < .15 ? "& its " : "of ");
	put(&title, number);
	choose_terms(post, p, &r);
	snprintf(post->name, sizeof post->name, "%s-%s.md", day, slug.at);

	t->len = 0;
	put(t, "---\nauthor: ");
	put(t, p->words[below(&r, 8)]);
	put(t, "\ncategories: ");
	put_term(t, p, post->category, "c");
	put(t, "\ncomments: true\ndate: ");
	put(t, date);
	put(t, "\nslug: ");
	put(t, slug.at);
	for (int k = 0; k < post->n_tags; k++) {
		put(t, k ? "\n- " : "\ntags:\n- ");
		put_term(t, p, post->tags[k], "t");
	}
	put(t, "\ntitle: \"");
	put(t, title.at);
	put(t, "\"\nurl: /");
	put(t, folder);
	put(t, "/");
	put(t, slug.at);
	put(t, "/\n---\n\n");
	put_body(t, p, &r);
	free(slug.at);
	free(title.at);
}

/* ---- files ---- */

static void
die(const char *path)
{
	fprintf(stderr, "blog: %s: %s\n", path, strerror(errno));
	exit(1);
}

static void
save(const char *folder, const struct post *post)
{
	char path[1024];
	FILE *f;

	snprintf(path, sizeof path, "%s/posts/%s", folder, post->name);
	f = fopen(path, "wb");
	if (f == NULL ||
	    fwrite(post->text.at, 1, post->text.len, f) != post->text.len ||
	    fclose(f) != 0)
		die(path);
}

static bool
count_down(int *left)
{
	return *left > 0 && (*left)--;
}

/* Posts have dates in the order of their numbers, so the feeds contain the last
 * ones. */
static void
write_all(const struct pool *p, const char *folder, long n)
{
	int main_left = LIMIT, left[CATEGORIES], tags_left[TAGS];
	long feeds = 1, entries = 0, bytes = 0;
	struct post post = {0};
	char path[1024];
	FILE *f;

	snprintf(path, sizeof path, "%s/expected", folder);
	f = fopen(path, "w");
	if (f == NULL)
		die(path);
	for (int i = 0; i < CATEGORIES; i++)
		left[i] = LIMIT;
	for (int i = 0; i < TAGS; i++)
		tags_left[i] = LIMIT;
	for (long i = n - 1; i >= 0; i--) {
		int used;

		make_post(&post, p, i, n);
		save(folder, &post);
		bytes += (long)post.text.len;
		used = count_down(&main_left) +
		    count_down(&left[post.category]);
		for (int k = 0; k < post.n_tags; k++)
			used += count_down(&tags_left[post.tags[k]]);
		entries += used;
		if (used)
			fprintf(f, "used posts/%s\n", post.name);
	}
	for (int i = 0; i < CATEGORIES; i++)
		if (left[i] < LIMIT) {
			struct text t = {0};

			put_term(&t, p, i, "c");
			fprintf(f, "category %s\n", t.at);
			feeds++;
			free(t.at);
		}
	for (int i = 0; i < TAGS; i++)
		feeds += tags_left[i] < LIMIT;
	fprintf(f, "posts %ld\nbytes %ld\nfeeds %ld\nentries %ld\n", n, bytes,
	    feeds, entries);
	if (fclose(f) != 0)
		die(path);
}

int
main(int argc, char **argv)
{
	static struct pool pool;
	long n = argc > 2 ? atol(argv[1]) : 0;
	char path[1024];

	if (n < 1 || argc > 4) {
		fprintf(stderr, "usage: blog POSTS FOLDER [FIRST]\n");
		return 2;
	}
	fill(&pool);
	mkdir(argv[2], 0777);
	snprintf(path, sizeof path, "%s/posts", argv[2]);
	mkdir(path, 0777);
	if (argc == 4) {
		struct post post = {0};

		for (long i = atol(argv[3]); i < n; i++) {
			make_post(&post, &pool, i, n);
			save(argv[2], &post);
		}
		return 0;
	}
	write_all(&pool, argv[2], n);
	return 0;
}
