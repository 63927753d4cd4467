// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/ground_renderer.h"

#include "draw_data.h"

#include <QTest>
#include <atomic>

using namespace drawtest;

namespace {

std::shared_ptr<GroundContent> demoContent() {
    auto content = std::make_shared<GroundContent>();
    content->theme = MapTheme::load(ThemeVariant::Light).value();
    const MapLayer water = loadLayer(demoLayer("water"), mapCrs()).value();
    content->layers.push_back({water, content->theme.styleFor(traitsOf(water)), true});
    return content;
}

MapView riverView() {
    MapView view = smallView();
    view.centre = onMap(121.4890, 31.2400);
    return view;
}

} // namespace

TEST_CASE("a requested ground arrives in tiles that cover the view", "[gis][draw]") {
    std::atomic<int> ready = 0;
    GroundRenderer renderer([&ready](const std::shared_ptr<const Ground>&) { ++ready; });
    CHECK(renderer.latest() == nullptr);
    CHECK(renderer.isIdle());
    const auto content = demoContent();
    MapView view = riverView().resized({900, 700});
    renderer.request(content, view);
    REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 20'000));
    CHECK(ready >= 1);
    const auto ground = renderer.latest();
    REQUIRE(ground != nullptr);
    CHECK(ground->content == content);
    CHECK(ground->isComplete);
    CHECK(covers(ground->labels->view, view));
    const Box seen = view.visibleBox();
    double area = 0;
    for (const GroundTile& tile : ground->tiles) {
        CHECK(tile.areas.isNull()); // there are none
        area += std::max(0.0, std::min(tile.box.maxX, seen.maxX) - std::max(tile.box.minX, seen.minX)) *
                std::max(0.0, std::min(tile.box.maxY, seen.maxY) - std::max(tile.box.minY, seen.minY));
    }
    CHECK(area == Approx(seen.width() * seen.height())); // each place once

    // A little aside: all is there already.
    renderer.request(content, view.panned({40, -30}));
    CHECK(renderer.isIdle());
    CHECK(renderer.latest()->isComplete);
}

TEST_CASE("tiles are the same picture as one painted at once", "[gis][draw]") {
    const auto content = demoContent();
    for (const double ratio : {1.0, 1.25, 2.0}) {
        MapView view = riverView().resized({900, 700}).withScale(8'000);
        view.pixelRatio = ratio;
        view.centre.x = std::round(view.centre.x / view.unitsPerPixel) * view.unitsPerPixel; // on the lattice of tiles
        view.centre.y = std::round(view.centre.y / view.unitsPerPixel) * view.unitsPerPixel;
        GroundRenderer renderer([](const std::shared_ptr<const Ground>&) {});
        renderer.request(content, view);
        REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 20'000));
        FrameContent frame;
        frame.ground = content;
        QImage composed;
        composeFrame(composed, renderer.latest().get(), frame, view);
        const QImage whole = render(frame, view);
        REQUIRE(composed.size() == whole.size());
        int different = 0;
        for (int y = 0; y < whole.height(); ++y)
            for (int x = 0; x < whole.width(); ++x)
                different += isNear(composed.pixel(x, y), QColor(whole.pixel(x, y)), 40) ? 0 : 1;
        CHECK(different < whole.width() * whole.height() / 500); // names may have other places
    }
}

TEST_CASE("what was seen stands in until a view has its tiles, and is found again", "[gis][draw]") {
    GroundRenderer renderer([](const std::shared_ptr<const Ground>&) {});
    const auto content = demoContent();
    const MapView view = riverView();
    renderer.request(content, view);
    REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 20'000));
    FrameContent frame;
    frame.ground = content;
    const QColor water = content->layers[0].style.other.fill;
    renderer.request(content, view.zoomedAbout({100, 100}, 3));
    QImage picture;
    composeFrame(picture, renderer.latest().get(), frame, view.zoomedAbout({100, 100}, 3));
    int wet = 0;
    for (int y = 0; y < 200; y += 10)
        for (int x = 0; x < 200; x += 10)
            wet += isNear(picture.pixel(x, y), water) ? 1 : 0;
    CHECK(wet > 200); // at once
    REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 20'000));
    renderer.request(content, view.zoomedAbout({100, 100}, 3).zoomedAbout({100, 100}, 1 / 3.0));
    const Box seen = view.visibleBox();
    const auto& tiles = renderer.latest()->tiles; // those of before, not only stand-ins
    CHECK(std::any_of(tiles.begin(), tiles.end(), [&](const GroundTile& tile) { return tile.box.intersects(seen) && tile.box.width() > 500; }));
}

TEST_CASE("other colours of areas leave the layers' pictures alone", "[gis][draw]") {
    core::Area area;
    area.id = core::AreaId(7);
    const core::GeoPoint middle{121.4890, 31.2400};
    area.shape.polygons = {{{{middle.longitude - 1, middle.latitude - 1},
                             {middle.longitude + 1, middle.latitude - 1},
                             {middle.longitude + 1, middle.latitude + 1},
                             {middle.longitude - 1, middle.latitude + 1},
                             {middle.longitude - 1, middle.latitude - 1}}}};
    auto first = demoContent();
    AreaOverlay overlay;
    overlay.areas = AreaLayer::build(core::AreaKind::Grid, std::span(&area, 1), *Transform::between(Crs::cgcs2000(), mapCrs()));
    overlay.look.look.fill = QColor(255, 0, 0);
    first->areas.push_back(overlay);
    auto second = std::make_shared<GroundContent>(*first);
    auto shading = std::make_shared<AreaShading>();
    shading->fills = {QColor(0, 0, 255)};
    second->areas[0].shading = std::move(shading);

    GroundRenderer renderer([](const std::shared_ptr<const Ground>&) {});
    renderer.request(first, riverView());
    REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 20'000));
    const auto before = renderer.latest();
    renderer.request(second, riverView());
    REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 20'000));
    const auto after = renderer.latest();
    REQUIRE(before->tiles.size() == after->tiles.size());
    for (std::size_t i = 0; i < before->tiles.size(); ++i) {
        CHECK(before->tiles[i].base.cacheKey() == after->tiles[i].base.cacheKey());
        CHECK(before->tiles[i].areas.cacheKey() != after->tiles[i].areas.cacheKey());
    }
    FrameContent frame;
    frame.ground = second;
    QImage picture;
    composeFrame(picture, after.get(), frame, riverView());
    CHECK(isNear(picture.pixel(20, 20), QColor(0, 0, 255)));
}

TEST_CASE("the newest of many wishes is served and memory stays bounded", "[gis][draw]") {
    GroundRenderer renderer([](const std::shared_ptr<const Ground>&) {});
    const auto content = demoContent();
    MapView view = riverView().resized({1600, 900});
    for (int i = 0; i < 60; ++i) {
        view = view.panned({150, 0}).zoomedAbout({100, 100}, i % 2 == 0 ? 1.37 : 1 / 1.31);
        renderer.request(content, view);
        if (i % 3 == 0)
            QTest::qWait(30);
    }
    REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 30'000));
    CHECK(renderer.latest()->view == view);
    CHECK(renderer.latest()->isComplete);
    constexpr std::size_t OfTheView = 40'000'000;
    CHECK(renderer.bytes() <= GroundRenderer::MostBytes + OfTheView);
}

TEST_CASE("a renderer can be given up while it paints", "[gis][draw]") {
    const auto content = demoContent();
    for (int i = 0; i < 10; ++i) {
        GroundRenderer renderer([](const std::shared_ptr<const Ground>&) {});
        renderer.request(content, riverView());
    }
    SUCCEED();
}

TEST_CASE("tiles cover any box without gaps", "[gis][draw]") {
    MapView view = smallView();
    view.unitsPerPixel = 0.37;
    const GroundLattice lattice(view);
    for (const Box box : {Box{-10, -10, 500, 300}, Box{1e6, 4e6, 1e6 + 700, 4e6 + 1}, Box{5, 5, 5, 5}}) {
        Box all;
        for (const TileKey key : lattice.covering(box))
            all.include(lattice.boxOf(key));
        CHECK(all.minX <= box.minX);
        CHECK(all.minY <= box.minY);
        CHECK(all.maxX >= box.maxX);
        CHECK(all.maxY >= box.maxY);
    }
    CHECK(lattice.covering(Box{-1e12, -1e12, 1e12, 1e12}).size() <= GroundLattice::Most + 200);
    CHECK(lattice.covering(Box{}).empty());
    CHECK(lattice.isSame(GroundLattice(view.zoomedAbout({0, 0}, 1.5).zoomedAbout({0, 0}, 1 / 1.5))));
    CHECK(!lattice.isSame(GroundLattice(view.zoomedAbout({0, 0}, 1.0001))));
}
