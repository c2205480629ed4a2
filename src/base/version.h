/* SPDX-License-Identifier: MIT
 * version: what this is, for generators' elements and --version. */
#ifndef FEEDMILL_BASE_VERSION_H
#define FEEDMILL_BASE_VERSION_H

#define FEEDMILL_VERSION "0.1.0"
/* What the head of every document has in it, whatever its version and
 * format: the start of its generator element. */
#define FEEDMILL_MARK ">feedmill"
/* What the files beside the feeds begin with, after what their format must
 * begin with. */
#define FEEDMILL_NOTICE "Written by feedmill: changes are lost."

#endif
