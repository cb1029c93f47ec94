package DB::Trace;

# Output and input, placed in time by a layer on top of the standard streams: print, printf, say and <STDIN> all go through it, and the
# handles stay what they are.

use strict;
no warnings;

our ($output, $output_to, $input, @layered) = ('', 1, '');
our ($on, $process, $room);

sub hook_streams {
    my ($reads) = @_;
    layer(\*STDOUT, 'DB::Trace::Out1', 'STDOUT');
    layer(\*STDERR, 'DB::Trace::Out2', 'STDERR');
    layer(\*STDIN, 'DB::Trace::In', 'STDIN') if $reads;
    delete @INC{qw(PerlIO.pm PerlIO/via.pm)};
}

sub layer {
    my ($handle, $class, $name) = @_;
    push @layered, $handle if defined fileno $handle && binmode($handle, ":via($class)") && $class ne 'DB::Trace::In';
}

# The layer of the input stays: it holds what was read ahead.
sub unhook_streams {
    binmode $_, ':pop' for grep { defined fileno $_ && join(' ', PerlIO::get_layers($_)) =~ /via\(DB::Trace/ } splice @layered;
}

sub written {
    my ($descriptor) = @_;
    return unless $on && $process == $$;
    flush_input() if $input ne '';
    flush_output() if $output_to != $descriptor;
    $output_to = $descriptor;
    $output .= $_[1];
}

# What was printed since the last event is one record.
sub flush_output {
    return if $output eq '';
    my $data = $output;
    $output = '';
    $data =~ s/([\x10\x1f])/$1 eq "\x10" ? "\x10\x50" : "\x10\x5f"/ge;
    record("o\x1f$output_to\x1f$data");
}

# How a pipe parts what comes through it is chance, so the parts of a line that are read one after the other are one record.
sub was_read {
    my ($data) = @_;
    return unless $on && $process == $$;
    flush_output() if $input eq '';
    $input .= $data;
    flush_input() if $data =~ /\n\z/ || !$room;
}

sub flush_input {
    my $data = $input;
    $input = '';
    $data =~ s/([\x10\x1f])/$1 eq "\x10" ? "\x10\x50" : "\x10\x5f"/ge;
    record("i\x1f0\x1f$data");
}

package DB::Trace::Layer;

sub PUSHED  { return bless {}, $_[0] }
sub BINMODE { return 0 }
sub UTF8    { return 0 }

package DB::Trace::Out1;

our @ISA = 'DB::Trace::Layer';

sub WRITE {
    my ($layer, $data, $below) = @_;
    local ($,, $\);
    print $below $data or return -1;
    DB::Trace::written($layer->descriptor, $data);
    return length $data;
}

# Turning the flag on writes out what is waiting.
sub FLUSH {
    my ($layer, $below) = @_;
    return 0 unless defined $below;
    my $before = select $below;
    $| = 1;
    $| = 0;
    select $before;
    return 0;
}

sub descriptor { return 1 }

package DB::Trace::Out2;

our @ISA = 'DB::Trace::Out1';

sub descriptor { return 2 }

package DB::Trace::In;

our @ISA = 'DB::Trace::Layer';

# One line, or what there is of it where a pipe or a terminal has no more for now. It is not read with <>: the interpreter holds on to
# the text of $/ while it asks for more, and "local $/" would free it.
sub FILL {
    my ($layer, $below) = @_;
    my $end;
    while (($end = index $layer->{ahead}, "\n") < 0) {
        last if $layer->{ahead} ne '' && !is_waiting($below);
        my $size = sysread $below, $layer->{ahead}, 8192, length $layer->{ahead};
        next if !defined $size && $! == 4;    # EINTR
        last unless $size;
    }
    return if $layer->{ahead} eq '';
    my $line = substr $layer->{ahead}, 0, $end < 0 ? length $layer->{ahead} : $end + 1, '';
    DB::Trace::was_read($line);
    return $line;
}

sub PUSHED { return bless {ahead => ''}, $_[0] }

# Whether reading would give something at once, be it the end.
sub is_waiting {
    my ($handle) = @_;
    my $bits = '';
    vec($bits, fileno $handle, 1) = 1;
    return select($bits, undef, undef, 0) > 0;
}

1;
