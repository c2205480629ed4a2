/* SPDX-License-Identifier: MIT
 * judge: whether a document keeps the rules of its format, before it is
 * published. */
#ifndef FEEDMILL_BUILD_RUN_JUDGE_H
#define FEEDMILL_BUILD_RUN_JUDGE_H

#include "feed/formats/format.h"

struct crew;
struct limits;

/* Who judges: a process of the crew, asked by one thread. */
struct judge {
	struct crew *crew;
	size_t thread;
	const struct limits *limits;
};

/* What is judged. */
struct shown {
	const struct feed *feed;
	const struct format *format;
	str path;                /* below the published folder */
};

/* Judges the document of a feed by the rules of its format. False: it breaks a
 * rule, which is reported with the post that causes it; or it could not be
 * judged. */
bool judge_document(const struct judge *j, const struct shown *s, str bytes,
    struct diags *diags);

#endif
