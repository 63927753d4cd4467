// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/receiver_field.h"
#include "core/base/clock.h"
#include "tests/app/activities/activity_desk.h"

#include <QListWidget>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

core::Moment s_now;

/// Turns the clock while it lives.
struct TurnedClock {
    explicit TurnedClock(core::Moment to) {
        s_now = to;
        core::setClock([] { return s_now; });
    }
    ~TurnedClock() { core::setClock(nullptr); }
    TurnedClock(const TurnedClock&) = delete;
    TurnedClock& operator=(const TurnedClock&) = delete;
};

/// A job takes the district for itself for a while and changes nothing.
void keepBusy(ActivityDesk& desk) {
    std::binary_semaphore mayEnd{0};
    REQUIRE(desk.workspace.run(QStringLiteral("Looking"),
                               [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
    QCoreApplication::processEvents();
    mayEnd.release();
    desk.waitForJobs();
}

/// Another one of the squad.
core::PersonId addPerson(ActivityDesk& desk, const char* code, const char* name) {
    core::PersonId id;
    REQUIRE(desk.workspace.change({"test-person", {}}, [&](core::Change& change) -> core::Result<void> {
        core::Person person;
        person.organisation = desk.small.squad;
        person.code = code;
        person.name = name;
        const auto saved = core::savePerson(change, person);
        if (!saved)
            return core::fail(saved);
        id = *saved;
        return {};
    }));
    QCoreApplication::processEvents();
    return id;
}

} // namespace

TEST_CASE("work is counted with the keyboard alone and the fields stay ready for the next", "[app][activities]") {
    ActivityDesk desk;
    ActivityDesk::type("yt"); // 游摊 among the other names
    ActivityDesk::type("32");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].kind == "street_stalls");
    CHECK(desk.all()[0].quantity == 32);
    CHECK(desk.all()[0].unit == "次");
    auto& counted = desk.part<QTreeWidget>("counted");
    CHECK(counted.topLevelItemCount() == 1);

    desk.panel->setPoint({120.645, 28.005});
    ActivityDesk::type("xgg"); // 小广告
    ActivityDesk::type("7");
    REQUIRE(desk.all().size() == 2);
    CHECK(desk.all()[1].kind == "small_adverts");
    CHECK(counted.topLevelItemCount() == 2);
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(desk.all().size() == 1);
    CHECK(counted.topLevelItemCount() == 1);
}

TEST_CASE("a wrong quantity is said and nothing is counted", "[app][activities]") {
    ActivityDesk desk;
    ActivityDesk::type("yt");
    ActivityDesk::type("many");
    CHECK(desk.all().empty());
    CHECK(desk.part<QLabel>("fault").isVisible());
}

TEST_CASE("what was counted is changed and taken out", "[app][activities]") {
    ActivityDesk desk;
    ActivityDesk::type("yt");
    ActivityDesk::type("32");
    auto& counted = desk.part<QTreeWidget>("counted");
    REQUIRE(counted.topLevelItemCount() == 1);
    ActivityDesk::clickRow(counted, 0);
    QTest::mouseClick(&desk.part<QPushButton>("editActivity"), Qt::LeftButton);
    auto& quantity = desk.part<QLineEdit>("quantity");
    quantity.setFocus();
    quantity.selectAll();
    QTest::keyClicks(&quantity, QStringLiteral("23"));
    QTest::mouseClick(&desk.part<QPushButton>("save"), Qt::LeftButton);
    QCoreApplication::processEvents();
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].quantity == 23);
    REQUIRE(counted.topLevelItemCount() == 1);
    counted.setCurrentItem(counted.topLevelItem(0));
    counted.setFocus();
    QTest::keyClick(&counted, Qt::Key_Delete);
    QCoreApplication::processEvents();
    CHECK(desk.all().empty());
}

TEST_CASE("the panel is on today also where the district was open before it", "[app][activities]") {
    ActivityDesk desk; // the panel is made after the district was opened
    CHECK(desk.part<QDateEdit>("day").date() ==
          QDate::fromString(QString::fromStdString(core::dayText(desk.today())), Qt::ISODate));
    ActivityDesk::type("yt");
    ActivityDesk::type("32");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].time.day() == desk.today());
}

TEST_CASE("days are gone through with the arrows and what is counted belongs to the day that is shown",
          "[app][activities]") {
    ActivityDesk desk;
    QTest::mouseClick(&desk.part<QWidget>("dayBefore"), Qt::LeftButton);
    desk.panel->startCounting();
    ActivityDesk::type("yt");
    ActivityDesk::type("5");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].time.day() == desk.today() - std::chrono::days(1));
    CHECK(desk.part<QTreeWidget>("counted").topLevelItemCount() == 1);
    QTest::mouseClick(&desk.part<QWidget>("dayAfter"), Qt::LeftButton);
    CHECK(desk.part<QTreeWidget>("counted").topLevelItemCount() == 0);
}

TEST_CASE("a panel that is on today goes on with the day at midnight and one on another day stays",
          "[app][activities]") {
    const core::Moment late = core::now();
    const TurnedClock clock(late);
    ActivityDesk desk;
    const core::Day first = desk.today();
    s_now = late + std::chrono::days(1);
    desk.panel->startCounting();
    CHECK(desk.part<QDateEdit>("day").date() ==
          QDate::fromString(QString::fromStdString(core::dayText(first + std::chrono::days(1))), Qt::ISODate));
    QTest::mouseClick(&desk.part<QWidget>("dayBefore"), Qt::LeftButton);
    s_now = late + std::chrono::days(2);
    desk.panel->startCounting();
    CHECK(desk.part<QDateEdit>("day").date() ==
          QDate::fromString(QString::fromStdString(core::dayText(first)), Qt::ISODate));
}

TEST_CASE("what is being typed stays while the district is busy and afterwards", "[app][activities]") {
    ActivityDesk desk;
    auto& kind = desk.part<QLineEdit>("kind");
    QTest::keyClicks(&kind, QStringLiteral("yt"));
    keepBusy(desk);
    CHECK(kind.text() == QStringLiteral("yt"));
    kind.setFocus();
    kind.clear();
    ActivityDesk::type("yt");
    auto& unit = desk.part<QLineEdit>("unit");
    unit.setFocus();
    unit.selectAll();
    QTest::keyClicks(&unit, QStringLiteral("carts"));
    keepBusy(desk);
    CHECK(unit.text() == QStringLiteral("carts"));
    auto& quantity = desk.part<QLineEdit>("quantity");
    quantity.setFocus();
    ActivityDesk::type("3");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].kind == "street_stalls");
    CHECK(desk.all()[0].unit == "carts");
}

TEST_CASE("a kind that gets another name meanwhile stays chosen", "[app][activities]") {
    ActivityDesk desk;
    ActivityDesk::type("yt");
    REQUIRE(desk.workspace.change({"test-kind", {}}, [&](core::Change& change) {
        core::ActivityKind kind = *desk.workspace.district()->activityLists().find("street_stalls");
        kind.name = "清理游摊";
        return core::saveActivityKind(change, kind);
    }));
    QCoreApplication::processEvents();
    CHECK_FALSE(desk.part<QLineEdit>("kind").text().isEmpty()); // a new name, the same kind
    auto& quantity = desk.part<QLineEdit>("quantity");
    quantity.setFocus();
    ActivityDesk::type("3");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].kind == "street_stalls");
}

TEST_CASE("whose work it was stays that person among namesakes", "[app][activities]") {
    ActivityDesk desk;
    const core::PersonId namesake = addPerson(desk, "P9", "张三");
    core::Activity activity;
    activity.kind = "street_stalls";
    activity.quantity = 32;
    activity.unit = "次";
    activity.person = namesake;
    activity.organisation = desk.small.squad;
    activity.time = core::ActivityTime::ofDays({desk.today(), desk.today()}, desk.workspace.district()->timeZone());
    REQUIRE(core::addActivity(*desk.workspace.district(), desk.workspace.actor(), activity));
    QCoreApplication::processEvents();
    auto& counted = desk.part<QTreeWidget>("counted");
    REQUIRE(counted.topLevelItemCount() == 1);
    const auto enter = [&](const char* quantity) {
        ActivityDesk::clickRow(counted, 0);
        QTest::mouseClick(&desk.part<QPushButton>("editActivity"), Qt::LeftButton);
        keepBusy(desk);
        addPerson(desk, quantity, "王五"); // the list of people is another one
        auto& field = desk.part<QLineEdit>("quantity");
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, QString::fromLatin1(quantity));
        QTest::mouseClick(&desk.part<QPushButton>("save"), Qt::LeftButton);
        QCoreApplication::processEvents();
    };
    enter("23");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].quantity == 23);
    CHECK(desk.all()[0].person == namesake);

    // Who has left is no longer offered, but did the work.
    REQUIRE(desk.workspace.change({"test-person", {}}, [&](core::Change& change) -> core::Result<void> {
        core::Person person = *desk.workspace.district()->people().find(namesake);
        person.active = false;
        const auto saved = core::savePerson(change, person);
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    QCoreApplication::processEvents();
    enter("24");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].quantity == 24);
    CHECK(desk.all()[0].person == namesake);
}
