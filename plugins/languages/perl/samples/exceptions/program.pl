use strict;
use warnings;

package Refused {
    sub new   { my ($class, %self) = @_; return bless {%self}, $class }
    sub throw { my $class = shift; die $class->new(@_) }
    sub code  { return $_[0]{code} }
}

sub inner {
    my ($n) = @_;
    Refused->throw(code => $n) if $n > 1;
    return $n;
}

sub middle {
    my ($n) = @_;
    my $result = inner($n);
    return $result + 1;
}

sub outer {
    my ($n) = @_;
    my $result = eval { middle($n) };
    if (ref $@ && $@->isa('Refused')) {
        return -$@->code;
    }
    return $result;
}

sub again {
    my ($text) = @_;
    eval {
        die "bad number: $text\n" unless $text =~ /^\d+$/;
        1;
    } or do {
        my $error = $@;
        die "again: $error";
    };
    return $text + 0;
}

print outer(1), ' ', outer(2), "\n";
my $ok = eval { again('x'); 1 };
print $ok ? "fine\n" : "failed: $@";
my $none = eval { my $zero = 0; 1 / $zero };
my $message = $@ =~ s/ at .*//sr;
print "$message\n";
again('y');
