#!/bin/sh
# Runs the shell with the tracer in front of SQLite: trace.sh TRACER SCRIPT COMMAND…
export CODEALCHEMY_SQL="$2" LD_PRELOAD="$1${LD_PRELOAD:+:$LD_PRELOAD}"
shift 2
exec "$@"
