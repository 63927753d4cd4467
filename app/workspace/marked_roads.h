// SPDX-License-Identifier: GPL-3.0-or-later
// Roads that a panel has something to say of, for the map to show while it is seen. The panel sets them; the map draws them and tells which one was clicked.
#pragma once

#include "core/base/geometry.h"

#include <QObject>
#include <optional>
#include <vector>

namespace gridwarden::app {

class MarkedRoads : public QObject {
    Q_OBJECT
public:
    /// Kept: passed as often as required, on every day; Partly: on some days, or too seldom; Missed: not at all though required; Passed and NotPassed: nothing is required.
    enum class Sign { Kept, Partly, Missed, Passed, NotPassed };
    struct Road {
        std::vector<core::Line> lines; ///< degrees, CGCS2000
        Sign sign = Sign::NotPassed;
    };

    explicit MarkedRoads(QObject* parent) : QObject(parent) {}
    [[nodiscard]] const std::vector<Road>& roads() const { return m_roads; }
    [[nodiscard]] std::optional<std::size_t> selected() const { return m_selected; }
    /// None of them is selected then.
    void setRoads(std::vector<Road> roads) {
        m_roads = std::move(roads);
        m_selected.reset();
        emit changed();
    }
    void select(std::optional<std::size_t> road) {
        if (road == m_selected)
            return;
        m_selected = road;
        emit selectionChanged();
    }
    /// By the map.
    void click(std::size_t road) { emit clicked(road); }

signals:
    void changed();
    void selectionChanged();
    void clicked(std::size_t road);

private:
    std::vector<Road> m_roads;
    std::optional<std::size_t> m_selected;
};

} // namespace gridwarden::app
