/* SPDX-License-Identifier: MIT
 * stray_report: stray keys, counted over all posts. */
#ifndef FEEDMILL_BUILD_SITE_STRAY_REPORT_H
#define FEEDMILL_BUILD_SITE_STRAY_REPORT_H

struct site;

/* Warns of each key once. A misspelt one counts if another post has the right
 * one, or if no two posts have it: else it is a word of the site. An unknown
 * key with a date counts in folders where most files have it and no date. */
void stray_report(struct site *s);

#endif
