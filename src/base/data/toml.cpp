/* SPDX-License-Identifier: MIT
 * toml: TOML 1.0 to a tree of values. The one file in C++: nothing of it, and
 * no exception, gets out. */
#include <cstdint>
#include <stdexcept>

/* Some texts fail assertions of toml++, such as "[<x>]". They are mistakes of
 * the text, and no reason to end the program. */
[[noreturn]] static void
fail_assertion()
{
	throw std::logic_error("a character that TOML does not allow here");
}

#define TOML_ASSERT(expr) ((expr) ? static_cast<void>(0) : fail_assertion())
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <string>

extern "C" {
#include "base/data/toml.h"
#include "base/data/data_codes.h"
}

namespace {

enum { MOST_DEPTH = 256, MOST_PARTS = 64 /* of a key */ };

struct reader {
	struct arena *arena;
	int lines_before;
};

str
copy_text(const reader &r, const std::string &s)
{
	return arena_str(r.arena, str{s.data(), s.size()});
}

/* toml++ counts lines and columns from 1, columns in code points. */
struct mark
mark_at(const reader &r, const toml::source_region &region)
{
	struct mark m = {};

	if (region.begin.line == 0)
		return m;
	m.line = static_cast<int>(region.begin.line) + r.lines_before;
	m.col = static_cast<int>(region.begin.column);
	return m;
}

/* What TOML would write: "2021-04-14T10:00:00Z", "1.5", "true". */
str
text_of(const reader &r, const toml::node &node)
{
	std::ostringstream out;

	node.visit([&out](const auto &n) {
		if constexpr (toml::is_value<decltype(n)>)
			out << n;
	});
	return copy_text(r, out.str());
}

struct value *build_value(const reader &r, const toml::node &node);

void
build_table(const reader &r, const toml::table &table, struct value *v)
{
	v->kind = VALUE_MAP;
	for (const auto &member : table) {
		struct value *m = build_value(r, member.second);
		const toml::key &key = member.first;

		m->key = copy_text(r, std::string(key.str()));
		m->key_at = mark_at(r, key.source());
		value_add(v, m);
	}
}

struct value *
build_value(const reader &r, const toml::node &node)
{
	struct value *v = static_cast<struct value *>(
	    arena_alloc(r.arena, sizeof *v));

	v->at = mark_at(r, node.source());
	v->size = 1;
	if (const toml::table *table = node.as_table()) {
		build_table(r, *table, v);
	} else if (const toml::array *array = node.as_array()) {
		v->kind = VALUE_LIST;
		for (const toml::node &item : *array)
			value_add(v, build_value(r, item));
	} else if (const auto *s = node.as_string()) {
		v->kind = VALUE_SCALAR;
		v->quoted = true;
		v->text = copy_text(r, s->get());
	} else {
		v->kind = VALUE_SCALAR;
		v->text = text_of(r, node);
	}
	return v;
}

/* Skips a string from its first quote, in one line or, in three quotes, in
 * many. Returns the offset of its last quote. */
size_t
string_end(std::string_view text, size_t at)
{
	std::string_view quotes = text.substr(at, 3);
	char quote = text[at];

	if (quotes == "\"\"\"" || quotes == "'''") {
		size_t end = text.find(quotes, at + 3);

		return end == text.npos ? text.size() : end + 2;
	}
	for (at++; at < text.size() && text[at] != quote &&
	     text[at] != '\n'; at++)
		if (quote == '"' && text[at] == '\\')
			at++;
	return at;
}

/* Whether a key has so many parts that toml++, which recurses for each, would
 * overflow the stack. */
bool
has_long_key(std::string_view text)
{
	const std::string_view between = "=,[]{}\n";
	int parts = 1;

	for (size_t i = 0; i < text.size() && parts <= MOST_PARTS; i++)
		if (text[i] == '"' || text[i] == '\'')
			i = string_end(text, i);
		else if (text[i] == '#')
			i = std::min(text.find('\n', i), text.size()) - 1;
		else if (text[i] == '.')
			parts++;
		else if (between.find(text[i]) != between.npos)
			parts = 1;
	return parts > MOST_PARTS;
}

} // namespace

struct value *
toml_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	const reader r = {a, lines_before};
	std::string_view view(text.ptr ? text.ptr : "", text.len);

	if (has_long_key(view)) {
		diag_add(diags, DIAG_TOML_SYNTAX, src, mark{lines_before, 1},
		    "a key has more than %d parts", MOST_PARTS);
		return nullptr;
	}
	try {
		struct value *root = build_value(r, toml::parse(view));

		if (root->height <= MOST_DEPTH)
			return root;
		diag_add(diags, DIAG_TOML_SYNTAX, src, root->at,
		    "values are nested more than %d deep", MOST_DEPTH);
	} catch (const toml::parse_error &e) {
		std::string words(e.description());
		size_t colon = words.find(": ");

		/* "Error while parsing key-value pair: expected ..." */
		if (colon != std::string::npos)
			words.erase(0, colon + 2);
		diag_add(diags, DIAG_TOML_SYNTAX, src, mark_at(r, e.source()),
		    "%s", words.c_str());
	} catch (const std::bad_alloc &) {
		mem_alloc(SIZE_MAX); /* says so, and ends the process */
	} catch (const std::exception &e) {
		diag_add(diags, DIAG_TOML_SYNTAX, src, mark{lines_before, 1},
		    "%s", e.what());
	}
	return nullptr;
}
