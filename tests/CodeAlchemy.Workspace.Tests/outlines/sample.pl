# Counts words.
package Counter;
use strict;
use List::Util qw(sum);

# Counts one word.
sub add {
    my ($self, $word) = @_;
    return ++$self->{$word};
}

package main;

sub twice { return 2 * shift } # doubled

print twice(2), "\n";
