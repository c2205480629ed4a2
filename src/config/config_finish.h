/* SPDX-License-Identifier: MIT
 * config_finish: derives and checks values once all keys are read. */
#ifndef FEEDMILL_CONFIG_CONFIG_FINISH_H
#define FEEDMILL_CONFIG_CONFIG_FINISH_H

#include "config/config.h"

/* Fills in values that depend on other keys: folders, absolute addresses,
 * prefixes of languages, the extent of each feed, the list of queries. Reports
 * missing and contradictory keys. */
void config_finish(struct config *c, struct arena *a, struct diags *diags);

#endif
