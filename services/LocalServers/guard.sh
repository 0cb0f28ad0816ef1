# Runs one server for the program that started this script, and does not outlive that program.
#
#   guard.sh SIGNAL FOLDER LOG COMMAND...
#
# SIGNAL stops the server; FOLDER is removed in the end, unless it is empty; LOG takes what the server prints.
# The program writes "start" or "stop", a word a line, and is answered with the server's process id or "stopped".
# The end of the input means that the program is gone: its end of the pipe closes however it died, by SIGKILL too.
signal=$1 folder=$2 log=$3
shift 3
server=

stop() {
  [ -n "$server" ] || return 0
  kill -s "$signal" "$server" 2>/dev/null
  tries=0
  while kill -0 "$server" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -ne 1250 ] || kill -s KILL "$server"
    sleep 0.02
  done
  wait "$server" 2>/dev/null
  server=
}

# A signal only interrupts the read below, and the rest of the script then cleans up.
trap : HUP INT TERM

while read -r word; do
  stop
  if [ "$word" = start ]; then
    # The shell has its background jobs ignore SIGINT and SIGQUIT; a server's first steps must not.
    env --default-signal=INT,QUIT "$@" </dev/null >>"$log" 2>&1 &
    server=$!
    echo "$server"
  else
    echo stopped
  fi
done

stop
# A child of a killed server may still be writing its last file.
[ -z "$folder" ] || rm -rf "$folder" || { sleep 1 && rm -rf "$folder"; }
