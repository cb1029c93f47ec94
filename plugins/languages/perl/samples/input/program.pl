use strict;
use warnings;

print "name? ";
my $name = <STDIN>;
chomp $name if defined $name;
my @rest;
while (my $line = <STDIN>) {
    chomp $line;
    next unless length $line;
    push @rest, $line;
}
print "$name @rest @ARGV\n";
print STDERR "noted\n";
exit scalar @rest;
