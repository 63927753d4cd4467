# SPDX-License-Identifier: GPL-3.0-or-later
# What Gridwarden needs from Debian 12, and installing it. Sourced by the other scripts here.

build_packages="g++ cmake ninja-build ccache mold pkg-config qt6-base-dev qt6-svg-dev qt6-charts-dev libqt6opengl6-dev libgl-dev qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools libgdal-dev libproj-dev libsqlite3-dev libsqlitecpp-dev libarchive-dev libfmt-dev libexpected-dev nlohmann-json3-dev
  libhowardhinnant-date-dev libcli11-dev libqpdf-dev libxlsxwriter-dev libexiv2-dev libuchardet-dev libicu-dev libsodium-dev zlib1g-dev
  libboost-dev catch2"
run_packages="proj-data qt6-qpa-plugins libqt6svg6 qt6-translations-l10n fonts-wqy-microhei fonts-arphic-uming fonts-arphic-gkai00mp fonts-noto-cjk tzdata"
package_packages="dpkg-dev file fakeroot lintian"
test_packages="poppler-utils qpdf gdal-bin python3-gdal sqlite3 desktop-file-utils appstream shared-mime-info man-db xvfb xauth"
try_packages="mmdebstrap appstream imagemagick poppler-utils xauth xdotool xvfb"
fuzz_packages="clang llvm libclang-rt-dev"

# install PACKAGE…: installs those that are missing; as root, or through sudo.
install() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "Installing:$missing"
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "These packages are missing and there is no sudo:$missing" >&2; exit 1; }
    as_root="sudo"
  fi
  $as_root apt-get update -qq
  # shellcheck disable=SC2086 # a list of names
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
