#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of try-package.sh: the main job with the installed program, as a user without special rights. The folder data beside it holds
# what it needs; what it makes is in a folder whose name is Chinese and has a space.
set -eu
cd "$(dirname "$0")/.."
data=$PWD/data
mkdir "网格 督导"
cd "网格 督导"
district=演示.gpkg
day=2026-11-20

# has TEXT FILE: FILE contains TEXT.
has() { grep -q -- "$1" "$2" || { echo "expected: $1" >&2; cat "$2" >&2; exit 1; }; }
step() { gridwarden case step "$district" "$number" "$@" >step.txt; }
counts() { gridwarden figures "$1" --by area,state --as-of ${day}T12:00 --json; }

gridwarden --version
gridwarden demo "$district" >demo.txt
# A shapefile is read by the reader, a process of its own.
gridwarden layers "$data/hangzhou_gbk_unmarked.shp" >layers.txt 2>&1
has "hangzhou_gbk_unmarked: 8 Polygon" layers.txt
has "名称" layers.txt
gridwarden import cases "$district" "$data/shanghai_poi_three_datums.csv" --set number=osm_id --set reported==${day}T09:00 \
  --set category==2026:matter:09006 --set description=name --set longitude=lng_gcj02 --set latitude=lat_gcj02 --crs gcj02 --json >import.json
has '"accepted": 40' import.json
has '"rejected": 0' import.json
# The file itself says where this is without the offset of Chinese maps: 121.48695046, 31.24427468.
gridwarden case list "$district" --text 人民英雄纪念塔 --json >list.json
has '"number": "47007059"' list.json
has '121.48695' list.json
has '31.24427' list.json
gridwarden case add "$district" --at 121.4853,31.2383 --category 09006 --description "人行道上有流动摊贩占道经营" --quantity 2 --unit 处 \
  --photo "$data/window.png" --json >added.json
number=$(sed -n 's/.*"number": "\([^"]*\)".*/\1/p' added.json | head -n 1)
step file
step dispatch --to 浦西中队
step handle --quantity 2 --unit 处 --note "劝离并清理现场"
step check_after --result pass
step close
gridwarden case show "$district" "$number" --json >shown.json
has '"state": "closed"' shown.json
gridwarden render "$district" --layer "$data/rotated.tif" --out 地图.png >render.txt
gridwarden report grid "$district" --area 01-11 --from 2026-10-21 --to $day --out 报表.pdf >report.txt
gridwarden check "$district" >check.txt
gridwarden backup "$district" --out 备份.gpkg >backup.txt
gridwarden backups "$district" --check >backups.txt
gridwarden pack "$district" --out 打包.zip >pack.txt
gridwarden unpack 打包.zip --out 解包 >unpack.txt
counts "$district" >counts.json
has '"count"' counts.json
# A backup is the district's file alone; the archive has the photos too.
gridwarden check 解包/演示.gpkg >check-unpacked.txt
cmp "$data/window.png" 解包/演示.files/*
counts 备份.gpkg | diff counts.json -
counts 解包/演示.gpkg | diff counts.json -
gridwarden undo "$district" >undo.txt
gridwarden case show "$district" "$number" --json >shown-undone.json
if grep '"state": "closed"' shown-undone.json; then exit 1; fi
