// SPDX-License-Identifier: GPL-3.0-or-later
// Where numbered markers go so that none covers another: at the incident, else a little aside with a leader to it.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <optional>
#include <vector>

namespace gridwarden::app {

/// Screen pixels of a map view; remembers what is taken.
class MarkerPlacer {
  public:
    explicit MarkerPlacer(QSizeF window) : m_window(QPointF(), window) {}

    /// The centre for a marker; none when all room near the place is taken.
    std::optional<QPointF> place(QPointF incident, const QString& text);

  private:
    [[nodiscard]] bool isFree(const QRectF& box) const;
    QRectF m_window;
    std::vector<QRectF> m_taken;
};

} // namespace gridwarden::app
