// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/area_load.h"

#include "gis/crs/geodesic.h"
#include "gis/edit/length_within.h"

#include <QPointer>
#include <set>

namespace gridwarden::app {

AreaLoads::AreaLoads(Workspace& workspace, Jobs& jobs, QObject* parent) : QObject(parent), m_workspace(workspace), m_jobs(jobs) {}

void AreaLoads::gather(core::AreaKind kind, int days) {
    m_isReady = false;
    const int number = ++m_asked;
    core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    const auto points = std::make_shared<Points>();
    const QPointer<AreaLoads> self(this);
    const core::Moment now = core::now();
    const auto work = [points, kind, now, earliest = (now - std::chrono::days(days)).time_since_epoch().count(), facts = m_workspace.facts(),
                       areas = district->areaSnapshot(), categories = district->categorySnapshot(),
                       zone = district->timeZone()](const Jobs::Progress& progress, std::stop_token) {
        core::Selection recent;
        facts->each([&](std::size_t row, const core::CaseFact& fact) {
            if (fact.reported >= earliest && fact.hasPlace())
                recent.push_back(static_cast<std::uint32_t>(row));
        });
        if (!progress(0.2))
            return;
        const core::FiguresContext context{.facts = facts.get(), .areas = areas.get(), .categories = categories.get(), .zone = zone, .asOf = now};
        const std::vector<core::AreaId> owners = core::areasOf(context, recent, kind, core::GridsOf::Now);
        for (std::size_t i = 0; i < recent.size(); ++i) {
            const core::CaseFact& fact = (*facts)[recent[i]];
            (*points)[owners[i].value()].push_back({fact.longitude, fact.latitude});
        }
    };
    m_jobs.start(tr("Counting cases by area"), work, [self, points, number] {
        if (!self || self->m_asked != number)
            return;
        self->m_points = points;
        self->m_isReady = true;
        emit self->ready();
    });
}

std::vector<AreaLoads::Line> AreaLoads::compare(const gis::CoverEdit& edit, std::span<const core::Line> streets) const {
    std::vector<Line> lines;
    if (m_workspace.district() == nullptr)
        return lines;
    const core::AreaRegister& areas = m_workspace.district()->areas();
    std::set<core::AreaId> concerned(edit.ended.begin(), edit.ended.end());
    for (const auto& changed : edit.changed)
        concerned.insert(changed.id);
    std::vector<const std::vector<core::GeoPoint>*> near;
    for (const core::AreaId id : concerned)
        if (const auto found = m_points->find(id.value()); found != m_points->end())
            near.push_back(&found->second);
    if (const auto outside = m_points->find(0); outside != m_points->end())
        near.push_back(&outside->second);
    const auto loadOf = [&](const core::Shape& shape) {
        AreaLoad load;
        const core::GeoBox box = core::boundsOf(shape);
        for (const auto* points : near)
            for (const core::GeoPoint place : *points)
                load.cases += box.contains(place) && core::contains(shape, place);
        load.squareMetres = gis::ellipsoidAreaSquareMetres(shape);
        load.streetMetres = gis::lengthWithin(shape, streets);
        return load;
    };
    for (const core::AreaId id : concerned) {
        const core::Area* const area = areas.find(id);
        if (area == nullptr)
            continue;
        Line line{.area = id, .added = 0, .before = loadOf(area->shape), .after = {}};
        if (const auto found = m_points->find(id.value()); found != m_points->end())
            line.before->cases = found->second.size();
        else
            line.before->cases = 0;
        for (const auto& changed : edit.changed)
            if (changed.id == id)
                line.after = loadOf(changed.shape);
        lines.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < edit.added.size(); ++i)
        lines.push_back({.area = {}, .added = i, .before = {}, .after = loadOf(edit.added[i].shape)});
    return lines;
}

} // namespace gridwarden::app
