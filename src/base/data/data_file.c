/* SPDX-License-Identifier: MIT
 * data_file: the text of a file, and the values in it. */
#include "base/data/data_file.h"

#include "base/core/utf8.h"
#include "base/data/data_codes.h"
#include "base/data/json.h"
#include "base/data/toml.h"
#include "base/data/yaml.h"

bool
data_file_check(struct source *src, struct diags *diags)
{
	size_t bad;

	src->text = utf8_skip_mark(src->text);
	bad = utf8_check(src->text);
	if (bad < src->text.len)
		diag_add(diags, DIAG_NOT_UTF8, src, mark_of(src->text, bad),
		    "byte 0x%02X is not UTF-8",
		    (unsigned)(unsigned char)src->text.ptr[bad]);
	return bad == src->text.len;
}

struct value *
data_file_parse(struct arena *a, const struct source *src,
    struct diags *diags)
{
	if (str_iends(src->name, S(".toml")))
		return toml_parse(a, src->text, src, 0, diags);
	if (str_iends(src->name, S(".json")))
		return json_parse(a, src->text, src, 0, diags);
	return yaml_parse(a, src->text, src, 0, diags);
}
