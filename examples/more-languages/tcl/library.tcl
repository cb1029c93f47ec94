# Loans of a village library: who has which book, and who is late.

set LOAN_DAYS 14
set FEE_PER_DAY 20

# Lends a book on a day; returns 1 when it was there.
proc lend {loansName book reader day} {
    upvar 1 $loansName loans
    if {[dict exists $loans $book]} {
        return 0
    }
    dict set loans $book [dict create reader $reader day $day]
    return 1
}

# Takes a book back and returns the fee in cents.
proc giveBack {loansName book day} {
    upvar 1 $loansName loans
    global LOAN_DAYS FEE_PER_DAY
    set since [dict get $loans $book day]
    dict unset loans $book
    set late [expr {$day - $since - $LOAN_DAYS}]
    if {$late <= 0} {
        return 0
    }
    return [expr {$late * $FEE_PER_DAY}]
}

# The readers who should be reminded on a day, in the order of their names.
proc overdue {loans day} {
    global LOAN_DAYS
    set names {}
    dict for {book loan} $loans {
        if {$day - [dict get $loan day] > $LOAN_DAYS} {
            lappend names [dict get $loan reader]
        }
    }
    return [lsort -unique $names]
}

set loans [dict create]
foreach {book reader day} {Emma Ruth 1 Dune Omar 3 Emma Omar 4 Ulysses Ruth 12} {
    if {[lend loans $book $reader $day]} {
        puts "day $day: $reader takes $book"
    } else {
        puts "day $day: $book is away, $reader waits"
    }
}
puts "overdue on day 18: [overdue $loans 18]"
foreach {book day} {Emma 18 Ulysses 20} {
    puts "$book costs [giveBack loans $book $day] cents"
}
puts "still lent: [join [dict keys $loans] {, }]"
