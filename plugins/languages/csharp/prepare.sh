#!/bin/sh
# Builds the recorder and the program that compiles with the SDK's own Roslyn.
# usage: prepare.sh PLUGIN PREPARED
set -e
plugin=$1
out=$2
export DOTNET_CLI_HOME=/tmp DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
root=$(dirname "$(readlink -f "$(command -v dotnet)")")
sdk=$(ls -d "$root"/sdk/*/Roslyn/bincore | sort -V | tail -n 1)
runtime=$(ls -d "$root"/shared/Microsoft.NETCore.App/* | sort -V | tail -n 1)
references=$(ls -d "$root"/packs/Microsoft.NETCore.App.Ref/*/ref/* 2>/dev/null | sort -V | tail -n 1)
[ -n "$references" ] || references=$runtime

cat >"$out/usings.cs" <<'USINGS'
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Threading;
global using System.Threading.Tasks;
USINGS

cat >"$out/runtimeconfig.json" <<CONFIG
{"runtimeOptions": {"tfm": "net10.0", "framework": {"name": "Microsoft.NETCore.App", "version": "$(basename "$runtime")"},
 "configProperties": {"System.GC.Concurrent": false, "System.Globalization.Invariant": true, "System.Globalization.PredefinedCulturesOnly": false}}}
CONFIG

compile() { # target output reference... -- source...
  target=$1; output=$2; shift 2
  dotnet exec --runtimeconfig "$out/runtimeconfig.json" "$sdk/csc.dll" -nologo -noconfig -nostdlib -optimize -unsafe -nullable -langversion:latest -deterministic -warn:0 \
    -target:"$target" -out:"$output" $(for library in "$references"/*.dll; do case $library in */lib*.dll|*.Native.*|*/mscordaccore*) ;; *) echo "-r:$library";; esac; done) "$@" "$out/usings.cs"
}
compile library "$out/CodeAlchemy.Trace.dll" "$plugin"/runtime/*.cs
compile exe "$out/Compile.dll" -r:"$sdk/Microsoft.CodeAnalysis.dll" -r:"$sdk/Microsoft.CodeAnalysis.CSharp.dll" "$plugin"/compiler/*.cs
