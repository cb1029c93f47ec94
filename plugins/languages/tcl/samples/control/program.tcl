set total 0
foreach n {1 2 3 4} {
    if {$n == 2} {
        continue
    } elseif {$n == 4} {
        break
    } else {
        incr total $n
    }
}
while {$total > 2} {
    incr total -1
}
for {set i 0} {$i < 2} {incr i} {
    lappend seen $i
}
switch -glob -- word {
    w* { set kind starts }
    default { set kind other }
}
set doubled [lmap n $seen { expr {$n * 2} }]
puts "$total $seen $kind $doubled"
