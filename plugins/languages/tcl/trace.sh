#!/bin/sh
# trace.sh TRACER INSTRUMENTED PROGRAM ARGUMENTS… runs a program with the tracer's library in the interpreter's process.
export CODEALCHEMY_INSTRUMENTED="$2" CODEALCHEMY_PROGRAM="$3"
if [ -n "$LD_PRELOAD" ]; then export CODEALCHEMY_LD_PRELOAD="$LD_PRELOAD"; fi
LD_PRELOAD="$1${LD_PRELOAD:+:$LD_PRELOAD}"
export LD_PRELOAD
shift 2
exec tclsh8.6 "$@"
