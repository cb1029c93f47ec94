proc risky {n} {
    if {$n > 1} {
        return -code error -errorcode {APP LIMIT} "too large: $n"
    }
    return ok
}

proc middle {n} {
    set answer [risky $n]
    return "middle $answer"
}

puts [middle 1]
if {[catch {middle 5} message]} {
    puts "caught $message"
}
try {
    middle 7
} trap {APP LIMIT} {message} {
    puts "limit: $message"
} finally {
    puts done
}
error "not caught"
