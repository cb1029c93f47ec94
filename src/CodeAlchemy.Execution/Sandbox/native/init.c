/*
 * The first process inside: writes the files, sets the limits, starts the program, reaps, kills what is left and says
 * exactly how the program ended. It is not dumpable, so the program can neither trace it nor read its memory.
 */
#define _GNU_SOURCE
#include "wire.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_NO_PROGRAM = 127, OPEN_FILES = 1024 };

static int status_fd;

/* Started without a sandbox: not the first process of a namespace, so it must not kill "all" processes. */
static int plain;

static void read_config(struct fields *config)
{
    struct stat info;
    if (fstat(FD_CONFIG, &info) < 0)
        die("config");
    char *bytes = malloc((size_t)info.st_size + 1);
    if (!bytes || read_all(FD_CONFIG, bytes, (size_t)info.st_size) < 0 || fields_parse(bytes, (size_t)info.st_size, config) < 0)
        die("config");
    free(bytes);
    close(FD_CONFIG);
}

static void make_parents(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
}

/* Files come in pairs: 'f' names one relative to the working directory, 'x' holds its bytes. */
static void write_files(const struct fields *config)
{
    for (size_t i = 0; i + 1 < config->count; i++) {
        if (config->items[i].tag != 'f')
            continue;
        make_parents(config->items[i].data);
        int fd = open(config->items[i].data, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
        if (fd < 0 || write_all(fd, config->items[i + 1].data, config->items[i + 1].length) < 0)
            die(config->items[i].data);
        close(fd);
    }
}

static void limit(int resource, long long value)
{
    struct rlimit both = { (rlim_t)value, (rlim_t)value };
    if (value >= 0 && setrlimit(resource, &both) < 0)
        die("limit");
}

static void set_limits(const struct fields *config)
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, fields_number(config, "fsize", -1));
    limit(RLIMIT_STACK, fields_number(config, "stack", 8 << 20));
    limit(RLIMIT_CPU, fields_number(config, "cpu", -1));
    limit(RLIMIT_NPROC, fields_number(config, "nproc", -1));
    limit(RLIMIT_DATA, fields_number(config, "data", -1));
    limit(RLIMIT_MEMLOCK, 64 << 10);
    limit(RLIMIT_MSGQUEUE, 0);
}

/*
 * Gives the program its limit of open files, and the trace the number just above: the program's own descriptors get the numbers
 * they get untraced, and the trace takes none of them. Where the system's limit is no higher, it takes the last one.
 * Returns the trace's number; -1 without a trace.
 */
static int place_descriptors(const struct fields *config, int traced)
{
    long long most = fields_number(config, "nofile", OPEN_FILES);
    struct rlimit both;
    if (getrlimit(RLIMIT_NOFILE, &both) < 0)
        die("limit");
    if (both.rlim_max != RLIM_INFINITY && most > (long long)both.rlim_max)
        most = (long long)both.rlim_max;
    both.rlim_cur = both.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &both) < 0)
        die("limit");
    int number = -1;
    if (traced && (number = dup2(FD_TRACE, (int)most)) < 0 && (number = dup2(FD_TRACE, (int)most - 1)) < 0)
        die("trace descriptor");
    limit(RLIMIT_NOFILE, most);
    return number;
}

/* Closes all descriptors but the standard ones, the status and the trace. */
static void close_others(int trace_fd)
{
    int kept[] = { STDERR_FILENO, status_fd, trace_fd };
    size_t count = trace_fd < 0 ? 2 : 3;
    for (size_t i = 0; i < count; i++) {
        unsigned last = i + 1 < count ? (unsigned)kept[i + 1] - 1 : ~0U;
        if ((unsigned)kept[i] < last)
            syscall(SYS_close_range, (unsigned)kept[i] + 1, last, 0);
    }
}

/* The environment, and where a trace is wanted, its descriptor's number. */
static char **environment_of(const struct fields *config, int trace_fd)
{
    static char variable[64];
    char **environment = fields_strings(config, 'e');
    char **end = environment;
    snprintf(variable, sizeof variable, "CODEALCHEMY_TRACE_FD=%d", trace_fd);
    while (*end)
        end++;
    if (trace_fd >= 0)
        *end = variable; /* fields_strings left room for all fields, and at least the folder is none of these */
    return environment;
}

static void set_processors(long long count)
{
    cpu_set_t have, want;
    if (count <= 0 || sched_getaffinity(0, sizeof have, &have) < 0)
        return;
    CPU_ZERO(&want);
    for (int i = 0; i < CPU_SETSIZE && count > 0; i++)
        if (CPU_ISSET(i, &have)) {
            CPU_SET(i, &want);
            count--;
        }
    sched_setaffinity(0, sizeof want, &want);
}

static void execute(char **argv, char **environment)
{
    static const char *const places[] = { "/usr/local/bin", "/usr/bin", "/bin" };
    char path[4096];
    int error = ENOENT;
    if (strchr(argv[0], '/')) {
        execve(argv[0], argv, environment);
        error = errno;
    }
    for (size_t i = 0; !strchr(argv[0], '/') && i < sizeof places / sizeof *places; i++) {
        snprintf(path, sizeof path, "%s/%s", places[i], argv[0]);
        execve(path, argv, environment);
        if (errno != ENOENT && errno != ENOTDIR)
            error = errno;
    }
    errno = error;
}

static void start_program(const struct fields *config, int traced)
{
    sigset_t none;
    char **argv = fields_strings(config, 'a');
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int oom = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (oom >= 0) {
        (void)!write(oom, "1000", 4);
        close(oom);
    }
    set_limits(config);
    set_processors(fields_number(config, "processors", 0));
    if (!fields_number(config, "randomize", 1))
        personality(ADDR_NO_RANDOMIZE);
    dup2(FD_STDERR, STDERR_FILENO);
    int trace_fd = place_descriptors(config, traced);
    char **environment = environment_of(config, trace_fd);
    /* The status descriptor stays until the start has worked: it is closed on exec. */
    close_others(trace_fd);
    if (!plain && filter_install() < 0) {
        dprintf(status_fd, "codealchemy-launch: seccomp: %s\n", strerror(errno));
        _exit(125);
    }
    execute(argv, environment);
    dprintf(status_fd, "\1start %d\n", errno);
    _exit(EXIT_NO_PROGRAM);
}

static long long microseconds(struct timeval t)
{
    return t.tv_sec * 1000000LL + t.tv_usec;
}

static void report(int status)
{
    struct rusage used;
    struct statfs disk = { 0 };
    getrusage(RUSAGE_CHILDREN, &used);
    statfs("/tmp", &disk);
    dprintf(status_fd, "\1end %d %lld %ld %lld %lld\n", status, microseconds(used.ru_utime) + microseconds(used.ru_stime),
        used.ru_maxrss, (long long)disk.f_bfree, (long long)disk.f_ffree);
}

/* Processor time of one process and of the children it has waited for, in clock ticks. */
static long long ticks_of(const char *pid)
{
    char path[64], text[1024];
    unsigned long long user = 0, system = 0, user_children = 0, system_children = 0;
    snprintf(path, sizeof path, "/proc/%s/stat", pid);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    if (fd >= 0)
        close(fd);
    if (n <= 0)
        return 0;
    text[n] = 0;
    char *rest = strrchr(text, ')'); /* the name before it may hold anything */
    if (!rest || sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %llu %llu",
                     &user, &system, &user_children, &system_children) != 4)
        return 0;
    return (long long)(user + system + user_children + system_children);
}

/* Processor time of all processes so far in microseconds: those that live, and those that init has reaped. */
static long long used_by_all(void)
{
    struct rusage reaped;
    long long ticks = 0;
    getrusage(RUSAGE_CHILDREN, &reaped);
    DIR *folder = opendir("/proc");
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9' && strcmp(entry->d_name, "1"))
            ticks += ticks_of(entry->d_name);
    if (folder)
        closedir(folder);
    return ticks * (1000000 / sysconf(_SC_CLK_TCK)) + microseconds(reaped.ru_utime) + microseconds(reaped.ru_stime);
}

/* Reaps until the program has ended. With a budget, looks at the processor time every now and then. */
static int wait_for(pid_t program, long long budget)
{
    sigset_t child;
    struct timespec interval = { 0, 50 * 1000000 };
    int status;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    for (;;) {
        pid_t pid = waitpid(-1, &status, budget > 0 ? WNOHANG : 0);
        if (pid == program)
            return status;
        if (pid < 0 && errno != EINTR)
            die("wait");
        if (pid != 0)
            continue;
        if (used_by_all() > budget) {
            dprintf(status_fd, "\1cpu\n");
            if (!plain)
                kill(-1, SIGKILL);
            budget = 0;
        } else {
            sigtimedwait(&child, NULL, &interval);
        }
    }
}

int init_main(int argc, char **argv)
{
    plain = argc > 0 && !strcmp(argv[0], "plain");
    struct fields config;
    int traced = fcntl(FD_TRACE, F_GETFD) >= 0;
    if (!plain)
        prctl(PR_SET_DUMPABLE, 0);
    status_fd = fcntl(FD_STATUS, F_DUPFD_CLOEXEC, 100);
    read_config(&config);
    const struct field *folder = fields_find(&config, 'w');
    if (!folder || chdir(folder->data) < 0)
        die("working directory");
    umask(022);
    write_files(&config);
    /* Blocked before the fork, so that no end is missed between a look and the wait. */
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, NULL);
    /* The child borrows our memory until it is the program, which starts sooner than with a copy. */
    pid_t program = vfork();
    if (program < 0)
        die("fork");
    if (program == 0)
        start_program(&config, traced);
    close(FD_STDIN);
    close(FD_STDOUT);
    close(FD_STDERR);
    if (traced)
        close(FD_TRACE);
    int status = wait_for(program, plain ? 0 : fields_number(&config, "budget", 0));
    if (!plain) {
        kill(-1, SIGKILL);
        while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
            ;
    }
    report(status);
    return 0;
}
