/* SPDX-License-Identifier: MIT
 * vocab_geo: places: GeoRSS Simple and GML, the W3C's geo, and two older
 * ones. http://www.georss.org/ */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include "base/text/scan.h"

/* ---- types ---- */

/* A number with a sign and points, up to a blank or comma. */
static bool
take_number(str *s)
{
	bool has_digits;

	scan_any(s, "-+");
	has_digits = char_is_digit(scan_peek(*s));
	while (has_digits && (scan_number(s).digits || scan_char(s, '.')))
		;
	return has_digits;
}

/* What separates two numbers; sets *has_comma if it has one. */
static bool
take_separator(str *s, bool *has_comma)
{
	bool has_blank = scan_blanks(s);

	if (!scan_char(s, ','))
		return has_blank;
	*has_comma = true;
	scan_blanks(s);
	return true;
}

/* Pairs of numbers, `least` to `most` of them. */
static void
check_pairs(const struct subject *s)
{
	str rest = s->value;
	long n = 0;
	bool ok = true, has_comma = false;

	for (; ok && rest.len; n++)
		ok = (n == 0 || take_separator(&rest, &has_comma)) &&
		    take_number(&rest);
	if (!ok || n % 2 || n < 2 * s->type->least ||
	    n > 2 * s->type->most)
		type_misfit(s);
	else if (has_comma)
		type_fault(s, RULE_COORDINATE_COMMA, 0, "has a comma between "
		    "numbers, expected a blank");
}

enum { ANY = 1 << 30 };

TYPE(point, check_pairs, "a latitude and a longitude as 48.2 16.37",
    RULE_INVALID_COORDINATE, .least = 1, .most = 1);
TYPE(line, check_pairs, "two or more pairs of latitude and longitude",
    RULE_INVALID_COORDINATE, .least = 2, .most = ANY);
TYPE(polygon, check_pairs, "four or more pairs of latitude and longitude",
    RULE_INVALID_COORDINATE, .least = 2, .most = ANY);
TYPE(box, check_pairs, "two pairs of latitude and longitude",
    RULE_INVALID_COORDINATE, .least = 2, .most = 2);

static void
check_height(const struct subject *s)
{
	str rest = s->value;

	if (!take_number(&rest) || rest.len)
		type_misfit(s);
}

TYPE(height, check_height, "a height in metres as -12.5", RULE_INVALID_DECIMAL);

/* ---- GeoRSS ---- */

static const struct element georss_elements[] = {
	LEAF("box", IN_ANY, MANY, type_box),
	LEAF("circle", IN_ANY, MANY, type_anything),
	LEAF("elev", IN_ANY, MANY, type_height),
	LEAF("featureName", IN_ANY, MANY, type_anything),
	LEAF("featureTypeTag", IN_ANY, MANY, type_anything),
	LEAF("featurename", IN_ANY, MANY, type_anything),
	LEAF("featuretypetag", IN_ANY, MANY, type_anything),
	LEAF("floor", IN_ANY, MANY, type_integer),
	LEAF("line", IN_ANY, MANY, type_line),
	LEAF("point", IN_ANY, MANY, type_point),
	LEAF("polygon", IN_ANY, MANY, type_polygon),
	LEAF("radius", IN_ANY, MANY, type_decimal),
	LEAF("relationshipTag", IN_ANY, MANY, type_anything),
	LEAF("relationshiptag", IN_ANY, MANY, type_anything),
	PARTS("where", IN_ANY, MANY, GEORSS_WHERE),
};

VOCABULARY_OF(georss, georss_elements, "GeoRSS", "georss",
    "http://www.georss.org/georss", "GeoRSS Simple", .is_for_all = true);

/* ---- GML, as far as GeoRSS uses it ---- */

ATTRIBUTES(srs, {"srsName", &type_anything, OPTIONAL});

#define SHAPE(name_, in_, opens_) \
	PARTS(name_, in_, MANY, opens_, .attributes = srs_attributes)

static const struct element gml_elements[] = {
	SHAPE("Envelope", IN(GEORSS_WHERE), GML_ENVELOPE),
	SHAPE("LineString", IN(GEORSS_WHERE), GML_LINE),
	SHAPE("LinearRing", IN(GML_EXTERIOR), GML_RING),
	SHAPE("Point", IN(GEORSS_WHERE), GML_POINT),
	SHAPE("Polygon", IN(GEORSS_WHERE), GML_POLYGON),
	PARTS("exterior", IN(GML_POLYGON), MANY, GML_EXTERIOR),
	LEAF("lowerCorner", IN(GML_ENVELOPE), MANY, type_point),
	LEAF("pos", IN(GML_POINT), MANY, type_point),
	LEAF("posList", IN(GML_LINE) | IN(GML_RING), MANY, type_line),
	LEAF("upperCorner", IN(GML_ENVELOPE), MANY, type_point),
};

MODULE(gml, "gml", "http://www.opengis.net/gml", "GML");

/* ---- latitude and longitude apart ---- */

static const struct element geo_elements[] = {
	PARTS("Point", IN_ANY, MANY, GEO_POINT),
	LEAF("alt", IN_ANY | IN(GEO_POINT), MANY, type_height),
	LEAF("lat", IN_ANY | IN(GEO_POINT), MANY, type_latitude,
	    .must = IN(GEO_POINT)),
	LEAF("long", IN_ANY | IN(GEO_POINT), MANY, type_longitude,
	    .must = IN(GEO_POINT)),
};

VOCABULARY_OF(geo, geo_elements, "geo", "geo",
    "http://www.w3.org/2003/01/geo/wgs84_pos#", "W3C Basic Geo",
    .is_for_all = true);

static const struct element pair_elements[] = {
	LEAF("latitude", IN_ANY, MANY, type_latitude),
	LEAF("longitude", IN_ANY, MANY, type_longitude),
};

VOCABULARY_OF(geourl, pair_elements, "GeoURL", "geourl",
    "http://geourl.org/rss/module/", "GeoURL", .is_for_all = true);

VOCABULARY_OF(icbm, pair_elements, "ICBM", "icbm", "http://postneo.com/icbm",
    "ICBM", .is_for_all = true);
