# Writes a program with the calls that trace it: rewrite.tcl PROGRAM OUTPUT
#
# `::tcl::ca_at LINE` stands before every statement and in front of the conditions of loops, `::tcl::ca_enter LINE NAME` where the body of
# a procedure, method or lambda begins. They stand on the statement's own line, so lines stay as they are. Only words that are
# scripts by the known meaning of a command are touched.

source [file join [file dirname [file normalize [info script]]] scan.tcl]

namespace eval rewrite {
    variable insertions {}
    variable class ""

    proc insert {offset what} {
        variable insertions
        lappend insertions [list $offset [llength $insertions] $what]
    }

    proc statement {words nested} {
        variable class
        set name [scan::content [lindex $words 0]]
        set held $class
        if {![loops $name $words]} { insert [lindex $words 0 0] "::tcl::ca_at [scan::line [lindex $words 0 0]];" }
        parts $words $nested
        set class $held
    }

    # A loop whose condition tells of its line is no statement of its own.
    proc loops {name words} { return [expr {$name eq "while" && [llength $words] == 3 && [scan::is_braced [lindex $words 1]]}] }

    proc parts {words nested} {
        foreach {from to} $nested { scan::commands $from $to 0 ::rewrite::parts }
        set known [string map {:: -} [string trimleft [scan::content [lindex $words 0]] :]]
        if {[info commands ::rewrite::known::of-$known] eq "::rewrite::known::of-$known"} { known::of-$known $words }
    }

    # A word that is a script, when it is written as one.
    proc body {word {first ""}} {
        if {$word eq "" || ![scan::is_braced $word]} return
        lassign $word from to
        if {$first ne ""} { insert [expr {$from + 1}] $first }
        scan::commands [expr {$from + 1}] [expr {$to - 1}] 0 ::rewrite::statement
    }

    proc condition {word} {
        if {![scan::is_braced $word]} return
        set from [lindex $word 0]
        insert [expr {$from + 1}] "!\[::tcl::ca_at [scan::line $from]\]||"
    }

    # The body of something that is called.
    proc callable {line name word} {
        if {[regexp {[][{}$\\;"\s#]} $name] || $name eq ""} { set name <dynamic> }
        body $word "::tcl::ca_enter $line [string trimleft $name :];"
    }

    # The elements of a braced list, as words.
    proc elements {word} {
        set found {}
        if {![scan::is_braced $word]} { return {} }
        lassign $word at end
        incr at
        incr end -1
        while {$at < $end} {
            regexp -indices -start $at {\A\s*} $scan::text skipped
            set at [expr {[lindex $skipped 1] + 1}]
            if {$at >= $end} break
            set from $at
            if {[string index $scan::text $at] eq "\{"} {
                set at [scan::braced $at $end]
            } else {
                regexp -indices -start $at {\A"(?:[^"\\]|\\.)*"|\A(?:[^\s\\]|\\.)+} $scan::text skipped
                set at [expr {[lindex $skipped 1] + 1}]
                if {$at == $from} { incr at }
            }
            lappend found [list $from $at]
        }
        return $found
    }

    proc define {words} {
        variable class
        set name [scan::content [lindex $words 0]]
        set line [scan::line [lindex $words 0 0]]
        switch -- $name {
            method - classmethod { callable $line "$class.[scan::content [lindex $words 1]]" [lindex $words end] }
            constructor { callable $line "$class.constructor" [lindex $words 2] }
            destructor { callable $line "$class.destructor" [lindex $words 1] }
            self { if {[llength $words] > 2} { define [lrange $words 1 end] } else { definitions [lindex $words 1] } }
        }
    }

    proc definition {words nested} {
        insert [lindex $words 0 0] "::tcl::ca_at [scan::line [lindex $words 0 0]];"
        define $words
    }

    proc definitions {word} {
        if {$word eq "" || ![scan::is_braced $word]} return
        lassign $word from to
        scan::commands [expr {$from + 1}] [expr {$to - 1}] 0 ::rewrite::definition
    }

    proc program {text} {
        variable insertions
        scan::use $text
        scan::commands 0 [string length $text] 0 ::rewrite::statement
        set result ""
        set done 0
        foreach insertion [lsort -integer -index 0 [lsort -integer -index 1 $insertions]] {
            lassign $insertion offset order what
            append result [string range $text $done $offset-1] $what
            set done $offset
        }
        return [append result [string range $text $done end]]
    }
}

# What the words of a command are.
namespace eval rewrite::known {
    namespace path ::rewrite

    proc of-proc {words} { if {[llength $words] == 4} { callable [scan::line [lindex $words 0 0]] [scan::content [lindex $words 1]] [lindex $words 3] } }
    proc of-while {words} { if {[llength $words] == 3} { condition [lindex $words 1]; body [lindex $words 2] } }
    proc of-for {words} { if {[llength $words] == 5} { condition [lindex $words 2]; body [lindex $words 4] } }
    proc of-foreach {words} { body [lindex $words end] }
    proc of-lmap {words} { body [lindex $words end] }
    proc of-eval {words} { if {[llength $words] == 2} { body [lindex $words 1] } }
    proc of-time {words} { body [lindex $words 1] }
    proc of-catch {words} { body [lindex $words 1] }
    proc of-after {words} { if {[llength $words] == 3} { body [lindex $words 2] } }
    proc of-uplevel {words} { if {[llength $words] in {2 3}} { body [lindex $words end] } }
    proc of-dict {words} { if {[llength $words] > 3 && [scan::content [lindex $words 1]] in {for map update with}} { body [lindex $words end] } }
    proc of-namespace {words} { if {[llength $words] == 4 && [scan::content [lindex $words 1]] eq "eval"} { body [lindex $words 3] } }

    proc of-if {words} {
        set at 1
        while {$at < [llength $words]} {
            incr at
            if {[scan::content [lindex $words $at]] eq "then"} { incr at }
            body [lindex $words $at]
            incr at
            set next [scan::content [lindex $words $at]]
            if {$next eq "elseif"} { incr at; continue }
            if {$next eq "else"} { incr at }
            body [lindex $words $at]
            break
        }
    }

    proc of-switch {words} {
        set at 1
        while {[string match -* [set option [scan::content [lindex $words $at]]]]} {
            incr at [expr {$option in {-matchvar -indexvar} ? 2 : 1}]
            if {$option eq "--"} break
        }
        set arms [expr {[llength $words] == $at + 2 ? [elements [lindex $words end]] : [lrange $words $at+1 end]}]
        foreach {pattern arm} $arms { body $arm }
    }

    proc of-try {words} {
        body [lindex $words 1]
        for {set at 2} {$at < [llength $words]} {} {
            switch -- [scan::content [lindex $words $at]] {
                on - trap { body [lindex $words $at+3]; incr at 4 }
                default { body [lindex $words $at+1]; incr at 2 }
            }
        }
    }

    proc of-apply {words} { lambda [lindex $words 1] }

    proc of-coroutine {words} { if {[scan::content [lindex $words 2]] in {apply ::apply}} { lambda [lindex $words 3] } }

    proc lambda {word} {
        set parts [elements $word]
        if {[llength $parts] in {2 3}} { callable [scan::line [lindex $word 0]] <lambda> [lindex $parts 1] }
    }

    proc of-oo-class {words} {
        if {[llength $words] != 4 || [scan::content [lindex $words 1]] ne "create"} return
        set ::rewrite::class [string trimleft [scan::content [lindex $words 2]] :]
        definitions [lindex $words 3]
    }

    proc of-oo-define {words} {
        set ::rewrite::class [string trimleft [scan::content [lindex $words 1]] :]
        if {[llength $words] == 3} { definitions [lindex $words 2] } else { define [lrange $words 2 end] }
    }

    proc of-oo-objdefine {words} { of-oo-define $words }
}

lassign $argv program output
set in [open $program]
fconfigure $in -translation binary
set text [read $in]
close $in
set out [open $output w]
fconfigure $out -translation binary
# A program that can't be read is run as it is, and fails as it fails.
if {[catch {rewrite::program $text} result]} { set result $text }
puts -nonewline $out $result
close $out
