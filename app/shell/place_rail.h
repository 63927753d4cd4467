// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>
#include <array>

class QActionGroup;

namespace gridwarden::app {

/// The work places along the left edge: what surrounds the map. The map stays the same in all of them.
enum class WorkPlace { Map, Cases, Figures, Patrol };
inline constexpr std::array AllWorkPlaces = {WorkPlace::Map, WorkPlace::Cases, WorkPlace::Figures, WorkPlace::Patrol};

class PlaceRail : public QToolBar {
    Q_OBJECT
  public:
    explicit PlaceRail(QAction* reports, QWidget* parent = nullptr);
    [[nodiscard]] WorkPlace place() const { return m_place; }
    void setPlace(WorkPlace place);

  signals:
    /// `from` is what is left.
    void placeChanged(gridwarden::app::WorkPlace from, gridwarden::app::WorkPlace to);

  private:
    QAction* addPlace(WorkPlace place, const char* iconName, const QString& text, const QString& tip);
    QActionGroup* m_group;
    WorkPlace m_place = WorkPlace::Map;
};

} // namespace gridwarden::app
