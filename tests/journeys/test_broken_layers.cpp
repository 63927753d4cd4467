// SPDX-License-Identifier: GPL-3.0-or-later
// Broken layers in the real window: each is drawn as far as it can be, has a badge that says what is the matter, and
// the badge leads to what helps. With GRIDWARDEN_PICTURES set to a folder, what is seen on the way is kept there.
#include "app/map/datum_dialog.h"
#include "app/map/layer_delegate.h"
#include "app/shell/window_host.h"
#include "app/text/language.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/app/map/map_desk.h"
#include "tests/app/map/tile_server.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct LayerStory {
    ScriptedPrompts prompts;
    SmallDistrict small;
    app::WindowHost host;
    app::MainWindow& window = host.window();
    app::LayerList& layers = window.layers();
    TileServer server;
    QString language;

    explicit LayerStory(QString suffix) : language(std::move(suffix)) {
        const QString path = QString::fromStdString((small.folder / "small.gpkg").string());
        small.district.reset();
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.files().open(path);
        REQUIRE(QTest::qWaitFor([this] { return host.workspace().district() != nullptr; }, 10'000));
        settle();
    }
    void settle() {
        REQUIRE(QTest::qWaitFor(
            [this] { return !host.workspace().isBusy() && window.map().picture().isIdle() && !layers.isLoading(); },
            20'000));
        QTest::qWait(100);
    }
    void take(QWidget& widget, const char* name) const {
        if (const QString folder = qEnvironmentVariable("GRIDWARDEN_PICTURES"); !folder.isEmpty())
            CHECK(widget.grab().save(
                QDir(folder).filePath(QStringLiteral("%1_%2.png").arg(QLatin1String(name), language))));
    }
    void add(const char* name, const QByteArray& content) {
        QFile file(QString::fromStdString((small.folder / name).string()));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        addFile(small.folder / name);
    }
    void addFile(const std::filesystem::path& path) {
        layers.add({{.path = path, .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
        settle();
    }
    int row(const char* title) const {
        for (int row = 0; row < layers.rowCount(); ++row)
            if (layers.titleOf(row) == QLatin1String(title))
                return row;
        FAIL(title);
        return -1;
    }
    std::string badge(const char* title) const {
        return layers.data(layers.index(row(title)), app::LayerList::BadgeRole).toString().toStdString();
    }
    QMenu& clickBadge(const char* title) {
        auto* const view = window.findChild<QTreeView*>(QStringLiteral("layerView"));
        const QModelIndex index = layers.index(row(title));
        view->scrollTo(index);
        QStyleOptionViewItem option;
        option.initFrom(view);
        option.font = view->font();
        option.rect = view->visualRect(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier,
                          app::LayerDelegate::badgeBox(option, index).center());
        auto* const menu = window.findChild<QMenu*>(QStringLiteral("layerNotes"));
        REQUIRE(menu != nullptr);
        return *menu;
    }
};

QByteArray shops() {
    QByteArrayList features;
    const auto feature = [&features](const QByteArray& geometry) {
        features << R"({"type":"Feature","properties":{"name":"铺"},"geometry":)" + geometry + "}";
    };
    for (int i = 0; i < 30; ++i)
        feature(R"({"type":"Point","coordinates":[)" + QByteArray::number(120.6415 + 0.0006 * i, 'f', 6) + "," +
                QByteArray::number(28.004 + 0.0004 * (i % 7), 'f', 6) + "]}");
    feature("null");
    feature(R"({"type":"Point","coordinates":[120,95]})");
    feature(R"({"type":"Point","coordinates":[1e300,28]})");
    feature(R"({"type":"LineString","coordinates":[[120.64,28]]})");
    feature(
        R"({"type":"Polygon","coordinates":[[[120.642,28.012],[120.648,28.018],[120.648,28.012],[120.642,28.018],[120.642,28.012]]]})"); // a bow tie
    feature(R"({"type":"Point","coordinates":[20,-28]})");
    return R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}";
}

/// Walls around a yard, in the plane of zone 40, whose number stands before the easting.
QByteArray walls() {
    QByteArray text = "0\nSECTION\n2\nENTITIES\n";
    const double corners[][2] = {{40'563'300, 3'098'900},
                                 {40'563'900, 3'098'900},
                                 {40'563'900, 3'099'400},
                                 {40'563'300, 3'099'400},
                                 {40'563'300, 3'098'900}};
    for (int i = 0; i < 4; ++i) {
        text += "0\nLINE\n8\nwalls\n";
        const char* const codes[] = {"10", "20", "11", "21"};
        const double values[] = {corners[i][0], corners[i][1], corners[i + 1][0], corners[i + 1][1]};
        for (int each = 0; each < 4; ++each)
            text += QByteArray(codes[each]) + '\n' + QByteArray::number(values[each], 'f', 2) + '\n';
    }
    return text + "0\nENDSEC\n0\nEOF\n";
}

} // namespace

TEST_CASE("broken layers are drawn as far as they can be and say what is the matter", "[journey][gui]") {
    const bool isChinese = GENERATE(true, false);
    app::setLanguage(isChinese ? core::Language::Chinese : core::Language::English);
    {
        LayerStory story(isChinese ? QStringLiteral("zh") : QStringLiteral("en"));
        const auto say = [isChinese](const char* chinese, const char* english) {
            return std::string(isChinese ? chinese : english);
        };
        story.layers.addService(QStringLiteral("底图"),
                                {(story.server.address() + QStringLiteral("/{z}/{x}/{y}.png")).toStdString(),
                                 {},
                                 "EPSG:3857",
                                 "© 某市勘测院",
                                 gis::mercatorLevels(3, 17)});
        story.server.answer = [](const QString&) {
            return TileServer::Answer{200, "image/png", pngOf(QColor(226, 232, 222))};
        };
        story.add("shops.geojson", shops());
        story.add("walls.dxf", walls());
        story.add(
            "metres.geojson",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[563000,3099000]}}]})");
        std::filesystem::copy_file(std::string(GRIDWARDEN_TEST_DATA) + "/draw/rotated_cut.tif",
                                   story.small.folder / "scan.tif");
        story.addFile(story.small.folder / "scan.tif");
        CHECK(story.badge("shops") == say("略去 4 个", "4 left out"));
        CHECK(story.badge("walls") == say("位置未知", "place unknown"));
        CHECK(story.badge("metres") == say("无法读取", "unreadable"));
        story.take(story.window, "broken_layers");

        QMenu& notes = story.clickBadge("shops");
        CHECK(notes.findChild<QLabel*>()->text().contains(isChinese ? QStringLiteral("坐标不是数值")
                                                                    : QStringLiteral("no numbers")));
        story.take(notes, "broken_notes");
        notes.close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        // The place that is missing is chosen behind the badge.
        QMenu& unknown = story.clickBadge("walls");
        story.take(unknown, "broken_unknown");
        QTimer::singleShot(0, [&story] {
            auto* const dialog = qobject_cast<app::DatumDialog*>(QApplication::activeModalWidget());
            REQUIRE(dialog != nullptr);
            story.take(*dialog, "broken_datum");
            dialog->reject();
        });
        for (QAction* const action : unknown.actions())
            if (action->text() ==
                (isChinese ? QStringLiteral("坐标系与基准…") : QStringLiteral("Coordinate system and datum …")))
                action->trigger();
        unknown.close();
        gis::LayerSource source = story.layers.entry(story.row("walls")).source;
        source.crs = "EPSG:4528";
        story.layers.setSource(story.row("walls"), source);
        story.settle();
        CHECK(story.badge("walls").empty());
        story.window.map().zoomTo(story.layers.extentOf(story.row("shops")));
        story.settle();
        story.take(story.window, "broken_mended");
    }
    app::setLanguage(core::Language::English);
}
