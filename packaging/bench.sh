#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes every measurement of PERFORMANCE.md and prints it. Takes a quarter of an hour and 6 GB of room in the working folder.
#   packaging/bench.sh [EXTRACT.osm.pbf]     the base map is measured where an extract of OpenStreetMap is given
set -eu
extract=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
install $build_packages $run_packages >&2
{
  cmake --preset release -B build/bench
  cmake --build build/bench --target bench_engine bench_incidents bench_base_map bench_rasters bench_vast bench_statistics bench_program bench_window
} >&2
bench=$PWD/build/bench/tests/bench
folder=$(mktemp -d "$PWD/build/bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo "Machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) processors, $(awk '/MemTotal/ {printf "%d GiB", $2 / 1048576}' /proc/meminfo)"
echo "System: $(. /etc/os-release && echo "$PRETTY_NAME"), Linux $(uname -r); $(git rev-parse --short HEAD 2>/dev/null || true), $(date -u +%F)"
"$bench/bench_engine"
"$bench/bench_incidents"
"$bench/bench_rasters"
"$bench/bench_vast" make .
for file in coast.gpkg coast.fgb coast.shp sparse.tif; do
  "$bench/bench_vast" "$file"
done
[ -z "$extract" ] || "$bench/bench_base_map" "$extract"
"$bench/bench_statistics"
"$bench/bench_program" district.gpkg
QT_QPA_PLATFORM=offscreen "$bench/bench_window" district.gpkg
