#!/bin/sh
# The example shop on real servers: starts them, runs pipelines, sends what happens in the shop, compares the result
# tables with what must be in them, and stops everything again.
#
# SCENARIO chooses the pipelines: business, data, operations or all. Without it they are the three that take orders from
# the binlog to dashboard and search, and the result tables show live.
set -u
cd "$(dirname "$0")/.." || exit 7

# Not through the script in the root: what it builds was built before, and signals must reach the right process.
millrace=launcher/target/millrace/bin/millrace
log=.millrace/logs/run.out
runner=
orders=
duration=${DURATION:-45s}

business='domain:business'
data='order-etl orders-per-minute top-products sales-today warehouse-turnover click-rate push-open-rate warehouse-archive'
operations='domain:operations'
case ${SCENARIO:-} in
  '') pipelines='order-etl orders-per-minute top-products' ;;
  business) pipelines=$business ;;
  data) pipelines=$data ;;
  operations) pipelines=$operations ;;
  all) pipelines="$business $data $operations" ;;
  *)
    echo "SCENARIO is business, data, operations or all, not '$SCENARIO'" >&2
    exit 2
    ;;
esac

# The pipelines first, so that their sources are gone before their servers are.
tidy() {
  for process in $orders $runner; do
    kill -TERM "$process" 2>/dev/null
    wait "$process" 2>/dev/null
  done
  orders=
  runner=
  "$millrace" sandbox down
}

stopped() {
  trap '' INT TERM
  tidy
  exit 130
}

traffic() {
  "$millrace" sandbox traffic --await 90s --for "$duration" --speed 15 "$@"
}

# Orders go on beside the stories, which are told one after the other.
scenario() {
  case $SCENARIO in
    data | all)
      traffic &
      orders=$!
      ;;
  esac
  if [ "$SCENARIO" = all ]; then
    "$millrace" sandbox stories || return $?
  else
    "$millrace" sandbox stories --department "$SCENARIO" || return $?
  fi
  if [ -n "$orders" ]; then
    wait "$orders" || return $?
    orders=
  fi
}

# What other departments were told before is not compared: their servers need not be up.
verify() {
  if [ "$SCENARIO" = all ]; then
    "$millrace" sandbox verify --wait 120s
  else
    "$millrace" sandbox verify --wait 120s --department "$SCENARIO"
  fi
}

trap stopped INT TERM

# shellcheck disable=SC2086 # a list of names
"$millrace" sandbox up $pipelines || exit $?
mkdir -p "${log%/*}"
# shellcheck disable=SC2086
"$millrace" run $pipelines >"$log" 2>&1 &
runner=$!
if [ -n "${SCENARIO:-}" ]; then
  scenario && verify
else
  traffic --show && "$millrace" sandbox verify --department data
fi
status=$?
if ! kill -0 "$runner" 2>/dev/null; then
  echo "The pipelines ended early; the last lines of $log:" >&2
  tail -n 20 "$log" >&2
  [ "$status" -ne 0 ] || status=6
fi
tidy
exit "$status"
