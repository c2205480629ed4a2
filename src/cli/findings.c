/* SPDX-License-Identifier: MIT
 * findings: the findings of validate, in the formats that it prints. */
#include "cli/findings.h"

#include "base/web/url.h"
#include "base/core/version.h"
#include "build/codes/known_codes.h"
#include "feed/formats/json_out.h"
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

static const char *
word_of(bool b)
{
	return b ? "true" : "false";
}

static void
put_finding(struct json_out *j, const struct diag *d)
{
	diag_code info = d->code;

	json_out_map(j, NULL);
	json_out_value(j, "level", str_of(diag_level_names[info->level]));
	json_out_value(j, "code", str_of(info->name));
	if (d->at.line > 0) {
		json_out_number(j, "line", (uint64_t)d->at.line);
		json_out_number(j, "column", (uint64_t)d->at.col);
	}
	json_out_value(j, "message", d->message);
	json_out_value(j, "advice", str_of(info->help));
	json_out_value(j, "reference", str_of(d->reference));
	json_out_close(j);
}

static void
write_json(struct buf *out, const struct judged *list, size_t n,
    const struct options *o)
{
	struct json_out root = json_out_document(out), *j = &root;

	j->is_narrow = true;
	json_out_map(j, NULL);
	json_out_list(j, "documents");
	for (const struct judged *d = list; d < list + n; d++) {
		const size_t *counts = d->diags.counts;

		json_out_map(j, NULL);
		json_out_value(j, "name", d->name);
		json_out_value(j, "format", str_of(d->result.format));
		json_out_number(j, "entries", d->result.entries);
		json_out_word(j, "judged", word_of(!d->is_failed));
		json_out_word(j, "valid", word_of(findings_is_valid(d, o)));
		json_out_number(j, "errors", counts[DIAG_ERROR]);
		json_out_number(j, "warnings", counts[DIAG_WARNING]);
		json_out_number(j, "notes", counts[DIAG_NOTE]);
		json_out_list(j, "findings");
		for (const struct diag *g = d->diags.first; g; g = g->next)
			put_finding(j, g);
		json_out_close(j);
		json_out_close(j);
	}
	json_out_close(j);
	json_out_close(j);
}

/* ---- SARIF 2.1.0 ---- */

/* A map with one member. */
static void
put_words(struct json_out *j, const char *key, const char *member, str text)
{
	json_out_map(j, key);
	json_out_value(j, member, text);
	json_out_close(j);
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
put_rules(struct json_out *j, const struct used *u)
{
	json_out_list(j, "rules");
	for (size_t i = 0; i < u->count; i++) {
		diag_code info = u->codes[i];

		json_out_map(j, NULL);
		json_out_value(j, "id", str_of(info->name));
		put_words(j, "shortDescription", "text", str_of(info->help));
		if (info->more)
			put_words(j, "fullDescription", "text",
			    str_of(info->more));
		put_words(j, "defaultConfiguration", "level",
		    str_of(diag_level_names[info->level]));
		json_out_close(j);
	}
	json_out_close(j);
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
put_place(struct json_out *j, str uri, struct mark at)
{
	json_out_list(j, "locations");
	json_out_map(j, NULL);
	json_out_map(j, "physicalLocation");
	put_words(j, "artifactLocation", "uri", uri);
	if (at.line > 0) {
		json_out_map(j, "region");
		json_out_number(j, "startLine", (uint64_t)at.line);
		if (at.col > 0)
			json_out_number(j, "startColumn", (uint64_t)at.col);
		json_out_close(j);
	}
	json_out_close(j);
	json_out_close(j);
	json_out_close(j);
}

static void
put_result(struct json_out *j, struct arena *a, const struct judged *d,
    const struct diag *g, size_t index)
{
	str text = g->reference ? arena_printf(a, "%.*s (%s)",
	    STR_ARG(g->message), g->reference) : g->message;

	json_out_map(j, NULL);
	json_out_value(j, "ruleId", str_of(g->code->name));
	json_out_number(j, "ruleIndex", index);
	json_out_value(j, "level", str_of(diag_level_names[g->code->level]));
	put_words(j, "message", "text", text);
	put_place(j, uri_of(a, d->name), g->at);
	json_out_close(j);
}

static void
write_sarif(struct buf *out, const struct judged *list, size_t n,
    const struct options *o)
{
	struct json_out root = json_out_document(out), *j = &root;
	struct arena a = {0};
	struct used used = {
		.codes = arena_array(&a, known_code_count, sizeof *used.codes)};

	(void)o;
	for (size_t i = 0; i < n; i++)
		for (const struct diag *g = list[i].diags.first; g;
		     g = g->next)
			add_used(&used, g->code);
	j->is_narrow = true;
	json_out_map(j, NULL);
	json_out_text(j, "$schema",
	    S("https://json.schemastore.org/sarif-2.1.0.json"));
	json_out_text(j, "version", S("2.1.0"));
	json_out_list(j, "runs");
	json_out_map(j, NULL);
	json_out_map(j, "tool");
	json_out_map(j, "driver");
	json_out_text(j, "name", S("feedmill"));
	json_out_text(j, "version", S(FEEDMILL_VERSION));
	put_rules(j, &used);
	json_out_close(j);
	json_out_close(j);
	json_out_text(j, "columnKind", S("unicodeCodePoints"));
	json_out_list(j, "results");
	for (size_t i = 0; i < n; i++)
		for (const struct diag *g = list[i].diags.first; g;
		     g = g->next)
			put_result(j, &a, &list[i], g,
			    add_used(&used, g->code));
	while (j->depth)
		json_out_close(j);
	arena_free(&a);
}

/* ---- annotations of GitHub ---- */

static bool
ends_command(char c)
{
	return c == '%' || c == '\n' || c == '\r';
}

static bool
ends_property(char c)
{
	return ends_command(c) || c == ':' || c == ',';
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
			url_escape(out, list[i].name, ends_property);
			if (g->at.line > 0)
				buf_printf(out, ",line=%d,col=%d", g->at.line,
				    g->at.col);
			buf_printf(out, ",title=%s::", info->name);
			url_escape(out, g->message, ends_command);
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
	return STR_ROW(formats, name, str_eq);
}
