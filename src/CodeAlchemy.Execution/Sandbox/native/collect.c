/*
 * Brings files that a command left to the host: regular files and folders, nothing else. All processes are gone by then, so
 * nothing changes any more. A sparse file costs no disk inside but would here, so sizes count against a limit.
 */
#define _GNU_SOURCE
#include "wire.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_DEPTH = 32 };

static int copy_file(int from_dir, const char *name, int to_dir, struct allowance *left)
{
    struct stat info;
    int ok = -1;
    int from = openat(from_dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (from < 0)
        return -1;
    if (fstat(from, &info) == 0 && S_ISREG(info.st_mode) && info.st_size <= left->bytes && left->files > 0) {
        left->bytes -= info.st_size;
        left->files--;
        unlinkat(to_dir, name, 0);
        int to = openat(to_dir, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (to >= 0) {
            ssize_t n;
            while ((n = sendfile(to, from, NULL, 1 << 20)) > 0)
                ;
            ok = n == 0 ? fchmod(to, info.st_mode & 0111 ? 0755 : 0644) : -1;
            close(to);
        }
    }
    close(from);
    return ok;
}

static int copy_folder(int from, int to, int depth, struct allowance *left);

static int copy_subfolder(int from_dir, const char *name, int to_dir, int depth, struct allowance *left)
{
    int left_out = 1;
    int from = openat(from_dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (from < 0)
        return 1;
    mkdirat(to_dir, name, 0755);
    int to = openat(to_dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (to >= 0) {
        fchmod(to, 0755);
        left_out = copy_folder(from, to, depth + 1, left);
        close(to);
    }
    close(from);
    return left_out;
}

static int copy_entry(int from, const char *name, int to, int depth, struct allowance *left)
{
    struct stat info;
    if (fstatat(from, name, &info, AT_SYMLINK_NOFOLLOW) < 0)
        return 1;
    if (S_ISDIR(info.st_mode))
        return depth < MAX_DEPTH ? copy_subfolder(from, name, to, depth, left) : 1;
    return S_ISREG(info.st_mode) && copy_file(from, name, to, left) == 0 ? 0 : 1;
}

static int copy_folder(int from, int to, int depth, struct allowance *left)
{
    int left_out = 0;
    DIR *folder = fdopendir(dup(from));
    if (!folder)
        return 1;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
            left_out += copy_entry(from, entry->d_name, to, depth, left);
    closedir(folder);
    return left_out;
}

static int matches(const char *name, char **patterns)
{
    for (; *patterns; patterns++)
        if (fnmatch(*patterns, name, FNM_PERIOD) == 0)
            return 1;
    return 0;
}

static int copy_matching(int from, int to, char **patterns, struct allowance *left)
{
    int left_out = 0;
    DIR *folder = fdopendir(dup(from));
    if (!folder)
        return 1;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (matches(entry->d_name, patterns))
            left_out += copy_file(from, entry->d_name, to, left) == 0 ? 0 : 1;
    closedir(folder);
    return left_out;
}

int collect_folder(const char *from, const char *to, char **patterns, struct allowance left)
{
    int source = open(from, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int target = open(to, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int left_out = source < 0 || target < 0 ? -1
        : patterns ? copy_matching(source, target, patterns, &left) : copy_folder(source, target, 0, &left);
    if (source >= 0)
        close(source);
    if (target >= 0)
        close(target);
    return left_out;
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)kind;
    return where->level > 0 ? remove(path), 0 : 0;
}

/* A folder without rights for its owner can't be entered; they are given back on the way down. */
static int open_up(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)where;
    return kind == FTW_DNR || kind == FTW_D ? chmod(path, 0700), 0 : 0;
}

void empty_folder(const char *path)
{
    nftw(path, open_up, 16, FTW_PHYS);
    nftw(path, remove_entry, 16, FTW_PHYS | FTW_DEPTH);
}
