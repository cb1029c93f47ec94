package DB::Trace;

# The interpreter's hooks, and how it all begins and ends.

use strict;
no warnings;

our ($on, $process, $wire, $buffer, %limits, $main_file, $work_folder, $each_is_used, $handler_is_ours, @frames, $input);
our ($depth_limit, $item_limit, $character_limit);

sub start {
    my ($folder) = @_;
    $main_file = $0;
    $work_folder = $0 =~ m{^(/.*/)} ? $1 : current_folder() . '/' . ($0 =~ m{^(.*/)} ? $1 : '');
    require PadWalker;
    my $text = main_text();
    if ($text =~ /\beach\b/) {
        require B;
        $each_is_used = 1;
    }
    open_wire(@ENV{qw(CODEALCHEMY_TRACE_FD CODEALCHEMY_TRACE_LIMITS)}) or die "no trace file: $!";
    ($depth_limit, $item_limit, $character_limit) = @limits{qw(depth items characters)};
    write_at_once() if $text =~ /\b(?:_exit|kill|exec|fork|dump|syscall|alarm)\b/;
    if ($text !~ /__DIE__/) {
        $handler_is_ours = 1;
        $SIG{__DIE__} = \&on_die;
    }
    hook_streams($text =~ /\bSTDIN\b|<>|<<>>|\breadline\b|<ARGV>|\beof\b|\bgetc\b/);
    hide($folder);
    ($DB::single, $DB::signal) = (0, 0);
    # Functions, lines, no statement optimised away, and where functions stand.
    $^P = 0x01 | 0x02 | 0x04 | 0x10;
    $DB::trace = 1;
    $! = 0;    # what is left of looking for files would become the exit status of a program that does not compile
}

sub current_folder {
    return readlink('/proc/self/cwd') // '.';
}

sub main_text {
    open my $in, '<', $main_file or return '';
    local $/;
    return scalar <$in>;
}

# The program finds nothing of the tracer.
sub hide {
    my ($folder) = @_;
    hide_environment();
    @INC = grep { $_ ne $folder } @INC;
    delete @INC{grep { m{^(?:Devel/|)CodeAlchemy} } keys %INC};
    delete $INC{'PadWalker.pm'};
    delete $Devel::{'CodeAlchemy::'};
    delete $main::{'Devel::'} unless %Devel::;
}

# The order of a hash depends on what was in it before, so %ENV is filled anew as the interpreter fills it.
sub hide_environment {
    my $text = '';
    if (open my $in, '<', '/proc/self/environ') {
        local $/;
        $text = <$in> // '';
    }
    my %kept = %ENV;
    my @names = map { /^([^=]*)=/ ? $1 : () } split /\0/, $text;
    delete @kept{'PERL5DB', grep { /^CODEALCHEMY_/ } keys %kept};    # the first one is the interpreter's own, for -d
    undef %ENV;
    for my $name (@names, sort keys %kept) {
        $ENV{$name} = delete $kept{$name} if exists $kept{$name};
    }
}

# A thread gets copies of everything here: it goes on untraced, for records of two would mix.
sub CLONE {
    $on = 0;
    $buffer = '';
    ($DB::trace, $^P) = (0, 0);
}

sub END {
    return unless $on && $process == $$;
    local ($?, $@, $!);
    ($DB::trace, $^P) = (0, 0);
    end_main();
    leave($frames[-1][LINE], "\x1fu") while @frames;
    flush_input() if $input ne '';
    flush_output();
    unhook_streams();
    flush_records();
    $on = 0;
    close $wire;
}

package DB;

our ($level, @called, $given, @args, $sub) = (0);

sub DB {
    my (undef, $file, $line) = caller;
    my $source = $DB::Trace::files{$file} // DB::Trace::source_of($file) or return;
    return unless $DB::Trace::on && $DB::Trace::process == $$;
    return if $source->{formats} && $source->{formats}{$line};
    if (!@DB::Trace::frames || $DB::Trace::frames[-1][1] < $level) {
        my @frame = caller 1;
        $given = $frame[4] ? [@args] : undef;
        @args = ();
    }
    DB::Trace::line($source, $line, PadWalker::peek_my(1));
    $given = undef;
}

sub sub {
    no strict 'refs';
    if (!$DB::Trace::on) {
        return &$sub;
    }
    local $level = $level + 1;
    $called[$level] = $sub;
    # What a function of the program changes, its lines tell.
    $DB::Trace::anything_at = ++$DB::Trace::clock unless !ref $sub && ($DB::Trace::told{$DB::sub{$sub} // ''} // DB::Trace::is_told($DB::sub{$sub}));
    my $called = $sub;
    if (wantarray) {
        my @result = &$called;
        DB::Trace::returned($level, DB::Trace::result_list(\@result)) if @DB::Trace::frames && $DB::Trace::frames[-1][1] >= $level;
        return @result;
    }
    if (defined wantarray) {
        my $result = &$called;
        DB::Trace::returned($level, DB::Trace::result($result)) if @DB::Trace::frames && $DB::Trace::frames[-1][1] >= $level;
        return $result;
    }
    &$called;
    DB::Trace::returned($level, '') if @DB::Trace::frames && $DB::Trace::frames[-1][1] >= $level;
    return;
}

sub lsub : lvalue {
    no strict 'refs';
    &$sub;
}

1;
