package DB::Trace;

# What changed in a frame since its last event.

use strict;
no warnings;
no overloading;

use constant {
    NUMBER => 0, LEVEL => 1, SOURCE => 2, LINE => 3, HEAD => 4, OWN => 5, SHOWN => 6, SEEN => 7, NAMES => 8, RAW => 9, NAME => 10, TAGS => 11,
};

our $clock = 0;
our ($cut, $depth_limit, $character_limit);

# Items for the variables in $mine (name -> reference), limited to those the frame owns.
sub changes {
    my ($frame, $mine) = @_;
    my ($own, $shown, $raw) = @$frame[OWN, SHOWN, RAW];
    my $full = $frame->[SEEN] != $clock;
    $frame->[SEEN] = $clock;
    my $items = '';
    my $names = $frame->[NAMES];
    my $seen = 0;
    for my $name (@$names) {
        my $reference = $mine->{$name};
        if (!defined $reference) {
            next unless exists $shown->{$name};
            delete @$shown{$name};
            delete $raw->{$name};
            $items .= "\x1f-" . field($name);
            next;
        }
        $seen++;
        $items .= change($name, $reference, $shown, $raw, $full);
    }
    if ($seen < keys %$mine) {
        my %known = map { $_ => 1 } @$names;
        for my $name (sort grep { !$known{$_} && (!$own || $own->{$_}) } keys %$mine) {
            push @$names, $name;
            $items .= change($name, $mine->{$name}, $shown, $raw, 1);
        }
    }
    return $items;
}

sub change {
    my ($name, $reference, $shown, $raw, $full) = @_;
    if (substr($name, 0, 1) eq '$') {
        return '' if tied $$reference;
        my $value = $$reference;
        if (!ref $value) {
            # Most scalars are as they were.
            if (exists $raw->{$name}) {
                my $before = $raw->{$name};
                return '' if defined $value ? defined $before && $value eq $before : !defined $before;
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
