// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/job.h"
#include "gis/draw/map_layer.h"

#include <functional>
#include <vector>

namespace gridwarden::app {

/// Loads source layers by a job, one round after the other.
class LayerLoader : public QObject {
    Q_OBJECT
  public:
    /// Given each layer when it is there or cannot be read, on the window's thread.
    using Receiver = std::function<void(const gis::LayerSource& source, const gis::Crs& mapCrs, const core::Result<gis::MapLayer>& layer)>;
    LayerLoader(Jobs& jobs, Receiver receiver, QObject* parent = nullptr);
    ~LayerLoader() override; ///< cancels

    /// \pre !isBusy()
    void load(std::vector<gis::LayerSource> sources, const gis::Crs& mapCrs);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_job != 0; }

  signals:
    /// All are loaded or given up.
    void ended();

  private:
    Jobs& m_jobs;
    Receiver m_receiver;
    int m_job = 0;
};

} // namespace gridwarden::app
