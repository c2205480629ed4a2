/* SPDX-License-Identifier: MIT
 * extension: shared by the tests of vocabularies that extend RSS. */
#ifndef FEEDMILL_TESTS_UNIT_EXTENSION_H
#define FEEDMILL_TESTS_UNIT_EXTENSION_H

#include "judge.h"

struct extension_row {
	const char *part, *want;
};

/* Puts each part into an item or a channel that is otherwise valid, declares
 * the namespace, and compares the errors and warnings. Each part begins in
 * column 1 of line 3. */
static inline void
check_parts(const char *xmlns, bool in_item, const struct extension_row *rows,
    size_t n)
{
	struct buf b = {0};

	for (size_t i = 0; i < n; i++) {
		buf_reset(&b);
		buf_printf(&b, "<?xml version='1.0' encoding='utf-8'?>\n"
		    "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/"
		    "Atom' xmlns:%s><channel><title>é</title>"
		    "<link>https://example.org/</link>"
		    "<description>d</description><language>en</language>"
		    "<atom:link rel='self' href='https://example.org/f'/>%s"
		    "\n%s\n%s</channel></rss>", xmlns, in_item
		    ? "<item><title>x</title><guid>https://example.org/1"
		    "</guid>" : "", rows[i].part, in_item ? "</item>" : "");
		check_document(buf_str(&b), DIAG_WARNING, rows[i].want);
	}
	buf_free(&b);
}

#endif
