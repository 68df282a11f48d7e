#!/bin/sh
# What checking SQL and asking a question cost, side by side with Flink's own SQL Client on the same statements: whole
# processes, cold, in turns, medians of RUNS (5) and peak resident memory. Then `validate` of up to 300 generated
# pipelines in one process.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/setting.sh
stock_client

# Writes a project of $2 pipelines to $1, each with ten tables and $3 INSERTs of every usual shape.
project() {
  mkdir -p "$1/pipelines" "$1/sql"
  echo 'project: bench' >"$1/millrace.yaml"
  printf 'environments:\n  local:\n    target: embedded\n' >>"$1/millrace.yaml"
  cat >"$1/sql/sources.sql" <<'SQL'
CREATE TABLE orders (
  id BIGINT, customer BIGINT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '/tmp/orders', 'format' = 'csv');
CREATE TABLE payments (
  id BIGINT, order_id BIGINT, paid DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '/tmp/payments', 'format' = 'csv');
CREATE TABLE customers (id BIGINT, name STRING, country STRING)
  WITH ('connector' = 'filesystem', 'path' = '/tmp/customers', 'format' = 'json');
CREATE TABLE clicks (customer BIGINT, page STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
  WITH ('connector' = 'filesystem', 'path' = '/tmp/clicks', 'format' = 'json');
SQL
  cat >"$1/sql/sinks.sql" <<'SQL'
CREATE TABLE per_minute (start_at TIMESTAMP(3), category STRING, orders BIGINT, revenue DECIMAL(38, 2))
  WITH ('connector' = 'blackhole');
CREATE TABLE ranking (category STRING, id BIGINT, amount DECIMAL(10, 2), place BIGINT) WITH ('connector' = 'blackhole');
CREATE TABLE joined (id BIGINT, name STRING, amount DECIMAL(10, 2)) WITH ('connector' = 'blackhole');
CREATE TABLE paid_orders (id BIGINT, amount DECIMAL(10, 2), paid DECIMAL(10, 2)) WITH ('connector' = 'blackhole');
CREATE TABLE totals (category STRING, orders BIGINT, revenue DECIMAL(38, 2)) WITH ('connector' = 'blackhole');
CREATE TABLE visits (customer BIGINT, pages BIGINT, from_at TIMESTAMP(3), to_at TIMESTAMP(3))
  WITH ('connector' = 'blackhole');
SQL
  cat >"$1/sql/inserts.sql" <<'SQL'
INSERT INTO per_minute SELECT window_start, category, COUNT(*), SUM(amount) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, category;
INSERT INTO ranking SELECT category, id, amount, place FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY category ORDER BY amount DESC) AS place FROM orders) WHERE place <= 10;
INSERT INTO joined SELECT o.id, c.name, o.amount FROM orders AS o JOIN customers AS c ON o.customer = c.id;
INSERT INTO paid_orders SELECT o.id, o.amount, p.paid FROM orders AS o JOIN payments AS p ON p.order_id = o.id AND p.ts BETWEEN o.ts AND o.ts + INTERVAL '1' HOUR;
INSERT INTO totals SELECT category, COUNT(*), SUM(amount) FROM orders GROUP BY category;
INSERT INTO visits SELECT customer, COUNT(*), window_start, window_end FROM TABLE(SESSION(TABLE clicks PARTITION BY customer, DESCRIPTOR(ts), INTERVAL '30' MINUTE)) GROUP BY customer, window_start, window_end;
INSERT INTO per_minute SELECT window_start, category, COUNT(*), SUM(amount) FROM TABLE(HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, category;
INSERT INTO ranking SELECT category, id, amount, COUNT(*) OVER (PARTITION BY category ORDER BY ts) FROM orders;
INSERT INTO totals SELECT COALESCE(category, 'all'), COUNT(DISTINCT customer), SUM(amount) FROM orders GROUP BY GROUPING SETS ((category), ());
INSERT INTO joined SELECT o.id, UPPER(c.name), o.amount FROM orders AS o LEFT JOIN customers AS c ON o.customer = c.id WHERE o.amount > 10;
SQL
  i=0
  while [ "$i" -lt "$2" ]; do
    i=$((i + 1))
    if [ "$3" -lt 10 ]; then
      first=$((i % 6 + 1))
      sed -n "${first},$((first + $3 - 1))p" "$1/sql/inserts.sql" >"$1/sql/inserts_$i.sql"
      inserts=inserts_$i.sql
    else
      inserts=inserts.sql
    fi
    printf 'pipeline: p-%s\ningest: [sql/sources.sql]\nsink: [sql/sinks.sql, sql/%s]\n' "$i" "$inserts" \
      >"$1/pipelines/p-$i.yaml"
  done
}

# Runs a command; adds its milliseconds and its peak memory in MiB to the file $1.
measure() {
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
  status=0
  wait "$pid" || status=$?
  echo "$((($(date +%s%N) - start) / 1000000)) $peak" >>"$record"
  if [ "$status" != 0 ] || grep -q '\[ERROR\]' "$work/out"; then
    cat "$work/out" >&2
    exit 1
  fi
}

# Prints the median of column $2 of the file $1.
median() { awk -v c="$2" '{ print $c }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

report() { printf '%-44s %6s ms %5s MiB\n' "$1" "$(median "$2" 1)" "$(median "$2" 2)"; }

stock_client() {
  exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dlog4j2.level=off -cp "$stock/*" org.apache.flink.table.client.SqlClient "$@"
}

echo "medians of $runs runs, $(nproc) cores, $("$millrace" --version | tr '\n' ' ')"
project "$work/ten" 1 10
"$millrace" print -C "$work/ten" p-1 --explain >"$work/ten.sql"
echo 'SHOW TABLES;' >"$work/show.sql"
printf "SET 'sql-client.execution.result-mode' = 'tableau';\nSELECT 1;\n" >"$work/one.sql"
i=0
while [ "$i" -lt "$runs" ]; do
  i=$((i + 1))
  measure "$work/ours" "$millrace" validate -C "$work/ten"
  measure "$work/theirs" stock_client -f "$work/ten.sql"
  measure "$work/our_show" "$millrace" sql -C "$work/ten" -c 'SHOW TABLES'
  measure "$work/their_show" stock_client -f "$work/show.sql"
  measure "$work/our_one" "$millrace" sql -C "$work/ten" -c 'SELECT 1'
  measure "$work/their_one" stock_client -f "$work/one.sql"
done
# Prints both sides of a comparison and how many times faster ours is.
compare() {
  report "$1: millrace $2" "$3"
  report "$1: SQL Client -f" "$4"
  awk -v a="$(median "$4" 1)" -v b="$(median "$3" 1)" 'BEGIN { printf "ratio %.1f\n", a / b }'
}

compare 'ten tables, ten INSERTs' validate "$work/ours" "$work/theirs"
compare 'SHOW TABLES' 'sql -c' "$work/our_show" "$work/their_show"
compare 'SELECT 1' 'sql -c' "$work/our_one" "$work/their_one"

for pipelines in 75 150 300; do
  project "$work/many$pipelines" "$pipelines" 3
  measure "$work/many$pipelines.times" "$millrace" validate -C "$work/many$pipelines"
  report "$pipelines pipelines of three INSERTs: validate" "$work/many$pipelines.times"
done
awk -v a="$(median "$work/many75.times" 1)" -v b="$(median "$work/many300.times" 1)" \
  'BEGIN { printf "each further pipeline %.0f ms\n", (b - a) / 225 }'
