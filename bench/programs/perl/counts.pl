use strict;
use warnings;

sub mix {
    my ($state, $value) = @_;
    $state = ($state * 31 + $value) % 1000003;
    return $state;
}

sub label {
    my ($number) = @_;
    my $text = "item";
    my $digit = $number % 10;
    $text = $text . $digit;
    return $text;
}

sub work {
    my ($rounds) = @_;
    my @slots = (0) x 8;
    my %counts;
    my $state = 7;
    my $best = 0;
    for (my $i = 0; $i < $rounds; $i++) {
        $state = mix($state, $i);
        my $slot = $state % 8;
        $slots[$slot] = $slots[$slot] + 1;
        my $name = label($state);
        $counts{$name} = ($counts{$name} || 0) + 1;
        if ($state > $best) {
            $best = $state;
        }
    }
    return $best + $slots[0] + ($counts{"item3"} || 0);
}

print work($ARGV[0]), "\n";
