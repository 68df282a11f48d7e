#!/bin/sh
# What testing costs from the command to the verdict: whole processes, cold, medians of RUNS (5): one test, twenty tests,
# and by their difference each further one. Beside them the same query over the same rows, once, in Flink's own SQL Client.
set -eu
cd "$(dirname "$0")/.."
./millrace --version >/dev/null
millrace=$PWD/launcher/target/millrace/bin/millrace
MILLRACE_CDS=now "$millrace" list >/dev/null
runs=${RUNS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

stock=$PWD/launcher/target/stock-sql-client
version() { sed -n "s:.*<dep\\.$1\\.version>\\(.*\\)</.*:\\1:p" pom.xml; }
if [ ! -f "$stock/.complete" ]; then
  ./mvnw -B -q -ntp -f launcher/src/it/stock-sql-client/pom.xml -Dflink.version="$(version flink)" \
    -Dlog4j.version="$(version log4j)" org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies \
    -DoutputDirectory="$stock"
  : >"$stock/.complete"
fi
mkdir -p "$work/conf"
echo 'execution.target: local' >"$work/conf/config.yaml"
export FLINK_CONF_DIR="$work/conf"

# Writes a project of $2 tests of one pipeline to $1.
project() {
  mkdir -p "$1/pipelines" "$1/sql"
  echo 'project: bench' >"$1/millrace.yaml"
  printf 'pipeline: p\ningest: [sql/source.sql]\nsink: [sql/sink.sql]\n' >"$1/pipelines/p.yaml"
  cat >"$1/sql/source.sql" <<'SQL'
CREATE TABLE orders (id BIGINT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
  WITH ('connector' = 'filesystem', 'path' = '/tmp/orders', 'format' = 'csv');
SQL
  cat >"$1/sql/sink.sql" <<'SQL'
CREATE TABLE per_minute (start_at TIMESTAMP(3), category STRING, orders BIGINT, revenue DECIMAL(38, 2))
  WITH ('connector' = 'print');
INSERT INTO per_minute SELECT window_start, category, COUNT(*), SUM(amount)
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, category;
SQL
  printf 'pipeline: p\ntests:\n' >"$1/pipelines/p.test.yaml"
  i=0
  while [ "$i" -lt "$2" ]; do
    i=$((i + 1))
    cat >>"$1/pipelines/p.test.yaml" <<YAML
  - name: test $i
    given:
      - orders:
          - { id: 1, category: book, amount: $i, ts: "2026-01-01 00:00:05" }
          - { id: 2, category: book, amount: 1.50, ts: "2026-01-01 00:00:06" }
      - watermark: { orders: "2026-01-01 00:01:00" }
    expect:
      tables:
        per_minute: [{ start_at: "2026-01-01 00:00:00", category: book, orders: 2, revenue: $((i + 1)).50 }]
YAML
  done
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
cat >"$work/one.sql" <<'SQL'
SET 'sql-client.execution.result-mode' = 'tableau';
SET 'execution.runtime-mode' = 'streaming';
CREATE TEMPORARY VIEW raw AS SELECT * FROM (VALUES
  (1, 'book', 1.00, '2026-01-01 00:00:05'), (2, 'book', 1.50, '2026-01-01 00:00:06')) AS t (id, category, amount, ts);
SELECT category, COUNT(*), SUM(amount) FROM raw GROUP BY category;
SQL
echo "medians of $runs runs, $(nproc) cores, $("$millrace" --version | tr '\n' ' ')"
n=0
while [ "$n" -lt "$runs" ]; do
  n=$((n + 1))
  measure "$work/ours1" '1 passed' "$millrace" test -C "$work/one"
  measure "$work/ours20" '20 passed' "$millrace" test -C "$work/twenty"
  measure "$work/theirs" 'Received a total' stock_client -f "$work/one.sql"
done
echo "one test               $(median "$work/ours1") ms"
echo "twenty tests           $(median "$work/ours20") ms"
awk -v a="$(median "$work/ours1")" -v b="$(median "$work/ours20")" \
  'BEGIN { printf "each further test      %.0f ms\n", (b - a) / 19 }'
echo "one query, SQL Client  $(median "$work/theirs") ms"
