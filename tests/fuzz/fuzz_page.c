/* SPDX-License-Identifier: MIT
 * fuzz_page: any bytes as the page that a generator made of a post, of which
 * the entry is made, to published documents. Each is valid, and has the post
 * beside it. A first byte '1' makes it the page that only tells the address. */
#include "target.h"

static const char config[] =
    "site: {url: 'https://example.org/blog/', title: T}\n"
    "posts: {folders: [posts], state: none, built: public,\n"
    "  permalink: '/:slug/'}\n"
    "feeds: {formats: [atom, rss, json], taxonomies: {}, prune: false}\n";

static const char sound[] =
    "<!DOCTYPE html><title>Sound</title><article><p>Sound.</p></article>";

static void
make_site(void)
{
	if (!target_make_site(config))
		return;
	target_put("posts/fuzz.md", S("---\ntitle: Fuzz\ndate: 2001-01-02\n---\n"
	    "See [sound](sound.md) and ![pic](pic.png).\n"));
	target_put("public/sound/index.html", str_of(sound));
}

struct run {
	const char *settings[2];
	size_t n_settings;
	enum feedmill_status status;
	size_t lost; /* 1: the post of the page has an error */
};

static void
report(void *ctx, const struct feedmill_finding *f)
{
	struct run *r = ctx;

	target_check_finding(f);
	/* Mistakes of the page have its place. */
	if (f->level == FEEDMILL_ERROR)
		r->lost = 1;
}

static void
build(void *ctx)
{
	struct run *r = ctx;
	struct feedmill_options o = {.config = "feedmill.yaml",
		.now = 1767225600, .threads = 1, .settings = r->settings,
		.n_settings = r->n_settings, .accept_new_ids = 1,
		.accept_loss = 1, .report = report, .ctx = r};

	r->status = feedmill_build(&o);
}

static void
check_document(const struct format *to, size_t lost)
{
	struct arena a = {0};
	struct old_feed f = target_read_feed(to, &a);
	bool has_sound = false;

	MUST(f.count <= 2 && f.count + lost >= 2);
	for (size_t i = 0; i < f.count; i++)
		has_sound |= str_eq(old_feed_text(&a, &f, f.entries[i].link),
		    S("https://example.org/blog/sound/"));
	MUST(has_sound);
	arena_free(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str input = {(const char *)data, size};
	bool is_witness = target_choice(&input) == '1';
	struct run r = {{"content.source=pages"}, !is_witness, 0, 0};

	make_site();
	target_put("public/fuzz/index.html", input);
	if (!target_try(build, &r))
		return 0;
	MUST(r.status == FEEDMILL_OK || r.status == FEEDMILL_POSTS);
	for (size_t i = 0; formats[i]; i++)
		check_document(formats[i], r.lost);
	return 0;
}
