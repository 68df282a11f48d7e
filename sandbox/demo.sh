#!/bin/sh
# The example shop from its binlog to dashboard and search: starts the servers, runs the three pipelines, sends orders
# while the result tables show live, compares them with the traffic's own tally, and stops everything again.
set -u
cd "$(dirname "$0")/.." || exit 7

# Not through the script in the root: what it builds was built before, and signals must reach the right process.
millrace=launcher/target/millrace/bin/millrace
log=.millrace/logs/run.out
runner=
duration=${DURATION:-45s}

# The pipelines first, so that their sources are gone before their servers are.
tidy() {
  if [ -n "$runner" ]; then
    kill -TERM "$runner" 2>/dev/null
    wait "$runner" 2>/dev/null
    runner=
  fi
  "$millrace" sandbox down
}

stopped() {
  trap '' INT TERM
  tidy
  exit 130
}

trap stopped INT TERM

"$millrace" sandbox up || exit $?
mkdir -p "${log%/*}"
"$millrace" run order-etl orders-per-minute top-products >"$log" 2>&1 &
runner=$!
"$millrace" sandbox traffic --await 90s --for "$duration" --speed 15 --show && "$millrace" sandbox verify
status=$?
if ! kill -0 "$runner" 2>/dev/null; then
  echo "The pipelines ended early; the last lines of $log:" >&2
  tail -n 20 "$log" >&2
  [ "$status" -ne 0 ] || status=6
fi
tidy
exit "$status"
