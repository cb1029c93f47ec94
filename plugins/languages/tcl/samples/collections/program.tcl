array set price {fig 3 apple 1}
set price(pear) 2
set basket [list fig {red cherry} apple]
lset basket 0 plum
set person [dict create name Ann tags {a b}]
dict set person age 30
dict lappend person tags c
set matrix {{1 2} {3 4}}
lset matrix 1 0 9
for {set i 0} {$i < 40} {incr i} { lappend many $i }
unset price(fig)
puts "[array size price] $basket [dict get $person tags] $matrix [llength $many]"
