/* SPDX-License-Identifier: MIT
 * front_matter: a post file, cut into its metadata and its body. */
#ifndef FEEDMILL_POST_FRONT_MATTER_H
#define FEEDMILL_POST_FRONT_MATTER_H

#include "../base/value.h"

/* The bytes of a file, cut. */
struct front_matter {
	str text;         /* between the delimiters; empty where there are none */
	int lines_before; /* lines of the file above text */
	str body;         /* what follows */
	bool found;
};

/* Reads a whole post into `out`: UTF-8 without BOM, LF for line ends, and
 * none of the characters that XML cannot hold. What was mended is reported
 * as a warning, with its place. False: it cannot be read or is no UTF-8,
 * which is reported too. `path` is opened, src->name is what messages say;
 * src->text is set. */
bool post_file_read(struct buf *out, const char *path, struct source *src,
    struct diags *diags);

/* Cuts the text of `src`. False: front matter that begins and never ends,
 * or is in no syntax that is known; that is reported. */
bool front_matter_cut(struct front_matter *fm, const struct source *src,
    struct diags *diags);

#endif
