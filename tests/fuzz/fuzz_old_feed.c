/* SPDX-License-Identifier: MIT
 * fuzz_old_feed: any bytes as a feed that an earlier run published. What it is
 * does not depend on the format that it was taken for. */
#include "feed/formats/format.h"
#include "feed/formats/old_feed.h"
#include "target.h"

static void
check_entries(const struct old_feed *f, struct arena *a)
{
	MUST(f->kind == OLD_FEED || f->count == 0);
	for (size_t i = 0; i < f->count; i++) {
		MUST(f->entries[i].id.len > 0);
		old_feed_text(a, f, f->entries[i].link);
		old_feed_text(a, f, f->entries[i].title);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str bytes = {(const char *)data, size};
	struct arena a = {0};
	struct old_feed first, f;

	for (size_t i = 0; formats[i]; i++) {
		old_feed_read(&f, formats[i], &a, bytes);
		check_entries(&f, &a);
		if (i == 0)
			first = f;
		MUST(f.kind == first.kind && f.count == first.count);
		MUST(f.is_cut == first.is_cut);
	}
	arena_free(&a);
	return 0;
}
