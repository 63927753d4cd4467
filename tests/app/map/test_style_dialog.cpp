// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/style_dialog.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/app/map/map_desk.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr int Row = 3; // below incidents and two kinds of areas

/// Houses with a number of floors and a use.
gis::LayerSource writeHouses(const SmallDistrict& small) {
    const std::filesystem::path path = small.folder / "houses.geojson";
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::WriteOnly));
    QByteArray features;
    for (int i = 0; i < 12; ++i) {
        const QByteArray west = QByteArray::number(120.641 + i * 0.001, 'f', 4);
        const QByteArray east = QByteArray::number(120.6415 + i * 0.001, 'f', 4);
        features += (i > 0 ? "," : "") + QByteArray(R"({"type":"Feature","properties":{"floors":)") + QByteArray::number(i * i) + R"(,"use":")" +
                    (i % 3 == 0 ? "shop" : "home") + R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + west + ",28.004],[" + east + ",28.004],[" + east +
                    ",28.006],[" + west + ",28.006],[" + west + ",28.004]]]}}";
    }
    file.write(R"({"type":"FeatureCollection","features":[)" + features + "]}");
    return {.path = path, .layer = {}, .encoding = {}, .crs = {}, .fields = {}};
}

void choose(QComboBox& box, const QVariant& data) {
    REQUIRE(box.findData(data) >= 0);
    box.setCurrentIndex(box.findData(data));
    emit box.activated(box.currentIndex());
}

struct HouseDesk : MapDesk {
    HouseDesk() {
        layers->add({writeHouses(small)});
        settle();
        REQUIRE(layers->entry(Row).state == app::LayerState::Ready);
    }
};

} // namespace

TEST_CASE("numbers are coloured by ranges of a chosen kind and number", "[app][map]") {
    HouseDesk desk;
    app::StyleDialog dialog(*desk.layers, Row);
    dialog.show();
    auto* const method = dialog.findChild<QComboBox*>(QStringLiteral("classMethod"));
    auto* const count = dialog.findChild<QSpinBox*>(QStringLiteral("classCount"));
    auto* const table = dialog.findChild<QTableWidget*>(QStringLiteral("classTable"));
    auto* const field = dialog.findChild<QComboBox*>(QStringLiteral("classField"));
    choose(*field, QStringLiteral("use"));
    CHECK(table->rowCount() == 3); // two uses and the rest
    CHECK_FALSE(method->isVisible());
    choose(*field, QStringLiteral("floors"));
    CHECK(method->isVisible());
    CHECK_FALSE(count->isVisible());
    CHECK(desk.layers->styleOf(Row).classes.size() == 12);
    choose(*method, static_cast<int>(gis::ClassMethod::Equal));
    CHECK(count->isVisible());
    count->setValue(4);
    const gis::LayerStyle style = desk.layers->styleOf(Row);
    REQUIRE(style.classes.size() == 4);
    CHECK(style.classes[0].holds("30"));       // 0 – 30.25
    CHECK_FALSE(style.classes[0].holds("36"));
    CHECK(style.classes[3].holds("121"));
    dialog.reject();
    CHECK_FALSE(desk.layers->entry(Row).style.has_value());
}

TEST_CASE("a class is edited by choosing it in the table", "[app][map]") {
    HouseDesk desk;
    app::StyleDialog dialog(*desk.layers, Row);
    dialog.show();
    choose(*dialog.findChild<QComboBox*>(QStringLiteral("classField")), QStringLiteral("use"));
    auto* const table = dialog.findChild<QTableWidget*>(QStringLiteral("classTable"));
    table->setCurrentCell(1, 1);
    auto* const pattern = dialog.findChild<QComboBox*>(QStringLiteral("pattern"));
    pattern->setCurrentIndex(1);
    emit pattern->activated(1);
    auto* const width = dialog.findChild<QDoubleSpinBox*>();
    REQUIRE(width != nullptr);
    width->setValue(4.5);
    const gis::LayerStyle style = desk.layers->styleOf(Row);
    REQUIRE(style.classes.size() == 2);
    CHECK(style.classes[1].look.width == 4.5);
    CHECK_FALSE(style.classes[1].look.dash.empty());
    CHECK(style.classes[0].look.width != 4.5);
    CHECK(style.classes[0].look.dash.empty());
    table->setCurrentCell(0, 1);
    CHECK(width->value() == style.classes[0].look.width);
    dialog.accept();
    CHECK(desk.layers->entry(Row).style == style);
}

TEST_CASE("a style goes to a file and comes back to another layer", "[app][map]") {
    HouseDesk desk;
    ScriptedPrompts prompts;
    const QString file = QString::fromStdString((desk.small.folder / "houses-style.json").string());
    gis::LayerStyle saved;
    {
        app::StyleDialog dialog(*desk.layers, Row);
        choose(*dialog.findChild<QComboBox*>(QStringLiteral("classField")), QStringLiteral("use"));
        saved = desk.layers->styleOf(Row);
        prompts.file = file;
        dialog.findChild<QPushButton*>(QStringLiteral("saveStyle"))->click();
        dialog.reject();
    }
    CHECK(QFile::exists(file));
    app::StyleDialog dialog(*desk.layers, Row);
    CHECK(desk.layers->styleOf(Row) != saved);
    prompts.file = file;
    dialog.findChild<QPushButton*>(QStringLiteral("loadStyle"))->click();
    CHECK(desk.layers->styleOf(Row) == saved);
    dialog.accept();
    CHECK(desk.layers->entry(Row).style == saved);
}
