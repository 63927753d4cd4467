// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_panel.h"
#include "app/cases/receiver_field.h"
#include "app/cases/step_form.h"
#include "app/cases/step_words.h"
#include "tests/app/cases/fixture.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct PanelDesk : Desk {
    app::CasePanel panel{workspace};
    PanelDesk() {
        panel.resize(340, 700);
        showAndActivate(panel);
    }
    QAction& more(const char* name) {
        auto* menu = find<QPushButton>(panel, "more").menu();
        auto* found = menu->findChild<QAction*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    app::StepForm* form() {
        for (auto* found : panel.findChildren<app::StepForm*>()) // one that ended may still wait to be deleted
            if (found->isVisible())
                return found;
        return nullptr;
    }
    bool shows(const QString& text) {
        const auto labels = panel.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
};

QString english(std::string_view group, std::string_view key) {
    return QString::fromStdString(core::word(group, key, core::Language::English));
}

} // namespace

TEST_CASE("the panel says what to do while nothing is selected", "[app][cases]") {
    PanelDesk desk;
    CHECK(find<QLabel>(desk.panel, "empty").text().contains(QStringLiteral("No case is selected")));
}

TEST_CASE("the panel shows the selected case with its place and its steps", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("占道摆摊");
    desk.workspace.selectCases({id});
    CHECK(find<QLabel>(desk.panel, "number").text().toStdString() == desk.load(id).report.number);
    CHECK(find<QLabel>(desk.panel, "state").text().startsWith(english("states", "reported")));
    CHECK(find<QLabel>(desk.panel, "description").text() == QStringLiteral("占道摆摊"));
    CHECK(desk.shows(QStringLiteral("01 网格01 · 东片区")));
    CHECK(desk.shows(QStringLiteral("张三 · 一中队")));
    CHECK_FALSE(desk.shows(QStringLiteral("Reporter")));
    CHECK(desk.panel.findChildren<QWidget*>(QStringLiteral("step")).size() == 1);
}

TEST_CASE("a case is filed dispatched and handled by its buttons", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("占道摆摊");
    desk.workspace.selectCases({id});
    QTest::mouseClick(&find<QPushButton>(desk.panel, "step_file"), Qt::LeftButton);
    REQUIRE(desk.form());
    QTest::keyClick(&find<QLineEdit>(*desk.form(), "note"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).derived.state == core::CaseState::Filed);

    QTest::mouseClick(&find<QPushButton>(desk.panel, "step_dispatch"), Qt::LeftButton);
    REQUIRE(desk.form());
    CHECK(find<app::ReceiverField>(*desk.form(), "receiver").currentText().contains(QStringLiteral("张三"))); // on duty first
    QTest::mouseClick(&find<QPushButton>(*desk.form(), "confirm"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).derived.handlerPerson == desk.small.zhang);

    QTest::mouseClick(&find<QPushButton>(desk.panel, "step_handle"), Qt::LeftButton);
    REQUIRE(desk.form());
    QTest::keyClicks(&find<QLineEdit>(*desk.form(), "quantity"), QStringLiteral("4"));
    commitText(find<QLineEdit>(*desk.form(), "unit"), QStringLiteral("处"));
    QTest::keyClick(&find<QLineEdit>(*desk.form(), "unit"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).derived.handledQuantity == 4.0);
    CHECK(desk.shows(QStringLiteral("4 处")));
}

TEST_CASE("a step that is not allowed is disabled and says why", "[app][cases]") {
    PanelDesk desk;
    desk.workspace.selectCases({desk.report("占道摆摊")});
    QAction& close = desk.more("step_close");
    CHECK_FALSE(close.isEnabled());
    CHECK(close.toolTip().size() > 5);
    CHECK(desk.more("step_void").isEnabled());
}

TEST_CASE("a rejection needs its reason and Esc leaves the form", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("占道摆摊");
    desk.workspace.selectCases({id});
    desk.panel.openStep(core::StepKind::Reject);
    REQUIRE(desk.form());
    auto& note = find<QLineEdit>(*desk.form(), "note");
    CHECK(note.hasFocus());
    QTest::keyClick(&note, Qt::Key_Return);
    CHECK(find<QLabel>(*desk.form(), "fault").isVisible());
    CHECK(desk.load(id).derived.state == core::CaseState::Reported);
    QTest::keyClick(&note, Qt::Key_Escape);
    CHECK(desk.form() == nullptr);
    CHECK(find<QPushButton>(desk.panel, "step_reject").isVisible());
}

TEST_CASE("a correction shows old and new in the time line", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("占道摆摊");
    desk.workspace.selectCases({id});
    desk.more("step_correct").trigger();
    QCoreApplication::processEvents();
    REQUIRE(desk.form());
    auto& description = find<QLineEdit>(*desk.form(), "description");
    description.clear();
    commitText(description, QStringLiteral("店外经营"));
    desk.panel.setCorrectedPlace({120.655, 28.015});
    QTest::keyClick(&description, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    const core::CaseRecord record = desk.load(id);
    CHECK(record.description() == "店外经营");
    CHECK(record.grid == desk.small.grids[3]);
    const auto words = app::stepWords(desk.district(), record);
    REQUIRE(words.size() == 2);
    CHECK(words[1].lines.contains(QStringLiteral("Description: 占道摆摊 → 店外经营")));
    CHECK(desk.shows(QStringLiteral("占道摆摊 → 店外经营")));
}

TEST_CASE("a case is linked by the number of the other", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId other = desk.report("甲");
    const core::CaseId id = desk.report("乙");
    desk.workspace.selectCases({id});
    desk.panel.openStep(core::StepKind::Link);
    REQUIRE(desk.form());
    auto& number = find<QLineEdit>(*desk.form(), "number");
    QTest::keyClicks(&number, QStringLiteral("nothing"));
    QTest::keyClick(&number, Qt::Key_Return);
    CHECK(find<QLabel>(*desk.form(), "fault").isVisible());
    number.setText(QString::fromStdString(desk.load(other).report.number));
    QTest::keyClick(&number, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    CHECK(desk.load(id).steps.back().detail.with == other);
}

TEST_CASE("a suspension proposes an end and keeps what is chosen", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("占道摆摊");
    desk.step(id, core::StepKind::File);
    desk.workspace.selectCases({id});
    desk.panel.openStep(core::StepKind::Suspend);
    REQUIRE(desk.form());
    auto& until = find<QDateTimeEdit>(*desk.form(), "until");
    const QDateTime chosen = until.dateTime().addDays(5);
    until.setDateTime(chosen);
    QTest::keyClick(&find<QLineEdit>(*desk.form(), "note"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.form() == nullptr; }, 1000));
    const core::DerivedCase derived = desk.load(id).derived;
    CHECK(derived.state == core::CaseState::Suspended);
    REQUIRE(derived.suspendedUntil);
    CHECK(core::localText(*derived.suspendedUntil, desk.district().timeZone()) == chosen.toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString());
}

TEST_CASE("a step is chosen with the mouse in the menu that is open, and nothing closes it before", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("甲");
    desk.workspace.selectCases({id});
    auto& button = find<QPushButton>(desk.panel, "more");
    bool wasOpen = false;
    QTimer::singleShot(50, &desk.panel, [&] { // while the menu has the event loop
        desk.workspace.selectCases({desk.report("乙")}); // another case is shown
        desk.workspace.selectCases({id});
        desk.step(id, core::StepKind::File); // the case under the menu changes
        QMenu* const menu = button.menu();
        wasOpen = menu->isVisible();
        CHECK(menu == find<QPushButton>(desk.panel, "more").menu()); // nothing was built anew under it
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(&desk.more("step_urge")).center());
    });
    QTest::mouseClick(&button, Qt::LeftButton);
    QCoreApplication::processEvents();
    CHECK(wasOpen);
    REQUIRE(desk.panel.findChild<app::StepForm*>() != nullptr);
    CHECK(desk.panel.findChild<app::StepForm*>()->kind() == core::StepKind::Urge);
    QTest::keyClick(&find<QLineEdit>(*desk.form(), "note"), Qt::Key_Return);
    CHECK(desk.load(id).steps.back().kind == core::StepKind::Urge); // of the case that the menu was opened for
}

TEST_CASE("no button of the next steps is cut in a narrow panel", "[app][cases]") {
    PanelDesk desk;
    desk.workspace.selectCases({desk.report("占道摆摊")});
    for (const int width : {240, 300, 500}) {
        desk.panel.resize(width, 500);
        QCoreApplication::processEvents();
        const auto& actions = find<QWidget>(desk.panel, "actions");
        std::vector<QRect> places;
        for (const char* name : {"step_file", "step_self_handle", "step_reject", "more"}) {
            const auto& button = find<QPushButton>(desk.panel, name);
            INFO(width << " pixels: " << name);
            CHECK(button.width() >= button.sizeHint().width());
            const QRect place(button.mapTo(&actions, QPoint()), button.size());
            CHECK(actions.rect().contains(place));
            CHECK(std::none_of(places.begin(), places.end(), [&](const QRect& other) { return other.intersects(place); }));
            places.push_back(place);
        }
        if (qEnvironmentVariableIsSet("GRIDWARDEN_TEST_PICTURES"))
            desk.panel.grab().save(QStringLiteral("%1/panel-%2.png").arg(qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES")).arg(width));
    }
}

TEST_CASE("after a check that passed, closing comes first", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("甲");
    desk.step(id, core::StepKind::File);
    core::StepDraft dispatch;
    dispatch.kind = core::StepKind::Dispatch;
    dispatch.detail.organisation = desk.small.squad;
    REQUIRE(desk.workspace.takeStep(id, dispatch));
    desk.step(id, core::StepKind::Handle);
    desk.workspace.selectCases({id});
    CHECK(find<QPushButton>(desk.panel, "step_check_after").isVisible());
    core::StepDraft check;
    check.kind = core::StepKind::CheckAfter;
    check.detail.result = core::StepResult::Pass;
    REQUIRE(desk.workspace.takeStep(id, check));
    QCoreApplication::processEvents();
    CHECK(desk.panel.findChild<QPushButton*>(QStringLiteral("step_check_after")) == nullptr);
    CHECK(find<QPushButton>(desk.panel, "step_close").isVisible());
    const QString passed = QStringLiteral("Handled, check passed");
    CHECK(find<QLabel>(desk.panel, "state").text().startsWith(passed));

    core::StepDraft correction; // which says nothing about the check
    correction.kind = core::StepKind::Correct;
    correction.detail.description = "乙";
    REQUIRE(desk.workspace.takeStep(id, correction));
    QCoreApplication::processEvents();
    CHECK(find<QLabel>(desk.panel, "state").text().startsWith(passed));
    CHECK(desk.panel.findChild<QPushButton*>(QStringLiteral("step_check_after")) == nullptr);

    check.detail.result = core::StepResult::Fail; // seen again later
    REQUIRE(desk.workspace.takeStep(id, check));
    QCoreApplication::processEvents();
    CHECK_FALSE(find<QLabel>(desk.panel, "state").text().startsWith(passed));
    CHECK(find<QPushButton>(desk.panel, "step_check_after").isVisible());

    desk.step(id, core::StepKind::Rework);
    desk.step(id, core::StepKind::Handle);
    QCoreApplication::processEvents();
    CHECK(find<QLabel>(desk.panel, "state").text().startsWith(english("states", "handled")));
    CHECK_FALSE(find<QLabel>(desk.panel, "state").text().startsWith(passed));
}

TEST_CASE("several selected cases are counted", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId a = desk.report("甲");
    const core::CaseId b = desk.report("乙");
    desk.step(b, core::StepKind::Reject, "不属实");
    desk.workspace.selectCases({a, b});
    CHECK(find<QLabel>(desk.panel, "summary").text().contains(QStringLiteral("2")));
    CHECK(desk.shows(english("states", "rejected")));
    CHECK(find<QPushButton>(desk.panel, "fileMany").isVisible()); // one of them waits to be filed
    QTest::mouseClick(&find<QPushButton>(desk.panel, "fileMany"), Qt::LeftButton);
    desk.waitForJobs();
    CHECK(desk.load(a).derived.state == core::CaseState::Filed);
    CHECK(desk.load(b).derived.state == core::CaseState::Rejected);
}

TEST_CASE("very many selected cases are counted beside the window", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("甲");
    std::vector<core::CaseId> many;
    for (int i = 0; i < 30'000; ++i)
        many.emplace_back(id.value() + i); // all but one are none
    desk.workspace.selectCases(many);
    CHECK(desk.jobs.isBusy());
    CHECK(find<QLabel>(desk.panel, "summary").isVisible()); // how many is known at once
    CHECK(desk.panel.findChild<QPushButton*>(QStringLiteral("fileMany")) == nullptr);
    desk.waitForJobs();
    CHECK(desk.shows(english("states", "reported")));
    QTest::mouseClick(&find<QPushButton>(desk.panel, "fileMany"), Qt::LeftButton);
    desk.waitForJobs();
    CHECK(desk.load(id).derived.state == core::CaseState::Filed);

    desk.workspace.selectCases(many);
    desk.workspace.selectCases({id}); // before they are counted
    desk.waitForJobs();
    CHECK(find<QLabel>(desk.panel, "number").isVisible());
    CHECK(desk.panel.findChild<QPushButton*>(QStringLiteral("dispatchMany")) == nullptr);
}

TEST_CASE("a district that cannot be written offers no steps", "[app][cases]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("甲");
    const QString path = QString::fromStdString(desk.district().path().string());
    desk.workspace.closeDistrict();
    REQUIRE(desk.workspace.openDistrict(path, core::OpenMode::ReadOnly));
    desk.workspace.selectCases({id});
    CHECK(find<QLabel>(desk.panel, "number").isVisible());
    CHECK_FALSE(find<QWidget>(desk.panel, "actions").isVisible());
}

TEST_CASE("the reporter of a case is corrected, also without being seen", "[app][cases][personal]") {
    PanelDesk desk;
    const core::CaseId id = desk.report("占道摆摊");
    desk.workspace.selectCases({id});
    const auto correct = [&](const QString& name, const QString& phone) {
        desk.more("changeContact").trigger();
        auto& dialog = find<QDialog>(desk.panel, "contactDialog");
        auto& save = find<QPushButton>(dialog, "save");
        CHECK_FALSE(save.isEnabled()); // nothing is changed yet
        for (const auto& [field, text] : {std::pair("reporter", name), std::pair("phone", phone)}) {
            auto& line = find<QLineEdit>(dialog, field);
            line.setFocus();
            line.selectAll();
            QTest::keyClicks(&line, text);
        }
        QTest::mouseClick(&save, Qt::LeftButton);
        CHECK_FALSE(dialog.isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    correct(QStringLiteral("Wang"), QStringLiteral("13905770001"));
    CHECK(find<QLabel>(desk.panel, "contactText").text() == QStringLiteral("Wang · 13905770001"));
    CHECK(desk.district().store().journal(1)->front().label == core::Message{"edit-contact", {desk.load(id).report.number}});

    const auto seal = core::makeSeal(core::Secret::from("long enough"), core::KeyEffort::least());
    REQUIRE(core::protectPersonalData(desk.district(), desk.workspace.actor(), seal->keys));
    emit desk.panel.unsealing().changed();
    correct(QStringLiteral("Li"), QStringLiteral("13905770002"));
    CHECK(find<QLabel>(desk.panel, "contactText").text() == QStringLiteral("sealed"));
    REQUIRE(desk.panel.unsealing().open(core::openSeal(seal->keys, core::Secret::from("long enough")).value()));
    CHECK(find<QLabel>(desk.panel, "contactText").text() == QStringLiteral("Li · 13905770002"));
    REQUIRE(desk.workspace.undo());
}

TEST_CASE("the reporter is shown while plain and behind a lock once sealed", "[app][cases][personal]") {
    PanelDesk desk;
    core::CaseDraft draft;
    draft.place = Desk::placeInGrid1();
    draft.category = desk.district().categories().find("09006")->id;
    draft.contact = {"王五", "13905770001"};
    const auto id = desk.workspace.report(draft);
    REQUIRE(id);
    desk.workspace.selectCases({*id});
    CHECK(find<QLabel>(desk.panel, "contactText").text() == QStringLiteral("王五 · 13905770001"));
    int wanted = 0;
    QObject::connect(&desk.panel.unsealing(), &app::Unsealing::protectionWanted, &desk.panel, [&] { ++wanted; });
    QTest::mouseClick(&find<QToolButton>(desk.panel, "protectContact"), Qt::LeftButton);
    CHECK(wanted == 1);

    const auto seal = core::makeSeal(core::Secret::from("long enough"), core::KeyEffort::least());
    REQUIRE(seal);
    REQUIRE(core::protectPersonalData(desk.district(), desk.workspace.actor(), seal->keys));
    emit desk.panel.unsealing().changed();
    CHECK(find<QLabel>(desk.panel, "contactText").text() == QStringLiteral("sealed"));
    CHECK_FALSE(desk.shows(QStringLiteral("13905770001")));
    QObject::connect(&desk.panel.unsealing(), &app::Unsealing::unsealWanted, &desk.panel, [&] { ++wanted; });
    QTest::mouseClick(&find<QToolButton>(desk.panel, "showContact"), Qt::LeftButton);
    CHECK(wanted == 2);

    auto key = core::openSeal(seal->keys, core::Secret::from("long enough"));
    REQUIRE(key);
    REQUIRE(desk.panel.unsealing().open(std::move(*key)));
    CHECK(find<QLabel>(desk.panel, "contactText").text() == QStringLiteral("王五 · 13905770001"));
    CHECK(desk.district().store().journal(1)->front().label.key == "unseal-personal-data");
    QTest::mouseClick(&find<QToolButton>(desk.panel, "sealAgain"), Qt::LeftButton);
    CHECK_FALSE(desk.shows(QStringLiteral("13905770001")));
    CHECK(desk.panel.unsealing().key() == nullptr);
}

TEST_CASE("what the source of a case brings along is shown and filled in later", "[app][cases]") {
    PanelDesk desk;
    core::CaseDraft draft;
    draft.place = Desk::placeInGrid1();
    draft.category = desk.district().categories().find("09006")->id;
    draft.source = "petition";
    draft.fields = {{"reply_due", "2026-12-24"}};
    const auto id = desk.workspace.report(draft);
    REQUIRE(id);
    desk.workspace.selectCases({*id});
    CHECK(desk.shows(QStringLiteral("reply due")));
    CHECK(desk.shows(QStringLiteral("2026-12-24")));
    QTest::mouseClick(&find<QToolButton>(desk.panel, "editFields"), Qt::LeftButton);
    auto* const dialog = desk.panel.findChild<QDialog*>(QStringLiteral("sourceFieldsDialog"));
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    CHECK(find<QLineEdit>(*dialog, "field-reply_due").text() == QStringLiteral("2026-12-24"));
    commitText(find<QLineEdit>(*dialog, "field-reply"), QStringLiteral("已答复"));
    auto& satisfaction = find<QComboBox>(*dialog, "field-satisfaction");
    satisfaction.setFocus();
    QTest::keyClick(&satisfaction, Qt::Key_Down);
    find<QLineEdit>(*dialog, "field-reply_due").clear();
    QTest::mouseClick(&find<QPushButton>(*dialog, "save"), Qt::LeftButton);
    const core::CaseRecord record = desk.load(*id);
    REQUIRE(record.steps.size() == 2);
    CHECK(record.steps.back().kind == core::StepKind::Correct);
    CHECK(record.steps.back().detail.fields == core::FieldValues{{"reply", "已答复"}, {"satisfaction", "satisfied"}, {"reply_due", ""}});
    CHECK(desk.shows(QStringLiteral("已答复")));
    CHECK(desk.shows(QStringLiteral("satisfied")));
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(desk.shows(QStringLiteral("2026-12-24")));

    desk.workspace.selectCases({desk.report("占道")}); // a patrol brings nothing along
    CHECK(desk.panel.findChild<QToolButton*>(QStringLiteral("editFields")) == nullptr);
}
