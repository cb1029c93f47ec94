package DB::Trace;

# Frames of the program. A call is told of when the first line of the called function is about to run: so functions of the library, which
# have no such line, need no decision. What is left without a word is found when a line runs further out.

use strict;
no warnings;
no overloading;

our (@frames, $numbers, $main_begun, $main_ended);
our %entries;   # where a function was entered -> what is the same each time
our %sorted;    # a function's own names -> the same in order
our %fields;    # a function's name, as a field
our %files;
our ($on, $cut, $output, $pending, $depth_limit, $character_limit);

# A line is about to run at $DB::level; $mine holds the variables it can see.
sub line {
    my ($source, $line, $mine) = @_;
    my $level = $DB::level;
    flush_output() if $output ne '';
    raised_unseen() if $pending || ref $@ || length $@;
    my $frame = $frames[-1];
    if (!$frame || $frame->[LEVEL] != $level || $frame->[SOURCE] != $source) {
        $frame = frame_for($source, $line, $level, $mine) or return;
    }
    line_ran($frame);
    caught($frame) if $pending;
    my $items = changes($frame, $mine);
    $items .= more_changes($frame) if $source->{more};
    $frame->[LINE] = $line;
    record("l$frame->[HEAD]$line$items$frame->[TAGS]");
}

# The frame of a line that does not stand in the innermost one.
sub frame_for {
    my ($source, $line, $level, $mine) = @_;
    leave_above($level) if @frames && $frames[-1][LEVEL] > $level;
    my $frame = $frames[-1];
    return $frame if $frame && $frame->[SOURCE] == $source && ($frame->[LEVEL] == $level || is_block($level));
    return enter($source, $line, $level, $mine);
}

# A block that was given to a function of the library, as to List::Util's, runs without a call of its own: its lines are the caller's.
our %blocks;

sub is_block {
    my $called = $DB::called[$_[0]];
    return 0 if ref $called || !defined $called;
    return $blocks{$called} //= do {
        my ($file) = ($DB::sub{$called} // '') =~ /^(.*):\d+-\d+$/;
        defined $file && $files{$file} ? 0 : 1;
    };
}

sub enter {
    my ($source, $line, $level, $mine) = @_;
    return begin_main($source, $line, $mine) if !@frames && !$main_begun && $level == 0 && $source->{tag} eq '';
    return undef unless $main_begun;
    if (@frames && $frames[-1][LEVEL] == $level) {
        return other_file($source, $line, $level, $mine);
    }
    end_main() if !$main_ended && ${^GLOBAL_PHASE} ne 'RUN';
    my $called = $DB::called[$level] // 'main::__ANON__';
    my ($head, $name, $own, $locals) = @{ $entries{"$source->{tag}:$line:$called"} //= entry($source, $called, $line) };
    my $frame = push_frame($source, $head, $level, $own, $name);
    # The topic is the caller's until the function changes it.
    $frame->[RAW]{'$_'} = $main::_ if $source->{topic} && !ref $main::_;
    # What is visible before the first statement and neither closed over nor declared yet belongs to somebody else.
    my @early = grep exists $mine->{$_->[0]}, @$locals;
    my @outer = map $_->[0], grep !$_->[1], @early;
    $frame->[OUTER] = { map { $_ => builtin::refaddr($mine->{$_}) } @outer } if @outer;
    delete @$mine{map $_->[0], @early} if @early;
    my $items = arguments();
    $items .= changes($frame, $mine);
    call($frame, $head, $items);
    return $frame;
}

# What is the same each time a function is entered at a line: its head, name, and variables, and those of its own with whether the
# signature has them.
sub entry {
    my ($source, $called, $line) = @_;
    my $head = head_line($source, $called, $line);
    my $name = ref $called ? unnamed($source->{lines}[$head]) : "$called" =~ s/^main:://r;
    my $own = own_names($called);
    my ($signature) = ($source->{lines}[$head] // '') =~ /\bsub\b[^{(]*\(([^)]*)/;
    my @locals = map [$_, index($signature // '', $_) >= 0], grep $own->{$_} == 1, sort keys %{ $own // {} };
    return [$head, $name, $own, \@locals];
}

sub unnamed {
    return $_[0] =~ /^\s*(END|INIT|CHECK|UNITCHECK)\b/ ? $1 : '__ANON__';
}

# Names of the function's own variables and of those it closes over: of what surrounds it, the rest is none of its business.
sub own_names {
    my ($called) = @_;
    no strict 'refs';
    my $code = ref $called ? $called : defined &$called ? \&$called : return undef;
    my ($names, $captured) = (PadWalker::peek_sub($code), PadWalker::closed_over($code));
    return { map { $_ => (exists $captured->{$_} ? 2 : 1) } keys %$names };
}

sub arguments {
    my @given = @{$DB::given // []};
    # An object that is just being destroyed must not be kept.
    $DB::given = undef;
    return '' unless @given;
    $cut = 0;
    my $text = list_text(\@given, '(', ')', $depth_limit, $character_limit, {});
    return "\x1f~\@_\x1fARRAY\x1f" . field($text) . "\x1f\x1f" . ($cut ? scalar @given : '');
}

sub push_frame {
    my ($source, $line, $level, $own, $name) = @_;
    my $number = ++$numbers;
    my $names = $own ? $sorted{$own} //= [sort keys %$own] : [];
    my $frame = [$number, $level, $source, $line, "\x1f$number\x1f", $own, {}, -1, $names, {}, ($fields{$name} //= field($name)), $source->{tag}, undef, {}, {}, {}];
    push @frames, $frame;
    return $frame;
}

sub call {
    my ($frame, $line, $items) = @_;
    record("c$frame->[HEAD]$#frames\x1f$line\x1f$frame->[NAME]$items$frame->[TAGS]");
}

sub begin_main {
    my ($source, $line, $mine) = @_;
    $main_begun = 1;
    my $frame = push_frame($source, $line, 0, undef, '<module>');
    call($frame, $line, '');
    return $frame;
}

# A file that is loaded while the program runs has a body of its own.
sub other_file {
    my ($source, $line, $level, $mine) = @_;
    if (@frames > 1 && $frames[-2][LEVEL] == $level && $frames[-2][SOURCE] == $source) {
        leave($frames[-1][LINE], '');
        return $frames[-1];
    }
    my $frame = push_frame($source, $line, $level, undef, '<module>');
    call($frame, $line, '');
    return $frame;
}

# Writes the return of the innermost frame.
sub leave {
    my ($line, $outcome) = @_;
    my $frame = pop @frames;
    record("r$frame->[HEAD]$line$outcome$frame->[TAGS]");
    line_ran($frame);
}

sub leave_above {
    my ($level) = @_;
    announce($frames[-1]) if $pending && !$pending->{told};
    leave($frames[-1][LINE], "\x1fu") while @frames && $frames[-1][LEVEL] > $level;
}

# A function has returned to DB::sub.
sub returned {
    my ($level, $outcome) = @_;
    flush_output() if $output ne '';
    leave_above($level) if $frames[-1][LEVEL] > $level;
    return unless $frames[-1][LEVEL] == $level;
    caught($frames[-1]) if $pending;
    leave($frames[-1][LINE], $outcome);
}

# What no pad holds: package variables in the main body, and the topic of loops everywhere.
sub more_changes {
    my ($frame) = @_;
    my ($shown, $source) = @$frame[SHOWN, SOURCE];
    my $items = '';
    if (!$frame->[OWN]) {
        for my $global (@{$source->{globals}}) {
            my ($name, $full) = @$global;
            my $reference = global($name, $full) // next;
            next if !exists $shown->{$name} && is_empty($name, $reference);
            $items .= change($frame, $name, $reference, 1);
        }
    }
    $items .= change($frame, '$_', \$main::_, 1) if $source->{topic} && (defined $main::_ || exists $shown->{'$_'}) && ref \$main::_ ne 'GLOB';
    return $items;
}

sub global {
    my ($name, $full) = @_;
    no strict 'refs';
    my $sigil = substr $name, 0, 1;
    return $sigil eq '$' ? \$$full : $sigil eq '@' ? \@$full : \%$full;
}

sub is_empty {
    my ($name, $reference) = @_;
    my $sigil = substr $name, 0, 1;
    return $sigil eq '$' ? !defined $$reference : $sigil eq '@' ? !@$reference : !%$reference;
}

# The main body is over: by its end, by exit or by an exception.
sub end_main {
    return if $main_ended || !$main_begun;
    $main_ended = 1;
    flush_output();
    my $left = $pending || @frames > 1;
    announce($frames[-1]) if $pending && !$pending->{told};
    leave($frames[-1][LINE], "\x1fu") while @frames > 1;
    leave($frames[-1][LINE], ($left ? "\x1fu" : '')) if @frames;
    $pending = undef;
}

1;
