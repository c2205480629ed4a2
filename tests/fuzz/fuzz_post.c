/* SPDX-License-Identifier: MIT
 * fuzz_post: any bytes as a post, all the way to the documents. Whatever it
 * holds, no feed may become invalid, and the run ends with a status that is
 * meant for it. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <feedmill.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "build-fuzz/site-XXXXXX";

static void
put(const char *name, const void *bytes, size_t size)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(bytes, 1, size, f) != size || fclose(f) != 0)
		abort();
}

/* The folder of the site; it is made once. */
static void
make_site(void)
{
	static const char config[] =
	    "site: {url: 'https://example.org/', title: T}\n"
	    "posts: {folders: [posts], state: none}\n"
	    "content: {markdown: true}\n"
	    "feeds: {formats: [atom, rss, json]}\n";
	static const char sound[] =
	    "---\ntitle: Sound\ndate: 2001-01-01\n---\nSound.\n";
	static bool is_there;
	char posts[64];

	if (is_there)
		return;
	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(posts, sizeof posts, "%s/posts", folder);
	if (mkdir(posts, 0700) != 0)
		abort();
	put("feedmill.yaml", config, sizeof config - 1);
	put("posts/sound.md", sound, sizeof sound - 1);
	is_there = true;
}

static void
report(void *ctx, const struct feedmill_finding *f)
{
	(void)ctx;
	if (strcmp(f->code, "feed-invalid") == 0 ||
	    strcmp(f->code, "feed-unjudged") == 0 || f->message[0] == '\0') {
		fprintf(stderr, "%s: %s\n", f->file, f->message);
		abort();
	}
}

/* The first byte chooses the dialect. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const dialects[] = {
		"hugo", "jekyll", "zola", "pelican", "eleventy", "hexo",
		"octopress", "astro", "docusaurus", "vitepress", "plain"};
	char dialect[64], config[64];
	const char *settings[] = {dialect};
	struct feedmill_options o = {.config = config, .now = 1767225600, .dry = 1,
		.threads = 1, .settings = settings, .n_settings = 1,
		.accept_new_ids = 1, .isolate = 1, .report = report};
	enum feedmill_status status;

	if (size == 0)
		return 0;
	make_site();
	snprintf(dialect, sizeof dialect, "posts.dialect=%s", dialects[
	    data[0] % (sizeof dialects / sizeof *dialects)]);
	snprintf(config, sizeof config, "%s/feedmill.yaml", folder);
	put("posts/fuzz.md", data + 1, size - 1);
	status = feedmill_build(&o);
	if (status != FEEDMILL_OK && status != FEEDMILL_POSTS)
		abort();
	return 0;
}
