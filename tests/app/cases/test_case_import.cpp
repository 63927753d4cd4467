// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_import_session.h"
#include "app/cases/category_field.h"
#include "app/cases/import_dialog.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/scripted_prompts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr auto Table = "案件编号,上报时间,案件类别,问题描述,经度,纬度,数量\n"
                       "A-1,2026-11-02 09:15,店外经营,门口占道,120.645,28.005,3\n"
                       "A-2,2026-11-03 10:20,本地怪事,说不清,120.655,28.015,\n"
                       "A-3,不知何时,店外经营,没有时间,120.645,28.005,1\n"
                       "A-4,2026-11-05 16:40,本地怪事,在外面,121.5,29.5,\n";

struct ImportDesk : Desk {
    QWidget window;
    QString file;
    explicit ImportDesk(const std::string& text = Table) {
        const auto path = small.folder / "cases.csv";
        std::ofstream(path) << text;
        file = QString::fromStdString(path.string());
        showAndActivate(window);
    }
    QDialog& open() {
        app::openCaseImport(workspace, jobs, &window, file);
        auto* dialog = window.findChild<QDialog*>(QStringLiteral("caseImport"));
        REQUIRE(dialog);
        REQUIRE(QTest::qWaitForWindowExposed(dialog));
        waitForJobs();
        return *dialog;
    }
};

QString readCell(QTableView& view, int row, int column) { return view.model()->index(row, column).data().toString(); }

} // namespace

TEST_CASE("a table is imported by going on three times", "[app][import]") {
    ImportDesk desk;
    QDialog& dialog = desk.open();
    CHECK(find<QLabel>(dialog, "sourceSummary").text().contains(QStringLiteral("UTF-8")));
    CHECK(readCell(find<QTableView>(dialog, "sourceRows"), 0, 3) == QStringLiteral("门口占道"));
    QTest::mouseClick(&find<QPushButton>(dialog, "next"), Qt::LeftButton);
    CHECK(find<QComboBox>(dialog, "target_number").currentText() == QStringLiteral("案件编号"));
    CHECK(find<QComboBox>(dialog, "target_reported").currentText() == QStringLiteral("上报时间"));
    CHECK(find<QComboBox>(dialog, "target_longitude").currentText() == QStringLiteral("经度"));
    CHECK(readCell(find<QTableView>(dialog, "readRows"), 0, 1) == QStringLiteral("A-1"));
    CHECK(readCell(find<QTableView>(dialog, "readRows"), 0, 2) == QStringLiteral("2026-11-02 09:15"));

    QTest::mouseClick(&find<QPushButton>(dialog, "next"), Qt::LeftButton);
    CHECK(desk.workspace.isBusy());
    CHECK_FALSE(desk.workspace.canWrite());
    desk.waitForJobs();
    CHECK(find<QLabel>(dialog, "trial").text().contains(QStringLiteral("4 rows were read. 1 would be refused.")));
    CHECK(desk.workspace.facts()->size() == 0); // a check writes nothing
    auto& unknown = find<QTableWidget>(dialog, "unknownCategories");
    REQUIRE(unknown.rowCount() == 1);
    CHECK(unknown.item(0, 0)->text() == QStringLiteral("本地怪事"));
    CHECK(unknown.item(0, 1)->text() == QStringLiteral("2"));
    auto& category = find<QLineEdit>(*unknown.parentWidget(), "category");
    category.setFocus();
    QTest::keyClicks(&category, QStringLiteral("09006"));
    QTest::keyClick(&category, Qt::Key_Return);
    CHECK(unknown.item(0, 2)->text().contains(QStringLiteral("09006")));

    QTest::mouseClick(&find<QPushButton>(dialog, "runImport"), Qt::LeftButton);
    desk.waitForJobs();
    REQUIRE(find<QLabel>(dialog, "result").isVisible());
    CHECK(find<QLabel>(dialog, "result").text() ==
          QStringLiteral("4 rows read, 3 accepted, 1 refused. 3 cases, 1 of them outside every grid; 0 numbers were known already."));
    REQUIRE(desk.workspace.filtered().size() == 3);
    const auto id = core::findCase(desk.district().connection(), "A-4");
    REQUIRE(id);
    REQUIRE(*id);
    CHECK(desk.load(**id).derived.category == desk.district().categories().find("09006")->id);
    CHECK(desk.load(**id).grid.isNull());
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(desk.workspace.filtered().empty());
}

TEST_CASE("refused rows are saved to be corrected", "[app][import]") {
    ImportDesk desk;
    QDialog& dialog = desk.open();
    find<QTabWidget>(dialog, "parts").setCurrentIndex(2);
    desk.waitForJobs();
    QTest::mouseClick(&find<QPushButton>(dialog, "runImport"), Qt::LeftButton);
    desk.waitForJobs();
    ScriptedPrompts prompts;
    prompts.file = QString::fromStdString((desk.small.folder / "refused.csv").string());
    QTest::mouseClick(&find<QPushButton>(dialog, "saveRejected"), Qt::LeftButton);
    desk.waitForJobs();
    QFile saved(prompts.file);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    const QByteArray bytes = saved.readAll();
    CHECK(bytes.contains("A-3"));
    CHECK_FALSE(bytes.contains("A-1,"));
}

TEST_CASE("the encoding can be overridden with the rows following at once", "[app][import]") {
    ImportDesk desk;
    QFile gbk(desk.file);
    REQUIRE(gbk.open(QIODevice::WriteOnly));
    gbk.write("\xb1\xe0\xba\xc5,\xc9\xcf\xb1\xa8\xca\xb1\xbc\xe4\nB-1,2026-11-02 09:15\n"); // 编号,上报时间 in GBK
    gbk.close();
    QDialog& dialog = desk.open();
    auto& encoding = find<QComboBox>(dialog, "encoding");
    encoding.setEditText(QStringLiteral("GB18030"));
    QTest::keyClick(encoding.lineEdit(), Qt::Key_Return);
    desk.waitForJobs();
    CHECK(find<QTableView>(dialog, "sourceRows").model()->headerData(0, Qt::Horizontal).toString() == QStringLiteral("编号"));
    encoding.setEditText(QStringLiteral("CP1252"));
    QTest::keyClick(encoding.lineEdit(), Qt::Key_Return);
    desk.waitForJobs();
    CHECK(find<QTableView>(dialog, "sourceRows").model()->headerData(0, Qt::Horizontal).toString() != QStringLiteral("编号"));
}

TEST_CASE("a mapping is remembered for tables with the same fields", "[app][import]") {
    ImportDesk desk("a,b,c\nN-1,2026-11-02 09:15,门口\n");
    {
        app::CaseImportSession session(desk.workspace, desk.jobs, desk.file);
        desk.waitForJobs();
        session.change([](gis::CaseImportOptions& options) {
            options.mapping[gis::CaseTarget::Number] = {{"a"}, {}};
            options.mapping[gis::CaseTarget::Reported] = {{"b"}, {}};
            options.mapping[gis::CaseTarget::Source] = {{}, "video"};
        });
        desk.waitForJobs();
        session.run();
        desk.waitForJobs();
        REQUIRE(session.report());
        CHECK(session.report()->accepted == 1);
    }
    app::CaseImportSession again(desk.workspace, desk.jobs, desk.file);
    desk.waitForJobs();
    REQUIRE(again.options().mapping.contains(gis::CaseTarget::Number));
    CHECK(again.options().mapping.at(gis::CaseTarget::Number).fields == std::vector<std::string>{"a"});
    CHECK(again.options().mapping.at(gis::CaseTarget::Source).constant == "video");
}

TEST_CASE("a day and month that the rows leave open is asked for", "[app][import]") {
    ImportDesk desk("编号,上报时间\nN-1,05/06/2026 10:00\nN-2,07/08/2026 11:00\n");
    QDialog& dialog = desk.open();
    QTest::mouseClick(&find<QPushButton>(dialog, "next"), Qt::LeftButton);
    CHECK(find<QLabel>(dialog, "mappingProblems").isVisible());
    auto& format = find<QComboBox>(dialog, "timeFormat");
    REQUIRE(format.count() == 3);
    format.setEditText(QStringLiteral("%d/%m/%Y %H:%M"));
    QTest::keyClick(format.lineEdit(), Qt::Key_Return);
    desk.waitForJobs();
    CHECK_FALSE(find<QLabel>(dialog, "mappingProblems").isVisible());
    CHECK(readCell(find<QTableView>(dialog, "readRows"), 0, 2) == QStringLiteral("2026-06-05 10:00"));
}

TEST_CASE("while an import runs nothing else is written and a cancel writes nothing", "[app][import]") {
    std::string text = "编号,上报时间,描述\n";
    for (int i = 0; i < 20000; ++i)
        text += "C-" + std::to_string(i) + ",2026-11-02 09:15,某处\n";
    ImportDesk desk(text);
    app::CaseImportSession session(desk.workspace, desk.jobs, desk.file);
    QSignalSpy failed(&session, &app::CaseImportSession::failed);
    desk.waitForJobs();
    session.run();
    REQUIRE(desk.workspace.isBusy());
    CHECK_FALSE(desk.workspace.undo());
    desk.workspace.closeDistrict();
    CHECK(desk.workspace.district() != nullptr);
    session.cancel();
    desk.waitForJobs();
    CHECK(failed.count() == 1);
    CHECK_FALSE(session.report());
    CHECK(desk.workspace.facts()->size() == 0);
    CHECK(desk.workspace.canWrite());
}

TEST_CASE("the file is asked for when none is given", "[app][import]") {
    ImportDesk desk;
    ScriptedPrompts prompts;
    app::openCaseImport(desk.workspace, desk.jobs, &desk.window, {});
    CHECK(desk.window.findChild<QDialog*>(QStringLiteral("caseImport")) == nullptr); // given up
    prompts.file = desk.file;
    desk.file.clear();
    CHECK(find<QLabel>(desk.open(), "sourceSummary").text().contains(QStringLiteral("7 field")));
}

TEST_CASE("a file that cannot be read says so and goes no further", "[app][import]") {
    ImportDesk desk;
    desk.file = QStringLiteral("/nowhere/cases.csv");
    QDialog& dialog = desk.open();
    CHECK(find<QLabel>(dialog, "sourceFault").isVisible());
    CHECK_FALSE(find<QPushButton>(dialog, "next").isEnabled());
}
