/* SPDX-License-Identifier: MIT
 * fuzz_tags: any bytes as a post with shortcodes, template tags, MDX or Vue. The
 * first byte chooses the generator. What comes out is text, and no script. */
#include "base/core/utf8.h"
#include "base/text/html_scan.h"
#include "content/links/links.h"
#include "content/markdown/markdown.h"
#include "content/tags/body.h"
#include "generators/generators.h"
#include "target.h"

static struct matter matters[] = {
	{.title = S_INIT("A *t* {{ x }}"),
		.url = S_INIT("https://example.org/blog/a/")},
	{.title = S_INIT("B <i>"), .url = S_INIT("https://example.org/blog/b/")},
};
static struct post posts[] = {
	{.path = S_INIT("posts/a.mdx"), .matter = &matters[0]},
	{.path = S_INIT("posts/b.md"), .matter = &matters[1]},
};

static const char templates[] = "shortcodes={a: '<b c=\"{x}\">{0}{y?}</b>', "
    "q: '<q>{inner}</q>', p: '{permalink:0} {title:0}', "
    "Note: '<aside>{inner}</aside>'}";

struct expanding {
	const struct config *config;
	struct source src;
	struct arena *arena;
	struct buf html;
	struct drops drops;
	struct diags diags;
	struct post_index *index;
	struct sources sources;
};

/* Markdown of what came out, as an entry has it. */
static void
render(struct expanding *x, str text)
{
	struct links links = {.config = x->config, .page = matters[0].url,
		.src = &x->src, .diags = &x->diags, .post = &posts[0],
		.index = x->index, .sources = &x->sources};
	struct html_policy policy = {.resolve = links_resolve, .ctx = &links};

	markdown_render(&x->html, text, true, &policy, x->arena);
	target_is_safe(buf_str(&x->html));
}

static void
expand(void *ctx)
{
	struct expanding *x = ctx;
	struct body_env env = {x->config, x->index, &x->drops, &x->sources,
		NULL, false, NULL};
	struct front_matter fm;
	struct body b = {.env = &env, .post = &posts[0], .src = &x->src,
		.front = &fm, .arena = x->arena, .diags = &x->diags};
	str text;

	if (!front_matter_cut(&fm, &x->src, x->config->posts.generator,
	    &x->diags))
		return;
	text = body_expand(&b, fm.body);
	MUST(target_is_text(text));
	render(x, text);
}

/* A place is in the file. */
static void
check_places(const struct expanding *x)
{
	int lines = mark_of(x->src.text, x->src.text.len).line;

	for (const struct diag *d = x->diags.first; d; d = d->next)
		MUST(d->at.line >= 0 && d->at.line <= lines && d->message.len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str input = {(const char *)data, size};
	/* From 'a' on, so that inputs can be typed. */
	unsigned choice = target_choice(&input) - 'a';
	struct arena a = {0};
	struct config c;
	struct expanding x = {.config = &c, .arena = &a,
		.src = {posts[0].path, input}};

	if (!target_is_text(input))
		return 0;
	target_folder();
	target_config(&c, &a, templates);
	c.posts.generator = target_generator(choice);
	x.index = post_index_open(&c, posts, 2, &a);
	target_try(expand, &x);
	check_places(&x);
	post_index_close(x.index);
	drops_free(&x.drops);
	diags_free(&x.diags);
	buf_free(&x.html);
	arena_free(&a);
	return 0;
}
