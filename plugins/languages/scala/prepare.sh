#!/bin/sh
# Copies the libraries, writes the arguments that start the compiler, and a map of the classes that it loads.
# usage: prepare.sh PLUGIN PREPARED
set -e
out=$2
lib=$(dirname "$(dirname "$(readlink -f "$(command -v scalac)")")")/lib
mkdir "$out/lib"
for name in scala-library scala-xml scala-parser-combinators scala-actors scala-reflect; do
  [ -e "$lib/$name.jar" ] && cp -L "$lib/$name.jar" "$out/lib"
done
jars=$(printf '%s:' "$lib"/*.jar)

options() {
  printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xss16m "$@" -cp "\"$jars\""
}

compiler() {
  options "$@"
  printf '%s\n' scala.tools.nsc.Main -usejavacp
}

compiler -XX:ArchiveClassesAtExit="$out/compiler.jsa" > "$out/first"
java "@$out/first" -nowarn -d "$(mktemp -d)" "$1/samples/closures/program.scala"
rm "$out/first"
compiler -XX:SharedArchiveFile=/prepared/scala/compiler.jsa > "$out/compiler"

# The same compiler in a process that stays.
exports="--add-exports java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED --add-exports java.base/jdk.internal.org.objectweb.asm.tree=ALL-UNNAMED"
jars=${jars%:}:/prepared/java/instrument.jar
printf '%s\n' $exports -Xmx2g > "$out/server"
options -XX:SharedArchiveFile=/prepared/scala/compiler.jsa >> "$out/server"
printf '%s\n' codealchemy.resident.Server >> "$out/server"
