/* SPDX-License-Identifier: MIT
 * library: shared libraries that only some runs need. */
#include "base/core/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOTHING_WRITTEN = 3 }; /* exit status; feedmill(1) */

bool
library_find(const char *const *files,
    const struct library_function *functions, size_t n, void *to)
{
	void *library = NULL;

	for (; *files && !library; files++)
		library = dlopen(*files, RTLD_LAZY | RTLD_LOCAL);
	for (size_t i = 0; i < n; i++) {
		void *function =
		    library ? dlsym(library, functions[i].name) : NULL;

		if (function == NULL)
			return false;
		memcpy((char *)to + functions[i].offset, &function,
		    sizeof function);
	}
	return true;
}

void
library_need(const char *const *files,
    const struct library_function *functions, size_t n, void *to)
{
	if (library_find(files, functions, n, to))
		return;
	fprintf(stderr, "feedmill: cannot load %s: install it again\n",
	    *files);
	exit(NOTHING_WRITTEN);
}
