// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"
#include "gis/draw/area_layer.h"
#include "gis/draw/area_shading.h"

#include <map>

namespace gridwarden::app {

/// How many of the selected cases each area of a layer has, by shape: as core/figures counts them, the only way to count.
[[nodiscard]] std::vector<std::int64_t> countsByShape(const core::FiguresContext& context, const core::PeopleRegister& people,
                                                      const core::Selection& selection, core::GridsOf grids, const gis::AreaLayer& layer);
/// The shading of a layer by those counts.
[[nodiscard]] std::shared_ptr<const gis::AreaShading> shadingOf(const core::FiguresContext& context, const core::PeopleRegister& people,
                                                                const core::Selection& selection, core::GridsOf grids,
                                                                const gis::AreaLayer& layer, const gis::CountClasses& classes);

/// Shades area layers by the cases that pass the workspace's filter. Counting is done by a job; until it is done, the former
/// shading of a layer serves.
class AreaShader : public QObject {
    Q_OBJECT
  public:
    AreaShader(Workspace& workspace, Jobs& jobs, QObject* parent = nullptr);
    ~AreaShader() override; ///< cancels

    struct Wish {
        std::shared_ptr<const gis::AreaLayer> layer;
        gis::CountClasses classes;
        bool operator==(const Wish&) const = default;
    };
    /// What is to be shaded from now on. Counts anew where that differs from before.
    void want(std::vector<Wish> wishes);
    /// Null when there is none yet.
    [[nodiscard]] std::shared_ptr<const gis::AreaShading> of(const gis::AreaLayer& layer) const;
    [[nodiscard]] bool isBusy() const { return m_job != 0; }

  signals:
    void shaded();

  private:
    using Shadings = std::map<std::shared_ptr<const gis::AreaLayer>, std::shared_ptr<const gis::AreaShading>>;
    void count();
    void cancel();

    Workspace& m_workspace;
    Jobs& m_jobs;
    std::vector<Wish> m_wishes;
    Shadings m_shadings;
    int m_job = 0;
};

} // namespace gridwarden::app
