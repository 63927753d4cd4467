// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_history.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using app::ViewHistory;
using namespace std::chrono_literals;

namespace {

gis::MapView viewAt(double x) {
    gis::MapView view;
    view.centre.x = x;
    return view;
}

} // namespace

TEST_CASE("views that were stayed at can be walked back and forward", "[app][map]") {
    ViewHistory history;
    const ViewHistory::Clock::time_point start{};
    history.visit(viewAt(1), start);
    history.visit(viewAt(2), start + 5s);
    history.visit(viewAt(3), start + 10s);
    CHECK(history.back()->centre.x == 2);
    CHECK(history.back()->centre.x == 1);
    CHECK_FALSE(history.back().has_value());
    CHECK(history.forward()->centre.x == 2);
}

TEST_CASE("the steps of one movement count as one view", "[app][map]") {
    ViewHistory history;
    const ViewHistory::Clock::time_point start{};
    history.visit(viewAt(1), start);
    history.visit(viewAt(2), start + 5s);
    history.visit(viewAt(3), start + 5s + 100ms);
    history.visit(viewAt(4), start + 5s + 200ms);
    CHECK(history.back()->centre.x == 1);
    CHECK(history.forward()->centre.x == 4);
}

TEST_CASE("a new view gives up what lay ahead", "[app][map]") {
    ViewHistory history;
    const ViewHistory::Clock::time_point start{};
    history.visit(viewAt(1), start);
    history.visit(viewAt(2), start + 5s);
    CHECK(history.back().has_value());
    history.visit(viewAt(9), start + 20s);
    CHECK_FALSE(history.canGoForward());
    CHECK(history.back()->centre.x == 1);
}
