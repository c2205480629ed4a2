/* SPDX-License-Identifier: MIT
 * test_post_pack: a post comes back as it was read. */
#include "post/post_pack.h"

#include "build/codes/known_codes.h"
#include "post/post_codes.h"
#include "post/query/query.h"
#include "post/read/read.h"
#include "support.h"

struct packing {
	struct arena arena;
	struct config config;
	struct post_worker worker;
	struct label_list labels;
	struct buf bytes;
	struct found file;
	struct post post, back;
};

/* Reads a post at 2020-01-01, packs it, and unpacks it again. */
static void
pack(struct packing *t, const char *settings, const char *path,
    const char *text)
{
	struct post_reader reader = {
		.config = &t->config, .now = at("2020-01-01")};
	struct label_list again;
	struct buf labels = {0};
	struct diags diags = {0};
	struct unpack u;

	*t = (struct packing){.file = {.path = str_of(path)}};
	make_config(&t->config, &t->arena, settings);
	put_file(path, text);
	reader.queries = query_parse(
	    &t->config, &t->arena, &diags);
	check_diags("queries", &diags, "");
	post_worker_init(&t->worker, &t->config);
	post_read(&t->post, &reader, &t->file, &t->worker);
	label_list_init(&t->labels, &t->config, &t->arena);
	label_list_add(&t->labels, &t->post);
	label_list_pack(&labels, &t->labels);
	/* What comes later is not packed. */
	diag_add(post_report(&t->post), DIAG_UNDATED, NULL, (struct mark){0},
	    "x");
	t->post.skip = SKIP_ERROR;
	post_pack(&t->bytes, &t->post, &t->config);

	label_list_init(&again, &t->config, &t->arena);
	u = (struct unpack){.rest = buf_str(&labels)};
	label_list_unpack(&u, &again);
	assert_false(u.bad);
	u = (struct unpack){
		.rest = buf_str(&t->bytes), .find_code = known_code_find};
	post_unpack(&u, &t->back, &t->file, &again, &t->arena);
	assert_false(u.bad);
	assert_int_equal(u.rest.len, 0);
	assert_null(t->back.matter);
	post_load(&t->back, &t->config, &t->arena);
	label_list_free(&again);
	/* The texts of labels are slices of these bytes. */
	for (size_t i = 0; i < t->back.n_labels; i++)
		t->back.labels[i]->text = arena_str(
		    &t->arena, t->back.labels[i]->text);
	buf_free(&labels);
}

static void
packing_free(struct packing *t)
{
	post_free(&t->post);
	post_free(&t->back);
	label_list_free(&t->labels);
	buf_free(&t->bytes);
	post_worker_free(&t->worker);
	arena_free(&t->arena);
}

static void
check_same(const char *what, str got, str want)
{
	if (!str_eq(got, want))
		fail_msg("%s: got '%.*s', want '%.*s'", what, STR_ARG(got),
		    STR_ARG(want));
}

static void
check_relations(const struct relations *q, const struct relations *p)
{
	check_same("external", q->external, p->external);
	check_same("comments", q->comments, p->comments);
	assert_int_equal(q->n_replies_to, p->n_replies_to);
	for (size_t i = 0; i < p->n_replies_to; i++)
		check_same("reply", q->replies_to[i], p->replies_to[i]);
}

static void
check_media(const struct media *q, const struct media *p)
{
	check_same("image", q->image, p->image);
	assert_int_equal(q->image_at.col, p->image_at.col);
	assert_int_equal(q->n_files, p->n_files);
	for (size_t i = 0; i < p->n_files; i++) {
		check_same("ref", q->files[i].ref, p->files[i].ref);
		check_same("type", q->files[i].type, p->files[i].type);
		assert_int_equal(q->files[i].bytes, p->files[i].bytes);
		assert_int_equal(q->files[i].at.line, p->files[i].at.line);
	}
}

static void
check_post(const struct packing *t)
{
	const struct post *p = &t->post, *q = &t->back;
	const struct matter *m = p->matter, *n = q->matter;

	check_same("path", q->path, p->path);
	check_same("title", n->title, m->title);
	check_same("url", n->url, m->url);
	check_same("id", q->id, p->id);
	check_same("sections", n->sections, m->sections);
	check_same("language", n->language, m->language);
	check_same("summary", n->summary, m->summary);
	assert_int_equal(n->media != NULL, m->media != NULL);
	if (m->media)
		check_media(n->media, m->media);
	assert_int_equal(q->published, p->published);
	assert_int_equal(q->updated, p->updated);
	assert_int_equal(q->from, p->from);
	assert_int_equal(q->until, p->until);
	assert_true(digest_eq(q->digest, p->digest));
	assert_int_equal(n->draft, m->draft);
	assert_int_equal(q->skip, p->skip_read);
	assert_int_equal(n->id_at.line, m->id_at.line);
	assert_int_equal(n->id_at.col, m->id_at.col);
	assert_ptr_equal(q->in, p->in);
	assert_int_equal(n->n_authors, m->n_authors);
	for (size_t i = 0; i < m->n_authors; i++) {
		check_same("name", n->authors[i].name, m->authors[i].name);
		check_same("email", n->authors[i].email, m->authors[i].email);
		check_same("uri", n->authors[i].url, m->authors[i].url);
	}
	assert_int_equal(q->namespaces, p->namespaces);
	assert_int_equal(n->relations != NULL, m->relations != NULL);
	if (m->relations)
		check_relations(n->relations, m->relations);
	assert_int_equal(q->n_labels, p->n_labels);
	for (size_t i = 0; i < p->n_labels; i++) {
		check_same("term", q->labels[i]->text, p->labels[i]->text);
		assert_ptr_equal(
		    q->labels[i]->taxonomy, p->labels[i]->taxonomy);
	}
}

static void
test_whole(void **state)
{
	struct packing t;

	(void)state;
	pack(&t, "posts.id='{guid}'\nposts.links=external\nlanguages={en: {}, de: {}}\n"
	    "feeds.main.where=tag:a\nfeeds.extra=[{path: x, where: 'tag:c'}, "
	    "{path: y, where: 'lang:de'}]",
	    "content/a/b/x.de.md",
	    "---\ntitle: É & <b>\ndate: 2010-01-02 03:04:05 +0100\n"
	    "lastmod: 2011-01-01\nguid: tag:e.org,2010:1\nsummary: s\n"
	    "tags: [A, b]\ncategories: c\nexpiryDate: 2030-01-01\n"
	    "authors: [Ann, {name: Bob, email: b@e.org, url: https://b/}]\n"
	    "in-reply-to: [https://a/x, https://b/é]\n"
	    "link: https://c/\ncomments: '#c'\n"
	    "image: /é.png\naudio: a.mp3\n"
	    "enclosure: {url: /b, length: 12345, type: audio/x}\n"
	    "---\nText \x01.\n");
	check_post(&t);
	assert_int_equal(post_diags(&t.back)->counts[DIAG_WARNING], 1);
	assert_int_equal(t.back.until, at("2030-01-01"));
	assert_int_equal(t.back.from, at("2011-01-01"));
	assert_int_equal(t.post.namespaces, NAMESPACE_THR);
	assert_int_equal(t.post.matter->relations->n_replies_to, 2);
	check_str("link", t.post.matter->relations->external, "https://c/");
	assert_true(t.post.matter->relations->comments.len > 0);
	assert_int_equal(t.post.matter->media->n_files, 2);
	assert_int_equal(t.post.matches[0], 5);
	assert_int_equal(t.back.matches[0], 5);
	packing_free(&t);
}

/* Little of it; one that is left out; one with an error. */
static void
test_others(void **state)
{
	static const char *const texts[] = {
		"---\ndate: 2010-01-02\n---\n", "---\ntitle: x\n---\n",
		"---\ndraft: true\ndate: 2010-01-01\n---\n",
		"---\ndate: 2040-01-01\n---\n",
		"---\ndate: 2010-13-01\ntags: [x]\n---\n", "no front matter",
		"---\nnever closed", "",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct packing t;

		pack(&t, "", "a.md", texts[i]);
		check_post(&t);
		packing_free(&t);
	}
}

/* Whatever a file holds, unpacking ends, and stays within it. */
static void
test_bad(void **state)
{
	struct packing t;

	(void)state;
	pack(&t, "", "a.md", "---\ntitle: T\ndate: 2010-01-02\n"
	    "tags: [a, b, c]\nauthor: A\nin-reply-to: [/x/, /y/]\n---\nText \x01.\n");
	for (size_t n = 0; n < t.bytes.len; n++) {
		char *copy = mem_alloc(n);
		struct unpack u = {
			.rest = {copy, n}, .find_code = known_code_find};
		struct post p;

		memcpy(copy, t.bytes.ptr, n);
		post_unpack(&u, &p, &t.file, &t.labels, &t.arena);
		assert_true(u.bad);
		post_free(&p);
		mem_free(copy);
	}
	for (size_t n = 0; n < t.bytes.len; n++)
		for (int c = 0; c < 256; c += 51) {
			char *copy = mem_alloc(t.bytes.len);
			struct unpack u = {.rest = {copy, t.bytes.len},
				.find_code = known_code_find};
			struct post p;

			memcpy(copy, t.bytes.ptr, t.bytes.len);
			copy[n] = (char)c;
			post_unpack(&u, &p, &t.file, &t.labels, &t.arena);
			if (!u.bad)
				post_load(&p, &t.config, &t.arena);
			post_free(&p);
			mem_free(copy);
		}
	packing_free(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_whole, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_others, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_bad, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
