/* SPDX-License-Identifier: MIT
 * sample: an entry and a feed made by hand, for the tests of formats. */
#ifndef FEEDMILL_TESTS_UNIT_SAMPLE_H
#define FEEDMILL_TESTS_UNIT_SAMPLE_H

#include "feed/formats/format.h"
#include "support.h"

struct sample {
	struct arena arena;
	struct config config;
	struct person authors[2];
	struct label terms[2], *labels[2];
	struct matter matter;
	struct post post;
	struct entry entry;
	struct feed feed;
};

/* Fills in every field; a test empties the fields that it wants left out. */
static inline void
sample_init(struct sample *s, const char *settings)
{
	*s = (struct sample){0};
	make_config(&s->config, &s->arena, settings);
	s->authors[0] = (struct person){
		S("Jane & Co"), S("j@e.org"), S("https://e.org/?a&b")};
	s->authors[1] = (struct person){S("Joe"), {0}, {0}};
	for (int i = 0; i < 2; i++) {
		s->terms[i] = (struct label){
			.taxonomy = s->config.feeds.taxonomies,
			.text = i ? S("é") : S("C & <D>"),
			.key = i ? S("é") : S("c & <d>")};
		s->labels[i] = &s->terms[i];
	}
	s->matter = (struct matter){.url = S("https://example.org/a/"),
		.authors = s->authors, .n_authors = 2};
	s->post = (struct post){
		.id = S("tag:e.org,2008:1"), .matter = &s->matter,
		.published = at("2008-07-01 20:54:15"),
		.updated = at("2008-07-02"), .stamp = at("2008-07-02 00:00:01"),
		.labels = s->labels, .n_labels = 2,
	};
	s->entry = (struct entry){.post = &s->post, .title = S("A < B"),
		.content = {S("<p>x &amp; y</p>")}, .summary = S("x & y"),
		.feed_language = s->config.site.language};
	s->feed = (struct feed){
		.title = S("Example: é"), .id = S("https://example.org/"),
		.page = S("https://example.org/p/"),
		.updated = at("2008-07-02 00:00:01"), .count = 1,
		.entries = {.full = s->config.content.full}};
}

static inline void
check_entry(const struct sample *s, const struct format *f, const char *want)
{
	struct buf b = {0}, whole = {0};
	size_t text = f->write_entry(&b, &s->entry, &s->config);

	buf_add(&whole, str_sub(buf_str(&b), 0, text));
	if (text != FORMAT_NO_TEXT)
		f->write_text(&whole, s->entry.content);
	buf_add(&whole, str_from(buf_str(&b), text));
	check_buf(f->name, &whole, want);
	buf_free(&b);
	buf_free(&whole);
}

/* Compares a document with one entry, or with none if `entry` is empty. */
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
