function check(n) {
    while (n > 0) {
        if (n == 2) exit 3
        n--
    }
    return n
}

BEGIN {
    check(ARGV[1])
}

END {
    print "end"
}
