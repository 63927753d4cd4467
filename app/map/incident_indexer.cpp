// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_indexer.h"

#include "gis/crs/transform.h"

#include <cmath>
#include <limits>
#include <unordered_map>

namespace gridwarden::app {

using gis::MapPoint;

/// What is kept between two wishes.
struct IncidentIndexer::Places {
    std::shared_ptr<const core::CaseFacts> facts;
    std::string crs;
    std::vector<core::GeoPoint> stored; // by row, as in the facts
    std::vector<MapPoint> projected;    // by row
    std::shared_ptr<const gis::IncidentPlaces> sorted;
};

namespace {

constexpr double Nowhere = std::numeric_limits<double>::quiet_NaN();

bool isSame(core::GeoPoint a, core::GeoPoint b) {
    return a == b || (std::isnan(a.longitude) && std::isnan(b.longitude));
}

/// The hue of each big class, in the order of the list.
std::unordered_map<std::int64_t, std::uint8_t> huesOf(const core::CategoryRegister& categories) {
    const std::size_t hues = gis::categoryHues().size() - 1; // position 0 is none
    std::unordered_map<std::int64_t, std::uint8_t> byClass;
    for (const core::Category& category : categories.all())
        if (category.isGroup || category.parent.isNull())
            byClass.emplace(category.id.value(), static_cast<std::uint8_t>(byClass.size() % hues + 1));
    std::unordered_map<std::int64_t, std::uint8_t> all;
    for (const core::Category& category : categories.all())
        if (const core::Category* const top = categories.top(category.id))
            if (const auto hue = byClass.find(top->id.value()); hue != byClass.end())
                all.emplace(category.id.value(), hue->second);
    return all;
}

} // namespace

std::uint8_t hueOf(const core::CategoryRegister& categories, core::CategoryId category) {
    const auto hues = huesOf(categories);
    const auto found = hues.find(category.value());
    return found == hues.end() ? std::uint8_t{0} : found->second;
}

IncidentIndexer::IncidentIndexer(std::function<void(Answer)> ready)
    : m_ready(std::move(ready)), m_places(std::make_unique<Places>()),
      m_thread([this](std::stop_token stop) { work(std::move(stop)); }) {}

IncidentIndexer::~IncidentIndexer() {
    m_thread.request_stop();
    m_wake.notify_all();
}

void IncidentIndexer::request(Wish wish) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = std::move(wish);
    }
    m_wake.notify_all();
}

bool IncidentIndexer::isIdle() const {
    const std::lock_guard lock(m_mutex);
    return !m_waiting && !m_isBuilding;
}

void IncidentIndexer::work(std::stop_token stop) {
    while (true) {
        std::optional<Wish> wish;
        {
            std::unique_lock lock(m_mutex);
            m_isBuilding = false;
            if (!m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); }))
                return;
            wish = std::move(m_waiting);
            m_waiting.reset();
            m_isBuilding = true;
        }
        Answer answer = build(*wish, stop);
        if (answer.index)
            m_ready(std::move(answer));
    }
}

IncidentIndexer::Answer IncidentIndexer::build(const Wish& wish, std::stop_token stop) {
    Places& places = *m_places;
    const core::CaseFacts& facts = *wish.facts;
    const std::size_t rows = facts.size();
    if (places.crs != wish.mapCrs.text()) {
        places = Places();
        places.crs = wish.mapCrs.text();
    }
    if (places.facts != wish.facts) {
        bool hasMoved = !places.sorted || places.stored.size() != rows;
        places.stored.resize(rows, {Nowhere, Nowhere});
        places.projected.resize(rows, {Nowhere, Nowhere});
        std::optional<gis::Transform> toMap;
        if (auto transform = gis::Transform::between(gis::Crs::cgcs2000(), wish.mapCrs))
            toMap = std::move(*transform);
        for (std::size_t row = 0; row < rows; ++row) {
            const core::CaseFact& fact = facts[row];
            const bool isThere = !fact.id.isNull() && fact.hasPlace();
            const core::GeoPoint now = isThere ? core::GeoPoint{fact.longitude, fact.latitude} : core::GeoPoint{Nowhere, Nowhere};
            if (isSame(places.stored[row], now))
                continue;
            places.stored[row] = now;
            places.projected[row] = {Nowhere, Nowhere};
            hasMoved = true;
            if (isThere && toMap)
                if (const auto point = toMap->forward(gis::toMapPoint(now)))
                    places.projected[row] = *point;
            if (stop.stop_requested())
                return {};
        }
        if (hasMoved)
            places.sorted = gis::IncidentPlaces::build(places.projected, stop);
        if (!places.sorted)
            return {};
        places.facts = wish.facts;
    }
    const auto hues = huesOf(*wish.categories);
    std::vector<gis::IncidentLook> looks(rows);
    std::vector<std::uint8_t> shown(rows, 0);
    for (const std::uint32_t row : *wish.shown) {
        const core::CaseFact& fact = facts[row];
        const auto hue = hues.find(fact.category.value());
        looks[row] = {fact.lampAt(wish.asOf), hue == hues.end() ? std::uint8_t{0} : hue->second};
        shown[row] = 1;
    }
    return {wish.facts, gis::IncidentIndex::build(places.sorted, looks, shown, stop), wish.number};
}

} // namespace gridwarden::app
