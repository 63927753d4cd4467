// SPDX-License-Identifier: GPL-3.0-or-later
// Writing imported cases in bulk: one import step each, with all the times its source gave.
#include "core/case_import.h"
#include "core/cases/case_deriving.h"
#include "core/cases/case_values.h"
#include "core/cases/case_words.h"
#include "core/base/text_terms.h"

namespace gridwarden::core {

namespace {

StepDetail detailOf(const CategoryRegister& categories, const ImportedCase& imported) {
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
        if (const LimitRule* rule = categories.defaultRule(imported.category))
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
    const StoredState state = stateOf(report, steps, district.calendars(), district.areas(), district.timeZone());
    if (auto done = keepWords(connection, report, state.derived); !done)
        return fail(done);
    if (auto done = writeState(connection, report.id, state.derived, state.grid, district.timeZone()); !done)
        return fail(done);
    return state.grid;
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

void PreparedCase::setCategory(CategoryId category) {
    given.category = category;
    given.categoryText.clear();
    derived.category = category;
}

CasePreparer::CasePreparer(const District& district, Moment recorded)
    : m_areas(district.areaSnapshot()), m_categories(district.categorySnapshot()), m_calendars(district.calendars()),
      m_clock(district.timeZone()), m_recorded(recorded) {}

PreparedCase CasePreparer::prepare(ImportedCase given) {
    PreparedCase prepared;
    prepared.detail = detailOf(*m_categories, given);
    prepared.detailText = detailText(prepared.detail);
    CaseReport report;
    report.category = given.category;
    report.place = given.place;
    Step step;
    step.kind = StepKind::Import;
    step.at = given.reported;
    step.recorded = m_recorded;
    step.detail = prepared.detail;
    prepared.derived = derive(report, std::span(&step, 1), m_calendars);
    const LocalTime local = m_clock.local(given.reported.time_since_epoch().count());
    prepared.utcOffset = local.time_since_epoch() - given.reported.time_since_epoch();
    if (given.place)
        if (const Area* grid = m_areas->at(*given.place, AreaKind::Grid, std::chrono::floor<std::chrono::days>(local)))
            prepared.grid = grid->id;
    prepared.descriptionTerms = spacedTerms(given.description);
    prepared.addressTerms = spacedTerms(given.address);
    prepared.given = std::move(given);
    return prepared;
}

ImportWriter::ImportWriter(District& district, Change& change, OnDuplicate onDuplicate, ContactWriter contacts, BulkStatement report,
                           BulkStatement step, BulkStatement state, BulkStatement words)
    : m_district(district), m_change(change), m_onDuplicate(onDuplicate), m_contacts(std::move(contacts)), m_numbers(change),
      m_report(std::move(report)), m_step(std::move(step)), m_state(std::move(state)), m_words(std::move(words)) {}

Result<ImportWriter> ImportWriter::open(District& district, Change& change, OnDuplicate onDuplicate) {
    Connection& connection = change.connection();
    auto contacts = ContactWriter::open(connection);
    if (!contacts)
        return fail(contacts);
    auto report = BulkStatement::prepare(connection, InsertCaseSql);
    if (!report)
        return fail(report);
    auto step = BulkStatement::prepare(connection, InsertStepSql);
    if (!step)
        return fail(step);
    auto state = BulkStatement::prepare(connection, WriteStateSql);
    if (!state)
        return fail(state);
    auto words = BulkStatement::prepare(connection, InsertWordsSql);
    if (!words)
        return fail(words);
    return ImportWriter(district, change, onDuplicate, std::move(*contacts), std::move(*report), std::move(*step), std::move(*state), std::move(*words));
}

Result<ImportWriter::Written> ImportWriter::write(const PreparedCase& prepared) {
    if (m_onDuplicate == OnDuplicate::Update && !prepared.given.number.empty()) {
        const auto found = findCase(m_change.connection(), prepared.given.number);
        if (!found)
            return fail(found);
        if (*found)
            return update(**found, prepared);
    }
    return insert(prepared);
}

Result<ImportWriter::Written> ImportWriter::insert(const PreparedCase& prepared) {
    const ImportedCase& given = prepared.given;
    CaseReport report{m_change.newId<CaseId>(), given.number, given.category, given.categoryText, given.description,
                      given.address,            given.source, given.quantity, given.unit,         given.place};
    if (report.source.empty())
        report.source = "import";
    if (report.number.empty()) {
        auto number = m_numbers.next(m_district.timeZone().day(given.reported));
        if (!number)
            return fail(number);
        report.number = std::move(*number);
    }
    caseValues(report, m_change.batch(), [&](const auto& value) { m_report.add(value); });
    if (auto done = m_report.run(); !done)
        return fail(done);
    if (!given.contact.isEmpty())
        if (auto done = m_contacts.write(m_change, report.id, given.contact); !done)
            return fail(done);
    Step step;
    step.kind = StepKind::Import;
    step.at = given.reported;
    step.recorded = m_change.at();
    step.actor = m_change.actor().name;
    step.person = m_change.actor().person;
    step.id = m_change.newId<StepId>();
    step.caseId = report.id;
    stepValues(step, prepared.detailText, m_change.batch(), [&](const auto& value) { m_step.add(value); });
    if (auto done = m_step.run(); !done)
        return fail(done);
    stateValues(report.id, prepared.derived, prepared.grid, prepared.utcOffset, [&](const auto& value) { m_state.add(value); });
    if (auto done = m_state.run(); !done)
        return fail(done);
    m_words.add(report.id);
    m_words.add(prepared.descriptionTerms);
    m_words.add(prepared.addressTerms);
    if (auto done = m_words.run(); !done)
        return fail(done);
    return Written{true, prepared.grid.isNull()};
}

Result<ImportWriter::Written> ImportWriter::update(CaseId id, const PreparedCase& prepared) {
    Connection& connection = m_change.connection();
    const auto report = loadReport(connection, id);
    if (!report)
        return fail(report);
    auto steps = loadSteps(connection, id);
    if (!steps)
        return fail(steps);
    Step step;
    step.kind = StepKind::Import;
    step.actor = m_change.actor().name;
    step.person = m_change.actor().person;
    step.detail = prepared.detail;
    addChanges(step.detail, prepared.given);
    step.at = std::max(m_change.at(), steps->empty() ? m_change.at() : steps->back().at);
    step.recorded = enteredAfter(m_change.at(), *steps);
    step.id = m_change.newId<StepId>();
    step.caseId = id;
    if (auto done = insertStep(m_change, step); !done)
        return fail(done);
    steps->push_back(std::move(step));
    const auto grid = writeDerived(m_district, connection, report->value(), *steps);
    if (!grid)
        return fail(grid);
    return Written{false, grid->isNull()};
}

Result<void> ImportWriter::finish() { return m_numbers.keep(); }

Result<CaseImportCounts> writeImportedCases(District& district, Change& change, std::span<const ImportedCase> cases, OnDuplicate onDuplicate) {
    auto writer = ImportWriter::open(district, change, onDuplicate);
    if (!writer)
        return fail(writer);
    CasePreparer preparer(district, change.at());
    CaseImportCounts counts;
    for (const ImportedCase& imported : cases) {
        const auto written = writer->write(preparer.prepare(imported));
        if (!written)
            return fail(written);
        ++(written->isNew ? counts.created : counts.updated);
        counts.outside += written->isOutside ? 1 : 0;
    }
    if (auto finished = writer->finish(); !finished)
        return fail(finished);
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
