// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/draw/tile_service.h"

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <optional>

namespace gridwarden::app {

/// A tile of one service; the service by the fingerprint of its address.
struct TileKey {
    std::uint64_t service = 0;
    gis::TileAddress tile;
    auto operator<=>(const TileKey&) const = default;
};

/// Tiles as they came, in a folder that stays below a size: the longest not renewed go first. Belongs to one thread.
class TileCache {
  public:
    static constexpr qint64 UsualBytes = qint64{512} << 20;
    static constexpr int FreshDays = 7;

    explicit TileCache(QString folder, qint64 mostBytes = UsualBytes);

    struct Kept {
        QByteArray bytes;
        bool isFresh = false; ///< younger than FreshDays
    };
    [[nodiscard]] std::optional<Kept> find(const TileKey& key) const;
    void keep(const TileKey& key, const QByteArray& bytes);
    void forget(const TileKey& key);

  private:
    [[nodiscard]] QString pathOf(const TileKey& key) const;
    void shrink();
    QString m_folder;
    qint64 m_mostBytes;
    qint64 m_bytes = -1; ///< in the folder; below 0 while nobody has looked
};

} // namespace gridwarden::app
