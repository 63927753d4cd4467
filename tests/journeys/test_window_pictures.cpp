// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the windows beside the map for people to look at: test_journeys "[window-pictures]" with
// GRIDWARDEN_PICTURES set to a folder, in which a demo district is made once. Hidden from ordinary runs.
#include "app/activities/activity_import_dialog.h"
#include "app/activities/activity_panel.h"
#include "app/cases/comparison_window.h"
#include "app/cases/photo_viewer.h"
#include "app/district/editor_window.h"
#include "app/figures/hot_spot_window.h"
#include "app/figures/relapse_window.h"
#include "app/shell/window_host.h"
#include "app/text/language.h"
#include "core/activity_actions.h"
#include "core/case_import.h"
#include "tests/app/cases/photo_file.h"
#include "tests/support/scratch_folder.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <cstdlib>
#include <fstream>
#include <random>

using namespace gridwarden;
using namespace gridwarden::app;

namespace {

struct WindowStudio {
    QDir folder{qEnvironmentVariable("GRIDWARDEN_PICTURES")};
    test::ScratchFolder scratch;
    WindowHost host;
    MainWindow& window = host.window();
    Workspace& workspace = host.workspace();
    QString suffix;

    void open(const char* file) {
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        const QString demo = folder.filePath(QLatin1String(file));
        if (QFileInfo::exists(demo))
            window.files().open(demo);
        else
            window.files().makeDemoAt(demo);
        REQUIRE(QTest::qWaitFor([this] { return workspace.district() != nullptr; }, 300'000));
        window.action(ActionId::ResetLayout)->trigger();
        settle();
    }
    void settle() {
        REQUIRE(QTest::qWaitFor(
            [this] { return window.map().picture().isIdle() && !window.layers().isLoading() && !workspace.isBusy(); },
            120'000));
        QTest::qWait(300);
    }
    void take(QWidget& widget, const char* name) {
        settle();
        CHECK(widget.width() <= 1366);
        CHECK(widget.height() <= 768);
        CHECK(widget.grab().save(folder.filePath(QLatin1String(name) + u'_' + suffix + QStringLiteral(".png"))));
    }
    /// Cases that crowd and come back, all over the district and in three knots.
    void makeBusy() {
        core::District& district = *workspace.district();
        const core::GeoBox box = district.areas().bounds();
        std::mt19937 random(7); // NOLINT: the same each time
        std::uniform_real_distribution<double> share(0.05, 0.95), spread(-0.02, 0.02);
        std::vector<core::ImportedCase> cases;
        for (int i = 0; i < 6000; ++i) {
            core::ImportedCase one;
            const bool isKnot = i % 3 == 0;
            const double across = isKnot ? 0.25 * (1 + i / 3 % 3) + spread(random) : share(random);
            const double up = isKnot ? 0.3 + 0.2 * (i / 3 % 3) + spread(random) : share(random);
            one.place = core::GeoPoint{box.minLongitude + across * (box.maxLongitude - box.minLongitude),
                                       box.minLatitude + up * (box.maxLatitude - box.minLatitude)};
            one.reported = core::now() - std::chrono::hours(24 * 200) + std::chrono::hours(i * 24 * 199 / 6000);
            one.closed = one.reported + std::chrono::hours(20);
            one.category = district.categories().find(i % 2 == 0 ? "09006" : "09005")->id;
            one.address = "南京东路" + std::to_string(i % 40) + "号门前人行道";
            one.source = "patrol";
            cases.push_back(one);
        }
        core::ImportRecord record;
        REQUIRE(district.importBatch(
            {"test", {}}, workspace.actor(), record, [&](core::Change& change) -> core::Result<void> {
                const auto written = core::writeImportedCases(district, change, cases, core::OnDuplicate::Reject);
                return written ? core::Result<void>() : core::fail(written);
            }));
        workspace.setFilter({});
        settle();
    }
    QToolButton& seen(const char* name) {
        for (auto* const button : window.findChildren<QToolButton*>(QLatin1String(name)))
            if (button->isVisible())
                return *button;
        FAIL(name);
        std::abort();
    }
    template <class Window> Window& findWindow() {
        auto* const found = window.findChild<Window*>();
        REQUIRE(found != nullptr);
        REQUIRE(QTest::qWaitForWindowExposed(found));
        return *found;
    }
    void choose(QWidget& in, const char* box, int row) {
        in.findChild<QComboBox*>(QLatin1String(box))->setCurrentIndex(row);
    }
    void figures(const char* what) {
        window.action(ActionId::HotSpots)->trigger();
        auto& spots = findWindow<HotSpotWindow>();
        const auto ready = [&] { REQUIRE(QTest::qWaitFor([&] { return !spots.isFinding(); }, 60'000)); };
        ready();
        take(spots, (std::string("hot_spots_") + what).c_str());
        take(window, (std::string("hot_spots_map_") + what).c_str());
        spots.findChild<QTableWidget*>()->selectRow(0);
        take(window, (std::string("hot_spots_map_selected_") + what).c_str());
        choose(spots, "hotSpotMethod", 1);
        ready();
        take(spots, (std::string("new_clusters_") + what).c_str());
        spots.close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window.action(ActionId::ShowAll)->trigger();
        window.action(ActionId::Relapses)->trigger();
        auto& relapses = findWindow<RelapseWindow>();
        const auto counted = [&] { REQUIRE(QTest::qWaitFor([&] { return !relapses.isFinding(); }, 60'000)); };
        counted();
        take(relapses, (std::string("relapses_") + what).c_str());
        take(window, (std::string("relapses_map_") + what).c_str());
        choose(relapses, "relapseGroups", 1);
        counted();
        take(relapses, (std::string("relapses_groups_") + what).c_str());
        relapses.close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void countWork() {
        core::District& district = *workspace.district();
        const core::Day today = district.timeZone().day(core::now());
        const core::GeoBox box = district.areas().bounds();
        int i = 0;
        for (const char* kind : {"street_stalls", "small_adverts", "shop_overflow", "leaflets", "training",
                                 "joint_operations", "road_trading"}) {
            core::Activity activity;
            activity.kind = kind;
            activity.quantity = 3 + 7 * i;
            activity.place = "人民广场";
            if (i < 5)
                activity.point =
                    core::GeoPoint{box.minLongitude + (0.2 + 0.1 * i) * (box.maxLongitude - box.minLongitude),
                                   (box.minLatitude + box.maxLatitude) / 2};
            if (i > 3)
                activity.people = 20 + i;
            const auto& people = district.people().people();
            activity.person = people[static_cast<std::size_t>(i) % people.size()].id;
            activity.time = core::ActivityTime::ofDays({today, today}, district.timeZone());
            REQUIRE(core::addActivity(district, workspace.actor(), activity));
            ++i;
        }
        REQUIRE(workspace.change({"test", {}}, [&](core::Change& change) -> core::Result<void> {
            core::ActivityPlan plan;
            plan.kind = "daily_supervision";
            plan.unit = "次";
            plan.place = "外滩";
            plan.recurrence.weekdays = 127;
            const auto saved = core::savePlan(change, plan);
            return saved ? core::Result<void>() : core::fail(saved);
        }));
    }
    void activities() {
        window.action(ActionId::CountWork)->trigger();
        take(window, "activities_day");
        auto* const panel = window.findChild<ActivityPanel*>();
        auto* const tabs = panel->findChild<QTabWidget*>();
        tabs->setCurrentIndex(1);
        take(window, "activities_sums");
        choose(*panel, "sumsBy", 1);
        take(window, "activities_sums_organisation");
        const std::filesystem::path file = scratch / "工作.csv";
        std::ofstream(file)
            << "日期,中队,工作类别,数量,计量单位,人次,地点,责任人,备注\n2026-03-02,一中队,游摊,32,次,,人民广场,,\n"
               "2026-03-02,,小广告,7,处,,外滩,,\n2026-03-03,,没有这种工作,5,,,,,\n合计,,,39,,,,,\n";
        openActivityImport(workspace, &window, QString::fromStdString(file.string()));
        auto& import = findWindow<ActivityImportDialog>();
        take(import, "activity_import");
        import.findChild<QTabWidget*>()->setCurrentIndex(1);
        take(import, "activity_import_problems");
        import.close();
        for (const auto& [action, name] : {std::pair(ActionId::EditActivityKinds, "activity_kinds"),
                                           {ActionId::EditActivityPlans, "activity_plans"},
                                           {ActionId::EditSettings, "settings"}}) {
            window.action(action)->trigger();
            auto& editor = findWindow<EditorWindow>();
            take(editor, name);
            editor.close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    void photos() {
        core::CaseDraft draft;
        const core::GeoBox box = workspace.district()->areas().bounds();
        draft.place =
            core::GeoPoint{(box.minLongitude + box.maxLongitude) / 2, (box.minLatitude + box.maxLatitude) / 2};
        draft.category = workspace.district()->categories().find("09006")->id;
        draft.description = "占道摆摊";
        draft.time = core::parseMoment("2026-11-20T10:06:05+08:00", core::TimeZone()).value();
        core::PhotoDraft before;
        before.file = test::makePhoto(scratch / "before.jpg");
        before.kind = "before";
        before.taken = core::parseMoment("2026-11-20T09:31:05+08:00", core::TimeZone()).value();
        before.place = draft.place;
        QImage picture(800, 400, QImage::Format_RGB32);
        picture.fill(QColor(90, 160, 90));
        picture.save(QString::fromStdString((scratch / "after.jpg").string()));
        core::PhotoDraft after;
        after.file = scratch / "after.jpg";
        after.kind = "after";
        std::ofstream(scratch / "整改报告.pdf") << "%PDF-1.7";
        core::PhotoDraft paper;
        paper.file = scratch / "整改报告.pdf";
        paper.kind = core::PaperKind;
        draft.photos = {before, after, paper};
        const auto id = workspace.report(draft);
        REQUIRE(id);
        workspace.selectCases({*id});
        window.findChild<QDockWidget*>(QStringLiteral("caseDock"))->raise();
        take(window, "photos_case");
        QTest::mouseClick(&seen("comparePhotos"), Qt::LeftButton);
        auto& comparison = findWindow<ComparisonWindow>();
        take(comparison, "photos_compare");
        comparison.close();
        QTest::mouseClick(&seen("photo"), Qt::LeftButton);
        auto& viewer = findWindow<PhotoViewer>();
        take(viewer, "photos_viewer");
        viewer.close();
    }
};

} // namespace

TEST_CASE("windows beside the map sit for their pictures", "[.][window-pictures]") {
    REQUIRE(qEnvironmentVariableIsSet("GRIDWARDEN_PICTURES"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const auto language = GENERATE(core::Language::Chinese, core::Language::English);
    setLanguage(language);
    WindowStudio studio;
    studio.suffix = language == core::Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
    const std::string work = "window_pictures_" + studio.suffix.toStdString() + ".gpkg";
    const std::string path = (std::filesystem::path(studio.folder.path().toStdString()) / work).string();
    for (const char* left : {"", "-journal"})
        std::filesystem::remove(path + left);
    if (const QString demo = studio.folder.filePath(QStringLiteral("demo.gpkg")); QFileInfo::exists(demo))
        QFile::copy(demo, QString::fromStdString(path));
    studio.open(work.c_str());
    studio.figures("demo");
    studio.countWork();
    studio.activities();
    studio.photos();
    studio.makeBusy();
    studio.figures("busy");
    setLanguage(core::Language::English);
}
