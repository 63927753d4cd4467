// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/tile_memory.h"
#include "gis/draw/tile_layer.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>

namespace gridwarden::app {

class TileFetcher;

/// The pictures of all map services of the window. No thread and no connection before the first tile is wanted.
class TileStore : public QObject {
    Q_OBJECT
  public:
    explicit TileStore(QObject* parent = nullptr);
    ~TileStore() override;

    /// For a layer; may be kept and asked on any thread, also after the store has gone.
    [[nodiscard]] std::shared_ptr<gis::TilePictures> picturesOf(const gis::TileService& service);
    /// A sentence when the service does not answer as it should; else empty.
    [[nodiscard]] QString faultOf(const gis::TileService& service) const;

  signals:
    void picturesArrived(); ///< some; not more often than a few times a second
    void faultChanged();

  private:
    void begin(const TileRequest& request);
    std::shared_ptr<TileMemory> m_memory;
    std::unique_ptr<QThread> m_thread;
    TileFetcher* m_fetcher = nullptr; ///< on its thread
    QTimer m_soon;
    QTimer m_retry;
    std::map<std::uint64_t, QString> m_faults;
};

} // namespace gridwarden::app
