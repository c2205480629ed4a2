/* SPDX-License-Identifier: MIT
 * library: shared libraries that only some runs need. */
#include "base/core/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "base/core/core_codes.h"
#include "base/core/file.h"

/* Bytes of a file name or a function name. */
enum { MOST_NAME = 64 };

/* The function NAME_VERSION, or NAME of a library that was built without
 * versions. */
static void *
find_function(void *handle, const char *name, const char *version)
{
	char full[MOST_NAME];
	void *function = NULL;

	if (version) {
		snprintf(full, sizeof full, "%s_%s", name, version);
		function = dlsym(handle, full);
	}
	return function ? function : dlsym(handle, name);
}

static bool
find_functions(const struct library *l, void *handle, const char *version,
    void *to)
{
	char *next = to;

	for (const char *const *name = l->functions; *name; name++) {
		void *function = find_function(handle, *name, version);

		if (function == NULL)
			return false;
		memcpy(next, &function, sizeof function);
		next += sizeof function;
	}
	return true;
}

static bool
find_version(const struct library *l, const char *version, void *to)
{
	char file[MOST_NAME];
	void *handle;

	snprintf(file, sizeof file, "%s%s", l->stem, version);
	handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
	return handle && find_functions(l, handle, version, to);
}

/* The newest version that the loader's cache lists. The cache format differs
 * between systems, so this only searches for NUL-terminated library names and
 * paths. */
static unsigned
newest_version(const struct library *l)
{
	enum { MOST_BYTES = 16 << 20 };
	struct buf cache = {0};
	unsigned newest = 0;
	size_t at;
	str rest;

	if (!file_read(&cache, "/etc/ld.so.cache", MOST_BYTES))
		buf_reset(&cache);
	rest = buf_str(&cache);
	while ((at = str_find(rest, str_of(l->stem))) != STR_NONE) {
		unsigned version = 0;

		rest = str_from(rest, at + strlen(l->stem));
		for (; rest.len && char_is_digit(rest.ptr[0]) &&
		    version < 100000; rest = str_from(rest, 1))
			version = 10 * version + (unsigned)(rest.ptr[0] - '0');
		if (version > newest && rest.len && rest.ptr[0] == '\0')
			newest = version;
	}
	buf_free(&cache);
	return newest;
}

static bool
find_any_version(const struct library *l, void *to)
{
	char version[16];

	if (find_version(l, l->version, to))
		return true;
	snprintf(version, sizeof version, "%u", newest_version(l));
	return find_version(l, version, to);
}

bool
library_find(const struct library *l, void *to)
{
	void *handle = NULL;

	if (l->stem)
		return find_any_version(l, to);
	for (const char *const *file = l->files; *file && !handle; file++)
		handle = dlopen(*file, RTLD_LAZY | RTLD_LOCAL);
	return handle && find_functions(l, handle, NULL, to);
}

str
library_words(const struct library *l, struct arena *a)
{
	return arena_printf(a, "cannot load %s: install the package %s",
	    l->name, l->package);
}

void
library_report(const struct library *l, const struct source *src,
    struct diags *diags)
{
	struct arena a = {0};

	diag_add(diags, DIAG_LIBRARY_MISSING, src, (struct mark){0}, "%s",
	    library_words(l, &a).ptr);
	arena_free(&a);
}
