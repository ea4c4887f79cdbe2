#!/usr/bin/env bash
# Puts ONNX Runtime's native library (CPU and WebGPU providers) into .native/, from the npm package onnxruntime-node.
#
#   tools/fetch-onnxruntime.sh            fetch unless it is there already
#   tools/fetch-onnxruntime.sh --check    only say whether it is there and whole (exit 0 or 1)
#
# PACS_ANALYZER_NATIVE names another folder than .native/ at the repository's root; the program looks there too.
# ONNXRUNTIME_TGZ names a package file that was downloaded on another machine (for a host without network).
# For CUDA, build with -p:OnnxRuntimeFrom=NuGet or set Inference:RuntimeLibrary to the library of a GPU release.
set -euo pipefail

version=1.30.0
tgz_sha512=b7086cd42d82fc1164cf5c9ce4e634288536194aba0d444eee10f86f1e50d90cb79c0309c115d6f31537355733136f5503d96894b3987a9a03f1f8d318e7c8ab
library_sha256=ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23
member=package/bin/napi-v6/linux/x64/libonnxruntime.so.1

root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
target="${PACS_ANALYZER_NATIVE:-$root/.native}"
library="$target/libonnxruntime.so.1"

fail() { printf 'fetch-onnxruntime: %s\n' "$*" >&2; exit 1; }
whole() { [ -f "$library" ] && printf '%s  %s\n' "$library_sha256" "$library" | sha256sum --status -c -; }

if [ "${1:-}" = --check ]; then
  whole || fail "$library is missing or not version $version; run tools/fetch-onnxruntime.sh"
  exit 0
fi
whole && exit 0
[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] ||
  fail "only Linux on x86_64 is fetched; set Inference:RuntimeLibrary to this machine's own ONNX Runtime library (1.17 or newer)"

mkdir -p "$target" || fail "cannot create $target; set PACS_ANALYZER_NATIVE to a folder that can be written"
# The work folder lies beside the target, so that the last step is a rename: another process sees all of it or nothing.
work="$(mktemp -d "$target/.fetch.XXXXXX")"
trap 'rm -rf "$work"' EXIT

if [ -n "${ONNXRUNTIME_TGZ:-}" ]; then
  tgz="$ONNXRUNTIME_TGZ"
  [ -f "$tgz" ] || fail "ONNXRUNTIME_TGZ names $tgz, which is not there"
else
  command -v npm >/dev/null 2>&1 ||
    fail "npm is not on PATH; install Node.js, or set ONNXRUNTIME_TGZ to a downloaded onnxruntime-node-$version.tgz"
  printf 'Fetching ONNX Runtime %s (114 MB) ...\n' "$version" >&2
  (cd "$work" && npm pack "onnxruntime-node@$version" --ignore-scripts --silent >npm.out 2>npm.err) || {
    tail -n 5 "$work/npm.err" >&2
    fail "npm could not fetch onnxruntime-node@$version (no network?); set ONNXRUNTIME_TGZ to a downloaded onnxruntime-node-$version.tgz"
  }
  tgz="$work/onnxruntime-node-$version.tgz"
fi

printf '%s  %s\n' "$tgz_sha512" "$tgz" | sha512sum --status -c - ||
  fail "$tgz does not have the pinned SHA-512; nothing was installed. Fetch it again, from a registry you trust"
tar -xzf "$tgz" -C "$work" "$member" || fail "$tgz has no $member"
printf '%s  %s\n' "$library_sha256" "$work/$member" | sha256sum --status -c - ||
  fail "the library inside $tgz does not have the pinned SHA-256; nothing was installed"

# The package carries no licence file of its own, only "license": "MIT" in its package.json.
cat > "$target/LICENSE.onnxruntime" <<'LICENCE'
MIT License

Copyright (c) Microsoft Corporation

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE
LICENCE
mv -f "$work/$member" "$library"
printf 'ONNX Runtime %s is in %s\n' "$version" "$target" >&2
