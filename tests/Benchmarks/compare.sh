#!/usr/bin/env bash
# How fast images get in: storescp, Orthanc and this node in turn, each with an empty store on the same disk, each sent the same 400 CT
# slices (0.5 MB) and 20 DX films (12 MB) by dcmsend, once as it is (Nagle's algorithm on) and once with TCP_NODELAY=1.
#
#   tests/Benchmarks/compare.sh [--runs N] [--folder DIR]
#
# --runs    rounds; the median counts (default 3)
# --folder  where images and stores go (default: a temporary folder, removed at the end); choose the disk that is to be measured
#
# The node runs with Spool:Durability Fsync, Orthanc with its default, which flushes as well; storescp writes what it gets (-B) and flushes
# nothing. Before the clock starts every receiver takes 102 other images; the node takes them four times, because its code is compiled while
# it runs. Needs dcmtk, orthanc, postgresql, python3-pydicom, python3-numpy.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
program="${PACS_ANALYZER_DLL:-$root/src/PacsAnalyzer.Scp/bin/Release/net10.0/pacs-analyzer.dll}"
python="${PYTHON:-/usr/bin/python3}"
runs=3
folder=""
while [ $# -gt 0 ]; do
  case "$1" in
    --runs) runs="$2"; shift 2 ;;
    --folder) folder="$2"; shift 2 ;;
    *) sed -n '2,14s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
  esac
done

for tool in storescp dcmsend echoscu Orthanc dotnet "$python"; do
  command -v "$tool" > /dev/null || { echo "compare: $tool is not installed (Debian packages dcmtk, orthanc, postgresql, python3-pydicom, python3-numpy)" >&2; exit 1; }
done
if [ ! -f "$program" ]; then
  echo "Building ..."
  MSBUILDDISABLENODEREUSE=1 dotnet build "$root/src/PacsAnalyzer.Scp" -c Release -v q --nologo
fi

pid=""
stop() {
  [ -n "$pid" ] || return 0
  kill -TERM "$pid" 2> /dev/null || true
  wait "$pid" 2> /dev/null || true
  pid=""
}

if [ -n "$folder" ]; then
  mkdir -p "$folder"
  work="$(mktemp -d "$folder/compare.XXXXXX")"
else
  work="$(mktemp -d)"
fi
# The node's database runs as another user where this runs as root.
chmod 711 "$work"
trap 'stop; rm -rf "$work"' EXIT

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

start_storescp() {
  storescp -B -aet STORESCP -od "$1" "$port" > "$work/log" 2>&1 &
  pid=$!
}

start_orthanc() {
  cat > "$work/orthanc.json" << JSON
{ "Name": "compare", "StorageDirectory": "$1", "IndexDirectory": "$1", "DicomAet": "ORTHANC", "DicomPort": $port, "DicomCheckCalledAet": false,
  "DicomAlwaysAllowStore": true, "DicomAlwaysAllowEcho": true, "HttpServerEnabled": false, "Plugins": [] }
JSON
  Orthanc "$work/orthanc.json" > "$work/log" 2>&1 &
  pid=$!
}

start_node() {
  mkdir -p "$1/config" "$1/models"
  cat > "$1/config/pacs-analyzer.json" << JSON
{ "Node": { "AeTitle": "NODE", "DicomAddress": "127.0.0.1", "DicomPort": $port, "HttpUrl": "http://127.0.0.1:0", "DataDirectory": "$1/data" },
  "Association": { "AcceptUnknownCallers": true }, "Spool": { "Durability": "Fsync" }, "Inference": { "Provider": "Cpu", "ModelsDirectory": "$1/models" } }
JSON
  RUNTIME_DIRECTORY="$1/run" dotnet "$program" serve --config "$1/config" > "$work/log" 2>&1 &
  pid=$!
}

aet() { case "$1" in storescp) echo STORESCP ;; orthanc) echo ORTHANC ;; node) echo NODE ;; esac; }

ready() {
  local tries=0
  until echoscu -aec "$(aet "$1")" 127.0.0.1 "$port" > /dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$pid" 2> /dev/null; then
      echo "compare: $1 does not start:" >&2
      cat "$work/log" >&2
      exit 1
    fi
    sleep 0.1
  done
}

# Sends a folder; prints the milliseconds it took. Fails unless every image was answered with Success.
send() {
  local receiver="$1" what="$2" began ended wanted got
  rm -f "$work/report"
  began=$(date +%s%N)
  dcmsend -aec "$(aet "$receiver")" +crf "$work/report" 127.0.0.1 "$port" +sd "$work/images/$what" > "$work/sent" 2>&1 || { cat "$work/sent" >&2; exit 1; }
  ended=$(date +%s%N)
  wanted=$(find "$work/images/$what" -name '*.dcm' | wc -l)
  got=$(sed -n 's/.*with status SUCCESS *: *\([0-9]*\).*/\1/p' "$work/report" | head -n 1)
  [ "${got:-0}" -eq "$wanted" ] || { echo "compare: $receiver took ${got:-0} of $wanted images of $what" >&2; cat "$work/report" >&2; exit 1; }
  echo $(((ended - began) / 1000000))
}

warm() {
  local times=1
  [ "$1" = node ] && times=4
  for _ in $(seq "$times"); do
    send "$1" warm > /dev/null
    sleep 2
  done
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

echo "Making 400 CT slices and 20 DX films ..."
"$python" "$here/make_objects.py" "$work/images" --warm 100
echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(dcmsend --version | sed -n 's/^\$dcmtk: dcmsend \(v[0-9.]*\).*/DCMTK \1/p'), $(Orthanc --version | head -n 1)"

for round in $(seq "$runs"); do
  for mode in delay nodelay; do
    for receiver in storescp orthanc node; do
      store="$work/store"
      mkdir -p "$store"
      chmod 711 "$store"
      port="$(free_port)"
      # DCMTK reads the variable on both sides; with it the receivers answer without delay too.
      if [ "$mode" = nodelay ]; then export TCP_NODELAY=1; else unset TCP_NODELAY; fi
      "start_$receiver" "$store"
      ready "$receiver"
      warm "$receiver"
      ct=$(send "$receiver" ct)
      dx=$(send "$receiver" dx)
      unset TCP_NODELAY
      stop
      rm -rf "$store"
      echo "$ct" >> "$work/$receiver.$mode.ct"
      echo "$dx" >> "$work/$receiver.$mode.dx"
      printf 'round %d  %-8s %-8s CT %6d ms  DX %6d ms  load %s\n' "$round" "$receiver" "$mode" "$ct" "$dx" "$(cut -d' ' -f1 /proc/loadavg)"
    done
  done
done

of() { median < "$work/$1.$2.$3"; }
seconds() { awk -v ms="$1" 'BEGIN { printf "%.2f", ms / 1000 }'; }
ratio() { awk -v other="$(of "$1" "$2" "$3")" -v own="$(of node "$2" "$3")" 'BEGIN { printf "%.1f", other / own }'; }

echo
echo "Median of $runs, seconds:"
echo "| receiver | CT, sender as it is | DX, sender as it is | CT, TCP_NODELAY=1 | DX, TCP_NODELAY=1 |"
echo "|---|---|---|---|---|"
for receiver in storescp orthanc node; do
  printf '| %s | %s | %s | %s | %s |\n' "$receiver" "$(seconds "$(of "$receiver" delay ct)")" "$(seconds "$(of "$receiver" delay dx)")" \
    "$(seconds "$(of "$receiver" nodelay ct)")" "$(seconds "$(of "$receiver" nodelay dx)")"
done
echo
echo "Times as fast as the others:"
echo "| against | CT, sender as it is | DX, sender as it is | CT, TCP_NODELAY=1 | DX, TCP_NODELAY=1 |"
echo "|---|---|---|---|---|"
for receiver in storescp orthanc; do
  printf '| %s | %s | %s | %s | %s |\n' "$receiver" "$(ratio "$receiver" delay ct)" "$(ratio "$receiver" delay dx)" \
    "$(ratio "$receiver" nodelay ct)" "$(ratio "$receiver" nodelay dx)"
done
