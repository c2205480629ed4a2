/* SPDX-License-Identifier: MIT
 * index_assets: the style and the script of the list of feeds. */
#ifndef FEEDMILL_FEED_BESIDE_INDEX_ASSETS_H
#define FEEDMILL_FEED_BESIDE_INDEX_ASSETS_H

#include "base/core/markup.h"

/* The content of the page's <style> and <script> elements. */
extern const struct markup index_style, index_script;
/* The Content-Security-Policy that allows only these two. */
extern const str index_policy;

#endif
