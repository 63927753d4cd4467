// SPDX-License-Identifier: GPL-3.0-or-later
// Editing the borders of areas on the map: what the tool draws in, what the bar beside it shows and what is confirmed in the end.
#pragma once

#include "app/map/area_load.h"
#include "gis/edit/shared_vertex.h"

namespace gridwarden::app {

class MapWidget;

enum class AreaEditKind { Draw, Split, Merge, Reshape, Vertices };

class AreaEditing : public QObject {
    Q_OBJECT
  public:
    AreaEditing(MapWidget& map, Jobs& jobs);

    void begin(); ///< the cover of today is read and cases are counted
    void end();
    [[nodiscard]] bool isActive() const { return m_isActive; }
    [[nodiscard]] core::AreaKind areaKind() const { return m_areaKind; }
    void setAreaKind(core::AreaKind kind);
    [[nodiscard]] gis::DrawRule rule() const { return m_rule; }
    void setRule(gis::DrawRule rule);
    [[nodiscard]] bool snaps() const { return m_snaps; }
    void setSnaps(bool snaps);
    [[nodiscard]] int days() const { return m_days; } ///< over which cases are counted
    void setDays(int days);

    /// The areas of the kind that are valid today.
    [[nodiscard]] const std::vector<gis::CoverArea>& cover() const { return m_cover; }
    [[nodiscard]] const core::Area* areaAt(core::GeoPoint place) const;

    /// What would be done if the sketch were confirmed now; none: there is no sketch.
    void propose(AreaEditKind kind, std::optional<core::Result<gis::CoverEdit>> edit);
    [[nodiscard]] AreaEditKind kind() const { return m_kind; }
    [[nodiscard]] const std::optional<core::Result<gis::CoverEdit>>& proposal() const { return m_proposal; }
    [[nodiscard]] std::vector<AreaLoads::Line> loads() const;
    /// Asks for day and reason of what is proposed; says what is wrong with it where it cannot be done.
    void confirm();
    /// After it was carried out or the tool was left.
    void clear() { emit sketchDone(); }

  signals:
    void activeChanged(bool active);
    void settingsChanged();
    void proposalChanged();
    void loadsReady();
    void confirmWanted(gridwarden::app::AreaEditKind kind, const gridwarden::gis::CoverEdit& edit);
    void sketchDone();

  private:
    void readCover();
    [[nodiscard]] std::vector<core::Line> streetsIn(const core::GeoBox& box) const;
    MapWidget& m_map;
    AreaLoads m_loads;
    std::shared_ptr<const core::AreaRegister> m_areas; ///< of the cover
    std::vector<gis::CoverArea> m_cover;
    core::AreaKind m_areaKind = core::AreaKind::Grid;
    gis::DrawRule m_rule = gis::DrawRule::CutOut;
    AreaEditKind m_kind = AreaEditKind::Reshape;
    std::optional<core::Result<gis::CoverEdit>> m_proposal;
    int m_days = 90;
    bool m_snaps = true;
    bool m_isActive = false;
};

} // namespace gridwarden::app
