#!/bin/sh
# Builds the recorder, the instrumenter with the compiler that stays, and the line counter.
# usage: prepare.sh PLUGIN PREPARED
set -e
source=$1/agent
out=$2
classes=$(mktemp -d)
export_to_all() { printf -- '--add-exports java.base/%s=ALL-UNNAMED ' "$@"; }

# Inline string concatenation: the recorder must not use the platform's method handles before the program does.
javac -nowarn -Xlint:none -XDignore.symbol.file -XDstringConcat=inline \
  $(export_to_all jdk.internal.misc jdk.internal.access sun.nio.ch) \
  -d "$classes/runtime" "$source"/runtime/codealchemy/trace/*.java
jar --create --file "$out/runtime.jar" -C "$classes/runtime" .

javac -nowarn -Xlint:none $(export_to_all jdk.internal.org.objectweb.asm jdk.internal.org.objectweb.asm.tree) \
  -d "$classes/instrument" "$source"/instrument/codealchemy/instrument/*.java "$source"/resident/codealchemy/resident/*.java
jar --create --file "$out/instrument.jar" -C "$classes/instrument" .

javac -nowarn -Xlint:none $(export_to_all jdk.internal.org.objectweb.asm) -d "$classes/counter" "$1"/counter/*.java
jar --create --file "$out/counter.jar" --manifest "$1/counter/manifest.mf" -C "$classes/counter" .

# What the compiler loads, ready to be mapped: it then starts in two thirds of the time.
javac -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -J-XX:ArchiveClassesAtExit="$out/compiler.jsa" -J-Xlog:disable \
  -g -nowarn -proc:none -d "$classes/sample" "$1/samples/lambdas/program.java"

# Arguments that start the instrumenter for the classes of other compilers.
cat > "$out/instrumenter" <<END
-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable
$(export_to_all jdk.internal.org.objectweb.asm jdk.internal.org.objectweb.asm.tree)
-cp /prepared/java/instrument.jar codealchemy.instrument.Instrumenter
END
