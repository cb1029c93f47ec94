package DB::Trace;

# What changed in a frame since its last event.

use strict;
no warnings;
no overloading;

use constant {
    NUMBER => 0, LEVEL => 1, SOURCE => 2, LINE => 3, HEAD => 4, OWN => 5, SHOWN => 6, SEEN => 7, NAMES => 8, RAW => 9, NAME => 10, TAGS => 11,
    OUTER => 12, NUMBERS => 13, MARKS => 14, FLAT => 15,
};

# When something may have changed: a time is a number that grows.
our ($clock, $anything_at) = (0, 0);
our %head_of_collection;     # the same of arrays and hashes
our %gone;      # name -> the item that it is gone
our %touched_at;    # name of a collection -> when a line named it
our %head;      # name -> what the item of a plain value begins with
our ($cut, $depth_limit, $character_limit, $each_is_used);

# The line that a frame was at is over.
sub line_ran {
    my ($frame) = @_;
    my $names = $frame->[SOURCE]{touched}[$frame->[LINE]];
    return $anything_at = ++$clock if !$names;
    return if !@$names;
    $clock++;
    $touched_at{$_} = $clock for @$names;
}

# Items for the variables in $mine (name -> reference), limited to those the frame owns.
sub changes {
    my ($frame, $mine) = @_;
    my ($names, $numbers, $raw, $shown) = @$frame[NAMES, NUMBERS, RAW, SHOWN];
    without_outer($mine, $frame->[OUTER]) if $frame->[OUTER];
    my ($seen, $flat) = @$frame[SEEN, FLAT];
    my $full = $seen != $clock;
    my $named = $full && $seen >= $anything_at;
    $frame->[SEEN] = $clock;
    my ($items, $at, $name, $value, $before) = ('', -1);
    my @references = @$mine{@$names};
    # Most variables are as they were, and this is asked at every event. Copies are compared: comparing would leave its mark.
    for my $reference (@references) {
        $name = $names->[++$at];
        if (defined($before = $numbers->{$name})) {
            if (defined $reference && !tied $$reference && builtin::created_as_number($value = $$reference)) {
                next if $value == $before;
                $numbers->{$name} = $value;
                $before = $head{$name} . ($value =~ tr/0-9\-//c ? "number\x1f$value" : "integer\x1f$value");
                $items .= $shown->{$name} = $before if $shown->{$name} ne $before;
                next;
            }
        } elsif (defined($before = $raw->{$name})) {
            next if defined $reference && (ref $before
                ? !$full && ref $$reference && $$before == builtin::refaddr($$reference)
                : !tied $$reference && ($value = $$reference) eq $before && ($before ne '' || defined $value));
        } elsif (defined $reference && exists $shown->{$name} && !exists $raw->{$name}) {
            next if !$full;     # a collection that can't have changed
            if ($named && exists $flat->{$name}) {
                $items .= container($frame, $name, $reference) if $touched_at{$name} > $seen;
                next;
            }
        }
        $items .= defined $reference ? change($frame, $name, $reference, $full) : exists $shown->{$name} ? gone($frame, $name) : '';
    }
    # A function's names are known from the start; the main body's come one by one.
    $items .= new_names($frame, $mine, scalar grep defined, @references) if !$frame->[OWN];
    return $items;
}

sub new_names {
    my ($frame, $mine, $seen) = @_;
    return '' if $seen == keys %$mine;
    my $names = $frame->[NAMES];
    my %known = map { $_ => 1 } @$names;
    my @new = sort grep { !$known{$_} } keys %$mine;
    push @$names, @new;
    return join '', map { change($frame, $_, $mine->{$_}, 1) } @new;
}

# Until a function declares a variable, its name may mean another one further out.
sub without_outer {
    my ($mine, $outer) = @_;
    for my $name (keys %$outer) {
        delete $mine->{$name} if exists $mine->{$name} && $outer->{$name} == builtin::refaddr($mine->{$name});
    }
}

sub gone {
    my ($frame, $name) = @_;
    delete $_->{$name} for @$frame[SHOWN, RAW, NUMBERS, MARKS, FLAT];
    return $gone{$name} //= "\x1f-" . field($name);
}

sub change {
    my ($frame, $name, $reference, $full) = @_;
    my ($shown, $raw) = @$frame[SHOWN, RAW];
    if (substr($name, 0, 1) ne '$') {
        return '' if exists $shown->{$name} && (!$full || is_same($name, $reference, $frame->[MARKS]));
        return container($frame, $name, $reference);
    }
    return '' if tied $$reference;
    my $value = $$reference;
    return reference($frame, $name, $value, $full) if ref $value;
    if (exists $raw->{$name}) {
        my $before = $raw->{$name};
        return '' if defined $value ? defined $before && $value eq $before : !defined $before;
    }
    if (builtin::created_as_number($value)) {
        delete $raw->{$name};
        $frame->[NUMBERS]{$name} = $value;
        my $item = ($head{$name} //= "\x1f=" . field($name) . "\x1f") . ($value =~ tr/0-9\-//c ? "number\x1f$value" : "integer\x1f$value");
        return ($shown->{$name} // '') eq $item ? '' : ($shown->{$name} = $item);
    }
    delete $frame->[NUMBERS]{$name};
    $raw->{$name} = $value;
    return item($name, $shown, scalar_type($value), $value, undef) unless is_simple($value) && length $value < $character_limit - 1;
    my $item = ($head{$name} //= "\x1f=" . field($name) . "\x1f") . "string\x1f'$value'";
    return ($shown->{$name} // '') eq $item ? '' : ($shown->{$name} = $item);
}

# Of a variable that holds a reference.
sub reference {
    my ($frame, $name, $value, $full) = @_;
    my ($raw, $marks) = @$frame[RAW, MARKS];
    my $before = $raw->{$name};
    if (ref $before && $$before == builtin::refaddr($value)) {
        return '' if !$full || is_same($name, $value, $marks);
    } else {
        delete $frame->[NUMBERS]{$name};
        $raw->{$name} = \builtin::refaddr($value);
        delete $marks->{$name};
    }
    return item($name, $frame->[SHOWN], type_of($value), $value, $value);
}

# An array or a hash that a name stands for, in parentheses as in a list assignment.
sub container {
    my ($frame, $name, $reference) = @_;
    my $array = substr($name, 0, 1) eq '@';
    return '' if !$array && is_walked($reference);
    my $shown = $frame->[SHOWN];
    note_flat($frame->[FLAT], $name, $reference, $array);
    delete $frame->[MARKS]{$name} if exists $frame->[FLAT]{$name};
    $cut = 0;
    my $path = { builtin::refaddr($reference) => 1 };
    my $text = $array
        ? list_text($reference, '(', ')', $depth_limit, $character_limit, $path)
        : hash_text($reference, '(', ')', $depth_limit, $character_limit, $path);
    my $whole = $cut ? "$text\0" . length_of($reference) : $text;
    return '' if exists $shown->{$name} && $shown->{$name} eq $whole;
    $shown->{$name} = $whole;
    return ($head_of_collection{$name} //= "\x1f~" . field($name) . "\x1f") . ($array ? 'ARRAY' : 'HASH') . "\x1f" . field($text) . "\x1f" . alias_of($reference) . "\x1f" . ($cut ? length_of($reference) : '');
}

# Without references in it, a collection changes only where it is named.
sub note_flat {
    my ($flat, $name, $reference, $array) = @_;
    delete $flat->{$name};
    return if $array ? tied @$reference || @$reference > 1000 || grep ref, @$reference : tied %$reference || $each_is_used || %$reference > 1000 || grep ref, values %$reference;
    $flat->{$name} = 1;
}

sub item {
    my ($name, $shown, $type, $value, $shared) = @_;
    $cut = 0;
    my $text = text_of($value, $depth_limit, $character_limit, {});
    my $number = defined $shared && is_shared($value) ? alias_of($shared) : '';
    my $item = $number eq '' && !$cut
        ? "\x1f=" . field($name) . "\x1f" . field($type) . "\x1f" . field($text)
        : "\x1f~" . field($name) . "\x1f" . field($type) . "\x1f" . field($text) . "\x1f$number\x1f" . ($cut ? length_of($value) : '');
    return ($shown->{$name} // '') eq $item ? '' : ($shown->{$name} = $item);
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
    if (!ref $value) {
        return "\x1f>\x1f" . ($value =~ tr/0-9\-//c ? 'number' : 'integer') . "\x1f$value" if builtin::created_as_number($value);
        return "\x1f>\x1fstring\x1f'$value'" if is_simple($value) && length $value < $character_limit - 1;
    }
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
