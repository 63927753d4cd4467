// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_class_editor.h"
#include "app/map/incident_style_dialog.h"
#include "gis/draw/decorations.h"
#include "tests/app/map/map_desk.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;
using gis::SymbolKey;

namespace {

constexpr core::GeoPoint Crossing{120.6452, 28.0052};

std::vector<std::string> classesOnMap(const MapDesk& desk) {
    std::vector<std::string> captions;
    for (const auto& each : desk.map->picture().content().symbols->classes)
        captions.push_back(each.caption.english);
    return captions;
}

/// A dialog on the screen, and the list in it.
struct Styling {
    explicit Styling(MapDesk& of) : desk(of), dialog(*of.layers, of.workspace) {
        dialog.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    }
    void chooseKey(int row) {
        auto* const by = dialog.findChild<QComboBox*>(QStringLiteral("symbolsBy"));
        by->setFocus();
        QTest::keyClick(by, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(by, Qt::Key_Down);
        desk.settle();
    }
    void press(const char* name) {
        QTest::mouseClick(dialog.findChild<QToolButton*>(QString::fromLatin1(name)), Qt::LeftButton);
        desk.settle();
    }
    [[nodiscard]] QListWidget* list() { return dialog.findChild<QListWidget*>(QStringLiteral("symbolClasses")); }
    [[nodiscard]] QStringList shown() {
        QStringList texts;
        for (int row = 0; row < list()->count(); ++row)
            texts << list()->item(row)->text();
        return texts;
    }
    MapDesk& desk;
    app::IncidentStyleDialog dialog;
};

} // namespace

TEST_CASE("symbols tell the states of cases apart when that is chosen", "[app][map]") {
    MapDesk desk;
    desk.report(Crossing);
    Styling styling(desk);
    styling.chooseKey(2);
    CHECK(desk.layers->incidentStyle().by == SymbolKey::State);
    REQUIRE(classesOnMap(desk).size() == core::AllCaseStates.size()); // no others: all are listed
    CHECK(styling.list()->count() == static_cast<int>(core::AllCaseStates.size()));
    const auto legend = gis::legendOf(desk.map->picture().content(), desk.map->view());
    CHECK(legend.front().kind == gis::LegendEntry::Kind::Note);
    CHECK(legend.front().caption.english == "Where cases crowd: the class further up in this list");
    CHECK(legend[1].kind == gis::LegendEntry::Kind::Incident);
    QTest::mouseClick(styling.dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    CHECK(desk.workspace.district()->setting("layers").find("\"by\":\"state\"") != std::string::npos);
    CHECK(desk.workspace.undo());
    desk.settle();
    CHECK(desk.layers->incidentStyle().by == SymbolKey::Lamp);
    CHECK(*desk.map->picture().content().symbols == *gis::IncidentSymbols::lamps());
}

TEST_CASE("classes are moved, given other shapes, counted among the others, added and made usual again", "[app][map]") {
    MapDesk desk;
    desk.report(Crossing);
    Styling styling(desk);
    styling.chooseKey(2);
    const QStringList usual = styling.shown();
    const auto& symbolsNow = [&]() -> const gis::IncidentSymbols& { return *desk.map->picture().content().symbols; };
    const gis::IncidentSymbol second = symbolsNow().classes[1].symbol;
    styling.list()->setCurrentRow(1);
    styling.press("classUp");
    CHECK(styling.shown().mid(0, 2) == QStringList{usual[1], usual[0]});
    CHECK(symbolsNow().classes[0].symbol == second); // it keeps its look
    CHECK(styling.list()->currentRow() == 0);
    auto* const shape = styling.dialog.findChild<QComboBox*>(QStringLiteral("symbolShape"));
    shape->setFocus();
    QTest::keyClick(shape, Qt::Key_Home);
    QTest::keyClick(shape, Qt::Key_Return);
    desk.settle();
    if (symbolsNow().classes[0].symbol.shape != gis::SymbolShape::Disc) // a style without keys for combo boxes: as the mouse does
        emit shape->activated(shape->currentIndex());
    desk.settle();
    CHECK(symbolsNow().classes[0].symbol.shape == gis::SymbolShape::Disc);
    styling.press("classRemove");
    CHECK(styling.shown().size() == usual.size()); // one less, and the others
    CHECK(styling.shown().last() == QStringLiteral("Others"));
    auto* const menu = styling.dialog.findChild<QToolButton*>(QStringLiteral("classAdd"))->menu();
    emit menu->aboutToShow();
    REQUIRE(menu->actions().size() == 1);
    menu->actions().front()->trigger();
    desk.settle();
    CHECK(styling.shown().size() == usual.size());
    CHECK(styling.shown().last() == usual[1]);
    styling.press("classesUsual");
    CHECK(styling.shown() == usual);
    QTest::mouseClick(styling.dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel), Qt::LeftButton);
    CHECK(desk.layers->incidentStyle() == gis::IncidentStyle());
}

TEST_CASE("categories that have cases are classes of their own, the rest are others", "[app][map]") {
    MapDesk desk;
    desk.report(Crossing);
    desk.report({120.655, 28.015}, "01001");
    gis::IncidentStyle style;
    style.by = SymbolKey::Category;
    desk.layers->setIncidentStyle(style);
    desk.settle();
    const core::CategoryRegister& categories = desk.workspace.district()->categories();
    std::vector<std::string> expected;
    for (const core::Category& category : categories.all())
        if (category.id == categories.top(categories.find("09006")->id)->id || category.id == categories.top(categories.find("01001")->id)->id)
            expected.push_back(category.key.text());
    std::vector<std::string> values;
    for (const auto& each : desk.map->picture().content().symbols->classes)
        values.push_back(each.value);
    expected.emplace_back(); // the others
    CHECK(values == expected);

    // A style that names one of them leaves the other to the others; a category counts by itself before its big class.
    const app::SymbolValue top{categories.top(categories.find("09006")->id)->key.text(), {}};
    style.classes = {{categories.find("09006")->key.text()}, {top.value}};
    const core::CaseFacts& facts = *desk.workspace.facts();
    const gis::SymbolPalette palette = gis::SymbolPalette::load(gis::ThemeVariant::Light).value();
    const app::IncidentClassifier classifier(style, palette, categories, desk.workspace.district()->sources(), facts);
    std::vector<int> ranks;
    facts.each([&](std::size_t, const core::CaseFact& fact) { ranks.push_back(classifier.of(fact, core::now()).rank); });
    CHECK(ranks == std::vector<int>{0, 2});
    CHECK(classifier.symbols()->classes.back().caption.english == "Others");
}

TEST_CASE("sources are classes too, and a dark map has its own colours", "[app][map]") {
    MapDesk desk;
    desk.report(Crossing);
    gis::IncidentStyle style;
    style.by = SymbolKey::Source;
    desk.layers->setIncidentStyle(style);
    desk.settle();
    REQUIRE(!desk.map->picture().content().symbols->classes.empty());
    const QColor light = desk.map->picture().content().symbols->classes.front().symbol.colour;
    desk.layers->setTheme(gis::ThemeVariant::Dark);
    desk.settle();
    CHECK(desk.map->picture().content().symbols->classes.front().symbol.colour.lightness() > light.lightness());
}
