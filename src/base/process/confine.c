/* SPDX-License-Identifier: MIT
 * confine: takes rights away from this process, for good. */
#include "base/process/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/core/file.h"

/* ---- Landlock ---- */

/* All rights but to read, by the version of Landlock that knows them. Each
 * version adds the bits above those of the one before. */
static uint64_t
rights_to_deny(long version)
{
	uint64_t known = version < 2 ? (1u << 13) - 1
	    : version < 3 ? (1u << 14) - 1 : (1u << 15) - 1;

	return known & ~(uint64_t)(LANDLOCK_ACCESS_FS_READ_FILE |
	    LANDLOCK_ACCESS_FS_READ_DIR);
}

/* Begins a ruleset, which denies all that it handles where no rule allows it.
 * On entry *denied holds rights that stay allowed; on return, those that are
 * denied. Reading stays allowed: the caller checks where posts, pages and the
 * targets of their links lie. Returns a descriptor, or -1. */
static int
begin_rules(uint64_t *denied)
{
	struct landlock_ruleset_attr attr = {0};
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);

	if (version < 1)
		return -1;
	attr.handled_access_fs = *denied = rights_to_deny(version) & ~*denied;
	return (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
}

/* Opens a path, or the first folder above it that exists. */
static int
open_nearest(const char *path)
{
	struct arena a = {0};
	int fd = open(path, O_PATH | O_CLOEXEC);

	while (fd < 0 && errno == ENOENT && strcmp(path, ".") != 0) {
		str folder = path_dir(str_of(path));

		path = folder.len ? arena_cstr(&a, folder)
		    : path[0] == '/' ? "/" : ".";
		fd = open(path, O_PATH | O_CLOEXEC);
	}
	arena_free(&a);
	return fd;
}

/* Adds a rule that allows these rights at a path and below it. */
static bool
allow_at(int rules, const char *path, uint64_t rights)
{
	struct landlock_path_beneath_attr attr = {.allowed_access = rights,
		.parent_fd = open_nearest(path)};
	bool ok;

	if (attr.parent_fd < 0)
		return false;
	ok = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
	    &attr, 0) == 0;
	close(attr.parent_fd);
	return ok;
}

/* Enters the ruleset and closes it. */
static bool
enter_rules(int rules)
{
	bool ok = syscall(SYS_landlock_restrict_self, rules, 0) == 0;

	close(rules);
	return ok;
}

static bool
enter_landlock(void)
{
	uint64_t denied = 0;
	int rules = begin_rules(&denied);

	return rules >= 0 && enter_rules(rules);
}

bool
confine_to_folders(const char *const *folders, size_t n, bool may_run)
{
	uint64_t denied = may_run ? LANDLOCK_ACCESS_FS_EXECUTE : 0;
	int rules = begin_rules(&denied);
	bool ok = rules >= 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    allow_at(rules, "/dev/null", LANDLOCK_ACCESS_FS_WRITE_FILE);

	for (size_t i = 0; ok && i < n; i++)
		ok = allow_at(rules, folders[i],
		    denied & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE);
	if (ok)
		return enter_rules(rules);
	if (rules >= 0)
		close(rules);
	return false;
}

/* ---- seccomp ---- */

#if defined __x86_64__
#define OWN_ARCH AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define OWN_ARCH AUDIT_ARCH_AARCH64
#elif defined __riscv && __riscv_xlen == 64
#define OWN_ARCH AUDIT_ARCH_RISCV64
#endif

/* What reading, computing and dying need. The first are the most frequent. */
static const int allowed[] = {
	SYS_read, SYS_pread64, SYS_setitimer, SYS_fstat, SYS_close, SYS_statx,
	SYS_newfstatat, SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect,
	SYS_madvise, SYS_brk, SYS_lseek, SYS_getdents64, SYS_readlinkat,
	SYS_readv, SYS_faccessat, SYS_getcwd, SYS_fcntl, SYS_futex,
	SYS_clock_gettime, SYS_gettimeofday, SYS_getrandom, SYS_getpid,
	SYS_gettid, SYS_rt_sigreturn, SYS_rt_sigaction,
	SYS_rt_sigprocmask, SYS_exit, SYS_exit_group, SYS_sched_yield,
	SYS_sched_getaffinity, SYS_getrusage, SYS_uname, SYS_sysinfo,
	SYS_sigaltstack, SYS_restart_syscall,
#ifdef SYS_stat /* of older architectures */
	SYS_stat, SYS_lstat, SYS_access, SYS_readlink,
#endif
#ifdef SYS_faccessat2
	SYS_faccessat2,
#endif
};

/* No library asks for these when it reads: end the process at once. */
static const int deadly[] = {
	SYS_execve, SYS_execveat, SYS_socket, SYS_connect, SYS_ptrace,
	SYS_process_vm_writev, SYS_bpf, SYS_setns, SYS_unshare,
};

/* Writes to a file in any way that open has. */
enum { WRITES = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND };

enum { MOST_STEPS = 160 };

struct program {
	struct sock_filter steps[MOST_STEPS];
	unsigned short n;
};

static void
add_step(struct program *p, unsigned short code, uint32_t k, uint8_t yes,
    uint8_t no)
{
	p->steps[p->n++] = (struct sock_filter){code, yes, no, k};
}

static void
load_word(struct program *p, size_t offset)
{
	add_step(p, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void
end_with(struct program *p, uint32_t verdict)
{
	add_step(p, BPF_RET | BPF_K, verdict, 0, 0);
}

/* The verdict where the word that was loaded is `value`. */
static void
end_if(struct program *p, uint32_t value, uint32_t verdict)
{
	add_step(p, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
	end_with(p, verdict);
}

/* The low half of an argument; descriptors and flags have no high one. */
static size_t
argument(size_t i)
{
	return offsetof(struct seccomp_data, args) + i * sizeof(uint64_t) +
	    (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? sizeof(uint32_t) : 0);
}

/* Allows a call if the test of its argument against `value` has that outcome. */
static void
allow_if(struct program *p, int call, size_t arg, unsigned short test,
    uint32_t value, bool outcome)
{
	add_step(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
	load_word(p, argument(arg));
	add_step(p, BPF_JMP | test | BPF_K, value, outcome, !outcome);
	end_with(p, SECCOMP_RET_ERRNO | EACCES);
	end_with(p, SECCOMP_RET_ALLOW);
}

#ifdef OWN_ARCH
/* Ends a process that calls as another architecture; then the number of the
 * call can be tested. */
static void
begin_filter(struct program *p)
{
	load_word(p, offsetof(struct seccomp_data, arch));
	add_step(p, BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCH, 1, 0);
	end_with(p, SECCOMP_RET_KILL_PROCESS);
	load_word(p, offsetof(struct seccomp_data, nr));
}

/* Lets no file be opened to write. */
static void
deny_writing(struct program *p)
{
	allow_if(p, SYS_openat, 2, BPF_JSET, WRITES, false);
#ifdef SYS_open
	allow_if(p, SYS_open, 1, BPF_JSET, WRITES, false);
#endif
}

static bool
install_filter(struct program *p)
{
	struct sock_fprog loaded = {p->n, p->steps};

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &loaded) == 0;
}
#endif

static bool
enter_seccomp(int out)
{
#ifdef OWN_ARCH
	struct program p = {.n = 0};

	begin_filter(&p);
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		end_if(&p, (uint32_t)allowed[i], SECCOMP_RET_ALLOW);
	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		end_if(&p, (uint32_t)deadly[i], SECCOMP_RET_KILL_PROCESS);
	allow_if(&p, SYS_write, 0, BPF_JGT, (uint32_t)out, false);
	allow_if(&p, SYS_writev, 0, BPF_JGT, (uint32_t)out, false);
	deny_writing(&p);
	/* Signals and limits only for itself: abort() needs the first. */
	allow_if(&p, SYS_tgkill, 0, BPF_JEQ, (uint32_t)getpid(), true);
	allow_if(&p, SYS_prlimit64, 0, BPF_JEQ, 0, true);
	end_with(&p, SECCOMP_RET_ERRNO | EPERM);
	return install_filter(&p);
#else
	(void)out;
	return false;
#endif
}

/* Calls that change files or other processes, or reach the network. */
static const int harmful[] = {
	SYS_socket, SYS_connect, SYS_bind, SYS_ptrace, SYS_process_vm_readv,
	SYS_process_vm_writev, SYS_bpf, SYS_setns, SYS_unshare, SYS_mount,
	SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_perf_event_open,
	SYS_keyctl, SYS_add_key, SYS_request_key, SYS_kill, SYS_tkill,
	SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo,
	SYS_truncate, SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat,
	SYS_utimensat, SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr,
	SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr, SYS_linkat,
	SYS_symlinkat, SYS_unlinkat, SYS_mkdirat, SYS_mknodat, SYS_renameat2,
#ifdef SYS_chmod /* only older architectures have these calls */
	SYS_chmod, SYS_chown, SYS_lchown, SYS_link, SYS_symlink, SYS_unlink,
	SYS_mkdir, SYS_rmdir, SYS_mknod, SYS_rename, SYS_creat, SYS_utime,
	SYS_utimes, SYS_futimesat,
#endif
#ifdef SYS_renameat
	SYS_renameat,
#endif
#ifdef SYS_pidfd_getfd
	SYS_pidfd_getfd,
#endif
#ifdef SYS_fchmodat2
	SYS_fchmodat2,
#endif
#ifdef SYS_io_uring_setup
	SYS_io_uring_setup,
#endif
#ifdef SYS_pidfd_send_signal
	SYS_pidfd_send_signal,
#endif
};

/* Denies the harmful calls. Landlock decides which files may be opened to
 * write; without Landlock, none may. */
static void
deny_harm(bool has_landlock)
{
#ifdef OWN_ARCH
	struct program p = {.n = 0};

	begin_filter(&p);
	for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++)
		end_if(&p, (uint32_t)harmful[i], SECCOMP_RET_ERRNO | EPERM);
#ifdef SYS_openat2 /* seccomp cannot read its flags; programs use openat then */
	end_if(&p, SYS_openat2, SECCOMP_RET_ERRNO | ENOSYS);
#endif
	if (!has_landlock)
		deny_writing(&p);
	end_with(&p, SECCOMP_RET_ALLOW);
	install_filter(&p);
#else
	(void)has_landlock;
#endif
}

void
confine_to_converting(void)
{
	uint64_t denied = LANDLOCK_ACCESS_FS_EXECUTE;
	int rules = begin_rules(&denied);
	bool has_landlock;

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (rules >= 0)
		allow_at(rules, "/dev/null", LANDLOCK_ACCESS_FS_WRITE_FILE);
	has_landlock = rules >= 0 && enter_rules(rules);
	deny_harm(has_landlock);
}

unsigned
confine_to_reading(int out)
{
	unsigned walls = 0;

	/* Without it neither wall is open to a user who is not root. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return 0;
	if (enter_landlock())
		walls |= CONFINE_LANDLOCK;
	if (enter_seccomp(out))
		walls |= CONFINE_SECCOMP;
	return walls;
}

/* ---- memory ---- */

/* Bytes of private memory that this process could write to, as RLIMIT_DATA
 * counts them: the sixth number of statm, in pages. */
static size_t
data_in_use(void)
{
	FILE *f = fopen("/proc/self/statm", "re");
	unsigned long pages = 0;

	if (f == NULL)
		return 0;
	if (fscanf(f, "%*u %*u %*u %*u %*u %lu", &pages) != 1)
		pages = 0;
	fclose(f);
	return (size_t)pages * (size_t)sysconf(_SC_PAGESIZE);
}

void
confine_memory(size_t memory)
{
	struct rlimit none = {0, 0}, data;

	setrlimit(RLIMIT_CORE, &none);
	if (memory == 0)
		return;
	data.rlim_cur = data.rlim_max = data_in_use() + memory;
	setrlimit(RLIMIT_DATA, &data);
}
