use strict;
use warnings;

sub grow {
    my ($list) = @_;
    push @$list, scalar @$list;
    return scalar @$list;
}

sub double { $_[0] *= 2 }

my @items = (1);
my %seen = (a => 1);
my @nested = ([1], \%seen);
my $size = grow(\@items);
$seen{b} = 2;
my $again = grow($nested[0]);
double($items[1]);
double($items[0]);
++$seen{
    do {
        $size = 5;
        'c';
    }
};
for my $item (@items) {
    $item = 7;
}
push @items, $size;
my $first = shift @items;
my $rest = @items;
print "$first $rest $again\n";
