/* SPDX-License-Identifier: MIT
 * read_media_files: the enclosures in the front matter of a post. */
#include "base/web/media_type.h"
#include "post/post_codes.h"
#include "post/read/reading.h"

/* Keys that name a file, for reading_is_key. Loose keys have other meanings
 * too: under these only audio and video files are accepted. */
static const struct {
	const char *name;
	bool is_loose;
} file_keys[] = {
	{"enclosure", false}, {"enclosures", false}, {"attachments", false},
	{"podcastfile", false}, {"podcasturl", true}, {"podcast", true},
	{"audio", true}, {"audiofile", true}, {"audiourl", true},
	{"audiofilepath", true}, {"audiofileurl", true}, {"mp3", true},
	{"mp3url", true}, {"episodefile", true}, {"episodeurl", true},
	{"mediafile", true}, {"mediaurl", true}, {"video", true},
	{"videofile", true}, {"videourl", true},
};
enum { FILE_KEYS = sizeof file_keys / sizeof file_keys[0] };

/* Keys in a map of one file, and in a map of one file in several formats. */
static const char url_keys[] = "url href src path file link";
static const char format_keys[] = "mp3 m4a aac ogg opus mp4 webm";

/* Keys for length and type in such a map, and beside the key of the file. */
static const struct property_keys {
	const char *length, *type;
} keys_inside = {"length size bytes sizeinbytes filesize",
	"type mimetype mime"},
  keys_beside = {"enclosurelength podcastbytes podcastsize audiobytes "
	"audiosize audiofilesize mp3size",
	"enclosuretype audiotype podcasttype"};

enum { MOST_FILES = 100, MOST_DEPTH = 4 };

struct finder {
	struct reading *reading;
	struct media *media;
	const struct value *map; /* that has the key */
	bool is_loose;           /* of the key */
	const struct value *more; /* the first file above the limit, or NULL */
	size_t room;             /* allocated files */
	unsigned initials;       /* first letters of all file_keys */
};

/* The first member with one of the names that is a single value. */
static const struct value *
find_member(const struct value *map, str names)
{
	str name;

	while (str_word(&names, &name))
		for (const struct value *v = map->first; v; v = v->next)
			if (v->kind == VALUE_SCALAR && !value_is_null(v) &&
			    reading_is_key(v->key, name))
				return v;
	return NULL;
}

static void
fail(struct finder *f, const struct value *v, const char *what, str text,
    const char *expected)
{
	value_diag(f->reading->diags, DIAG_MEDIA_VALUE, f->reading->src,
	    v, "%s '%.*s' of a file, expected %s", what, STR_ARG(text),
	    expected);
}

/* Some write 12,345 or 12_345. */
static void
read_length(struct finder *f, struct media_file *file, const struct value *v,
    str text)
{
	uint64_t n = 0;

	text = str_trim(text);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (i && (c == ',' || c == '_'))
			continue;
		if (!char_is_digit(c) || n > UINT64_MAX / 100) {
			fail(f, v, "length", text, "a number of bytes");
			return;
		}
		n = n * 10 + (uint64_t)(c - '0');
	}
	file->bytes = n;
}

static void
read_type(struct finder *f, struct media_file *file, const struct value *v,
    str text)
{
	text = str_trim(text);
	if (media_type_is(text))
		file->type = arena_str(f->reading->arena, text);
	else if (text.len)
		fail(f, v, "type", text, "a media type such as audio/mpeg");
}

static bool
is_known(const struct media *m, str ref)
{
	for (size_t i = 0; i < m->n_files; i++)
		if (str_eq(m->files[i].ref, ref))
			return true;
	return false;
}

static bool
is_audio_or_video(str ref, str type)
{
	if (type.len == 0)
		type = media_type_of(ref);
	return str_istarts(type, S("audio/")) ||
	    str_istarts(type, S("video/"));
}

/* A length and a type may follow the address, on a line each: exporters of
 * WordPress write enclosures so. */
static void
add_file(struct finder *f, const struct value *v, struct media_file file,
    str text)
{
	struct media *m = f->media;
	struct reading *j = f->reading;
	str rest = str_trim(text), line, length = {0}, type = {0};
	bool flag;

	str_split(&rest, '\n', &line);
	line = str_trim(line);
	if (str_split(&rest, '\n', &length))
		str_split(&rest, '\n', &type);
	if (line.len == 0 || value_bool(v, &flag) || is_known(m, line) ||
	    (f->is_loose && !is_audio_or_video(line, file.type)))
		return;
	if (m->n_files == MOST_FILES) {
		f->more = f->more ? f->more : v;
		return;
	}
	if (file.bytes == 0)
		read_length(f, &file, v, length);
	if (file.type.len == 0)
		read_type(f, &file, v, type);
	m->files = arena_grow(j->scratch, m->files, m->n_files, &f->room,
	    sizeof *m->files);
	file.ref = arena_str(j->arena, line);
	if (v->src == NULL)
		file.at = v->at;
	m->files[m->n_files++] = file;
}

/* Reads length and type of a file from a map. */
static struct media_file
read_properties(struct finder *f, const struct value *map,
    const struct property_keys *keys)
{
	struct media_file file = {0};
	const struct value *length = find_member(map, str_of(keys->length));
	const struct value *type = find_member(map, str_of(keys->type));

	if (length)
		read_length(f, &file, length, length->text);
	if (type)
		read_type(f, &file, type, type->text);
	return file;
}

static void
add_value(struct finder *f, const struct value *v, int depth)
{
	str formats = str_of(format_keys), name;
	const struct value *url;

	if (depth == MOST_DEPTH)
		return;
	if (v->kind == VALUE_SCALAR)
		add_file(f, v, depth ? (struct media_file){0}
		    : read_properties(f, f->map, &keys_beside), v->text);
	if (v->kind == VALUE_LIST)
		for (const struct value *i = v->first; i; i = i->next)
			add_value(f, i, depth + 1);
	if (v->kind != VALUE_MAP)
		return;
	url = find_member(v, str_of(url_keys));
	if (url) {
		add_file(f, url, read_properties(f, v, &keys_inside),
		    url->text);
		return;
	}
	while (str_word(&formats, &name)) {
		const struct value *format = find_member(v, name);

		if (format)
			add_value(f, format, depth + 1);
	}
}

static size_t
find_key(str key)
{
	size_t i = 0;

	while (i < FILE_KEYS && !reading_is_key(key, str_of(file_keys[i].name)))
		i++;
	return i;
}

/* The first letters of the keys: find_key is slow. */
static unsigned
key_initials(void)
{
	unsigned all = 0;

	for (size_t i = 0; i < FILE_KEYS; i++)
		all |= value_initial((str){file_keys[i].name, 1});
	return all;
}

static void
find_files(struct finder *f, const struct value *map)
{
	for (const struct value *v = map->first; v; v = v->next) {
		size_t i = f->initials & value_initial(v->key)
		    ? find_key(v->key) : FILE_KEYS;

		if (v->kind == VALUE_MAP && reading_is_extra(v->key))
			find_files(f, v);
		else if (i < FILE_KEYS) {
			f->map = map;
			f->is_loose = file_keys[i].is_loose;
			add_value(f, v, 0);
		}
	}
}

void
read_media_files(struct reading *j, const struct value *map, struct media *m)
{
	struct finder f = {.reading = j, .media = m,
		.initials = key_initials()};
	struct media_file *files;

	find_files(&f, map);
	files = arena_array(j->arena, m->n_files, sizeof *files);
	for (size_t i = 0; i < m->n_files; i++)
		files[i] = m->files[i];
	m->files = files;
	if (f.more)
		value_diag(j->diags, DIAG_MEDIA_VALUE, j->src, f.more,
		    "more than %d files; this one and those after it are "
		    "left out", MOST_FILES);
}
