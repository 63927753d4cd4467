// SPDX-License-Identifier: GPL-3.0-or-later
// What is planned is offered on its days and counted only when somebody confirms it.
#include "tests/app/activities/activity_desk.h"

using namespace gridwarden;
using namespace gridwarden::test;

TEST_CASE("a plan with a quantity is confirmed with a click and leaves the list", "[app][activities]") {
    ActivityDesk desk;
    auto& planned = desk.part<QTreeWidget>("planned");
    CHECK_FALSE(planned.isVisible());
    const core::ActivityPlanId plan = desk.plan("training", 2);
    REQUIRE(planned.isVisible());
    REQUIRE(planned.topLevelItemCount() == 1);
    CHECK(planned.topLevelItem(0)->text(0).contains(QStringLiteral("人民广场")));
    CHECK(desk.all().empty()); // nothing enters by itself
    ActivityDesk::clickRow(planned, 0);
    QTest::mouseClick(&desk.part<QPushButton>("confirmPlanned"), Qt::LeftButton);
    QCoreApplication::processEvents();
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].plan == plan);
    CHECK(desk.all()[0].quantity == 2);
    CHECK(desk.all()[0].time.day() == desk.today());
    CHECK_FALSE(planned.isVisible());
    CHECK(desk.part<QTreeWidget>("counted").topLevelItemCount() == 1);
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(planned.topLevelItemCount() == 1); // offered again
}

TEST_CASE("a plan without a quantity asks for it in the form", "[app][activities]") {
    ActivityDesk desk;
    const core::ActivityPlanId plan = desk.plan("street_stalls", std::nullopt);
    auto& planned = desk.part<QTreeWidget>("planned");
    planned.setFocus();
    QTest::keyClick(&planned, Qt::Key_Return);
    QCoreApplication::processEvents();
    CHECK(desk.all().empty());
    auto& quantity = desk.part<QLineEdit>("quantity");
    CHECK(quantity.hasFocus());
    CHECK(quantity.text().isEmpty());
    CHECK(desk.part<QLineEdit>("place").text() == QStringLiteral("人民广场"));
    ActivityDesk::type("14");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].plan == plan);
    CHECK(desk.all()[0].quantity == 14);
    CHECK(planned.topLevelItemCount() == 0);
}

TEST_CASE("Escape leaves a plan that was to be confirmed and it stays offered", "[app][activities]") {
    ActivityDesk desk;
    desk.plan("street_stalls", std::nullopt);
    auto& planned = desk.part<QTreeWidget>("planned");
    planned.setFocus();
    QTest::keyClick(&planned, Qt::Key_Return);
    QTest::keyClick(&desk.part<QLineEdit>("quantity"), Qt::Key_Escape);
    QCoreApplication::processEvents();
    CHECK(desk.all().empty());
    CHECK(planned.topLevelItemCount() == 1);
    ActivityDesk::type("yt"); // the form is free for something else
    ActivityDesk::type("3");
    REQUIRE(desk.all().size() == 1);
    CHECK(desk.all()[0].plan.isNull());
}
