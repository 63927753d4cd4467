// SPDX-License-Identifier: GPL-3.0-or-later
// A map of the small district on the screen, and the hands to work with it.
#pragma once

#include "app/map/map_widget.h"
#include "tests/support/small_district.h"

#include <QSignalSpy>
#include <QTest>

namespace gridwarden::test {

/// Opened for writing; cases are reported through the workspace.
struct MapDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    std::unique_ptr<app::LayerList> layers;
    std::unique_ptr<app::MapWidget> map;

    MapDesk() {
        REQUIRE(workspace.adopt(std::move(small.district)));
        layers = std::make_unique<app::LayerList>(workspace, jobs);
        map = std::make_unique<app::MapWidget>(workspace, *layers);
        map->resize(800, 600);
        map->show();
        REQUIRE(QTest::qWaitForWindowExposed(map.get()));
        settle();
    }

    /// Waits until ground and incidents of the last change are on the map.
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return map->picture().isIdle() && !layers->isLoading() && !jobs.isBusy(); }, 10'000));
        QCoreApplication::processEvents();
    }
    core::CaseId report(core::GeoPoint place, std::string_view category = "09006") {
        core::CaseDraft draft;
        draft.place = place;
        draft.category = workspace.district()->categories().find(category)->id;
        const auto id = workspace.report(draft);
        REQUIRE(id);
        settle();
        return *id;
    }
    [[nodiscard]] QPoint screen(core::GeoPoint place) const { return map->screenAt(place).value().toPoint(); }
};

inline void moveMouse(QWidget& widget, QPoint to, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QMouseEvent event(QEvent::MouseMove, QPointF(to), widget.mapToGlobal(QPointF(to)), Qt::NoButton, buttons, modifiers);
    QCoreApplication::sendEvent(&widget, &event);
}

/// Press, some moves on the way, release.
inline void drag(QWidget& widget, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::mousePress(&widget, button, modifiers, from);
    for (int step = 1; step <= 4; ++step)
        moveMouse(widget, from + (to - from) * step / 4, button, modifiers);
    QTest::mouseRelease(&widget, button, modifiers, to);
}

inline void turnWheel(QWidget& widget, QPoint at, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWheelEvent event(QPointF(at), widget.mapToGlobal(QPointF(at)), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

/// Within some centimetres, given in degrees.
inline bool isNear(core::GeoPoint a, core::GeoPoint b, double metres = 1) { return core::distanceMetres(a, b) < metres; }

} // namespace gridwarden::test
