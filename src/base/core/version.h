/* SPDX-License-Identifier: MIT
 * version: what this is, for generators' elements and --version. */
#ifndef FEEDMILL_BASE_CORE_VERSION_H
#define FEEDMILL_BASE_CORE_VERSION_H

#define FEEDMILL_VERSION "0.1.0"
/* What the files beside the feeds begin with, after what their format must
 * begin with. */
#define FEEDMILL_NOTICE "Written by feedmill: changes are lost."

#endif
