/* SPDX-License-Identifier: MIT
 * config_codes: diagnostics of the command line and the config. After an error
 * nothing is written.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_USAGE, DIAG_ERROR, "usage",
	"See feedmill --help.")
DIAG(DIAG_CONFIG_MISSING, DIAG_ERROR, "config-missing",
	"Run feedmill in the folder of feedmill.yaml, or name a config with "
	"-c. feedmill init writes a config for a site that has none.")
DIAG(DIAG_CONFIG_KEY, DIAG_ERROR, "config-key",
	"Use a key that feedmill.yaml(5) describes.")
DIAG(DIAG_CONFIG_TYPE, DIAG_ERROR, "config-type",
	"Use the type that feedmill.yaml(5) gives for the key.")
DIAG(DIAG_CONFIG_VALUE, DIAG_ERROR, "config-value",
	"Use a value that feedmill.yaml(5) allows for the key.")
DIAG(DIAG_CONFIG_REQUIRED, DIAG_ERROR, "config-required",
	"Add the key: it has no default.")
DIAG(DIAG_CONFIG_FOLDER, DIAG_ERROR, "config-folder",
	"Name an existing folder, relative to the config.")
DIAG(DIAG_CONFIG_EXISTS, DIAG_ERROR, "config-exists",
	"Nothing was changed. Delete the file, or print what init would write "
	"with -n.")
DIAG(DIAG_CONFIG_IDLE, DIAG_WARNING, "config-idle",
	"Remove one of the two keys.")
DIAG(DIAG_PATH_CLASH, DIAG_ERROR, "path-clash",
	"Give each feed a path of its own.")

/* Of media named by the config or a post. */
DIAG(DIAG_MEDIA_MISSING, DIAG_WARNING, "media-missing",
	"Check the name and media.folder. The address is published as it is.")
DIAG(DIAG_PODCAST_IMAGE, DIAG_WARNING, "podcast-image",
	"Apple asks for a square JPEG or PNG of 1400 to 3000 pixels, and may "
	"refuse a podcast without one. The address is published as it is.")
