/* SPDX-License-Identifier: MIT
 * library: shared libraries that only some runs need, loaded when the first
 * caller needs them. A run with nothing to do ends after about a third of the
 * time that it would take to load them all. */
#ifndef FEEDMILL_BASE_CORE_LIBRARY_H
#define FEEDMILL_BASE_CORE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/core/diag.h"

/* A module lists the functions that it needs once, as a macro of rows
 * ROW(the library's name, ours). Its struct begins with their pointers, and its
 * table has their names:
 *
 *	struct icu { FUNCTIONS(LIBRARY_POINTER) };
 *	static const char *const names[] = {FUNCTIONS(LIBRARY_NAME) NULL}; */
#define LIBRARY_POINTER(theirs, ours) __typeof__(theirs) *ours;
#define LIBRARY_NAME(theirs, ours) #theirs,

struct library {
	const char *name;         /* for messages: "libxml2" */
	const char *package;      /* Debian's: "libxml2" */
	const char *const *files; /* the first one that loads; NULL ends it */
	/* Set where files and functions have the version in their names, as
	 * libicui18n.so.72 and utrans_openU_72 do, and any version will do. */
	const char *stem;         /* "libicui18n.so."; then `files` is NULL */
	const char *version;      /* which is tried first: "72" */
	const char *const *functions; /* their names; NULL ends it */
};

/* Stores the functions of a library at the front of the struct `to`. False: the
 * library cannot be loaded or lacks a function. Cheap once it is loaded. From
 * any thread. */
bool library_find(const struct library *l, void *to);

/* "cannot load libxml2: install the package libxml2", in the arena. */
str library_words(const struct library *l, struct arena *a);
/* Reports library-missing with these words; `src` may be NULL. */
void library_report(const struct library *l, const struct source *src,
    struct diags *diags);

#endif
