package DB::Trace;

# Exceptions: where they are raised, and where the program goes on.

use strict;
no warnings;
no overloading;

our $pending;       # the exception on its way: what it is, and whether the trace has told of it
our $last_error = '';
our $handler_is_ours = 0;
our ($on, $process, @frames, %files, $clock, $anything_at, $depth_limit, $character_limit);

# Told by the interpreter at every die, before anything is unwound.
sub on_die {
    my ($error) = @_;
    return unless $on && @frames && $process == $$;
    my ($package, $file, $line) = caller;
    my $source = $files{$file};
    my $again = same_error($error);
    $pending = { error => $error, told => $again };
    return unless $source;
    $anything_at = ++$clock;
    my $frame = $frames[-1];
    $frame->[LINE] = $line if $frame->[SOURCE] == $source;
    announce($frame) unless $again;
}

# An exception that is raised again is the same one. A string is, when it still stands in $@.
sub same_error {
    my ($error) = @_;
    return ref $last_error && builtin::refaddr($error) == builtin::refaddr($last_error) if ref $error;
    return !ref $last_error && !ref $@ && $error eq $@ && $error eq $last_error;
}

sub announce {
    my ($frame) = @_;
    flush_output();
    $pending->{told} = 1;
    $last_error = $pending->{error};
    record("x$frame->[HEAD]$frame->[LINE]" . error_items($last_error) . $frame->[TAGS]);
}

sub error_items {
    my ($error) = @_;
    my $type = ref $error ? type_of($error) : 'die';
    my $text = ref $error ? text_of($error, $depth_limit, $character_limit, {}) : "$error";
    utf8::decode($text) if !utf8::is_utf8($text);
    $text =~ s/\n\z//;
    return "\x1f" . field($type) . "\x1f" . field(shorten($text, $character_limit));
}

# Without a hook of ours an exception is found out by what it leaves behind.
sub raised_unseen {
    return if $handler_is_ours || $pending;
    my $error = $@;
    return if same_error($error);
    my ($where) = ref $error ? () : $error =~ / at (.+?) line \d+\.?$/m;
    return if defined $where && !$files{$where};
    $pending = { error => $error, told => 0 };
    announce($frames[-1]) if @frames;
}

# The program goes on here.
sub caught {
    my ($frame) = @_;
    my $one = $pending;
    $pending = undef;
    if (!$one->{told}) {
        # What the library raises and catches by itself is its own affair.
        return unless ref $@ || length $@;
        $pending = $one;
        announce($frame);
        $pending = undef;
    }
    record("k$frame->[HEAD]$frame->[LINE]" . error_items($one->{error}) . $frame->[TAGS]);
}

1;
