# A calculator in reverse Polish notation: one calculation per line of the input.

set MAX_DEPTH 5

# Removes the top of a stack in the caller and returns it.
proc pop {name} {
    upvar 1 $name stack
    if {[llength $stack] == 0} {
        error "the stack is empty"
    }
    set top [lindex $stack end]
    set stack [lrange $stack 0 end-1]
    return $top
}

# Applies an operator to two numbers.
proc apply_operator {operator left right} {
    switch -- $operator {
        + { return [expr {$left + $right}] }
        - { return [expr {$left - $right}] }
        * { return [expr {$left * $right}] }
        / {
            if {$right == 0} {
                error "division by zero"
            }
            return [expr {$left / $right}]
        }
        default { error "unknown operator $operator" }
    }
}

proc evaluate {line} {
    global MAX_DEPTH
    set stack {}
    foreach word $line {
        if {[string is integer -strict $word]} {
            lappend stack $word
            if {[llength $stack] > $MAX_DEPTH} {
                error "more than $MAX_DEPTH numbers wait"
            }
        } else {
            set right [pop stack]
            set left [pop stack]
            lappend stack [apply_operator $word $left $right]
        }
    }
    return [pop stack]
}

set errors 0
while {[gets stdin line] >= 0} {
    if {[catch {evaluate $line} result]} {
        incr errors
        puts "$line: $result"
    } else {
        puts "$line = $result"
    }
}
if {$errors > 0} {
    exit 1
}
