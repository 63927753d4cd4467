// SPDX-License-Identifier: GPL-3.0-or-later
// A day at the desk in the real window: 60 things come in from five sources, are told apart, filed, handed out, chased
// and closed, and at the end every one of them is accounted for.
#include "app/activities/activity_panel.h"
#include "app/inbox/inbox_panel.h"
#include "app/report/day_book_window.h"
#include "app/shell/window_host.h"
#include "core/cases/dispatch_rules.h"
#include "core/district_day_book.h"
#include "core/figures/tally.h"
#include "tests/app/cases/photo_file.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolBar>
#include <QTreeView>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using core::CaseState;
using core::StepKind;

namespace {

constexpr int SheetRows = 20, DropRows = 15, ServiceRequests = 10, Calls = 10, Activities = 5;

/// In the grids, each thing somewhere else: 70 m apart.
core::GeoPoint placeOf(int thing) {
    return {120.6412 + 0.0008 * (thing % 22), 28.0012 + 0.0008 * (thing / 22) * 3};
}

struct WorkingDay {
    test::ScriptedPrompts prompts;
    test::ScratchFolder folder;
    std::filesystem::path file = folder / "desk.gpkg";
    std::filesystem::path inbox = folder / "desk.inbox";
    core::Moment morning = core::now() - std::chrono::hours(3);
    std::unique_ptr<WindowHost> host;

    WorkingDay() {
        makeDistrict();
        makeDrop();
        host = std::make_unique<WindowHost>();
        window().resize(1366, 768);
        window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&window()));
        window().files().open(QString::fromStdString(file.string()));
        REQUIRE(QTest::qWaitFor([this] { return workspace().district() != nullptr; }, 60'000));
        settle();
    }
    MainWindow& window() { return host->window(); }
    Workspace& workspace() { return host->workspace(); }

    void makeDistrict() {
        test::SmallDistrict small;
        const auto done =
            small.district->change({"test", {}}, small.actor, [&](core::Change& change) -> core::Result<void> {
                core::DispatchRule rule; // everything to the squad
                rule.organisation = small.squad;
                const auto saved = core::saveDispatchRule(change, rule);
                return saved ? core::Result<void>() : core::fail(saved);
            });
        REQUIRE(done);
        const auto made = small.district->path();
        small.district.reset();
        std::filesystem::copy_file(made, file);
    }
    [[nodiscard]] std::string at(int minutes) const {
        return core::localText(morning + std::chrono::minutes(minutes), core::TimeZone());
    }

    /// What a hand-held and a neighbouring platform put into the inbox overnight. The first three rows say what the
    /// spreadsheet says too.
    void makeDrop() {
        std::filesystem::create_directories(inbox);
        std::ofstream rows(inbox / "handheld.csv", std::ios::binary);
        rows << "时间,类别,问题描述,来源,经度,纬度,照片\n";
        for (int i = 0; i < DropRows; ++i) {
            const core::GeoPoint place = placeOf(i < 3 ? i : SheetRows + i);
            rows << fmt::format("{},店外经营,手持机{},巡查上报,{:.6f},{:.6f},{}\n", at(30 + i), i, place.longitude,
                                place.latitude, i >= 10 ? fmt::format("p{}.jpg", i) : "");
        }
        rows << "合计,,15,,,,\n";
        rows.close();
        for (int i = 10; i < DropRows; ++i) {
            test::makePhoto(inbox / fmt::format("p{}.jpg", i));
            std::ofstream(inbox / fmt::format("p{}.jpg", i), std::ios::app | std::ios::binary)
                << i; // each another file
        }
        std::ofstream(inbox / "broken.jpg") << "not a picture";
        std::ofstream(inbox / "half.json") << R"([{"service_request_id": "9)";
        auto requests = nlohmann::json::array();
        for (int i = 0; i < ServiceRequests; ++i) {
            const core::GeoPoint place = placeOf(40 + i);
            requests.push_back({{"service_request_id", fmt::format("T-{}", i)},
                                {"status", "open"},
                                {"service_name", "店外经营"},
                                {"description", fmt::format("平台{}", i)},
                                {"requested_datetime", core::isoUtc(morning + std::chrono::minutes(60 + i))},
                                {"lat", place.latitude},
                                {"long", place.longitude}});
        }
        std::ofstream(inbox / "requests.json") << requests.dump();
        for (const auto& each : std::filesystem::directory_iterator(inbox))
            std::filesystem::last_write_time(each.path(),
                                             std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    }
    /// Three of its cases are with the squad already and late.
    QString makeSheet() {
        const auto path = folder / "hotline.csv";
        std::ofstream rows(path);
        rows << "案件编号,上报时间,案件类别,问题描述,来源,经度,纬度,派遣时间,截止时间\n";
        for (int i = 0; i < SheetRows; ++i)
            rows << fmt::format("H-{:02},{},店外经营,来电{},群众热线,{:.6f},{:.6f},{},{}\n", i, at(i), i,
                                placeOf(i).longitude, placeOf(i).latitude, i >= 17 ? at(i + 5) : "",
                                i >= 17 ? at(i + 65) : "");
        return QString::fromStdString(path.string());
    }

    void settle() {
        REQUIRE(QTest::qWaitFor(
            [this] {
                return !host->jobs().isBusy() && !workspace().isBusy() && !workspace().isFiltering() &&
                       window().map().picture().isIdle();
            },
            60'000));
        QCoreApplication::processEvents();
    }
    template <class Widget> Widget* visible(const char* name, QWidget* in = nullptr) {
        for (Widget* const each : (in == nullptr ? &window() : in)->findChildren<Widget*>(QLatin1String(name)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    template <class Widget> Widget& wait(const char* name, QWidget* in = nullptr) {
        CAPTURE(name);
        REQUIRE(QTest::qWaitFor([&] { return visible<Widget>(name, in) != nullptr; }, 10'000));
        return *visible<Widget>(name, in);
    }
    void click(QWidget& widget) {
        REQUIRE(widget.isEnabled());
        QTest::mouseClick(&widget, Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    QDialog& dialog(const char* name) {
        QDialog* found = nullptr;
        CAPTURE(name);
        REQUIRE(QTest::qWaitFor([&] { return (found = visible<QDialog>(name)) != nullptr; }, 10'000));
        REQUIRE(QTest::qWaitForWindowExposed(found));
        return *found;
    }
    void picture(const char* name, QWidget* of = nullptr) {
        if (const QString kept = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES"); !kept.isEmpty()) {
            QTest::qWait(100);
            (of == nullptr ? &window() : of)
                ->grab()
                .save(kept + QStringLiteral("/day-") + QLatin1String(name) + QStringLiteral(".png"));
        }
    }

    [[nodiscard]] core::CaseRecord load(core::CaseId id) {
        auto record = core::loadCase(workspace().district()->connection(), id);
        REQUIRE(record);
        return *record;
    }
    /// All cases in the order of their entry.
    [[nodiscard]] std::vector<core::CaseId> cases(std::optional<CaseState> state = {}, bool withLinked = true) {
        std::vector<core::CaseId> found;
        workspace().facts()->each([&](std::size_t, const core::CaseFact& fact) {
            if ((!state || fact.stateAt(core::now()) == *state) && (withLinked || !fact.linked))
                found.push_back(fact.id);
        });
        return found;
    }
    void choose(std::vector<core::CaseId> ids) {
        workspace().selectCases(std::move(ids));
        QCoreApplication::processEvents();
    }
    /// Opens the form of a step of one case by its button or in the menu, and confirms it with Enter in the note.
    void step(core::CaseId id, const char* kind, const QString& note = {}) {
        choose({id});
        const std::string name = std::string("step_") + kind;
        CAPTURE(name);
        if (auto* const button = visible<QPushButton>(name.c_str()))
            click(*button);
        else
            wait<QPushButton>("more").menu()->findChild<QAction*>(QString::fromStdString(name))->trigger();
        auto& form = wait<QWidget>("stepForm");
        auto& words = wait<QLineEdit>("note", &form);
        words.setFocus();
        QTest::keyClicks(&words, note);
        const std::size_t before = load(id).steps.size();
        click(wait<QPushButton>("confirm", &form));
        REQUIRE(QTest::qWaitFor([&] { return load(id).steps.size() == before + 1; }, 5000));
        QCoreApplication::processEvents();
    }
};

} // namespace

TEST_CASE("a working day: sixty things come in from five sources and each is accounted for", "[journey][gui]") {
    WorkingDay day;
    Workspace& workspace = day.workspace();
    MainWindow& window = day.window();

    // ── The hotline's spreadsheet ──
    day.prompts.file = day.makeSheet();
    window.action(ActionId::ImportCases)->trigger();
    QDialog& import = day.dialog("caseImport");
    day.settle();
    day.click(day.wait<QPushButton>("next", &import));
    day.click(day.wait<QPushButton>("next", &import));
    day.settle();
    day.click(day.wait<QPushButton>("runImport", &import));
    day.settle();
    CHECK(workspace.facts()->count() == SheetRows);
    import.close();
    day.settle();

    // ── The inbox: three rows are the same problems as three calls; the rest is accepted at once ──
    window.action(ActionId::ShowInbox)->trigger();
    auto* const inbox = window.findChild<InboxPanel*>();
    REQUIRE(inbox != nullptr);
    auto& proposals = day.wait<QTreeView>("proposals", inbox);
    const auto leaves = [&] {
        int count = 0;
        for (int file = 0; file < proposals.model()->rowCount(); ++file)
            count += proposals.model()->rowCount(proposals.model()->index(file, 0));
        return count;
    };
    REQUIRE(QTest::qWaitFor([&] { return leaves() >= DropRows + ServiceRequests; }, 20'000));
    day.picture("inbox");
    for (int i = 0; i < 3; ++i) {
        QModelIndex first;
        for (int file = 0; file < proposals.model()->rowCount(); ++file)
            if (const QModelIndex top = proposals.model()->index(file, 0);
                top.data().toString() == QStringLiteral("handheld.csv"))
                first = proposals.model()->index(0, 0, top);
        REQUIRE(first.isValid());
        proposals.expandAll();
        proposals.scrollTo(first);
        QTest::mouseClick(proposals.viewport(), Qt::LeftButton, {}, proposals.visualRect(first).center());
        REQUIRE(QTest::qWaitFor([&] { return day.wait<QPushButton>("acceptAndLink", inbox).isEnabled(); }, 5000));
        const std::size_t before = workspace.facts()->count();
        day.click(day.wait<QPushButton>("acceptAndLink", inbox));
        REQUIRE(QTest::qWaitFor([&] { return workspace.facts()->count() == before + 1; }, 10'000));
        day.settle();
    }
    proposals.setFocus();
    proposals.selectAll();
    day.click(day.wait<QPushButton>("accept", inbox));
    REQUIRE(
        QTest::qWaitFor([&] { return workspace.facts()->count() == SheetRows + DropRows + ServiceRequests; }, 20'000));
    day.settle();
    CHECK(day.cases().size() - day.cases({}, false).size() == 3); // linked
    std::size_t withPhotos = 0;
    for (const core::CaseId id : day.cases())
        withPhotos += day.load(id).photos.empty() ? 0 : 1;
    CHECK(withPhotos == 5);
    CHECK(std::filesystem::exists(day.inbox / "broken.jpg"));
    CHECK(std::filesystem::exists(day.inbox / "half.json"));

    // ── Calls, entered by hand: a click on the map, letters, Enter twice ──
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    window.map().zoomTo({120.64, 28.0, 120.66, 28.02});
    day.settle();
    QWidget* const tool =
        window.findChild<QToolBar*>(QStringLiteral("toolBar"))->widgetForAction(window.action(ActionId::AddIncident));
    REQUIRE(tool != nullptr);
    day.click(*tool);
    for (int i = 0; i < Calls; ++i) {
        const core::GeoPoint place{120.6420 + 0.0015 * i, 28.0165};
        const std::size_t before = workspace.facts()->count();
        QTest::mouseClick(&window.map(), Qt::LeftButton, Qt::NoModifier, window.map().screenAt(place)->toPoint());
        auto& card = day.wait<QWidget>("incidentCard");
        auto& category = day.wait<QLineEdit>("category", &card);
        REQUIRE(QTest::qWaitFor([&] { return QApplication::focusWidget() == &category; }, 2000));
        QTest::keyClicks(&category, QStringLiteral("dwjy"));
        QTest::keyClick(&category, Qt::Key_Return);
        auto& description = day.wait<QPlainTextEdit>("description", &card);
        description.setFocus();
        QTest::keyClicks(&description, QStringLiteral("call %1").arg(i));
        QTest::keyClick(&description, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return workspace.facts()->count() == before + 1; }, 5000));
        QCoreApplication::processEvents();
    }
    QTest::keyClick(&window.map(), Qt::Key_Escape);

    // ── Work without a case ──
    window.action(ActionId::CountWork)->trigger();
    auto* const activities = window.findChild<ActivityPanel*>();
    REQUIRE(activities != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return activities->isVisible(); }, 5000));
    activities->startCounting();
    for (int i = 0; i < Activities; ++i)
        for (const QString& typed : {QStringLiteral("yt"), QString::number(i + 1)}) {
            QWidget* const field = QApplication::focusWidget();
            REQUIRE(field != nullptr);
            QTest::keyClicks(field, typed);
            QTest::keyClick(field, Qt::Key_Return);
            QCoreApplication::processEvents();
        }
    REQUIRE(workspace.district()->activities());
    CHECK((*workspace.district()->activities())->all().size() == Activities);
    CHECK(day.cases().size() + Activities == 60);

    // ── Filed and handed out, many at once: what stands for a problem, not its further reports ──
    const std::vector<core::CaseId> toFile = day.cases(CaseState::Reported, false);
    CHECK(toFile.size() ==
          60 - Activities - 3 - 3); // without three further reports and the three that the squad has already
    day.choose(toFile);
    day.picture("many");
    day.click(day.wait<QPushButton>("fileMany"));
    REQUIRE(QTest::qWaitFor([&] { return day.cases(CaseState::Filed).size() == toFile.size(); }, 20'000));
    day.settle();
    day.choose(day.cases(CaseState::Filed));
    day.click(day.wait<QPushButton>("dispatchMany"));
    QDialog& dispatch = day.dialog("dispatchDialog");
    day.picture("dispatch", &dispatch);
    day.click(day.wait<QPushButton>("confirm", &dispatch));
    REQUIRE(QTest::qWaitFor([&] { return day.cases(CaseState::Handling).size() == toFile.size() + 3; }, 20'000));
    day.settle();

    // ── Chased: one comes back and goes out again, one waits, some are late, twelve are handled, eleven closed, one is
    // done anew ──
    core::Filter overdue;
    overdue.overdueOnly = true;
    workspace.setFilter(overdue);
    day.settle();
    CHECK(workspace.filtered().size() == 3);
    workspace.setFilter({});
    day.settle();
    const core::CaseId first = toFile.front(); // H-00, of which a row of the hand-held is a further report
    REQUIRE(core::casesLinkedTo(workspace.district()->connection(), first)->size() == 1);
    day.step(toFile[5], "return", QStringLiteral("not ours"));
    CHECK(day.load(toFile[5]).derived.state == CaseState::Filed);
    day.step(toFile[5], "dispatch");
    day.step(toFile[6], "suspend");
    day.step(toFile[7], "urge", QStringLiteral("hurry"));
    for (int i = 8; i < 19; ++i)
        day.step(toFile[static_cast<std::size_t>(i)], "handle");
    day.step(first, "handle");
    day.step(toFile[8], "rework", QStringLiteral("still there"));
    for (int i = 9; i < 19; ++i)
        day.step(toFile[static_cast<std::size_t>(i)], "close");
    day.step(first, "close"); // with its further report
    day.picture("end");

    // ── Accounted for ──
    CHECK(day.cases(CaseState::Closed).size() == 12);
    CHECK(day.cases(CaseState::Suspended).size() == 1);
    CHECK(day.cases(CaseState::Reported).size() == 2); // further reports of what is not closed yet
    CHECK(day.cases(CaseState::Handling).size() == 60 - Activities - 12 - 1 - 2);
    const auto figures = workspace.district()->figures().value();
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> sources;
    const auto rows =
        core::tally(figures.context, workspace.district()->people(), core::select(figures.context, {}).value(),
                    {core::TallyKey::Source}, core::AreaKind::Grid, core::GridsOf::Then);
    for (const core::TallyRow& row : rows)
        sources[row.keys[0].value_or("")] = {row.counts.count, row.counts.problems};
    std::int64_t all = 0, problems = 0;
    std::string said;
    for (const auto& [source, counts] : sources) {
        said += fmt::format("{}: {} reports, {} problems\n", source, counts.first, counts.second);
        all += counts.first;
        problems += counts.second;
    }
    CHECK(all == 60 - Activities);
    CHECK(problems == 60 - Activities - 3);
    INFO(said);
    CHECK(sources["public"].first == SheetRows + ServiceRequests); // no channel shrinks
    CHECK(sources["patrol"].first == DropRows + Calls);
    CHECK(sources["patrol"].second == DropRows + Calls - 3);
    std::int64_t cameIn = 0, wentOut = 0, before = 0, after = 0;
    const core::TimeZone& zone = workspace.district()->timeZone();
    bool isFirst = true;
    for (core::Day each = zone.day(day.morning) - std::chrono::days(1); each <= zone.day(core::now());
         each += std::chrono::days(1)) {
        const auto book = core::readShiftBook(*workspace.district(), core::ShiftOfDay{each, 0});
        if (!book)
            continue; // has not begun
        before = isFirst ? book->book.figure("open_before").value() : before;
        isFirst = false;
        cameIn += book->book.figure("came_in").value();
        wentOut += book->book.figure("closed").value();
        after = book->book.figure("open_after").value();
    }
    CHECK(cameIn == 60 - Activities);
    CHECK(wentOut == 12);
    CHECK(before + cameIn - wentOut == after);

    // ── The day book on paper ──
    day.prompts.file = QString::fromStdString((day.folder / "day.pdf").string());
    window.action(ActionId::ShowDayBook)->trigger();
    auto* const book = window.findChild<DayBookWindow*>();
    REQUIRE(book != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return book->book().has_value() && !day.host->jobs().isBusy(); }, 10'000));
    day.picture("book", book);
    day.click(day.wait<QPushButton>("save", book));
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(day.prompts.file) && !day.host->jobs().isBusy(); }, 30'000));
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), day.prompts.file, QStringLiteral("-")});
    REQUIRE(text.waitForFinished());
    const QString paper = QString::fromUtf8(text.readAllStandardOutput());
    INFO(paper.toStdString());
    CHECK(paper.contains(QString::number(after)));
    // The work of three hours lies in two shifts where midnight is among them.
    const core::DayBook& shown = book->book()->book;
    const auto fromHotline =
        workspace.connection()->integer("SELECT count(*) FROM case_state AS s JOIN case_report AS r ON r.id = "
                                        "s.case_id WHERE r.source = 'public' AND s.reported >= ? AND s.reported < ?",
                                        {shown.shift.from, shown.shift.to});
    REQUIRE(fromHotline);
    CHECK(paper.contains(QStringLiteral("群众热线")) == (*fromHotline > 0));
    book->close();
    test::requireSound(*workspace.district());
}
