#!/bin/sh
# How many rows a second and core each pipeline of the example catalog takes, side by side with Flink's own SQL Client on
# the statements that `print` shows: whole processes, in turns, medians of RUNS (5), parallelism 1, the same heap. Then what
# `test` of the whole catalog takes, and the peak memory of all pipelines of a department in one `run`.
#
# Needs nothing but the build. The queries are the catalog's; its tables are replaced: sources are files of JSON lines or
# Debezium's JSON, ROWS (600,000) or more, metadata columns are read from them too, sinks are 'blackhole', and what is
# looked up answers at once from memory (marked *). Rows a second are those of the second half of a job's input, to the
# end of the job, so neither start nor warm-up counts; a core's share is what the whole JVM took of the processor then.
# Where a pipeline reads two tables, half of the input is half of their bytes. A job that takes LIMIT (600) seconds is
# stopped and not measured. Arguments: pipelines to measure, else all.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/setting.sh
stock_client
./mvnw -B -q -pl benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip package >&2

rows=${ROWS:-600000}
limit=${LIMIT:-600}
heap=${MILLRACE_RUN_HEAP:-1536m}
project=$work/project
jars='udf/target/millrace-udf.jar connectors/target/millrace-connectors.jar benchmarks/target/millrace-benchmarks.jar'
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# A line a pipeline: its name, then its sources, each as TABLE=KIND or TABLE=KIND:FOLDER. json is a file of rows, change one
# of changes, upsert one that Flink has to normalise as it does an upsert layer, answers and async what is looked up; path
# leaves a table of files as it is, and moves it.
pipelines() {
  cat <<'END'
order-etl               shop_orders=change:order_binlog
orders-per-minute       order_layer=upsert:order_binlog
sales-today             order_layer=upsert:order_binlog
top-products            order_layer=upsert:order_binlog
warehouse-archive       order_changes=json
click-rate              impressions=json clicks=json
push-open-rate          pushes=json push_opens=json
warehouse-turnover      warehouse_inbound=json warehouse_outbound=json
daily-report            order_archive=path
warehouse-backfill      order_changes=json
click-fraud             page_events=json
recommendation-features page_events=json purchase_model=async
search-index            shop_products=change shop_categories=change shop_stock=change
transaction-risk        payments=json risk_rules=change customer_history=answers
error-alerts            service_logs=json
sensor-anomaly          device_readings=json
service-monitoring      service_logs=json
trace-debug             order_changes=json service_logs=json
END
}

# Prints the options of one source, $2 as the folder of its input, as a line of a descriptor's `tables:`.
options() {
  table=${1%%=*}
  kind=${1#*=}
  path="$work/input/$2"
  iso='timestamp-format.standard: ISO-8601'
  case $kind in
    json*) echo "  $table: { connector: filesystem, path: \"$path\", format: json, json.$iso }" ;;
    change* | upsert*)
      echo "  $table: { connector: filesystem, path: \"$path\", format: debezium-json, debezium-json.$iso }" ;;
    answers) echo "  $table: { connector: answers }" ;;
    async) echo "  $table: { connector: answers, async: true }" ;;
    path) echo "  $table: { path: \"$path\" }" ;;
  esac
}

folder() {
  case $1 in
    *:*) echo "${1##*:}" ;;
    *) echo "${1%%=*}" ;;
  esac
}

# Copies the catalog. A table of files stays one, in a folder of its own; all other tables lose their servers.
copy_catalog() {
  mkdir -p "$project"
  for jar in $jars; do
    mkdir -p "$project/${jar%/*}"
    cp "$jar" "$project/$jar"
  done
  for file in sql/*/*.sql; do
    mkdir -p "$project/${file%/*}"
    awk -v keep="$(grep -c "'filesystem'" "$file")" '
      keep { print; next }
      skip { if (/^\);/) skip = 0; next }
      { sub(/ METADATA.* VIRTUAL/, "") }
      / WITH \($/ { print $0 "\047connector\047 = \047blackhole\047);"; skip = 1; next }
      { print }' "$file" >"$project/$file"
  done
  cat >"$project/millrace.yaml" <<END
project: throughput
jars: [$(echo "$jars" | sed 's/ /, /g')]
settings: { parallelism: 1, time-zone: UTC }
environments:
  local:
    target: embedded
    variables: { archive.path: "$work/archive", backfill.day: 2026-01-01, report.since: 2026-01-01 }
END
  pipelines | while read -r name sources; do
    file=$(grep -lx "pipeline: $name" pipelines/*/*.yaml | grep -v '\.test\.yaml$')
    mkdir -p "$project/${file%/*}"
    {
      awk '/^[a-z-]+:/ { skip = /^(tables|environments|schedule):/ } !skip' "$file"
      echo 'tables:'
      for source in $sources; do
        options "$source" "$(folder "$source")"
      done
      case $sources in
        *=upsert*)
          printf 'environments:\n  local:\n    settings: { flink: { table.exec.source.cdc-events-duplicate: true } }\n' ;;
      esac
    } >"$project/$file"
  done
}

stock_client() {
  exec "$java" "-Xmx$heap" -Dlog4j2.configurationFile="$work/log4j2.properties" -cp "$stock/*" \
    org.apache.flink.table.client.SqlClient $(for jar in $jars; do echo "-j $PWD/$jar"; done) -f "$1"
}

# Notes, until the job whose log is $2 has ended: seconds, the processor's hundredths of a second that the process $1 has
# taken, and the bytes that it has read. Prints, for the second half of an input of $3 bytes, the seconds and the seconds
# of the processor. That half is counted back from the end, since a job reads other things at its start: Millrace gives it
# its functions and connectors through the cluster's store of files, which is as much again as a small input.
watch() {
  read -r end _ </proc/uptime
  end=$((${end%.*} + limit))
  while read -r stat 2>/dev/null <"/proc/$1/stat"; do
    set -- "$1" "$2" "$3" ${stat##*) }
    cpu=$((${15} + ${16}))
    read -r _ bytes 2>/dev/null <"/proc/$1/io" || break
    read -r now _ </proc/uptime
    if [ "${now%.*}" -ge "$end" ]; then
      echo "stopped after $limit s" >&2
      kill "$1" || true
      break
    fi
    if grep -q 'switched from state RUNNING to FINISHED' "$2" 2>/dev/null; then
      echo "$now $cpu $bytes"
      break
    fi
    grep -q 'switched from state CREATED to RUNNING' "$2" 2>/dev/null && echo "$now $cpu $bytes"
    sleep 0.1
  done | awk -v input="$3" '
    { now[NR] = $1; cpu[NR] = $2; bytes[NR] = $3 }
    END {
      for (i = 1; i < NR && bytes[i] < bytes[NR] - input / 2; i++) { }
      print now[NR] - now[i], (cpu[NR] - cpu[i]) / 100
    }'
}

# Runs a command whose job's log is $2 and whose input has $3 bytes, and adds what `watch` tells of it to the file $1.
measure() {
  record=$1
  log=$2
  bytes=$3
  shift 3
  rm -rf "$log" "$work/archive"
  "$@" >"$work/out" 2>&1 &
  pid=$!
  seen=$(watch "$pid" "$log" "$bytes")
  status=0
  wait "$pid" || status=$?
  if [ "$status" != 0 ] || grep -q '\[ERROR\]' "$work/out" || ! grep -q 'state RUNNING to FINISHED' "$log"; then
    cat "$work/out" >&2
    return 1
  fi
  echo "$seen" >>"$record"
}

median() { awk -v c="$2" '{ print $c }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Prints what half of $2 rows a median second of column $3 in the file $1 is.
rate() { awk -v rows="$2" -v seconds="$(median "$1" "$3")" 'BEGIN { printf "%.0f", rows / 2 / seconds }'; }

measure_pipeline() {
  name=$1
  shift
  ours="$work/$name.ours"
  theirs="$work/$name.theirs"
  read_rows=0
  read_bytes=0
  mark=
  for source; do
    case $source in
      *=answers | *=async) mark=* ;;
      *)
        for file in $(find "$work/input/$(folder "$source")" -name rows.json); do
          read_rows=$((read_rows + $(wc -l <"$file")))
          read_bytes=$((read_bytes + $(wc -c <"$file")))
        done
        ;;
    esac
  done
  { echo "SET 'table.dml-sync' = 'true';" && "$millrace" print -C "$project" "$name"; } >"$work/$name.sql" || return 1
  n=0
  while [ "$n" -lt "$runs" ]; do
    n=$((n + 1))
    measure "$ours" "$project/.millrace/logs/run.log" "$read_bytes" \
      "$millrace" run -C "$project" "$name" --fresh || return 1
    measure "$theirs" "$work/stock.log" "$read_bytes" stock_client "$work/$name.sql" || return 1
  done
  printf '%-24s %8d %9s %9s %9s %9s %6.2f\n' "$name$mark" "$read_rows" \
    "$(rate "$ours" "$read_rows" 1)" "$(rate "$theirs" "$read_rows" 1)" \
    "$(rate "$ours" "$read_rows" 2)" "$(rate "$theirs" "$read_rows" 2)" \
    "$(awk -v a="$(median "$theirs" 2)" -v b="$(median "$ours" 2)" 'BEGIN { print a / b }')"
}

# Runs a command; adds its milliseconds and its peak memory in MiB to the file $1.
measure_process() {
  record=$1
  shift
  start=$(date +%s%N)
  "$@" >"$work/out" 2>&1 &
  pid=$!
  peak=0
  while line=$(grep VmHWM "/proc/$pid/status" 2>/dev/null); do
    peak=$(echo "$line" | awk '{ print int($2 / 1024) }')
    sleep 0.05
  done
  wait "$pid" || {
    cat "$work/out" >&2
    exit 1
  }
  echo "$((($(date +%s%N) - start) / 1000000)) $peak" >>"$record"
}

measure_whole() {
  n=0
  while [ "$n" -lt "$runs" ]; do
    n=$((n + 1))
    measure_process "$work/test" "$millrace" test
    for domain in business data operations; do
      measure_process "$work/$domain" "$millrace" run -C "$project" "domain:$domain" --fresh
    done
  done
  printf '\n%-44s %6s ms %5s MiB\n' 'test of the whole catalog' "$(median "$work/test" 1)" "$(median "$work/test" 2)"
  for domain in business data operations; do
    printf '%-44s %6s ms %5s MiB\n' "run domain:$domain" "$(median "$work/$domain" 1)" "$(median "$work/$domain" 2)"
  done
}

cat >"$work/log4j2.properties" <<END
status = off
appender.file.type = File
appender.file.name = file
appender.file.fileName = $work/stock.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %m%n
logger.jobs.name = org.apache.flink.runtime.executiongraph
logger.jobs.level = info
rootLogger.level = off
rootLogger.appenderRef.file.ref = file
END
"$java" -cp benchmarks/target/millrace-benchmarks.jar io.millrace.benchmarks.input.InputFiles "$work/input" "$rows"
copy_catalog

echo "medians of $runs runs, $(nproc) cores, heap $heap, $("$millrace" --version | tr '\n' ' ')"
printf '%-24s %8s %9s %9s %9s %9s %6s\n' pipeline rows 'rows/s' 'stock' 'per core' 'stock' ratio
pipelines | while read -r name sources; do
  case " ${*:-$name} " in
    *" $name "*)
      measure_pipeline "$name" $sources || {
        echo "$name: not measured, see above" >&2
        : >"$work/failed"
      }
      ;;
  esac
done
[ "$#" -gt 0 ] || measure_whole
[ ! -e "$work/failed" ]
