/*
 * The root of a run. A mount made by bwrap costs ten times as much as one made here, since bwrap reads the list of all
 * mounts after each, so everything but /proc is mounted here and bwrap binds it as a whole. Three places below the slot's
 * folder: `shared` holds what every run sees and is mounted once; `run` is the same tree read-only, taken anew for each
 * run; `stage` is the tmpfs that all writable folders of a run live in, with one limit for bytes and one for files.
 *
 * Binds and working directories need a place to be mounted on. It is made in `shared` and removed after the run.
 */
#define _GNU_SOURCE
#include "mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif

enum { READ_ONLY = 1, NO_SUID = 2, NO_DEVICES = 4, WHOLE_TREE = 0x8000, MAX_MADE = 256, FIRST_LIMIT = 64 };

static const long long first_bytes = 1 << 20;

static struct {
    long long bytes, files;   /* what the stage is limited to now */
    int ready;
    char *made[MAX_MADE];     /* places made in `shared` for the current run */
    int made_count;
} current;

static void make_folder(const char *path)
{
    if (mkdir(path, 0755) < 0 && errno != EEXIST)
        die(path);
}

static void make_file(const char *path, const char *content)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0 || write_all(fd, content, strlen(content)) < 0)
        die(path);
    close(fd);
}

/* Adds flags to a mount, and with WHOLE_TREE to all below it. Flags that it has already stay. */
static int restrict_mount(const char *path, uint64_t flags, unsigned tree)
{
    struct { uint64_t set, clear, propagation, namespace; } change = { .set = flags };
    return (int)syscall(SYS_mount_setattr, -1, path, tree, &change, sizeof change);
}

static int bind_tree(const char *from, const char *to, uint64_t flags)
{
    if (mount(from, to, NULL, MS_BIND | MS_REC, NULL) < 0)
        return -1;
    return flags ? restrict_mount(to, flags, WHOLE_TREE) : 0;
}

/* Shows a host file or folder in every run. */
static void show(struct slot *slot, const char *from, const char *target, uint64_t flags)
{
    char path[4096];
    struct stat source;
    snprintf(path, sizeof path, "%s%s", slot->shared, target);
    if (stat(from, &source) < 0)
        die(from);
    if (S_ISDIR(source.st_mode))
        make_folder(path);
    else
        make_file(path, "");
    if (bind_tree(from, path, flags) < 0)
        die(from);
}

static void show_link(struct slot *slot, const char *to, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s%s", slot->shared, name);
    if (symlink(to, path) < 0)
        die(path);
}

static void show_devices(struct slot *slot)
{
    static const char *const devices[] = { "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty" };
    static const char *const links[][2] = {
        { "/proc/self/fd", "/dev/fd" }, { "/proc/self/fd/0", "/dev/stdin" }, { "/proc/self/fd/1", "/dev/stdout" },
        { "/proc/self/fd/2", "/dev/stderr" }, { "pts/ptmx", "/dev/ptmx" },
    };
    char path[4096];
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        show(slot, devices[i], devices[i], NO_SUID);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        show_link(slot, links[i][0], links[i][1]);
    snprintf(path, sizeof path, "%s/dev/pts", slot->shared);
    if (mount("devpts", path, "devpts", MS_NOSUID | MS_NOEXEC, "newinstance,ptmxmode=0666,mode=620") < 0)
        die("devpts");
}

void mounts_open(struct slot *slot, const char *folder, char **parts, int count)
{
    static const char *const folders[] = {
        "/dev", "/dev/shm", "/dev/pts", "/etc", "/codealchemy", "/proc", "/tmp", "/var", "/var/tmp",
    };
    char path[4096];
    if (mount("codealchemy", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,nr_inodes=16,mode=755") < 0)
        die(folder);
    snprintf(slot->shared, sizeof slot->shared, "%s/shared", folder);
    snprintf(slot->run, sizeof slot->run, "%s/run", folder);
    snprintf(slot->stage, sizeof slot->stage, "%s/stage", folder);
    make_folder(slot->shared);
    make_folder(slot->run);
    make_folder(slot->stage);
    if (mount("codealchemy", slot->shared, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,nr_inodes=1024,mode=755") < 0)
        die(slot->shared);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s%s", slot->shared, folders[i]);
        make_folder(path);
    }
    show_devices(slot);
    for (int i = 0; i < count; i++) {
        char *second = strchr(parts[i], '\n');
        if (!second)
            continue;
        *second++ = 0;
        if (*parts[i] == 'B')
            show(slot, parts[i] + 1, second, READ_ONLY | NO_SUID | NO_DEVICES);
        if (*parts[i] == 'L')
            show_link(slot, second, parts[i] + 1);
        snprintf(path, sizeof path, "%s%s", slot->shared, parts[i] + 1);
        if (*parts[i] == 'F')
            make_file(path, second);
    }
}

static int private_folder(const struct slot *slot, const char *name, const char *target)
{
    char from[4096], to[4096];
    snprintf(from, sizeof from, "%s/%s", slot->stage, name);
    if (mkdir(from, 0700) < 0 || (slot->rooted && chown(from, slot->user, slot->user) < 0))
        return -1;
    if (!target)
        return 0;
    snprintf(to, sizeof to, "%s%s", slot->run, target);
    return bind_tree(from, to, 0);
}

static int mount_stage(const struct slot *slot, unsigned long flags, long long bytes, long long files)
{
    char options[160];
    current.bytes = bytes;
    current.files = files;
    snprintf(options, sizeof options, "size=%lld,nr_inodes=%lld,mode=755", bytes, files);
    return mount("codealchemy", slot->stage, "tmpfs", MS_NOSUID | MS_NODEV | flags, options);
}

static int prepare(struct slot *slot)
{
    static const char *const folders[][2] = { { "tmp", "/tmp" }, { "vartmp", "/var/tmp" }, { "shm", "/dev/shm" }, { "work", NULL }, { "out", NULL } };
    if (!slot->plain) {
        if (mount_stage(slot, 0, current.bytes ? current.bytes : first_bytes, current.files ? current.files : FIRST_LIMIT) < 0)
            return -1;
        if (mount(slot->shared, slot->run, NULL, MS_BIND | MS_REC, NULL) < 0 || restrict_mount(slot->run, READ_ONLY, 0) < 0)
            return -1;
    }
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (private_folder(slot, folders[i][0], slot->plain ? NULL : folders[i][1]) < 0)
            return -1;
    return 0;
}

int mounts_prepare(struct slot *slot)
{
    if (current.ready)
        return 0;
    current.ready = prepare(slot) == 0;
    if (current.ready)
        return 0;
    int error = errno;
    mounts_clear(slot);
    errno = error;
    return -1;
}

/* Makes a place, in the run's own folders or else in `shared`. */
static int make_place(struct slot *slot, const char *target, int folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s%s", slot->run, target);
    if ((folder ? mkdir(path, 0755) : mknod(path, S_IFREG | 0644, 0)) == 0 || errno == EEXIST)
        return 0;
    if (errno != EROFS || current.made_count == MAX_MADE)
        return -1;
    snprintf(path, sizeof path, "%s%s", slot->shared, target);
    if ((folder ? mkdir(path, 0755) : mknod(path, S_IFREG | 0644, 0)) < 0)
        return -1;
    current.made[current.made_count++] = strdup(path);
    return 0;
}

static int make_places(struct slot *slot, const char *target, int folder)
{
    char part[4096];
    for (const char *slash = strchr(target + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        snprintf(part, sizeof part, "%.*s", (int)(slash - target), target);
        if (make_place(slot, part, 1) < 0)
            return -1;
    }
    return make_place(slot, target, folder);
}

static int add(struct slot *slot, const char *from, const char *target, uint64_t flags)
{
    char path[4096];
    struct stat source;
    snprintf(path, sizeof path, "%s%s", slot->run, target);
    if (stat(from, &source) < 0 || make_places(slot, target, S_ISDIR(source.st_mode)) < 0)
        return -1;
    return bind_tree(from, path, flags);
}

static int add_private(struct slot *slot, const char *name, const char *target)
{
    char from[4096];
    snprintf(from, sizeof from, "%s/%s", slot->stage, name);
    return add(slot, from, target, 0);
}

static int complain(const char *what)
{
    dprintf(STDERR_FILENO, "codealchemy-launch: %s: %s\n", what, strerror(errno));
    return -1;
}

/* Without isolation a bind is a link to it. */
static int link_binds(struct slot *slot, const struct fields *request)
{
    char path[4096];
    int number = 0;
    snprintf(path, sizeof path, "%s/b", slot->stage);
    if (mkdir(path, 0755) < 0)
        return complain(path);
    for (size_t i = 0; i < request->count; i++) {
        if (request->items[i].tag != 'M')
            continue;
        snprintf(path, sizeof path, "%s/b/%d", slot->stage, number++);
        if (access(request->items[i].data, F_OK) < 0 || symlink(request->items[i].data, path) < 0)
            return complain(request->items[i].data);
    }
    return 0;
}

int mounts_complete(struct slot *slot, const struct fields *request)
{
    long long bytes = fields_number(request, "disk", first_bytes), files = fields_number(request, "inodes", FIRST_LIMIT);
    const struct field *work = fields_find(request, 'W');
    if (slot->plain)
        return link_binds(slot, request);
    if ((bytes != current.bytes || files != current.files) && mount_stage(slot, MS_REMOUNT, bytes, files) < 0)
        return complain("limits of the private files");
    if (!work || add_private(slot, "work", work->data) < 0)
        return complain("working directory");
    if (fields_find(request, 'O') && add_private(slot, "out", "/out") < 0)
        return complain("/out");
    /* A bind is a pair: its source, and where it is shown. */
    for (size_t i = 0; i + 1 < request->count; i++)
        if (request->items[i].tag == 'M' &&
            add(slot, request->items[i].data, request->items[i + 1].data, READ_ONLY | NO_SUID | NO_DEVICES) < 0)
            return complain(request->items[i].data);
    return 0;
}

void mounts_clear(struct slot *slot)
{
    current.ready = 0;
    if (slot->plain) {
        empty_folder(slot->stage);
        return;
    }
    /* Not waited for: nobody but the server sees them, and the kernel takes its time. */
    umount2(slot->run, MNT_DETACH);
    umount2(slot->stage, MNT_DETACH);
    while (current.made_count) {
        char *path = current.made[--current.made_count];
        remove(path);
        free(path);
    }
}
