/* SPDX-License-Identifier: MIT
 * vocabulary: the elements of one namespace: where each may be, how often, and
 * what it holds. */
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/vocabularies.h"

const struct vocabulary *
vocabulary_nth(size_t i)
{
	static const struct vocabulary *const all[] = {
#define VOCABULARY(name) &vocabulary_##name,
		VOCABULARIES
#undef VOCABULARY
	};

	return i < sizeof all / sizeof all[0] ? all[i] : NULL;
}

/* Without the "/" or "#" at the end, which people forget or add. */
static str
stem(str uri)
{
	while (uri.len && !char_is_alnum(uri.ptr[uri.len - 1]))
		uri.len--;
	return uri;
}

static bool
is_near_to(str uri, const char *known)
{
	return known && known[0] && str_ieq(stem(uri), stem(str_of(known)));
}

const struct vocabulary *
vocabulary_find(str uri, bool *is_near)
{
	const struct vocabulary *v, *near = NULL;

	for (size_t i = 0; (v = vocabulary_nth(i)) != NULL; i++) {
		if (v->uri[0] && (str_eq(uri, str_of(v->uri)) ||
		    (v->other && str_eq(uri, str_of(v->other))))) {
			*is_near = false;
			return v;
		}
		if (near == NULL && (is_near_to(uri, v->uri) ||
		    is_near_to(uri, v->other)))
			near = v;
	}
	*is_near = near != NULL;
	return near;
}

const struct vocabulary *
vocabulary_of_prefix(str prefix)
{
	const struct vocabulary *v;

	for (size_t i = 0; (v = vocabulary_nth(i)) != NULL; i++)
		if (v->prefix[0] && str_eq(prefix, str_of(v->prefix)))
			return v;
	return NULL;
}

const struct element *
vocabulary_named(const struct vocabulary *v, str name)
{
	size_t low = 0, high = v->count;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (str_cmp(str_of(v->elements[mid].name), name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < v->count &&
	    str_eq(str_of(v->elements[low].name), name)
	    ? &v->elements[low] : NULL;
}

const struct element *
vocabulary_element(const struct vocabulary *v, str name, enum place place)
{
	size_t dot = str_chr(name, '.');
	const struct element *e = vocabulary_named(
	    v, dot == STR_NONE ? name : str_sub(name, 0, dot));
	const struct element *end = v->elements + v->count;

	for (; e && e < end && str_eq(str_of(e->name), str_sub(name, 0, dot));
	    e++)
		if (e->in & (UINT64_C(1) << place))
			return e;
	return NULL;
}
