namespace eval counter {
    variable n 0
    proc next {} {
        variable n
        return [incr n]
    }
}

proc twice {script} {
    uplevel 1 $script
    uplevel 1 $script
}

counter::next
twice { lappend got [counter::next] }
set add [list apply {{a b} { expr {$a + $b} }}]
puts "$got [{*}$add 1 2]"
