# Prices of parcels by weight and zone, with a discount for regular customers.
use strict;
use warnings;

my $OVERSIZE_CM = 120;
my $OVERSIZE_FEE = 750;
my @RATES = (
    { up_to => 1000,  home => 390, abroad => 890 },
    { up_to => 5000,  home => 590, abroad => 1490 },
    { up_to => 10000, home => 950, abroad => 2390 },
);

# The price of a parcel in cents, or undef where it is too heavy.
sub rate {
    my ($grams, $zone) = @_;
    for my $row (@RATES) {
        return $row->{$zone} if $grams <= $row->{up_to};
    }
    return undef;
}

sub price {
    my (%parcel) = @_;
    my $zone = $parcel{country} eq 'DE' ? 'home' : 'abroad';
    my $cents = rate($parcel{grams}, $zone);
    die "too heavy: $parcel{grams} g\n" unless defined $cents;
    $cents += $OVERSIZE_FEE if $parcel{length} > $OVERSIZE_CM;
    if ($parcel{regular}) {
        $cents -= int($cents / 10);
    }
    return $cents;
}

my @parcels = (
    { grams => 800,   length => 30,  country => 'DE', regular => 0 },
    { grams => 4200,  length => 130, country => 'FR', regular => 1 },
    { grams => 12000, length => 60,  country => 'DE', regular => 1 },
    { grams => 10000, length => 60,  country => 'DE', regular => 1 },
);
my $total = 0;
my $refused = 0;
foreach my $parcel (@parcels) {
    my $cents = eval { price(%$parcel) };
    if ($@) {
        chomp(my $reason = $@);
        print "refused ($reason)\n";
        $refused++;
        next;
    }
    $total += $cents;
    printf "%6.2f to %s\n", $cents / 100, $parcel->{country};
}
printf "%6.2f in all, %d refused\n", $total / 100, $refused;
