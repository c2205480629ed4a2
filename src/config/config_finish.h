/* SPDX-License-Identifier: MIT
 * config_finish: what the keys of a config must be together. */
#ifndef FEEDMILL_CONFIG_CONFIG_FINISH_H
#define FEEDMILL_CONFIG_CONFIG_FINISH_H

#include "config/config.h"

/* Works out what keys leave to others, once all are read: folders, addresses
 * of languages, what a feed has of its posts, the list of queries. Reports
 * what is missing and what does not go together. */
void config_finish(struct config *c, struct arena *a, struct diags *diags);

#endif
