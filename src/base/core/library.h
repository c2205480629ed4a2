/* SPDX-License-Identifier: MIT
 * library: shared libraries that only some runs need, loaded when the first
 * caller needs them. A run with nothing to do ends after about a third of the
 * time that it would take to load them all. */
#ifndef FEEDMILL_BASE_CORE_LIBRARY_H
#define FEEDMILL_BASE_CORE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/core/diag.h"

/* A function, and where in a struct its pointer is stored. */
struct library_function {
	const char *name;
	size_t offset;
};

struct library {
	const char *name;         /* for messages: "libxml2" */
	const char *package;      /* Debian's: "libxml2" */
	const char *const *files; /* the first one that loads; NULL ends it */
	/* Set where files and functions have the version in their names, as
	 * libicui18n.so.72 and utrans_openU_72 do, and any version will do. */
	const char *stem;         /* "libicui18n.so."; then `files` is NULL */
	const char *version;      /* which is tried first: "72" */
	const struct library_function *functions;
	size_t n_functions;
};

/* Stores the functions of a library in the struct at `to`. False: the library
 * cannot be loaded or lacks a function. Cheap once it is loaded. From any
 * thread. */
bool library_find(const struct library *l, void *to);

/* "cannot load libxml2: install the package libxml2", in the arena. */
str library_words(const struct library *l, struct arena *a);
/* Reports library-missing with these words; `src` may be NULL. */
void library_report(const struct library *l, const struct source *src,
    struct diags *diags);

#endif
