/* SPDX-License-Identifier: MIT
 * sample: an entry and a feed made by hand, for the tests of formats. */
#ifndef FEEDMILL_TESTS_UNIT_SAMPLE_H
#define FEEDMILL_TESTS_UNIT_SAMPLE_H

#include "feed/format.h"
#include "support.h"

struct sample {
	struct arena arena;
	struct config config;
	struct person authors[2];
	str terms[2];
	struct post_terms post_terms[2];
	struct post post;
	struct entry entry;
	struct feed feed;
};

/* A full one; tests take from it what they want to see left out. */
static inline void
sample_init(struct sample *s, const char *settings)
{
	*s = (struct sample){0};
	make_config(&s->config, &s->arena, settings);
	s->authors[0] = (struct person){
		S("Jane & Co"), S("j@e.org"), S("https://e.org/?a&b")};
	s->authors[1] = (struct person){S("Joe"), {0}, {0}};
	s->terms[0] = S("C & <D>");
	s->terms[1] = S("é");
	s->post_terms[0] = (struct post_terms){
		s->config.feeds.taxonomies, {s->terms, 2}};
	s->post_terms[1] = (struct post_terms){
		s->config.feeds.taxonomies->next, {NULL, 0}};
	s->post = (struct post){
		.url = S("https://example.org/a/"), .id = S("tag:e.org,2008:1"),
		.published = at("2008-07-01 20:54:15"),
		.updated = at("2008-07-02"), .stamp = at("2008-07-02 00:00:01"),
		.authors = s->authors, .n_authors = 2,
		.terms = s->post_terms, .n_terms = 2,
	};
	s->entry = (struct entry){.post = &s->post, .title = S("A < B"),
		.content = {S("<p>x &amp; y</p>")}, .summary = S("x & y")};
	s->feed = (struct feed){
		.title = S("Example: é"), .id = S("https://example.org/"),
		.page = S("https://example.org/p/"),
		.updated = at("2008-07-02 00:00:01"), .count = 1};
}

static inline void
check_entry(const struct sample *s, const struct format *f, const char *want)
{
	struct buf b = {0};

	f->write_entry(&b, &s->entry, &s->config);
	check_buf(f->name, &b, want);
	buf_free(&b);
}

/* A document with one entry, or none. */
static inline void
check_feed(const struct sample *s, const struct format *f, str entry,
    const char *want)
{
	struct feed feed = s->feed;
	struct buf b = {0}, tail = {0};

	feed.count = entry.len > 0;
	f->write_frame(&b, &tail, &feed,
	    S("https://example.org/feeds/index.x"), &s->config);
	buf_add(&b, entry);
	buf_add(&b, buf_str(&tail));
	check_buf(f->name, &b, want);
	buf_free(&b);
	buf_free(&tail);
}

#endif
