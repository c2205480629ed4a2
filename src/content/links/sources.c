/* SPDX-License-Identifier: MIT
 * sources: what an entry is made of besides its post's own file. */
#include "content/links/sources.h"

void
sources_add(struct sources *s, str path, struct stamp stamp, struct arena *a)
{
	struct source_file **end = &s->files;

	while (*end)
		end = &(*end)->next;
	*end = arena_alloc(a, sizeof **end);
	**end = (struct source_file){arena_str(a, path), stamp, NULL};
}
