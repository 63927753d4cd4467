#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of try-package.sh, called with a display of its own: opens the window in the root on the journey's district, waits until it
# stands still, takes a picture, and quits as a user does. The environment names root and kept.
set -eu

fail() {
  echo "$1" >&2
  exit 1
}

unshare --net chroot --userspec=supervisor:supervisor "$root" env -i HOME=/home/supervisor PATH=/usr/bin:/bin LANG=zh_CN.UTF-8 \
  TZ=Asia/Shanghai DISPLAY="$DISPLAY" gridwarden "/home/supervisor/网格 督导/演示.gpkg" >"$kept/window.log" 2>&1 &
program=$!
# Waits for the district's name in the title, then for two pictures in a row that are the same.
before="" state=opening
for second in $(seq 300); do
  sleep 1
  kill -0 $program 2>/dev/null || fail "the program ended: $(cat "$kept/window.log")"
  window=$(xdotool search --onlyvisible --class gridwarden 2>/dev/null | tail -n 1) || true
  [ -n "$window" ] && xdotool getwindowname "$window" | grep -q "示例区" || continue
  state=drawing
  import -window root "$kept/screen.png"
  now=$(identify -format '%#' "$kept/screen.png")
  [ "$now" = "$before" ] && state=still && break
  before=$now
done
[ $state = still ] || fail "the window is still $state after five minutes"
colours=$(identify -format %k "$kept/screen.png")
echo "$colours colours in the picture of the window"
[ "$colours" -gt 4000 ] || fail "there is hardly anything in the window"
xdotool windowfocus "$window" key ctrl+q
for second in $(seq 60); do
  kill -0 $program 2>/dev/null || break
  sleep 1
done
kill -0 $program 2>/dev/null && fail "the window does not close"
wait $program || fail "the program ended with $?: $(cat "$kept/window.log")"
[ ! -s "$kept/window.log" ] || fail "the program said: $(cat "$kept/window.log")"
