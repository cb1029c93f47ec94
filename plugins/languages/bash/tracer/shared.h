/* What the launcher and the shells of one program share: the output that has passed and stands in no record yet. */
#ifndef CODEALCHEMY_SHARED_H
#define CODEALCHEMY_SHARED_H

#include <stddef.h>

#define SHARED_ENVIRONMENT "CODEALCHEMY_SHARED"
#define PRELOAD_ENVIRONMENT "CODEALCHEMY_LD_PRELOAD"

struct shared {
  int lock, busy;                /* busy: the launcher holds bytes that are in no buffer */
  int stopped;                   /* a limit was reached */
  long long events, bytes;       /* of records, over all processes */
  size_t length[2], room;        /* of the two buffers, which follow: stdout, stderr */
  char buffers[];
};

void shared_lock(struct shared *shared);
void shared_unlock(struct shared *shared);

#endif
