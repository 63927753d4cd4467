// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the ground in tiles on worker threads, so that the window never waits.
//
// Tiles lie on a lattice of the scale (ground_lattice.h): those in view are painted first, nearest to the middle, then those
// around it; earlier ones are kept while there is room. Layers and areas are two pictures of a tile, so that other colours
// of areas leave the layers alone. Names are placed once for a view and its surroundings and lie above the tiles as small
// pictures: none is cut at a tile's edge. Until a view has its tiles, those of the last one stand in, scaled.
#pragma once

#include "gis/draw/frame.h"
#include "gis/draw/ground_lattice.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace gridwarden::gis {

struct GroundPlan;

/// Thread-safe. The threads are stopped and joined in the destructor.
class GroundRenderer {
  public:
    /// `ready` is called on a worker thread when there is more to be seen: post it to your own thread.
    using Ready = std::function<void(std::shared_ptr<const Ground>)>;
    explicit GroundRenderer(Ready ready, unsigned workers = 2);
    GroundRenderer(const GroundRenderer&) = delete;
    GroundRenderer& operator=(const GroundRenderer&) = delete;
    ~GroundRenderer();

    /// Asks for a ground that covers `view`; returns at once. What is being painted is given up as soon as no one wants it.
    void request(std::shared_ptr<const GroundContent> content, const MapView& view);
    /// What there is for the view asked for last, null at first.
    [[nodiscard]] std::shared_ptr<const Ground> latest() const;
    /// Nothing waits and nothing is being painted.
    [[nodiscard]] bool isIdle() const;
    /// Of all pictures that are kept.
    [[nodiscard]] std::size_t bytes() const;

    static constexpr std::size_t MostBytes = 96'000'000; ///< of tiles that are not needed for the view
    static constexpr double AroundView = 0.25;           ///< of its size: tiles there are painted ahead
    static constexpr double LabelsAround = 1.5;          ///< times the view's size: labels are placed for it

  private:
    struct Entry {
        GroundTile tile;
        std::size_t baseRevision = 0; ///< 0: not painted
        std::size_t areaRevision = 0;
        std::size_t lastUse = 0;
    };
    struct Scale { ///< all tiles of one lattice
        GroundLattice lattice;
        std::map<TileKey, Entry> entries;
    };
    struct Task {
        std::optional<TileKey> key; ///< none: the labels
        std::size_t baseRevision = 0;
        std::size_t areaRevision = 0;
        bool wantsBase = false;
        bool wantsAreas = false;
        GroundLattice lattice;
        MapView view;
        std::shared_ptr<const GroundPlan> plan;
        std::stop_source stop;
    };

    void work(const std::stop_token& stop);
    [[nodiscard]] std::shared_ptr<Task> nextTask();
    /// Paints without the lock; returns whether there is more to be seen now.
    bool perform(Task& task, std::unique_lock<std::mutex>& lock);
    void follow(const std::shared_ptr<const GroundContent>& content);
    [[nodiscard]] Scale& scaleOf(const GroundLattice& lattice);
    [[nodiscard]] bool isPainted(TileKey key) const;
    void stopUnwanted();
    void makeLatest();
    void forgetOldest();

    Ready m_ready;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::shared_ptr<const GroundContent> m_content;
    std::shared_ptr<const GroundPlan> m_plan; ///< null: to be made by a worker
    std::shared_ptr<const GroundPlan> m_formerPlan;
    bool m_isPlanning = false;
    MapView m_view;
    GroundLattice m_lattice;
    std::vector<TileKey> m_visible; ///< nearest to the middle first
    std::vector<TileKey> m_around;
    std::size_t m_baseRevision = 0; ///< counts how often layers changed
    std::size_t m_areaRevision = 0;
    std::size_t m_labelRevision = 0; ///< changes with each content
    std::size_t m_paintedLabels = 0;
    std::size_t m_uses = 0;
    std::vector<Scale> m_scales; ///< the last one is m_lattice's
    std::vector<GroundTile> m_behind; ///< what stands in until the view has its tiles
    std::shared_ptr<const GroundLabels> m_labels;
    QImage m_blank; ///< a tile without layers, which all of them share
    std::vector<LayerNote> m_notes;
    std::vector<std::shared_ptr<Task>> m_running;
    std::shared_ptr<const Ground> m_latest;
    bool m_wasComplete = false;
    std::vector<std::jthread> m_threads; // last: they use all the above
};

/// Whether a picture of `painted` shows all of `view` at its own scale.
[[nodiscard]] bool covers(const MapView& painted, const MapView& view);

} // namespace gridwarden::gis
