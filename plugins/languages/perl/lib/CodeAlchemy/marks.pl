package DB::Trace;

# Marks of collections. Equal marks mean equal texts, and a mark is made in far fewer steps than a text: by joining copies of what is shown.
# What can't be told from a mark has none and is shown anew each time.

use strict;
no warnings;
no overloading;

use constant { MARK_VALUES => 1000, MARK_LENGTH => 8192 };

our ($item_limit, $each_is_used, $depth_limit);
our $mark_room;     # how many values a mark may still have

# Whether a collection is as it was when this was last asked. Where no mark can tell, none is made again.
sub is_same {
    my ($name, $reference, $marks) = @_;
    my $before = $marks->{$name};
    return 0 if !defined $before && exists $marks->{$name};
    my $now = $marks->{$name} = mark_of($reference);
    return defined $now && defined $before && $now eq $before;
}

# Of an array or a hash that holds plain values, or arrays and hashes of them.
sub mark_of {
    my ($reference) = @_;
    my $kind = builtin::reftype($reference);
    $mark_room = MARK_VALUES;
    my $mark = ($kind eq 'ARRAY' ? list_mark($reference, $depth_limit) : $kind eq 'HASH' ? hash_mark($reference, $depth_limit) : undef) // return undef;
    return alias_of($reference) . ';' . builtin::blessed($reference) . ";$mark";
}

# Copies are joined: what is joined would keep a trace of it.
sub list_mark {
    my ($list, $depth) = @_;
    return undef if tied @$list;
    my $size = @$list;
    return "$size;" if $depth <= 0 || !$size;
    my @values = $size > $item_limit ? @$list[0 .. $item_limit - 1] : @$list;
    return undef if ($mark_room -= @values) < 0;
    my $text = join "\0", @values;
    return undef if $text =~ tr/\x01-)+-\x7f//c != $#values || length $text > MARK_LENGTH;
    my $types = join '', map +(builtin::created_as_number($_) ? 'n' : ref ? 'r' : builtin::is_bool($_) ? 'b' : defined ? 's' : 'u'), @values;
    return "$size;$types;$text" if index($types, 'r') < 0;
    my $inner = inner_marks(\@values, $depth - 1) // return undef;
    return "$size;$types;$text;$inner";
}

sub hash_mark {
    my ($hash, $depth) = @_;
    return undef if tied %$hash || $each_is_used;
    my $size = %$hash;
    return "$size;" if $depth <= 0 || !$size || $size > 1000;
    return undef if ($mark_room -= $size) < 0;
    my @pairs = %$hash;
    my $text = join "\0", @pairs;
    return undef if $text =~ tr/\x01-)+-\x7f//c != $#pairs || length $text > MARK_LENGTH;
    my $types = join '', map +(builtin::created_as_number($_) ? 'n' : ref ? 'r' : builtin::is_bool($_) ? 'b' : defined ? 's' : 'u'), values %$hash;
    return "$size;$types;$text" if index($types, 'r') < 0;
    my $inner = inner_marks(\@pairs, $depth - 1) // return undef;
    return "$size;$types;$text;$inner";
}

# What the references among values lead to. Their own texts, with class and address, stand in the mark already.
sub inner_marks {
    my ($values, $depth) = @_;
    my @marks;
    for my $value (grep ref, @$values) {
        my $kind = builtin::reftype($value);
        push @marks, ($kind eq 'ARRAY' ? list_mark($value, $depth) : $kind eq 'HASH' ? hash_mark($value, $depth) : undef) // return undef;
    }
    return join ';', @marks;
}

1;
