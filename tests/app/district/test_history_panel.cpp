// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/history_model.h"
#include "app/district/history_panel.h"
#include "core/case_actions.h"
#include "tests/app/district/editor_fixture.h"

#include <QListView>

using namespace gridwarden;
using test::EditorFixture;

namespace {

struct HistoryFixture : EditorFixture {
    app::HistoryPanel panel{workspace, nullptr};

    HistoryFixture() {
        panel.resize(300, 420);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
        new QAbstractItemModelTester(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal, &panel);
    }
    [[nodiscard]] QAbstractItemModel& model() const { return *panel.findChild<QListView*>()->model(); }
    [[nodiscard]] QString line(int row) const { return model().index(row, 0).data().toString(); }
    [[nodiscard]] bool isUndone(int row) const { return model().index(row, 0).data(app::HistoryModel::IsUndoneRole).toBool(); }
    void rename(const std::string& name) {
        REQUIRE(workspace.change({"edit-person", {name}}, [&](core::Change& change) -> core::Result<void> {
            core::Person person = *district().people().find(small.li);
            person.name = name;
            return core::savePerson(change, person) ? core::Result<void>() : core::fail(core::ErrorCode::Internal, {"test", {}});
        }));
    }
    void choose(int row) {
        auto& view = *panel.findChild<QListView*>();
        view.scrollTo(model().index(row, 0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model().index(row, 0)).center());
        REQUIRE(view.currentIndex().row() == row);
    }
};

} // namespace

TEST_CASE("the history shows the newest change first and follows undo and redo", "[app][district]") {
    HistoryFixture f;
    const int before = f.model().rowCount();
    f.rename("赵六");
    CHECK(f.model().rowCount() == before + 1);
    CHECK(f.line(0) == QStringLiteral("Change person 赵六"));
    f.click(f.panel, "undo");
    f.waitForJobs();
    CHECK(f.district().people().find(f.small.li)->name == "李四");
    CHECK(f.line(0) == QStringLiteral("Undone: Change person 赵六"));
    CHECK(f.isUndone(1));
    CHECK(f.part<QPushButton>(f.panel, "redo").toolTip().contains(QStringLiteral("赵六")));
    f.picture(f.panel, QStringLiteral("history"));
    f.click(f.panel, "redo");
    f.waitForJobs();
    CHECK(f.district().people().find(f.small.li)->name == "赵六");
    CHECK(!f.isUndone(2));
    CHECK(!f.part<QPushButton>(f.panel, "redo").isEnabled());
}

TEST_CASE("everything back to an entry is undone at once", "[app][district]") {
    HistoryFixture f;
    f.rename("一");
    f.rename("二");
    f.rename("三");
    f.choose(2);
    f.click(f.panel, "undoBack");
    f.waitForJobs();
    CHECK(f.district().people().find(f.small.li)->name == "李四");
    CHECK(f.line(0) == QStringLiteral("Undone: Change person 一"));
    CHECK(f.line(2) == QStringLiteral("Undone: Change person 三"));
    f.choose(0);
    CHECK(!f.part<QPushButton>(f.panel, "undoBack").isEnabled());
}

TEST_CASE("what a new district begins with cannot be undone", "[app][district]") {
    HistoryFixture f;
    f.choose(f.model().rowCount() - 1);
    CHECK(!f.part<QPushButton>(f.panel, "undoBack").isEnabled());
}

TEST_CASE("undoing an import asks first since it cannot be redone", "[app][district]") {
    HistoryFixture f;
    core::ImportRecord record{"cases.csv", "0", 0};
    REQUIRE(f.district().importBatch({"import-cases", {"cases.csv"}}, f.small.actor, record, [&](core::Change& change) -> core::Result<void> {
        core::ImportedCase one;
        one.number = "A-1";
        one.reported = core::now() - std::chrono::hours(5);
        one.categoryText = "x";
        const std::vector<core::ImportedCase> cases = {one};
        const auto counts = core::writeImportedCases(f.district(), change, cases, core::OnDuplicate::Reject);
        return counts ? core::Result<void>() : core::fail(counts);
    }));
    REQUIRE(f.line(0) == QStringLiteral("Import cases from cases.csv"));
    f.prompts.answer = false;
    f.click(f.panel, "undo");
    f.waitForJobs();
    CHECK(f.prompts.asked == 1);
    CHECK(f.line(0) == QStringLiteral("Import cases from cases.csv"));
    f.prompts.answer = true;
    f.click(f.panel, "undo");
    f.waitForJobs();
    CHECK(f.line(0) == QStringLiteral("Undone: Import cases from cases.csv"));
}

TEST_CASE("the history is read in pages", "[app][district]") {
    HistoryFixture f;
    for (int i = 0; i < 230; ++i)
        f.rename("名" + std::to_string(i));
    app::HistoryModel fresh(f.workspace, nullptr);
    QAbstractItemModelTester tester(&fresh, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false);
    fresh.reload();
    CHECK(fresh.rowCount() == app::HistoryModel::PageSize);
    REQUIRE(fresh.canFetchMore({}));
    fresh.fetchMore({});
    CHECK(fresh.rowCount() == 2 * app::HistoryModel::PageSize);
    fresh.fetchMore({});
    CHECK(fresh.rowCount() == static_cast<int>(f.journalLength()));
    CHECK(!fresh.canFetchMore({}));
}

TEST_CASE("the history is empty without a district and fills with the next", "[app][district]") {
    HistoryFixture f;
    const QString path = QString::fromStdString(f.district().path().string());
    f.workspace.closeDistrict();
    CHECK(f.model().rowCount() == 0);
    CHECK(f.part<QLabel>(f.panel, "empty").isVisible());
    REQUIRE(f.workspace.openDistrict(path));
    CHECK(f.model().rowCount() > 0);
}
