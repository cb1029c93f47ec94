#!/bin/sh
# Compiles a program. usage: build.sh PREPARED FILE OUT plain|trace
prepared=$1 file=$2 out=$3 way=$4

set -- -Onone -swift-version 5 -suppress-warnings -diagnostic-style=llvm -module-cache-path /tmp/modules "$file" -o "$out/program"

# A file with an entry of its own holds no statements.
if grep -Eq '^[[:space:]]*@main([[:space:]]|$)' "$file"; then
  set -- -parse-as-library "$@"
fi
if [ "$way" = trace ]; then
  set -- -I "$prepared" -I "$prepared/CodeAlchemyRecorder" -Xfrontend -import-module -Xfrontend CodeAlchemyTrace \
    "$prepared/runtime.o" "$prepared/trace.o" "$prepared/ending.o" "$@"
fi
exec swiftc "$@"
