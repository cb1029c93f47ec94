use strict;
use warnings;

sub counter {
    my $step = shift;
    my $count = 0;
    return {
        up    => sub { $count += $step; return $count },
        reset => sub { $count = 0 },
    };
}

sub twice {
    my ($code, $value) = @_;
    return $code->($code->($value));
}

my $counter = counter(5);
my $first = $counter->{up}->();
my $second = $counter->{up}->();
$counter->{reset}->();
my $third = $counter->{up}->();
my $shared = 1;
my $eight = twice(sub { my $n = shift; $shared++; return $n * 2 }, 2);
my $add = sub { my $a1 = shift; return sub { return $a1 + shift } };
my $five = $add->(2)->(3);
print "$first $second $third $shared $eight $five\n";
