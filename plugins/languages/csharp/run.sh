#!/bin/sh
# Runs a compiled program: run.sh MIB traced|plain COMMAND…
DOTNET_GCHeapHardLimit=$(printf '0x%x' $(($1 * 1048576)))
export DOTNET_GCHeapHardLimit
if [ "$2" = traced ]; then
  # Probes make frames larger; the depth that a program reaches untraced must be reached.
  ulimit -s 65536 2>/dev/null || ulimit -s "$(ulimit -H -s)" 2>/dev/null
  export DOTNET_Thread_DefaultStackSize=1000000
fi
shift 2
exec "$@"
