/* SPDX-License-Identifier: MIT
 * relations: pages that a post refers to: the page it is about, the pages it
 * replies to, and the page of its comments. */
#ifndef FEEDMILL_POST_PERMALINK_RELATIONS_H
#define FEEDMILL_POST_PERMALINK_RELATIONS_H

#include "config/config.h"

/* Checks posts.comments; false if it is wrong, which is reported. */
bool relations_check(const struct config *c, struct diags *diags);

#endif
