#!/usr/bin/env bash
# The whole suite: every test project, then the Python tests of training/. The last line is "N passed, N failed".
# Arguments: names of test projects without the common parts (Dicom, Pipeline, training ...); none runs all.
set -uo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root" || exit 1
results="$root/TestResults"
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0
wanted=("$@")

selected() {
  [ "${#wanted[@]}" -eq 0 ] && return 0
  local name
  for name in "${wanted[@]}"; do [ "$name" = "$1" ] && return 0; done
  return 1
}

number() { sed -n "s/.*<assembly [^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

echo "Building the solution ..."
if ! dotnet build PacsAnalyzer.sln -c Release -v q --nologo > "$results/build.log" 2>&1; then
  grep -E 'error' "$results/build.log" | sort -u | head -n 40
  echo "The build failed; the whole log is TestResults/build.log."
  echo "0 passed, 1 failed"
  exit 1
fi

for project in tests/PacsAnalyzer.*.Tests; do
  name="$(basename "$project")"
  short="${name#PacsAnalyzer.}"
  short="${short%.Tests}"
  selected "$short" || continue
  echo "== $name"
  started=$(date +%s)
  dotnet "$project/bin/Release/net10.0/$name.dll" -noLogo -xml "$results/$name.xml" > "$results/$name.log" 2>&1
  status=$?
  if [ -s "$results/$name.xml" ]; then
    p=$(number "$results/$name.xml" passed); f=$(number "$results/$name.xml" failed)
    s=$(number "$results/$name.xml" skipped); e=$(number "$results/$name.xml" errors)
    f=$(( ${f:-0} + ${e:-0} ))
    # A process that failed without a failed test (crash at the end, fixture error) is a failure of its own.
    [ "$status" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  else
    p=0 f=1 s=0
  fi
  echo "   ${p:-0} passed, $f failed, ${s:-0} skipped, $(( $(date +%s) - started )) s"
  [ "$f" -gt 0 ] && grep -E '\[FAIL\]|^ {4,}' "$results/$name.log" | head -n 80
  [ "${s:-0}" -gt 0 ] && grep -A1 -F '[SKIP]' "$results/$name.log" | head -n 20
  passed=$((passed + ${p:-0})) failed=$((failed + f)) skipped=$((skipped + ${s:-0}))
done

if selected training; then
  echo "== training"
  started=$(date +%s)
  (cd training && /usr/bin/python3 -m unittest discover -s tests -t . > "$results/training.log" 2>&1)
  status=$?
  ran=$(sed -n 's/^Ran \([0-9]*\) tests\{0,1\} in .*/\1/p' "$results/training.log" | tail -n 1)
  bad=$(sed -n 's/^FAILED (\(.*\))$/\1/p' "$results/training.log" | tr ',' '\n' | sed -n 's/.*\(failures\|errors\)=\([0-9]*\).*/\2/p' | awk '{n += $1} END {print n + 0}')
  skips=$(sed -n 's/.*skipped=\([0-9]*\).*/\1/p' "$results/training.log" | tail -n 1)
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  good=$(( ${ran:-0} - bad - ${skips:-0} ))
  [ "$good" -lt 0 ] && good=0
  [ "${ran:-0}" -eq 0 ] && bad=$((bad > 0 ? bad : 1))
  echo "   $good passed, $bad failed, ${skips:-0} skipped, $(( $(date +%s) - started )) s"
  [ "$bad" -gt 0 ] && tail -n 60 "$results/training.log"
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + ${skips:-0}))
fi

[ "$skipped" -gt 0 ] && echo "$skipped skipped; the reasons are above and in TestResults/*.log"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
