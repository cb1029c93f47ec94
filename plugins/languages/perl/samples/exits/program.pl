use strict;
use warnings;

END {
    print "closing\n";
}

sub stop {
    my ($code) = @_;
    print "stopping\n";
    exit $code;
}

sub run {
    my @steps = @_;
    for my $step (@steps) {
        stop($step + 3) if $step == 1;
    }
}

$| = 1;
warn "starting\n";
run(0, 1, 2);
print "never\n";
