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
  printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable "$@" -cp "\"$jars\""
}

compiler() {
  options "$@"
  printf '%s\n' org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -kotlin-home "\"$home\""
}

compiler -XX:ArchiveClassesAtExit="$out/compiler.jsa" > "$out/first"
java "@$out/first" -nowarn -jvm-target 1.8 -d "$(mktemp -d)" "$1/samples/closures/program.kt"
rm "$out/first"
compiler -XX:SharedArchiveFile=/prepared/kotlin/compiler.jsa > "$out/compiler"

# The same compiler in a process that stays.
exports="--add-exports java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED --add-exports java.base/jdk.internal.org.objectweb.asm.tree=ALL-UNNAMED"
jars=${jars%:}:/prepared/java/instrument.jar
printf '%s\n' $exports -Xmx2g > "$out/server"
options -XX:SharedArchiveFile=/prepared/kotlin/compiler.jsa >> "$out/server"
printf '%s\n' codealchemy.resident.Server >> "$out/server"
