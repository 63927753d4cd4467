// SPDX-License-Identifier: GPL-3.0-or-later
// Printed into PDF files, which poppler's programs read.
#include "app/cases/case_output.h"
#include "app/cases/case_print.h"
#include "app/cases/case_table_model.h"
#include "app/cases/case_table_panel.h"
#include "app/cases/filter_words.h"
#include "tests/app/cases/fixture.h"

#include <QMenu>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProcess>
#include <QTimer>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;
using app::CaseColumn;

namespace {

QString textOf(const QString& pdf) {
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    REQUIRE(process.waitForFinished(20'000));
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Blanks may get lost between the text of a PDF and that of poppler.
bool isNumbered(QString page, qsizetype number, qsizetype count) {
    return page.remove(QLatin1Char(' ')).contains(QStringLiteral("\n%1/%2").arg(number).arg(count));
}

struct Paper {
    ScratchFolder folder;
    QPrinter printer{QPrinter::HighResolution};
    QString file = QString::fromStdString((folder / "cases.pdf").string());
    Paper() {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(file);
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPageOrientation(QPageLayout::Landscape);
    }
};

} // namespace

TEST_CASE("each page has the headings and its number and every row is on one of them", "[app][cases]") {
    app::CaseSheet sheet;
    sheet.title = QStringLiteral("测试区案件");
    sheet.subtitle = QStringLiteral("处置中 · 本月");
    sheet.headings = {{QStringLiteral("案件号"), 20}, {QStringLiteral("描述"), 40}};
    for (int i = 0; i < 100; ++i)
        sheet.rows.push_back(
            {QStringLiteral("N-%1").arg(1000 + i), QStringLiteral("占道经营摆摊").repeated(1 + i % 9)});
    Paper paper;
    REQUIRE(app::printCases(paper.printer, sheet));
    const QStringList pages = textOf(paper.file).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    REQUIRE(pages.size() > 1);
    for (int page = 0; page < pages.size(); ++page) {
        CHECK(pages[page].contains(QStringLiteral("案件号")));
        CHECK(isNumbered(pages[page], page + 1, pages.size()));
        CHECK(pages[page].contains(sheet.title) == (page == 0));
    }
    const QString all = pages.join(QString());
    for (const auto& row : sheet.rows)
        CHECK(all.count(row[0]) == 1);
    // A page that was chosen is printed alone.
    Paper one;
    one.printer.setFromTo(2, 2);
    REQUIRE(app::printCases(one.printer, sheet));
    CHECK(isNumbered(textOf(one.file), 2, pages.size()));
    CHECK(textOf(one.file).count(QLatin1Char('\f')) == 1);
}

TEST_CASE("an empty sheet is a page, and a row higher than others stays whole on the next one", "[app][cases]") {
    app::CaseSheet sheet;
    sheet.headings = {{QStringLiteral("A"), 10}};
    const app::CasePages pages(sheet, {300, 200});
    CHECK(pages.count() == 1);
    sheet.rows.assign(50, {QStringLiteral("x")});
    CHECK(app::CasePages(sheet, {300, 200}).count() > 1);
    CHECK(app::CasePages(sheet, {300, 10}).count() == 50); // no room at all: one each
}

TEST_CASE("the table is shown on paper from its menu, with its conditions", "[app][cases]") {
    Desk desk;
    desk.report("甲 摊位");
    desk.report("乙 广告", "09002");
    core::Filter filter;
    filter.text = "摊位";
    filter.states = app::openStates();
    desk.workspace.setFilter(filter);
    app::CaseTablePanel panel(desk.workspace, desk.jobs);
    panel.resize(1200, 300);
    showAndActivate(panel);
    QTimer::singleShot(0, &panel, [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu != nullptr);
        for (QAction* action : menu->actions())
            if (action->objectName() == QLatin1String("printCasesShown"))
                menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QTest::mouseClick(&find<QToolButton>(panel, "tableMenu"), Qt::LeftButton);
    auto* preview = panel.findChild<QPrintPreviewDialog*>();
    REQUIRE(preview != nullptr);
    CHECK(preview->isVisible());
    Paper paper;
    emit preview->paintRequested(&paper.printer);
    const QString text = textOf(paper.file);
    CHECK(text.contains(QStringLiteral("Cases of 测试区")));
    CHECK(text.contains(QStringLiteral("“摊位” · 1 cases")));
    CHECK(text.contains(QStringLiteral("甲 摊位")));
    CHECK_FALSE(text.contains(QStringLiteral("广告")));
    preview->close();
    CHECK(desk.notices.empty());
}
