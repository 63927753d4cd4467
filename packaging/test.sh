#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Gridwarden and runs the whole test suite, offscreen. Can be run again at any time.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
# The compiler cache serves checkouts at any path.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
echo "1/3 Packages"
install $build_packages $run_packages $test_packages
echo "2/3 Building"
cmake --preset dev -B build/test
cmake --build build/test
echo "3/3 Testing"
export QT_QPA_PLATFORM=offscreen
ctest --test-dir build/test --output-on-failure --no-tests=error -j 2 "$@"
