#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of try-package.sh, which calls it in namespaces for mounts and processes: installs the package in the root, has the journey and the
# window run there, purges the package, and compares.
#   root.sh ROOT PACKAGE.deb FOLDER yes|no      yes: with what the package recommends
set -eu
root=$1 deb=$2 folder=$3 recommends=$4
kept=$folder/kept
here=$(dirname "$0")
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

fail() {
  echo "NOT AS IT SHOULD BE: $1" >&2
  exit 1
}

inside() { chroot "$root" "$@"; }

# A user's own processes, without a network.
as_user() {
  unshare --net chroot --userspec=supervisor:supervisor "$root" \
    env -i HOME=/home/supervisor PATH=/usr/bin:/bin LANG=zh_CN.UTF-8 TZ=Asia/Shanghai "$@"
}

# quietly LOG COMMAND …: what it says is shown only where it fails.
quietly() {
  log=$folder/$1
  shift
  "$@" >"$log" 2>&1 || { cat "$log" >&2; fail "$* failed"; }
}

# What is in the root: kind, mode, owner, name, target, content. Left out is what belongs to apt and its tools (lists, caches, logs), to
# those who work there, and to the kernel.
files_of_root() {
  (
    cd "$root"
    for what in "-printf %y\t%m\t%u:%g\t%p\t%l\n" "-type f -exec sha256sum {} +"; do
      # shellcheck disable=SC2086 # several words
      find . -xdev \( -path ./tmp -o -path ./home -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log \
        -o -path ./var/cache/apt -o -path ./var/cache/debconf -o -path ./var/cache/ldconfig \) -prune -o $what
    done
  ) | sort
}

since() { echo $(($(date +%s) - $1)); }
packages_of_root() { inside dpkg-query -W -f='${Package}\n' | sort; }

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
mkdir -p "$root/var/cache/apt/archives" "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind "$folder/archives" "$root/var/cache/apt/archives"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
cp --remove-destination /etc/resolv.conf "$root/etc/resolv.conf"
inside useradd --create-home --shell /bin/sh supervisor
files_of_root >"$kept/files-before.txt"
packages_of_root >"$kept/packages-before.txt"

echo "3/6 Installing"
begun=$(date +%s)
quietly update.log inside apt-get update -qq
cp "$deb" "$root/tmp/gridwarden.deb"
with=""
[ "$recommends" = yes ] || with=--no-install-recommends
# shellcheck disable=SC2086 # an option or nothing
quietly install.log inside apt-get install -y $with /tmp/gridwarden.deb
rm "$root/tmp/gridwarden.deb"
inside dpkg --audit | grep . && fail "the package is not installed as a whole"
files_of_root >"$kept/files-installed.txt"
packages_of_root >"$kept/packages-installed.txt"
comm -13 "$kept/packages-before.txt" "$kept/packages-installed.txt" >"$kept/packages-added.txt"
echo "$(wc -l <"$kept/packages-added.txt") packages, $(inside dpkg-query -W -f='${Installed-Size} ${Package}\n' |
  grep -wFf "$kept/packages-added.txt" | awk '{ sum += $1 } END { printf "%d", sum / 1024 }') MB, in $(since "$begun") s;" \
  "$(inside dpkg-query -W -f='${Installed-Size}' gridwarden) kB of it Gridwarden"
quietly md5sums.log inside dpkg --verify gridwarden
[ ! -s "$folder/md5sums.log" ] || fail "files differ from their sums: $(cat "$folder/md5sums.log")"
inside ldd /usr/bin/gridwarden /usr/libexec/gridwarden/gridwarden-reader | grep "not found" && fail "libraries are missing"
grep -qF "application/geopackage+sqlite3:*.gpkg" "$root/usr/share/mime/globs2" || fail "the desktop does not know a district's file type"
quietly appstream.log appstreamcli validate-tree --no-net --no-color "$root"

echo "4/6 A journey on the command line"
begun=$(date +%s)
mkdir "$root/home/supervisor/data"
cp "$here"/../../tests/data/areas/* "$here/../../tests/data/draw/rotated.tif" "$here/../../resources/pictures/window.png" \
  "$here/journey.sh" "$root/home/supervisor/data"
inside chown -R supervisor:supervisor /home/supervisor
as_user sh /home/supervisor/data/journey.sh || fail "the journey"
cp "$root/home/supervisor/网格 督导/报表.pdf" "$root/home/supervisor/网格 督导/地图.png" "$kept"
pdffonts "$kept/报表.pdf" | grep -q WenQuanYi || fail "the report has not the face of its text"
pdftotext "$kept/报表.pdf" - | grep -q "人民英雄纪念塔" || fail "the report does not name the case"
echo "The journey took $(since "$begun") s"

echo "5/6 The window"
begun=$(date +%s)
export root kept
xvfb-run -a -s "-screen 0 1366x768x24 -ac" sh "$here/window.sh" || fail "the window"
echo "The window took $(since "$begun") s"
files_of_root >"$kept/files-used.txt"
diff "$kept/files-installed.txt" "$kept/files-used.txt" || fail "something was written outside the user's folder"
left=$(find "$root/tmp" -mindepth 1 -not -path "$root/tmp/.X11-unix*" -not -path "$root/tmp/gridwarden-*")
[ -z "$left" ] || fail "left in /tmp: $left"

echo "6/6 Purging"
quietly purge.log inside apt-get purge -y gridwarden
files_of_root >"$kept/files-purged.txt"
grep -i gridwarden "$kept/files-purged.txt" && fail "files of the package are left"
quietly autoremove.log inside apt-get autoremove --purge -y
files_of_root >"$kept/files-after.txt"
packages_of_root | diff "$kept/packages-before.txt" - || fail "packages are left"
diff "$kept/files-before.txt" "$kept/files-after.txt" || fail "the root is not what it was"
