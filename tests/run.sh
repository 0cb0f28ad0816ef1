#!/usr/bin/env bash
# Runs the test projects that are built: tests/run.sh [WORD...], those whose names hold one of the words, else all.
# One after the other: they start servers of their own, and some of them measure time.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
results=$root/artifacts/test-results
passed=0 failed=0 skipped=0 names=()

wanted() {
  local word
  (($# > 1)) || return 0
  for word in "${@:2}"; do [[ $1 != *"$word"* ]] || return 0; done
  return 1
}

# total, executed, passed, failed
counters() { sed -nE 's/.*<Counters total="([0-9]+)" executed="([0-9]+)" passed="([0-9]+)" failed="([0-9]+)".*/\1 \2 \3 \4/p' "$1"; }

failed_tests() {
  { grep -o '<UnitTestResult [^>]*outcome="Failed"' "$1" || true; } |
    sed -E 's/.* testName="([^"]*)".*/\1/; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

run_project() {
  local project=$1 trx=$results/$1.trx status=0 total=0 executed=0 ok=0 bad=0
  printf '\n== %s\n' "$project"
  dotnet test "$root/artifacts/bin/$project/release/$project.dll" --results-directory "$results" --logger "trx;LogFileName=$project.trx" \
    --logger 'console;verbosity=minimal' --blame-hang-timeout 15m --blame-hang-dump-type none </dev/null || status=$?
  if [[ -f $trx ]]; then
    read -r total executed ok bad < <(counters "$trx")
    mapfile -t -O "${#names[@]}" names < <(failed_tests "$trx")
  fi

  # A run that broke off, or found nothing to run, has failed even where no test has.
  if ((bad == 0 && (status != 0 || total == 0))); then bad=1 names+=("$project: exit status $status, $total tests"); fi
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
}

rm -rf "$results"
mapfile -t projects < <(sed -nE 's/.*[\\\/"]([A-Za-z.]+\.Tests)\.csproj".*/\1/p' "$root/Microservices.sln")
for project in "${projects[@]}"; do
  if wanted "$project" "$@"; then run_project "$project"; fi
done

if ((failed)); then printf '\nfailed:\n' && printf '  %s\n' "${names[@]}"; fi
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
((failed == 0 && passed > 0))
