#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries the Debian package in a clean Debian 12: makes a root, installs there, works there without a network as a user would, on the
# command line and in the window, purges, and compares the root with what it was. Ends with 1 when anything is not as it should be.
#   packaging/try-package.sh [--recommended] [PACKAGE.deb]
# Without a name it is the newest package in build/package; with --recommended the packages it recommends come with it.
# What is kept (lists of files, the journey's report and map, pictures of the window) lies in build/try-package, or in the folder named
# by GRIDWARDEN_TRY_FOLDER, the packages it downloaded as well. Can be run again at any time.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

cannot() {
  echo "The package was not tried: $1" >&2
  exit 2
}

recommends=no
if [ "${1:-}" = "--recommended" ]; then
  recommends=yes
  shift
fi
deb=${1:-$(ls -t build/package/*.deb 2>/dev/null | head -n 1)}
[ -f "$deb" ] || cannot "there is no package; make it with packaging/package.sh, or name one."
[ "$(id -u)" -eq 0 ] || cannot "a root can be made only as root: sudo sh packaging/try-package.sh"
folder=${GRIDWARDEN_TRY_FOLDER:-$PWD/build/try-package}
mkdir -p "$folder/archives" "$folder/kept"
root=$folder/root

echo "1/6 Packages"
install $try_packages
echo "2/6 A clean root"
# The sources this computer has Debian from.
sources=$folder/sources.list
apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' | sort -u >"$sources"
[ -s "$sources" ] || cannot "apt knows no source of Debian; is there a network? Try apt-get update."
rm -rf --one-file-system "$root"
mmdebstrap --quiet --variant=minbase bookworm "$root" "$sources" 2>"$folder/mmdebstrap.log" || {
  cat "$folder/mmdebstrap.log" >&2
  cannot "no root could be made; is there a network?"
}
# In namespaces of its own, so that neither mounts nor processes stay behind whatever happens.
failed=0
unshare --mount --pid --fork --kill-child sh packaging/try/root.sh "$root" "$deb" "$folder" "$recommends" || failed=1
rm -rf --one-file-system "$root"
[ $failed = 0 ] || { echo "FAILED; see $folder" >&2; exit 1; }
echo "The package is as it should be. Kept: $folder/kept"
