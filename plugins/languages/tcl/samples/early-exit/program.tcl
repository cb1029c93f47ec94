proc stop {code} {
    puts stderr "stopping"
    exit $code
}

proc run {} {
    stop 3
    puts never
}

run
