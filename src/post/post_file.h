/* SPDX-License-Identifier: MIT
 * post_file: the bytes of a post, as text that feeds can hold. */
#ifndef FEEDMILL_POST_POST_FILE_H
#define FEEDMILL_POST_POST_FILE_H

#include "base/core/diag.h"
#include "base/core/file.h"

/* Reads a whole post into `out`: UTF-8 without BOM, LF for line ends, and
 * none of the characters that XML cannot hold. What was mended is reported
 * as a warning, with its place. False: it cannot be read or is no UTF-8,
 * which is reported too. `path` is opened, src->name is what messages say;
 * src->text is set. `stamp` is what the file was then; or NULL. */
bool post_file_read(struct buf *out, const char *path, struct source *src,
    struct stamp *stamp, struct diags *diags);

#endif
