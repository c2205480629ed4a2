/* SPDX-License-Identifier: MIT
 * media_type: the media type that a file's ending stands for. */
#include "base/web/media_type.h"

#include "base/text/scan.h"

/* For an ending with several types the one that IANA registers. M4A is
 * audio/mp4, as in Podlove; Apple accepts it too. */
static const struct ending {
	const char *name;
	str type;
} endings[] = {
	{"mp3", S_INIT("audio/mpeg")},
	{"m4a", S_INIT("audio/mp4")},
	{"m4b", S_INIT("audio/mp4")},
	{"aac", S_INIT("audio/aac")},
	{"ogg", S_INIT("audio/ogg")},
	{"oga", S_INIT("audio/ogg")},
	{"opus", S_INIT("audio/ogg")},
	{"flac", S_INIT("audio/flac")},
	{"wav", S_INIT("audio/vnd.wave")},
	{"weba", S_INIT("audio/webm")},
	{"mid", S_INIT("audio/midi")},
	{"aif", S_INIT("audio/aiff")},
	{"aiff", S_INIT("audio/aiff")},
	{"mp4", S_INIT("video/mp4")},
	{"m4v", S_INIT("video/mp4")},
	{"mov", S_INIT("video/quicktime")},
	{"webm", S_INIT("video/webm")},
	{"ogv", S_INIT("video/ogg")},
	{"mkv", S_INIT("video/matroska")},
	{"mpg", S_INIT("video/mpeg")},
	{"mpeg", S_INIT("video/mpeg")},
	{"avi", S_INIT("video/vnd.avi")},
	{"wmv", S_INIT("video/x-ms-wmv")},
	{"flv", S_INIT("video/x-flv")},
	{"png", S_INIT("image/png")},
	{"jpg", S_INIT("image/jpeg")},
	{"jpeg", S_INIT("image/jpeg")},
	{"gif", S_INIT("image/gif")},
	{"webp", S_INIT("image/webp")},
	{"avif", S_INIT("image/avif")},
	{"heic", S_INIT("image/heic")},
	{"svg", S_INIT("image/svg+xml")},
	{"bmp", S_INIT("image/bmp")},
	{"ico", S_INIT("image/vnd.microsoft.icon")},
	{"tif", S_INIT("image/tiff")},
	{"tiff", S_INIT("image/tiff")},
	{"pdf", S_INIT("application/pdf")},
	{"epub", S_INIT("application/epub+zip")},
	{"zip", S_INIT("application/zip")},
	{"gz", S_INIT("application/gzip")},
	{"torrent", S_INIT("application/x-bittorrent")},
	{"json", S_INIT("application/json")},
	{"srt", S_INIT("application/x-subrip")},
	{"vtt", S_INIT("text/vtt")},
	{"txt", S_INIT("text/plain")},
	{"htm", S_INIT("text/html")},
	{"html", S_INIT("text/html")},
};

str
media_type_of(str path)
{
	const struct ending *e;
	size_t dot;

	path = str_sub(path, 0, str_chr(path, '#'));
	path = str_sub(path, 0, str_chr(path, '?'));
	dot = str_rchr(path, '.');
	path = str_from(path, dot == STR_NONE ? path.len : dot + 1);
	e = STR_ROW(endings, path, str_ieq);
	return e ? e->type : (str){0};
}

const char *
media_type_medium(str type)
{
	if (str_istarts(type, S("image/")))
		return "image";
	if (str_istarts(type, S("audio/")))
		return "audio";
	return str_istarts(type, S("video/")) ? "video" : "document";
}

static bool
is_token_char(char c)
{
	return (unsigned char)c > ' ' && !char_is_one_of(c, "()<>,;:\\\"/[]?=");
}

static bool
take_token(str *s)
{
	return scan_while(s, is_token_char).len > 0;
}

static bool
take_parameter(str *s)
{
	str value;

	scan_blanks(s);
	if (!scan_char(s, ';'))
		return false;
	scan_blanks(s);
	return take_token(s) && scan_char(s, '=') && (scan_peek(*s) == '"'
	    ? scan_quoted(s, '\\', &value) : take_token(s));
}

bool
media_type_has_syntax(str text)
{
	bool ok = take_token(&text) && scan_char(&text, '/') &&
	    take_token(&text);

	while (ok && text.len)
		ok = take_parameter(&text);
	return ok;
}

/* restricted-name of the RFC; parameters may follow. */
bool
media_type_is(str text)
{
	size_t slash = str_chr(text, '/');
	str name = str_trim_end(str_sub(text, 0, str_chr(text, ';')));

	if (slash == STR_NONE || slash == 0 || slash + 1 >= name.len)
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (i != slash && !char_is_alnum(name.ptr[i]) &&
		    !char_is_one_of(name.ptr[i], "!#$&-^_.+"))
			return false;
	return media_type_has_syntax(text);
}
