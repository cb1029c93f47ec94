/*
 * System calls the program may not make. What is refused looks like a kernel without it (ENOSYS) or like missing rights
 * (EPERM), so that programs with a fallback take it. A call of another architecture (32-bit, x32) ends the program.
 */
#define _GNU_SOURCE
#include "wire.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE AUDIT_ARCH_AARCH64
#else
#error "no system call list for this architecture"
#endif

#define LOAD(what) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (what))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, (action))
#define NUMBER offsetof(struct seccomp_data, nr)
#define ARCH offsetof(struct seccomp_data, arch)
#define LOW_WORD(n) offsetof(struct seccomp_data, args[n])
#define REFUSE(number, error) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), RETURN(SECCOMP_RET_ERRNO | (error))
/* Returns when the loaded word has one of these bits. */
#define REFUSE_BITS(bits, error) \
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 0, 1), RETURN(SECCOMP_RET_ERRNO | (error))

#define NAMESPACES (CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP)

enum { TIOCLINUX_NUMBER = 0x541C, KIND_MASK = 0xF, KIND_RAW = 3, KIND_PACKET = 10, X32_BIT = 0x40000000 };

static const struct sock_filter program[] = {
    LOAD(ARCH),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(NUMBER),
#ifdef __x86_64__
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 1),
    RETURN(SECCOMP_RET_KILL_PROCESS),
#endif
    /* Large or young kernel surfaces. */
    REFUSE(SYS_io_uring_setup, ENOSYS),
    REFUSE(SYS_io_uring_enter, ENOSYS),
    REFUSE(SYS_io_uring_register, ENOSYS),
    REFUSE(SYS_bpf, EPERM),
    REFUSE(SYS_perf_event_open, EPERM),
    REFUSE(SYS_userfaultfd, EPERM),
    REFUSE(SYS_fanotify_init, EPERM),
    REFUSE(SYS_open_by_handle_at, EPERM),
    REFUSE(SYS_name_to_handle_at, EPERM),
    REFUSE(SYS_kcmp, EPERM),
    REFUSE(SYS_lookup_dcookie, EPERM),
    REFUSE(SYS_vmsplice, EPERM),
    REFUSE(SYS_quotactl, EPERM),
    /* Keys outlive the program and are shared by user. */
    REFUSE(SYS_keyctl, EPERM),
    REFUSE(SYS_add_key, EPERM),
    REFUSE(SYS_request_key, EPERM),
    /* Mounts and namespaces. */
    REFUSE(SYS_mount, EPERM),
    REFUSE(SYS_umount2, EPERM),
    REFUSE(SYS_pivot_root, EPERM),
    REFUSE(SYS_chroot, EPERM),
    REFUSE(SYS_open_tree, EPERM),
    REFUSE(SYS_move_mount, EPERM),
    REFUSE(SYS_fsopen, EPERM),
    REFUSE(SYS_fsconfig, EPERM),
    REFUSE(SYS_fsmount, EPERM),
    REFUSE(SYS_fspick, EPERM),
    REFUSE(SYS_mount_setattr, EPERM),
    REFUSE(SYS_setns, EPERM),
    REFUSE(SYS_unshare, EPERM),
    /* The machine. */
    REFUSE(SYS_kexec_load, EPERM),
    REFUSE(SYS_kexec_file_load, EPERM),
    REFUSE(SYS_init_module, EPERM),
    REFUSE(SYS_finit_module, EPERM),
    REFUSE(SYS_delete_module, EPERM),
    REFUSE(SYS_reboot, EPERM),
    REFUSE(SYS_swapon, EPERM),
    REFUSE(SYS_swapoff, EPERM),
    REFUSE(SYS_acct, EPERM),
    REFUSE(SYS_syslog, EPERM),
    REFUSE(SYS_settimeofday, EPERM),
    REFUSE(SYS_clock_settime, EPERM),
    REFUSE(SYS_adjtimex, EPERM),
    REFUSE(SYS_clock_adjtime, EPERM),
    REFUSE(SYS_vhangup, EPERM),
    REFUSE(SYS_nfsservctl, ENOSYS),
#ifdef __x86_64__
    REFUSE(SYS_iopl, EPERM),
    REFUSE(SYS_ioperm, EPERM),
    REFUSE(SYS_modify_ldt, EPERM),
    REFUSE(SYS_uselib, ENOSYS),
    REFUSE(SYS_ustat, ENOSYS),
#endif
    /* Its flags lie in memory, out of a filter's sight; callers fall back to clone. */
    REFUSE(SYS_clone3, ENOSYS),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4),
    LOAD(LOW_WORD(0)),
    REFUSE_BITS(NAMESPACES, EPERM),
    RETURN(SECCOMP_RET_ALLOW),
    /* Typing into the terminal. The kernel looks at 32 bits of the request, and so do we. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 6),
    LOAD(LOW_WORD(1)),
    REFUSE(TIOCSTI, EPERM),
    REFUSE(TIOCLINUX_NUMBER, EPERM),
    RETURN(SECCOMP_RET_ALLOW),
    /* Only local and internet sockets, and none that sees raw packets. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socketpair, 1, 0),
    RETURN(SECCOMP_RET_ALLOW),
    LOAD(LOW_WORD(0)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 3, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_INET, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_INET6, 1, 0),
    RETURN(SECCOMP_RET_ERRNO | EAFNOSUPPORT),
    LOAD(LOW_WORD(1)),
    BPF_STMT(BPF_ALU | BPF_AND | BPF_K, KIND_MASK),
    REFUSE(KIND_RAW, EPERM),
    REFUSE(KIND_PACKET, EPERM),
    RETURN(SECCOMP_RET_ALLOW),
};

int filter_install(void)
{
    struct sock_fprog list = { sizeof program / sizeof *program, (struct sock_filter *)program };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &list);
}
