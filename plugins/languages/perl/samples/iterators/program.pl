use strict;
use warnings;
use feature 'state';

sub iterator {
    my @items = @_;
    my $at = 0;
    return sub {
        return if $at >= @items;
        return $items[$at++];
    };
}

sub next_id {
    state $id = 100;
    return $id++;
}

my $next = iterator('a', 'b');
my @seen;
while (defined(my $item = $next->())) {
    push @seen, $item . next_id();
}
my %stock = (tea => 2);
while (my ($name, $count) = each %stock) {
    push @seen, "$name=$count";
}
my @sorted = sort { $b cmp $a } @seen;
my ($first) = grep { /^b/ } @sorted;
my @lengths = map { length } @sorted;
print "@sorted $first @lengths\n";
