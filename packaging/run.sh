#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Gridwarden on Debian 12 and opens the demo district. Without a display, or with --headless, it does the main job
# unattended and says where each file is. Can be run again at any time.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
# The compiler cache serves checkouts at any path.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

headless=no
[ "${1:-}" = "--headless" ] && headless=yes
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && headless=yes

echo "1/3 Packages"
install $build_packages $run_packages
echo "2/3 Building (the first time takes some minutes)"
cmake --preset release -DGRIDWARDEN_TESTS=OFF -B build/run >build-run.log 2>&1 || { cat build-run.log >&2; exit 1; }
rm -f build-run.log
cmake --build build/run --target gridwarden

program=$PWD/build/run/app/gridwarden
folder=${GRIDWARDEN_DEMO_FOLDER:-$HOME/gridwarden-demo}
district=$folder/demo.gpkg
mkdir -p "$folder"
echo "3/3 The demo district"
if [ -e "$district" ]; then
  "$program" migrate "$district" # made by a version before this one
else
  "$program" demo "$district"
fi
if [ "$headless" = no ]; then
  exec "$program" "$district"
fi

# The main job without a window: enter an incident, take it through its steps, draw the map, write the report.
case_json=$("$program" case add "$district" --at 121.4853,31.2383 --category 09006 --description "人行道上有流动摊贩占道经营" \
  --address "中山东一路近汉口路" --quantity 2 --unit 处 --json)
number=$(printf '%s' "$case_json" | sed -n 's/.*"number": "\([^"]*\)".*/\1/p' | head -n 1)
area=$(printf '%s' "$case_json" | sed -n 's/.*"area": "\([^"]*\)".*/\1/p' | head -n 1)
echo "Entered case $number in grid $area"
"$program" case step "$district" "$number" file >/dev/null
"$program" case step "$district" "$number" dispatch --to 浦西中队 >/dev/null
"$program" case step "$district" "$number" handle --quantity 2 --unit 处 --note "劝离并清理现场" >/dev/null
"$program" case step "$district" "$number" check_after --result pass >/dev/null
"$program" case step "$district" "$number" close >/dev/null
"$program" case show "$district" "$number"
today=$(date +%Y-%m-%d)
from=$(date -d "$today -30 days" +%Y-%m-%d)
"$program" render "$district" --out "$folder/map.png" --force >/dev/null
"$program" report grid "$district" --area "grid:$area" --from "$from" --to "$today" --out "$folder/grid-$area.pdf" --force >/dev/null
"$program" check "$district" >/dev/null && echo "The district is sound."
echo "District: $district"
echo "Map:      $folder/map.png"
echo "Report:   $folder/grid-$area.pdf"
