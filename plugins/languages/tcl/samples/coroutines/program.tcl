proc numbers {limit} {
    yield ready
    for {set i 1} {$i <= $limit} {incr i} {
        set sent [yield $i]
    }
    return "last $sent"
}

coroutine gen numbers 2
puts [gen]
puts [gen a]
puts [gen b]
coroutine other apply {{} {
    set x [yield]
    yield [expr {$x * 2}]
}}
puts [other 21]
