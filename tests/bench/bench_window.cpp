// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window does not answer: opens a copy of a district, does what people do, and prints for each action the longest
// time between two turns of the event loop, how much of such a time the window's thread worked (the rest it waited, or others had the
// processor), and how long the action took. Not a test.
// bench_window DISTRICT.gpkg [MORE_CASES.csv]     GRIDWARDEN_BENCH_PICTURES=FOLDER keeps a picture of the window after each action
#include "app/cases/case_table_model.h"
#include "app/cases/filter_words.h"
#include "app/district/editors.h"
#include "app/district/record_editor.h"
#include "app/figures/linked_panel.h"
#include "app/shell/window_host.h"
#include "app/workspace/prompts.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <sys/stat.h>

using namespace gridwarden;

namespace {

/// Says yes.
class Yes : public app::Prompts {
  public:
    Yes() { app::setPrompts(this); }
    ~Yes() override { app::setPrompts(nullptr); }
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return file; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {file}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return true; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    QString file;
};

/// Milliseconds of work of this thread.
double worked() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The longest time without a turn of the event loop.
class Probe {
  public:
    Probe() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { turn(); });
        m_timer.start();
    }
    void begin() {
        turn();
        m_longest = 0;
        m_most = 0;
        m_whole.start();
    }
    void print(const char* action) {
        turn();
        std::printf("%-40s longest gap %6lld ms, work in one %6.0f ms, whole %6lld ms\n", action, m_longest, m_most, m_whole.elapsed());
        std::fflush(stdout);
    }

  private:
    void turn() {
        m_longest = std::max(m_longest, m_since.isValid() ? m_since.restart() : 0);
        if (!m_since.isValid())
            m_since.start();
        const double now = worked();
        m_most = std::max(m_most, now - m_worked);
        m_worked = now;
    }
    QTimer m_timer;
    QElapsedTimer m_since, m_whole;
    qint64 m_longest = 0;
    double m_worked = worked(), m_most = 0;
};

struct Bench {
    Probe probe;
    app::WindowHost host;

    void settle() {
        QElapsedTimer quiet;
        quiet.start();
        while (quiet.elapsed() < 150) {
            QTest::qWait(5);
            if (host.jobs().isBusy() || host.workspace().isBusy() || !host.window().map().picture().isIdle())
                quiet.restart();
        }
    }
    template <class Action> void measure(const char* name, const Action& action) {
        settle();
        probe.begin();
        action();
        settle();
        probe.print(name);
        keepPicture(name);
    }
    void keepPicture(const char* name) {
        const QString folder = qEnvironmentVariable("GRIDWARDEN_BENCH_PICTURES");
        if (!folder.isEmpty())
            host.window().grab().save(QStringLiteral("%1/%2 %3.png").arg(folder).arg(++pictures, 2, 10, QLatin1Char('0')).arg(QLatin1String(name)));
    }
    int pictures = 0;

    QPoint at(core::GeoPoint place) { return host.window().map().screenAt(place).value_or(QPointF()).toPoint(); }
    /// As a hand does: in small steps.
    void drag(QPoint from, QPoint to) {
        constexpr int Steps = 40;
        QWidget& map = host.window().map();
        const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons) {
            QMouseEvent event(type, at, map.mapToGlobal(at), button, buttons, {});
            QCoreApplication::sendEvent(&map, &event);
        };
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        for (int i = 1; i <= Steps; ++i) {
            send(QEvent::MouseMove, from + (to - from) * i / Steps, Qt::NoButton, Qt::LeftButton);
            QTest::qWait(5);
        }
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    }
    void wheel(int notches) {
        QWidget& map = host.window().map();
        const QPoint at = map.rect().center();
        for (int i = 0; i < std::abs(notches); ++i) {
            QWheelEvent event(at, map.mapToGlobal(at), {}, {0, notches > 0 ? 120 : -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&map, &event);
            QTest::qWait(30);
        }
    }
};

/// From choosing another source in the counts to the counts, the map and the number of cases, several times; prints the median.
void measureBrush(Bench& bench) {
    app::Workspace& workspace = bench.host.workspace();
    app::MainWindow& window = bench.host.window();
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("countsDock"));
    auto* const panel = window.findChild<app::LinkedPanel*>();
    if (dock == nullptr || panel == nullptr)
        return;
    dock->show();
    dock->raise();
    bench.settle();
    std::vector<qint64> times;
    for (int i = 0; i < 11; ++i) {
        core::Filter brushed;
        brushed.hoursOfWeek = {i, i + 24, i + 48, i + 72, i + 96};
        QElapsedTimer timer;
        timer.start();
        workspace.setFilter(brushed);
        while (workspace.isFiltering() || panel->isCounting() || !window.map().picture().isIdle())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        times.push_back(timer.elapsed());
        bench.settle();
    }
    std::sort(times.begin(), times.end());
    std::printf("%-40s median %lld ms, most %lld ms\n", "brush to all views", times[times.size() / 2], times.back());
    bench.keepPicture("brush to all views");
    workspace.setFilter({});
    bench.settle();
}

/// Opening the table, putting it in orders, scrolling through it, and the hint at duplicates while a case is entered.
void measureTable(Bench& bench) {
    app::MainWindow& window = bench.host.window();
    app::Workspace& workspace = bench.host.workspace();
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("tableDock"));
    auto* const table = window.findChild<QTableView*>(QStringLiteral("caseTable"));
    auto* const model = table == nullptr ? nullptr : qobject_cast<app::CaseTableModel*>(table->model());
    if (dock == nullptr || model == nullptr)
        return;
    const auto report = [](const QString& what, std::vector<double> times) {
        std::sort(times.begin(), times.end());
        std::printf("%-40s median %.1f ms, most %.1f ms\n", qPrintable(what), times[times.size() / 2], times.back());
        std::fflush(stdout);
    };
    const auto milliseconds = [](const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        dock->hide();
        bench.settle();
        QElapsedTimer timer;
        timer.start();
        dock->show();
        dock->raise();
        while (model->isArranging())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        QCoreApplication::processEvents();
        table->viewport()->repaint();
        times.push_back(milliseconds(timer));
    }
    report(QStringLiteral("open the table"), times);
    for (const app::CaseColumn column : {app::CaseColumn::Number, app::CaseColumn::Reported, app::CaseColumn::State, app::CaseColumn::Category, app::CaseColumn::Grid}) {
        times.clear();
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder, Qt::AscendingOrder}) {
            QElapsedTimer timer;
            timer.start();
            table->sortByColumn(static_cast<int>(column), order);
            while (model->isArranging())
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            table->viewport()->repaint();
            times.push_back(milliseconds(timer));
            bench.settle();
        }
        report(QStringLiteral("sort by ") + model->headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString(), times);
    }
    times.clear();
    for (int i = 0; i < 100; ++i) {
        QElapsedTimer timer;
        timer.start();
        table->verticalScrollBar()->setValue(i % 10 == 9 ? static_cast<int>(static_cast<qint64>(table->verticalScrollBar()->maximum()) * i / 100)
                                                        : table->verticalScrollBar()->value() + table->verticalScrollBar()->pageStep());
        table->viewport()->repaint();
        times.push_back(milliseconds(timer));
    }
    report(QStringLiteral("scroll by a page or far"), times);
    bench.keepPicture("table");
    times.clear();
    const auto facts = workspace.facts();
    for (std::size_t i = 1; i <= 50; ++i) {
        const core::CaseFact fact = (*facts)[facts->size() - i * 37];
        QElapsedTimer timer;
        timer.start();
        (void)core::previewCase(*workspace.district(), core::GeoPoint{fact.longitude, fact.latitude}, fact.category, core::Moment(core::seconds(fact.reported)));
        times.push_back(milliseconds(timer));
    }
    report(QStringLiteral("responsible and duplicates of a new case"), times);
    core::Filter again;
    again.states = app::openStates();
    again.seenAgain.emplace();
    for (const bool isOpenOnly : {true, false}) {
        if (!isOpenOnly)
            again.states.clear();
        QElapsedTimer timer;
        timer.start();
        workspace.setFilter(again);
        while (workspace.isFiltering())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        report(isOpenOnly ? QStringLiteral("filter: open and seen again") : QStringLiteral("filter: all that were seen again"), {milliseconds(timer)});
        std::printf("%zu cases\n", workspace.filtered().size());
    }
    workspace.setFilter({});
    bench.settle();
}

/// Pan, zoom, play and a border that is moved, with mouse and keys.
void measureMap(Bench& bench) {
    app::MainWindow& window = bench.host.window();
    app::MapWidget& map = window.map();
    const QPoint middle = map.rect().center();
    bench.measure("pan by dragging", [&] { bench.drag(middle, middle + QPoint(250, 120)); });
    bench.measure("zoom in by the wheel", [&] { bench.wheel(6); });
    bench.measure("pan by dragging near", [&] { bench.drag(middle, middle - QPoint(300, 150)); });
    bench.measure("zoom out by the wheel", [&] { bench.wheel(-6); });
    bench.measure("show the time line", [&] { window.action(app::ActionId::ShowTime)->trigger(); });
    if (auto* const play = window.findChild<QToolButton*>(QStringLiteral("timePlay")); play != nullptr) {
        bench.measure("play for three seconds", [&] {
            QTest::mouseClick(play, Qt::LeftButton);
            QTest::qWait(3000);
            QTest::mouseClick(play, Qt::LeftButton);
        });
        bench.measure("all days again", [&] { window.action(app::ActionId::ClearFilter)->trigger(); });
    }
    window.action(app::ActionId::ShowTime)->trigger();
    const auto grids = bench.host.workspace().district()->areas().ofKind(core::AreaKind::Grid, bench.host.workspace().district()->timeZone().day(core::now()));
    if (grids.empty())
        return;
    const core::Area& grid = *grids[grids.size() / 2];
    bench.measure("zoom to a grid", [&] { map.zoomTo(core::boundsOf(grid.shape)); });
    bench.measure("begin to edit borders", [&] { window.action(app::ActionId::EditBorders)->trigger(); });
    const core::GeoPoint corner = grid.shape.polygons.front().front().front();
    bench.measure("move a vertex of a border", [&] {
        QTest::mouseMove(&map, bench.at(corner));
        bench.drag(bench.at(corner), bench.at(corner) + QPoint(25, -18));
    });
    bench.measure("leave it as it was", [&] {
        QTest::keyClick(&map, Qt::Key_Escape);
        window.action(app::ActionId::EditBorders)->trigger();
    });
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("bench_window DISTRICT.gpkg [MORE_CASES.csv]\n", stderr);
        return 2;
    }
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(QStringLiteral("gridwarden-bench"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.gpkg"));
    QFile::copy(QString::fromLocal8Bit(argv[1]), path);
    const QString stuck = folder.filePath(QStringLiteral("stuck.geojson"));
    mkfifo(stuck.toLocal8Bit().constData(), 0600);

    Yes prompts;
    Bench bench;
    app::Workspace& workspace = bench.host.workspace();
    app::MainWindow& window = bench.host.window();
    window.resize(1366, 768);
    window.show();
    bench.measure("open the district", [&] {
        window.files().open(path);
        while (workspace.district() == nullptr)
            QTest::qWait(5);
    });
    std::printf("%zu cases\n", workspace.facts()->size());
    measureMap(bench);
    measureBrush(bench);
    measureTable(bench);
    const auto editor = [&](app::EditorKind kind) {
        app::openEditor(kind, workspace, bench.host.jobs(), &window);
        const auto all = window.findChildren<app::EditorWindow*>(QString(), Qt::FindDirectChildrenOnly);
        return all.back();
    };
    core::CaseDraft draft;
    draft.place = core::GeoPoint{121.50, 31.24};
    draft.category = workspace.district()->categories().find("09006")->id;
    bench.measure("report an incident", [&] { workspace.report(draft); });
    bench.measure("undo it", [&] { window.action(app::ActionId::Undo)->trigger(); });
    core::Filter open;
    open.states = {core::CaseState::Reported};
    bench.measure("filter by state", [&] { workspace.setFilter(open); });
    core::Filter text;
    text.text = "977";
    bench.measure("filter by text", [&] { workspace.setFilter(text); });
    text.text = "井盖";
    bench.measure("filter by a word", [&] { workspace.setFilter(text); });
    bench.measure("clear the filter", [&] { workspace.setFilter({}); });
    auto* const table = window.findChild<QTableView*>(QStringLiteral("caseTable"));
    if (table != nullptr)
        bench.measure("sort by number", [&] { table->sortByColumn(1, Qt::AscendingOrder); });
    bench.measure("look into a file that does not answer", [&] {
        prompts.file = stuck;
        window.action(app::ActionId::AddLayers)->trigger();
    });
    bench.measure("choose it for an import", [&] {
        prompts.file = stuck;
        window.action(app::ActionId::ImportCases)->trigger();
    });
    for (QDialog* const dialog : window.findChildren<QDialog*>())
        dialog->close();
    if (argc > 2)
        bench.measure("choose a long table for an import", [&] {
            prompts.file = QString::fromLocal8Bit(argv[2]);
            window.action(app::ActionId::ImportCases)->trigger();
        });
    for (QDialog* const dialog : window.findChildren<QDialog*>())
        dialog->close();
    bench.settle();
    {
        auto* const areas = qobject_cast<app::RecordEditor*>(editor(app::EditorKind::Areas));
        for (const core::Area* const area : workspace.district()->areas().ofKind(core::AreaKind::Grid, workspace.district()->timeZone().day(core::now())))
            if (areas->select(QString::number(area->id.value())))
                break;
        areas->findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("bench"));
        bench.measure("save an area", [&] { areas->findChild<QPushButton*>(QStringLiteral("save"))->click(); });
        areas->close();
    }
    bench.measure("undo the area", [&] { window.action(app::ActionId::Undo)->trigger(); });
    bench.measure("save the calendar", [&] {
        workspace.changeAll(QStringLiteral("Saving"), {"edit-calendar", {}}, [definition = workspace.district()->calendars().current().definition()](core::Change& change) -> core::Result<void> {
            auto next = definition;
            next.hoursPerWorkingDay += 0.5;
            const auto saved = core::saveCalendar(change, next);
            return saved ? core::Result<void>() : core::fail(saved);
        }, [](const core::Result<void>&) {});
    });
    bench.measure("undo the calendar", [&] { window.action(app::ActionId::Undo)->trigger(); });
    bench.measure("undo the import", [&] { window.action(app::ActionId::Undo)->trigger(); });
    std::printf("%zu cases\n", workspace.facts()->size());
    return 0;
}
