// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/area_shader.h"

#include "core/figures/tally.h"
#include "gis/crs/geodesic.h"

#include <QPointer>
#include <algorithm>
#include <utility>

namespace gridwarden::app {

std::vector<std::int64_t> countsByShape(const core::FiguresContext& context, const core::PeopleRegister& people, const core::Selection& selection,
                                        core::GridsOf grids, const gis::AreaLayer& layer) {
    std::vector<std::int64_t> counts(layer.size(), 0);
    for (const core::TallyRow& row : core::tally(context, people, selection, {core::TallyKey::Area}, layer.kind(), grids))
        if (const auto shape = layer.shapeOf(core::AreaId(row.ids.front())))
            counts[*shape] = row.counts.count;
    return counts;
}

std::shared_ptr<const gis::AreaShading> shadingOf(const core::FiguresContext& context, const core::PeopleRegister& people, const core::Selection& selection,
                                                  core::GridsOf grids, const gis::AreaLayer& layer, const gis::CountClasses& classes) {
    const std::vector<std::int64_t> counts = countsByShape(context, people, selection, grids, layer);
    std::vector<double> numbers(counts.begin(), counts.end());
    constexpr double SquareKilometre = 1e6;
    for (std::size_t shape = 0; classes.perSquareKilometre && shape < numbers.size(); ++shape) {
        const core::Area* const area = context.areas->find(layer.item(shape).id);
        const double metres = area == nullptr ? 0 : gis::ellipsoidAreaSquareMetres(area->shape);
        numbers[shape] = metres > 0 ? numbers[shape] / metres * SquareKilometre : 0; // a road is no square metre
    }
    return gis::shadingOf(numbers, classes);
}

AreaShader::AreaShader(Workspace& workspace, Jobs& jobs, QObject* parent) : QObject(parent), m_workspace(workspace), m_jobs(jobs) {
    connect(&workspace, &Workspace::filteredChanged, this, &AreaShader::count);
}

AreaShader::~AreaShader() { cancel(); }

void AreaShader::cancel() {
    if (m_job != 0)
        m_jobs.cancel(std::exchange(m_job, 0));
}

void AreaShader::want(std::vector<Wish> wishes) {
    if (wishes == m_wishes)
        return;
    m_wishes = std::move(wishes);
    std::erase_if(m_shadings, [this](const auto& known) {
        return std::none_of(m_wishes.begin(), m_wishes.end(), [&](const Wish& wish) { return wish.layer == known.first; });
    });
    count();
}

std::shared_ptr<const gis::AreaShading> AreaShader::of(const gis::AreaLayer& layer) const {
    const auto found = std::find_if(m_shadings.begin(), m_shadings.end(), [&](const auto& known) { return known.first.get() == &layer; });
    return found == m_shadings.end() ? nullptr : found->second;
}

void AreaShader::count() {
    cancel();
    const core::District* const district = m_workspace.district();
    if (district == nullptr || m_wishes.empty())
        return;
    const auto shadings = std::make_shared<Shadings>();
    const auto work = [shadings, wishes = m_wishes, facts = m_workspace.filteredFacts(), areas = district->areaSnapshot(), categories = district->categorySnapshot(),
                       people = district->peopleSnapshot(), zone = district->timeZone(), asOf = core::now(), grids = m_workspace.filter().grids,
                       selection = m_workspace.filteredRows()](const Jobs::Progress&, std::stop_token stop) {
        const core::FiguresContext context{facts.get(), areas.get(), categories.get(), zone, asOf, nullptr};
        for (const Wish& wish : wishes)
            if (!stop.stop_requested())
                (*shadings)[wish.layer] = shadingOf(context, *people, *selection, grids, *wish.layer, wish.classes);
    };
    const auto number = std::make_shared<int>(0);
    m_job = m_jobs.start(tr("Counting"), work, [self = QPointer<AreaShader>(this), shadings, number] {
        if (!self || self->m_job != *number)
            return; // there is something newer to count
        self->m_job = 0;
        self->m_shadings = std::move(*shadings);
        emit self->shaded();
    });
    *number = m_job;
}

} // namespace gridwarden::app
