/* SPDX-License-Identifier: MIT
 * fuzz_old_feed: any bytes as a feed that an earlier run published. */
#include <stdint.h>

#include "feed/formats/format.h"
#include "feed/formats/old_feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str bytes = {(const char *)data, size};

	for (size_t i = 0; formats[i]; i++) {
		struct arena a = {0};
		struct old_feed f = {0};

		old_feed_read(&f, formats[i], &a, bytes);
		for (size_t k = 0; k < f.count; k++) {
			old_feed_text(&a, &f, f.entries[k].link);
			old_feed_text(&a, &f, f.entries[k].title);
		}
		arena_free(&a);
	}
	return 0;
}
