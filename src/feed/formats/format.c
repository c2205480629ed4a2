/* SPDX-License-Identifier: MIT
 * format: the formats that a feed is written in. */
#include "feed/formats/format.h"

#include "feed/formats/atom.h"
#include "feed/formats/jsonfeed.h"
#include "feed/formats/rss.h"

static const struct format *const formats[] = {
	&format_atom, &format_rss, &format_json,
};

const struct format *
format_at(size_t i)
{
	return i < sizeof formats / sizeof formats[0] ? formats[i] : NULL;
}

str
format_label(const struct format *f)
{
	return str_of(f->label ? f->label : f->name);
}

const struct format *
format_find(str name)
{
	const struct format *f;

	for (size_t i = 0; (f = format_at(i)) != NULL; i++)
		if (str_eq(name, str_of(f->name)))
			return f;
	return NULL;
}
