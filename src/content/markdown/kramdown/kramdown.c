/* SPDX-License-Identifier: MIT
 * kramdown: the Markdown of kramdown. */
#include "content/markdown/kramdown/kramdown.h"

#include "content/markdown/kramdown/kd.h"

/* With line feeds at the ends of all lines, and one at the end. */
static str
normalized(struct arena *a, str text)
{
	char *copy;
	size_t n = 0;

	while (str_ends(text, S("\n")) || str_ends(text, S("\r")))
		text.len--;
	copy = arena_text(a, text.len + 1);
	if (text.len == 0 || memchr(text.ptr, '\r', text.len) == NULL) {
		if (text.len)
			memcpy(copy, text.ptr, text.len);
		n = text.len;
	} else
		for (size_t i = 0; i < text.len; i++) {
			if (text.ptr[i] != '\r')
				copy[n++] = text.ptr[i];
			else if (i + 1 == text.len || text.ptr[i + 1] != '\n')
				copy[n++] = '\n';
		}
	copy[n++] = '\n';
	copy[n] = '\0';
	return (str){copy, n};
}

static void
parse(void *ctx, struct node *root)
{
	struct kd *k = ctx;

	kd_blocks_of(k, root, normalized(k->arena, k->text));
	kd_spans_read(k, root);
	kd_finish(k, root);
}

struct node *
kramdown_parse(struct node_tree *t, str text, unsigned flavour)
{
	struct kd k = {.tree = t, .arena = t->arena, .flavour = flavour,
		.text = text, .parses_span_html = true};
	struct node *root;

	/* Real posts take a few steps for each byte. */
	k.budget = 200000 + 32 * (long)text.len;
	root = node_tree_make(t, parse, &k);
	table_free(&k.links);
	table_free(&k.notes);
	table_free(&k.abbrs);
	return root;
}
