// SPDX-License-Identifier: GPL-3.0-or-later
// Dispatching and handing over from the window: one case by its form, many by the dialog, and urging with its reply.
#include "app/cases/case_panel.h"
#include "app/cases/case_table_panel.h"
#include "app/cases/dispatch_dialog.h"
#include "app/cases/hand_over_dialog.h"
#include "app/cases/receiver_field.h"
#include "app/cases/step_form.h"
#include "app/text/language.h"
#include "tests/app/cases/fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTimer>
#include <QTreeWidget>
#include <atomic>
#include <thread>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct InEnglish {
    InEnglish() { app::setLanguage(core::Language::English); }
};

struct HandingDesk : InEnglish, Desk {
    app::CasePanel panel{workspace};
    HandingDesk() {
        panel.resize(340, 700);
        showAndActivate(panel);
    }
    core::CaseId filed(std::optional<core::GeoPoint> place = placeInGrid1()) {
        const core::CaseId id = report("占道摆摊", "09006", place);
        step(id, core::StepKind::File);
        return id;
    }
    void addRule(core::AreaId area, core::PersonId person, const char* note) {
        core::DispatchRule rule;
        rule.area = area;
        rule.person = person;
        rule.note = note;
        REQUIRE(workspace.change({"test-fill", {}}, [&](core::Change& change) -> core::Result<void> {
            const auto saved = core::saveDispatchRule(change, rule);
            return saved ? core::Result<void>() : core::fail(saved);
        }));
    }
    app::StepForm* form() {
        for (auto* found : panel.findChildren<app::StepForm*>())
            if (found->isVisible())
                return found;
        return nullptr;
    }
    QDialog& dialog() {
        QDialog* found = nullptr;
        REQUIRE(QTest::qWaitFor([&] { return (found = panel.findChild<QDialog*>(QStringLiteral("dispatchDialog"))) != nullptr; }, 3000));
        REQUIRE(QTest::qWaitForWindowExposed(found));
        return *found;
    }
    [[nodiscard]] QAction& more(const char* name) {
        auto* found = find<QPushButton>(panel, "more").menu()->findChild<QAction*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    static void picture(QWidget& widget, const char* name) {
        if (const QString folder = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            widget.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
        }
    }
};

/// "一中队" or "李四 · 一中队" → how many, of the dialog's proposals.
QString shareOf(QDialog& dialog, const QString& receiver) {
    auto& list = find<QTreeWidget>(dialog, "proposals");
    for (int row = 0; row < list.topLevelItemCount(); ++row)
        if (list.topLevelItem(row)->text(0) == receiver)
            return list.topLevelItem(row)->text(1);
    return {};
}

} // namespace

TEST_CASE("the form of a dispatch proposes by the rule and says which", "[app][cases]") {
    HandingDesk desk;
    desk.addRule(desk.small.grids[0], desk.small.li, "夜间占道经营");
    const core::CaseId id = desk.filed();
    desk.workspace.selectCases({id});
    QTest::mouseClick(&find<QPushButton>(desk.panel, "step_dispatch"), Qt::LeftButton);
    REQUIRE(desk.form());
    CHECK(find<app::ReceiverField>(*desk.form(), "receiver").currentText() == QStringLiteral("李四 · 一中队"));
    CHECK(find<QLabel>(*desk.form(), "why").text() == QStringLiteral("Rule 1: 夜间占道经营"));
    HandingDesk::picture(desk.panel, "dispatch-form");
    QTest::mouseClick(&find<QPushButton>(*desk.form(), "confirm"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).derived.handlerPerson == desk.small.li);
}

TEST_CASE("a case that is handled is handed over by its form", "[app][cases]") {
    HandingDesk desk;
    const core::CaseId id = desk.filed();
    desk.workspace.selectCases({id});
    QTest::mouseClick(&find<QPushButton>(desk.panel, "step_dispatch"), Qt::LeftButton);
    REQUIRE(desk.form());
    CHECK(find<QLabel>(*desk.form(), "why").text().startsWith(QStringLiteral("On duty in 网格01")));
    QTest::keyClick(&find<QLineEdit>(*desk.form(), "note"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).derived.handlerPerson == desk.small.zhang);
    const auto due = desk.load(id).derived.due;

    QAction& handOver = desk.more("step_dispatch");
    CHECK(handOver.text() == QStringLiteral("Hand over"));
    handOver.trigger();
    QCoreApplication::processEvents();
    REQUIRE(desk.form());
    auto& receiver = find<app::ReceiverField>(*desk.form(), "receiver");
    CHECK(receiver.currentText().isEmpty()); // it is with whom the rules would give it
    receiver.lineEdit()->setFocus();
    commitText(*receiver.lineEdit(), QStringLiteral("李四"));
    QTest::keyClick(&find<QLineEdit>(*desk.form(), "note"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).derived.handlerPerson == desk.small.li);
    CHECK(desk.load(id).derived.due == due);
    const auto labels = desk.panel.findChildren<QLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text() == QStringLiteral("Hand over"); }));
}

TEST_CASE("many selected cases are dispatched by the rules in one change", "[app][cases]") {
    HandingDesk desk;
    desk.addRule(desk.small.grids[1], desk.small.li, "二号网格");
    const std::vector<core::CaseId> cases = {desk.filed(), desk.filed(core::GeoPoint{120.655, 28.005}), desk.filed(), desk.filed(core::GeoPoint{121.5, 29.0}),
                                             desk.report("未立案")};
    desk.workspace.selectCases(cases);
    auto& open = find<QPushButton>(desk.panel, "dispatchMany");
    CHECK(open.text() == QStringLiteral("Dispatch 4 cases …"));
    QTest::mouseClick(&open, Qt::LeftButton);
    QDialog& dialog = desk.dialog();
    CHECK(find<QRadioButton>(dialog, "byRules").isChecked());
    CHECK(shareOf(dialog, QStringLiteral("张三 · 一中队")) == QStringLiteral("2"));
    CHECK(shareOf(dialog, QStringLiteral("李四 · 一中队")) == QStringLiteral("1"));
    CHECK(shareOf(dialog, QStringLiteral("nobody")) == QStringLiteral("1"));
    HandingDesk::picture(dialog, "dispatch-many");
    QTest::keyClicks(&find<QLineEdit>(dialog, "note"), QStringLiteral("today"));
    QTest::mouseClick(&find<QPushButton>(dialog, "confirm"), Qt::LeftButton);
    desk.waitForJobs();
    CHECK(desk.load(cases[0]).derived.handlerPerson == desk.small.zhang);
    CHECK(desk.load(cases[1]).derived.handlerPerson == desk.small.li);
    CHECK(desk.load(cases[0]).steps.back().detail.note == "today");
    CHECK(desk.load(cases[3]).derived.state == core::CaseState::Filed);
    CHECK(desk.load(cases[4]).derived.state == core::CaseState::Reported);
    REQUIRE_FALSE(desk.notices.empty());
    CHECK(desk.notices.back().kind == app::NoticeKind::Warning);
    CHECK(desk.notices.back().text == QStringLiteral("3 cases were done. Undo takes it back. 1 case stays as it is."));
    CHECK(desk.notices.back().details.contains(QString::fromStdString(desk.load(cases[3]).report.number)));
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    for (const core::CaseId id : {cases[0], cases[1], cases[2]})
        CHECK(desk.load(id).derived.state == core::CaseState::Filed);
}

TEST_CASE("where nothing that is selected can be handed out that is said", "[app][cases]") {
    HandingDesk desk;
    desk.workspace.selectCases({desk.report("未立案")});
    app::openDispatchDialog(desk.workspace, app::DispatchDialog::Purpose::Dispatch, &desk.panel);
    desk.waitForJobs();
    REQUIRE(desk.notices.size() == 1);
    CHECK(desk.notices[0].text == QStringLiteral("Select cases that wait for dispatch first."));
    CHECK(desk.panel.findChild<QDialog*>(QStringLiteral("dispatchDialog")) == nullptr);
}

TEST_CASE("proposals follow the rules while the dialog is open", "[app][cases]") {
    HandingDesk desk;
    desk.workspace.selectCases({desk.filed(), desk.filed()});
    QTest::mouseClick(&find<QPushButton>(desk.panel, "dispatchMany"), Qt::LeftButton);
    QDialog& dialog = desk.dialog();
    CHECK(shareOf(dialog, QStringLiteral("张三 · 一中队")) == QStringLiteral("2"));
    desk.addRule(desk.small.grids[0], desk.small.li, "网格01");
    desk.waitForJobs();
    CHECK(shareOf(dialog, QStringLiteral("李四 · 一中队")) == QStringLiteral("2"));
    CHECK(shareOf(dialog, QStringLiteral("张三 · 一中队")).isEmpty());
}

TEST_CASE("many cases that are handled are handed over to one person", "[app][cases]") {
    HandingDesk desk;
    const std::vector<core::CaseId> cases = {desk.filed(), desk.filed()};
    desk.workspace.selectCases(cases);
    QTest::mouseClick(&find<QPushButton>(desk.panel, "dispatchMany"), Qt::LeftButton);
    QTest::keyClick(&desk.dialog(), Qt::Key_Return);
    desk.waitForJobs();
    REQUIRE(desk.load(cases[0]).derived.handlerPerson == desk.small.zhang);
    REQUIRE(QTest::qWaitFor([&] { return desk.panel.findChild<QDialog*>(QStringLiteral("dispatchDialog")) == nullptr; }, 3000));

    QTest::mouseClick(&find<QPushButton>(desk.panel, "handOverMany"), Qt::LeftButton);
    QDialog& dialog = desk.dialog();
    CHECK(find<QRadioButton>(dialog, "toOne").isChecked());
    QTest::mouseClick(&find<QPushButton>(dialog, "confirm"), Qt::LeftButton);
    CHECK(find<QLabel>(dialog, "fault").isVisible());
    auto& receiver = find<app::ReceiverField>(dialog, "receiver");
    commitText(*receiver.lineEdit(), QStringLiteral("李四"));
    QTest::mouseClick(&find<QPushButton>(dialog, "confirm"), Qt::LeftButton);
    desk.waitForJobs();
    for (const core::CaseId id : cases)
        CHECK(desk.load(id).derived.handlerPerson == desk.small.li);
}

TEST_CASE("what is unticked stays out of a handing over when the list is filled again", "[app][cases]") {
    HandingDesk desk;
    const auto inHand = [&] {
        const core::CaseId id = desk.filed();
        core::StepDraft draft;
        draft.kind = core::StepKind::Dispatch;
        draft.detail.person = desk.small.zhang;
        REQUIRE(desk.workspace.takeStep(id, draft));
        return id;
    };
    const core::CaseId kept = inHand(), given = inHand();
    app::openHandOver(desk.workspace, {desk.small.zhang, desk.small.li}, &desk.panel);
    auto& dialog = find<QDialog>(desk.panel, "handOverDialog");
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    auto& list = find<QTreeWidget>(dialog, "cases");
    auto& confirm = find<QPushButton>(dialog, "confirm");
    REQUIRE(list.topLevelItemCount() == 2);
    CHECK(confirm.text() == QStringLiteral("Hand over 2 cases"));
    const QString keptNumber = QString::fromStdString(desk.load(kept).report.number);
    list.setFocus();
    list.setCurrentItem(list.findItems(keptNumber, Qt::MatchExactly).value(0));
    QTest::keyClick(&list, Qt::Key_Space);
    CHECK(confirm.text() == QStringLiteral("Hand over 1 case"));

    const core::CaseId later = inHand(); // while the dialog is open
    CHECK(list.topLevelItemCount() == 3);
    CHECK(confirm.text() == QStringLiteral("Hand over 2 cases"));
    QTest::mouseClick(&find<QCheckBox>(dialog, "onlyDue"), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::mouseClick(&find<QCheckBox>(dialog, "onlyDue"), Qt::LeftButton, {}, QPoint(8, 8));
    CHECK(confirm.text() == QStringLiteral("Hand over 2 cases"));

    std::atomic<bool> goesOn = true;
    REQUIRE(desk.workspace.run(QStringLiteral("Counting"), [&](core::District&, const app::Jobs::Progress&) {
        while (goesOn)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }));
    CHECK(desk.workspace.isBusy());
    CHECK_FALSE(confirm.isEnabled());
    QTest::mouseClick(&find<QCheckBox>(dialog, "onlyDue"), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::mouseClick(&find<QCheckBox>(dialog, "onlyDue"), Qt::LeftButton, {}, QPoint(8, 8));
    goesOn = false;
    desk.waitForJobs();
    CHECK(confirm.isEnabled());
    CHECK(list.topLevelItemCount() == 3);
    CHECK(confirm.text() == QStringLiteral("Hand over 2 cases"));
    QTest::mouseClick(&confirm, Qt::LeftButton);
    desk.waitForJobs();
    CHECK(desk.load(kept).derived.handlerPerson == desk.small.zhang);
    CHECK(desk.load(given).derived.handlerPerson == desk.small.li);
    CHECK(desk.load(later).derived.handlerPerson == desk.small.li);
}

TEST_CASE("the table's menu offers what can be handed out of the selection", "[app][cases]") {
    HandingDesk desk;
    const core::CaseId filed = desk.filed();
    app::CaseTablePanel table(desk.workspace, desk.jobs);
    table.resize(900, 300);
    showAndActivate(table);
    desk.workspace.selectCases({filed});
    bool canDispatch = false, canHandOver = true;
    QTimer::singleShot(50, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu != nullptr);
        for (const QAction* action : menu->actions()) {
            if (action->objectName() == QStringLiteral("dispatchSelected"))
                canDispatch = action->isEnabled();
            if (action->objectName() == QStringLiteral("handOverSelected"))
                canHandOver = action->isEnabled();
        }
        menu->close();
    });
    emit table.view()->customContextMenuRequested(QPoint(20, 20));
    CHECK(canDispatch);
    CHECK_FALSE(canHandOver);
}

TEST_CASE("one case is linked to another from the table's menu", "[app][cases]") {
    HandingDesk desk;
    const core::CaseId id = desk.filed(), other = desk.filed();
    app::CaseTablePanel table(desk.workspace, desk.jobs);
    QObject::connect(&table, &app::CaseTablePanel::linkWanted, &desk.panel, [&] { desk.panel.openStep(core::StepKind::Link); });
    table.resize(900, 300);
    showAndActivate(table);
    bool canLink = true;
    const auto openMenu = [&] {
        QTimer::singleShot(50, &table, [&] {
            auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            REQUIRE(menu != nullptr);
            auto* const link = menu->findChild<QAction*>(QStringLiteral("linkSelected"));
            REQUIRE(link != nullptr);
            canLink = link->isEnabled();
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(link).center());
            menu->close();
        });
        emit table.view()->customContextMenuRequested(QPoint(20, 20));
    };
    desk.workspace.selectCases({other, id});
    openMenu();
    CHECK_FALSE(canLink);
    desk.workspace.selectCases({id});
    openMenu();
    CHECK(canLink);
    REQUIRE(desk.form());
    CHECK(desk.form()->kind() == core::StepKind::Link);
    auto& number = find<QLineEdit>(*desk.form(), "number");
    QTest::keyClicks(&number, QString::fromStdString(desk.load(other).report.number));
    QTest::keyClick(&number, Qt::Key_Return);
    CHECK(desk.load(id).derived.linkedTo == other);
}

TEST_CASE("an urging is answered by the form and both stand in the time line", "[app][cases]") {
    HandingDesk desk;
    const core::CaseId id = desk.filed();
    desk.workspace.selectCases({id});
    desk.more("step_urge").trigger();
    QCoreApplication::processEvents();
    REQUIRE(desk.form());
    CHECK(find<QComboBox>(*desk.form(), "urging").currentData() == QStringLiteral("leader")); // it is not overdue
    CHECK(find<QPushButton>(*desk.form(), "confirm").text() == QString::fromStdString(core::word("steps", "urge", core::Language::English)));
    QTest::keyClick(&find<QLineEdit>(*desk.form(), "note"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).derived.urgePending);

    desk.more("step_urge").trigger();
    QCoreApplication::processEvents();
    REQUIRE(desk.form());
    CHECK(find<QPushButton>(*desk.form(), "confirm").text() == QStringLiteral("Reply"));
    QTest::mouseClick(&find<QPushButton>(*desk.form(), "confirm"), Qt::LeftButton);
    CHECK(find<QLabel>(*desk.form(), "fault").text() == QStringLiteral("Write the reply."));
    auto& note = find<QLineEdit>(*desk.form(), "note");
    commitText(note, QStringLiteral("已安排人员前往"));
    HandingDesk::picture(desk.panel, "urge-reply");
    QTest::keyClick(&note, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK_FALSE(desk.load(id).derived.urgePending);
    CHECK(desk.load(id).steps.back().detail.reply == "已安排人员前往");
    const auto labels = desk.panel.findChildren<QLabel*>();
    const auto shows = [&](const QString& text) {
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
    };
    CHECK(shows(QStringLiteral("Reply to the urging")));
    CHECK(shows(QStringLiteral("已安排人员前往")));
    CHECK(shows(QString::fromStdString(core::word("urging_kinds", "leader", core::Language::English))));
}
