// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_indexer.h"

#include "core/base/memory.h"
#include "gis/crs/transform.h"
#include "gis/draw/two_threads.h"

#include <cmath>
#include <limits>

namespace gridwarden::app {

using gis::MapPoint;

/// What is kept between two wishes. Places are kept in their order only: from there they come back within micrometres.
struct IncidentIndexer::Places {
    std::shared_ptr<const core::CaseFacts> facts; // that they are those of
    std::string crs;
    std::shared_ptr<const gis::IncidentPlaces> sorted;
    std::shared_ptr<const IncidentClassifier> classifier;
    std::vector<gis::IncidentLook> looks;            // by row
    std::shared_ptr<const core::CaseFacts> lookedAt; // of the looks
    std::size_t revision = 0;
};

namespace {

constexpr double Nowhere = std::numeric_limits<double>::quiet_NaN();

core::GeoPoint placeOf(const core::CaseFacts& facts, std::size_t row) {
    if (row >= facts.size())
        return {Nowhere, Nowhere};
    const core::CaseFact& fact = facts[row];
    return !fact.id.isNull() && fact.hasPlace() ? core::GeoPoint{fact.longitude, fact.latitude} : core::GeoPoint{Nowhere, Nowhere};
}

bool isSame(core::GeoPoint a, core::GeoPoint b) {
    return a == b || (std::isnan(a.longitude) && std::isnan(b.longitude));
}

/// Rows of the second snapshot whose places differ from those of the first. Snapshots share the chunks that no change has touched.
std::vector<std::uint32_t> movedRows(const core::CaseFacts& before, const core::CaseFacts& now) {
    std::vector<std::uint32_t> rows;
    for (std::size_t chunk = 0; chunk < now.chunks().size(); ++chunk) {
        if (chunk < before.chunks().size() && before.chunks()[chunk] == now.chunks()[chunk])
            continue;
        const std::size_t first = chunk * core::CaseFacts::ChunkSize;
        for (std::size_t row = first; row < first + now.chunks()[chunk]->size(); ++row)
            if (!isSame(placeOf(before, row), placeOf(now, row)))
                rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

/// Puts the places of these rows on the map. Two threads, since a transformation is what takes longest. Unfinished when stopped.
void project(const core::CaseFacts& facts, const std::vector<std::uint32_t>& rows, const gis::Crs& mapCrs, std::vector<MapPoint>& places, const std::stop_token& stop) {
    gis::inHalves([&](int half) {
        const auto toMap = gis::Transform::between(gis::Crs::cgcs2000(), mapCrs);
        const std::size_t middle = rows.size() / 2;
        for (std::size_t i = half == 0 ? 0 : middle; i < (half == 0 ? middle : rows.size()) && !stop.stop_requested(); ++i) {
            const core::GeoPoint place = placeOf(facts, rows[i]);
            const auto point = toMap && !std::isnan(place.longitude) ? toMap->forward(gis::toMapPoint(place)) : core::Result<MapPoint>(MapPoint{Nowhere, Nowhere});
            places[rows[i]] = point ? *point : MapPoint{Nowhere, Nowhere};
        }
    });
}

} // namespace

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
    bool wereSorted = false;
    if (places.crs != wish.mapCrs.text()) {
        places = Places();
        places.crs = wish.mapCrs.text();
    }
    if (places.facts != wish.facts) {
        const core::CaseFacts none;
        const core::CaseFacts& before = places.facts ? *places.facts : none;
        const std::vector<std::uint32_t> moved = movedRows(before, facts);
        if (!places.sorted || !moved.empty() || before.size() > rows) {
            std::vector<MapPoint> projected(rows, {Nowhere, Nowhere});
            for (std::size_t i = 0; places.sorted && i < places.sorted->size(); ++i)
                if (const std::uint32_t row = places.sorted->rows()[i]; row < rows)
                    projected[row] = places.sorted->place(places.sorted->codes()[i]);
            project(facts, moved, wish.mapCrs, projected, stop);
            auto sorted = gis::IncidentPlaces::build(projected, stop);
            if (!sorted || stop.stop_requested())
                return {};
            places.sorted = std::move(sorted);
            wereSorted = true;
        }
        places.facts = wish.facts;
    }
    if (places.lookedAt != wish.facts || places.revision != wish.revision) {
        places.classifier = std::make_shared<const IncidentClassifier>(wish.style, wish.palette, *wish.categories, wish.sources, facts);
        places.looks.assign(rows, {});
        facts.each([&](std::size_t row, const core::CaseFact& fact) { places.looks[row] = places.classifier->of(fact, wish.asOf); });
        places.lookedAt = wish.facts;
        places.revision = wish.revision;
    }
    std::vector<std::uint8_t> shown(rows, 0);
    for (const std::uint32_t row : *wish.shown)
        shown[row] = 1;
    Answer answer{wish.facts, gis::IncidentIndex::build(places.sorted, places.looks, shown, stop), places.classifier, wish.number};
    if (wereSorted) // what sorting took is a third of what the district needs
        core::giveBackFreedMemory();
    return answer;
}

} // namespace gridwarden::app
