// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows, kept in step with the workspace and the list of layers.
#pragma once

#include "app/map/layer_list.h"
#include "gis/crs/transform.h"
#include "gis/draw/frame.h"
#include "gis/draw/symbol_palette.h"

#include <QObject>
#include <QTimer>

namespace gridwarden::gis {
class GroundRenderer;
}

namespace gridwarden::app {

class IncidentClassifier;
class IncidentIndexer;

/// Follows filter, selection, changes and layers; `changed` says that the map has to be painted again. Ground and index of
/// incidents are made by workers; until they are there the former ones stand in.
class MapPicture : public QObject {
    Q_OBJECT
  public:
    MapPicture(Workspace& workspace, LayerList& layers, QObject* parent = nullptr);
    ~MapPicture() override;

    [[nodiscard]] const gis::FrameContent& content() const { return m_content; }
    /// The last ground, null at first.
    [[nodiscard]] std::shared_ptr<const gis::Ground> ground() const;
    /// Asks for a ground for this view.
    void prepare(const gis::MapView& view);
    /// Everything asked for is there.
    [[nodiscard]] bool isIdle() const;

    /// Cases within `tolerance` map units, nearest first.
    [[nodiscard]] std::vector<core::CaseId> casesNear(gis::MapPoint point, double tolerance, std::size_t limit = 50) const;
    /// The cases that a circle at a point of the screen counts, when they are drawn as clusters; a single one is no group.
    struct Group {
        std::size_t count = 0;
        gis::Box extent;                 ///< map units
        std::vector<core::CaseId> cases; ///< where all are at one place
    };
    [[nodiscard]] std::optional<Group> groupAt(QPointF screen, const gis::MapView& view) const;
    [[nodiscard]] std::vector<core::CaseId> casesWithin(const gis::Box& box) const;

    [[nodiscard]] std::optional<gis::MapPoint> toMap(core::GeoPoint place) const;
    [[nodiscard]] std::optional<core::GeoPoint> toGeo(gis::MapPoint point) const;
    /// The map's box around a box in degrees.
    [[nodiscard]] gis::Box toMap(const core::GeoBox& box) const;
    [[nodiscard]] const LayerList& layers() const { return m_layers; }
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }

  signals:
    void changed();
    void mapCrsChanged();

  private:
      void tellFaults();
      void makeTransform();
      void classify();
      void askForIndex();
      void takeIndex(std::shared_ptr<const core::CaseFacts> facts, std::shared_ptr<const gis::IncidentIndex> index,
                     std::shared_ptr<const IncidentClassifier> classifier, std::size_t number);
      void followTheme();
      void follow();

      Workspace& m_workspace;
      LayerList& m_layers;
      gis::FrameContent m_content;
      std::shared_ptr<const core::CaseFacts> m_indexedFacts;
      std::optional<gis::Transform> m_toMap;                  // from CGCS2000 degrees
      std::shared_ptr<const IncidentClassifier> m_classifier; ///< of the index
      std::optional<gis::SymbolPalette> m_palette;
      core::Moment m_asOf; ///< of lamps and states
      std::size_t m_revision = 0;
      std::size_t m_asked = 0;
      std::size_t m_answered = 0;
      QTimer m_lampTimer;
      std::unique_ptr<IncidentIndexer> m_indexer;
      std::unique_ptr<gis::GroundRenderer> m_renderer;
};

} // namespace gridwarden::app
