/* SPDX-License-Identifier: MIT
 * code_tables: the tables of codes of all floors, in the order of the manual.
 * A new table is added here. Included three times, by known_codes.c. */
#include "config/config_codes.h"
#include "generators/generator_codes.h"
#include "base/core/core_codes.h"
#include "base/data/data_codes.h"
#include "post/post_codes.h"
#include "content/codes/content_codes.h"
#include "feed/plan/feed_codes.h"
#include "build/codes/build_codes.h"
#include "publish/publish_codes.h"
#include "validate/tables/feed_rules.h"
