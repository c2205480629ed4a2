/* SPDX-License-Identifier: MIT
 * test_confine: which files a confined process can still write. */
#include "base/process/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

/* The exit status of a process whose kernel has no Landlock. */
enum { REFUSED = 77 };

static bool
can_write(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0666);

	if (fd >= 0)
		close(fd);
	else
		assert_int_equal(errno, EACCES);
	return fd >= 0;
}

/* In a process of its own: rights do not come back. */
static int
status_of(int (*child)(void))
{
	int status;
	pid_t pid = fork();

	if (pid == 0)
		_exit(child());
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int
write_around(void)
{
	static const char *const folders[] = {"in"};
	char name[] = "false", *const args[] = {name, NULL};

	if (!confine_to_folders(folders, 1, false))
		return REFUSED;
	if (!can_write("in/a") || rename("in/a", "in/b") != 0 ||
	    mkdir("in/folder", 0777) != 0 || !can_write("in/folder/a") ||
	    !can_write("/dev/null"))
		return 4;
	if (can_write("a") || can_write("out/a") || can_write("out/old") ||
	    unlink("out/old") == 0 || mkdir("out/folder", 0777) == 0 ||
	    rename("in/b", "out/b") == 0)
		return 2;
	/* If it were executed, the status would be 1. */
	execv("/bin/false", args);
	return errno == EACCES ? 0 : 3;
}

/* A folder that does not exist yet can be made. */
static int
write_new(void)
{
	static const char *const folders[] = {"out/new/deeper"};

	if (!confine_to_folders(folders, 1, false))
		return REFUSED;
	if (mkdir("out/new", 0777) != 0 || !can_write("out/new/a"))
		return 1;
	return can_write("a") || can_write("in/a") ? 2 : 0;
}

static void
test_folders(void **state)
{
	int status;

	(void)state;
	put_file("in/x", "");
	put_file("out/old", "old");
	status = status_of(write_around);
	if (status == REFUSED)
		skip();
	assert_int_equal(status, 0);
	assert_int_equal(status_of(write_new), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_folders, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
