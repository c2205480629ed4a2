/* SPDX-License-Identifier: MIT
 * fuzz_config: any bytes as feedmill.yaml, or as what --set lays over one. What
 * is accepted gives a plan, and each document of it is valid. */
#include <string.h>

#include "base/core/file.h"
#include "build/run/judge.h"
#include "build/site/site.h"
#include "feed/formats/format.h"
#include "target.h"

static const char usual[] =
    "site: {url: 'https://example.org/blog/', title: T}\n"
    "posts: {folders: [posts]}\n";

static void
make_posts(void)
{
	static bool is_there;

	if (is_there)
		return;
	target_folder();
	target_put("posts/a.md", S("---\ntitle: A\ndate: 2020-01-02\n"
	    "tags: [x, y z]\nseries: é\nauthor: Jo\nlang: de\n---\nText.\n"));
	target_put("posts/2021-03-04-b.md", S("---\ntitle: 'B & \"C\"'\n"
	    "tags: X\naudio: a.mp3\n---\n"));
	target_put("notes/de/c.md", S("---\ndate: 2021-01-02\n---\n# C\n"));
	target_put("static/a.mp3", S("ID3"));
	target_put("authors.yaml", S("jo: {name: Jo, email: j@e.org}\n"));
	is_there = true;
}

/* Folders elsewhere on this machine are left alone. */
static bool
is_here(const struct config *c)
{
	for (size_t i = 0; i < c->posts.folders.count; i++)
		if (!path_is_below(c->posts.folders.at[i]))
			return false;
	return true;
}

/* A document without entries. */
static void
check_document(const struct site *s, const struct feed *f, size_t format)
{
	const struct format *to = s->plan.formats[format];
	struct judge judge = {.crew = s->crew, .limits = &s->config.limits};
	struct shown shown = {.format = to, .path = f->path[format]};
	struct buf head = {0}, tail = {0};
	struct diags diags = {0};
	enum verdict verdict;

	MUST(path_is_below(f->path[format]));
	to->write_frame(&head, &tail, f, f->url[format], &s->config);
	buf_add(&head, buf_str(&tail));
	verdict = judge_document(&judge, &shown, buf_str(&head), &diags);
	target_say(&diags);
	MUST(verdict == VERDICT_RIGHT);
	diags_free(&diags);
	buf_free(&head);
	buf_free(&tail);
}

static void
check_plan(const struct site *s)
{
	for (size_t i = 0; i < s->plan.n_feeds; i++)
		for (size_t k = 0; k < s->plan.n_formats; k++)
			if (s->plan.feeds[i].path[k].len)
				check_document(s, &s->plan.feeds[i], k);
}

/* The lines are settings. */
static size_t
read_settings(str input, const char **list, size_t most, struct arena *a)
{
	size_t n = 0;

	while (input.len && n < most)
		list[n++] = arena_cstr(a, target_line(&input));
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str input = {(const char *)data, size};
	bool is_file = target_choice(&input) % 2;
	struct source src = {S("feedmill.yaml"), str_of(usual)};
	struct arena a = {0};
	const char *settings[8];
	struct site_options o = {.config = "feedmill.yaml",
		.now = 1767225600, .now_is_given = true, .threads = 1,
		.settings = settings};
	struct config c;
	struct diags diags = {0};
	bool is_good;

	make_posts();
	if (is_file)
		src.text = input;
	else
		o.n_settings = read_settings(input, settings, 8, &a);
	is_good = target_is_text(input) && config_parse(&c, &a, &src, settings,
	    o.n_settings, &diags);
	MUST(is_good || !target_is_text(input) || diags.counts[DIAG_ERROR]);
	if (is_good && is_here(&c)) {
		struct site s;
		enum outcome outcome;

		target_put("feedmill.yaml", src.text);
		outcome = site_open(&s, &o);
		if (outcome == OUTCOME_OK)
			check_plan(&s);
		else
			MUST(outcome == OUTCOME_POSTS || s.diags.first);
		site_close(&s);
	}
	diags_free(&diags);
	arena_free(&a);
	return 0;
}
