#!/bin/sh
# Copies the libraries, writes the arguments that start the compiler and programs, and a map of the classes that the compiler loads.
# usage: prepare.sh PLUGIN PREPARED
set -e
out=$2
lib=$(dirname "$(dirname "$(readlink -f "$(command -v groovyc)")")")/lib
mkdir "$out/lib"
for jar in "$lib"/groovy*.jar "$lib"/antlr*.jar "$lib"/asm*.jar "$lib"/commons-cli*.jar "$lib"/gpars*.jar; do
  [ -e "$jar" ] && cp -L "$jar" "$out/lib"
done
jars=$(printf '%s:' "$lib"/*.jar)

# The language reads the platform's classes by reflection.
for package in java.io java.lang java.lang.reflect java.math java.net java.nio java.nio.file java.text java.time java.util \
  java.util.concurrent java.util.function java.util.regex java.util.stream; do
  printf -- '--add-opens java.base/%s=ALL-UNNAMED\n' "$package"
done > "$out/opens"

options() {
  printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable "$@" -cp "\"$jars\"" \
    org.codehaus.groovy.tools.FileSystemCompiler
}

options -XX:ArchiveClassesAtExit="$out/compiler.jsa" > "$out/first"
java "@$out/first" --configscript "$1/compiler.groovy" -d "$(mktemp -d)" "$1/samples/closures/program.groovy"
rm "$out/first"
options -XX:SharedArchiveFile=/prepared/groovy/compiler.jsa > "$out/compiler"
