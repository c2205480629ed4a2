/* SPDX-License-Identifier: MIT
 * stray_report: reports unknown front matter keys, counted over all posts. */
#ifndef FEEDMILL_BUILD_SITE_STRAY_REPORT_H
#define FEEDMILL_BUILD_SITE_STRAY_REPORT_H

struct site;

/* Warns of each key once. A key that resembles a known one is misspelt if a
 * post has the known one, or if only one post has the key: otherwise the site
 * has invented it. An unknown key with a date is reported if most files of a
 * folder have it and no date. */
void stray_report(struct site *s);

#endif
