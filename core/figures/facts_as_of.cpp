// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/as_of.h"
#include "core/figures/facts_builder.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// So many steps are read by one statement.
constexpr std::int64_t PageSize = 65'536;

constexpr std::string_view AllStepsSql = "SELECT id, case_id, kind, at FROM step WHERE id > ? ORDER BY id LIMIT ?";
constexpr std::string_view CaseSql =
    "SELECT r.id, r.category, r.longitude, r.latitude, r.source, s.grid, t.id, t.kind, t.at, t.recorded, t.person, "
    "t.detail FROM case_report r JOIN step t ON t.case_id = r.id LEFT JOIN case_state s ON s.case_id = r.id "
    "WHERE r.id = ? AND t.at <= ? ORDER BY t.at, t.recorded, t.id";

/// What the steps of a case say about whether it was otherwise at a moment; bits.
enum Course : std::uint8_t { HasStep = 1, HasStepThen = 2, HasStepAhead = 4, HasImport = 8, HasSeveralSteps = 16 };

/// By row of the facts.
Result<std::vector<std::uint8_t>> courses(Connection& connection, const CaseFacts& present, Moment asOf) {
    std::vector<std::uint8_t> all(present.size());
    std::int64_t last = 0;
    CaseId known;
    std::optional<std::size_t> row;
    for (std::int64_t read = PageSize; read == PageSize;) {
        read = 0;
        const auto done = connection.each(AllStepsSql, {last, PageSize}, [&](const Row& step) {
            ++read;
            last = step.integer(0);
            if (const auto id = step.id<CaseId>(1); id != known) {
                known = id;
                row = present.rowOf(id);
            }
            if (!row)
                return true;
            std::uint8_t& course = all[*row];
            const int kind = static_cast<int>(step.integer(2));
            course = static_cast<std::uint8_t>(course | ((course & HasStep) != 0 ? HasSeveralSteps : 0) | HasStep |
                                               (step.moment(3) > asOf ? HasStepAhead : HasStepThen) |
                                               (kind == static_cast<int>(StepKind::Import) ? HasImport : 0));
            return true;
        });
        if (!done)
            return fail(done);
    }
    return all;
}

/// Whether the fact may be another one by the steps up to a moment. The times that an import gave stand in the fact, unless
/// another step or its own end as void has removed them.
bool mayHaveBeenOtherwise(std::uint8_t course, const FactChunk& chunk, std::size_t position, std::int64_t asOf) {
    if ((course & HasStepAhead) != 0)
        return true;
    if ((course & HasImport) == 0)
        return false;
    if ((course & HasSeveralSteps) != 0 || chunk.column(FactColumn::State)[position] == static_cast<std::int64_t>(CaseState::Void))
        return true;
    for (const FactColumn time : {FactColumn::Filed, FactColumn::Dispatched, FactColumn::Handled, FactColumn::Closed})
        if (chunk.column(time)[position] > asOf)
            return true;
    return false;
}

struct CaseSteps {
    CaseReport report;
    AreaId grid;
    std::vector<Step> steps;
};

CaseFact factOf(const CaseSteps& input, const CalendarHistory& calendars, FactsBuilder& builder) {
    const DerivedCase derived = derive(input.report, input.steps, calendars);
    CaseFact fact = core::factOf(derived);
    fact.id = input.report.id;
    fact.grid = input.grid;
    fact.source = builder.source(input.report.source);
    fact.method = builder.method(derived.method);
    return fact;
}

/// A case whose report lies ahead does not exist yet.
bool hasBegun(const CaseSteps& input) {
    return !input.steps.empty() &&
           (input.steps.front().kind == StepKind::Report || input.steps.front().kind == StepKind::Import);
}

/// The steps of a case up to a moment, in order; none when it has none. Errors: Database.
Result<CaseSteps> stepsUntil(Connection& connection, CaseId id, Moment asOf) {
    CaseSteps found;
    std::optional<Error> unreadable;
    const auto done = connection.each(CaseSql, {id, asOf}, [&](const Row& row) {
        if (found.steps.empty()) {
            found.report.id = id;
            found.report.category = row.id<CategoryId>(1);
            if (!row.isNull(2) && !row.isNull(3))
                found.report.place = GeoPoint{row.real(2), row.real(3)};
            found.report.source = row.text(4);
            found.grid = row.id<AreaId>(5);
        }
        auto detail = detailFromText(row.text(11));
        if (!detail) {
            unreadable = detail.error();
            return false;
        }
        Step step;
        step.id = row.id<StepId>(6);
        step.caseId = id;
        step.kind = static_cast<StepKind>(row.integer(7));
        step.at = row.moment(8);
        step.recorded = row.moment(9);
        step.person = row.id<PersonId>(10);
        step.detail = std::move(*detail);
        forgetAfter(asOf, step);
        found.steps.push_back(std::move(step));
        return true;
    });
    if (!done)
        return fail(done);
    if (unreadable)
        return tl::unexpected<Error>(*unreadable);
    return found;
}

} // namespace

Result<std::shared_ptr<const CaseFacts>> factsAsOf(Connection& connection, const CalendarHistory& calendars, const CaseFacts& present,
                                                   Moment asOf) {
    const auto course = courses(connection, present, asOf);
    if (!course)
        return fail(course);
    FactsBuilder builder(present);
    for (std::size_t row = 0; row < present.size(); ++row) {
        const FactChunk& chunk = *present.chunks()[row / CaseFacts::ChunkSize];
        const std::size_t position = row % CaseFacts::ChunkSize;
        if (!chunk.hasMark(position, IsPresent) ||
            !mayHaveBeenOtherwise((*course)[row], chunk, position, asOf.time_since_epoch().count()))
            continue;
        const CaseId id(chunk.column(FactColumn::Id)[position]);
        CaseSteps then;
        if (((*course)[row] & HasStepThen) != 0) {
            auto steps = stepsUntil(connection, id, asOf);
            if (!steps)
                return fail(steps);
            then = std::move(*steps);
        }
        if (hasBegun(then))
            builder.put(factOf(then, calendars, builder));
        else
            builder.remove(id);
    }
    return builder.finish();
}

} // namespace gridwarden::core
