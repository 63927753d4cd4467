// SPDX-License-Identifier: GPL-3.0-or-later
// The bulletin in the window: what is chosen is in the pages, and they are saved.
#include "app/report/bulletin_window.h"
#include "app/report/report_period.h"
#include "app/text/language.h"
#include "app/workspace/prompts.h"
#include "tests/app/report/report_district.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTest>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct SaveTo : app::Prompts {
    SaveTo() { app::setPrompts(this); }
    ~SaveTo() override { app::setPrompts(nullptr); }
    SaveTo(const SaveTo&) = delete;
    SaveTo& operator=(const SaveTo&) = delete;
    QString file;
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return true; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
};

} // namespace

TEST_CASE("a bulletin is made for what is chosen and saved as a document", "[app][report]") {
    app::setLanguage(core::Language::Chinese);
    ReportDistrict small;
    small.importCases(0, 40);
    app::Jobs jobs;
    app::Workspace workspace(&jobs);
    REQUIRE(workspace.adopt(std::move(small.district)));
    SaveTo prompts;
    ScratchFolder folder;
    app::BulletinWindow window(workspace, jobs, nullptr);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    const auto settle = [&] { REQUIRE(QTest::qWaitFor([&] { return !window.isMaking() && window.preview().isCurrent() && !jobs.isBusy(); }, 30'000)); };
    settle();
    window.setPeriod({core::parseDay("2026-10-01").value(), core::parseDay("2026-10-31").value()});
    auto* const issuer = window.findChild<QLineEdit*>(QStringLiteral("bulletinIssuer"));
    REQUIRE(issuer != nullptr);
    issuer->setFocus();
    QTest::keyClicks(issuer, "BUREAU");
    settle();
    CHECK(window.preview().pageCount() >= 2);
    auto* const save = window.findChild<QPushButton*>(QStringLiteral("saveBulletin"));
    REQUIRE(save->isEnabled());
    for (const char* const name : {"bulletin.pdf", "bulletin.odt", "bulletin.xlsx"}) {
        INFO(name);
        prompts.file = QString::fromStdString((folder / name).string());
        QTest::mouseClick(save, Qt::LeftButton);
        settle();
        CHECK(std::filesystem::file_size(folder / name) > 1'000);
    }
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QString::fromStdString((folder / "bulletin.pdf").string()), QStringLiteral("-")});
    REQUIRE(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    CHECK(text.contains(QStringLiteral("BUREAU")));
    CHECK(text.contains(QStringLiteral("2026年10月")));
    CHECK(text.contains(QStringLiteral("上报各类问题40件")));

    auto* const kind = window.findChild<QComboBox*>(QStringLiteral("bulletinKind"));
    auto* const putRightBy = window.findChild<QWidget*>(QStringLiteral("putRightBy"));
    CHECK_FALSE(putRightBy->isVisible());
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    CHECK(putRightBy->isVisible());
    CHECK_FALSE(window.findChild<QWidget*>(QStringLiteral("bulletinAreas"))->isVisible());
    settle();
    prompts.file = QString::fromStdString((folder / "supervision.pdf").string());
    QTest::mouseClick(save, Qt::LeftButton);
    settle();
    const QString supervision = textOf(folder / "supervision.pdf");
    CHECK(supervision.contains(QStringLiteral("测试区城市管理督查通报")));
    CHECK(supervision.contains(QStringLiteral("应结案40件")));
    if (const QString pictures = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES"); !pictures.isEmpty())
        window.grab().save(pictures + QStringLiteral("/supervision-window.png"));
}
