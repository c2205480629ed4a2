/* SPDX-License-Identifier: MIT
 * liquid_tags: common tags of Liquid and Nunjucks, with those of popular
 * plugins. DIALECTS.md D6. */
#include "generators/liquid_tags.h"

const struct tag_row liquid_tags[] = {
	{"highlight", MEANS_HIGHLIGHT, TAG_PAIRED | TAG_CODE},
	{"codeblock", MEANS_CODE, TAG_PAIRED | TAG_CODE},
	{"code", MEANS_CODE, TAG_PAIRED | TAG_CODE},
	{"blockquote", MEANS_BLOCKQUOTE, TAG_PAIRED | TAG_BLOCK},
	{"quote", MEANS_BLOCKQUOTE, TAG_PAIRED | TAG_BLOCK},
	{"pullquote", MEANS_PULLQUOTE, TAG_PAIRED | TAG_BLOCK},
	{"post_url", MEANS_POST_URL, TAG_PLAIN},
	{"post_path", MEANS_POST_URL, TAG_PLAIN},
	{"link", MEANS_LINK, TAG_PLAIN},
	{"post_link", MEANS_POST_LINK, 0},
	{"asset_path", MEANS_ASSET_PATH, TAG_PLAIN},
	{"asset_link", MEANS_ASSET_LINK, 0},
	{"asset_img", MEANS_ASSET_IMAGE, 0},
	{"img", MEANS_IMAGE, 0},
	{"include_code", MEANS_INCLUDED_CODE, 0},
	{"gist", MEANS_GIST, 0},
	{"youtube", MEANS_MEDIA, 0},
	{"vimeo", MEANS_MEDIA, 0},
	{"jsfiddle", MEANS_MEDIA, 0},
	{"raw", MEANS_NOTHING, TAG_PAIRED | TAG_SILENT},
	{"comment", MEANS_NOTHING, TAG_PAIRED | TAG_SILENT},
	{"capture", MEANS_CAPTURE, TAG_PAIRED},
	{"set", MEANS_CAPTURE, TAG_INNER},
	/* Parts of a condition, which is removed as a whole. */
	{"else", MEANS_NOTHING, TAG_SILENT},
	{"elsif", MEANS_NOTHING, TAG_SILENT},
	{"elseif", MEANS_NOTHING, TAG_SILENT},
	{"elif", MEANS_NOTHING, TAG_SILENT},
	{"when", MEANS_NOTHING, TAG_SILENT},
	{"break", MEANS_NOTHING, TAG_SILENT},
	{"continue", MEANS_NOTHING, TAG_SILENT},
	{0},
};
