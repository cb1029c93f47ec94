# Counts how often each line of a program runs, by the interpreter's own step traces and not by calls in its text.
#
# tclsh counter.tcl PROGRAM ARGUMENTS… runs the program and writes "LINE COUNT" lines to the file named by CODEALCHEMY_COUNTER_FILE.
# A step tells where its command stands (info frame); a command in brackets counts for the line on which it stands itself.

namespace eval ::tcl::counter {
    variable counts
    variable bodies
    variable output $::env(CODEALCHEMY_COUNTER_FILE)
    variable program [lindex $::argv 0]
    variable path [file normalize $program]
    variable own [file normalize [info script]]
    variable text ""
    array set counts {}
    array set bodies {}
    foreach name [array names ::env CODEALCHEMY_*] { unset ::env($name) }

    # The innermost frame that is not the counter's is the command's.
    proc step {args} {
        variable counts
        variable path
        variable own
        for {set level [info frame]} {$level > 0} {incr level -1} {
            set frame [info frame $level]
            set type [dict get $frame type]
            if {$type eq "source"} {
                if {[dict get $frame file] eq $own} continue
                if {[dict get $frame file] eq $path} { incr counts([dict get $frame line]) }
                return
            }
            if {$type eq "proc"} {
                set first [first_line $frame]
                if {$first} { incr counts([expr {$first + [dict get $frame line] - 1}]) }
                return
            }
        }
    }

    # The line where the body of a method or lambda begins, of which the interpreter only knows lines within: it is looked up in the text.
    proc first_line {frame} {
        variable bodies
        variable text
        set key [dict remove $frame line cmd level type]
        if {![info exists bodies($key)]} {
            if {[catch { body_of $frame } body]} { set body "" }
            set at [string first "\{$body\}" $text]
            set bodies($key) [expr {$body eq "" || $at < 0 ? 0 : [regexp -all \n [string range $text 0 $at]] + 1}]
        }
        return $bodies($key)
    }

    proc body_of {frame} {
        if {[dict exists $frame lambda]} { return [lindex [dict get $frame lambda] 1] }
        if {[dict exists $frame proc]} { return [info body [dict get $frame proc]] }
        set class [dict get $frame class]
        switch -- [dict get $frame method] {
            <constructor> { return [lindex [info class constructor $class] 1] }
            <destructor> { return [info class destructor $class] }
        }
        return [lindex [info class definition $class [dict get $frame method]] 1]
    }

    proc finish {args} {
        variable counts
        variable output
        if {$output eq ""} return
        set out [open $output w]
        foreach line [lsort -integer [array names counts]] { puts $out "$line $counts($line)" }
        close $out
        set output ""
    }
}

set ::tcl::counter::in [open $::tcl::counter::program]
set ::tcl::counter::text [read $::tcl::counter::in]
close $::tcl::counter::in
trace add execution exit enter ::tcl::counter::finish
set argv0 $::tcl::counter::program
set argv [lrange $argv 1 end]
set argc [llength $argv]
trace add execution source enterstep ::tcl::counter::step
set ::tcl::counter::code [catch {uplevel #0 [list source $::tcl::counter::program]}]
trace remove execution source enterstep ::tcl::counter::step
if {$::tcl::counter::code == 1} { puts stderr $::errorInfo }
exit [expr {$::tcl::counter::code == 1}]
