/* SPDX-License-Identifier: MIT
 * post_file: reads a post file as text that feeds can contain. */
#ifndef FEEDMILL_POST_POST_FILE_H
#define FEEDMILL_POST_POST_FILE_H

#include "base/core/diag.h"
#include "base/core/file.h"

/* Reads a whole post into `out`: UTF-8 without BOM, LF for line ends, and
 * without characters that XML cannot contain; each replacement is reported as
 * a warning. False: the file has more than `most` MB, cannot be read or is not
 * UTF-8, which is reported. Opens `path`; messages use src->name. Sets
 * src->text, and `stamp` (may be NULL) to the stamp of the file; to
 * stamp_unknown if the system failed to read it, so that the next run may
 * succeed with the same file. */
bool post_file_read(struct buf *out, const char *path, long most,
    struct source *src, struct stamp *stamp, struct diags *diags);

#endif
