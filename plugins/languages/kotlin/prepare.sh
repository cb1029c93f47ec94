#!/bin/sh
# Copies the library, writes the arguments that start the compiler, and a map of the classes that it loads.
# usage: prepare.sh PLUGIN PREPARED
set -e
out=$2
home=$(dirname "$(dirname "$(readlink -f "$(command -v kotlinc)")")")
lib=$home/lib
cp -L "$lib"/kotlin-stdlib*.jar "$out"
jars=$lib/kotlin-compiler.jar:$lib/kotlin-stdlib.jar:$lib/kotlin-reflect.jar:$lib/kotlin-script-runtime.jar:$lib/trove4j.jar
[ -e "$lib/annotations-13.0.jar" ] && jars=$jars:$lib/annotations-13.0.jar

options() {
  printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable "$@" -cp "\"$jars\"" \
    org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -kotlin-home "\"$home\""
}

options -XX:ArchiveClassesAtExit="$out/compiler.jsa" > "$out/first"
java "@$out/first" -nowarn -jvm-target 1.8 -d "$(mktemp -d)" "$1/samples/closures/program.kt"
rm "$out/first"
options -XX:SharedArchiveFile=/prepared/kotlin/compiler.jsa > "$out/compiler"
