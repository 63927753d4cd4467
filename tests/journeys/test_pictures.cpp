// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window for people to look at: test_journeys "[pictures]" with GRIDWARDEN_PICTURES set to a folder.
// Hidden from ordinary runs; QT_SCALE_FACTOR=2 gives those of a dense screen.
#include "app/cases/incident_card.h"
#include "app/figures/figure_board.h"
#include "app/shell/window_host.h"
#include "app/text/days.h"
#include "app/text/language.h"
#include "app/workspace/interface_font.h"
#include "tests/support/scratch_folder.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QStyleFactory>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::app;

namespace {

struct Studio {
    QString folder = qEnvironmentVariable("GRIDWARDEN_PICTURES");
    test::ScratchFolder scratch;
    WindowHost host;
    QString suffix;

    void settle() {
        MainWindow& window = host.window();
        REQUIRE(QTest::qWaitFor([&] { return window.map().picture().isIdle() && !window.layers().isLoading(); }, 120'000));
        QTest::qWait(300);
    }
    void take(const char* name, QSize size) {
        host.window().resize(size);
        settle();
        const QString path = QDir(folder).filePath(QString::fromLatin1(name) + QStringLiteral("_") + suffix + QStringLiteral(".png"));
        CHECK(host.window().grab().save(path));
    }
    /// The dialog that an action opens.
    void takeDialog(const char* name, ActionId action) {
        const QString path = QDir(folder).filePath(QString::fromLatin1(name) + QStringLiteral("_") + suffix + QStringLiteral(".png"));
        QTimer::singleShot(800, &host.window(), [path] {
            QWidget* dialog = QApplication::activeModalWidget();
            const auto tops = QApplication::topLevelWidgets();
            for (QWidget* const top : tops)
                if (dialog == nullptr && top->isVisible() && qobject_cast<QDialog*>(top) != nullptr)
                    dialog = top;
            if (dialog == nullptr)
                return;
            dialog->grab().save(path);
            dialog->close();
        });
        host.window().action(action)->trigger();
        QTest::qWait(1000);
    }
};

QPalette darkPalette() {
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(45, 47, 51));
    palette.setColor(QPalette::WindowText, QColor(230, 230, 230));
    palette.setColor(QPalette::Base, QColor(33, 35, 38));
    palette.setColor(QPalette::AlternateBase, QColor(40, 42, 46));
    palette.setColor(QPalette::Text, QColor(230, 230, 230));
    palette.setColor(QPalette::Button, QColor(55, 57, 62));
    palette.setColor(QPalette::ButtonText, QColor(230, 230, 230));
    palette.setColor(QPalette::ToolTipBase, QColor(55, 57, 62));
    palette.setColor(QPalette::ToolTipText, QColor(230, 230, 230));
    palette.setColor(QPalette::PlaceholderText, QColor(150, 150, 150));
    palette.setColor(QPalette::Highlight, QColor(62, 130, 200));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(120, 120, 120));
    return palette;
}

} // namespace

TEST_CASE("the window sits for its pictures", "[.][pictures]") {
    REQUIRE(qEnvironmentVariableIsSet("GRIDWARDEN_PICTURES"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Gridwarden"));
    const auto language = GENERATE(core::Language::Chinese, core::Language::English);
    setLanguage(language);
    preferSansForChinese();
    Studio studio;
    studio.suffix = language == core::Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
    MainWindow& window = studio.host.window();
    window.resize(1366, 768);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    studio.take("start", {1366, 768});

    const QString demo = QDir(studio.folder).filePath(QStringLiteral("demo.gpkg"));
    if (QFileInfo::exists(demo))
        window.files().open(demo);
    else
        window.files().makeDemoAt(demo);
    Workspace& workspace = studio.host.workspace();
    REQUIRE(QTest::qWaitFor([&] { return workspace.district() != nullptr; }, 300'000));
    window.action(ActionId::ResetLayout)->trigger();
    studio.take("small", {1366, 768});
    studio.take("large", {1920, 1080});

    // A case selected near to.
    for (const std::uint32_t row : workspace.filtered())
        if (const core::CaseFact& fact = (*workspace.facts())[row]; fact.hasPlace() && fact.state == core::CaseState::Handling) {
            workspace.selectCases({fact.id});
            break;
        }
    window.map().zoomToSelection();
    studio.take("case", {1366, 768});

    // Entering an incident.
    window.action(ActionId::AddIncident)->trigger();
    const QPoint middle = window.map().rect().center();
    QTest::mouseClick(&window.map(), Qt::LeftButton, Qt::NoModifier, middle + QPoint(40, 20));
    if (auto* const field = window.findChild<QLineEdit*>(QStringLiteral("category")))
        QTest::keyClicks(field, QStringLiteral("dw"));
    studio.take("card", {1366, 768});
    if (auto* const card = window.findChild<IncidentCard*>())
        card->hide();

    window.map().setTool(ToolKind::Identify);
    QTest::mouseClick(&window.map(), Qt::LeftButton, Qt::NoModifier, middle);
    window.findChild<PlaceRail*>()->setPlace(WorkPlace::Cases);
    window.action(ActionId::ResetLayout)->trigger();
    studio.take("cases", {1366, 768});
    window.map().setTool(ToolKind::Pan);
    window.findChild<PlaceRail*>()->setPlace(WorkPlace::Figures);
    window.action(ActionId::ResetLayout)->trigger();
    auto* const board = window.findChild<FigureBoard*>();
    REQUIRE(board != nullptr);
    const core::Day today = workspace.district()->timeZone().day(core::now());
    board->setPeriod(monthOf(monthOf(today).from - std::chrono::days(1)));
    REQUIRE(QTest::qWaitFor([&] { return !board->isCounting(); }, 20'000));
    window.action(ActionId::ShowAll)->trigger();
    studio.take("figures", {1366, 768});
    window.findChild<PlaceRail*>()->setPlace(WorkPlace::Map);
    window.map().setTool(ToolKind::Pan);

    for (const auto& [name, action] : std::initializer_list<std::pair<const char*, ActionId>>{
             {"dialog_new", ActionId::NewDistrict}, {"dialog_print", ActionId::PrintMap}, {"dialog_about", ActionId::About},
             {"dialog_keys", ActionId::Shortcuts}, {"dialog_crs", ActionId::MapCrs}, {"dialog_report", ActionId::GridReport}})
        studio.takeDialog(name, action);

    const QPalette light = QApplication::palette();
    QApplication::setPalette(darkPalette());
    window.action(ActionId::ShowAll)->trigger();
    studio.take("dark", {1366, 768});
    QApplication::setPalette(light);
    setLanguage(core::Language::English);
}
