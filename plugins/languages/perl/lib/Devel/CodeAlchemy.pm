package Devel::CodeAlchemy;

# Traces a Perl program with the interpreter's own debugging hooks and writes the records of docs/trace-wire.md.
#
# Loaded by -d:CodeAlchemy before the program is compiled, so that the interpreter itself runs the program. Everything stands in packages
# below DB, which exists in every program that runs with -d; calls of DB::sub are left out of caller's frames by the interpreter.

use strict;

BEGIN { $^P = 0 }    # the tracer's own code gets no hooks

sub import {
    my $own = $INC{'Devel/CodeAlchemy.pm'};
    my ($folder) = $own =~ m{^(.*)/Devel/CodeAlchemy\.pm$};
    return unless defined $ENV{CODEALCHEMY_TRACE_FD};
    require "CodeAlchemy/$_.pl" for qw(wire source values marks variables frames errors streams hooks);
    DB::Trace::start($folder);
}

1;
