/* SPDX-License-Identifier: MIT
 * page: the text of a post, from the page that a generator made of it. */
#ifndef FEEDMILL_CONTENT_ENTRY_PAGE_H
#define FEEDMILL_CONTENT_ENTRY_PAGE_H

#include "post/post.h"
#include "content/html/html.h"

/* Checks what the config says about pages: the folder exists, the selector
 * parses. Reports what is wrong. */
bool page_check(const struct config *c, struct diags *diags);

/* The files below the folder of pages that a web server may show at `url`, the
 * likelier one first, in the arena with a NUL behind. How many; 0: `url` is not
 * below `site`, or leads out of the folder. */
enum { PAGE_PATHS = 2 };
size_t page_paths(str paths[PAGE_PATHS], str site, str url, struct arena *a);

/* Appends the part of a post's page that the config selects, as html_sanitize
 * would. policy->ctx is the post's struct links; in the page references mean
 * what its <base> makes of them. False: there is no such page or part, which
 * is an error of the post. */
bool page_read(struct buf *out, const struct post *p,
    const struct html_policy *policy, struct arena *scratch);

#endif
