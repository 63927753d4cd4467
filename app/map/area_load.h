// SPDX-License-Identifier: GPL-3.0-or-later
// What each area has to carry (cases of the last days, ground, streets), now and as an edit would leave it.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"
#include "gis/edit/cover_edit.h"

#include <functional>
#include <unordered_map>

namespace gridwarden::app {

struct AreaLoad {
    std::size_t cases = 0;
    double squareMetres = 0;
    double streetMetres = 0;
};

/// Cases are gathered by area once, by a job, so that an edit goes through those of the areas that it changes only.
class AreaLoads : public QObject {
    Q_OBJECT
  public:
    AreaLoads(Workspace& workspace, Jobs& jobs, QObject* parent = nullptr);
    /// Gathers the cases of the last days by the areas of a kind of today.
    void gather(core::AreaKind kind, int days);
    [[nodiscard]] bool isReady() const { return m_isReady; }

    struct Line {
        core::AreaId area;                   ///< null: a new one
        std::size_t added = 0;               ///< of a new one: its position in the edit
        std::optional<AreaLoad> before;      ///< none: it is new
        std::optional<AreaLoad> after;       ///< none: it ends
    };
    /// \param streets lines in degrees near the areas concerned.
    [[nodiscard]] std::vector<Line> compare(const gis::CoverEdit& edit, std::span<const core::Line> streets) const;

  signals:
    void ready();

  private:
    using Points = std::unordered_map<std::int64_t, std::vector<core::GeoPoint>>; ///< by area; 0: in none
    Workspace& m_workspace;
    Jobs& m_jobs;
    std::shared_ptr<const Points> m_points = std::make_shared<const Points>();
    int m_asked = 0; ///< the latest gathering
    bool m_isReady = false;
};

} // namespace gridwarden::app
