/* SPDX-License-Identifier: MIT
 * fuzz_post: any bytes as a post, all the way to published documents, which are
 * read again. Each has the post with its title, date, id and address, and is
 * valid; a sound post beside it is in all of them. The first byte chooses the
 * dialect. */
#include <stdio.h>
#include <string.h>

#include "build/site/site.h"
#include "content/entry/entry.h"
#include "generators/generators.h"
#include "target.h"

static const char config[] =
    "site: {url: 'https://example.org/blog/', title: T}\n"
    "posts: {folders: [posts], state: none}\n"
    "content: {markdown: true}\n"
    "feeds: {formats: [atom, rss, json], taxonomies: {}, prune: false}\n";

/* ---- what the documents say ---- */

static const struct old_entry *
find_entry(const struct old_feed *f, str id)
{
	for (size_t i = 0; i < f->count; i++)
		if (str_eq(f->entries[i].id, id))
			return &f->entries[i];
	return NULL;
}

/* Without white space: readers collapse it, and XML has a blank in what looks
 * like an end tag. */
static str
squeeze(struct arena *a, str text)
{
	struct buf b = {0};
	str word;

	while (str_word(&text, &word))
		buf_add(&b, word);
	return buf_move(&b, a);
}

static void
check_entry(const struct old_feed *f, const struct site *s,
    const struct post *p, struct arena *a)
{
	const struct old_entry *e = find_entry(f, p->id);
	str title = squeeze(a, entry_title(p, &s->config, a));

	MUST(e);
	MUST(e->has_date && e->date == p->published);
	MUST(str_eq(squeeze(a, old_feed_text(a, f, e->title)), title));
	MUST(str_eq(old_feed_text(a, f, e->link), p->matter->url));
}

static void
check_document(const struct site *s, const struct format *to, size_t lost)
{
	struct arena a = {0};
	struct old_feed f = target_read_feed(to, &a);
	size_t found = 0;

	for (size_t i = 0; i < s->plan.n_posts; i++)
		if (find_entry(&f, s->plan.posts[i]->id)) {
			check_entry(&f, s, s->plan.posts[i], &a);
			found++;
		}
	MUST(found > 0 && found == f.count);
	MUST(found <= s->plan.n_posts && found + lost >= s->plan.n_posts);
	arena_free(&a);
}

/* ---- the run ---- */

static void
report(void *ctx, const struct feedmill_finding *f)
{
	size_t *lost = ctx;

	target_check_finding(f);
	/* Its entry may not be made although the post was read. */
	if (f->level == FEEDMILL_ERROR && strcmp(f->file, "posts/fuzz.md") == 0)
		*lost = 1;
}

struct run {
	const char *settings[2];
	enum feedmill_status status;
	size_t lost;
};

static void
build(void *ctx)
{
	struct run *r = ctx;
	struct feedmill_options o = {.config = "feedmill.yaml",
		.now = 1767225600, .threads = 1, .settings = r->settings,
		.n_settings = 1, .accept_new_ids = 1, .accept_loss = 1,
		.report = report, .ctx = &r->lost};

	r->status = feedmill_build(&o);
}

static void
check_site(const struct run *r)
{
	struct site s;
	struct site_options o = {.config = "feedmill.yaml", .now = 1767225600,
		.now_is_given = true, .threads = 1, .settings = r->settings,
		.n_settings = 1};

	site_open(&s, &o);
	for (size_t i = 0; formats[i]; i++)
		check_document(&s, formats[i], r->lost);
	site_close(&s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char dialect[64];
	str input = {(const char *)data, size};
	/* From 'a' on, so that inputs can be typed. */
	unsigned choice = target_choice(&input) - 'a';
	struct run r = {.settings = {dialect}};

	target_make_site(config);
	snprintf(dialect, sizeof dialect, "posts.dialect=%s",
	    target_generator(choice)->name);
	target_put("posts/fuzz.md", input);
	if (!target_try(build, &r))
		return 0;
	MUST(r.status == FEEDMILL_OK || r.status == FEEDMILL_POSTS);
	check_site(&r);
	return 0;
}
