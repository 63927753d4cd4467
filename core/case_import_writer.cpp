// SPDX-License-Identifier: GPL-3.0-or-later
// Writing imported cases in bulk: one import step each, with all the times its source gave.
#include "core/case_actions.h"
#include "core/cases/case_deriving.h"
#include "core/cases/case_number.h"

namespace gridwarden::core {

namespace {

StepDetail detailOf(const District& district, const ImportedCase& imported) {
    StepDetail detail;
    detail.organisation = imported.organisation;
    detail.person = imported.person;
    detail.filed = imported.filed;
    detail.dispatched = imported.dispatched;
    detail.handled = imported.handled;
    detail.closed = imported.closed;
    detail.due = imported.due;
    detail.closedAs = imported.closedAs;
    if (!imported.due)
        if (const LimitRule* rule = district.categories().defaultRule(imported.category))
            detail.limit = rule->limit;
    return detail;
}

/// An update says what is new beside the times: place, category, texts.
void addChanges(StepDetail& detail, const ImportedCase& imported) {
    detail.place = imported.place;
    detail.category = imported.category;
    if (!imported.description.empty())
        detail.description = imported.description;
    if (!imported.address.empty())
        detail.address = imported.address;
}

Result<AreaId> writeDerived(District& district, Connection& connection, const CaseReport& report, std::span<const Step> steps) {
    const TimeZone& zone = district.timeZone();
    const DerivedCase derived = derive(report, steps, district.calendars());
    const Area* area = derived.place ? district.areas().at(*derived.place, AreaKind::Grid, zone.day(derived.reported)) : nullptr;
    const AreaId grid = area == nullptr ? AreaId() : area->id;
    if (auto done = writeState(connection, report.id, derived, grid, zone); !done)
        return fail(done);
    return grid;
}

} // namespace

Result<AreaId> writeWholeCase(District& district, Change& change, const CaseReport& report, std::span<const Step> steps) {
    if (auto done = insertCase(change, report); !done)
        return fail(done);
    for (const Step& step : steps)
        if (auto done = insertStep(change, step); !done)
            return fail(done);
    return writeDerived(district, change.connection(), report, steps);
}

Result<CaseImportCounts> writeImportedCases(District& district, Change& change, std::span<const ImportedCase> cases, OnDuplicate onDuplicate) {
    Connection& connection = change.connection();
    const TimeZone& zone = district.timeZone();
    CaseImportCounts counts;
    const auto contacts = ContactWriter::open(connection);
    if (!contacts)
        return fail(contacts);
    for (const ImportedCase& imported : cases) {
        CaseId existing;
        if (onDuplicate == OnDuplicate::Update && !imported.number.empty()) {
            const auto found = findCase(connection, imported.number);
            if (!found)
                return fail(found);
            existing = found->value_or(CaseId());
        }
        Step step;
        step.kind = StepKind::Import;
        step.recorded = change.at();
        step.actor = change.actor().name;
        step.person = change.actor().person;
        step.detail = detailOf(district, imported);
        CaseReport report;
        std::vector<Step> steps;
        if (existing.isNull()) {
            report = {CaseId(),        imported.number,   imported.category, imported.categoryText, imported.description, imported.address,
                      imported.source, imported.quantity, imported.unit,     imported.place};
            report.id = change.newId<CaseId>();
            if (report.source.empty())
                report.source = "import";
            if (report.number.empty()) {
                auto number = nextCaseNumber(change, zone.day(imported.reported));
                if (!number)
                    return fail(number);
                report.number = std::move(*number);
            }
            if (auto done = insertCase(change, report); !done)
                return fail(done);
            if (auto done = contacts->write(change, report.id, imported.contact); !done)
                return fail(done);
            step.at = imported.reported;
            ++counts.created;
        } else {
            auto known = loadReport(connection, existing);
            if (!known)
                return fail(known);
            auto before = loadSteps(connection, existing);
            if (!before)
                return fail(before);
            report = std::move(known->value());
            steps = std::move(*before);
            addChanges(step.detail, imported);
            step.at = std::max(change.at(), steps.empty() ? change.at() : steps.back().at);
            step.recorded = enteredAfter(change.at(), steps);
            ++counts.updated;
        }
        step.id = change.newId<StepId>();
        step.caseId = report.id;
        if (auto done = insertStep(change, step); !done)
            return fail(done);
        steps.push_back(std::move(step));
        const auto grid = writeDerived(district, connection, report, steps);
        if (!grid)
            return fail(grid);
        if (grid->isNull())
            ++counts.outside;
    }
    return counts;
}

Result<std::unordered_set<std::string>> caseNumbers(Connection& connection) {
    std::unordered_set<std::string> numbers;
    const auto read = connection.each("SELECT number FROM case_report", {}, [&](const Row& row) {
        numbers.insert(row.text(0));
        return true;
    });
    if (!read)
        return fail(read);
    return numbers;
}

} // namespace gridwarden::core
