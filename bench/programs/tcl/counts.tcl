proc mix {state value} {
    set state [expr {($state * 31 + $value) % 1000003}]
    return $state
}

proc label {number} {
    set text item
    set digit [expr {$number % 10}]
    append text $digit
    return $text
}

proc work {rounds} {
    set slots {0 0 0 0 0 0 0 0}
    set counts [dict create item3 0]
    set state 7
    set best 0
    for {set i 0} {$i < $rounds} {incr i} {
        set state [mix $state $i]
        set slot [expr {$state % 8}]
        lset slots $slot [expr {[lindex $slots $slot] + 1}]
        set name [label $state]
        dict incr counts $name
        if {$state > $best} {
            set best $state
        }
    }
    return [expr {$best + [lindex $slots 0] + [dict get $counts item3]}]
}

puts [work [lindex $argv 0]]
