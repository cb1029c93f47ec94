package DB::Trace;

# What changed in a frame since its last event.

use strict;
no warnings;
no overloading;

use constant {
    NUMBER => 0, LEVEL => 1, SOURCE => 2, LINE => 3, HEAD => 4, OWN => 5, SHOWN => 6, SEEN => 7, NAMES => 8, RAW => 9, NAME => 10, TAGS => 11,
    OUTER => 12, NUMBERS => 13,
};

our $clock = 0;
our %head;      # name -> what the item of a number begins with
our ($cut, $depth_limit, $character_limit);

# Items for the variables in $mine (name -> reference), limited to those the frame owns.
sub changes {
    my ($frame, $mine) = @_;
    my ($shown, $raw, $numbers) = @$frame[SHOWN, RAW, NUMBERS];
    without_outer($mine, $frame->[OUTER]) if $frame->[OUTER];
    my $full = $frame->[SEEN] != $clock;
    $frame->[SEEN] = $clock;
    my $items = '';
    my $names = $frame->[NAMES];
    my $seen = 0;
    for my $name (@$names) {
        my $reference = $mine->{$name};
        if (!defined $reference) {
            $items .= gone($name, $shown, $raw, $numbers) if exists $shown->{$name};
            next;
        }
        $seen++;
        # Most variables are as they were, and this is asked at every event. A copy, for comparing would leave its mark.
        if (defined(my $count = $numbers->{$name})) {
            if (!tied $$reference && builtin::created_as_number(my $value = $$reference)) {
                next if $value == $count;
                $numbers->{$name} = $value;
                $items .= $shown->{$name} = $head{$name} . ($value =~ tr/0-9\-//c ? "number\x1f$value" : "integer\x1f$value");
                next;
            }
            delete $numbers->{$name};
        } elsif (defined(my $before = $raw->{$name})) {
            if (ref $before) {
                next if !$full && ref $$reference && $$before == builtin::refaddr($$reference);
            } elsif (!tied $$reference) {
                my $value = $$reference;
                next if $value eq $before && ($before ne '' || defined $value);
            }
        } elsif (!$full && exists $shown->{$name} && !exists $raw->{$name}) {
            next;    # a collection that can't have changed
        }
        $items .= change($name, $reference, $shown, $raw, $full, $numbers);
    }
    # A function's names are known from the start; the main body's come one by one.
    if ($seen < keys %$mine && !$frame->[OWN]) {
        my %known = map { $_ => 1 } @$names;
        for my $name (sort grep { !$known{$_} } keys %$mine) {
            push @$names, $name;
            $items .= change($name, $mine->{$name}, $shown, $raw, 1, $numbers);
        }
    }
    return $items;
}

# Until a function declares a variable, its name may mean another one further out.
sub without_outer {
    my ($mine, $outer) = @_;
    for my $name (keys %$outer) {
        delete $mine->{$name} if exists $mine->{$name} && $outer->{$name} == builtin::refaddr($mine->{$name});
    }
}

sub gone {
    my $name = shift;
    delete $_->{$name} for @_;
    return "\x1f-" . field($name);
}

sub change {
    my ($name, $reference, $shown, $raw, $full, $numbers) = @_;
    if (substr($name, 0, 1) eq '$') {
        return '' if tied $$reference;
        my $value = $$reference;
        if (!ref $value) {
            # Most scalars are as they were.
            if (exists $raw->{$name}) {
                my $before = $raw->{$name};
                return '' if defined $value ? defined $before && $value eq $before : !defined $before;
            }
            if (builtin::created_as_number($value)) {
                delete $raw->{$name};
                $numbers->{$name} = $value if $numbers;
                return number($name, $shown, $value);
            }
            $raw->{$name} = $value;
            return item($name, $shown, scalar_type($value), $value, undef);
        }
        return '' if !$full && exists $raw->{$name} && ref $raw->{$name} && ${$raw->{$name}} == builtin::refaddr($value);
        $raw->{$name} = \builtin::refaddr($value);
        return item($name, $shown, type_of($value), $value, $value);
    }
    return '' unless $full || !exists $shown->{$name};
    return container($name, $reference, $shown);
}

# An array or a hash that a name stands for, in parentheses as in a list assignment.
sub container {
    my ($name, $reference, $shown) = @_;
    $cut = 0;
    my $array = substr($name, 0, 1) eq '@';
    return '' if !$array && is_walked($reference);
    my $path = { builtin::refaddr($reference) => 1 };
    my $text = $array
        ? list_text($reference, '(', ')', $depth_limit, $character_limit, $path)
        : hash_text($reference, '(', ')', $depth_limit, $character_limit, $path);
    return '' if exists $shown->{$name} && $shown->{$name} eq $text . ($cut ? "\0" . length_of($reference) : '');
    $shown->{$name} = $text . ($cut ? "\0" . length_of($reference) : '');
    return "\x1f~" . field($name) . "\x1f" . ($array ? 'ARRAY' : 'HASH') . "\x1f" . field($text) . "\x1f" . alias_of($reference) . "\x1f" . ($cut ? length_of($reference) : '');
}

# Most scalars are numbers: their text needs no care.
sub number {
    my ($name, $shown, $value) = @_;
    my $rest = ($head{$name} //= "\x1f=" . field($name) . "\x1f") . ($value =~ tr/0-9\-//c ? "number\x1f$value" : "integer\x1f$value");
    return '' if ($shown->{$name} // '') eq $rest;
    return $shown->{$name} = $rest;
}

sub item {
    my ($name, $shown, $type, $value, $shared) = @_;
    $cut = 0;
    my $text = text_of($value, $depth_limit, $character_limit, {});
    my $number = defined $shared && is_shared($value) ? alias_of($shared) : '';
    my $rest = $number eq '' && !$cut
        ? "=" . field($name) . "\x1f" . field($type) . "\x1f" . field($text)
        : "~" . field($name) . "\x1f" . field($type) . "\x1f" . field($text) . "\x1f$number\x1f" . ($cut ? length_of($value) : '');
    return '' if exists $shown->{$name} && $shown->{$name} eq $rest;
    $shown->{$name} = $rest;
    return "\x1f$rest";
}

sub is_shared {
    return builtin::reftype($_[0]) =~ /^(?:ARRAY|HASH|SCALAR|REF)$/;
}

sub length_of {
    my ($value) = @_;
    return length $value unless ref $value;
    my $kind = builtin::reftype($value);
    return $kind eq 'ARRAY' ? scalar @$value : $kind eq 'HASH' ? scalar %$value : '';
}

# The item of a returned value.
sub result {
    my ($value) = @_;
    $cut = 0;
    my $text = text_of($value, $depth_limit, $character_limit, {});
    my $number = ref $value && is_shared($value) ? known_alias($value) : '';
    my $type = field(type_of($value));
    return "\x1f>\x1f$type\x1f" . field($text) if $number eq '' && !$cut;
    return "\x1f^\x1f$type\x1f" . field($text) . "\x1f$number\x1f" . ($cut ? length_of($value) : '');
}

# A list is shown as one value.
sub result_list {
    my ($list) = @_;
    $cut = 0;
    my $text = list_text($list, '(', ')', $depth_limit, $character_limit, {});
    return $cut ? "\x1f^\x1flist\x1f" . field($text) . "\x1f\x1f" . @$list : "\x1f>\x1flist\x1f" . field($text);
}

1;
