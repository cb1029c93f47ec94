#!/bin/sh
# Runs a compiled program: run.sh [traced] [memory=MIB] COMMAND…
if [ "$1" = traced ]; then
  shift
  # Probes make frames larger; the depth that a program reaches untraced must be reached.
  ulimit -s 65536 2>/dev/null || ulimit -s "$(ulimit -H -s)" 2>/dev/null
  export DOTNET_Thread_DefaultStackSize=1000000
fi
case $1 in
  memory=*)
    DOTNET_GCHeapHardLimit=$(printf '0x%x' $((${1#memory=} * 1048576)))
    export DOTNET_GCHeapHardLimit
    shift
    ;;
esac
exec "$@"
