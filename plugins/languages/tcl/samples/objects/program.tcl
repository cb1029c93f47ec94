oo::class create Shape {
    variable name
    constructor {given} {
        set name $given
    }
    method area {} { return 0 }
    method describe {} {
        return "$name [my area]"
    }
}
oo::class create Square {
    superclass Shape
    variable side
    constructor {length} {
        next square
        set side $length
    }
    method area {} {
        return [expr {$side * $side}]
    }
}
set shape [Square new 4]
puts [$shape describe]
$shape destroy
