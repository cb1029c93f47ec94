use strict;
use warnings;

# Moves of the towers of Hanoi.
sub hanoi {
    my ($n, $from, $to, $via, $moves) = @_;
    return $moves if $n == 0;
    hanoi($n - 1, $from, $via, $to, $moves);
    push @$moves, [$from, $to];
    return hanoi($n - 1, $via, $to, $from, $moves);
}

my %memo;
sub fib {
    my ($n) = @_;
    return $n if $n < 2;
    return $memo{$n} //= fib($n - 1) + fib($n - 2);
}

my $deep = 0;
sub descend {
    my ($n) = @_;
    $deep++;
    return $n == 0 ? 0 : 1 + descend($n - 1);
}

my $moves = hanoi(2, 'a', 'c', 'b', []);
print scalar @$moves, ' ', fib(6), ' ', descend(150), " $deep\n";
