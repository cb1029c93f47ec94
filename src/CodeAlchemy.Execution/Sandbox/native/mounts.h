/* What a slot mounts: what every run sees, once; what belongs to one run, for it. */
#ifndef CODEALCHEMY_MOUNTS_H
#define CODEALCHEMY_MOUNTS_H

#include "wire.h"

struct slot {
    uid_t user;        /* the user the program runs as */
    int rooted;        /* started as root: drop to `user` */
    int plain;         /* no isolation was asked for */
    char shared[4000]; /* the root of every run, writable for the server alone */
    char run[4000];    /* the same, read-only, with what belongs to one run on top */
    char stage[4000];  /* the private files of a run */
};

/* Mounts what every run sees. `parts` as serve_main knows them. */
void mounts_open(struct slot *slot, const char *folder, char **parts, int count);

/* Fresh private folders, ready before the request is known. Returns -1 with errno. */
int mounts_prepare(struct slot *slot);

/* The limits, the working directory and the binds of a request. Returns -1 after saying why on standard error. */
int mounts_complete(struct slot *slot, const struct fields *request);

/* Takes away what belongs to the run that is over. */
void mounts_clear(struct slot *slot);

#endif
