// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/activities/activity_panel.h"
#include "tests/support/small_district.h"

#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

namespace gridwarden::test {

/// The panel on the small district, ready for counting.
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
    template <class Widget> static Widget& part(const QWidget& window, const char* name) {
        CAPTURE(name);
        auto* const found = window.findChild<Widget*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    template <class Widget> Widget& part(const char* name) { return part<Widget>(*panel, name); }
    static void clickRow(QTreeWidget& list, int row) {
        REQUIRE(list.topLevelItem(row) != nullptr);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.topLevelItem(row)).center());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] core::Day today() const { return workspace.district()->timeZone().day(core::now()); }
    core::ActivityPlanId plan(const char* kind, std::optional<double> quantity) {
        core::ActivityPlanId id;
        REQUIRE(workspace.change({"test-plan", {}}, [&](core::Change& change) -> core::Result<void> {
            core::ActivityPlan plan;
            plan.kind = kind;
            plan.unit = "次";
            plan.place = "人民广场";
            plan.quantity = quantity;
            plan.recurrence.weekdays = 0b1111111;
            const auto saved = core::savePlan(change, plan);
            if (!saved)
                return core::fail(saved);
            id = *saved;
            return {};
        }));
        QCoreApplication::processEvents();
        return id;
    }
    void waitForJobs() const {
        REQUIRE(QTest::qWaitFor([this] { return !jobs.isBusy() && !workspace.isBusy(); }, 20'000));
        QTest::qWait(0);
    }
    /// A picture for looking at, where GRIDWARDEN_TEST_PICTURES names a folder.
    static void picture(QWidget& window, const QString& name) {
        const QString folder = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(50); // layouts settle
        window.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
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

} // namespace gridwarden::test
