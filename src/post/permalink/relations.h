/* SPDX-License-Identifier: MIT
 * relations: the other pages that a post has to do with: what it is about,
 * what it answers to, where the comments on it are. */
#ifndef FEEDMILL_POST_PERMALINK_RELATIONS_H
#define FEEDMILL_POST_PERMALINK_RELATIONS_H

#include "config/config.h"

/* Reports what is wrong with posts.comments; true if nothing is. */
bool relations_check(const struct config *c, struct diags *diags);

#endif
