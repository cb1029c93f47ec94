puts "$argc arguments: $argv"
while {[gets stdin line] >= 0} {
    lassign [split $line ,] name age
    puts "$name is $age"
}
