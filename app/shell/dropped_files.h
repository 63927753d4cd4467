// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"
#include "app/shell/district_files.h"

namespace gridwarden::app {

/// What happens to files that are dropped on the window or given to it: districts are opened, data files offered as layers or for
/// import, photos begin an incident where they were taken or dropped.
class DroppedFiles : public QObject {
    Q_OBJECT
  public:
    DroppedFiles(DistrictFiles& files, MapWidget& map, LayerList& layers, Jobs& jobs, QWidget* window);
    /// A job looks what they are; then it goes on, for the district that was open when they were dropped.
    void take(const QStringList& files, std::optional<core::GeoPoint> place, QPoint globalPosition);

  signals:
    void incidentWanted(gridwarden::core::GeoPoint place, QPoint globalPosition, const QStringList& photos);

  private:
      /// Files by what they are for.
      struct Sorted {
          QStringList photos;
          QStringList tables;
          QStringList districts;
          bool isArchive = false;                     ///< the first of the districts
          std::optional<core::GeoPoint> placeOfPhoto; ///< of the first
          bool isWhole = false;                       ///< all were looked at
      };
      [[nodiscard]] static Sorted sort(const QStringList& files);
      void takeSorted(const Sorted& sorted, std::optional<core::GeoPoint> place, QPoint globalPosition);
      void takeDistrict(const Sorted& sorted);
      Workspace& m_workspace;
      DistrictFiles& m_files;
      MapWidget& m_map;
      LayerList& m_layers;
      Jobs& m_jobs;
      QWidget* m_window;
};

} // namespace gridwarden::app
