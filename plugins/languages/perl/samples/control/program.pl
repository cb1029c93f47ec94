use strict;
use warnings;

sub classify {
    my ($n) = @_;
    return 'zero' if $n == 0;
    if ($n < 10) {
        return 'small';
    } elsif ($n % 2) {
        return 'odd';
    }
    return 'even';
}

my @kinds = map { classify($_) } (0, 7, 12, 31);
my $total = 0;
my $i = 0;
while (1) {
    $i++;
    next if $i == 2;
    last if $i > 4;
    $total += $i;
}
OUTER: for my $x (1 .. 3) {
    for my $y (1 .. 3) {
        next OUTER if $y > $x;
        $total += $x * $y;
    }
}
for (my $k = 0; $k < 2; $k++) {
    $total--;
}
my $left = 2;
until ($left == 0) {
    $left--;
}
print "@kinds\n";
printf "%d %s\n", $total, $total > 10 ? 'large' : 'small';
