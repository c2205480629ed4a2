/* SPDX-License-Identifier: MIT
 * build: one run, from config to published files. */
#ifndef FEEDMILL_BUILD_RUN_BUILD_H
#define FEEDMILL_BUILD_RUN_BUILD_H

#include "build/run/build_options.h"
#include "build/run/build_report.h"

/* Builds all feeds of a site. Adds the diagnostics to `diags`. */
enum outcome build_run(const struct build_options *o,
    struct build_report *report, struct diags *diags);

#endif
