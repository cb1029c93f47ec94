package DB::Trace;

# What the text of a source file tells that the hooks don't.

use strict;
no warnings;

our %files;     # name -> source, or 0 where it is none of the program's
our %told;      # where a function stands -> whether its lines are told of
our ($main_file, $work_folder);

sub source_of {
    my ($file) = @_;
    return $files{$file} = 0 if $file =~ /^\(eval/;
    my $full = $file =~ m{^/} ? $file : "$work_folder$file";
    return $files{$file} = 0 unless $file eq $main_file || index($full, $work_folder) == 0 && -f $full;
    return $files{$file} = read_source($file, $file eq $main_file ? '' : "\x1ff\x1f" . field(substr $full, length $work_folder));
}

sub is_told {
    my ($where) = @_;
    my ($file) = ($where // '') =~ /^(.*):\d+-\d+$/;
    return 0 if defined $file && !exists $files{$file};     # not known yet
    return $told{$where // ''} = defined $file && $files{$file} ? 1 : 0;
}

sub read_source {
    my ($file, $tag) = @_;
    open my $in, '<', $file or return { tag => $tag, lines => [], touched => [], globals => [] };
    local $/ = "\n";
    my @lines = (undef, <$in>);
    close $in;
    my $text = join '', map { $_ // '' } @lines;
    my $globals = globals_of($text);
    my $aliases = aliases_in($text);
    my $topic = $text =~ /\$_\b(?!\s*\[)|\bfor(?:each)?\s*\((?![^;)]*;)/ ? 1 : 0;
    return {
        tag     => $tag,
        text    => $text,
        lines   => \@lines,
        touched => touched_by_lines(\@lines, $text),
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

# What a line can change of collections: nothing (an empty list), some that it names, or anything (undef). Only scalars stand in the first,
# and each is a statement or a head of its own. What they call answers for itself.
sub touched_by_lines {
    my ($lines, $text) = @_;
    my $aliases = aliases_in($text);
    # What is local comes back without a line.
    return [] if $text =~ /\blocal\s*\(?\s*(?:[\@%]|\$\w+\s*[\[{]|\$\$|\$\w+\s*->)/;
    my ($begins, $depth, $inner, @touched) = (1, 0);
    for my $at (1 .. $#$lines) {
        my $line = $lines->[$at];
        if ($begins && !defined $inner && !(defined $aliases && $line =~ $aliases)) {
            $touched[$at] = is_plain($line) ? [] : names_touched($line);
        }
        $begins = $line =~ /[;{}]\s*(?:#.*)?$/ if $line !~ /^\s*(?:#.*)?$/;
        # A block inside of a statement: the statement goes on when the block's lines are over.
        my $before = $depth;
        my $bare = $line =~ s/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\s#.*//gr;
        $depth += $bare =~ tr/{// - $bare =~ tr/}//;
        $inner //= $before if $depth > $before && $line !~ /^\s*(?:\}\s*)?(?:\w+:\s*)?(?:if|elsif|else|unless|while|until|for|foreach|continue|sub|package|BEGIN|END|\{|.*=\s*sub\b)/;
        undef $inner if defined $inner && $depth <= $inner;
    }
    return \@touched;
}

sub is_plain {
    my ($line) = @_;
    return 1 if $line =~ /^\s*my\s*(?:\([\$\w\s,]*\)\s*=\s*\@_|\$\w+\s*=\s*shift(?:\(\)|\s*\(?\@_\)?)?)\s*;\s*(?:#.*)?$/;
    return 1 if $line =~ /^\s*sub\s+\w+\s*\{\s*$/;
    # A remainder, a comparison, and the head of a block are as harmless as what stands in them.
    $line =~ s/(?:\$\w+|\)|\b\d+)\K\s*%\s+(?=[\w\$(])/ /g;
    $line =~ s/<(?:=>?|\s)/ /g;
    $line =~ s/^\s*(?:\}\s*)?(?:(?:els)?if|unless|while|until|for(?=\s*\([^;]*;[^;]*;))\s*(\(.*\))\s*\{\s*$/$1;/;
    return $line =~ /^[^\@%\[\{&<~]*;\s*(?:#.*)?$/
        && $line !~ /\b(?:push|pop|shift|unshift|splice|delete|undef|eval|do|require|read|sysread)\b|->|\$\$|\$#/;
}

# Names of collections in an assignment to one item, or in a push and the like: of plain names only, with no way to what others hold.
sub names_touched {
    my ($line) = @_;
    return undef unless $line =~ /^\s*(?:(?:push|unshift)\s*\(?\s*\@\w+\s*,|\$\w+[\[{]|(?:my\s+)?\$\w+\s*=\s*(?:shift|pop)\s*\(?\s*\@\w+\)?\s*(?=;))[^;]*;\s*(?:#.*)?$/;
    return undef if $line =~ /\b(?:eval|do|require|map|grep|sort|splice|local|sub|for|foreach|each|keys|values|delete|undef)\b|->|[\]}]\s*[\[{]|\$\$|\$#|[~&\\<]|[\@%\$]\s*\{|\@\$|%\$|%\w|\@_|\$_\b|["'].*\@/;
    my @lists = grep defined, $line =~ /\$(\w+)\s*\[|\@(\w+)/g;
    my @maps = $line =~ /\$(\w+)\s*\{/g;
    return [(map "\@$_", @lists), (map "%$_", @maps)];
}

# Lines that change what a loop's variable stands for, which is an item of a collection.
sub aliases_in {
    my ($text) = @_;
    my %names = map { $_ => 1 } $text =~ /\bfor(?:each)?\s+(?:(?:my|our|state)\s+)?\$(\w+)\s*\(/g;
    $names{$_} = 1 for map { /(\w+)/g } $text =~ /\bfor(?:each)?\s+my\s*\(([^)]*)\)/g;
    my $topic = $text =~ /\bfor(?:each)?\s*\((?![^;)]*;)|[^\s{};]\s+for(?:each)?\b/ ? 1 : 0;
    $names{_} = 1 if $topic;
    return undef unless %names;
    my $name = '\$(?:' . join('|', sort keys %names) . ')\b';
    my $changed = "(?:\\+\\+|--)\\s*$name|$name\\s*(?:\\+\\+|--|[^\\w\\s=<>!~;,)]{0,3}=(?![=~>])|x=)|\\b(?:chomp|chop|substr|vec|pos|local)\\b.*$name";
    $changed .= '|\b(?:chomp|chop)\s*(?:\(\s*\))?\s*[;}]' if $topic;
    return qr/$changed/;
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
