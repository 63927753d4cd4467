// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox without its panel: what a look tells, and what becomes of photos.
#include "app/inbox/inbox.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/photo_file.h"

#include <QSignalSpy>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// The files are there, and old enough to be at rest, before anybody looks.
struct FilledFolder : Desk {
    std::filesystem::path folder = small.folder / "small.inbox";

    FilledFolder() {
        REQUIRE(district().change({"test", {}}, small.actor, [](core::Change& change) { return core::saveSetting(change, "photo_copy_pixels", "400"); }));
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "a.csv") << "时间,类别,问题描述,照片\n2026-11-20 09:31,店外经营,甲,a.jpg\n";
        age("a.csv");
        makePhoto(folder / "a.jpg");
        age("a.jpg");
    }
    void age(const char* name) const {
        std::filesystem::last_write_time(folder / name, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    }
};

struct PhotoDesk : FilledFolder {
    app::Inbox inbox{workspace, jobs};

    PhotoDesk() {
        look();
        REQUIRE(inbox.count() == 1);
    }
    void look() {
        inbox.look();
        waitForJobs();
    }
    void accept() {
        inbox.accept(inbox.content().proposals);
        waitForJobs();
    }
};

} // namespace

TEST_CASE("photos of an accepted row are kept in the size that the district wants", "[app][inbox]") {
    PhotoDesk desk;
    desk.accept();
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    REQUIRE(record.photos.size() == 1);
    const QImage kept(QString::fromStdString((desk.district().filesFolder() / record.photos[0].sha256).string()));
    CHECK(kept.size() == QSize(400, 200));
}

TEST_CASE("a photo that was replaced since the last look is not accepted for the one that was seen", "[app][inbox]") {
    PhotoDesk desk;
    makePhoto(desk.folder / "a.jpg", 3);
    desk.age("a.jpg");
    desk.accept();
    CHECK(desk.workspace.facts()->count() == 0);
    REQUIRE_FALSE(desk.notices.empty());
    CHECK(desk.notices.back().text.contains(QStringLiteral("a.jpg")));
    CHECK(QTest::qWaitFor([&] { desk.look(); return desk.inbox.count() == 1; }, 10'000)); // looked at anew, it can be
    desk.accept();
    CHECK(desk.workspace.facts()->count() == 1);
}

TEST_CASE("a look that finds nothing new tells nobody", "[app][inbox]") {
    PhotoDesk desk;
    QSignalSpy changed(&desk.inbox, &app::Inbox::changed);
    desk.look();
    desk.look();
    CHECK(changed.count() == 0);
    desk.report("别的案件"); // nothing that the inbox is about
    desk.waitForJobs();
    CHECK(changed.count() == 0);
    desk.accept();
    CHECK(changed.count() > 0);
    CHECK(desk.inbox.count() == 0);
    changed.clear();
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(QTest::qWaitFor([&] { return desk.inbox.count() == 1; }, 5000));
}
