#!/usr/bin/perl

# Counts how often each line of a program runs, with Devel::Cover and not with the hooks of the debugger.
#
# perl counter.pl PROGRAM ARGUMENTS… runs the program and writes "LINE COUNT" lines to the file named by CODEALCHEMY_COUNTER_FILE.

use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(basename);
use File::Temp qw(tempdir);

my $output = delete $ENV{CODEALCHEMY_COUNTER_FILE};
my ($program, @arguments) = @ARGV;
my $folder = tempdir(CLEANUP => 1);
my $options = join ',', '-db', "$folder/db", qw(-silent 1 -summary 0 -merge 0 -coverage statement -select), quotemeta(basename($program)) . '$';
my $status = system $^X, "-MDevel::Cover=$options", $program, @arguments;

# The program is done; what it may do to the modules that read the result is not.
require Devel::Cover::DB;
my $database = Devel::Cover::DB->new(db => "$folder/db");
$database->merge_runs;
my $cover = $database->cover;
my %count;
for my $name ($cover->items) {
    next unless abs_path($name) && abs_path($name) eq abs_path($program);
    my $statements = $cover->file($name)->statement or next;
    for my $line ($statements->items) {
        $count{$line} += $_->covered for @{ $statements->location($line) };
    }
}
delete @count{compile_time($program)};
open my $out, '>', $output or die "$output: $!";
my %bare = map { $_ => 1 } declarations($program);
$count{$_} ||= '-' for keys %bare;
print $out "$_ $count{$_}\n" for sort { $a <=> $b } keys %count;
close $out;
kill $status & 127, $$ if $status & 127;
exit $status >> 8;

# Lines that run while the program is compiled, which no trace holds: `use`, `no` and BEGIN blocks.
sub compile_time {
    my ($file) = @_;
    open my $in, '<', $file or return;
    my ($end, @lines);
    while (my $line = <$in>) {
        $end = qr/;/ if !$end && $line =~ /^\s*(?:use|no)\b/;
        $end = $line =~ /\}\s*$/ ? qr/\}/ : qr/^$1\}/ if !$end && $line =~ /^(\s*)BEGIN\b/;
        push @lines, $. if $end;
        undef $end if $end && $line =~ $end;
    }
    return @lines;
}

# Declarations without a value: the interpreter makes one step of several, and only the first is counted.
sub declarations {
    my ($file) = @_;
    open my $in, '<', $file or return;
    my @lines;
    while (my $line = <$in>) {
        push @lines, $. if $line =~ /^\s*my\s*[(\$\@%][^=]*;\s*(?:#.*)?$/;
    }
    return @lines;
}
