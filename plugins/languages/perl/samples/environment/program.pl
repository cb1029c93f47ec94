use strict;
use warnings;

# The order of a hash's keys depends on all that was in it before.
my $names = join ' ', keys %ENV;
print "$names\n";
$ENV{ADDED} = 'here';
print `printenv ADDED`;
my $home = $ENV{HOME};
print "$home\n";
