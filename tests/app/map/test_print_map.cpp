// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/print_map.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/app/map/map_desk.h"

#include <QDialog>
#include <QFile>
#include <QPushButton>
#include <QTimer>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// Opens the dialog and clicks "Save as PDF …" in it, as its first accepting button.
void saveAsPdf(MapDesk& desk) {
    QTimer::singleShot(0, [] {
        auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        for (QPushButton* const button : dialog->findChildren<QPushButton*>())
            if (button->text().contains(QStringLiteral("PDF")))
                QTest::mouseClick(button, Qt::LeftButton);
        if (dialog->isVisible())
            dialog->reject();
    });
    app::printMap(*desk.map, desk.jobs, desk.map.get());
    desk.settle();
}

} // namespace

TEST_CASE("a map is saved as a page of PDF by a job", "[app][map]") {
    MapDesk desk;
    ScriptedPrompts prompts;
    QSignalSpy started(&desk.jobs, &app::Jobs::started);
    std::vector<app::Notice> notices;
    QObject::connect(&desk.workspace, &app::Workspace::noticePosted, [&](const app::Notice& notice) { notices.push_back(notice); });
    desk.report({120.645, 28.005});
    prompts.file = QString::fromStdString((desk.small.folder / "map.pdf").string());
    saveAsPdf(desk);
    CHECK(started.count() == 1);
    QFile file(prompts.file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    CHECK(page.startsWith("%PDF-"));
    CHECK(page.count("/Type /Page\n") == 1);
    CHECK(page.trimmed().endsWith("%%EOF"));
    REQUIRE(notices.size() == 1);
    CHECK(notices.front().kind == app::NoticeKind::Note);
    // What is there stays where the page cannot be written.
    prompts.file = QString::fromStdString((desk.small.folder / "no-such-folder" / "map.pdf").string());
    saveAsPdf(desk);
    REQUIRE(notices.size() == 2);
    CHECK(notices.back().kind == app::NoticeKind::Fault);
}
