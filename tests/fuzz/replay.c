/* SPDX-License-Identifier: MIT
 * replay: runs fuzz targets over files, without a fuzzer.
 *
 *     replay [-n TIMES] TARGET FILE...
 *
 * Each file is an input; with -n so are as many copies of it with a few
 * mistakes, the same ones each time. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int target(const uint8_t *data, size_t size);

enum { MOST_BYTES = 1 << 20 };

/* Numbers that look random: xorshift. */
static uint64_t
next_number(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* Changes, removes or repeats some bytes. The room is twice the size. */
static size_t
damage(uint8_t *data, size_t size, uint64_t *seed)
{
	size_t at = size ? next_number(seed) % size : 0;
	size_t n = size ? 1 + next_number(seed) % (size - at) : 0;

	switch (next_number(seed) % 4) {
	case 0:
		if (size)
			data[at] = (uint8_t)next_number(seed);
		return size;
	case 1:
		if (size)
			data[at] ^= (uint8_t)(1 << next_number(seed) % 8);
		return size;
	case 2:
		memmove(data + at, data + at + n, size - at - n);
		return size - n;
	default:
		memmove(data + at + n, data + at, size - at);
		return size + n;
	}
}

/* The input is copied to memory of its size: sanitizers notice reads behind
 * it. */
static void
run_bytes(target *run, const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size ? size : 1);

	if (copy == NULL)
		abort();
	memcpy(copy, data, size);
	run(copy, size);
	free(copy);
}

static int
run_file(target *run, int start, const char *path, long times)
{
	static uint8_t file[MOST_BYTES + 1], data[8 * MOST_BYTES];
	int fd = openat(start, path, O_RDONLY);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "rb");
	uint64_t seed = 1;
	size_t size;

	if (f == NULL) {
		perror(path);
		return 2;
	}
	size = fread(file, 1, sizeof file, f);
	if (ferror(f) || size > MOST_BYTES) {
		fprintf(stderr, "%s: cannot be read, or is larger than 1 MB\n",
		    path);
		fclose(f);
		return 2;
	}
	fclose(f);
	run_bytes(run, file, size);
	for (long i = 0; i < times; i++) {
		size_t n = size;

		memcpy(data, file, size);
		for (int k = 0; k < 3; k++)
			n = damage(data, n, &seed);
		run_bytes(run, data, n);
	}
	return 0;
}

int
main(int argc, char **argv)
{
	bool has_times = argc > 2 && strcmp(argv[1], "-n") == 0;
	long times = has_times ? strtol(argv[2], NULL, 10) : 0;
	int first = has_times ? 3 : 1, status = 0, start;
	char name[64];
	target *run;

	snprintf(name, sizeof name, "fuzz_%s", first < argc ? argv[first] : "");
	/* POSIX has it so; C does not convert the two. */
	*(void **)&run = dlsym(RTLD_DEFAULT, name);
	if (run == NULL) {
		fprintf(stderr, "replay: there is no target '%s'\n", name + 5);
		return 2;
	}
	/* Targets go to a folder of their own. */
	start = open(".", O_RDONLY | O_DIRECTORY);
	for (int i = first + 1; i < argc && status == 0; i++) {
		fprintf(stderr, "%s\n", argv[i]);
		status = run_file(run, start, argv[i], times);
	}
	return status;
}
