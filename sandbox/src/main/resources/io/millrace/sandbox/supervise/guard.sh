# Runs one server and ends it when standard input ends, that is when the supervisor is told to stop or is gone.
# Arguments: signal, grace in tenths of a second, log file, command and its arguments.
umask 077
signal=$1
grace=$2
log=$3
shift 3
exec 3<&0 </dev/null
"$@" 3<&- >>"$log" 2>&1 &
server=$!
echo "$server"
{
  while read -r _ <&3; do :; done
  kill -s "$signal" "$server"
  while [ "$grace" -gt 0 ] && kill -s 0 "$server"; do
    sleep 0.1
    grace=$((grace - 1))
  done
  kill -s KILL "$server"
} >/dev/null 2>&1 &
watcher=$!
exec 3<&-
trap 'kill -s "$signal" "$server" 2>/dev/null' TERM INT HUP
wait "$server"
code=$?
while kill -s 0 "$server" 2>/dev/null; do
  wait "$server"
  code=$?
done
kill "$watcher" 2>/dev/null
exit "$code"
