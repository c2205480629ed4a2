/* SPDX-License-Identifier: MIT
 * units: all unit tests as one program, since to link the library a hundred
 * times takes longer than to compile it. The name that it is called by says
 * whose main it is; the Makefile has given each main the name of its file. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
	const char *slash = argc ? strrchr(argv[0], '/') : NULL;
	char name[256];
	int (*run)(void);

	snprintf(name, sizeof name, "main_%s", slash ? slash + 1 : "");
	/* POSIX has it so; C does not convert the two. */
	*(void **)&run = dlsym(RTLD_DEFAULT, name);
	if (run == NULL) {
		fprintf(stderr, "units: there is no %s here\n", name);
		return 2;
	}
	return run();
}
