#!/bin/sh
# What deploying takes on the sandbox's Flink cluster, as whole processes: medians of RUNS (5) on this machine. PIPELINES
# (20) of generated rows run there; `plan` finds nothing changed; then one pipeline is changed, and `apply` takes its place.
# Needs nothing but the build, and starts a cluster of its own.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/setting.sh
./mvnw -B -q -pl benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip package >&2

pipelines=${PIPELINES:-20}
project=$work/project
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
trap '"$millrace" sandbox down --wipe -C "$project" >/dev/null 2>&1; rm -rf "$work"' EXIT

now() { date +%s%N; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Prints the milliseconds that a command takes.
time_of() {
  start=$(now)
  "$@" >"$work/out" 2>&1 || {
    cat "$work/out" >&2
    exit 1
  }
  echo $((($(now) - start) / 1000000))
}

# Writes the SQL of pipeline $1, whose last column is $2.
write_sql() {
  cat >"$project/sql/p$1.sql" <<END
CREATE TABLE rows_$1 (k INT, v BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '20', 'fields.k.min' = '0', 'fields.k.max' = '99');
CREATE TABLE totals_$1 (k INT, c BIGINT, s BIGINT, d BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'blackhole');
INSERT INTO totals_$1 SELECT k, COUNT(*), SUM(v), COUNT(*) * $2 FROM rows_$1 GROUP BY k;
END
}

mkdir -p "$project/pipelines" "$project/sql"
cat >"$project/millrace.yaml" <<END
project: deploying
environments:
  cluster:
    target: { rest: "\${flink.rest}" }
    sandbox: true
    settings: { checkpoint-interval: 10 s, parallelism: 1 }
END
i=0
while [ "$i" -lt "$pipelines" ]; do
  i=$((i + 1))
  printf 'pipeline: p%s\nsink: [sql/p%s.sql]\n' "$i" "$i" >"$project/pipelines/p$i.yaml"
  write_sql "$i" 2
done

"$millrace" sandbox up --cluster -C "$project" -e cluster >&2
rest=$("$millrace" sandbox status -C "$project" | awk '$1 == "flink" { for (i = 2; i <= NF; i++) if ($i ~ /:/) print $i }')
first=$(time_of "$millrace" apply -C "$project" -e cluster)

echo "medians of $runs runs, $(nproc) cores, $pipelines running pipelines, $("$millrace" --version | tr '\n' ' ')"
printf '%-52s %6s ms\n' "apply, all $pipelines for the first time (once)" "$first"
i=0
while [ "$i" -lt "$runs" ]; do
  i=$((i + 1))
  time_of "$millrace" plan -C "$project" -e cluster >>"$work/plan"
done
printf '%-52s %6s ms\n' 'plan, nothing changed' "$(median <"$work/plan")"
i=0
while [ "$i" -lt "$runs" ]; do
  i=$((i + 1))
  write_sql 1 "$((i + 2))"
  time_of "$millrace" apply -C "$project" -e cluster >>"$work/apply"
  sleep 1
  "$java" -cp "benchmarks/target/classes:${millrace%/bin/*}/lib/*" io.millrace.benchmarks.deploy.SwitchTime "http://$rest" p1 >>"$work/switch"
done
printf '%-52s %6s ms\n' 'apply, one of them changed' "$(median <"$work/apply")"
printf '%-52s %6s ms\n' 'its old job stopped until all tasks of the new run' "$(median <"$work/switch")"
