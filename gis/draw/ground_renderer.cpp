// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/ground_renderer.h"

#include "gis/draw/ground_painter.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace gridwarden::gis {

namespace {

using Clock = std::chrono::steady_clock;

bool hasSameLayers(const GroundContent& a, const GroundContent& b) {
    return a.theme == b.theme && std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(), [](const FrameLayer& x, const FrameLayer& y) {
               return x.layer == y.layer && x.style == y.style && x.isVisible == y.isVisible;
           });
}

bool hasSameAreas(const GroundContent& a, const GroundContent& b) {
    return std::equal(a.areas.begin(), a.areas.end(), b.areas.begin(), b.areas.end(), [](const AreaOverlay& x, const AreaOverlay& y) {
        return x.areas == y.areas && x.look == y.look && x.shading == y.shading && x.isVisible == y.isVisible;
    });
}

std::size_t bytesOf(const GroundTile& tile) { return static_cast<std::size_t>(tile.base.sizeInBytes() + tile.areas.sizeInBytes()); }

} // namespace

bool covers(const MapView& painted, const MapView& view) {
    const Box have = painted.visibleBox();
    const Box need = view.visibleBox();
    const double slack = view.unitsPerPixel / 2;
    return GroundLattice(painted).isSame(GroundLattice(view)) && have.minX <= need.minX + slack && have.minY <= need.minY + slack &&
           have.maxX >= need.maxX - slack && have.maxY >= need.maxY - slack;
}

GroundRenderer::GroundRenderer(Ready ready, unsigned workers) : m_ready(std::move(ready)) {
    for (unsigned i = 0; i < std::max(1U, workers); ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

GroundRenderer::~GroundRenderer() {
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& task : m_running)
            task->stop.request_stop();
    }
    m_wake.notify_all();
    m_threads.clear();
}

// ── What is wanted ──

void GroundRenderer::request(std::shared_ptr<const GroundContent> content, const MapView& view) {
    const std::scoped_lock lock(m_mutex);
    if (m_content == content && m_latest && m_latest->view == view)
        return;
    follow(content);
    const GroundLattice lattice(view);
    if (m_scales.empty() || !lattice.isSame(m_lattice)) {
        // What is seen now stands in, unless even that is mostly a stand-in.
        if (m_latest && (m_wasComplete || m_latest->tiles.size() >= m_behind.size() + m_visible.size() / 2)) {
            m_behind = m_latest->tiles;
            const Box seen = m_latest->view.visibleBox();
            std::erase_if(m_behind, [&seen](const GroundTile& tile) { return !tile.box.intersects(seen); });
        }
        m_lattice = lattice;
        (void)scaleOf(lattice);
    }
    m_view = view;
    const Box seen = view.visibleBox();
    m_visible = m_lattice.covering(seen);
    const Box wide{seen.minX - AroundView * seen.width(), seen.minY - AroundView * seen.height(), seen.maxX + AroundView * seen.width(),
                   seen.maxY + AroundView * seen.height()};
    m_around = m_lattice.covering(wide);
    std::erase_if(m_around, [this](TileKey key) { return std::find(m_visible.begin(), m_visible.end(), key) != m_visible.end(); });
    stopUnwanted();
    makeLatest();
    m_wake.notify_all();
}

/// Notices what is new in a content.
void GroundRenderer::follow(const std::shared_ptr<const GroundContent>& content) {
    if (content == m_content)
        return;
    if (!m_content || !hasSameLayers(*m_content, *content)) {
        ++m_baseRevision;
        m_notes.clear();
    }
    if (!m_content || !hasSameAreas(*m_content, *content))
        ++m_areaRevision;
    ++m_labelRevision;
    m_content = content;
    if (m_plan)
        m_formerPlan = std::move(m_plan);
    m_plan.reset();
}

GroundRenderer::Scale& GroundRenderer::scaleOf(const GroundLattice& lattice) {
    const auto found = std::find_if(m_scales.begin(), m_scales.end(), [&lattice](const Scale& each) { return each.lattice.isSame(lattice); });
    if (found != m_scales.end())
        std::rotate(found, found + 1, m_scales.end());
    else
        m_scales.push_back({lattice, {}});
    return m_scales.back();
}

bool GroundRenderer::isPainted(TileKey key) const {
    const auto found = m_scales.back().entries.find(key);
    return found != m_scales.back().entries.end() && found->second.baseRevision == m_baseRevision && found->second.areaRevision == m_areaRevision;
}

void GroundRenderer::stopUnwanted() {
    const auto isWanted = [this](const Task& task) {
        if (!task.key)
            return task.plan->content == m_content && covers(task.view, m_view);
        return task.lattice.isSame(m_lattice) && (!task.wantsBase || task.baseRevision == m_baseRevision) && task.areaRevision == m_areaRevision &&
               (std::find(m_visible.begin(), m_visible.end(), *task.key) != m_visible.end() ||
                std::find(m_around.begin(), m_around.end(), *task.key) != m_around.end());
    };
    for (const auto& task : m_running)
        if (!isWanted(*task))
            task->stop.request_stop();
}

// ── What there is ──

void GroundRenderer::makeLatest() {
    auto ground = std::make_shared<Ground>();
    ground->content = m_content;
    ground->view = m_view;
    ++m_uses;
    std::vector<GroundTile> own;
    std::size_t painted = 0;
    for (const auto* keys : {&m_visible, &m_around})
        for (const TileKey key : *keys) {
            const auto found = m_scales.back().entries.find(key);
            if (found == m_scales.back().entries.end())
                continue;
            found->second.lastUse = m_uses;
            own.push_back(found->second.tile); // an outdated one stands in for itself
            painted += keys == &m_visible && isPainted(key) ? 1 : 0;
        }
    const bool isCovered = painted == m_visible.size();
    if (isCovered)
        m_behind.clear();
    ground->tiles = m_behind;
    ground->tiles.insert(ground->tiles.end(), own.begin(), own.end());
    ground->labels = m_labels;
    ground->notes = m_notes;
    ground->isComplete = isCovered && m_paintedLabels == m_labelRevision && m_labels && covers(m_labels->view, m_view);
    m_wasComplete = isCovered;
    m_latest = std::move(ground);
}

void GroundRenderer::forgetOldest() {
    std::size_t all = 0;
    for (const Scale& scale : m_scales)
        for (const auto& [key, entry] : scale.entries)
            all += entry.lastUse < m_uses ? bytesOf(entry.tile) : 0;
    while (all > MostBytes) {
        Scale* from = nullptr;
        const std::pair<const TileKey, Entry>* oldest = nullptr;
        for (Scale& scale : m_scales)
            for (const auto& each : scale.entries)
                if (each.second.lastUse < m_uses && (oldest == nullptr || each.second.lastUse < oldest->second.lastUse)) {
                    oldest = &each;
                    from = &scale;
                }
        if (oldest == nullptr)
            break;
        all -= bytesOf(oldest->second.tile);
        from->entries.erase(oldest->first);
    }
    for (std::size_t i = 0; i + 1 < m_scales.size();)
        if (m_scales[i].entries.empty())
            m_scales.erase(m_scales.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
}

std::shared_ptr<const Ground> GroundRenderer::latest() const {
    const std::scoped_lock lock(m_mutex);
    return m_latest;
}

bool GroundRenderer::isIdle() const {
    const std::scoped_lock lock(m_mutex);
    if (!m_content)
        return true;
    const auto isPaintedHere = [this](TileKey key) { return isPainted(key); };
    return m_running.empty() && !m_isPlanning && std::all_of(m_visible.begin(), m_visible.end(), isPaintedHere) &&
           std::all_of(m_around.begin(), m_around.end(), isPaintedHere) && m_paintedLabels == m_labelRevision && m_labels && covers(m_labels->view, m_view);
}

std::size_t GroundRenderer::bytes() const {
    const std::scoped_lock lock(m_mutex);
    std::size_t all = 0;
    for (const Scale& scale : m_scales)
        for (const auto& [key, entry] : scale.entries)
            all += bytesOf(entry.tile);
    return all;
}

// ── The workers ──

std::shared_ptr<GroundRenderer::Task> GroundRenderer::nextTask() {
    if (!m_content || !m_plan)
        return nullptr;
    const auto isUnderWay = [this](const std::optional<TileKey>& key) {
        return std::any_of(m_running.begin(), m_running.end(),
                           [&](const auto& task) { return task->key == key && !task->stop.stop_requested() && (!key || task->lattice.isSame(m_lattice)); });
    };
    const auto make = [this](const std::optional<TileKey>& key) {
        auto task = std::make_shared<Task>();
        task->key = key;
        task->baseRevision = m_baseRevision;
        task->areaRevision = m_areaRevision;
        task->lattice = m_lattice;
        task->view = key ? m_lattice.viewOf(*key) : m_view.enlarged(LabelsAround);
        task->plan = m_plan;
        return task;
    };
    const auto tileOf = [&](const std::vector<TileKey>& keys) -> std::shared_ptr<Task> {
        for (const TileKey key : keys)
            if (!isPainted(key) && !isUnderWay(key)) {
                auto task = make(key);
                const auto found = m_scales.back().entries.find(key);
                task->wantsBase = found == m_scales.back().entries.end() || found->second.baseRevision != m_baseRevision;
                task->wantsAreas = found == m_scales.back().entries.end() || found->second.areaRevision != m_areaRevision;
                return task;
            }
        return nullptr;
    };
    const bool wantsLabels = m_paintedLabels != m_labelRevision || !m_labels || !covers(m_labels->view, m_view);
    // One worker begins with the tiles, the other with the names.
    if (wantsLabels && !isUnderWay(std::nullopt) && (!m_running.empty() || m_threads.size() == 1))
        return make(std::nullopt);
    if (auto task = tileOf(m_visible))
        return task;
    if (wantsLabels && !isUnderWay(std::nullopt))
        return make(std::nullopt);
    return tileOf(m_around);
}

bool GroundRenderer::perform(Task& task, std::unique_lock<std::mutex>& lock) {
    const std::stop_token stop = task.stop.get_token();
    const GroundContent& content = *task.plan->content;
    GroundTile tile;
    if (content.layers.empty() && m_blank.size() == task.view.deviceSize() && m_blank.devicePixelRatio() == task.view.pixelRatio &&
        m_blank.pixelColor(0, 0) == content.theme.background())
        tile.base = m_blank;
    lock.unlock();
    std::shared_ptr<const GroundLabels> labels;
    std::vector<LayerNote> notes;
    if (task.key) {
        tile.box = task.view.visibleBox();
        if (task.wantsBase && tile.base.isNull())
            tile.base = paintBase(*task.plan, task.view, stop, notes);
        if (task.wantsAreas)
            tile.areas = paintAreaPicture(content, task.view, stop);
    } else {
        labels = paintLabels(*task.plan, task.view, stop);
    }
    lock.lock();
    if (stop.stop_requested())
        return false;
    if (!task.key) {
        m_labels = std::move(labels);
        m_paintedLabels = task.plan->content == m_content ? m_labelRevision : m_paintedLabels;
        return true;
    }
    Entry& entry = scaleOf(task.lattice).entries[*task.key];
    if (!task.lattice.isSame(m_lattice))
        (void)scaleOf(m_lattice); // which stays the last one
    entry.tile.box = tile.box;
    if (task.wantsBase) {
        if (content.layers.empty())
            m_blank = tile.base;
        entry.tile.base = std::move(tile.base);
        entry.baseRevision = task.baseRevision;
    }
    if (task.wantsAreas) {
        entry.tile.areas = std::move(tile.areas);
        entry.areaRevision = task.areaRevision;
    }
    entry.lastUse = m_uses;
    for (LayerNote& note : notes)
        if (task.baseRevision == m_baseRevision && std::find(m_notes.begin(), m_notes.end(), note) == m_notes.end())
            m_notes.push_back(std::move(note));
    return std::find(m_visible.begin(), m_visible.end(), *task.key) != m_visible.end();
}

void GroundRenderer::work(const std::stop_token& stop) {
    constexpr auto Partly = std::chrono::milliseconds(60); // between looks at an unfinished picture
    Clock::time_point shown = Clock::now();
    std::shared_ptr<Task> task;
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [&] { return (m_content && !m_plan && !m_isPlanning) || (task = nextTask()) != nullptr; }) && !stop.stop_requested()) {
        if (!m_plan) {
            m_isPlanning = true;
            const std::shared_ptr<const GroundContent> content = m_content;
            const std::shared_ptr<const GroundPlan> former = std::exchange(m_formerPlan, nullptr);
            lock.unlock();
            auto plan = std::make_shared<const GroundPlan>(content, former.get());
            lock.lock();
            m_isPlanning = false;
            (content == m_content ? m_plan : m_formerPlan) = std::move(plan);
            shown = Clock::now();
            m_wake.notify_all();
            continue;
        }
        m_running.push_back(task);
        const bool isMore = perform(*task, lock);
        std::erase(m_running, task);
        task.reset();
        if (stop.stop_requested())
            return;
        makeLatest();
        forgetOldest();
        const std::shared_ptr<const Ground> ground = m_latest;
        if (!isMore || (!ground->isComplete && Clock::now() - shown < Partly))
            continue;
        shown = Clock::now();
        lock.unlock();
        m_ready(ground);
        lock.lock();
    }
}

} // namespace gridwarden::gis
