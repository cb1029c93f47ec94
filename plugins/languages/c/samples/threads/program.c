#include <pthread.h>
#include <stdio.h>

struct job
{
    int from, to;
    long sum;
};

static void *add(void *argument)
{
    struct job *job = argument;
    for (int i = job->from; i <= job->to; i++)
        job->sum += i;
    return NULL;
}

int main(void)
{
    struct job jobs[2] = {{1, 3, 0}, {4, 6, 0}};
    for (int i = 0; i < 2; i++) {
        pthread_t thread;
        pthread_create(&thread, NULL, add, &jobs[i]);
        pthread_join(thread, NULL);
    }
    printf("%ld\n", jobs[0].sum + jobs[1].sum);
    return 0;
}
