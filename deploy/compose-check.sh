#!/usr/bin/env bash
# Proves docker-compose.yml on the engine at hand: from nothing to alerts, and that they are those of the same seeds without containers.
#   deploy/compose-check.sh            builds the images, starts everything under a name and on ports of its own, and takes all away again
#   KEEP=1 deploy/compose-check.sh     leaves it running
# With an engine but without internet the images that docker-compose.yml names must be there already.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

export COMPOSE_PROJECT_NAME=parley-check COMPOSE_ANSI=never COMPOSE_PROGRESS=quiet
export PARLEY_AMQP_PORT=25672 PARLEY_MANAGEMENT_PORT=25673
export PARLEY_INGESTION_PORT=27101 PARLEY_EXTRACTION_PORT=27102 PARLEY_SEARCH_PORT=27103 PARLEY_ALERTING_PORT=27104 PARLEY_FEED_PORT=27184
work=$(mktemp -d "${TMPDIR:-/tmp}/parley-compose.XXXXXX")
chmod 755 "$work" # the private servers run as users of their own
pids=()

say() { printf '[%3ds] %s\n' "$SECONDS" "$*"; }
fail() { docker compose logs --no-color --tail 5 >&2 || true; say "FAILED: $*"; exit 1; }
run() { docker compose run --rm -T parley "$@"; }

clean() {
  local pid
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  PARLEY_HOME=$work/home ./parley down >/dev/null 2>&1 || true
  [[ -n ${KEEP:-} ]] || docker compose --profile cli down --volumes --remove-orphans --timeout 5 >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap clean EXIT

# What of alerts is the same however articles were batched, and whichever of two neighbours came first: the entry that they were of, which may have got another
# id since, and where it got to. No alert may have come twice.
# outcome NAME COMMAND...
outcome() {
  local name=$1 id
  shift
  python3 - "$work/$name.jsonl" "$work/$name-ledger.jsonl" >"$work/$name.former" <<'PY' || return 1
import json, sys
alerts, entries = ([json.loads(line) for line in open(file)] for file in sys.argv[1:])
if len({alert["id"] for alert in alerts}) < len(alerts):
    sys.exit("an alert came twice")
listed = {entry["id"] for entry in entries}
for id in sorted({alert["change"]["entry_id"] for alert in alerts} - listed):
    print(id)
PY
  while read -r id; do
    "$@" ledger "$id" --json </dev/null >"$work/found" 2>/dev/null || : >"$work/found"
    echo "$id $(python3 -c 'import json, sys; print(json.loads(sys.stdin.readline() or "{}").get("id", ""))' <"$work/found")"
  done <"$work/$name.former" >"$work/$name.now"
  python3 - "$work/$name.jsonl" "$work/$name.now" <<'PY'
import json, sys
now = dict(line.split() for line in open(sys.argv[2]) if len(line.split()) == 2)
last = {}
for line in open(sys.argv[1]):
    change = json.loads(line)["change"]
    last[now.get(change["entry_id"], change["entry_id"])] = change["after"]["status"]
for entry, status in sorted(last.items()):
    print(entry, status)
PY
}

# take_in FOLDER NAME COMMAND...: watches with the command, takes the folder in, waits for the ledger of a replay and for the last alert.
take_in() {
  local folder=$1 name=$2 count=-1 watcher
  shift 2
  "$@" watch --json >"$work/$name.jsonl" 2>"$work/$name.log" </dev/null &
  watcher=$!
  pids+=("$watcher")
  for _ in $(seq 300); do grep -q '^watching' "$work/$name.log" && break; sleep 0.1; done
  grep -q '^watching' "$work/$name.log" || { cat "$work/$name.log"; fail "nobody watches"; }
  "$@" ingest "$folder"
  for _ in $(seq 60); do
    "$@" ledger >"$work/$name-ledger.jsonl"
    cmp -s "$work/$name-ledger.jsonl" "$work/replay.jsonl" && break
    sleep 1
  done
  cmp "$work/$name-ledger.jsonl" "$work/replay.jsonl" || fail "the ledger is not that of a replay"
  # Alerts follow the ledger: the last has come when for five seconds none has.
  for _ in $(seq 12); do
    [[ $count != "$(wc -l <"$work/$name.jsonl")" || $count == 0 ]] || break
    count=$(wc -l <"$work/$name.jsonl")
    sleep 5
  done
  kill -TERM "$watcher" 2>/dev/null || true
  outcome "$name" "$@" >"$work/$name.outcome" || fail "$name: an alert came twice"
  say "$name: $count alerts, $(wc -l <"$work/$name-ledger.jsonl") entries, by the byte those of a replay"
}

say "build: four services and the command line"
docker compose --profile cli build >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log"; fail "the images cannot be built"; }

say "docker compose up --wait"
docker compose up --wait >"$work/up.log" 2>&1 || { cat "$work/up.log"; fail "not all of it became healthy"; }
docker compose ps --all --format 'table {{.Service}}\t{{.Image}}\t{{.Status}}\t{{.Ports}}'

say "servers: PostgreSQL $(docker compose exec -T postgres psql -U parley -d postgres -At -c 'SHOW server_version'), RabbitMQ $(docker compose exec -T rabbitmq rabbitmqctl -q version)"
if docker compose ps --format '{{.Ports}}' | tr ',' '\n' | grep -e '->' | grep -vq '^ *127\.0\.0\.1:'; then fail "a port is open beyond loopback"; fi
for service in ingestion extraction search alerting; do
  [[ $(docker compose exec -T "$service" id -u) != 0 ]] || fail "$service runs as root"
  docker compose exec -T "$service" touch /app/x 2>/dev/null && fail "$service can write where its program is"
done
say "ports on loopback only, no service runs as root or can write to its own files"

docker compose cp secrets:/run/operator/ca.pem "$work/ca.pem" >/dev/null 2>&1
docker compose cp secrets:/run/operator/key "$work/key" >/dev/null 2>&1
outside() { PARLEY_ADDRESS="https://localhost:$PARLEY_EXTRACTION_PORT" PARLEY_CA=$work/ca.pem ./parley ledger; }
outside >"$work/refused" 2>&1 && fail "it answers a caller without a key"
grep -q 'wants an API key' "$work/refused" || { cat "$work/refused"; fail "a caller without a key is not told so"; }
PARLEY_KEY_FILE=$work/key outside || fail "it does not answer the operator"
say "from outside: refused without a key, answered with the operator's, over TLS"

say "the seeds, in the containers and without"
./parley replay seeds >"$work/replay.jsonl"
take_in /seeds compose run
export PARLEY_HOME=$work/home
mkdir "$PARLEY_HOME"
./parley up --port 0 >/dev/null
take_in seeds local ./parley
[[ -s $work/local.outcome ]] || fail "there were no alerts"
diff "$work/compose.outcome" "$work/local.outcome" || fail "the alerts differ"
say "same alerts: $(wc -l <"$work/compose.outcome") entries alerted, each to the same status"

say "a service killed comes back by itself"
container=$(docker compose ps -q extraction)
kill -KILL "$(docker inspect -f '{{.State.Pid}}' "$container")"
for _ in $(seq 300); do
  [[ $(docker inspect -f '{{.RestartCount}} {{.State.Health.Status}}' "$container") == "1 healthy" ]] && break
  sleep 0.2
done
[[ $(docker inspect -f '{{.RestartCount}} {{.State.Health.Status}}' "$container") == "1 healthy" ]] || fail "extraction did not come back"

say "docker compose down, and up again with the data that stayed"
docker compose down >/dev/null 2>&1
docker compose up --wait >"$work/up.log" 2>&1 || { cat "$work/up.log"; fail "not healthy after a restart"; }
run ledger | cmp - "$work/replay.jsonl" || fail "the ledger is another one after a restart"
say "the whole of it holds"
