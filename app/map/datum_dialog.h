// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "gis/crs/local_system.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace gridwarden::app {

class ControlPointTable;

/// A button that names a coordinate system and opens the list to choose another.
class CrsButton : public QWidget {
    Q_OBJECT
  public:
    CrsButton(const QString& title, core::GeoPoint place, bool planesOnly, QWidget* parent = nullptr);
    void setCrs(const std::string& crs);
    [[nodiscard]] const std::string& crs() const { return m_crs; }

  signals:
    void changed();

  private:
    QLabel* m_name;
    std::string m_crs;
};

/// In which coordinate system and datum a layer is to be read: as it says, a registered system, GCJ-02, BD-09, or a local one by four or seven
/// parameters or by control points.
class DatumDialog : public QDialog {
    Q_OBJECT
  public:
    /// `crs`: what the layer is read in now; empty: its own. `place`: around which systems are offered; `plane`: what a local plane is
    /// brought into at first.
    DatumDialog(const QString& layer, const std::string& crs, core::GeoPoint place, const std::string& plane, QWidget* parent = nullptr);
    /// What Crs::parse reads, or empty.
    [[nodiscard]] std::string crs() const;

  private:
    QWidget* textPage(const QString& text);
    QWidget* systemPage(core::GeoPoint place);
    QWidget* fourPage(core::GeoPoint place);
    QWidget* pointsPage(core::GeoPoint place);
    QWidget* sevenPage(core::GeoPoint place);
    QDoubleSpinBox* numberField(double most, int decimals, const QString& suffix, const QString& name);
    void fill(const std::string& crs, const std::string& plane);
    void judge();

    QComboBox* m_kind;
    QStackedWidget* m_pages;
    QLabel* m_verdict;
    QPushButton* m_ok = nullptr;
    CrsButton* m_system = nullptr;
    CrsButton* m_fourPlane = nullptr;
    std::array<QDoubleSpinBox*, 4> m_four{};
    CrsButton* m_pointsPlane = nullptr;
    ControlPointTable* m_points = nullptr;
    CrsButton* m_sevenSystem = nullptr;
    std::array<QDoubleSpinBox*, 7> m_seven{};
};

} // namespace gridwarden::app
