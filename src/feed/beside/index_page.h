/* SPDX-License-Identifier: MIT
 * index_page: a page that lists all feeds, for people.
 *
 * One file without anything from elsewhere. A script adds the search and the
 * buttons that copy; without it there are the list and its links. */
#ifndef FEEDMILL_FEED_BESIDE_INDEX_PAGE_H
#define FEEDMILL_FEED_BESIDE_INDEX_PAGE_H

#include "feed/plan/plan.h"

void index_page_write(struct buf *out, const struct plan *plan,
    const struct config *c);

#endif
