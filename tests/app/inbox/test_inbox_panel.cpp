// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/incident_card.h"
#include "app/cases/photo_strip.h"
#include "app/inbox/count_badge.h"
#include "app/inbox/inbox_panel.h"
#include "app/inbox/proposal_list.h"
#include "app/shell/main_window.h"
#include "app/text/language.h"
#include "core/inbox_actions.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/photo_file.h"
#include "tests/app/cases/scripted_prompts.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeView>
#include <fstream>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

const char* const Rows = "时间,类别,问题描述,来源,经度,纬度\n"
                         "2026-11-20 09:31,店外经营,门口摆放,群众热线,120.645,28.005\n"
                         "2026-11-20 09:40,无照经营游商,流动摊,巡查上报,120.6452,28.0051\n"
                         "2026-11-20 09:50,没有的类别,不明,,,\n";

struct InboxDesk : Desk {
    std::filesystem::path folder = small.folder / "small.inbox";
    app::Inbox inbox{workspace, jobs};
    app::InboxPanel panel{workspace, inbox, nullptr};

    explicit InboxDesk(bool withFolder = true) {
        if (withFolder) {
            std::filesystem::create_directories(folder);
            put("week.csv", Rows);
        }
        panel.resize(360, 700);
        showAndActivate(panel);
        new QAbstractItemModelTester(list().model(), QAbstractItemModelTester::FailureReportingMode::Fatal, &panel);
        look();
    }
    void put(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
        age(name);
    }
    void age(const std::string& name) const {
        std::filesystem::last_write_time(folder / name, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    }
    void look() {
        inbox.look();
        settle();
    }
    void settle() const { waitForJobs(); }
    QTreeView& list() { return find<QTreeView>(panel, "proposals"); }
    QPushButton& button(const char* name) { return find<QPushButton>(panel, name); }
    /// Clicks the row of a proposal.
    void choose(std::size_t position, Qt::KeyboardModifiers modifiers = {}) {
        REQUIRE(position < inbox.content().proposals.size());
        const auto& model = static_cast<const app::RecordModel&>(*list().model());
        const QModelIndex index = model.indexOf(QStringLiteral("p:") + QString::fromStdString(inbox.content().proposals[position].digest));
        REQUIRE(index.isValid());
        list().scrollTo(index);
        QTest::mouseClick(list().viewport(), Qt::LeftButton, modifiers, list().visualRect(index).center());
        QCoreApplication::processEvents(); // new rows are shown by the layout
    }
    void press(const char* name) {
        REQUIRE(button(name).isEnabled());
        QTest::mouseClick(&button(name), Qt::LeftButton);
        settle();
    }
    std::size_t cases() const { return workspace.facts()->count(); }
    bool shows(const QString& text) {
        const auto labels = panel.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
};

} // namespace

TEST_CASE("what lies in the folder is proposed and nothing of it enters by itself", "[app][inbox]") {
    InboxDesk desk;
    CHECK(desk.inbox.count() == 3);
    CHECK(desk.cases() == 0);
    CHECK(desk.list().model()->rowCount() == 1);
    CHECK(desk.list().model()->rowCount(desk.list().model()->index(0, 0)) == 3);
    desk.choose(0);
    CHECK(desk.shows(QStringLiteral("门口摆放")));
    CHECK(find<QLabel>(desk.panel, "grid").text().startsWith(QStringLiteral("01 网格01")));
    CHECK(desk.button("accept").isEnabled());
    CHECK_FALSE(desk.button("acceptAndLink").isEnabled());
    desk.choose(2);
    CHECK_FALSE(desk.button("accept").isEnabled()); // its category is not known
    CHECK(desk.shows(QStringLiteral("没有的类别")));
    CHECK(desk.cases() == 0);
}

TEST_CASE("a proposal is accepted with Enter and undo brings it back", "[app][inbox]") {
    InboxDesk desk;
    desk.choose(0);
    QTest::keyClick(&desk.list(), Qt::Key_Return);
    desk.settle();
    REQUIRE(desk.cases() == 1);
    CHECK(desk.inbox.count() == 2);
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    CHECK(record.description() == "门口摆放");
    CHECK(record.report.source == "public");
    CHECK(record.steps.front().detail.origin == "week.csv:1");
    CHECK(core::localText(record.derived.reported, desk.district().timeZone()) == "2026-11-20 09:31");
    REQUIRE(desk.workspace.undo());
    desk.settle();
    CHECK(desk.cases() == 0);
    REQUIRE(QTest::qWaitFor([&] { return desk.inbox.count() == 3; }, 5000));
}

TEST_CASE("many are accepted at once in one entry and what needs correcting stays", "[app][inbox]") {
    InboxDesk desk;
    desk.choose(0);
    desk.choose(2, Qt::ShiftModifier);
    CHECK(desk.button("accept").text().contains(QLatin1Char('2')));
    desk.press("accept");
    CHECK(desk.cases() == 2);
    CHECK(desk.inbox.count() == 1);
    CHECK(std::any_of(desk.notices.begin(), desk.notices.end(), [](const app::Notice& notice) { return notice.text.contains(QStringLiteral("stay")); }));
    REQUIRE(desk.workspace.undo());
    desk.settle();
    CHECK(desk.cases() == 0);
}

TEST_CASE("likely duplicates are shown and the new case is linked to the one that was chosen", "[app][inbox]") {
    InboxDesk desk;
    const core::Moment eight = core::parseMoment("2026-11-20 08:00", core::TimeZone()).value();
    const std::string category = desk.district().categories().named("店外经营")->key.code;
    const core::CaseId nearest = desk.report("早先上报", category, Desk::placeInGrid1(1), eight);
    const core::CaseId farther = desk.report("再早上报", category, Desk::placeInGrid1(2), eight - core::seconds(600));
    desk.settle();
    desk.choose(0);
    REQUIRE(desk.button("acceptAndLink").isEnabled());
    core::CaseId expected = nearest; // where none is chosen
    SECTION("none was chosen") {}
    SECTION("the farther one was chosen before the folder was looked at and the district was busy for a while") {
        auto offered = desk.panel.findChildren<QRadioButton*>(QStringLiteral("sameAs"));
        REQUIRE(offered.size() == 2);
        const QPointer<QRadioButton> radio = offered[1];
        REQUIRE(radio->text().contains(QString::fromStdString(desk.load(farther).report.number)));
        const QPointer<QLabel> grid = &find<QLabel>(desk.panel, "grid");
        desk.panel.findChild<QScrollArea*>()->ensureWidgetVisible(radio);
        QTest::mouseClick(radio, Qt::LeftButton, {}, QPoint(8, radio->height() / 2));
        REQUIRE(radio->isChecked());
        desk.look();
        std::binary_semaphore mayEnd{0};
        REQUIRE(desk.workspace.run(QStringLiteral("Importing"), [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
        mayEnd.release();
        desk.settle();
        REQUIRE(radio);
        CHECK(radio->isChecked());
        CHECK(grid); // nothing was built anew
        expected = farther;
    }
    CHECK(find<QRadioButton>(desk.panel, "sameAs").isVisible());
    desk.press("acceptAndLink");
    REQUIRE(desk.cases() == 3);
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    CHECK(record.derived.linkedTo == expected);
    const auto items = core::loadInboxItems(desk.district().connection());
    REQUIRE(items);
    REQUIRE(items->size() == 1);
    CHECK(items->begin()->second.decision == core::InboxDecision::Linked);
    REQUIRE(desk.workspace.undo());
    desk.settle();
    CHECK(desk.cases() == 2);
    REQUIRE(QTest::qWaitFor([&] { return desk.inbox.count() == 3; }, 5000));
}

TEST_CASE("tiles of a proposal stay while the folder is looked at again", "[app][inbox]") {
    InboxDesk desk;
    makePhoto(desk.folder / "IMG.jpg");
    desk.age("IMG.jpg");
    desk.look();
    REQUIRE(desk.inbox.count() == 4);
    const auto choose = [&](const char* file) {
        const auto& all = desk.inbox.content().proposals;
        const auto found = std::find_if(all.begin(), all.end(), [&](const gis::Proposal& each) { return each.file == file; });
        desk.choose(static_cast<std::size_t>(found - all.begin()));
    };
    choose("IMG.jpg");
    auto& strip = *desk.panel.findChild<app::PhotoStrip*>();
    REQUIRE(strip.count() == 1);
    const QPointer<QToolButton> tile = strip.findChild<QToolButton*>();
    REQUIRE(tile);
    desk.look();
    CHECK(tile);
    choose("week.csv");
    CHECK(strip.isHidden());
}

TEST_CASE("a refusal asks why and nothing becomes of it", "[app][inbox]") {
    ScriptedPrompts prompts;
    InboxDesk desk;
    desk.choose(2);
    prompts.line = QString();
    QTest::keyClick(&desk.list(), Qt::Key_Delete);
    desk.settle();
    CHECK(desk.inbox.count() == 3); // given up
    prompts.line = QStringLiteral("不属于城管职责");
    QTest::keyClick(&desk.list(), Qt::Key_Delete);
    desk.settle();
    CHECK(desk.inbox.count() == 2);
    CHECK(desk.cases() == 0);
    CHECK(std::filesystem::exists(desk.folder / "week.csv"));
    REQUIRE(desk.workspace.undo());
    desk.settle();
    REQUIRE(QTest::qWaitFor([&] { return desk.inbox.count() == 3; }, 5000));
}

TEST_CASE("a file of which everything is decided is moved when that is wanted", "[app][inbox]") {
    ScriptedPrompts prompts;
    InboxDesk desk;
    CHECK(desk.inbox.decidedFiles().isEmpty());
    desk.list().setFocus();
    desk.list().selectAll();
    prompts.line = QStringLiteral("试验");
    desk.press("refuse");
    REQUIRE(QTest::qWaitFor([&] { return desk.inbox.decidedFiles() == QStringList{QStringLiteral("week.csv")}; }, 5000));
    desk.inbox.moveDecidedFiles();
    desk.settle();
    CHECK(std::filesystem::exists(desk.folder / "done" / "week.csv"));
    CHECK_FALSE(std::filesystem::exists(desk.folder / "week.csv"));
}

TEST_CASE("the folder is made by a click and watched from then on", "[app][inbox]") {
    InboxDesk desk(/*withFolder=*/false);
    CHECK_FALSE(std::filesystem::exists(desk.folder));
    CHECK(find<QLabel>(desk.panel, "empty").text().contains(QString::fromStdString(desk.folder.string())));
    desk.press("makeFolder");
    REQUIRE(QTest::qWaitFor([&] { return desk.inbox.content().exists; }, 5000));
    CHECK_FALSE(find<QPushButton>(desk.panel, "makeFolder").isVisible());
    desk.put("week.csv", Rows); // nobody asks for a look
    REQUIRE(QTest::qWaitFor([&] { return desk.inbox.count() == 3; }, 10000));
}

TEST_CASE("while an import has the district nothing is decided", "[app][inbox]") {
    InboxDesk desk;
    desk.choose(0);
    std::binary_semaphore mayEnd{0};
    REQUIRE(desk.workspace.run(QStringLiteral("Importing"), [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
    CHECK_FALSE(desk.button("accept").isEnabled());
    CHECK_FALSE(desk.button("refuse").isEnabled());
    mayEnd.release();
    desk.settle();
    desk.choose(0);
    desk.press("accept");
    CHECK(desk.cases() == 1);
}

TEST_CASE("a photo is corrected on the card of a new incident and then accepted", "[app][inbox]") {
    Desk desk;
    const auto folder = desk.small.folder / "small.inbox";
    std::filesystem::create_directories(folder);
    makePhoto(folder / "IMG.jpg");
    std::filesystem::last_write_time(folder / "IMG.jpg", std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    app::MainWindow window(desk.workspace, desk.jobs);
    window.resize(1366, 768);
    showAndActivate(window);
    auto& inbox = *window.findChild<app::Inbox*>();
    inbox.look();
    REQUIRE(QTest::qWaitFor([&] { return inbox.count() == 1; }, 10000));
    desk.waitForJobs();
    window.action(app::ActionId::ShowInbox)->trigger();
    auto& panel = find<app::InboxPanel>(window, "inboxPanel");
    REQUIRE(QTest::qWaitFor([&] { return panel.isVisible(); }, 3000));
    auto& list = find<QTreeView>(panel, "proposals");
    REQUIRE(QTest::qWaitFor([&] { return find<QPushButton>(panel, "correct").isEnabled(); }, 3000));
    CHECK_FALSE(find<QPushButton>(panel, "accept").isEnabled());
    QTest::keyClick(&list, Qt::Key_F2);
    auto& card = find<app::IncidentCard>(window, "incidentCard");
    REQUIRE(card.isVisible());
    QTest::keyClicks(&find<QLineEdit>(card, "category"), QStringLiteral("09006"));
    QTest::keyClick(&find<QLineEdit>(card, "category"), Qt::Key_Return);
    commitText(find<QPlainTextEdit>(card, "description"), QStringLiteral("照片上报"));
    desk.waitForJobs(); // the photo is copied
    QTest::keyClick(&find<QPlainTextEdit>(card, "description"), Qt::Key_Return);
    REQUIRE_FALSE(card.isVisible());
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    CHECK(record.description() == "照片上报");
    CHECK(record.photos.size() == 1);
    CHECK(core::localText(record.derived.reported, desk.district().timeZone()) == "2026-11-20 09:31");
    CHECK(record.derived.place->longitude == Approx(120.655).epsilon(0).margin(1e-6));
    REQUIRE(QTest::qWaitFor([&] { return inbox.count() == 0; }, 5000));
    desk.waitForJobs();
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    REQUIRE(QTest::qWaitFor([&] { return inbox.count() == 1; }, 5000));
}

TEST_CASE("the number that waits is painted on the icon", "[app][inbox]") {
    QPixmap plain(20, 20);
    plain.fill(Qt::transparent);
    const QIcon icon(plain);
    const auto corner = [](const QIcon& shown) { return shown.pixmap(20, 20).toImage().pixelColor(17, 2).alpha(); };
    CHECK(corner(app::badged(icon, 0)) == 0);
    CHECK(corner(app::badged(icon, 3)) > 100);
    CHECK(corner(app::badged(icon, 1000)) > 100);
}

TEST_CASE("places of proposals are named", "[app][inbox]") {
    CHECK(app::inboxPlaceText("").isEmpty());
    CHECK(app::inboxPlaceText("3") == QStringLiteral("row 3"));
    CHECK(app::inboxPlaceText("Sheet1:3") == QStringLiteral("Sheet1, row 3"));
}

TEST_CASE("the inbox fits into a small window in both languages", "[app][inbox]") {
    for (const core::Language language : {core::Language::English, core::Language::Chinese}) {
        app::setLanguage(language);
        Desk desk;
        const auto folder = desk.small.folder / "small.inbox";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "week.csv", std::ios::binary) << Rows;
        std::ofstream(folder / "film.mp4", std::ios::binary) << "x";
        makePhoto(folder / "IMG.jpg");
        for (const char* name : {"week.csv", "film.mp4", "IMG.jpg"})
            std::filesystem::last_write_time(folder / name, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
        app::MainWindow window(desk.workspace, desk.jobs);
        window.resize(1366, 768);
        showAndActivate(window);
        auto& inbox = *window.findChild<app::Inbox*>();
        inbox.look();
        REQUIRE(QTest::qWaitFor([&] { return inbox.count() == 4; }, 10000));
        window.action(app::ActionId::ShowInbox)->trigger();
        auto& panel = find<app::InboxPanel>(window, "inboxPanel");
        REQUIRE(QTest::qWaitFor([&] { return panel.isVisible(); }, 3000));
        QTest::qWait(100); // layouts settle
        for (const QPushButton* const button : panel.findChildren<QPushButton*>())
            if (button->isVisible()) {
                CAPTURE(button->text().toStdString());
                CHECK(button->width() >= button->minimumSizeHint().width());
            }
        const QString pictures = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES");
        const QString suffix = language == core::Language::Chinese ? QStringLiteral("-zh.png") : QStringLiteral("-en.png");
        if (!pictures.isEmpty())
            window.grab().save(pictures + QStringLiteral("/inbox") + suffix);
        auto& list = find<QTreeView>(panel, "proposals");
        const auto& model = static_cast<const app::RecordModel&>(*list.model());
        for (const gis::Proposal& proposal : inbox.content().proposals)
            if (proposal.file == "week.csv" && proposal.place == "1")
                list.setCurrentIndex(model.indexOf(QStringLiteral("p:") + QString::fromStdString(proposal.digest)));
        QTest::keyClick(&list, Qt::Key_F2);
        auto& card = find<app::IncidentCard>(window, "incidentCard");
        REQUIRE(card.isVisible());
        CHECK(window.rect().contains(card.geometry()));
        QTest::qWait(100);
        if (!pictures.isEmpty())
            window.grab().save(pictures + QStringLiteral("/inbox-card") + suffix);
    }
    app::setLanguage(core::Language::English);
}
