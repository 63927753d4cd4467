// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/ground_renderer.h"

#include <utility>

namespace gridwarden::gis {

namespace {

bool isSameScale(const MapView& a, const MapView& b) {
    return a.unitsPerPixel == b.unitsPerPixel && a.pixelRatio == b.pixelRatio && a.metresPerUnit == b.metresPerUnit;
}

/// A picture under way is worth finishing when it will show a good part of the view at a similar scale.
bool stillHelps(const MapView& underWay, const MapView& view) {
    const double ratio = underWay.unitsPerPixel / view.unitsPerPixel;
    return ratio > 0.4 && ratio < 2.5 && underWay.pixelRatio == view.pixelRatio &&
           underWay.visibleBox().intersects(view.visibleBox());
}

} // namespace

bool covers(const MapView& painted, const MapView& view) {
    const Box have = painted.visibleBox();
    const Box need = view.visibleBox();
    const double slack = view.unitsPerPixel / 2;
    return isSameScale(painted, view) && have.minX <= need.minX + slack && have.minY <= need.minY + slack &&
           have.maxX >= need.maxX - slack && have.maxY >= need.maxY - slack;
}

GroundRenderer::GroundRenderer(Ready ready)
    : m_ready(std::move(ready)), m_thread([this](std::stop_token stop) { work(std::move(stop)); }) {}

GroundRenderer::~GroundRenderer() {
    m_thread.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_currentStop.request_stop();
    }
    m_wake.notify_all();
}

void GroundRenderer::request(std::shared_ptr<const GroundContent> content, const MapView& view) {
    const std::scoped_lock lock(m_mutex);
    const auto serves = [&](const std::shared_ptr<const GroundContent>& of, const MapView& painted) {
        return of == content && covers(painted, view);
    };
    if (m_current && serves(m_current->content, m_current->view)) {
        m_waiting.reset();
        return;
    }
    if (!m_current && m_latest && serves(m_latest->content, m_latest->view)) {
        m_waiting.reset();
        return;
    }
    if (m_current && (m_current->content != content || !stillHelps(m_current->view, view)))
        m_currentStop.request_stop();
    m_waiting = Wish{std::move(content), view.enlarged(Enlargement)};
    m_wake.notify_all();
}

std::shared_ptr<const Ground> GroundRenderer::latest() const {
    const std::scoped_lock lock(m_mutex);
    return m_latest;
}

bool GroundRenderer::isIdle() const {
    const std::scoped_lock lock(m_mutex);
    return !m_waiting && !m_current;
}

void GroundRenderer::work(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); }) && !stop.stop_requested()) {
        m_current = std::exchange(m_waiting, std::nullopt);
        m_currentStop = std::stop_source();
        const Wish wish = *m_current;
        const std::stop_token given = m_currentStop.get_token();
        lock.unlock();
        auto ground = std::make_shared<const Ground>(renderGround(wish.content, wish.view, given));
        lock.lock();
        m_current.reset();
        if (ground->picture.isNull() || stop.stop_requested())
            continue;
        m_latest = ground;
        lock.unlock();
        m_ready(ground);
        lock.lock();
    }
}

} // namespace gridwarden::gis
