/* SPDX-License-Identifier: MIT
 * library: shared libraries that only some runs need, loaded by the first
 * that does. A run that finds nothing to do takes as long as it takes to
 * start, and what these need in turn would be two thirds of that. */
#ifndef FEEDMILL_BASE_CORE_LIBRARY_H
#define FEEDMILL_BASE_CORE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A function, and where in a struct its pointer is to stand. */
struct library_function {
	const char *name;
	size_t offset;
};

/* Puts functions into the struct at `to`, from the first of the files (the
 * last one is NULL) that the system's loader finds; that a library is loaded
 * already costs nothing. False: there is none, or it lacks a function. From
 * any thread. */
bool library_find(const char *const *files,
    const struct library_function *functions, size_t n, void *to);

/* The same for a library that feedmill cannot do without: where it is not
 * there, it says so and ends the program. */
void library_need(const char *const *files,
    const struct library_function *functions, size_t n, void *to);

#endif
