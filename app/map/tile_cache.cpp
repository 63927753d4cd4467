// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_cache.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <vector>

namespace gridwarden::app {

TileCache::TileCache(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

QString TileCache::pathOf(const TileKey& key) const {
    return m_folder + QStringLiteral("/%1/%2/%3_%4").arg(static_cast<qulonglong>(key.service), 16, 16, QLatin1Char('0')).arg(key.tile.level).arg(key.tile.column).arg(key.tile.row);
}

std::optional<TileCache::Kept> TileCache::find(const TileKey& key) const {
    QFile file(pathOf(key));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QDateTime changed = QFileInfo(file).lastModified();
    return Kept{file.readAll(), changed.secsTo(QDateTime::currentDateTime()) < qint64{FreshDays} * 24 * 3600};
}

void TileCache::keep(const TileKey& key, const QByteArray& bytes) {
    if (m_bytes < 0)
        shrink(); // counts what is there
    const QString path = pathOf(key);
    const qint64 before = QFileInfo(path).size();
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return;
    m_bytes += bytes.size() - before;
    if (m_bytes > m_mostBytes)
        shrink();
}

void TileCache::forget(const TileKey& key) {
    QFile::remove(pathOf(key));
}

void TileCache::shrink() {
    struct Entry {
        QDateTime changed;
        QString path;
        qint64 bytes;
    };
    std::vector<Entry> entries;
    m_bytes = 0;
    for (QDirIterator each(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
        each.next();
        const QFileInfo info = each.fileInfo();
        entries.push_back({info.lastModified(), info.filePath(), info.size()});
        m_bytes += info.size();
    }
    if (m_bytes <= m_mostBytes)
        return;
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.changed < b.changed; });
    const qint64 wanted = m_mostBytes / 5 * 4; // not again at the next tile
    for (const Entry& entry : entries) {
        if (m_bytes <= wanted)
            break;
        if (QFile::remove(entry.path))
            m_bytes -= entry.bytes;
    }
}

} // namespace gridwarden::app
