#!/bin/sh
# What testing costs from the command to the verdict: whole processes, cold, medians of RUNS (5): one test, twenty tests
# of twenty pipelines, and by their difference each further one. Beside them the same query over the same rows, once, in
# Flink's own SQL Client.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/setting.sh
stock_client

ddl() {
  cat <<SQL
CREATE TABLE orders (id BIGINT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
  WITH ('connector' = 'filesystem', 'path' = '$1', 'format' = 'csv');
SQL
}

query() {
  cat <<SQL
SELECT window_start, category, COUNT(*), SUM(amount)
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '$1' MINUTE)) GROUP BY window_start, window_end, category;
SQL
}

# Writes a project of $2 pipelines to $1, each with a query and a test of its own.
project() {
  mkdir -p "$1/pipelines" "$1/sql"
  echo 'project: bench' >"$1/millrace.yaml"
  ddl /tmp/orders >"$1/sql/source.sql"
  i=0
  while [ "$i" -lt "$2" ]; do
    i=$((i + 1))
    printf 'pipeline: p-%s\ningest: [sql/source.sql]\nsink: [sql/sink.sql, sql/insert_%s.sql]\n' "$i" "$i" \
      >"$1/pipelines/p-$i.yaml"
    { echo 'INSERT INTO per_window' && query "$i"; } >"$1/sql/insert_$i.sql"
    cat >"$1/pipelines/p-$i.test.yaml" <<YAML
pipeline: p-$i
tests:
  - name: one window
    given:
      - orders:
          - { id: 1, category: book, amount: $i, ts: "2026-01-01 00:00:05" }
          - { id: 2, category: book, amount: 1.50, ts: "2026-01-01 00:00:06" }
      - watermark: { orders: "2026-01-01 01:00:00" }
    expect:
      tables:
        per_window: [{ category: book, orders: 2, revenue: $((i + 1)).50 }]
YAML
  done
  cat >"$1/sql/sink.sql" <<'SQL'
CREATE TABLE per_window (start_at TIMESTAMP(3), category STRING, orders BIGINT, revenue DECIMAL(38, 2))
  WITH ('connector' = 'print');
SQL
}

# Runs a command, which must print $2; adds its milliseconds to the file $1.
measure() {
  record=$1
  wanted=$2
  shift 2
  start=$(date +%s%N)
  "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
  echo "$((($(date +%s%N) - start) / 1000000))" >>"$record"
  grep -q "$wanted" "$work/out" || { cat "$work/out" >&2; exit 1; }
}

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

stock_client() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dlog4j2.level=off -cp "$stock/*" org.apache.flink.table.client.SqlClient "$@"
}

project "$work/one" 1
project "$work/twenty" 20
mkdir "$work/orders"
printf '1,book,1.00,2026-01-01 00:00:05\n2,book,1.50,2026-01-01 00:00:06\n' >"$work/orders/rows.csv"
{ echo "SET 'sql-client.execution.result-mode' = 'tableau';" && ddl "$work/orders" && query 1; } >"$work/one.sql"
echo "medians of $runs runs, $(nproc) cores, $("$millrace" --version | tr '\n' ' ')"
n=0
while [ "$n" -lt "$runs" ]; do
  n=$((n + 1))
  measure "$work/ours1" '1 passed' "$millrace" test -C "$work/one"
  measure "$work/ours20" '20 passed' "$millrace" test -C "$work/twenty"
  measure "$work/theirs" 'Received a total' stock_client -f "$work/one.sql"
done
echo "one test                        $(median "$work/ours1") ms"
echo "twenty tests, twenty pipelines  $(median "$work/ours20") ms"
awk -v a="$(median "$work/ours1")" -v b="$(median "$work/ours20")" \
  'BEGIN { printf "each further test               %.0f ms\n", (b - a) / 19 }'
echo "one query, SQL Client           $(median "$work/theirs") ms"
