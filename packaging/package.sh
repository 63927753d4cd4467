#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package into build/package, or into the folder named by GRIDWARDEN_PACKAGE_FOLDER, and has lintian look at it.
# The same sources at the same version give the same package. Can be run again at any time.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
folder=${GRIDWARDEN_PACKAGE_FOLDER:-$PWD/build/package}

echo "1/3 Packages"
install $build_packages $package_packages
echo "2/3 Building (the first time takes some minutes)"
# Times inside the package are those of the last commit.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date -r CHANGELOG.md +%s)
export SOURCE_DATE_EPOCH
export DEB_BUILD_MAINT_OPTIONS=hardening=+all DEB_CXXFLAGS_MAINT_STRIP=-g
flags="$(dpkg-buildflags --get CPPFLAGS) $(dpkg-buildflags --get CXXFLAGS)"
cmake --preset package -B "$folder" -DCMAKE_CXX_FLAGS="$flags -ffile-prefix-map=$folder=build" \
  -DCMAKE_EXE_LINKER_FLAGS="$(dpkg-buildflags --get LDFLAGS)"
cmake --build "$folder"
rm -f "$folder"/*.deb
(umask 022 && cd "$folder" && cpack -G DEB)
echo "3/3 Looking at it"
lintian --fail-on error,warning --info --allow-root "$folder"/*.deb
echo "Package: $(ls "$folder"/*.deb)"
