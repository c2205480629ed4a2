/* SPDX-License-Identifier: MIT
 * front_parse: front matter to values, by a process of the crew if it is more
 * than plain keys. */
#ifndef FEEDMILL_POST_FRONT_FRONT_PARSE_H
#define FEEDMILL_POST_FRONT_FRONT_PARSE_H

#include "post/front/front_matter.h"

struct crew;

/* Who parses what is not plain. */
struct front_parser {
	struct crew *crew;    /* NULL: this process */
	size_t thread;        /* of the crew */
	diag_code (*find_code)(str name); /* of any diagnostic */
	const struct limits *limits;
};

/* As front_matter_parse. Sets *may_pass if it fails but may succeed the next
 * time, because the system ended the process; leaves it otherwise. */
struct value *front_parse(const struct front_parser *p,
    const struct front_matter *fm, const struct source *src, struct arena *a,
    bool *may_pass, struct diags *diags);

#endif
