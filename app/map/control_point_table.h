// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/crs/similarity.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace gridwarden::app {

/// Control points as they are typed or pasted, with what is left of each after the fit. A point that is switched off does not take part
/// and shows its residual all the same.
class ControlPointTable : public QWidget {
    Q_OBJECT
  public:
    explicit ControlPointTable(QWidget* parent = nullptr);
    void setPoints(const std::vector<gis::ControlPoint>& points);
    /// Of the rows that are complete.
    [[nodiscard]] std::vector<gis::ControlPoint> points() const;

  signals:
    void changed();

  private:
    void addRow(const gis::ControlPoint* point);
    void removeRows();
    void paste();
    void showFit();
    [[nodiscard]] std::optional<gis::ControlPoint> pointOf(int row) const;
    QTableWidget* m_table;
    QLabel* m_summary;
    bool m_isFilling = false;
};

/// Lines of four numbers (source x, source y, target x, target y) apart by tab, comma, semicolon or blanks; other lines are passed over.
/// Where all targets have their northing first, as surveyors in China write it, both pairs are turned round.
[[nodiscard]] std::vector<gis::ControlPoint> controlPointsFromText(const QString& text);

} // namespace gridwarden::app
