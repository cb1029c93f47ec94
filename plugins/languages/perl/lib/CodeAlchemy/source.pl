package DB::Trace;

# What the text of a source file tells that the hooks don't.

use strict;
no warnings;

our %files;     # name -> source, or 0 where it is none of the program's
our ($main_file, $work_folder);

sub source_of {
    my ($file) = @_;
    return $files{$file} = 0 if $file =~ /^\(eval/;
    my $full = $file =~ m{^/} ? $file : "$work_folder$file";
    return $files{$file} = 0 unless $file eq $main_file || index($full, $work_folder) == 0 && -f $full;
    return $files{$file} = read_source($file, $file eq $main_file ? '' : "\x1ff\x1f" . field(substr $full, length $work_folder));
}

sub read_source {
    my ($file, $tag) = @_;
    open my $in, '<', $file or return { tag => $tag, lines => [], plain => [], globals => [] };
    local $/ = "\n";
    my @lines = (undef, <$in>);
    close $in;
    my $text = join '', map { $_ // '' } @lines;
    my $globals = globals_of($text);
    my $topic = $text =~ /\$_\b(?!\s*\[)|\bfor(?:each)?\s*\((?![^;)]*;)/ ? 1 : 0;
    return {
        tag     => $tag,
        text    => $text,
        lines   => \@lines,
        plain   => [map { defined $_ && is_plain($_) } @lines],
        globals => $globals,
        formats => formats_in(\@lines),
        topic   => $topic,
        more    => $topic || @$globals > 0,
    };
}

# Lines of formats: their variables stand in no frame that can be looked into.
sub formats_in {
    my ($lines) = @_;
    my ($inside, %found);
    for my $at (1 .. $#$lines) {
        $inside = 1 if $lines->[$at] =~ /^format\b[^=]*=\s*$/;
        $found{$at} = 1 if $inside;
        $inside = 0 if $lines->[$at] =~ /^\.\s*$/;
    }
    return %found ? \%found : undef;
}

# A line that can't change a collection: only scalars in it, and it is a statement of its own.
sub is_plain {
    return $_[0] =~ /^[^\@%\[\{&<~]*;\s*(?:#.*)?$/ && $_[0] !~ /\b(?:push|pop|shift|unshift|splice|delete|undef|eval|do|require)\b|->|\$\$/;
}

# Package variables that the text names: those of `our`, and, where nothing asks for declarations, all that aren't declared.
sub globals_of {
    my ($text) = @_;
    $text =~ s/^__(?:END|DATA)__\b.*//ms;
    $text =~ s/^=\w.*?^=cut\b.*?$//msg;
    $text =~ s/(?<!\$)#.*$//mg;
    my ($package) = $text =~ /^\s*package\s+([\w:]+)\s*;/m;
    my %declared = map { $_ => 1 } map { /([\$\@%]\w+)/g } $text =~ /\b(?:my|state)\s*(\([^)]*\)|[\$\@%]\w+)/g;
    $declared{$_} = 1 for map { /([\$\@%]\w+)/g } $text =~ /\bsub\b[^{(]*\(([^)]*)\)/g;
    my %found = map { $_ => 1 } map { /([\$\@%]\w+)/g } $text =~ /\bour\s*(\([^)]*\)|[\$\@%]\w+)/g;
    if ($text !~ /^\s*use\s+(?:strict|v5\.(?:1[2-9]|[2-9]\d)|5\.0?(?:1[2-9]|[2-9]\d)|Moose|Moo|Modern::Perl)\b/m) {
        $found{"$1$2"} = 1 while $text =~ /([\$\@%])([A-Za-z]\w*)\b(?!\s*[\[\{]|::)/g;
        $found{"\@$1"} = 1 while $text =~ /\$([A-Za-z]\w*)\s*\[/g;
        $found{"%$1"}  = 1 while $text =~ /\$([A-Za-z]\w*)\s*\{/g;
    }
    my @names = grep { !$declared{$_} && !/^.(?:a|b|ENV|ARGV|INC|STDIN|STDOUT|STDERR|ISA|EXPORT\w*|VERSION|SIG|AUTOLOAD)$/ } sort keys %found;
    return [map { [$_, ($package // 'main') . '::' . substr $_, 1] } @names];
}

# The line where a function begins: known of those with names, found in the text for the others.
sub head_line {
    my ($source, $name, $line) = @_;
    if (!ref $name) {
        my ($from) = ($DB::sub{$name} // '') =~ /:(\d+)-\d+$/;
        return $from if $from && $from <= $line;
    }
    for my $at (reverse(($line > 4 ? $line - 4 : 1) .. $line)) {
        return $at if ($source->{lines}[$at] // '') =~ /\bsub\b/;
    }
    return $line;
}

1;
