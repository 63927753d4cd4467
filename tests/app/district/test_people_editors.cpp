// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/district/editor_fixture.h"

#include <QCheckBox>
#include <QDateTimeEdit>

using namespace gridwarden;
using app::EditorKind;
using test::EditorFixture;

TEST_CASE("a person is added with roles and found by initials", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::People);
    f.click(editor, "add");
    CHECK(editor.isNew());
    f.type(editor, "name", QStringLiteral("王五"));
    f.type(editor, "code", QStringLiteral("P3"));
    f.pick(editor, "organisation", QStringLiteral("一中队"));
    f.type(editor, "phone", QStringLiteral("0577-1"));
    f.click(editor, "role-collector");
    f.click(editor, "role-officer");
    CHECK(editor.isChanged());
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    CHECK(!editor.isChanged());
    const core::Person* const person = f.district().people().personNamed("王五");
    REQUIRE(person != nullptr);
    CHECK(person->organisation == f.small.squad);
    CHECK(person->roles == std::vector<std::string>{"collector", "officer"});
    CHECK(person->phone == "0577-1");
    CHECK(f.lastLabel() == QStringLiteral("Add person 王五"));
    CHECK(editor.currentKey() == QString::number(person->id.value()));

    f.type(editor, "filter", QStringLiteral("ww"));
    auto& view = f.part<QTreeView>(editor, "records");
    REQUIRE(view.model()->rowCount() == 1);
    CHECK(view.model()->index(0, 0).data().toString() == QStringLiteral("王五"));
    f.picture(editor, QStringLiteral("people-filtered"));
}

TEST_CASE("certificates are added changed and removed with their person", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::People);
    REQUIRE(editor.select(QString::number(f.small.li.value())));
    CHECK(!editor.isChanged());
    f.click(editor, "addCertificate");
    CHECK(editor.isChanged());
    f.click(editor, "save");
    CHECK(!f.fault(editor).isEmpty()); // of no kind
    f.pick(editor, "certificateKind0", app::word("certificate_kinds", "enforcement"));
    f.type(editor, "certificateFrom0", QStringLiteral("2024-01-01"));
    f.type(editor, "certificateTo0", QStringLiteral("2026-12-31"));
    f.click(editor, "addCertificate");
    f.pick(editor, "certificateKind1", QStringLiteral("驾驶证"));
    f.picture(editor, QStringLiteral("certificates"));
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    const auto kept = f.district().people().certificatesOf(f.small.li);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].kind == "enforcement");
    CHECK(kept[0].to == core::parseDay("2026-12-31").value());
    CHECK(kept[1].kind == "驾驶证");
    CHECK(!kept[1].to);

    // Others are shown with theirs, and nothing counts as entered.
    REQUIRE(editor.select(QString::number(f.small.zhang.value())));
    CHECK(!editor.isChanged());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(editor.findChild<QComboBox*>(QStringLiteral("certificateKind0")) == nullptr);
    REQUIRE(editor.select(QString::number(f.small.li.value())));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(f.part<QLineEdit>(editor, "certificateTo0").text() == QStringLiteral("2026-12-31"));
    f.click(editor, "removeCertificate0");
    f.click(editor, "save");
    REQUIRE(f.district().people().certificatesOf(f.small.li).size() == 1);
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(f.district().people().certificatesOf(f.small.li).size() == 2);
}

TEST_CASE("a taken code is said beside the form and nothing changes", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::People);
    REQUIRE(editor.select(QString::number(f.small.li.value())));
    const std::size_t before = f.journalLength();
    f.type(editor, "code", QStringLiteral("P1"));
    f.click(editor, "save");
    CHECK(f.fault(editor).contains(QStringLiteral("P1")));
    CHECK(editor.isChanged());
    CHECK(f.journalLength() == before);
    CHECK(f.district().people().find(f.small.li)->code == "P2");
    f.click(editor, "discard");
    CHECK(f.part<QLineEdit>(editor, "code").text() == QStringLiteral("P2"));
    CHECK(f.fault(editor).isEmpty());
}

TEST_CASE("another record is not shown while something is unsaved", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::People);
    REQUIRE(editor.select(QString::number(f.small.li.value())));
    f.type(editor, "name", QStringLiteral("李六"));
    auto& view = f.part<QTreeView>(editor, "records");
    const QModelIndex zhang = view.model()->match(view.model()->index(0, 0), Qt::DisplayRole, QStringLiteral("张三")).value(0);
    REQUIRE(zhang.isValid());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(zhang).center());
    REQUIRE(QTest::qWaitFor([&] { return view.currentIndex().data().toString() == QStringLiteral("李四"); }, 2000));
    CHECK(editor.currentKey() == QString::number(f.small.li.value()));
    CHECK(f.part<QLineEdit>(editor, "name").text() == QStringLiteral("李六"));
    CHECK(!f.fault(editor).isEmpty());
}

TEST_CASE("undo in the main window shows in the editor", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::People);
    REQUIRE(editor.select(QString::number(f.small.li.value())));
    f.type(editor, "name", QStringLiteral("李六"));
    f.click(editor, "save");
    CHECK(f.district().people().find(f.small.li)->name == "李六");
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(f.part<QLineEdit>(editor, "name").text() == QStringLiteral("李四"));
    REQUIRE(f.workspace.redo());
    f.waitForJobs();
    CHECK(f.part<QLineEdit>(editor, "name").text() == QStringLiteral("李六"));
}

TEST_CASE("an organisation goes below another one but never below itself", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Organisations);
    f.click(editor, "add");
    f.type(editor, "name", QStringLiteral("二分队"));
    f.pick(editor, "kind", app::word("organisation_kinds", "squad"));
    f.pick(editor, "above", QStringLiteral("一中队"));
    f.click(editor, "save");
    const core::Organisation* const added = f.district().people().organisationNamed("二分队");
    REQUIRE(added != nullptr);
    CHECK(added->parent == f.small.squad);
    CHECK(added->kind == "squad");
    REQUIRE(editor.select(QString::number(f.small.squad.value())));
    CHECK(f.part<QComboBox>(editor, "above").findText(QStringLiteral("二分队")) < 0);
    CHECK(f.part<QComboBox>(editor, "above").findText(QStringLiteral("一中队")) < 0);
    f.picture(editor, QStringLiteral("organisations"));
}

TEST_CASE("a duty is added changed and removed", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Duties);
    auto& view = f.part<QTreeView>(editor, "records");
    CHECK(view.model()->rowCount() == 1);
    f.click(editor, "add");
    f.pick(editor, "area", QStringLiteral("02 网格02 · Responsibility grid"));
    f.pick(editor, "person", QStringLiteral("李四 · 一中队"));
    f.type(editor, "responsibility", QStringLiteral("夜间巡查"));
    f.type(editor, "post", QStringLiteral("东门"));
    f.type(editor, "place", QStringLiteral("120.655 28.005"));
    f.type(editor, "from", QStringLiteral("2026-11-01"));
    f.type(editor, "start", QStringLiteral("22:00"));
    f.type(editor, "end", QStringLiteral("6:00"));
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    REQUIRE(f.district().people().dutiesOf(f.grids[1]).size() == 1);
    const core::Duty duty = *f.district().people().dutiesOf(f.grids[1]).front();
    CHECK(duty.person == f.small.li);
    CHECK(duty.post == "东门");
    CHECK(duty.place == core::GeoPoint{120.655, 28.005});
    CHECK(duty.startMinute == 22 * 60);
    CHECK(duty.endMinute == 6 * 60);
    REQUIRE(duty.from);
    CHECK(core::dayText(*duty.from) == "2026-11-01");
    CHECK(f.lastLabel() == QStringLiteral("Add duty of 李四 for 02 网格02"));
    CHECK(view.model()->rowCount() == 2);
    f.picture(editor, QStringLiteral("duties"));

    f.type(editor, "end", QStringLiteral("late"));
    f.click(editor, "save");
    CHECK(!f.fault(editor).isEmpty());
    f.click(editor, "discard");

    // At three in the morning only the night watch is there, at noon only the other one.
    f.click(editor, "onlyOnDuty");
    f.part<QDateTimeEdit>(editor, "moment").setDateTime(QDateTime(QDate(2026, 11, 21), QTime(3, 0)));
    REQUIRE(view.model()->rowCount() == 1);
    CHECK(view.model()->index(0, 1).data().toString() == QStringLiteral("李四"));
    f.part<QDateTimeEdit>(editor, "moment").setDateTime(QDateTime(QDate(2026, 11, 21), QTime(12, 0)));
    REQUIRE(view.model()->rowCount() == 1);
    CHECK(view.model()->index(0, 1).data().toString() == QStringLiteral("张三"));
    f.click(editor, "onlyOnDuty");

    REQUIRE(editor.select(QString::number(duty.id.value())));
    f.click(editor, "remove");
    CHECK(f.district().people().dutiesOf(f.grids[1]).empty());
    CHECK(f.lastLabel() == QStringLiteral("Remove duty of 李四 for 02 网格02"));
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(view.model()->rowCount() == 2);
}

TEST_CASE("an editor opens once and closes with the district", "[app][district]") {
    EditorFixture f;
    f.openList(EditorKind::People);
    f.openList(EditorKind::People);
    CHECK(f.window.findChildren<app::EditorWindow*>(QString(), Qt::FindDirectChildrenOnly).size() == 1);
    f.workspace.closeDistrict();
    REQUIRE(QTest::qWaitFor([&] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return f.window.findChildren<app::EditorWindow*>(QString(), Qt::FindDirectChildrenOnly).empty();
    }, 2000));
}

TEST_CASE("closing with something unsaved asks first", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::People);
    f.type(editor, "name", QStringLiteral("某人"));
    f.prompts.answer = false;
    CHECK(!editor.close());
    CHECK(f.prompts.asked == 1);
    f.prompts.answer = true;
    CHECK(editor.close());
}

TEST_CASE("an editor of a district opened for reading cannot be filled", "[app][district]") {
    EditorFixture f;
    const QString path = QString::fromStdString(f.district().path().string());
    f.workspace.closeDistrict();
    REQUIRE(f.workspace.openDistrict(path, core::OpenMode::ReadOnly));
    auto& editor = f.openList(EditorKind::People);
    CHECK(!f.part<QLineEdit>(editor, "name").isEnabled());
    CHECK(!f.part<QPushButton>(editor, "add").isEnabled());
}
