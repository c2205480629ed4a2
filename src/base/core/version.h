/* SPDX-License-Identifier: MIT
 * version: the name and version that feeds and --version have. */
#ifndef FEEDMILL_BASE_CORE_VERSION_H
#define FEEDMILL_BASE_CORE_VERSION_H

#define FEEDMILL_VERSION "0.1.0"
/* The first text of the files beside the feeds, after what their format has to
 * begin with. */
#define FEEDMILL_NOTICE "Written by feedmill: changes are lost."

#endif
