// SPDX-License-Identifier: GPL-3.0-or-later
// A bureau's own figures: added, counted while they are written, changed in place of a shipped one, and taken back.
#include "app/figures/figure_editor.h"
#include "app/figures/key_choice.h"
#include "core/figure_list.h"
#include "tests/app/district/editor_fixture.h"
#include "tests/support/sound.h"

#include <QTreeWidget>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct FigureFixture : EditorFixture {
    app::FigureEditor* editor = nullptr;

    FigureFixture() {
        for (const char* const category : {"09006", "09006", "06010"}) {
            core::CaseDraft draft;
            draft.place = core::GeoPoint{120.645, 28.005};
            draft.category = district().categories().find(category)->id;
            REQUIRE(workspace.report(draft)); // now, so in this month
        }
        app::openFigureEditor(workspace, QStringLiteral("reported"), &window);
        editor = window.findChild<app::FigureEditor*>();
        REQUIRE(editor != nullptr);
        REQUIRE(QTest::qWaitForWindowExposed(editor));
    }
    /// Opens a list of the form and ticks an entry by its text.
    void tick(const char* name, const QString& label) {
        auto& button = part<app::KeyChoice>(*editor, name);
        QTest::mouseClick(&button, Qt::LeftButton);
        auto* const tree = button.findChild<QTreeWidget*>();
        REQUIRE(tree != nullptr);
        const QList<QTreeWidgetItem*> found = tree->findItems(label, Qt::MatchContains | Qt::MatchRecursive);
        INFO(label.toStdString());
        REQUIRE(!found.isEmpty());
        found.front()->setCheckState(0, Qt::Checked);
        QTest::keyClick(tree, Qt::Key_Escape);
    }
    void pick(const char* name, const QString& label) {
        auto& box = part<QComboBox>(*editor, name);
        const int index = box.findText(label);
        INFO(label.toStdString());
        REQUIRE(index >= 0);
        box.setCurrentIndex(index);
        emit box.activated(index);
    }
    [[nodiscard]] QString value() const {
        auto& label = part<QLabel>(*editor, "figureValue");
        (void)QTest::qWaitFor([&] { return !label.text().isEmpty(); }, 5'000);
        return label.text();
    }
    [[nodiscard]] core::FigureDefinitions figures() { return core::figureDefinitions(district()).value(); }
};

} // namespace

TEST_CASE("an own figure is counted while it is written and can be used by others", "[app][figures]") {
    FigureFixture f;
    CHECK(f.value().endsWith(QStringLiteral("3件")));
    const QString uses = f.part<QLabel>(*f.editor, "figureUses").text();
    CHECK(uses.contains(QStringLiteral("Filing rate")));       // another figure
    CHECK(uses.contains(QStringLiteral("the text “工作总结”"))); // a shipped one
    REQUIRE(f.editor->select(QStringLiteral("closing")));
    CHECK(f.part<QLabel>(*f.editor, "figureUses").text().contains(QStringLiteral("the scheme “")));
    f.click(*f.editor, "add");
    f.type(*f.editor, "name", QStringLiteral("店外经营上报"));
    f.type(*f.editor, "key", QStringLiteral("shops"));
    f.type(*f.editor, "unit", QStringLiteral("起"));
    f.tick("categories", QStringLiteral("09006"));
    CHECK(f.part<app::KeyChoice>(*f.editor, "categories").keys() == std::vector<std::string>{"2026:matter:09006"});
    REQUIRE(QTest::qWaitFor([&] { return f.part<QLabel>(*f.editor, "figureValue").text().endsWith(QStringLiteral("2起")); }, 5'000));
    f.click(*f.editor, "save");
    CHECK(f.fault(*f.editor).isEmpty());
    REQUIRE(f.figures().find("shops") != nullptr);

    f.click(*f.editor, "add");
    f.type(*f.editor, "name", QStringLiteral("店外占比"));
    f.type(*f.editor, "key", QStringLiteral("shops_share"));
    f.type(*f.editor, "unit", QStringLiteral("%"));
    f.pick("counts", QStringLiteral("a rate of two figures"));
    f.pick("numerator", QStringLiteral("店外经营上报"));
    f.pick("denominator", QStringLiteral("Reported"));
    REQUIRE(QTest::qWaitFor([&] { return f.part<QLabel>(*f.editor, "figureValue").text().endsWith(QStringLiteral("66.67%")); }, 5'000));
    f.picture(*f.editor, QStringLiteral("figures"));
    f.click(*f.editor, "save");
    CHECK(f.fault(*f.editor).isEmpty());
    const core::FigureDefinition expected{.key = "shops_share", .name = "店外占比", .english = {}, .unit = "%", .note = {}, .englishNote = {}, .source = {},
                                          .rule = core::FigureRate{"shops", "reported", false}};
    REQUIRE(f.figures().find("shops_share") != nullptr);
    CHECK(*f.figures().find("shops_share") == expected);

    // What others are made of stays.
    REQUIRE(f.editor->select(QStringLiteral("shops")));
    CHECK(f.part<QLabel>(*f.editor, "figureUses").text() == QStringLiteral("店外占比"));
    f.click(*f.editor, "remove");
    CHECK(f.fault(*f.editor).contains(QStringLiteral("shops_share")));
    CHECK(f.figures().find("shops") != nullptr);
    REQUIRE(f.editor->select(QStringLiteral("shops_share")));
    f.click(*f.editor, "remove");
    CHECK(f.figures().find("shops_share") == nullptr);
    REQUIRE(f.workspace.undo());
    CHECK(f.figures().find("shops_share") != nullptr);
    requireSound(f.district());
}

TEST_CASE("a shipped figure is counted otherwise in this district until it is put back", "[app][figures]") {
    FigureFixture f;
    REQUIRE(f.editor->select(QStringLiteral("rework_rate")));
    f.pick("denominator", QStringLiteral("Handled"));
    f.click(*f.editor, "save");
    CHECK(f.fault(*f.editor).isEmpty());
    CHECK(std::get<core::FigureRate>(f.figures().find("rework_rate")->rule).denominator == "handled");
    CHECK(f.part<QPushButton>(*f.editor, "remove").text() == QStringLiteral("As shipped"));
    f.click(*f.editor, "remove");
    CHECK(std::get<core::FigureRate>(f.figures().find("rework_rate")->rule).denominator == "due_to_close");

    // Reports rely on what it is.
    REQUIRE(f.editor->select(QStringLiteral("rework_rate")));
    f.pick("counts", QStringLiteral("cases"));
    f.click(*f.editor, "save");
    CHECK(f.fault(*f.editor).contains(QStringLiteral("rework_rate")));
    CHECK(f.figures().find("rework_rate")->isRate());
}

TEST_CASE("a key is given once and has to be one", "[app][figures]") {
    FigureFixture f;
    f.click(*f.editor, "add");
    f.type(*f.editor, "name", QStringLiteral("又一个"));
    f.type(*f.editor, "key", QStringLiteral("reported"));
    f.click(*f.editor, "save");
    CHECK(f.fault(*f.editor).contains(QStringLiteral("reported")));
    f.type(*f.editor, "key", QStringLiteral("a|b"));
    f.click(*f.editor, "save");
    CHECK_FALSE(f.fault(*f.editor).isEmpty());
    CHECK(core::loadOwnFigures(f.district().connection())->empty());
}

TEST_CASE("entering something enables no button of the figures' list", "[app][figures]") {
    FigureFixture f;
    const auto enabled = [&] {
        return std::pair(f.part<QPushButton>(*f.editor, "copy").isEnabled(), f.part<QPushButton>(*f.editor, "remove").isEnabled());
    };
    CHECK(enabled() == std::pair(true, false)); // a shipped one
    f.type(*f.editor, "unit", QStringLiteral("起"));
    CHECK(enabled() == std::pair(true, false));
    f.click(*f.editor, "discard");
    f.click(*f.editor, "add");
    CHECK(enabled() == std::pair(false, false));
    f.type(*f.editor, "name", QStringLiteral("又一个"));
    CHECK(enabled() == std::pair(false, false));
    emit f.workspace.busyChanged(false);
    CHECK(enabled() == std::pair(false, false));
}

TEST_CASE("what keeps figures from being read is said and stays", "[app][figures]") {
    FigureFixture f;
    REQUIRE(f.district().change({"test-figure", {}}, f.small.actor, [&](core::Change& change) {
        core::FigureDefinition own = *f.figures().find("rework_rate");
        own.key = "ours";
        return core::saveOwnFigure(change, own);
    }));
    REQUIRE(f.district().connection().run("UPDATE figure_definition SET definition = '[]'"));
    f.editor->refresh();
    CHECK_FALSE(f.fault(*f.editor).isEmpty());
}

TEST_CASE("a copied figure is saved as it is and does not go without a question", "[app][figures]") {
    FigureFixture f;
    f.click(*f.editor, "copy");
    CHECK(f.editor->isChanged());
    f.prompts.answer = false;
    f.editor->close();
    CHECK(f.prompts.asked == 1);
    CHECK(f.editor->isVisible());
    f.click(*f.editor, "save");
    CHECK(f.fault(*f.editor).isEmpty());
    CHECK(f.figures().find("reported_2") != nullptr);
}
