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

TEST_CASE("a requested ground arrives larger than the view", "[gis][draw]") {
    std::atomic<int> ready = 0;
    GroundRenderer renderer([&ready](const std::shared_ptr<const Ground>&) { ++ready; });
    CHECK(renderer.latest() == nullptr);
    const auto content = demoContent();
    renderer.request(content, riverView());
    REQUIRE(QTest::qWaitFor([&] { return ready == 1; }, 20'000));
    const auto ground = renderer.latest();
    REQUIRE(ground != nullptr);
    CHECK(ground->content == content);
    CHECK(covers(ground->view, riverView()));
    CHECK(ground->picture.size() == ground->view.deviceSize());
    CHECK(ground->view.size.width() >= 300);

    renderer.request(content, riverView().panned({40, -30})); // still covered
    CHECK(renderer.isIdle());
    renderer.request(content, riverView().panned({300, 0}));
    REQUIRE(QTest::qWaitFor([&] { return ready == 2; }, 20'000));
    renderer.request(content, riverView().panned({300, 0}).zoomedAbout({100, 100}, 2));
    REQUIRE(QTest::qWaitFor([&] { return ready == 3; }, 20'000));
    renderer.request(demoContent(), riverView().panned({300, 0}).zoomedAbout({100, 100}, 2)); // other content
    REQUIRE(QTest::qWaitFor([&] { return ready == 4; }, 20'000));
    CHECK(QTest::qWaitFor([&] { return renderer.isIdle(); }, 20'000));
}

TEST_CASE("the newest of many wishes is served", "[gis][draw]") {
    std::atomic<int> ready = 0;
    GroundRenderer renderer([&ready](const std::shared_ptr<const Ground>&) { ++ready; });
    const auto content = demoContent();
    MapView view = riverView();
    for (int i = 0; i < 50; ++i) {
        view = view.panned({150, 0}).zoomedAbout({100, 100}, i % 2 == 0 ? 1.3 : 1 / 1.3);
        renderer.request(content, view);
    }
    REQUIRE(QTest::qWaitFor([&] { return renderer.isIdle(); }, 30'000));
    CHECK(covers(renderer.latest()->view, view));
    CHECK(ready <= 51);
}

TEST_CASE("a renderer can be given up while it paints", "[gis][draw]") {
    const auto content = demoContent();
    for (int i = 0; i < 10; ++i) {
        GroundRenderer renderer([](const std::shared_ptr<const Ground>&) {});
        renderer.request(content, riverView());
    }
    SUCCEED();
}
