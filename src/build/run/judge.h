/* SPDX-License-Identifier: MIT
 * judge: whether a document keeps the rules of its format, before it is
 * published. */
#ifndef FEEDMILL_BUILD_RUN_JUDGE_H
#define FEEDMILL_BUILD_RUN_JUDGE_H

#include "feed/formats/format.h"

/* Judges the document of a feed by the rules of its format. False: it breaks a
 * rule, which is reported with the post that causes it. `path` is the
 * document's, below the published folder. */
bool judge_document(const struct feed *f, const struct format *format,
    str path, str bytes, struct diags *diags);

#endif
