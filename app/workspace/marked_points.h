// SPDX-License-Identifier: GPL-3.0-or-later
// Places of what a panel lists, for the map to show while the panel is seen. The panel sets them; the map draws them
// and tells which one was clicked.
#pragma once

#include "core/base/geometry.h"

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace gridwarden::app {

class MarkedPoints : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] const std::vector<core::GeoPoint>& points() const { return m_points; } ///< CGCS2000
    [[nodiscard]] const QString& caption() const { return m_caption; } ///< what they are, for the legend
    [[nodiscard]] std::optional<std::size_t> selected() const { return m_selected; }
    void setPoints(std::vector<core::GeoPoint> points, const QString& caption,
                   std::optional<std::size_t> selected = {}) {
        if (points.empty() && m_points.empty())
            return;
        m_points = std::move(points);
        m_caption = caption;
        m_selected = selected;
        emit changed();
    }
    /// By the map.
    void click(std::size_t point) { emit clicked(point); }

signals:
    void changed();
    void clicked(std::size_t point);

private:
    std::vector<core::GeoPoint> m_points;
    QString m_caption;
    std::optional<std::size_t> m_selected;
};

} // namespace gridwarden::app
