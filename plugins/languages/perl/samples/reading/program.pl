use strict;
use warnings;

my %seen;
while (my $line = <STDIN>) {
    last if $line =~ /^--/;
    for my $word (split ' ', $line) {
        next if $word eq 'the';
        $seen{lc $word}++;
    }
}
print join(' ', map {"$_=$seen{$_}"} sort keys %seen), "\n";

my $letter = getc STDIN;
read STDIN, my $few, 3;
print "$letter$few\n";
{
    local $/ = '';
    my $paragraph = <STDIN>;
    print length($paragraph), "\n";
}
{
    local $/ = ';';
    my $part = <STDIN>;
    chomp $part;
    print "$part\n";
}
my $rest = do { local $/; <STDIN> };
print $rest;
print eof(STDIN) ? "end\n" : "more\n";
