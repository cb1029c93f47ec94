# Builds an index: every word of the input with the numbers of its lines.
use strict;
use warnings;

use constant SHORTEST => 3;
my %IGNORED = map { $_ => 1 } qw(the and with for);

# Returns the words of a line that belong into the index.
sub words_of {
    my ($line) = @_;
    my @words;
    while ($line =~ /([A-Za-z]+)/g) {
        my $word = lc $1;
        next if length($word) < SHORTEST;
        next if $IGNORED{$word};
        push @words, $word;
    }
    return @words;
}

# Joins numbers that follow each other: 1, 2, 3, 7 becomes "1-3, 7".
sub ranges {
    my (@numbers) = @_;
    my @ranges;
    my $i = 0;
    while ($i < @numbers) {
        my $j = $i;
        $j++ while $j < $#numbers && $numbers[$j + 1] == $numbers[$j] + 1;
        push @ranges, $i == $j ? $numbers[$i] : "$numbers[$i]-$numbers[$j]";
        $i = $j + 1;
    }
    return join ', ', @ranges;
}

my $text = do { local $/; <STDIN> };
my %index;
my $number = 0;
for my $line (split /\n/, $text) {
    $number++;
    for my $word (words_of($line)) {
        my $lines = $index{$word} ||= [];
        push @$lines, $number unless @$lines && $lines->[-1] == $number;
    }
}
die "nothing to index\n" unless %index;
for my $word (sort keys %index) {
    printf "%-8s %s\n", $word, ranges(@{ $index{$word} });
}
