/* SPDX-License-Identifier: MIT
 * test_compress: what web servers send, and what browsers make of it. */
#include "base/data/compress.h"

#include <brotli/decode.h>
#include <zlib.h>

#include "support.h"

enum { MOST = 1 << 23 };

static size_t
inflate_all(str in, char *out)
{
	z_stream z = {.next_in = (Bytef *)in.ptr, .avail_in = (uInt)in.len,
		.next_out = (Bytef *)out, .avail_out = MOST};

	/* 16: gzip only. */
	assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(z.avail_in, 0);
	inflateEnd(&z);
	return MOST - z.avail_out;
}

static size_t
expand(enum codec codec, str in, char *out)
{
	size_t n = MOST;

	if (codec == CODEC_GZIP)
		return inflate_all(in, out);
	assert_int_equal(BrotliDecoderDecompress(in.len,
	    (const uint8_t *)in.ptr, &n, (uint8_t *)out),
	    BROTLI_DECODER_RESULT_SUCCESS);
	return n;
}

/* Text that is neither all the same nor all noise. */
static void
add_text(struct buf *b, size_t size)
{
	uint32_t seed = 7;

	while (b->len < size) {
		seed = seed * 1664525 + 1013904223;
		buf_printf(b, "<p>%u %s</p>\n", seed >> 20,
		    seed & 1 << 30 ? "the quick brown fox" : "é");
	}
	b->len = size;
}

/* Whatever the size, and however it comes in parts. */
static void
test_round(void **state)
{
	static const size_t sizes[] = {0, 1, 500, 32 * 1024, 65 * 1024,
		700 * 1000, 5 * 1000 * 1000};
	char *out = mem_alloc(MOST);

	(void)state;
	for (int codec = 0; codec < CODEC_COUNT; codec++)
		for (size_t i = 0; i < COUNT(sizes); i++) {
			struct buf b = {0}, whole = {0}, again = {0};
			str parts[4];

			add_text(&b, sizes[i]);
			parts[0] = buf_str(&b);
			assert_true(compress_write(&whole, (enum codec)codec,
			    parts, 1));
			parts[0] = (str){0};
			parts[1] = str_sub(buf_str(&b), 0, sizes[i] / 3);
			parts[2] = str_from(buf_str(&b), sizes[i] / 3);
			parts[3] = (str){0};
			assert_true(compress_write(&again, (enum codec)codec,
			    parts, 4));
			assert_true(compress_has_mark(buf_str(&whole)));
			assert_int_equal(expand(
			    (enum codec)codec, buf_str(&whole), out),
			    sizes[i]);
			assert_memory_equal(out, b.ptr ? b.ptr : "",
			    sizes[i]);
			assert_true(str_eq(buf_str(&whole), buf_str(&again)));
			if (sizes[i] > 1000)
				assert_true(whole.len < sizes[i] / 4);
			buf_free(&b);
			buf_free(&whole);
			buf_free(&again);
		}
	mem_free(out);
}

/* No time, no system and no name: RFC 1952, 2.3. */
static void
test_header(void **state)
{
	struct buf b = {0};
	str text = S("text");

	(void)state;
	assert_true(compress_write(&b, CODEC_GZIP, &text, 1));
	assert_memory_equal(
	    b.ptr, "\x1F\x8B\x08\x10\0\0\0\0\x02\xFF" "feedmill", 19);
	buf_free(&b);
}

static void
test_mark(void **state)
{
	(void)state;
	assert_false(compress_has_mark((str){0}));
	assert_false(compress_has_mark(
	    S("\x1F\x8B\x08\x08\0\0\0\0\x02\xFF" "index.atom")));
	assert_true(compress_has_mark(
	    S("\x1F\x8B\x08\x10\0\0\0\0\x02\xFF" "feedmill")));
	/* It stands at the beginning. */
	assert_false(compress_has_mark(
	    S("0123456789012345678901234567890 feedmill")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_header),
		cmocka_unit_test(test_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
