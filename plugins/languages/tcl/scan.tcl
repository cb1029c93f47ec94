# Finds the commands of a Tcl script and the words of each, by offsets into the text, as the interpreter reads them (the twelve rules).

namespace eval scan {
    variable text ""
    variable starts {0}

    proc use {script} {
        variable text $script
        variable starts {0}
        set at -1
        while {[set at [string first \n $script [expr {$at + 1}]]] >= 0} { lappend starts [expr {$at + 1}] }
    }

    proc line {offset} {
        variable starts
        return [expr {[lsearch -integer -sorted -bisect $starts $offset] + 1}]
    }

    # The offset behind the word that begins at `at`; nested scripts between brackets go to `nested`, as pairs of offsets.
    proc word {at end nestedName} {
        upvar 1 $nestedName nested
        variable text
        set c [string index $text $at]
        if {$c eq "\{"} {
            set close [braced $at $end]
            if {[string range $text $at $close-1] ne "{*}" || $close >= $end || [string is space [string index $text $close]]} { return $close }
            return [word $close $end nested]
        }
        if {$c eq "\""} { return [quoted [expr {$at + 1}] $end nested] }
        return [bare $at $end nested]
    }

    proc braced {at end} {
        variable text
        set depth 0
        while {[regexp -indices -start $at {[\\{}]} $text found] && [set at [lindex $found 0]] < $end} {
            switch -- [string index $text $at] {
                \\ { incr at }
                \{ { incr depth }
                \} { if {[incr depth -1] == 0} { return [expr {$at + 1}] } }
            }
            incr at
        }
        error "missing close-brace"
    }

    proc quoted {at end nestedName} {
        upvar 1 $nestedName nested
        variable text
        while {[regexp -indices -start $at {[\\"\[]} $text found] && [set at [lindex $found 0]] < $end} {
            switch -- [string index $text $at] {
                \\ { incr at 2 }
                \" { return [expr {$at + 1}] }
                \[ { set at [bracketed $at $end nested] }
            }
        }
        error "missing \""
    }

    proc bare {at end nestedName} {
        upvar 1 $nestedName nested
        variable text
        while {[regexp -indices -start $at {[\\\[\s;\]]|\$\{} $text found] && [set at [lindex $found 0]] < $end} {
            switch -- [string index $text $at] {
                \\ { if {[string index $text [expr {$at + 1}]] eq "\n"} { return $at }; incr at 2 }
                \[ { set at [bracketed $at $end nested] }
                \$ { set at [string first \} $text $at] }
                default { return $at }
            }
        }
        return $end
    }

    proc bracketed {at end nestedName} {
        upvar 1 $nestedName nested
        set from [incr at]
        set at [commands $at $end 1 {}]
        lappend nested $from $at
        return [expr {$at + 1}]
    }

    # Walks over the commands from `at` on; each one's words go to `callback`: a list of {start end} and the nested scripts.
    proc commands {at end inBrackets callback} {
        variable text
        while {$at < $end} {
            regexp -indices -start $at {\A(?:[\s;]|\\\n)*} $text skipped
            set at [expr {[lindex $skipped 1] + 1}]
            if {$at >= $end} break
            set c [string index $text $at]
            if {$c eq "#"} { set at [comment $at $end]; continue }
            if {$c eq "\]" && $inBrackets} { return $at }
            set words {}
            set nested {}
            while {$at < $end} {
                regexp -indices -start $at {\A(?:[ \t\r\f\v]|\\\n)*} $text skipped
                set at [expr {[lindex $skipped 1] + 1}]
                set c [string index $text $at]
                if {$at >= $end || $c in {"\n" ";"} || ($c eq "\]" && $inBrackets)} break
                set from $at
                set at [word $at $end nested]
                if {$at == $from} { incr at }
                lappend words [list $from $at]
            }
            if {$callback ne {}} { {*}$callback $words $nested }
        }
        if {$inBrackets} { error "missing close-bracket" }
        return $at
    }

    proc comment {at end} {
        variable text
        while {[regexp -indices -start $at {[\\\n]} $text found] && [set at [lindex $found 0]] < $end} {
            if {[string index $text $at] eq "\n"} { return $at }
            incr at 2
        }
        return $end
    }

    # The text of a word; nothing of one that isn't there.
    proc content {word} {
        variable text
        if {$word eq ""} { return "" }
        lassign $word from to
        return [string range $text $from $to-1]
    }

    proc is_braced {word} {
        variable text
        return [expr {[string index $text [lindex $word 0]] eq "\{" && [string index $text [lindex $word 1]-1] eq "\}"}]
    }
}
