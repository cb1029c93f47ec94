package DB::Trace;

# The trace file: records, limits, and what text becomes inside a field.

use strict;
no warnings;

our $on = 0;
our %limits = (events => 100_000, bytes => 32 << 20, depth => 4, items => 32, characters => 256);
our ($wire, $events_left, $bytes_left, $process, $input);
our ($buffer, $room) = ('', 32768);     # records that wait, and how many bytes of them may

sub open_wire {
    my ($descriptor, $text) = @_;
    for my $part (split /,/, $text // '') {
        my ($name, $number) = split /=/, $part;
        $limits{$name} = $number if exists $limits{$name};
    }
    ($events_left, $bytes_left) = @limits{qw(events bytes)};
    open $wire, '+<&=', $descriptor or return;
    binmode $wire;
    fcntl $wire, 2, 1;    # F_SETFD, FD_CLOEXEC: a program that is executed must not find it
    $process = $$;
    $on = 1;
}

# Where the program may end without a word, no record waits.
sub write_at_once {
    $room = 0;
}

sub flush_records {
    syswrite $wire, $buffer;
    $buffer = '';
}

# Writes one record of bytes; at a limit it writes the last one and stops.
sub record {
    flush_input() if $input ne '';
    my $size = length $_[0];
    return stop_at($events_left <= 0 ? 'events' : 'bytes') if $events_left <= 0 || $bytes_left < $size + 9;
    $events_left--;
    $bytes_left -= $size + 9;
    $buffer .= "$size:$_[0],";
    flush_records() if length $buffer > $room;
}

sub stop_at {
    my ($limit) = @_;
    return unless $on;
    $buffer .= length($limit) + 2 . ":z\x1f$limit,";
    stop();
}

sub stop {
    $on = 0;
    ($DB::single, $DB::trace, $DB::signal) = (0, 0, 0);
    $^P = 0;
    unhook_streams();
    flush_records();
}

# Characters as bytes of a field.
sub field {
    my ($text) = @_;
    utf8::encode($text);
    $text =~ s/([\x10\x1f])/$1 eq "\x10" ? "\x10\x50" : "\x10\x5f"/ge if $text =~ /[\x10\x1f]/;
    return $text;
}

1;
