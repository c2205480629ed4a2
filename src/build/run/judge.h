/* SPDX-License-Identifier: MIT
 * judge: the rules of `feedmill validate`, over a feed's document before it
 * is published. */
#ifndef FEEDMILL_BUILD_RUN_JUDGE_H
#define FEEDMILL_BUILD_RUN_JUDGE_H

#include "feed/formats/format.h"

/* Whether the document of a feed breaks no specification. What does is
 * reported, with the post that brought it; `path` is the document's, below
 * the published folder. */
bool judge_document(const struct feed *f, const struct format *format,
    str path, str bytes, struct diags *diags);

#endif
