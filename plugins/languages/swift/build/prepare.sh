#!/bin/sh
# Compiles the recorder and the module that insertions call. usage: prepare.sh PLUGIN C-PLUGIN PREPARED
set -e
plugin=$1 c=$2 prepared=$3

mkdir "$prepared/CodeAlchemyRecorder"
cp "$c/trace.h" "$prepared/CodeAlchemyRecorder/"
printf 'module CodeAlchemyRecorder { header "trace.h" export * }\n' > "$prepared/CodeAlchemyRecorder/module.modulemap"

gcc -O2 -fno-builtin -w -c "$c/trace.c" -o "$prepared/trace.o"
gcc -O2 -w -c -I "$c" "$plugin/runtime/ending.c" -o "$prepared/ending.o"
swiftc -O -wmo -swift-version 5 -suppress-warnings -parse-as-library -module-name CodeAlchemyTrace \
  -I "$prepared/CodeAlchemyRecorder" -emit-module -emit-module-path "$prepared/CodeAlchemyTrace.swiftmodule" \
  -emit-object "$plugin"/runtime/*.swift -o "$prepared/runtime.o"
