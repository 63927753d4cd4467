// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/photo_staging.h"
#include "core/base/digest.h"
#include "tests/app/cases/photo_file.h"
#include "tests/gis/inbox/inbox_fixture.h"

#include <QImage>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct Staging : InboxFixture {
    gis::AttachmentOptions options = gis::AttachmentOptions::of(*small.district);
    std::vector<core::InboxAcceptance> accepted;

    Staging() {
        options.copyPixels = 400;
        put("a.csv", "时间,类别,问题描述,照片\n2026-11-20 09:31,店外经营,甲,a.jpg\n");
        for (const char* name : {"a.jpg", "b.jpg"}) {
            makePhoto(folder / name, name[0] == 'a' ? 1 : 6);
            age(name, std::chrono::hours(1));
        }
        for (const gis::Proposal& proposal : read().proposals)
            accepted.push_back({proposal.choice(), proposal.draft});
        REQUIRE(accepted.size() == 2); // the row with its photo, and the other photo
        accepted[1].draft.category = small.category("09006");
    }
};

} // namespace

TEST_CASE("photos of the inbox are kept as those that are added by hand", "[gis][inbox]") {
    Staging inbox;
    REQUIRE(gis::stagePhotos(inbox.accepted, inbox.options));
    for (const core::InboxAcceptance& each : inbox.accepted) {
        REQUIRE(each.draft.photos.size() == 1);
        CHECK(each.draft.photos[0].staged);
        CHECK(each.draft.photos[0].kind == "before");
    }
    const auto cases = core::acceptFromInbox(*inbox.small.district, inbox.small.actor, inbox.accepted);
    REQUIRE(cases);
    for (const core::CaseId id : *cases) {
        const core::CaseRecord record = inbox.small.load(id);
        REQUIRE(record.photos.size() == 1);
        const auto file = inbox.small.district->filesFolder() / record.photos[0].sha256;
        const QImage picture(QString::fromStdString(file.string()));
        CHECK(std::max(picture.width(), picture.height()) == 400);
        const auto stored = Exiv2::ImageFactory::open(file.string());
        stored->readMetadata();
        CHECK(stored->exifData().empty());
        CHECK(record.photos[0].place); // which the row of the photo tells
    }
}

TEST_CASE("a photo that was changed since it was looked at is not accepted", "[gis][inbox]") {
    Staging inbox;
    makePhoto(inbox.folder / "b.jpg", 3);
    const auto staged = gis::stagePhotos(inbox.accepted, inbox.options);
    REQUIRE_FALSE(staged);
    CHECK(staged.error().what == core::Message{"inbox-file-changed", {"b.jpg"}});
    for (const core::InboxAcceptance& each : inbox.accepted) // nothing is half done
        CHECK_FALSE(each.draft.photos[0].staged);
    std::filesystem::remove(inbox.folder / "b.jpg");
    CHECK(gis::stagePhotos(inbox.accepted, inbox.options).error().what.key == "photo-unreadable");
    CHECK(gis::stagePhotos(inbox.accepted, inbox.options, [](double) { return false; }).error().code == core::ErrorCode::Cancelled);
    // Nothing of it stays beside the district.
    std::error_code problem;
    CHECK((!std::filesystem::exists(inbox.options.folder) || std::filesystem::is_empty(inbox.options.folder, problem)));
}
