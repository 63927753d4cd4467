// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_panel.h"
#include "tests/support/small_district.h"

#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct ActivityDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    std::unique_ptr<app::ActivityPanel> panel;

    ActivityDesk() {
        REQUIRE(workspace.adopt(std::move(small.district)));
        panel = std::make_unique<app::ActivityPanel>(workspace, nullptr);
        panel->resize(360, 720);
        panel->show();
        REQUIRE(QTest::qWaitForWindowExposed(panel.get()));
        panel->activateWindow();
        panel->startCounting();
        QCoreApplication::processEvents();
    }
    template <class Widget> Widget& part(const char* name) {
        CAPTURE(name);
        auto* const found = panel->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    /// Into the field that has the focus, ended by Enter.
    static void type(const char* text) {
        QWidget* const field = QApplication::focusWidget();
        REQUIRE(field != nullptr);
        QTest::keyClicks(field, QString::fromUtf8(text));
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] std::vector<core::Activity> all() {
        std::vector<core::Activity> entries;
        const auto known = workspace.district()->activities();
        REQUIRE(known);
        for (const auto& entry : (*known)->all())
            entries.push_back(*entry);
        return entries;
    }
};

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
    QCoreApplication::processEvents();
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
    QTest::mouseClick(counted.viewport(), Qt::LeftButton, {}, counted.visualItemRect(counted.topLevelItem(0)).center());
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
