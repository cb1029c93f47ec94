set name outer
set count 0

proc inner {} {
    global count
    incr count
    set name hidden
    upvar 1 name above
    append above !
}

proc outer {} {
    set name middle
    inner
    uplevel 1 { set made yes }
    return $name
}

puts [outer]
set name "still $name"
unset made
puts "$name $count"
