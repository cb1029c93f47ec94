use strict;
use warnings;
use feature qw(say signatures);
no warnings 'experimental::signatures';

sub context {
    return wantarray ? 'list' : defined wantarray ? 'scalar' : 'void';
}

sub pair ($x, $y = 2) {
    return ($x, $y);
}

sub change_all {
    $_ *= 2 for @_;
    return;
}

my @list = context();
my $scalar = context();
context();
my ($x, $y) = pair(1);
my $last = pair(3, 4);
my @values = (1, 2);
change_all(@values);
my $said = sprintf '%s-%s', pair('a', 'b');
my ($who) = (caller(0))[3] // 'nobody';
say "@list $scalar $x $y $last @values $said $who";
