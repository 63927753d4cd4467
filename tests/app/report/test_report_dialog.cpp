// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_dialog.h"

#include "app/report/page_layout.h"
#include "app/workspace/prompts.h"
#include "tests/app/report/report_district.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::test;
using app::PeriodChoice;

namespace {

class ScriptedPrompts : public app::Prompts {
  public:
    ScriptedPrompts() { app::setPrompts(this); }
    ~ScriptedPrompts() override { app::setPrompts(nullptr); }
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString& suggested, const QString&) override {
        suggestion = suggested;
        return file;
    }
    QString folder(QWidget*, const QString&) override { return file; }
    bool confirm(QWidget*, const QString&, const QString&) override {
        ++questions;
        return answer;
    }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    QString file, suggestion;
    bool answer = false;
    int questions = 0;
};

/// A window of reports on the small district, at Thursday 5 November 2026.
struct ReportDesk {
    ReportDistrict small;
    app::Workspace workspace;
    app::Jobs jobs;
    ScriptedPrompts prompts;
    std::vector<app::Notice> notices;
    std::unique_ptr<app::ReportDialog> dialog;

    ReportDesk() {
        small.importCases(0, 30);
        small.importCases(1, 5, "3303022026200");
        const auto path = small.district->path();
        small.district.reset();
        REQUIRE(workspace.openDistrict(pathText(path)));
        QObject::connect(&workspace, &app::Workspace::noticePosted, [this](const app::Notice& notice) { notices.push_back(notice); });
    }
    void open() {
        dialog = std::make_unique<app::ReportDialog>(workspace, jobs, day("2026-11-05"));
        dialog->show();
        REQUIRE(QTest::qWaitForWindowExposed(dialog.get()));
        choosePeriod(PeriodChoice::LastMonth);
        REQUIRE(waitForPreview());
    }
    template <class Widget> [[nodiscard]] Widget& find(const char* name) const {
        auto* const widget = dialog->findChild<Widget*>(QString::fromLatin1(name));
        REQUIRE(widget != nullptr);
        return *widget;
    }
    void choosePeriod(PeriodChoice choice) const {
        auto& combo = find<QComboBox>("periodChoice");
        combo.setCurrentIndex(combo.findData(static_cast<int>(choice)));
    }
    [[nodiscard]] bool waitForPreview() const {
        return QTest::qWaitFor([this] { return dialog->isPreviewReady(); }, 60'000);
    }
    [[nodiscard]] bool waitForJobs() const {
        return QTest::qWaitFor([this] { return !jobs.isBusy(); }, 60'000);
    }
    void click(const char* name) const { QTest::mouseClick(&find<QPushButton>(name), Qt::LeftButton); }
};

} // namespace

TEST_CASE("usual periods begin and end with whole weeks months quarters and years", "[report][dialog]") {
    const core::Day thursday = day("2026-11-05");
    const auto is = [&](PeriodChoice choice, const char* from, const char* to) {
        return app::periodOf(choice, thursday) == core::Period{day(from), day(to)};
    };
    CHECK(is(PeriodChoice::ThisWeek, "2026-11-02", "2026-11-08"));
    CHECK(is(PeriodChoice::LastWeek, "2026-10-26", "2026-11-01"));
    CHECK(is(PeriodChoice::ThisMonth, "2026-11-01", "2026-11-30"));
    CHECK(is(PeriodChoice::LastMonth, "2026-10-01", "2026-10-31"));
    CHECK(is(PeriodChoice::ThisQuarter, "2026-10-01", "2026-12-31"));
    CHECK(is(PeriodChoice::LastQuarter, "2026-07-01", "2026-09-30"));
    CHECK(is(PeriodChoice::ThisYear, "2026-01-01", "2026-12-31"));
    CHECK(is(PeriodChoice::LastYear, "2025-01-01", "2025-12-31"));
    CHECK(app::periodOf(PeriodChoice::LastMonth, day("2027-01-31")) == core::Period{day("2026-12-01"), day("2026-12-31")});
    CHECK(app::periodOf(PeriodChoice::ThisWeek, day("2026-11-08")) == core::Period{day("2026-11-02"), day("2026-11-08")});
    CHECK(app::periodOf(PeriodChoice::LastQuarter, day("2026-02-10")) == core::Period{day("2025-10-01"), day("2025-12-31")});
}

TEST_CASE("the selected area is chosen beforehand and the preview shows its pages", "[report][dialog]") {
    ReportDesk desk;
    desk.workspace.selectArea(desk.small.grids[1]);
    desk.open();
    CHECK(desk.find<QRadioButton>("some").isChecked());
    CHECK(desk.dialog->options().areas == std::vector{desk.small.grids[1]});
    CHECK(desk.dialog->options().period == October);
    CHECK(desk.dialog->preview().pageCount() >= 3);
    // The sheet is there: white with ink in it, as wide as A4 at its zoom.
    const QImage picture = desk.dialog->preview().picture();
    REQUIRE_FALSE(picture.isNull());
    CHECK(picture.pixelColor(5, 5) == QColor(Qt::white));
    CHECK(picture.width() == Approx(210 / 25.4 * 96 * desk.dialog->preview().zoom()).margin(2));
    int dark = 0;
    for (int x = 0; x < picture.width(); x += 2)
        for (int y = 0; y < picture.height(); y += 2)
            dark += picture.pixelColor(x, y).lightness() < 100 ? 1 : 0;
    CHECK(dark > 200);
}

TEST_CASE("pages are turned and enlarged", "[report][dialog]") {
    ReportDesk desk;
    desk.workspace.selectArea(desk.small.grids[0]);
    desk.open();
    app::ReportPreview& preview = desk.dialog->preview();
    CHECK(preview.page() == 1);
    const QImage first = preview.picture();
    QTest::mouseClick(&desk.find<QToolButton>("nextPage"), Qt::LeftButton);
    REQUIRE(desk.waitForPreview());
    CHECK(preview.page() == 2);
    CHECK(preview.picture() != first);
    CHECK(preview.picture().size() == first.size());
    QTest::mouseClick(&desk.find<QToolButton>("zoomIn"), Qt::LeftButton);
    REQUIRE(desk.waitForPreview());
    CHECK(preview.picture().width() > first.width());
    preview.goTo(preview.pageCount());
    CHECK_FALSE(desk.find<QToolButton>("nextPage").isEnabled());
}

TEST_CASE("saving writes the chosen pages in the background", "[report][dialog]") {
    ReportDesk desk;
    desk.open();
    CHECK(desk.find<QRadioButton>("all").isChecked());
    const auto target = desk.small.folder / "out.pdf";
    desk.prompts.file = pathText(target);
    desk.click("save");
    REQUIRE(desk.waitForJobs());
    CHECK(desk.prompts.suggestion.endsWith(QStringLiteral("测试区_2026-10-01_2026-10-31.pdf")));
    REQUIRE(std::filesystem::exists(target));
    CHECK(pagesOf(target).size() == desk.dialog->preview().pageCount());
    REQUIRE(desk.notices.size() == 1);
    CHECK(desk.notices[0].kind == app::NoticeKind::Note);
    CHECK(desk.notices[0].details.contains(pathText(target)));
}

TEST_CASE("the preview is the page that is saved", "[report][dialog]") {
    ReportDesk desk;
    desk.workspace.selectArea(desk.small.grids[0]);
    desk.open();
    const auto target = desk.small.folder / "out.pdf";
    desk.prompts.file = pathText(target);
    desk.click("save");
    REQUIRE(desk.waitForJobs());
    desk.dialog->preview().setZoom(127.0 / 96);
    REQUIRE(desk.waitForPreview());
    const QImage preview = desk.dialog->preview().picture().convertToFormat(QImage::Format_Grayscale8);
    const QImage saved = pictureOf(target, 1);
    // Another program draws the PDF, so pixels differ; cells of two millimetres have the same ink.
    constexpr int Cell = 10;
    int cells = 0, different = 0;
    for (int top = 185; top + Cell < 1300; top += Cell)
        for (int left = 140; left + Cell < 920; left += Cell) {
            int inkOf[2] = {0, 0};
            for (int y = 0; y < Cell; ++y)
                for (int x = 0; x < Cell; ++x) {
                    inkOf[0] += 255 - preview.constScanLine(top + y)[left + x];
                    inkOf[1] += 255 - saved.constScanLine(top + y)[left + x];
                }
            ++cells;
            different += std::abs(inkOf[0] - inkOf[1]) > Cell * Cell * 50 ? 1 : 0;
        }
    CHECK(different < cells / 50);
}

TEST_CASE("files in a folder are only replaced after a question", "[report][dialog]") {
    ReportDesk desk;
    desk.open();
    desk.find<QRadioButton>("separate").setChecked(true);
    const auto folder = desk.small.folder / "out";
    desk.prompts.file = pathText(folder);
    desk.click("save");
    REQUIRE(desk.waitForJobs());
    const auto file = folder / "01_2026-10-01_2026-10-31.pdf";
    REQUIRE(std::filesystem::exists(file));
    CHECK(desk.prompts.questions == 0);
    const auto written = std::filesystem::last_write_time(file);
    desk.click("save");
    REQUIRE(desk.waitForJobs());
    CHECK(desk.prompts.questions == 1);
    CHECK(std::filesystem::last_write_time(file) == written);
    desk.prompts.answer = true;
    desk.click("save");
    REQUIRE(desk.waitForJobs());
    CHECK(desk.prompts.questions == 2);
    CHECK(std::filesystem::last_write_time(file) > written);
}

TEST_CASE("nothing chosen means nothing to save", "[report][dialog]") {
    ReportDesk desk;
    desk.open();
    desk.find<QRadioButton>("some").setChecked(true);
    REQUIRE(desk.waitForPreview());
    CHECK_FALSE(desk.find<QPushButton>("save").isEnabled());
    CHECK(desk.dialog->preview().pageCount() == 0);
    desk.find<QListWidget>("areas").item(2)->setSelected(true);
    CHECK(desk.find<QPushButton>("save").isEnabled());
    CHECK(desk.dialog->options().areas == std::vector{desk.small.grids[2]});
}
