// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_store.h"

#include "app/map/tile_fetcher.h"
#include "gis/source/overviews.h"

#include <QCryptographicHash>
#include <algorithm>
#include <cstring>

namespace gridwarden::app {

namespace {

constexpr int SoonMilliseconds = 150;
constexpr int RetryMilliseconds = 60'000;

/// The same on every machine and in every version: it names a folder of the cache.
std::uint64_t fingerprintOf(const gis::TileService& service) {
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(service.url + '\n' + (service.levels.empty() ? std::string() : service.levels.front().name)),
                                                     QCryptographicHash::Sha256);
    std::uint64_t number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | static_cast<unsigned char>(hash[i]);
    return number;
}

class ServicePictures : public gis::TilePictures {
  public:
    ServicePictures(std::shared_ptr<TileMemory> memory, gis::TileService service)
        : m_memory(std::move(memory)), m_service(std::move(service)), m_fingerprint(fingerprintOf(m_service)) {}

    QImage picture(const gis::TileAddress& tile) override {
        QImage found = kept(tile);
        if (found.isNull())
            m_memory->want({{m_fingerprint, tile}, m_service.urlOf(tile)});
        return found;
    }
    QImage kept(const gis::TileAddress& tile) override { return m_memory->find({m_fingerprint, tile}); }

  private:
    std::shared_ptr<TileMemory> m_memory;
    gis::TileService m_service;
    std::uint64_t m_fingerprint;
};

} // namespace

TileStore::TileStore(QObject* parent) : QObject(parent), m_memory(std::make_shared<TileMemory>()) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &TileStore::picturesArrived);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (std::any_of(m_faults.begin(), m_faults.end(), [](const auto& each) { return !each.second.isEmpty(); }))
            m_retry.start();
        emit picturesArrived(); // what is in view is asked for again
    });
    // Asked by threads that draw: the first wish starts the thread that fetches.
    m_memory->sendTo([this](const TileRequest& request) {
        QMetaObject::invokeMethod(this, [this, request] { begin(request); }, Qt::QueuedConnection);
    });
}

TileStore::~TileStore() {
    m_memory->sendTo({});
    if (!m_thread)
        return;
    m_fetcher->stop();
    m_thread->quit();
    m_thread->wait();
}

void TileStore::begin(const TileRequest& request) {
    if (!m_thread) {
        m_thread = std::make_unique<QThread>();
        m_thread->setObjectName(QStringLiteral("tiles"));
        m_fetcher = new TileFetcher(m_memory, QString::fromStdString((gis::cacheFolder() / "tiles").string()));
        m_fetcher->moveToThread(m_thread.get());
        connect(m_thread.get(), &QThread::finished, m_fetcher, &QObject::deleteLater);
        connect(m_fetcher, &TileFetcher::arrived, this, [this] {
            if (!m_soon.isActive())
                m_soon.start();
        });
        connect(m_fetcher, &TileFetcher::serviceAnswered, this, [this](quint64 service, const QString& fault) {
            if (!fault.isEmpty() && !m_retry.isActive())
                m_retry.start();
            if (std::exchange(m_faults[service], fault) != fault)
                emit faultChanged();
        });
        m_thread->start(QThread::LowPriority);
    }
    QMetaObject::invokeMethod(m_fetcher, [fetcher = m_fetcher, request] { fetcher->fetch(request); }, Qt::QueuedConnection);
}

std::shared_ptr<gis::TilePictures> TileStore::picturesOf(const gis::TileService& service) {
    return std::make_shared<ServicePictures>(m_memory, service);
}

QString TileStore::faultOf(const gis::TileService& service) const {
    const auto found = m_faults.find(fingerprintOf(service));
    return found == m_faults.end() ? QString() : found->second;
}

} // namespace gridwarden::app
