// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/file_kinds.h"
#include "core/base/resources.h"
#include "tests/support/small_district.h"

#include <QFile>

using namespace gridwarden;
using namespace gridwarden::test;
using app::FileKind;
using app::kindOfFile;

namespace {

QString touch(const ScratchFolder& folder, std::string_view name) {
    QFile file(QString::fromStdString((folder / name).string()));
    REQUIRE(file.open(QIODevice::WriteOnly));
    return file.fileName();
}

} // namespace

TEST_CASE("a district is told from other GeoPackages by what is in it", "[app][shell]") {
    const SmallDistrict small;
    CHECK(kindOfFile(QString::fromStdString(small.district->path().string())) == FileKind::District);
    CHECK(kindOfFile(QString::fromStdString((core::resourceFolder() / "demo" / "base.gpkg").string())) == FileKind::Data);
}

TEST_CASE("a picture is a photo unless a world file makes it a map", "[app][shell]") {
    const ScratchFolder folder;
    CHECK(kindOfFile(touch(folder, "IMG_1.JPG")) == FileKind::Photo);
    const QString map = touch(folder, "ortho.jpg");
    touch(folder, "ortho.jgw");
    CHECK(kindOfFile(map) == FileKind::Data);
    CHECK(kindOfFile(touch(folder, "cases.csv")) == FileKind::Data);
}
