/*
 * Shifts the wall clock of a dynamically linked program by CODEALCHEMY_CLOCK_SHIFT nanoseconds. Preloaded in every run,
 * also with a shift of nothing, so that its presence tells no run from another. It takes itself out of the environment.
 * Points of time that the program hands back to the C library are shifted back; monotonic clocks are left alone.
 * With a shift, processor time runs ahead by a step at each reading, as on a slower machine: how long something took is never
 * the same by rounding.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/times.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static const long billion = 1000000000L;

/* A point of a monotonic clock lies within some years of the machine's start, one of the wall clock decades after 1970. */
static const time_t monotonic_at_most = 500000000;

static long long shift;

/* Processor time that a reading adds; two digits behind the point show it. */
static const long step = 10000000L;

static long long readings;

static struct timespec moved(struct timespec t, long long by)
{
    t.tv_sec += by / billion;
    t.tv_nsec += by % billion;
    if (t.tv_nsec < 0) {
        t.tv_nsec += billion;
        t.tv_sec--;
    } else if (t.tv_nsec >= billion) {
        t.tv_nsec -= billion;
        t.tv_sec++;
    }
    return t;
}

/* What the program means by a deadline, on the machine's own clock. */
static struct timespec unmoved(const struct timespec *deadline)
{
    return deadline->tv_sec > monotonic_at_most ? moved(*deadline, -shift) : *deadline;
}

static int is_wall(clockid_t id)
{
    return id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE || id == CLOCK_REALTIME_ALARM || id == CLOCK_TAI;
}

static long long ahead(void)
{
    return shift ? __atomic_add_fetch(&readings, 1, __ATOMIC_RELAXED) * step : 0;
}

/* Early code may ask for the time before libraries are bound; the lookup of the real function must not be needed then. */
static int (*real_clock_gettime)(clockid_t, struct timespec *);

static int machine_clock(clockid_t id, struct timespec *t)
{
    return real_clock_gettime ? real_clock_gettime(id, t) : (int)syscall(SYS_clock_gettime, id, t);
}

__attribute__((constructor)) static void start(void)
{
    const char *text = getenv("CODEALCHEMY_CLOCK_SHIFT");
    shift = text ? atoll(text) : 0;
    unsetenv("CODEALCHEMY_CLOCK_SHIFT");
    unsetenv("LD_PRELOAD");
    real_clock_gettime = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
}

int clock_gettime(clockid_t id, struct timespec *t)
{
    int result = machine_clock(id, t);
    if (result == 0 && shift && is_wall(id))
        *t = moved(*t, shift);
    else if (result == 0 && (id == CLOCK_PROCESS_CPUTIME_ID || id == CLOCK_THREAD_CPUTIME_ID))
        *t = moved(*t, ahead());
    return result;
}

clock_t clock(void)
{
    struct timespec used;
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used))
        return -1;
    return used.tv_sec * CLOCKS_PER_SEC + used.tv_nsec / (billion / CLOCKS_PER_SEC);
}

int getrusage(__rusage_who_t who, struct rusage *usage)
{
    REAL(getrusage);
    int result = real(who, usage);
    long long more = result == 0 && who != RUSAGE_CHILDREN ? ahead() : 0;
    if (more) {
        struct timespec used = moved((struct timespec){ usage->ru_utime.tv_sec, usage->ru_utime.tv_usec * 1000 }, more);
        usage->ru_utime = (struct timeval){ used.tv_sec, used.tv_nsec / 1000 };
    }
    return result;
}

clock_t times(struct tms *used)
{
    REAL(times);
    clock_t result = real(used);
    if (used && result != (clock_t)-1)
        used->tms_utime += ahead() * sysconf(_SC_CLK_TCK) / billion;
    return result;
}

int gettimeofday(struct timeval *restrict t, void *restrict zone)
{
    struct timespec now;
    if (zone)
        *(struct timezone *)zone = (struct timezone){ 0, 0 };
    int result = clock_gettime(CLOCK_REALTIME, &now);
    *t = (struct timeval){ now.tv_sec, now.tv_nsec / 1000 };
    return result;
}

time_t time(time_t *out)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    if (out)
        *out = now.tv_sec;
    return now.tv_sec;
}

int timespec_get(struct timespec *t, int base)
{
    return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, t) == 0 ? base : 0;
}

int clock_nanosleep(clockid_t id, int flags, const struct timespec *request, struct timespec *left)
{
    REAL(clock_nanosleep);
    struct timespec until = flags & TIMER_ABSTIME && is_wall(id) ? moved(*request, -shift) : *request;
    return real(id, flags, &until, left);
}

int pthread_cond_timedwait(pthread_cond_t *restrict c, pthread_mutex_t *restrict m, const struct timespec *restrict deadline)
{
    static __typeof__(&pthread_cond_timedwait) real;
    struct timespec until = unmoved(deadline);
    if (!real && !(real = (__typeof__(real))dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2")))
        real = (__typeof__(real))dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    return real(c, m, &until);
}

int pthread_cond_clockwait(pthread_cond_t *restrict c, pthread_mutex_t *restrict m, clockid_t id, const struct timespec *restrict deadline)
{
    REAL(pthread_cond_clockwait);
    struct timespec until = unmoved(deadline);
    return real(c, m, id, &until);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict m, const struct timespec *restrict deadline)
{
    REAL(pthread_mutex_timedlock);
    struct timespec until = unmoved(deadline);
    return real(m, &until);
}

int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict lock, const struct timespec *restrict deadline)
{
    REAL(pthread_rwlock_timedrdlock);
    struct timespec until = unmoved(deadline);
    return real(lock, &until);
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict lock, const struct timespec *restrict deadline)
{
    REAL(pthread_rwlock_timedwrlock);
    struct timespec until = unmoved(deadline);
    return real(lock, &until);
}

int sem_timedwait(sem_t *restrict s, const struct timespec *restrict deadline)
{
    REAL(sem_timedwait);
    struct timespec until = unmoved(deadline);
    return real(s, &until);
}

int sem_clockwait(sem_t *restrict s, clockid_t id, const struct timespec *restrict deadline)
{
    REAL(sem_clockwait);
    struct timespec until = unmoved(deadline);
    return real(s, id, &until);
}

int cnd_timedwait(cnd_t *restrict c, mtx_t *restrict m, const struct timespec *restrict deadline)
{
    REAL(cnd_timedwait);
    struct timespec until = unmoved(deadline);
    return real(c, m, &until);
}

int mtx_timedlock(mtx_t *restrict m, const struct timespec *restrict deadline)
{
    REAL(mtx_timedlock);
    struct timespec until = unmoved(deadline);
    return real(m, &until);
}
