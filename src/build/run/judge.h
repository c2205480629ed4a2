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
	const struct format *format;
	str path;                 /* below the published folder */
	struct post *const *posts; /* of its entries, in their order */
	size_t n;
};

enum verdict {
	VERDICT_RIGHT,
	VERDICT_WRONG,
	VERDICT_NONE,  /* the judge crashed, or took too much time or memory */
	VERDICT_LOST,  /* as VERDICT_NONE, but the document has one entry and
	                * another try would fail too: its post is lost */
};

/* Judges a document by the rules of its format. Reports each rule that it
 * breaks with the post that causes it; or reports that the document, or its
 * only entry, could not be judged. */
enum verdict judge_document(const struct judge *j, const struct shown *s,
    str bytes, struct diags *diags);

#endif
