// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/tile_memory.h"
#include "gis/source/picture_reader.h"

#include <QObject>
#include <atomic>
#include <deque>
#include <map>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace gridwarden::app {

/// Gets tiles from the cache on the disk or from their service; the newest wish first. Lives on a thread of its own. The one part of the
/// program that reaches a network for the map, and only for addresses that somebody added as a layer.
class TileFetcher : public QObject {
    Q_OBJECT
  public:
    TileFetcher(std::shared_ptr<TileMemory> memory, QString cacheFolder);
    ~TileFetcher() override;
    /// From any thread: gives up what is being decoded.
    void stop() { m_isStopped = true; }

  public slots:
    void fetch(const gridwarden::app::TileRequest& request);

  signals:
    void arrived();
    /// `fault` is empty when the service answers; else what it does instead: a sentence.
    void serviceAnswered(quint64 service, const QString& fault);

  private:
    struct Service {
        TileMemory::Clock::time_point silentUntil{}; ///< nobody asks before then
        std::chrono::seconds pause{0};
    };
    void work();
    void ask(const TileRequest& request);
    void take(const TileRequest& request, QNetworkReply& reply);
    bool show(const TileKey& key, const QByteArray& bytes);
    void beSilent(std::uint64_t service, const QString& fault);

    std::shared_ptr<TileMemory> m_memory;
    TileCache m_cache;
    gis::PictureReader m_decoder;
    QNetworkAccessManager* m_network = nullptr; ///< made with the first request
    std::deque<TileRequest> m_waiting;          ///< newest last
    std::map<std::uint64_t, Service> m_services;
    int m_asked = 0; ///< on their way
    bool m_isScheduled = false;
    std::atomic<bool> m_isStopped = false;
};

} // namespace gridwarden::app
