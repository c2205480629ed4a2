/* SPDX-License-Identifier: MIT
 * vocabularies: the list of all vocabularies, for vocabulary.c. */
#ifndef FEEDMILL_VALIDATE_VOCABULARIES_VOCABULARIES_H
#define FEEDMILL_VALIDATE_VOCABULARIES_VOCABULARIES_H

#include "validate/vocabularies/vocabulary.h"

#define VOCABULARIES \
	VOCABULARY(atom) VOCABULARY(rss) VOCABULARY(content) \
	VOCABULARY(dc) VOCABULARY(media) VOCABULARY(itunes) \
	VOCABULARY(sy) VOCABULARY(slash) VOCABULARY(wfw) \
	VOCABULARY(podcast) VOCABULARY(xhtml) VOCABULARY(dcterms) \
	VOCABULARY(thr) VOCABULARY(fh) VOCABULARY(app) VOCABULARY(at) \
	VOCABULARY(georss) VOCABULARY(gml) VOCABULARY(geo) \
	VOCABULARY(geourl) VOCABULARY(icbm) VOCABULARY(rss1) \
	VOCABULARY(rdf) VOCABULARY(rdfs) VOCABULARY(opml) \
	VOCABULARY(opml_in_feeds) VOCABULARY(admin) VOCABULARY(ag) \
	VOCABULARY(annotate) VOCABULARY(foaf) VOCABULARY(cc) \
	VOCABULARY(creativeCommons) VOCABULARY(ev) VOCABULARY(wiki) \
	VOCABULARY(taxo) VOCABULARY(l) VOCABULARY(cp) \
	VOCABULARY(blogChannel) VOCABULARY(trackback) \
	VOCABULARY(feedburner) VOCABULARY(access) VOCABULARY(cf) \
	VOCABULARY(conversations) VOCABULARY(opensearch) VOCABULARY(sx) \
	VOCABULARY(g) VOCABULARY(indexing) VOCABULARY(svg) \
	VOCABULARY(mathml)

#define VOCABULARY(name) extern const struct vocabulary vocabulary_##name;
VOCABULARIES
#undef VOCABULARY

#endif
