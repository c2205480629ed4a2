/* SPDX-License-Identifier: MIT
 * compress: documents as web servers send them, by way of zlib and brotli. */
#include "base/data/compress.h"

#include <assert.h>
#include <brotli/encode.h>
#include <string.h>
#include <zlib.h>

#include "base/core/mem.h"

#define MARK "feedmill"

enum {
	CHUNK = 32 * 1024,
	/* The best level of zlib. Level 11 of brotli takes 16 times as long
	 * as 9 and saves a tenth. */
	GZIP_EFFORT = 9,
	BROTLI_EFFORT = 9,
	/* RFC 1952 with zlib's largest window. */
	GZIP_BITS = 15 + 16,
	UNKNOWN_SYSTEM = 255, /* RFC 1952, 2.3.1: the same bytes anywhere */
};

const str compress_endings[CODEC_COUNT] = {
	[CODEC_GZIP] = S_INIT(".gz"), [CODEC_BROTLI] = S_INIT(".br"),
};

/* ---- what goes in ---- */

/* The encoders get chunks of one size. Otherwise the output would depend on
 * how the document is cut into parts. */
struct input {
	const str *parts;
	size_t n;
	size_t used; /* bytes of parts[0] */
	char chunk[CHUNK];
};

/* The next bytes, as many as a chunk holds; none at the end. */
static str
next_chunk(struct input *in)
{
	size_t size = 0;

	while (in->n && size < CHUNK) {
		str some = str_sub(str_from(in->parts[0], in->used), 0,
		    CHUNK - size);

		if (some.len)
			memcpy(in->chunk + size, some.ptr, some.len);
		size += some.len;
		in->used += some.len;
		if (in->used == in->parts[0].len) {
			in->parts++;
			in->n--;
			in->used = 0;
		}
	}
	return (str){in->chunk, size};
}

/* ---- gzip ---- */

static void *
gzip_alloc(void *ctx, uInt n, uInt size)
{
	(void)ctx;
	return mem_alloc((size_t)n * size);
}

static void
gzip_free(void *ctx, void *p)
{
	(void)ctx;
	mem_free(p);
}

/* Appends all output that the input so far allows. */
static void
gzip_step(struct buf *out, z_stream *z, int flush)
{
	unsigned char chunk[CHUNK];

	do {
		z->next_out = chunk;
		z->avail_out = CHUNK;
		deflate(z, flush);
		buf_add(out, (str){(char *)chunk, CHUNK - z->avail_out});
	} while (z->avail_out == 0);
	assert(z->avail_in == 0);
}

static bool
gzip_compress(struct buf *out, const str *parts, size_t n)
{
	/* RFC 1952, 2.3: a comment, which is for people. */
	gz_header header = {.os = UNKNOWN_SYSTEM, .comment = (Bytef *)MARK};
	z_stream z = {.zalloc = gzip_alloc, .zfree = gzip_free};
	struct input in = {.parts = parts, .n = n};
	str some;
	int result = deflateInit2(&z, GZIP_EFFORT, Z_DEFLATED, GZIP_BITS,
	    MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);

	assert(result == Z_OK);
	result = deflateSetHeader(&z, &header);
	assert(result == Z_OK);
	(void)result;
	while ((some = next_chunk(&in)).len) {
		z.next_in = (Bytef *)some.ptr;
		z.avail_in = (uInt)some.len;
		gzip_step(out, &z, Z_NO_FLUSH);
	}
	gzip_step(out, &z, Z_FINISH);
	deflateEnd(&z);
	return true;
}

/* ---- brotli ---- */

#define FUNCTIONS(ROW) \
	ROW(BrotliEncoderCreateInstance, create) \
	ROW(BrotliEncoderSetParameter, set) \
	ROW(BrotliEncoderCompressStream, step) \
	ROW(BrotliEncoderHasMoreOutput, has_more) \
	ROW(BrotliEncoderIsFinished, is_finished) \
	ROW(BrotliEncoderDestroyInstance, destroy)

/* Loaded when needed: linked, it makes a run with nothing new a tenth
 * slower. */
struct encoder {
	FUNCTIONS(LIBRARY_POINTER)
	BrotliEncoderState *state;
};

static const char *const files[] = {"libbrotlienc.so.1", NULL};

static const char *const functions[] = {FUNCTIONS(LIBRARY_NAME) NULL};

const struct library compress_brotli = {
	.name = "libbrotlienc",
	.package = "libbrotli1",
	.files = files,
	.functions = functions,
};

static void *
brotli_alloc(void *ctx, size_t size)
{
	(void)ctx;
	return mem_alloc(size);
}

static void
brotli_free(void *ctx, void *p)
{
	(void)ctx;
	mem_free(p);
}

static void
brotli_step(struct buf *out, const struct encoder *e,
    BrotliEncoderOperation operation, str in)
{
	const uint8_t *next = (const uint8_t *)in.ptr;
	size_t rest = in.len;

	do {
		uint8_t chunk[CHUNK], *to = chunk;
		size_t room = CHUNK;
		bool ok = e->step(e->state, operation, &rest, &next, &room,
		    &to, NULL);

		assert(ok);
		(void)ok;
		buf_add(out, (str){(const char *)chunk, CHUNK - room});
	} while (rest || e->has_more(e->state) ||
	    (operation == BROTLI_OPERATION_FINISH &&
	    !e->is_finished(e->state)));
}

/* The window is as large as the document, so that a small one clears little
 * memory. RFC 7932, 9.1. */
static uint32_t
window_bits(size_t size)
{
	uint32_t bits = 16;

	while (bits < 22 && (size_t)1 << bits < size)
		bits++;
	return bits;
}

static bool
brotli_compress(struct buf *out, const str *parts, size_t n)
{
	struct input in = {.parts = parts, .n = n};
	struct encoder e;
	size_t size = 0;
	str some;

	if (!library_find(&compress_brotli, &e))
		return false;
	e.state = e.create(brotli_alloc, brotli_free, NULL);
	assert(e.state);
	for (size_t i = 0; i < n; i++)
		size += parts[i].len;
	e.set(e.state, BROTLI_PARAM_QUALITY, BROTLI_EFFORT);
	e.set(e.state, BROTLI_PARAM_LGWIN, window_bits(size));
	e.set(e.state, BROTLI_PARAM_SIZE_HINT,
	    size < 1 << 30 ? (uint32_t)size : 1 << 30);
	/* RFC 7932, 9.2: a block of bytes that are no part of the text. */
	brotli_step(out, &e, BROTLI_OPERATION_EMIT_METADATA, S(MARK));
	while ((some = next_chunk(&in)).len)
		brotli_step(out, &e, BROTLI_OPERATION_PROCESS, some);
	brotli_step(out, &e, BROTLI_OPERATION_FINISH, (str){0});
	e.destroy(e.state);
	return true;
}

/* ---- both ---- */

bool
compress_write(struct buf *out, enum codec codec, const str *parts, size_t n)
{
	static bool (*const codecs[CODEC_COUNT])(struct buf *, const str *,
	    size_t) = {
		[CODEC_GZIP] = gzip_compress,
		[CODEC_BROTLI] = brotli_compress,
	};

	return codecs[codec](out, parts, n);
}

bool
compress_has_mark(str head)
{
	return str_find(str_sub(head, 0, COMPRESS_HEAD), S(MARK)) != STR_NONE;
}
