#!/bin/sh
# Builds the recorder and the instrumenter.
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
  -d "$classes/instrument" "$source"/instrument/codealchemy/instrument/*.java
jar --create --file "$out/instrument.jar" -C "$classes/instrument" .
