/* SPDX-License-Identifier: MIT
 * vocab_google: the attributes of Google Base, which live on in the feeds of
 * shops. http://base.google.com/base/attribute_list.html */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include "base/text/scan.h"
#include "validate/vocabularies/frame.h"

/* ---- types ---- */

static bool
is_unit_char(char c)
{
	return char_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

/* "25.00", "25.00 USD": a number and a unit. */
static void
check_amount(const struct subject *s)
{
	str rest = s->value;
	bool has_number = scan_number(&rest).digits > 0;

	if (has_number && scan_char(&rest, '.'))
		scan_number(&rest);
	scan_blanks(&rest);
	scan_while(&rest, is_unit_char);
	if (!has_number || rest.len)
		type_misfit(s);
}

/* A number with anything after it. */
static void
check_measure(const struct subject *s)
{
	if (s->value.len == 0 || !char_is_digit(s->value.ptr[0]))
		type_misfit(s);
}

/* A place: parts between commas. None of five parts may be empty. */
static void
check_place(const struct subject *s)
{
	str rest = s->value, part;
	long n = 0;
	bool is_filled = true;

	while (str_split(&rest, ',', &part)) {
		n++;
		is_filled &= str_trim(part).len > 0;
	}
	if (n < s->type->least || n > s->type->most ||
	    (s->type->least == 5 && !is_filled))
		type_misfit(s);
}

static void
check_label(const struct subject *s)
{
	if (str_chr(s->value, ',') != STR_NONE)
		type_fault(s, s->type->code, str_chr(s->value, ','),
		    "has a comma, expected one label for each element");
}

TYPE(amount, check_amount, "a number with a unit as 25.00 USD",
    RULE_INVALID_DECIMAL);
TYPE(measure, check_measure, "a number with a unit as 12 g",
    RULE_INVALID_DECIMAL);
TYPE(distance, check_measure, "a whole number with a unit as 12,000 miles",
    RULE_INVALID_INTEGER);
TYPE(year, type_check_number, "a year from 1900 on", RULE_INVALID_INTEGER,
    .least = 1900, .most = 2100);
TYPE(percent, type_check_decimal, "a number from 0 to 100",
    RULE_INVALID_DECIMAL, .most = 100);
TYPE(place, check_place, "a city, a state and perhaps a country, with commas",
    RULE_INVALID_VALUE, .least = 2, .most = 3);
TYPE(full_place, check_place,
    "a street, city, state, postcode and country, with commas",
    RULE_INVALID_VALUE, .least = 5, .most = 5);
TYPE(label, check_label, NULL, RULE_INVALID_VALUE);
TYPE(day, type_check_iso8601, "a day as 2024-01-31", RULE_INVALID_W3C_DATE,
    .least = 3, .flags = TYPE_ANY_DATE);
TYPE(moment, type_check_iso8601, "a date as 2024-01-31T09:00:00",
    RULE_INVALID_W3C_DATE, .least = 1, .flags = TYPE_ANY_DATE);

WORDS(gender, "Male, M, Female or F", "|Male|M|Female|F|male|female|"
	"unisex|");
WORDS(marital, "single, divorced, separated, widowed, married or in "
	"relationship", "|single|divorced|separated|widowed|married|"
	"in relationship|");
WORDS(payment, "Cash, Check, Visa, MasterCard, AmericanExpress, Discover "
	"or WireTransfer", "|Cash|Check|Visa|MasterCard|AmericanExpress|"
	"Discover|WireTransfer|");
WORDS(price_type, "'negotiable' or 'starting'", "|negotiable|starting|");
WORDS(rating, "a number from 1 to 5", "|1|2|3|4|5|");
WORDS(reviewer, "'editorial' or 'user'", "|editorial|user|");
WORDS(carrier, "FedEx, UPS, DHL, Mail, Other, Overnight or Standard",
	"|FedEx|UPS|DHL|Mail|Other|Overnight|Standard|");
WORDS(currency, "a currency as USD or EUR",
	"|AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZM|AZN|BAM|BBD|BDT|BGN|BHD|"
	"BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BYR|BZD|CAD|CDF|CHE|CHF|"
	"CHW|CLF|CLP|CNY|COP|COU|CRC|CSD|CUC|CUP|CVE|CYP|CZK|DJF|DKK|DOP|"
	"DZD|EEK|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHC|GHS|GIP|GMD|GNF|GTQ|"
	"GWP|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|"
	"KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LTL|LVL|"
	"LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRO|MRU|MTL|MUR|MVR|MWK|MXN|MXV|"
	"MYR|MZM|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|"
	"PYG|QAR|ROL|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDD|SDG|SEK|SGD|SHP|SIT|"
	"SKK|SLE|SLL|SOS|SRD|SSP|STD|STN|SVC|SYP|SZL|THB|TJS|TMM|TMT|TND|"
	"TOP|TRL|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|USS|UYI|UYU|UZS|VEB|VED|"
	"VEF|VES|VND|VUV|WST|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XDR|XFO|XFU|"
	"XOF|XPD|XPF|XPT|XTS|YER|ZAR|ZMK|ZMW|ZWD|ZWL|");

/* ---- what rows cannot say ---- */

static void
up_to_ten(struct check *c, struct frame *f)
{
	enum { MOST = 10 };

	if (frame_count(frame_up(c, f), arena_printf(&f->arena, "g:%s",
	    f->row->name)) == MOST + 1)
		frame_report(c, f, RULE_TOO_MANY,
		    "occurs more than %d times", MOST);
}

/* ---- the table ---- */

ATTRIBUTES(type,
	{"rdf:parseType", &type_anything, OPTIONAL});

#define ROW(name_, often_, type_) \
	LEAF(name_, IN_ENTRIES, often_, type_, .attributes = type_attributes)
#define TEXT(name_) ROW(name_, ONCE, type_plain)
#define RANGE(name_) \
	PARTS(name_, IN_ENTRIES, ONCE, G_RANGE, .attributes = type_attributes)

static const struct element elements[] = {
	TEXT("actor"), ROW("age", ONCE, type_natural), TEXT("agent"),
	TEXT("apparel_type"), TEXT("area"), TEXT("artist"), TEXT("author"),
	ROW("bathrooms", ONCE, type_natural),
	ROW("bedrooms", ONCE, type_natural), TEXT("brand"),
	ROW("calories", ONCE, type_measure),
	ROW("cholesterol", ONCE, type_measure), TEXT("color"),
	TEXT("condition"), ROW("cooking_time", ONCE, type_measure),
	LEAF("country", IN(G_SHIPPING), ONCE, type_country),
	TEXT("course"), RANGE("course_date_range"), TEXT("course_number"),
	TEXT("course_times"), TEXT("cuisine"),
	ROW("currency", ONCE, type_currency), TEXT("delivery_notes"),
	ROW("delivery_radius", ONCE, type_amount), TEXT("education"),
	TEXT("employer"), LEAF("end", IN(G_RANGE), ONCE, type_moment),
	TEXT("ethnicity"), RANGE("event_date_range"),
	ROW("expiration_date", ONCE, type_day),
	ROW("expiration_date_time", ONCE, type_moment),
	ROW("fiber", ONCE, type_measure), TEXT("format"),
	ROW("from_location", ONCE, type_place),
	ROW("gender", ONCE, type_gender), ROW("hoa_dues", ONCE, type_measure),
	TEXT("id"),
	LEAF("image_link", IN_ENTRIES, MANY, type_uri,
	    .attributes = type_attributes, .opened = up_to_ten),
	TEXT("immigration_status"), TEXT("interested_in"), TEXT("isbn"),
	TEXT("job_function"), TEXT("job_industry"), TEXT("job_type"),
	LEAF("label", IN_ENTRIES, MANY, type_label,
	    .attributes = type_attributes, .opened = up_to_ten),
	ROW("listing_type", ONCE, type_truth),
	ROW("location", ONCE, type_full_place), TEXT("main_ingredient"),
	TEXT("make"), TEXT("manufacturer"), TEXT("manufacturer_id"),
	ROW("marital_status", ONCE, type_marital), TEXT("meal_type"),
	ROW("megapixels", ONCE, type_amount),
	ROW("memory", ONCE, type_amount), ROW("mileage", ONCE, type_distance),
	TEXT("model"), TEXT("model_number"),
	TEXT("name_of_item_being_reviewed"), TEXT("news_source"),
	TEXT("occupation"), ROW("pages", ONCE, type_positive),
	ROW("payment_accepted", MANY, type_payment), TEXT("payment_notes"),
	ROW("pickup", ONCE, type_truth),
	ROW("preparation_time", ONCE, type_amount),
	ROW("price", ONCE, type_amount),
	LEAF("price", IN(G_SHIPPING), ONCE, type_amount),
	ROW("price_type", ONCE, type_price_type),
	ROW("processor_speed", ONCE, type_amount), TEXT("product_type"),
	TEXT("property_type"), ROW("protein", ONCE, type_amount),
	TEXT("publication_name"), TEXT("publication_volume"),
	ROW("publish_date", ONCE, type_day),
	ROW("quantity", ONCE, type_natural),
	ROW("rating", ONCE, type_rating), TEXT("review_type"),
	ROW("reviewer_type", ONCE, type_reviewer),
	ROW("salary", ONCE, type_measure),
	ROW("salary_type", ONCE, type_price_type),
	ROW("saturated_fat", ONCE, type_measure), TEXT("school_district"),
	LEAF("service", IN(G_SHIPPING), ONCE, type_carrier),
	TEXT("service_type"), ROW("servings", ONCE, type_measure),
	TEXT("sexual_orientation"),
	PARTS("shipping", IN_ENTRIES, ONCE, G_SHIPPING,
	    .attributes = type_attributes),
	TEXT("size"), ROW("sodium", ONCE, type_measure),
	LEAF("start", IN(G_RANGE), ONCE, type_moment),
	TEXT("subject"), TEXT("subject_area"),
	ROW("tax_percent", ONCE, type_percent), TEXT("tax_region"),
	ROW("to_location", ONCE, type_place),
	ROW("total_carbs", ONCE, type_measure),
	ROW("total_fat", ONCE, type_measure), RANGE("travel_date_range"),
	TEXT("university"), TEXT("upc"),
	ROW("url_of_item_being_reviewed", ONCE, type_uri),
	TEXT("vehicle_type"), TEXT("vin"), ROW("weight", ONCE, type_amount),
	ROW("year", ONCE, type_year),
};

/* Google's list for shops grows, so it is open: elements without a row are not
 * judged. */
VOCABULARY_OF(g, elements, "Google Base", "g", "http://base.google.com/ns/1.0",
    "Google Base", .is_open = true);
