/* SPDX-License-Identifier: MIT
 * findings: the findings of validate, in the formats that it prints. */
#include "cli/findings.h"

#include "base/data/json.h"
#include "base/web/url.h"
#include "base/core/version.h"
#include "build/codes/known_codes.h"
#include "cli/help.h"
#include "cli/options.h"

enum { EXPLAIN_WIDTH = 72 };

bool
findings_is_valid(const struct judged *j, const struct options *o)
{
	return !j->is_failed && j->diags.counts[DIAG_ERROR] == 0 &&
	    !(o->strict && j->diags.counts[DIAG_WARNING]);
}

/* ---- text ---- */

static void
add_count(struct buf *out, size_t n, const char *what, bool *is_first)
{
	if (n == 0)
		return;
	buf_printf(out, "%s%zu %s%s", *is_first ? "" : ", ", n, what,
	    n == 1 ? "" : "s");
	*is_first = false;
}

void
findings_write_summary(struct buf *out, const struct judged *j,
    const struct options *o)
{
	bool is_first = true;

	if (j->is_failed || j->is_other)
		return;
	buf_printf(out, "%.*s: ", STR_ARG(j->name));
	if (j->result.format)
		buf_printf(out, "%s, %zu entr%s: ", j->result.format,
		    j->result.entries, j->result.entries == 1 ? "y" : "ies");
	if (findings_is_valid(j, o)) {
		buf_add(out, S("valid"));
		is_first = false;
	}
	add_count(out, j->diags.counts[DIAG_ERROR], "error", &is_first);
	add_count(out, j->diags.counts[DIAG_WARNING], "warning", &is_first);
	add_count(out, j->diags.counts[DIAG_NOTE], "note", &is_first);
	buf_addc(out, '\n');
}

void
findings_explain(struct buf *out, diag_code info)
{
	buf_printf(out, "%s: %s", info->name, diag_level_names[info->level]);
	if (info->applies)
		buf_printf(out, ", applies to %s", info->applies);
	buf_addc(out, '\n');
	if (info->more) {
		buf_addc(out, '\n');
		help_fill(out, str_of(info->more), 0, 0, EXPLAIN_WIDTH);
	}
	buf_addc(out, '\n');
	help_fill(out, str_of(info->help), 0, 0, EXPLAIN_WIDTH);
	if (info->reference)
		buf_printf(out, "\nReference: %s%s\n", info->reference,
		    str_starts(str_of(info->reference), S("feed rule"))
		    ? " (docs/FEED-RULES.md, or share/doc/feedmill)" : "");
}

/* ---- JSON ---- */

static void
add_number(struct arena *a, struct value *to, const char *key, size_t n)
{
	json_add_plain(a, to, str_of(key), arena_printf(a, "%zu", n));
}

static void
add_finding(struct arena *a, struct value *list, const struct diag *d)
{
	diag_code info = d->code;
	struct value *j = json_add(a, list, S(""), VALUE_MAP);

	json_add_text(a, j, S("level"), str_of(diag_level_names[info->level]));
	json_add_text(a, j, S("code"), str_of(info->name));
	if (d->at.line > 0) {
		add_number(a, j, "line", (size_t)d->at.line);
		add_number(a, j, "column", (size_t)d->at.col);
	}
	json_add_text(a, j, S("message"), d->message);
	json_add_text(a, j, S("advice"), str_of(info->help));
	json_add_text(a, j, S("reference"), str_of(d->reference));
}

static void
write_json(struct buf *out, const struct judged *list, size_t n,
    const struct options *o)
{
	struct arena a = {0};
	struct value root = {.kind = VALUE_MAP};
	struct value *documents =
	    json_add(&a, &root, S("documents"), VALUE_LIST);

	for (size_t i = 0; i < n; i++) {
		const struct judged *j = &list[i];
		struct value *d = json_add(&a, documents, S(""), VALUE_MAP);
		struct value *findings;

		json_add_text(&a, d, S("name"), j->name);
		json_add_text(&a, d, S("format"), str_of(j->result.format));
		add_number(&a, d, "entries", j->result.entries);
		json_add_plain(&a, d, S("judged"),
		    j->is_failed ? S("false") : S("true"));
		json_add_plain(&a, d, S("valid"), findings_is_valid(j, o)
		    ? S("true") : S("false"));
		add_number(&a, d, "errors", j->diags.counts[DIAG_ERROR]);
		add_number(&a, d, "warnings", j->diags.counts[DIAG_WARNING]);
		add_number(&a, d, "notes", j->diags.counts[DIAG_NOTE]);
		findings = json_add(&a, d, S("findings"), VALUE_LIST);
		for (const struct diag *g = j->diags.first; g; g = g->next)
			add_finding(&a, findings, g);
	}
	json_write(out, &root);
	buf_addc(out, '\n');
	arena_free(&a);
}

/* ---- SARIF 2.1.0 ---- */

static struct value *
add_map(struct arena *a, struct value *to, const char *key)
{
	return json_add(a, to, str_of(key), VALUE_MAP);
}

static void
add_words(struct arena *a, struct value *to, const char *key, const char *text)
{
	json_add_text(a, add_map(a, to, key), S("text"), str_of(text));
}

/* The codes that were found, each once, in the order of the first findings. */
struct used {
	diag_code *codes; /* as many as known_codes has at most */
	size_t count;
};

/* The index of a code in the list, added if it is new. */
static size_t
add_used(struct used *u, diag_code code)
{
	size_t i = 0;

	while (i < u->count && u->codes[i] != code)
		i++;
	if (i == u->count)
		u->codes[u->count++] = code;
	return i;
}

static void
add_rules(struct arena *a, struct value *rules, const struct used *u)
{
	for (size_t i = 0; i < u->count; i++) {
		diag_code info = u->codes[i];
		struct value *r = json_add(a, rules, S(""), VALUE_MAP);

		json_add_text(a, r, S("id"), str_of(info->name));
		add_words(a, r, "shortDescription", info->help);
		if (info->more)
			add_words(a, r, "fullDescription", info->more);
		json_add_text(a, add_map(a, r, "defaultConfiguration"),
		    S("level"), str_of(diag_level_names[info->level]));
	}
}

/* SARIF wants a URI reference for the name of a file. */
static str
uri_of(struct arena *a, str name)
{
	struct buf b = {0};

	if (url_is_web(name))
		return name;
	url_encode_path(&b, name);
	return buf_move(&b, a);
}

static void
add_result(struct arena *a, struct value *results, const struct judged *j,
    const struct diag *g, size_t index)
{
	diag_code info = g->code;
	struct value *r = json_add(a, results, S(""), VALUE_MAP);
	struct value *places, *place, *region;
	str text = g->reference ? arena_printf(a, "%.*s (%s)",
	    STR_ARG(g->message), g->reference) : g->message;

	json_add_text(a, r, S("ruleId"), str_of(info->name));
	add_number(a, r, "ruleIndex", index);
	json_add_text(a, r, S("level"), str_of(diag_level_names[info->level]));
	json_add_text(a, add_map(a, r, "message"), S("text"), text);
	places = json_add(a, r, S("locations"), VALUE_LIST);
	place = add_map(a, json_add(a, places, S(""), VALUE_MAP),
	    "physicalLocation");
	json_add_text(a, add_map(a, place, "artifactLocation"), S("uri"),
	    uri_of(a, j->name));
	if (g->at.line <= 0)
		return;
	region = add_map(a, place, "region");
	add_number(a, region, "startLine", (size_t)g->at.line);
	if (g->at.col > 0)
		add_number(a, region, "startColumn", (size_t)g->at.col);
}

static void
write_sarif(struct buf *out, const struct judged *list, size_t n,
    const struct options *o)
{
	struct arena a = {0};
	struct value root = {.kind = VALUE_MAP};
	struct used used = {
		.codes = arena_array(&a, known_code_count, sizeof *used.codes)};
	struct value *run, *driver, *rules, *results;

	(void)o;
	json_add_text(&a, &root, S("$schema"),
	    S("https://json.schemastore.org/sarif-2.1.0.json"));
	json_add_text(&a, &root, S("version"), S("2.1.0"));
	run = json_add(&a, json_add(&a, &root, S("runs"), VALUE_LIST), S(""),
	    VALUE_MAP);
	driver = add_map(&a, add_map(&a, run, "tool"), "driver");
	json_add_text(&a, driver, S("name"), S("feedmill"));
	json_add_text(&a, driver, S("version"), S(FEEDMILL_VERSION));
	rules = json_add(&a, driver, S("rules"), VALUE_LIST);
	json_add_text(&a, run, S("columnKind"), S("unicodeCodePoints"));
	results = json_add(&a, run, S("results"), VALUE_LIST);
	for (size_t i = 0; i < n; i++)
		for (const struct diag *g = list[i].diags.first; g;
		    g = g->next)
			add_result(&a, results, &list[i], g,
			    add_used(&used, g->code));
	add_rules(&a, rules, &used);
	json_write(out, &root);
	buf_addc(out, '\n');
	arena_free(&a);
}

/* ---- annotations of GitHub ---- */

/* Escapes the characters that end a workflow command or a property of it. */
static void
add_escaped(struct buf *out, str text, bool is_property)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '%' || c == '\n' || c == '\r' ||
		    (is_property && (c == ':' || c == ',')))
			buf_printf(out, "%%%02X", (unsigned)c);
		else
			buf_addc(out, c);
	}
}

static void
write_github(struct buf *out, const struct judged *list, size_t n,
    const struct options *o)
{
	static const char *const names[] = {"notice", "warning", "error"};

	for (size_t i = 0; i < n; i++)
		for (const struct diag *g = list[i].diags.first; g;
		    g = g->next) {
			diag_code info = g->code;

			if (info->level < options_level(o))
				continue;
			buf_printf(out, "::%s file=", names[info->level]);
			add_escaped(out, list[i].name, true);
			if (g->at.line > 0)
				buf_printf(out, ",line=%d,col=%d", g->at.line,
				    g->at.col);
			buf_printf(out, ",title=%s::", info->name);
			add_escaped(out, g->message, false);
			buf_printf(out, "%s%s%s\n", g->reference ? " (" : "",
			    g->reference ? g->reference : "",
			    g->reference ? ")" : "");
		}
}

static const struct findings_format formats[] = {
	{"text", NULL},
	{"json", write_json},
	{"sarif", write_sarif},
	{"github", write_github},
};

const struct findings_format *
findings_format(str name)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (str_eq(name, str_of(formats[i].name)))
			return &formats[i];
	return NULL;
}
