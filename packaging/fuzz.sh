#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the fuzz targets of tests/fuzz, one after the other, and says what they did.
#   packaging/fuzz.sh [SECONDS_PER_TARGET [TARGET …]]   60 seconds and all targets unless told
#   packaging/fuzz.sh keep [TARGET …]                   takes over into tests/fuzz/corpus what reaches code it did not reach
# What grows stays in build/fuzz/corpus, what fails in build/fuzz/findings; ends with 1 when something failed.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
what="${1:-60}"
[ $# -gt 0 ] && shift
install $build_packages $fuzz_packages
build="${GRIDWARDEN_FUZZ_BUILD:-build/fuzz}"
cmake --preset fuzz -B "$build" >/dev/null
cmake --build "$build"
[ $# -gt 0 ] || set -- $(cd tests/fuzz && ls fuzz_*.cpp | sed 's/^fuzz_//; s/\.cpp$//')
[ -d /dev/shm ] && export TMPDIR=/dev/shm
export TZ=UTC ASAN_OPTIONS="${ASAN_OPTIONS:-allocator_may_return_null=1}"
failed=0
for target in "$@"; do
  program="$build/tests/fuzz/fuzz_$target"
  grown="$build/corpus/$target"
  found="$build/findings/$target"
  mkdir -p "$grown" "$found" "tests/fuzz/corpus/$target" "tests/fuzz/findings/$target"
  if [ "$what" = keep ]; then
    smallest="$build/smallest/$target"
    rm -rf "$smallest"
    mkdir -p "$smallest"
    "$program" -merge=1 -timeout=10 -rss_limit_mb=1024 "$smallest" "tests/fuzz/corpus/$target" "$grown" 2>/dev/null
    rm -rf "tests/fuzz/corpus/$target"
    cp -r "$smallest" "tests/fuzz/corpus/$target"
    echo "$target: $(ls "tests/fuzz/corpus/$target" | wc -l) files"
    continue
  fi
  words=""
  [ -f "tests/fuzz/words/$target" ] && words="-dict=tests/fuzz/words/$target"
  # shellcheck disable=SC2086 # an option or nothing
  if "$program" -max_total_time="$what" -timeout=10 -rss_limit_mb=1024 -max_len=8192 -print_final_stats=1 $words \
    -artifact_prefix="$found/" "$grown" "tests/fuzz/corpus/$target" "tests/fuzz/findings/$target" >"$build/$target.log" 2>&1; then
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$target.log") runs, $(ls "$grown" | wc -l) inputs kept"
  else
    failed=1
    echo "$target: FAILED, see $build/$target.log and $found"
  fi
done
exit $failed
