use strict;
use warnings;

my $x = 10;
my @x = (1, 2);
{
    my $x = 20;
    $x++;
    print "$x\n";
}
for my $x (@x) {
    $x *= 2;
}
my $copy = $x;

sub inner {
    my $x = shift;
    {
        my $x = $x + 1;
        print "$x\n";
    }
    return $x;
}

our $level = 1;
sub show { return "level $level" }
sub deeper { local $level = $level + 1; return show() }

my $result = inner(5);
my $deep = deeper();
my $flat = show();
print "$x @x $result $deep $flat\n";
