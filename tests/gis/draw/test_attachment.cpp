// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of photos and papers, looked at with libraries of their own: Qt for pixels, Exiv2 for what a camera wrote.
#include "gis/draw/attachment.h"
#include "core/base/digest.h"
#include "core/base/resources.h"
#include "tests/app/cases/photo_file.h"
#include "tests/support/scratch_folder.h"

#include <QImage>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct Folder {
    ScratchFolder scratch;
    gis::AttachmentOptions options;
    Folder() {
        options.folder = scratch / "files";
        options.copyPixels = 400;
    }
    [[nodiscard]] core::PhotoDraft prepared(const std::filesystem::path& file) const {
        auto draft = gis::prepareAttachment(file, options);
        REQUIRE(draft);
        REQUIRE(draft->staged);
        return *draft;
    }
    [[nodiscard]] static QImage kept(const core::PhotoDraft& draft) { return QImage(QString::fromStdString(draft.staged->path().string())); }
};

bool isRed(QColor color) { return color.red() > 200 && color.blue() < 60; }
bool isBlue(QColor color) { return color.blue() > 200 && color.red() < 60; }

} // namespace

TEST_CASE("a large photo is kept smaller, upright and without what the camera wrote", "[gis][attachment]") {
    const Folder folder;
    const auto file = makePhoto(folder.scratch / "IMG_0001.jpeg", 6); // 800 × 400 as stored, to be turned right
    const core::PhotoDraft draft = folder.prepared(file);
    const QImage picture = Folder::kept(draft);
    CHECK(picture.size() == QSize(200, 400));
    CHECK(isBlue(picture.pixelColor(100, 5)));  // the left edge is on top now
    CHECK(isRed(picture.pixelColor(100, 395)));
    const auto stored = Exiv2::ImageFactory::open(draft.staged->path().string());
    stored->readMetadata();
    CHECK(stored->exifData().empty());
    CHECK(draft.name == "IMG_0001.jpg");
    CHECK(draft.kind.empty());
    CHECK(core::localText(*draft.taken, core::TimeZone()) == "2026-11-20 09:31");
    CHECK(draft.place->longitude == Approx(120.655).epsilon(0).margin(1e-6));
    CHECK(QImage::fromData(QByteArray::fromStdString(draft.thumbnail)).height() > QImage::fromData(QByteArray::fromStdString(draft.thumbnail)).width());
    CHECK(draft.staged->sha256() == *core::sha256OfFile(draft.staged->path()));
}

TEST_CASE("a photo of the wanted size, one that would grow, and an original on request are kept byte by byte", "[gis][attachment]") {
    Folder folder;
    auto file = makePhoto(folder.scratch / "a.jpg");
    SECTION("as small as wanted") { folder.options.copyPixels = 800; }
    SECTION("on request") { folder.options.copyPixels = 0; }
    SECTION("smaller as it is") { // one colour as PNG: a JPEG of it would take more room
        QImage flat(800, 400, QImage::Format_Mono);
        flat.fill(0);
        file = folder.scratch / "flat.png";
        REQUIRE(flat.save(QString::fromStdString(file.string())));
        REQUIRE(std::filesystem::file_size(file) < 600);
    }
    const core::PhotoDraft draft = folder.prepared(file);
    CHECK(draft.staged->sha256() == *core::sha256OfFile(file));
    CHECK(draft.name.empty());
    CHECK(draft.kind.empty());
    CHECK_FALSE(draft.thumbnail.empty());
}

TEST_CASE("what is no picture by its name is a paper and kept as it is", "[gis][attachment]") {
    const Folder folder;
    std::ofstream(folder.scratch / "函.pdf") << "%PDF-1.7\n";
    const core::PhotoDraft draft = folder.prepared(folder.scratch / "函.pdf");
    CHECK(draft.kind == core::PaperKind);
    CHECK(draft.thumbnail.empty());
    CHECK(*core::readFile(draft.staged->path()) == "%PDF-1.7\n");
    std::ofstream(folder.scratch / "torn.jpg") << "no picture";
    const auto torn = gis::prepareAttachment(folder.scratch / "torn.jpg", folder.options);
    REQUIRE_FALSE(torn);
    CHECK(torn.error().what.key == "photo-not-a-picture");
    CHECK(gis::prepareAttachment(folder.scratch / "none.pdf", folder.options).error().what.key == "photo-unreadable");
}
