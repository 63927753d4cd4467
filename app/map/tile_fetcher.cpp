// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_fetcher.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QUrl>
#include <algorithm>
#include <cstring>

namespace gridwarden::app {

namespace {

constexpr int MostAsked = 6;                ///< at the same time
constexpr std::size_t MostWaiting = 512;    ///< wishes; older ones are of views that have gone by
constexpr int TimeoutMilliseconds = 15'000;
constexpr int MostRedirects = 3;
constexpr std::chrono::seconds FirstPause{30};
constexpr std::chrono::seconds LongestPause{600};
constexpr std::chrono::minutes Missing{10}; ///< until a tile that there is not is asked for again
constexpr std::chrono::minutes Refused{1};

QImage toImage(const gis::DecodedPicture& picture) {
    QImage image(picture.columns, picture.rows, QImage::Format_ARGB32_Premultiplied);
    if (!image.isNull())
        std::memcpy(image.bits(), picture.pixels.data(), picture.pixels.size() * sizeof(std::uint32_t));
    return image;
}

} // namespace

TileFetcher::TileFetcher(std::shared_ptr<TileMemory> memory, QString cacheFolder) : m_memory(std::move(memory)), m_cache(std::move(cacheFolder)) {}

TileFetcher::~TileFetcher() = default;

void TileFetcher::fetch(const TileRequest& request) {
    m_waiting.push_back(request);
    if (m_waiting.size() > MostWaiting) {
        m_memory->drop(m_waiting.front().key);
        m_waiting.pop_front();
    }
    if (!std::exchange(m_isScheduled, true))
        QMetaObject::invokeMethod(this, &TileFetcher::work, Qt::QueuedConnection);
}

/// One wish, then the event loop again, so that newer ones are heard.
void TileFetcher::work() {
    m_isScheduled = false;
    if (m_waiting.empty() || m_isStopped)
        return;
    const TileRequest request = m_waiting.back();
    const auto kept = m_cache.find(request.key);
    const bool isSilent = TileMemory::Clock::now() < m_services[request.key.service].silentUntil;
    const bool isAsked = !isSilent && !(kept && kept->isFresh);
    if (isAsked && m_asked >= MostAsked)
        return; // goes on when one has come
    m_waiting.pop_back();
    const bool isShown = kept && show(request.key, kept->bytes);
    if (kept && !isShown)
        m_cache.forget(request.key);
    if (isAsked)
        ask(request);
    else if (!isShown)
        m_memory->fail(request.key, isSilent ? m_services[request.key.service].silentUntil : TileMemory::Clock::now() + Refused);
    if (!m_waiting.empty() && !std::exchange(m_isScheduled, true))
        QMetaObject::invokeMethod(this, &TileFetcher::work, Qt::QueuedConnection);
}

bool TileFetcher::show(const TileKey& key, const QByteArray& bytes) {
    const auto picture = m_decoder.decode(bytes.toStdString(), [this] { return !m_isStopped; });
    if (!picture)
        return false;
    m_memory->keep(key, toImage(*picture));
    emit arrived();
    return true;
}

void TileFetcher::ask(const TileRequest& request) {
    if (m_network == nullptr)
        m_network = new QNetworkAccessManager(this);
    QNetworkRequest question(QUrl(QString::fromStdString(request.url)));
    question.setTransferTimeout(TimeoutMilliseconds);
    question.setMaximumRedirectsAllowed(MostRedirects);
    question.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    question.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    question.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    question.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Gridwarden"));
    QNetworkReply* const reply = m_network->get(question);
    ++m_asked;
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > static_cast<qint64>(gis::PictureReader::LargestBytes))
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, request] {
        --m_asked;
        take(request, *reply);
        reply->deleteLater();
        if (!m_waiting.empty() && !std::exchange(m_isScheduled, true))
            QMetaObject::invokeMethod(this, &TileFetcher::work, Qt::QueuedConnection);
    });
}

void TileFetcher::take(const TileRequest& request, QNetworkReply& reply) {
    if (m_isStopped)
        return;
    const auto now = TileMemory::Clock::now();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const std::uint64_t service = request.key.service;
    if (status == 0 || (reply.error() != QNetworkReply::NoError && status < 300)) { // no answer, or one that was broken off
        m_memory->fail(request.key, now + Refused);
        beSilent(service, tr("It cannot be reached (%1). What was seen before is shown.").arg(reply.errorString()));
        return;
    }
    if (status == 404 || status == 204 || status == 410) { // the service has no such tile
        m_memory->fail(request.key, now + Missing);
        m_services[service] = {};
        emit serviceAnswered(service, {});
        return;
    }
    if (status != 200) {
        m_memory->fail(request.key, now + Refused);
        beSilent(service, tr("It refuses with status %1. What was seen before is shown.").arg(status));
        return;
    }
    const QByteArray bytes = reply.readAll();
    if (!show(request.key, bytes)) {
        m_memory->fail(request.key, now + Missing);
        emit serviceAnswered(service, tr("It answers with something that is no picture."));
        return;
    }
    m_cache.keep(request.key, bytes);
    m_services[service] = {};
    emit serviceAnswered(service, {});
}

/// A service that does not answer is left alone for a while, each time longer.
void TileFetcher::beSilent(std::uint64_t service, const QString& fault) {
    Service& state = m_services[service];
    const auto now = TileMemory::Clock::now();
    if (now >= state.silentUntil) { // not for each of those that were on their way together
        state.pause = std::clamp(state.pause * 2, FirstPause, LongestPause);
        state.silentUntil = now + state.pause;
    }
    emit serviceAnswered(service, fault);
}

} // namespace gridwarden::app
