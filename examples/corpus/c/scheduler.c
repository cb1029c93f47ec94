/* Round-robin scheduling of jobs with a fixed slice, over a ring buffer. */
#include <stdio.h>
#include <string.h>

#define SLICE 3
#define MOST 8

struct job {
    char name[12];
    int arrival;
    int need;
    int left;
    int finished;
};

struct ring {
    int slots[MOST];
    int first;
    int count;
};

static void push(struct ring *ring, int job)
{
    ring->slots[(ring->first + ring->count) % MOST] = job;
    ring->count++;
}

static int pop(struct ring *ring)
{
    int job = ring->slots[ring->first];
    ring->first = (ring->first + 1) % MOST;
    ring->count--;
    return job;
}

static int admit(struct ring *ring, const struct job *jobs, int count, int next, int clock)
{
    while (next < count && jobs[next].arrival <= clock)
        push(ring, next++);
    return next;
}

int main(void)
{
    struct job jobs[] = {
        {"compile", 0, 7, 7, 0},
        {"backup", 1, 4, 4, 0},
        {"mail", 2, 1, 1, 0},
        {"index", 14, 2, 2, 0},
    };
    int count = sizeof jobs / sizeof jobs[0];
    struct ring ready = {{0}, 0, 0};
    int clock = 0;
    int next = 0;
    int done = 0;
    int idle = 0;

    while (done < count) {
        next = admit(&ready, jobs, count, next, clock);
        if (ready.count == 0) {
            clock++;
            idle++;
            continue;
        }
        int current = pop(&ready);
        int run = jobs[current].left < SLICE ? jobs[current].left : SLICE;
        clock += run;
        jobs[current].left -= run;
        next = admit(&ready, jobs, count, next, clock);
        if (jobs[current].left > 0) {
            push(&ready, current);
        } else {
            jobs[current].finished = clock;
            done++;
        }
    }

    int waiting = 0;
    for (int i = 0; i < count; i++) {
        int turnaround = jobs[i].finished - jobs[i].arrival;
        waiting += turnaround - jobs[i].need;
        printf("%-8s done at %2d after %2d\n", jobs[i].name, jobs[i].finished, turnaround);
    }
    printf("idle %d, waited %d in all\n", idle, waiting);
    return 0;
}
