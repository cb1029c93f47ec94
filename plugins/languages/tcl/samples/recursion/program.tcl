proc factorial {n} {
    if {$n < 2} {
        return 1
    }
    return [expr {$n * [factorial [expr {$n - 1}]]}]
}

proc depth {n} {
    if {$n == 0} { return 0 }
    set below [depth [expr {$n - 1}]]
    return [expr {$below + 1}]
}

puts [factorial 25]
puts [depth 150]
