// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the index of incidents that the map draws, on a thread of its own.
#pragma once

#include "app/map/incident_classes.h"
#include "core/figures/filter.h"
#include "gis/crs/crs.h"
#include "gis/draw/incident_index.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gridwarden::app {

/// Thread-safe. Only the latest wish counts. Coordinates that did not change since the last index are neither projected nor
/// sorted again, and cases are put into classes again only with another revision: another filter costs milliseconds. The thread is
/// stopped and joined in the destructor.
class IncidentIndexer {
  public:
    struct Wish {
        std::shared_ptr<const core::CaseFacts> facts;
        std::shared_ptr<const core::Selection> shown; ///< rows of facts
        std::shared_ptr<const core::CategoryRegister> categories;
        std::vector<core::CaseSource> sources;
        gis::Crs mapCrs;
        gis::IncidentStyle style; ///< its classes
        gis::SymbolPalette palette;
        core::Moment asOf;            ///< for lamps and states
        std::size_t revision = 0;     ///< of anything but facts, filter and map CRS
        std::size_t number = 0; ///< comes back with the answer
    };
    struct Answer {
        std::shared_ptr<const core::CaseFacts> facts; ///< that the rows of the index refer to
        std::shared_ptr<const gis::IncidentIndex> index;
        std::shared_ptr<const IncidentClassifier> classifier; ///< that gave the looks of the index
        std::size_t number = 0;
    };
    /// `ready` is called on the worker thread: post it to your own.
    explicit IncidentIndexer(std::function<void(Answer)> ready);
    IncidentIndexer(const IncidentIndexer&) = delete;
    IncidentIndexer& operator=(const IncidentIndexer&) = delete;
    ~IncidentIndexer();

    void request(Wish wish);
    [[nodiscard]] bool isIdle() const;

  private:
    struct Places;
    void work(std::stop_token stop);
    Answer build(const Wish& wish, std::stop_token stop);

    std::function<void(Answer)> m_ready;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Wish> m_waiting;
    bool m_isBuilding = false;
    std::unique_ptr<Places> m_places; // of the worker thread
    std::jthread m_thread;            // last: the others outlive it
};

} // namespace gridwarden::app
