/*
 * codealchemy-launch serve …   one per slot: waits for requests and starts bwrap for each
 * codealchemy-launch init      the first process inside
 */
#include "wire.h"

#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "serve"))
        return serve_main(argc - 2, argv + 2);
    if (argc > 1 && !strcmp(argv[1], "init"))
        return init_main(argc - 2, argv + 2);
    static const char usage[] = "usage: codealchemy-launch serve|init\n";
    (void)!write(STDERR_FILENO, usage, sizeof usage - 1);
    return 2;
}
