package DB::Trace;

# How values are shown: as the language writes them, and without running code of the program.

use strict;
no warnings;
no overloading;

our $cut = 0;
our (%alias, $last_alias);
our ($depth_limit, $item_limit, $character_limit);
our %files;

sub shorten {
    my ($text, $room) = @_;
    return $text if length $text <= $room;
    $cut = 1;
    return substr($text, 0, $room > 1 ? $room - 1 : 0) . "\x{2026}";
}

# The type of a scalar that is no reference.
sub scalar_type {
    return 'undef' unless defined $_[0];
    return 'boolean' if builtin::is_bool($_[0]);
    return builtin::created_as_number($_[0]) ? ($_[0] =~ /^-?\d+$/ ? 'integer' : 'number') : 'string';
}

sub type_of {
    my ($value) = @_;
    return ref $value ? builtin::blessed($value) // ref $value : ref \$value eq 'GLOB' ? 'GLOB' : scalar_type($value);
}

sub text_of {
    my ($value, $depth, $room, $path) = @_;
    return reference_text($value, $depth, $room, $path) if ref $value;
    return 'undef' unless defined $value;
    return shorten("*$$1", $room) if ref \$value eq 'GLOB' && "$value" =~ /^\*(.*)/;
    return shorten("$value", $room) if builtin::created_as_number($value);
    return $value ? '!!1' : '!!0' if builtin::is_bool($value);
    return string_text($value, $room);
}

# Whether a value is a string whose text is itself in single quotes: most are, and asking is cheaper than quoting.
sub is_simple {
    return defined $_[0] && !($_[0] =~ tr/ -&(-[\]-~//c) && !utf8::is_utf8($_[0]) && !builtin::is_bool($_[0]) && ref \$_[0] ne 'GLOB';
}

# Text that holds nothing special stands in single quotes.
sub string_text {
    my ($text, $room) = @_;
    return "'$text'" if length $text < $room - 1 && !($text =~ tr/ -&(-[\]-~//c);
    if (length $text > $room) {
        $cut = 1;
        $text = substr $text, 0, $room;
        return shorten(quoted($text), $room - 1) . ($cut ? '' : "\x{2026}");
    }
    return shorten(quoted($text), $room);
}

sub quoted {
    my ($text) = @_;
    # Bytes of a program without `use utf8` that are text to its reader.
    my $bytes = !utf8::is_utf8($text) && $text =~ /[\x80-\xff]/ && !utf8::decode($text);
    if ($bytes) {
        $text =~ s/([\\"\$\@])/\\$1/g;
        $text =~ s/([^\x20-\x7e])/sprintf '\\x%02x', ord $1/ge;
        return "\"$text\"";
    }
    if ($text !~ /[^\x20-\x7e\xa1-\x{d7ff}\x{e000}-\x{10ffff}]/ || $text !~ /[\x00-\x1f\x7f-\xa0]/) {
        $text =~ s/([\\'])/\\$1/g;
        return "'$text'";
    }
    my %short = ("\n" => '\n', "\t" => '\t', "\r" => '\r', "\0" => '\0', "\e" => '\e', "\a" => '\a', "\f" => '\f');
    $text =~ s/([\\"\$\@])/\\$1/g;
    $text =~ s/([\x00-\x1f\x7f-\xa0])/$short{$1} \/\/ sprintf '\\x{%x}', ord $1/ge;
    return "\"$text\"";
}

sub reference_text {
    my ($value, $depth, $room, $path) = @_;
    my $class = builtin::blessed($value);
    my $kind  = builtin::reftype($value);
    return shorten(pattern_text($value), $room) if $kind eq 'REGEXP';
    return shorten(code_text($value), $room) if $kind eq 'CODE';
    return defined $class ? "<$class>" : "<$kind>" unless $kind =~ /^(?:ARRAY|HASH|SCALAR|REF|VSTRING|LVALUE)$/;
    # Objects made in C hold an address of their own.
    return "<$class>" if defined $class && $kind eq 'SCALAR' && builtin::created_as_number($$value) && $$value > 0xffffffff;
    my $address = builtin::refaddr($value);
    return '...' if $path->{$address};
    local $path->{$address} = 1;
    my $text
        = $kind eq 'ARRAY' ? list_text($value, '[', ']', $depth, $room, $path)
        : $kind eq 'HASH'  ? hash_text($value, '{', '}', $depth, $room, $path)
        :                    '\\' . ($depth > 0 ? text_of($$value, $depth - 1, $room - 1, $path) : "\x{2026}");
    return $text unless defined $class;
    return shorten("bless($text, '$class')", $room);
}

sub pattern_text {
    my ($pattern, $flags) = re::regexp_pattern($_[0]);
    return "qr/$pattern/$flags";
}

our (%code_names, $code_count);

sub code_text {
    my $name = code_name($_[0]);
    return defined $name ? "\\&$name" : 'sub { ... }';
}

# The name of a function of the program, for those that have one.
sub code_name {
    my ($code) = @_;
    if (($code_count // -1) != keys %DB::sub) {
        $code_count = keys %DB::sub;
        for my $name (grep { $DB::sub{$_} !~ /^\(eval/ } keys %DB::sub) {
            no strict 'refs';
            $code_names{builtin::refaddr(\&$name)} = $name =~ s/^main:://r if defined &$name && ($files{$DB::sub{$name} =~ s/:\d+-\d+$//r} // 0);
        }
    }
    return $code_names{builtin::refaddr($code)};
}

sub list_text {
    my ($list, $open, $close, $depth, $room, $path) = @_;
    return '<tied>' if tied @$list;
    my $size = @$list;
    return empty_text($open, $close, $size) if $depth <= 0 || !$size;
    $room -= 2;
    my @values = $size > $item_limit ? @$list[0 .. $item_limit - 1] : @$list;
    if (!grep !builtin::created_as_number($_), @values) {
        # Numbers need no care, if there is room for all but the last.
        my $text = join ', ', @values;
        return "$open$text$close" if $size <= $item_limit && length($text) - length($values[-1]) < $room - 1;
    }
    my @parts;
    for my $value (@values) {
        return $open . join(', ', @parts, more()) . $close if $room <= 1;
        push @parts, ref $value || !builtin::created_as_number($value) ? text_of($value, $depth - 1, $room > 4 ? $room - 3 : 1, $path) : "$value";
        $room -= 2 + length $parts[-1];
    }
    push @parts, more() if $size > $item_limit;
    return $open . join(', ', @parts) . $close;
}

our %bare;      # key -> its text with the arrow

# Keys have no order of their own: they are sorted.
sub hash_text {
    my ($hash, $open, $close, $depth, $room, $path) = @_;
    return '<tied>' if tied %$hash;
    return $open . more() . $close if is_walked($hash);
    my $size = %$hash;
    return empty_text($open, $close, $size) if $depth <= 0 || !$size;
    return $open . more() . $close if $size > 1000;
    $room -= 2;
    my @keys = sort keys %$hash;
    return "$open$_$close" for number_pairs($hash, \@keys, $room) // ();
    my @parts;
    for my $key (@keys) {
        return $open . join(', ', @parts, more()) . $close if $room <= 1 || @parts >= $item_limit;
        my $part = $bare{$key} // key_text($key, $room);
        my $value = $hash->{$key};
        my $left = $room > 4 ? $room - length $part : 1;
        push @parts, $part . (builtin::created_as_number($value) && length $value <= $left ? $value : text_of($value, $depth - 1, $left, $path));
        $room -= 2 + length $parts[-1];
    }
    return $open . join(', ', @parts) . $close;
}

# The text of a hash of plain keys and numbers, where all of it has room.
sub number_pairs {
    my ($hash, $keys, $room) = @_;
    return undef if @$keys > $item_limit;
    my @values = @$hash{@$keys};
    my @heads = @bare{@$keys};
    return undef if grep(!builtin::created_as_number($_), @values) || grep !defined, @heads;
    my $at = 0;
    my $text = join ', ', map $_ . $values[$at++], @heads;
    return length $text < $room - 4 ? $text : undef;
}

# Plain keys are kept, as they come again at every event.
sub key_text {
    my ($key, $room) = @_;
    return string_text($key, $room) . ' => ' if $key !~ /^-?[A-Za-z_]\w*$/ && $key !~ /^(?:0|-?[1-9]\d{0,14})$/;
    %bare = () if keys %bare >= 4096;
    return $bare{$key} = "$key => ";
}

# Whether the program is in the middle of an each(): looking at the keys would begin it anew.
our $each_is_used = 0;

sub is_walked {
    return $each_is_used && B::svref_2object($_[0])->RITER != -1;
}

sub more {
    $cut = 1;
    return "\x{2026}";
}

sub empty_text {
    my ($open, $close, $size) = @_;
    return "$open$close" unless $size;
    return $open . more() . $close;
}

# First-seen number of a thing that can be reached by several names. A weak reference tells whether it is still the same thing.
sub alias_of {
    my ($reference) = @_;
    my $address = builtin::refaddr($reference);
    my $entry = $alias{$address};
    return $entry->[1] if $entry && defined $entry->[0];
    $entry = $alias{$address} = [$reference, ++$last_alias];
    builtin::weaken($entry->[0]);
    return $entry->[1];
}

sub known_alias {
    my $entry = $alias{builtin::refaddr($_[0])};
    return $entry && defined $entry->[0] ? $entry->[1] : '';
}

1;
