use strict;
use warnings;
use utf8;
binmode STDOUT, ':utf8';

my @numbers = (1, 2.5, -3, 1e30, 0x1f, 10 ** 15);
my $digits = '42';
my $sum = $digits + 1;
my $long = 'ab' x 400;
my $text = "Grüße, 世界!\tend\n";
my $quote = q(it's "quoted" $here);
my $raw = "\x01\xff";
my %names = (ann => 1, bob => [2, { deep => { deeper => { deepest => 1 } } }], 'a key' => undef);
my @many = (1 .. 100);
my $alias = \@many;
push @$alias, 101;
my $ring = { name => 'ring' };
$ring->{self} = $ring;
my $scalar_ref = \$sum;
$$scalar_ref++;
my $pattern = qr/a+b/i;
my $code = sub { return $_[0] * 2 };
my $named = \&length_of;
my ($first, undef, @rest) = @numbers;
my @grid = ([1, 2], [3, 4]);
$grid[1][0] = 30;
delete $names{bob};
my $file = \*STDOUT;

sub length_of { return length $_[0] }

print join(' ', $first, scalar @rest, $code->(4), $named->($text), $sum), "\n";
