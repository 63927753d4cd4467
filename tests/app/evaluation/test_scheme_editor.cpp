// SPDX-License-Identifier: GPL-3.0-or-later
// Schemes of evaluation edited in the window, with the ranking of the period beside them.
#include "app/evaluation/ranking_preview.h"
#include "app/evaluation/scheme_editor.h"
#include "tests/app/evaluation/ranking_desk.h"
#include "tests/support/sound.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace gridwarden;
using namespace gridwarden::test;
using namespace Qt::StringLiterals;

namespace {

/// Beside what the desk has, looks by hand: 02 all marks, 03 none of them, nobody looked at 01 and 04. With the weights
/// 60 and 40 the totals are 0, 60 % of 60 + 40 = 76, 100 % of 60 = 60 and, spread, 100.
struct SchemeDesk : RankingDesk {
    app::SchemeEditor* editor = nullptr;

    explicit SchemeDesk(core::Language language = core::Language::English) : RankingDesk(language) {
        mark(1, 50);
        mark(2, 0);
        settle();
        QTest::mouseClick(&part<QToolButton>("editSchemesOfEvaluation"), Qt::LeftButton);
        editor = frame.findChild<app::SchemeEditor*>();
        REQUIRE(editor != nullptr);
        REQUIRE(QTest::qWaitForWindowExposed(editor));
        REQUIRE(editor->currentKey() == u"tidy"_s);
        wait();
    }
    void mark(std::size_t grid, double score) {
        const auto scheme = core::findScheme(workspace.district()->connection(), "tidy");
        REQUIRE(scheme);
        REQUIRE(workspace.change({"save-mark", {"look", "grid"}}, [&](core::Change& change) -> core::Result<void> {
            const core::Period march{core::parseDay("2026-03-01").value(), core::parseDay("2026-03-31").value()};
            const auto saved = core::saveMark(change, *scheme,
                                              {.scheme = "tidy",
                                               .item = "look",
                                               .subject = small.grids[grid].value(),
                                               .period = march,
                                               .score = score,
                                               .evidence = "walk"});
            return saved ? core::Result<void>() : core::fail(saved);
        }));
    }
    /// Until what was entered is looked at and ranked.
    void wait() const {
        QTest::qWait(350);
        REQUIRE(QTest::qWaitFor(
            [this] { return !editor->preview().isCounting() && !jobs.isBusy() && !workspace.isBusy(); }, 20'000));
        settle();
    }
    template <class Widget> Widget& field(const char* name) const {
        auto* const found = editor->findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    static void retype(QWidget& field, const QString& text) {
        field.setFocus();
        REQUIRE(QMetaObject::invokeMethod(&field, "selectAll"));
        if (text.isEmpty())
            QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClicks(&field, text);
    }
    void press(const char* name, QWidget* of = nullptr) const {
        auto* const button =
            (of == nullptr ? static_cast<QWidget*>(editor) : of)->findChild<QPushButton*>(QLatin1String(name));
        INFO(name);
        REQUIRE(button != nullptr);
        REQUIRE(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void chooseItem(int row) const {
        auto& items = field<QTreeView>("items");
        QTest::mouseClick(items.viewport(), Qt::LeftButton, {},
                          items.visualRect(items.model()->index(row, 0)).center());
    }
    void openTab(int tab) const { field<QTabWidget>("schemeTabs").setCurrentIndex(tab); }
    /// Types into a cell: the key that begins it, the rest into its editor.
    static void typeCell(QTableWidget& table, int row, int column, const QString& text) {
        table.setFocus();
        table.setCurrentCell(row, column);
        QTest::keyClick(&table, Qt::Key_F2);
        auto* const line = table.findChild<QLineEdit*>();
        REQUIRE(line != nullptr);
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QTest::qWait(0); // the editor of the cell goes
    }
    [[nodiscard]] QString fault() const {
        const auto& label = field<QLabel>("fault");
        return label.isVisible() ? label.text() : QString();
    }
    [[nodiscard]] QString fieldFault() const {
        const auto& label = field<QLabel>("fieldFault");
        return label.isVisible() ? label.text() : QString();
    }
    [[nodiscard]] QString about() const { return field<QLabel>("previewAbout").text(); }
    /// "2 90.00 (3 60.00)": of a grid in the ranking as it would be.
    [[nodiscard]] QString previewed(const QString& code) const {
        const QList<QTreeWidgetItem*> lines =
            field<QTreeWidget>("previewRanking").findItems(code, Qt::MatchStartsWith, 1);
        REQUIRE(lines.size() == 1);
        const QTreeWidgetItem& line = *lines.front();
        return line.text(0) + u' ' + line.text(2) + u" ("_s + line.text(3) + u' ' + line.text(4) + u')';
    }
    /// The buttons below the list that can be pressed.
    [[nodiscard]] QString listButtons() const {
        QStringList enabled;
        for (const char* const name : {"add", "copy", "remove"})
            if (field<QPushButton>(name).isEnabled())
                enabled << QLatin1String(name);
        return enabled.join(u' ');
    }
    void choose(const char* box, const QString& entry) const {
        auto& choices = field<QComboBox>(box);
        REQUIRE(choices.findText(entry) >= 0);
        choices.setCurrentIndex(choices.findText(entry));
    }
    [[nodiscard]] core::EvaluationScheme stored(const char* key) const {
        auto scheme = core::findScheme(workspace.district()->connection(), key);
        REQUIRE(scheme);
        return *scheme;
    }
    void picture(const QString& name) const {
        if (const QString pictures = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES"); !pictures.isEmpty())
            editor->grab().save(pictures + u'/' + name + u".png"_s);
    }
};

} // namespace

TEST_CASE("another weight shows at once what it does, ranks anew when it is saved, and is taken back by undo",
          "[app][evaluation]") {
    SchemeDesk desk;
    CHECK(desk.about() == u"Nobody's rank changes."_s);
    CHECK(desk.previewed(u"02"_s) == u"2 76.00 (2 76.00)"_s);
    CHECK(desk.previewed(u"03"_s) == u"3 60.00 (3 60.00)"_s);
    auto& weight = desk.field<QDoubleSpinBox>("itemWeight");
    desk.chooseItem(0);
    SchemeDesk::retype(weight, u"90"_s);
    CHECK(desk.field<QLabel>("weightSum").text().contains(u"130 of 100"_s));
    CHECK(desk.field<QLabel>("weightSum").text().contains(u"30 are too many"_s));
    desk.wait();
    CHECK(desk.about().contains(u"130"_s)); // no ranking by weights that do not fit
    desk.press("save");
    CHECK(desk.fault().contains(u"130"_s));
    CHECK(desk.stored("tidy").items[0].weight == 60);

    desk.chooseItem(1);
    CHECK(weight.value() == 40);
    SchemeDesk::retype(weight, u"10"_s);
    CHECK(desk.field<QLabel>("weightSum").text().startsWith(u'✓'));
    desk.wait();
    CHECK(desk.previewed(u"03"_s) == u"2 90.00 (3 60.00)"_s);
    CHECK(desk.previewed(u"02"_s) == u"3 64.00 (2 76.00)"_s); // 60 % of 90 + 10
    CHECK(desk.previewed(u"04"_s) == u"1 100.00 (1 100.00)"_s);
    CHECK(desk.about() == u"Ranks that change: 2."_s);
    CHECK(desk.cell(u"02"_s, RankingDesk::Total) == u"76.00"_s); // nothing is saved yet
    desk.picture(u"scheme-weights"_s);
    QTest::keyClick(desk.editor, Qt::Key_S, Qt::ControlModifier);
    CHECK(desk.fault().isEmpty());
    desk.wait();
    CHECK(desk.answers.asked == 0);
    CHECK(desk.cell(u"03"_s, RankingDesk::Total) == u"90.00"_s);
    CHECK(desk.cell(u"03"_s, RankingDesk::Rank) == u"2"_s);
    CHECK(desk.cell(u"02"_s, RankingDesk::Total) == u"64.00"_s);

    REQUIRE(desk.workspace.undo());
    desk.wait();
    CHECK(desk.cell(u"02"_s, RankingDesk::Total) == u"76.00"_s);
    CHECK(desk.cell(u"02"_s, RankingDesk::Rank) == u"2"_s);
    desk.chooseItem(0);
    CHECK(weight.value() == 60);
    CHECK(desk.previewed(u"02"_s) == u"2 76.00 (2 76.00)"_s);
    requireSound(*desk.workspace.district());
}

TEST_CASE("what a scheme cannot be is said at its field", "[app][evaluation]") {
    SchemeDesk desk;
    desk.press("addItem");
    SchemeDesk::retype(desk.field<QLineEdit>("itemName"), u"Closing"_s);
    desk.press("save");
    CHECK(desk.field<QComboBox>("itemFigure").hasFocus());
    CHECK(desk.fieldFault().contains(u"Choose a figure"_s));
    CHECK(desk.fault().startsWith(u"Closing: "_s));
    QTest::keyClicks(desk.field<QComboBox>("itemFigure").lineEdit(), u"Closing rate"_s);
    desk.wait();
    CHECK(desk.fieldFault().contains(u"weight above 0"_s)); // a rate needs one
    SchemeDesk::retype(desk.field<QLineEdit>("itemName"), QString());
    desk.chooseItem(0);
    desk.press("save"); // leads back to the item
    CHECK(desk.field<QLineEdit>("itemName").hasFocus());
    CHECK(desk.fieldFault().contains(u"a name"_s));
    desk.press("removeItem");
    desk.wait();
    CHECK(desk.fieldFault().isEmpty());

    desk.chooseItem(0);
    auto& bands = desk.field<QTableWidget>("bandsLines");
    SchemeDesk::typeCell(bands, 1, 0, u"x"_s); // no number
    CHECK(bands.item(1, 0)->text() == u"1"_s);
    SchemeDesk::typeCell(bands, 1, 0, u"0"_s); // where the first band ends
    desk.wait();
    CHECK(desk.fieldFault().contains(u"Bands ascend"_s));
    desk.picture(u"scheme-fault"_s);
    SchemeDesk::typeCell(bands, 1, 0, u"1"_s);
    desk.wait();
    CHECK(desk.fieldFault().isEmpty());

    auto& grades = desk.field<QTableWidget>("gradesLines");
    desk.openTab(2);
    SchemeDesk::typeCell(grades, 1, 3, u"95"_s);
    desk.openTab(0);
    desk.press("save");
    CHECK(desk.field<QTabWidget>("schemeTabs").currentIndex() == 2);
    CHECK(desk.fieldFault().contains(u"best to the rest"_s));
    desk.picture(u"scheme-grades"_s);
    CHECK(desk.stored("tidy") == core::schemeFromJson(nlohmann::json::parse(TidyScheme)).value());
}

TEST_CASE("a figure is found by a part of its name, and items are put in order", "[app][evaluation]") {
    SchemeDesk desk;
    desk.press("addItem");
    SchemeDesk::retype(desk.field<QLineEdit>("itemName"), u"Closing"_s);
    auto& figure = *desk.field<QComboBox>("itemFigure").lineEdit();
    SchemeDesk::retype(figure, u"In-time closing rate"_s);
    QTest::keyClick(&figure, Qt::Key_Return);
    SchemeDesk::retype(desk.field<QDoubleSpinBox>("itemWeight"), u"20"_s);
    desk.press("itemUp");
    desk.press("itemUp");
    desk.chooseItem(1);
    SchemeDesk::retype(desk.field<QDoubleSpinBox>("itemWeight"), u"40"_s);
    CHECK(desk.field<QLabel>("weightSum").text().startsWith(u'✓'));
    desk.press("save");
    CHECK(desk.fault().isEmpty());
    const core::EvaluationScheme saved = desk.stored("tidy");
    REQUIRE(saved.items.size() == 3);
    CHECK(saved.items[0].name == "Closing");
    CHECK(saved.items[0].source == decltype(saved.items[0].source)(core::RateItem{"closing_in_time", false}));
    CHECK(saved.items[1].key == "reports");
    CHECK(saved.items[1].weight == 40);
    CHECK_FALSE(desk.field<QLineEdit>("itemKey").isEnabled()); // marks may name it from now on
}

TEST_CASE("what marks were given for does not go without a question", "[app][evaluation]") {
    SchemeDesk desk;
    desk.chooseItem(1);
    desk.press("removeItem");
    SchemeDesk::retype(desk.field<QDoubleSpinBox>("itemWeight"), u"100"_s);
    desk.answers.agrees = false;
    desk.press("save");
    CHECK(desk.answers.asked == 1);
    CHECK(desk.stored("tidy").items.size() == 2);
    desk.press("discard");
    desk.press("remove"); // the bureau's only one of its key
    CHECK(desk.answers.asked == 2);
    CHECK(desk.stored("tidy").items.size() == 2);
    desk.answers.agrees = true;
    desk.press("remove");
    CHECK_FALSE(core::findScheme(desk.workspace.district()->connection(), "tidy"));
    CHECK(core::loadMarks(desk.workspace.district()->connection(), "tidy")->size() == 2);
    REQUIRE(desk.workspace.undo());
    CHECK(desk.stored("tidy").items.size() == 2);
}

TEST_CASE("marks that count for nothing already are not asked about again", "[app][evaluation]") {
    SchemeDesk desk;
    desk.chooseItem(1);
    desk.press("removeItem");
    SchemeDesk::retype(desk.field<QDoubleSpinBox>("itemWeight"), u"100"_s);
    desk.press("save");
    CHECK(desk.answers.asked == 1);
    SchemeDesk::retype(desk.field<QLineEdit>("english"), u"Neatness"_s);
    desk.press("save");
    CHECK(desk.stored("tidy").english == "Neatness");
    desk.press("remove");
    CHECK_FALSE(core::findScheme(desk.workspace.district()->connection(), "tidy"));
    // Nor where a new scheme takes the key of one that is gone.
    desk.press("add");
    SchemeDesk::retype(desk.field<QLineEdit>("name"), u"anew"_s);
    SchemeDesk::retype(desk.field<QLineEdit>("key"), u"tidy"_s);
    desk.press("addItem");
    SchemeDesk::retype(desk.field<QLineEdit>("itemName"), u"Closing"_s);
    auto& figure = *desk.field<QComboBox>("itemFigure").lineEdit();
    SchemeDesk::retype(figure, u"In-time closing rate"_s);
    QTest::keyClick(&figure, Qt::Key_Return);
    SchemeDesk::retype(desk.field<QDoubleSpinBox>("itemWeight"), u"100"_s);
    desk.press("save");
    CHECK(desk.fault().isEmpty());
    CHECK(desk.stored("tidy").name == "anew");
    CHECK(desk.answers.asked == 1);
}

TEST_CASE("marks of those who are not evaluated any more do not go without a question", "[app][evaluation]") {
    SchemeDesk desk;
    desk.choose("subjectKind", u"people"_s);
    desk.answers.agrees = false;
    desk.press("save");
    CHECK(desk.answers.asked == 1);
    CHECK(desk.stored("tidy").subjects.kind == core::SubjectKind::Areas);
    desk.answers.agrees = true;
    desk.press("save");
    CHECK(desk.answers.asked == 2);
    CHECK(desk.stored("tidy").subjects.kind == core::SubjectKind::People);
    desk.choose("subjectKind", u"areas"_s); // they count again
    desk.press("save");
    CHECK(desk.answers.asked == 2);
    CHECK(desk.stored("tidy").subjects.kind == core::SubjectKind::Areas);
}

TEST_CASE("entering something enables no button of the list", "[app][evaluation]") {
    SchemeDesk desk;
    REQUIRE(desk.editor->select(u"thousand-points"_s));
    CHECK(desk.listButtons() == u"add copy"_s);
    SchemeDesk::retype(desk.field<QLineEdit>("english"), u"Our appraisal"_s);
    CHECK(desk.listButtons() == u"add copy"_s);
    desk.press("discard");
    CHECK(desk.listButtons() == u"add copy"_s);
    desk.press("add");
    CHECK(desk.listButtons() == u"add"_s);
    SchemeDesk::retype(desk.field<QLineEdit>("name"), u"new"_s);
    CHECK(desk.listButtons() == u"add"_s);
    emit desk.workspace.busyChanged(false);
    CHECK(desk.listButtons() == u"add"_s);
}

TEST_CASE("what keeps schemes from being read is said and stays", "[app][evaluation]") {
    SchemeDesk desk;
    REQUIRE(desk.workspace.district()->connection().run("UPDATE evaluation_scheme SET definition = '[]'"));
    desk.editor->refresh();
    CHECK(desk.fault().contains(u"tidy"_s));
}

TEST_CASE("a copy is saved as it is and does not go without a question", "[app][evaluation]") {
    SchemeDesk desk;
    REQUIRE(desk.editor->select(u"thousand-points"_s));
    desk.press("copy");
    CHECK(desk.editor->isChanged());
    desk.answers.agrees = false;
    desk.editor->close();
    CHECK(desk.answers.asked == 1);
    CHECK(desk.editor->isVisible());
    desk.press("save");
    CHECK(desk.fault().isEmpty());
    core::EvaluationScheme expected = desk.stored("thousand-points");
    expected.key = "thousand-points-2";
    CHECK(desk.stored("thousand-points-2") == expected);
    CHECK_FALSE(desk.editor->isChanged());
}

TEST_CASE("ranks are compared only where both schemes rank the same kind", "[app][evaluation]") {
    SchemeDesk desk;
    const auto isCompared = [&] {
        desk.wait();
        return !desk.field<QTreeWidget>("previewRanking").isColumnHidden(3);
    };
    CHECK(isCompared());
    SECTION("others are ranked") {
        desk.choose("subjectKind", u"organisations"_s);
        CHECK_FALSE(isCompared());
    }
    SECTION("areas of another kind are ranked") {
        desk.choose("subjectAreas", u"Zone"_s);
        CHECK_FALSE(isCompared());
    }
    SECTION("the stored one ranks nobody") {
        core::EvaluationScheme broken = desk.stored("tidy");
        broken.items[0].source = core::RateItem{"gone", false};
        REQUIRE(desk.workspace.change({"save-scheme", {broken.name}},
                                      [&](core::Change& change) { return core::saveScheme(change, broken); }));
        desk.wait();
        CHECK(desk.about().contains(u"gone"_s));
        desk.chooseItem(0);
        auto& figure = *desk.field<QComboBox>("itemFigure").lineEdit();
        SchemeDesk::retype(figure, u"In-time closing rate"_s);
        QTest::keyClick(&figure, Qt::Key_Return);
        CHECK_FALSE(isCompared());
    }
    CHECK(desk.about().contains(u"othing to compare with"_s));
    CHECK(desk.field<QTreeWidget>("previewRanking").topLevelItemCount() > 0);
}

TEST_CASE("a shipped scheme is changed in an own copy and put back", "[app][evaluation]") {
    SchemeDesk desk;
    REQUIRE(desk.editor->select(u"thousand-points"_s));
    auto& remove = desk.field<QPushButton>("remove");
    CHECK_FALSE(remove.isEnabled());
    const core::EvaluationScheme shipped = desk.stored("thousand-points");
    SchemeDesk::retype(desk.field<QLineEdit>("english"), u"Our appraisal"_s);
    desk.press("save");
    CHECK(desk.fault().isEmpty());
    CHECK(desk.stored("thousand-points").english == "Our appraisal");
    CHECK(remove.text() == u"As shipped"_s);
    desk.picture(u"scheme-own-copy"_s);
    desk.press("remove");
    CHECK(desk.answers.asked == 0);
    CHECK(desk.stored("thousand-points") == shipped);

    desk.press("copy");
    CHECK(desk.field<QLineEdit>("key").text() == u"thousand-points-2"_s);
    SchemeDesk::retype(desk.field<QLineEdit>("key"), u"tidy"_s);
    desk.press("save");
    CHECK(desk.fieldFault().contains(u"tidy"_s));
    SchemeDesk::retype(desk.field<QLineEdit>("key"), u"ours"_s);
    desk.press("save");
    core::EvaluationScheme expected = shipped;
    expected.key = "ours";
    CHECK(desk.stored("ours") == expected);
}

TEST_CASE("every shipped scheme goes through the form and comes out as it was", "[app][evaluation]") {
    SchemeDesk desk;
    const auto shipped = core::shippedSchemes();
    REQUIRE(shipped);
    REQUIRE(shipped->size() == 8);
    for (core::EvaluationScheme scheme : *shipped) {
        INFO(scheme.key);
        REQUIRE(desk.editor->select(QString::fromStdString(scheme.key)));
        CHECK_FALSE(desk.editor->isChanged());
        for (int item = 0; item < static_cast<int>(scheme.items.size()); ++item) {
            desk.field<QTreeView>("items").setCurrentIndex(desk.field<QTreeView>("items").model()->index(item, 0));
            auto& note = desk.field<QLineEdit>("itemEnglishNote"); // all fields of the item are read
            SchemeDesk::retype(note, u"as tested"_s);
            scheme.items[static_cast<std::size_t>(item)].englishNote = "as tested";
        }
        desk.press("save");
        CHECK(desk.fault().isEmpty());
        CHECK(desk.stored(scheme.key.c_str()) == scheme);
    }
}

TEST_CASE("the editor of schemes fits on the smallest desk in both languages", "[app][evaluation]") {
    for (const core::Language language : {core::Language::Chinese, core::Language::English}) {
        SchemeDesk desk(language);
        const QString name = language == core::Language::Chinese ? u"zh"_s : u"en"_s;
        for (const QString& scheme : {u"area-class-1"_s, u"thousand-points"_s}) {
            REQUIRE(desk.editor->select(scheme));
            desk.wait();
            for (int tab = 0; tab < desk.field<QTabWidget>("schemeTabs").count(); ++tab) {
                desk.openTab(tab);
                if (tab == 0 && scheme == u"area-class-1"_s)
                    desk.chooseItem(1); // the one with bands
                QTest::qWait(20);       // layouts settle
                desk.picture(u"schemes-"_s + name + u'-' + scheme + QString::number(tab));
                for (const QAbstractButton* const button : desk.editor->findChildren<QAbstractButton*>())
                    if (button->isVisible() && !button->text().isEmpty()) {
                        INFO(name.toStdString() << ' ' << tab << ' ' << button->text().toStdString());
                        CHECK(button->width() >= button->minimumSizeHint().width());
                    }
                for (const QScrollArea* const page : desk.editor->findChildren<QScrollArea*>())
                    if (page->isVisible()) {
                        INFO(name.toStdString() << ' ' << tab);
                        CHECK(page->widget()->width() <= page->viewport()->width()); // nothing lies beyond the edge
                    }
            }
        }
        CHECK(desk.editor->width() <= 1366);
        CHECK(desk.editor->height() <= 700); // with a frame and a bar below
    }
    app::setLanguage(core::Language::English);
}
