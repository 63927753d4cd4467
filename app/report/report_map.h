// SPDX-License-Identifier: GPL-3.0-or-later
// The maps of a report: base layers and areas are loaded once, then each area gets its map with its incidents numbered as
// in its list of cases. Vector graphics; text stays text.
#pragma once

#include "app/report/area_report.h"
#include "gis/crs/transform.h"
#include "gis/draw/decorations.h"
#include "gis/draw/frame.h"

#include <map>

namespace gridwarden::app {

struct ReportLayer {
    gis::LayerSource source;
    std::optional<gis::LayerStyle> style = {}; ///< none: the theme's
};

/// One area's map for a box of a fixed size. Immutable: may be painted from any thread.
class AreaMap {
  public:
    /// Into the upper left corner at `corner`, report units.
    void paint(QPainter& painter, QPointF corner) const;
    [[nodiscard]] const std::vector<gis::LegendEntry>& legend() const { return m_legend; }
    [[nodiscard]] QColor background() const { return m_below.ground->theme.background(); }
    [[nodiscard]] std::size_t numbered() const { return m_markers.size(); }
    [[nodiscard]] std::size_t unnumbered() const { return m_unnumbered; }
    [[nodiscard]] bool numbersOnlyOpen() const { return m_numbersOnlyOpen; }
    [[nodiscard]] std::size_t withoutPlace() const { return m_withoutPlace; }

  private:
    friend class ReportMaps;
    struct Leader { // from a marker that had to give way to where the incident is
        gis::MapPoint place;
        QPointF marker; // screen pixels of the view
        core::Lamp lamp;
    };
    void paintFocus(QPainter& painter) const;

    double m_unitsPerPixel = 6;
    gis::MapView m_view;
    gis::FrameContent m_below; // ground and incidents without a number
    gis::FrameContent m_above; // the markers
    std::vector<gis::NumberedMarker> m_markers;
    std::vector<Leader> m_leaders;
    std::shared_ptr<const gis::AreaLayer> m_areas;
    std::optional<std::uint32_t> m_shape; // of the area in m_areas
    std::vector<gis::LegendEntry> m_legend;
    std::size_t m_unnumbered = 0;
    bool m_numbersOnlyOpen = false;
    std::size_t m_withoutPlace = 0;
};

/// More numbers than this would hide the map: then only open cases get theirs, overdue ones first.
inline constexpr std::size_t MaxNumberedCases = 120;

/// Belongs to one thread; the maps it makes do not.
class ReportMaps {
  public:
    /// `layers` from top to bottom, as the window lists them. One that cannot be read is left out and noted.
    /// Errors: Cancelled; as gis::MapTheme::load.
    [[nodiscard]] static core::Result<ReportMaps> load(const ReportScope& scope, const std::vector<ReportLayer>& layers,
                                                       std::stop_token stop);
    /// None where neither the area has an outline nor a listed case a place. `size` in report units.
    [[nodiscard]] std::shared_ptr<const AreaMap> of(const AreaReport& report, QSizeF size);
    /// Of cases anywhere; none where none of them has a place.
    [[nodiscard]] std::shared_ptr<const AreaMap> of(const std::vector<CaseLine>& cases, QSizeF size);
    [[nodiscard]] const std::vector<core::Message>& notes() const { return m_notes; }

  private:
    ReportMaps(const ReportScope& scope, gis::Crs crs, gis::Transform toMap, gis::MapTheme theme);
    [[nodiscard]] std::shared_ptr<const gis::AreaLayer> areasOf(core::AreaKind kind);
    [[nodiscard]] std::shared_ptr<const gis::GroundContent> groundFor(core::AreaKind kind);
    /// Numbers what can be numbered and makes dots of the rest.
    void placeIncidents(const std::vector<CaseLine>& cases, AreaMap& map) const;
    [[nodiscard]] std::shared_ptr<const AreaMap> make(core::AreaKind kind, std::optional<core::AreaId> focus, const std::vector<CaseLine>& cases, QSizeF size);
    [[nodiscard]] std::optional<gis::MapPoint> placeOf(const CaseLine& line) const;

    const ReportScope* m_scope;
    gis::Crs m_crs;
    gis::Transform m_toMap;
    gis::MapTheme m_theme;
    std::vector<gis::FrameLayer> m_layers; // bottom to top
    std::map<core::AreaKind, std::shared_ptr<const gis::AreaLayer>> m_areas;
    std::map<core::AreaKind, std::shared_ptr<const gis::GroundContent>> m_grounds;
    std::vector<core::Message> m_notes;
};

} // namespace gridwarden::app
