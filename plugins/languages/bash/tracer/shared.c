/* A lock between processes, any of which may be killed while it holds it. */
#include "shared.h"

#include <sched.h>
#include <unistd.h>

#define PATIENCE 20000   /* tries; the work under the lock takes less by far */

void shared_lock(struct shared *shared) {
  for (int tries = 0; __atomic_exchange_n(&shared->lock, 1, __ATOMIC_ACQUIRE) && tries < PATIENCE; tries++)
    if (tries < 1000) sched_yield(); else usleep(50);
}

void shared_unlock(struct shared *shared) { __atomic_store_n(&shared->lock, 0, __ATOMIC_RELEASE); }
