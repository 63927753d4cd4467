// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks are read back with GDAL's programs, and their parts as XML.
#include "app/cases/case_export.h"
#include "app/cases/case_table_model.h"
#include "app/cases/case_table_panel.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/scripted_prompts.h"

#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QProcess>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <limits>

using namespace gridwarden;
using namespace gridwarden::test;
using app::CaseColumn;
using app::CellValue;

namespace {

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(20'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

struct ExportDesk : Desk {
    ScriptedPrompts prompts;
    core::CaseId first, second;
    std::unique_ptr<app::CaseTablePanel> panel;
    ExportDesk() {
        const core::TimeZone& zone = district().timeZone();
        first = report("甲 摊位", "09006", placeInGrid1(),
                       zone.start(core::parseDay("2026-11-02").value()) + std::chrono::minutes(9 * 60 + 31));
        second = report("他说：\"让一让\", 就走了", "09002", core::GeoPoint{120.655, 28.015},
                        zone.start(core::parseDay("2026-11-03").value()) + std::chrono::minutes(15));
        panel = std::make_unique<app::CaseTablePanel>(workspace, jobs);
        panel->resize(1200, 300);
        showAndActivate(*panel);
    }
    QString path(const char* name) const { return QString::fromStdString((small.folder / name).string()); }
    /// Through the menu of the button beside the filter.
    void exportTo(const QString& file) {
        prompts.file = file;
        QTimer::singleShot(0, panel.get(), [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            REQUIRE(menu != nullptr);
            for (QAction* action : menu->actions())
                if (action->objectName() == QLatin1String("exportCases"))
                    menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::mouseClick(&find<QToolButton>(*panel, "tableMenu"), Qt::LeftButton);
        waitForJobs();
    }
    QStringList filesLeft() const {
        QStringList names;
        for (const auto& entry : std::filesystem::directory_iterator(small.folder.path()))
            names << QString::fromStdString(entry.path().filename().string());
        return names.filter(QStringLiteral(".part"));
    }
};

int openFiles() {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

} // namespace

TEST_CASE("what is shown is exported as CSV in its order", "[app][cases]") {
    ExportDesk desk;
    desk.exportTo(desk.path("out.csv"));
    const QByteArray bytes = bytesOf(desk.path("out.csv"));
    CHECK(bytes.startsWith("\xEF\xBB\xBFLamp,Number,State,"));
    CHECK(bytes.contains("\"他说：\"\"让一让\"\", 就走了\""));
    CHECK(bytes.contains(",2026-11-02 09:31,"));
    CHECK(bytes.count("\r\n") == 3);
    CHECK(bytes.indexOf("让一让") < bytes.indexOf("甲 摊位"));
    REQUIRE(desk.notices.size() == 1);
    CHECK(desk.notices.front().kind == app::NoticeKind::Note);
    CHECK(desk.filesLeft().isEmpty());
}

TEST_CASE("what is shown is exported as a workbook with dates, in its order", "[app][cases]") {
    ExportDesk desk;
    QTableView& view = *desk.panel->view();
    for (int section = 0; section < app::CaseColumnCount; ++section)
        view.setColumnHidden(section, section != static_cast<int>(CaseColumn::Number) &&
                                          section != static_cast<int>(CaseColumn::Reported) &&
                                          section != static_cast<int>(CaseColumn::Description));
    view.horizontalHeader()->moveSection(view.horizontalHeader()->visualIndex(static_cast<int>(CaseColumn::Reported)),
                                         0);
    desk.exportTo(desk.path("out")); // gets its ending
    const QByteArray csv = outputOf(QStringLiteral("ogr2ogr"), {QStringLiteral("-f"), QStringLiteral("CSV"),
                                                                QStringLiteral("/vsistdout/"), desk.path("out.xlsx")});
    INFO(csv.toStdString());
    const QList<QByteArray> lines = csv.trimmed().split('\n');
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].trimmed() == "Reported,Number,Description");
    CHECK(lines[1].startsWith("2026/11/03 00:15:00,2026-000002,")); // the newest first
    CHECK(lines[1].contains("\"他说：\"\"让一让\"\", 就走了\""));
    CHECK(lines[2].startsWith("2026/11/02 09:31:00,2026-000001,甲 摊位"));
    const QString folder = desk.path("parts");
    outputOf(QStringLiteral("python3"),
             {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"), desk.path("out.xlsx"), folder});
    const QByteArray sheet = bytesOf(folder + QStringLiteral("/xl/worksheets/sheet1.xml"));
    CHECK(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""));
    CHECK(sheet.contains("<autoFilter ref=\"A1:C3\"/>"));
    CHECK(bytesOf(folder + QStringLiteral("/xl/styles.xml")).contains("<b/>"));
    REQUIRE(desk.notices.size() == 1);
    CHECK(desk.notices.front().text.contains(QStringLiteral("out.xlsx")));
    // What is there already is not overwritten under a name that nobody chose.
    desk.exportTo(desk.path("out"));
    CHECK(desk.notices.back().kind == app::NoticeKind::Fault);
    desk.exportTo(desk.path("out.xlsx"));
    CHECK(desk.notices.back().kind == app::NoticeKind::Note);
}

TEST_CASE("an export that cannot be written is a fault", "[app][cases]") {
    ExportDesk desk;
    desk.exportTo(QStringLiteral("/nowhere/at/all.csv"));
    desk.exportTo(QStringLiteral("/nowhere/at/all.xlsx"));
    REQUIRE(desk.notices.size() == 2);
    CHECK(desk.notices[0].kind == app::NoticeKind::Fault);
    CHECK(desk.notices[1].kind == app::NoticeKind::Fault);
}

TEST_CASE("a cancelled export leaves nothing", "[app][cases]") {
    ExportDesk desk;
    const auto* model = qobject_cast<const app::CaseTableModel*>(desk.panel->view()->model());
    const app::CaseExport wanted{model->cells(), model->facts(), model->rows(), {CaseColumn::Number}};
    const int before = openFiles();
    for (const char* name : {"a.xlsx", "a.csv"}) {
        int asked = 0;
        const auto outcome = app::exportCases(wanted, desk.district().connection(), desk.small.folder / name, false,
                                              [&](double) { return ++asked < 2; });
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == core::ErrorCode::Cancelled);
        CHECK_FALSE(std::filesystem::exists(desk.small.folder / name));
    }
    CHECK(desk.filesLeft().isEmpty());
    CHECK(openFiles() == before);
}

TEST_CASE("cells of a workbook are what they are and further sheets follow where one is full", "[app][cases]") {
    const ScratchFolder folder;
    const core::TimeZone zone = core::TimeZone::find("Asia/Shanghai").value();
    auto writer = app::openXlsx(
        folder / "t.xlsx", QStringLiteral("案件"),
        {{QStringLiteral("文字"), 20}, {QStringLiteral("数量"), 10}, {QStringLiteral("时间"), 17}}, zone, 3);
    REQUIRE(writer);
    const core::Moment noon{zone.start(core::parseDay("2028-02-29").value()) + std::chrono::hours(12)};
    const QString all[] = {
        QStringLiteral("=1+1"),  QStringLiteral("00042"),           QString(QChar(1)) + QStringLiteral("控\n制"),
        QStringLiteral("<&\">"), QString(40'000, QLatin1Char('x')), QStringLiteral("😀"),
        QStringLiteral("end")};
    for (const QString& text : all) {
        const CellValue cells[] = {text, app::CellNumber{2.5, QStringLiteral("千克")}, noon};
        REQUIRE((*writer)->addRow(cells));
    }
    CHECK((*writer)->sheets() == 3);
    REQUIRE((*writer)->finish(false));
    const QString file = QString::fromStdString((folder / "t.xlsx").string());
    const QByteArray layers = outputOf(QStringLiteral("ogrinfo"), {file});
    CHECK(layers.contains("1: 案件 ("));
    CHECK(layers.contains("2: 案件 2 ("));
    CHECK(layers.contains("3: 案件 3 ("));
    const auto sheet = [&](const char* name) {
        return outputOf(QStringLiteral("ogr2ogr"), {QStringLiteral("-f"), QStringLiteral("CSV"),
                                                    QStringLiteral("/vsistdout/"), file, QString::fromUtf8(name)});
    };
    const QByteArray one = sheet("案件");
    CHECK(one.contains("文字,数量,时间"));
    CHECK(one.contains("=1+1,2.5,2028/02/29 12:00:00"));
    CHECK(one.contains("00042"));
    const QByteArray two = sheet("案件 2");
    CHECK(two.contains("<&"));
    CHECK(two.contains(QByteArray(32'766, 'x') + "…"));
    CHECK_FALSE(two.contains(QByteArray(32'767, 'x')));
    CHECK(two.contains("😀"));
    CHECK(sheet("案件 3").contains("end,2.5,"));
    const QString parts = QString::fromStdString((folder / "parts").string());
    outputOf(QStringLiteral("python3"),
             {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"), file, parts});
    CHECK(bytesOf(parts + QStringLiteral("/xl/styles.xml")).contains("General&quot; 千克&quot;"));
    CHECK(bytesOf(parts + QStringLiteral("/xl/worksheets/sheet1.xml")).contains("=1+1</t>")); // a text and no formula
}

TEST_CASE("the cases shown are exported as Open311 service requests by the ending of the name", "[app][cases]") {
    ExportDesk desk;
    const QString file = desk.path("requests.xml");
    desk.exportTo(file);
    desk.waitForJobs();
    const QByteArray written = bytesOf(file);
    CHECK(written.startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_requests>"));
    CHECK(written.count("<request>") == 2);
    CHECK(written.contains("<requested_datetime>2026-11-02T09:31:00+08:00</requested_datetime>"));
    CHECK(std::any_of(desk.notices.begin(), desk.notices.end(), [&](const app::Notice& notice) { return notice.text.contains(file); }));
}
