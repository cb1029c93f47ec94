/*
 * The server of one slot. It sits in the slot's cgroups from its start, so that a launch moves no process between
 * cgroups (a move costs a grace period of the kernel), and in a mount namespace of its own, so that whatever it mounts is
 * gone when it is. Everything it starts is its descendant; when the host dies the socket closes and all is killed.
 *
 * serve <socket fd> <uid, or keep, or plain> <folder of the slot> <part>…
 *
 * A part is a letter and a text: G a cgroup.procs file to join; B a source and a target (a newline between) of what is
 * shown in every run; L the name and target of a link, F the name and content of a file shown in every run.
 *
 * A plain server isolates nothing and needs no right: its stage is an ordinary folder, emptied after each run.
 */
#define _GNU_SOURCE
#include "mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_FDS = 5, HEADER = 5 };

static int host;             /* the socket */
static int children;         /* signalfd for SIGCHLD */
static struct slot slot;

static void put_text(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0 || write(fd, text, strlen(text)) < 0)
        die(path);
    close(fd);
}

/* To be spared when memory runs out takes a capability that a root in a container may lack; without it the kernel chooses. */
static void set_oom_score(const char *score)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)!write(fd, score, strlen(score));
    close(fd);
}

static void reset_signals(void)
{
    sigset_t none;
    for (int s = 1; s < NSIG; s++)
        if (s != SIGKILL && s != SIGSTOP)
            signal(s, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* As a plain user, a user namespace gives the right to mount a tmpfs with limits of its own. */
static void become_mounter(void)
{
    uid_t uid = geteuid();
    gid_t gid = getegid();
    char map[64];
    if (slot.rooted) {
        if (unshare(CLONE_NEWNS) < 0)
            die("mount namespace");
    } else {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) < 0)
            die("user namespace");
        put_text("/proc/self/setgroups", "deny");
        snprintf(map, sizeof map, "0 %u 1", uid);
        put_text("/proc/self/uid_map", map);
        snprintf(map, sizeof map, "0 %u 1", gid);
        put_text("/proc/self/gid_map", map);
    }
    if (mount("none", "/", NULL, MS_REC | MS_SLAVE, NULL) < 0)
        die("private mounts");
}

static int config_memfd(const struct fields *request)
{
    const struct field *config = fields_find(request, 'I');
    int fd = config ? memfd_create("config", MFD_CLOEXEC) : -1;
    if (fd >= 0 && (write_all(fd, config->data, config->length) < 0 || lseek(fd, 0, SEEK_SET) < 0)) {
        close(fd);
        return -1;
    }
    return fd;
}

static void drop_user(void)
{
    if (!slot.rooted && !slot.plain)
        return;
    set_oom_score("0");
    if (slot.plain)
        return;
    if (setgroups(0, NULL) < 0 || setresgid(slot.user, slot.user, slot.user) < 0 || setresuid(slot.user, slot.user, slot.user) < 0)
        die("drop to the slot's user");
}

static void place_fds(int *fds, int count, int config)
{
    int wanted[] = { FD_STDIN, FD_STDOUT, FD_STDERR, FD_STATUS, FD_TRACE, FD_CONFIG };
    int have[6];
    for (int i = 0; i < 6; i++) {
        int fd = i == 5 ? config : i < count ? fds[i] : -1;
        have[i] = fd < 0 ? -1 : fcntl(fd, F_DUPFD, 64);
    }
    for (int i = 0; i < 6; i++)
        if (have[i] >= 0 && dup2(have[i], wanted[i]) < 0)
            die("descriptors");
    unsigned first_unused = count < MAX_FDS ? FD_TRACE : FD_TRACE + 1;
    if (syscall(SYS_close_range, first_unused, ~0U, 0) < 0)
        die("close descriptors");
}

static void start_bwrap(char **argv, int *fds, int count, int config)
{
    char *environment[] = { NULL };
    reset_signals();
    place_fds(fds, count, config);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0)
        die("death signal");
    drop_user();
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0)
        die("death signal");
    umask(022);
    if (chdir("/") < 0)
        die("/");
    execve(argv[0], argv, environment);
    die(argv[0]);
}

/* The child borrows our memory until it is bwrap: a copy of it would cost more than all else that we do for a run. */
static pid_t spawn_bwrap(const struct fields *request, int *fds, int count)
{
    char **argv = fields_strings(request, 'B');
    int config = config_memfd(request);
    pid_t pid = config < 0 ? -1 : vfork();
    if (pid == 0)
        start_bwrap(argv, fds, count, config);
    if (pid < 0)
        dprintf(STDERR_FILENO, "codealchemy-launch: start: %s\n", strerror(errno));
    close(config);
    free(argv);
    return pid;
}

/* Orphans become our children (we are their subreaper), so this reaches whatever is left, level by level. */
static void kill_children(void)
{
    char path[64], text[4096];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    if (n <= 0)
        return;
    text[n] = 0;
    for (char *save, *word = strtok_r(text, " ", &save); word; word = strtok_r(NULL, " ", &save))
        kill(atoi(word), SIGKILL);
}

/* Reaps what has ended; returns whether nothing is left. */
static int reap(pid_t first, int *status)
{
    for (;;) {
        int s;
        pid_t pid = waitpid(-1, &s, WNOHANG);
        if (pid == first)
            *status = s;
        if (pid == 0)
            return 0;
        if (pid < 0 && errno == ECHILD)
            return 1;
    }
}

/* A message from the host while something runs: kill. Its end means the host is gone: kill too. Returns whether it is. */
static int host_gone(void)
{
    char header[HEADER];
    return read_all(host, header, sizeof header) < 0;
}

static int supervise(pid_t first, int *gone)
{
    int status = 0, killing = 0;
    while (!reap(first, &status)) {
        /* The first one has ended and been reaped: what is left has outlived it. */
        if (!killing && kill(first, 0) < 0)
            killing = 1;
        if (killing)
            kill_children();
        struct pollfd watch[] = { { .fd = children, .events = POLLIN }, { .fd = *gone ? -1 : host, .events = POLLIN } };
        poll(watch, 2, killing ? 5 : -1);
        if (watch[0].revents) {
            struct signalfd_siginfo info;
            (void)!read(children, &info, sizeof info);
        }
        if (watch[1].revents) {
            *gone = host_gone();
            killing = 1;
        }
    }
    return status;
}

static void reply(int status, int left_out)
{
    int32_t message[] = { status, left_out };
    (void)!send(host, message, sizeof message, MSG_NOSIGNAL);
}

/* What the command left in its output folder; and of its working directory, the files that match. */
static int collect(const struct fields *request)
{
    char from[4096];
    const struct field *out = fields_find(request, 'O'), *matching = fields_find(request, 'D');
    struct allowance disk = { fields_number(request, "disk", 0), fields_number(request, "inodes", 0) };
    struct allowance asked = { fields_number(request, "collect-bytes", 0), fields_number(request, "collect-files", 0) };
    int left_out = 0;
    snprintf(from, sizeof from, "%s/out", slot.stage);
    if (out && *out->data)
        left_out += collect_folder(from, out->data, NULL, disk);
    snprintf(from, sizeof from, "%s/work", slot.stage);
    if (matching) {
        char **patterns = fields_strings(request, 'C');
        left_out += collect_folder(from, matching->data, patterns, asked);
        free(patterns);
    }
    return left_out;
}

/* Runs one request. Returns whether the host is gone. */
static int run(const struct fields *request, int *fds, int count)
{
    int gone = 0, status = 125 << 8, left_out = 0;
    pid_t pid = -1;
    int saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 64);
    dup2(fds[3], STDERR_FILENO);
    if (mounts_prepare(&slot) < 0)
        dprintf(STDERR_FILENO, "codealchemy-launch: private file system: %s\n", strerror(errno));
    else if (mounts_complete(&slot, request) == 0)
        pid = spawn_bwrap(request, fds, count);
    dup2(saved, STDERR_FILENO);
    close(saved);
    for (int i = 0; i < count; i++)
        close(fds[i]);
    if (pid > 0) {
        status = supervise(pid, &gone);
        left_out = collect(request);
    }
    if (slot.plain) {
        mounts_clear(&slot);
        reply(status, left_out);
        return gone;
    }
    /* The next run's folders are made between runs; where that fails, the next request tries again and says so. */
    reply(status, left_out);
    mounts_clear(&slot);
    (void)mounts_prepare(&slot);
    return gone;
}

static int receive_header(unsigned char *header, int *fds, int *count)
{
    char control[CMSG_SPACE(sizeof(int) * MAX_FDS)];
    struct iovec part = { header, HEADER };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control };
    ssize_t n;
    do
        n = recvmsg(host, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
    while (n < 0 && errno == EINTR);
    *count = 0;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c))
        if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS) {
            *count = (int)((c->cmsg_len - CMSG_LEN(0)) / sizeof(int));
            memcpy(fds, CMSG_DATA(c), sizeof(int) * (size_t)*count);
        }
    return n == HEADER ? 0 : -1;
}

static int next_request(void)
{
    unsigned char header[HEADER];
    int fds[MAX_FDS], count;
    if (receive_header(header, fds, &count) < 0)
        return -1;
    if (header[0] != 'R')
        return 0; /* a kill that came too late */
    uint32_t length = header[1] | (uint32_t)header[2] << 8 | (uint32_t)header[3] << 16 | (uint32_t)header[4] << 24;
    char *bytes = malloc((size_t)length + 1);
    struct fields request;
    if (!bytes || count < 4 || read_all(host, bytes, length) < 0 || fields_parse(bytes, length, &request) < 0)
        return -1;
    free(bytes);
    int gone = run(&request, fds, count);
    fields_free(&request);
    return gone ? -1 : 0;
}

int serve_main(int argc, char **argv)
{
    sigset_t chld;
    if (argc < 3)
        return 2;
    host = atoi(argv[0]);
    slot.plain = !strcmp(argv[1], "plain");
    slot.rooted = geteuid() == 0 && atoi(argv[1]) > 0;
    slot.user = slot.rooted ? (uid_t)atoi(argv[1]) : geteuid();
    snprintf(slot.stage, sizeof slot.stage, "%s", argv[2]);
    reset_signals();
    sigemptyset(&chld);
    sigaddset(&chld, SIGCHLD);
    sigprocmask(SIG_BLOCK, &chld, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    children = signalfd(-1, &chld, SFD_CLOEXEC | SFD_NONBLOCK);
    fcntl(host, F_SETFD, FD_CLOEXEC);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    for (int i = 3; i < argc; i++)
        if (*argv[i] == 'G')
            put_text(argv[i] + 1, "0");
    if (geteuid() == 0)
        set_oom_score("-1000");
    umask(0022);
    if (!slot.plain) {
        become_mounter();
        mounts_open(&slot, argv[2], argv + 3, argc - 3);
        umount2("/sys", MNT_DETACH); /* each mount costs every run a copy; where it can't be taken away, it does no harm */
    }
    prctl(PR_SET_DUMPABLE, 0); /* not before: it takes away the right to write one's own maps */
    umask(0);
    reply(0, 0);
    while (next_request() == 0)
        ;
    return 0;
}
