/* SPDX-License-Identifier: MIT
 * old_xml: reads published files that are XML: Atom and RSS, of any version. */
#ifndef FEEDMILL_FEED_FORMATS_OLD_XML_H
#define FEEDMILL_FEED_FORMATS_OLD_XML_H

#include "feed/formats/old_feed.h"

/* `read` of Atom and of RSS. */
void old_xml_read(struct old_feed *f, struct arena *a, str text);
/* The text that XML or HTML shows: references are resolved, CDATA sections
 * opened, tags and comments dropped. */
str old_xml_text(struct arena *a, str raw);

#endif
