#!/bin/sh
# How long the command line takes, as whole processes: medians of RUNS (5) on this machine. Needs nothing but the build.
# With servers up (./millrace sandbox up), it also takes the time from `run` to the first running job.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/setting.sh

now() { date +%s%N; }

# Prints the median of the milliseconds on standard input.
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Prints a label and the median time of a command that may fail.
measure() {
  label=$1
  shift
  i=0
  while [ "$i" -lt "$runs" ]; do
    start=$(now)
    "$@" >/dev/null 2>&1 || true
    echo $((($(now) - start) / 1000000))
    i=$((i + 1))
  done | median | xargs printf '%-48s %6s ms\n' "$label"
}

mkdir -p "$work/broken/pipelines"
echo 'project: broken' >"$work/broken/millrace.yaml"
printf 'pipeline: broken\nsink: [sql/x.sql\n' >"$work/broken/pipelines/broken.yaml"

echo "medians of $runs runs, $(nproc) cores, $("$millrace" --version | tr '\n' ' ')"
measure 'validate, three pipelines' "$millrace" validate
measure 'validate, three pipelines, no class archive' env MILLRACE_CDS=off "$millrace" validate
measure 'validate, an error in YAML' "$millrace" validate -C "$work/broken"
measure 'list' "$millrace" list

if "$millrace" sandbox status 2>/dev/null | grep -q ' ready '; then
  i=0
  while [ "$i" -lt "$runs" ]; do
    start=$(now)
    "$millrace" run orders-per-minute --fresh >"$work/run.out" 2>&1 &
    pid=$!
    until grep -q 'orders-per-minute: running' "$work/run.out"; do sleep 0.05; done
    echo $((($(now) - start) / 1000000))
    kill -TERM "$pid"
    wait "$pid" || true
    i=$((i + 1))
  done | median | xargs printf '%-48s %6s ms\n' 'run, one pipeline, to its job running'
fi
