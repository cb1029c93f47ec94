use strict;
use warnings;

package Shape {
    use overload '""' => sub { die "never asked by a tracer" }, '==' => sub { 1 };

    our $made = 0;

    sub new {
        my ($class, %fields) = @_;
        my $self = bless { name => 'shape', %fields }, $class;
        $made++;
        return $self;
    }

    sub describe {
        my $self = shift;
        return $self->{name} . ' of ' . $self->area;
    }

    sub DESTROY {
        my $self = shift;
        print "gone: $self->{name}\n";
    }
}

package Square {
    our @ISA = ('Shape');

    sub new {
        my ($class, $side) = @_;
        my $self = Shape::new($class, name => 'square', side => $side);
        return $self;
    }

    sub area {
        my $self = shift;
        return $self->{side} ** 2;
    }

    sub AUTOLOAD {
        my $self = shift;
        our $AUTOLOAD;
        my ($name) = $AUTOLOAD =~ /(\w+)$/;
        return if $name eq 'DESTROY';
        return "ghost $name";
    }
}

my $square = Square->new(3);
my $same = $square;
$same->{side} = 4;
my $text = $square->describe;
my $ghost = $square->missing;
{
    my $short = Shape->new(name => 'brief');
}
print "$text $ghost $Shape::made\n";
