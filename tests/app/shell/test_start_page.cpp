// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/start_page.h"
#include "app/workspace/settings.h"
#include "tests/support/scratch_folder.h"

#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

using namespace gridwarden;

TEST_CASE("recent districts open with a click and missing ones are greyed", "[app][shell]") {
    const test::ScratchFolder folder;
    const QString there = QString::fromStdString((folder / "there.gpkg").string());
    QFile file(there);
    REQUIRE(file.open(QIODevice::WriteOnly));
    for (const QString& old : app::recentDistricts())
        app::forgetDistrict(old);
    app::rememberDistrict(QString::fromStdString((folder / "gone.gpkg").string()));
    app::rememberDistrict(there);

    app::StartPage page;
    page.resize(900, 600);
    page.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page));
    auto* const list = page.findChild<QListWidget*>(QStringLiteral("recentDistricts"));
    REQUIRE(list != nullptr);
    REQUIRE(list->count() == 2);
    CHECK(list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
    CHECK_FALSE(list->item(1)->flags().testFlag(Qt::ItemIsEnabled));
    QSignalSpy opened(&page, &app::StartPage::openRequested);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualItemRect(list->item(0)).center());
    REQUIRE_FALSE(opened.isEmpty());
    CHECK(opened.first().first().toString() == there);
    app::forgetDistrict(there);
}

TEST_CASE("the start page offers to open and to make districts", "[app][shell]") {
    app::StartPage page;
    QSignalSpy demo(&page, &app::StartPage::demoRequested);
    QSignalSpy fresh(&page, &app::StartPage::newRequested);
    QSignalSpy open(&page, &app::StartPage::chooseRequested);
    for (const char* name : {"startOpen", "startNew", "startDemo"})
        page.findChild<QPushButton*>(QLatin1String(name))->click();
    CHECK(demo.count() == 1);
    CHECK(fresh.count() == 1);
    CHECK(open.count() == 1);
}
