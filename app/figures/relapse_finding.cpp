// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/relapse_finding.h"

#include "core/cases/case_store.h"
#include "core/figures/tally_columns.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

void compare(const RelapseWish& wish, const core::FiguresContext& context, const core::Selection& selection, RelapseAnswer& answer) {
    const core::TallyColumn column = core::tallyColumn(context, *wish.cases.people, selection, *wish.groups, wish.cases.filter.kind, wish.cases.filter.grids);
    core::RelapseComparison compared = core::compareRelapses(answer.relapses, core::slotsOf(context, selection, column), column.values.size());
    for (std::size_t i = 0; i < compared.curves.size(); ++i)
        if (compared.curves[i].spells > 0)
            answer.groups.push_back({column.values[i], std::move(compared.curves[i])});
    std::stable_sort(answer.groups.begin(), answer.groups.end(), [](const RelapseGroup& a, const RelapseGroup& b) { return a.curve.spells > b.curve.spells; });
    answer.test = std::move(compared.test);
}

std::vector<std::string> addressesOf(const RelapseWish& wish, const RelapseAnswer& answer) {
    std::vector<std::string> addresses(std::min(answer.relapses.places.size(), RelapseAnswer::MostListed));
    auto connection = core::Connection::open(wish.cases.district, core::Connection::Access::ReadOnly);
    if (!connection)
        return addresses;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        std::vector<core::CaseId> ids;
        for (const std::uint32_t row : answer.relapses.rowsOf(answer.relapses.places[i]))
            ids.push_back((*answer.facts)[row].id);
        constexpr std::size_t Enough = 3; // of the latest
        if (ids.size() > Enough)
            ids.erase(ids.begin(), ids.end() - Enough);
        const auto texts = core::loadTexts(*connection, ids);
        if (!texts)
            return addresses;
        for (auto text = texts->rbegin(); text != texts->rend() && addresses[i].empty(); ++text)
            addresses[i] = text->address;
    }
    return addresses;
}

std::shared_ptr<const RelapseAnswer> answerTo(const RelapseWish& wish, const std::stop_token& stop) {
    FilterWish cases = wish.cases;
    cases.filter.from.reset();
    cases.filter.to.reset();
    const auto selection = selectBeside(cases, stop);
    if (!selection || stop.stop_requested())
        return nullptr;
    core::FiguresContext context = contextOf(cases);
    auto connection = core::Connection::open(wish.cases.district, core::Connection::Access::ReadOnly);
    if (!connection)
        return nullptr;
    context.connection = &*connection;
    auto places = core::CasePlaces::make(context, wish.places);
    if (!places || stop.stop_requested())
        return nullptr;
    auto answer = std::make_shared<RelapseAnswer>(RelapseAnswer{
        cases.facts, wish.options, *places, core::relapses(context, *selection, places->of(context, *selection, cases.filter.grids), wish.options), {}, {}, {}, {}});
    if (stop.stop_requested())
        return nullptr;
    answer->all = core::relapseCurve(answer->relapses);
    if (wish.groups && !stop.stop_requested())
        compare(wish, context, *selection, *answer);
    if (!stop.stop_requested())
        answer->addresses = addressesOf(wish, *answer);
    return answer;
}

} // namespace

RelapseFinding::RelapseFinding(std::function<void(std::shared_ptr<const RelapseAnswer>)> ready)
    : m_thread([ready = std::move(ready)](const RelapseWish& wish, const std::stop_token& stop) {
          auto answer = answerTo(wish, stop);
          if (answer && !stop.stop_requested())
              ready(std::move(answer));
      }) {}

} // namespace gridwarden::app
