/* SPDX-License-Identifier: MIT
 * data_codes: what can be wrong with a file and its syntax.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_FILE_UNREADABLE, DIAG_ERROR, "file-unreadable",
	"Check that the file exists and may be read.")
DIAG(DIAG_NOT_UTF8, DIAG_ERROR, "not-utf8",
	"Save the file as UTF-8.")
DIAG(DIAG_YAML_SYNTAX, DIAG_ERROR, "yaml-syntax",
	"Fix the YAML here; quote values that contain ': ' or ' #'.")
DIAG(DIAG_YAML_LIMIT, DIAG_ERROR, "yaml-limit",
	"Nest less, and use fewer aliases.")
DIAG(DIAG_TOML_SYNTAX, DIAG_ERROR, "toml-syntax",
	"Fix the TOML here; strings need quotes, dates do not.")
DIAG(DIAG_JSON_SYNTAX, DIAG_ERROR, "json-syntax",
	"Fix the JSON here.")
DIAG(DIAG_DUPLICATE_KEY, DIAG_WARNING, "duplicate-key",
	"Delete all but one; the last one counts.")
