// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_basis.h"

#include "app/workspace/workspace.h"
#include "core/figure_list.h"

namespace gridwarden::app {

namespace {

/// The conditions that hold for figures, which have periods of their own.
core::Filter conditionsOf(core::Filter filter) {
    filter.from.reset();
    filter.to.reset();
    filter.listed.reset();
    return filter;
}

} // namespace

bool FigureBasis::countsAs(const FigureBasis& earlier) const {
    constexpr std::chrono::seconds KeptFor(60);
    return cases.facts == earlier.cases.facts && cases.areas == earlier.cases.areas && cases.categories == earlier.cases.categories && cases.people == earlier.cases.people &&
           cases.filter == earlier.cases.filter && activities == earlier.activities && lists == earlier.lists && cases.asOf - earlier.cases.asOf < KeptFor &&
           definitions->all() == earlier.definitions->all();
}

core::Result<FigureBasis> figureBasis(const Workspace& workspace) {
    core::District& district = *workspace.district();
    auto definitions = core::figureDefinitions(district);
    if (!definitions)
        return core::fail(definitions);
    auto activities = district.activities();
    if (!activities)
        return core::fail(activities);
    FigureBasis basis{workspace.filterWish(), district.sources(), std::move(*activities), district.activityListSnapshot(),
                      std::make_shared<const core::FigureDefinitions>(std::move(*definitions))};
    basis.cases.filter = conditionsOf(std::move(basis.cases.filter));
    return basis;
}

FigureCounter::FigureCounter(const FigureBasis& basis, const std::stop_token& stop, core::Connection connection)
    : m_basis(basis), m_stop(stop), m_connection(std::move(connection)) {
    m_input.cases = contextOf(basis.cases);
    m_input.cases.connection = &m_connection;
    m_input.sources = basis.sources;
    m_input.activities = basis.activities.get();
    m_input.lists = basis.lists.get();
    m_input.within = basis.cases.filter;
}

core::Result<std::unique_ptr<FigureCounter>> FigureCounter::make(const FigureBasis& basis, const std::stop_token& stop) {
    auto opened = core::Connection::open(basis.cases.district, core::Connection::Access::ReadOnly);
    if (!opened)
        return core::fail(opened);
    return std::unique_ptr<FigureCounter>(new FigureCounter(basis, stop, std::move(*opened)));
}

core::Result<std::vector<core::FigureValue>> FigureCounter::values(const std::vector<std::string>& keys, core::Period period) const {
    return core::evaluateFigures(m_input, *m_basis.definitions, keys, period, [this] { return !m_stop.stop_requested(); });
}

} // namespace gridwarden::app
