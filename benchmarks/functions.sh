#!/bin/sh
# Time and allocation of each function per row, beside a built-in or a peer. Arguments: benchmarks to run, else all.
set -eu
cd "$(dirname "$0")/.."
./mvnw -B -q -pl benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip package >&2
exec java -cp "benchmarks/target/millrace-benchmarks.jar:benchmarks/target/lib/*" \
  io.millrace.benchmarks.FunctionBenchmarks "$@"
