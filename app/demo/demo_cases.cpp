// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_cases.h"

#include "core/case_actions.h"
#include "gis/source/table.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace gridwarden::app {

namespace {

using namespace core;

/// One row by column names.
class Columns {
  public:
    explicit Columns(const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            m_positions.emplace(fields[i], i);
    }
    [[nodiscard]] std::string text(const gis::Row& row, const char* field) const {
        const auto found = m_positions.find(field);
        return found == m_positions.end() ? std::string() : row.values[found->second];
    }
    [[nodiscard]] std::optional<double> number(const gis::Row& row, const char* field) const {
        const std::string value = text(row, field);
        double read = 0;
        const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), read);
        return value.empty() || problem != std::errc{} || end != value.data() + value.size() ? std::nullopt : std::optional(read);
    }

  private:
    std::unordered_map<std::string, std::size_t> m_positions;
};

/// Builds the steps of one case in the order of their times.
class StepList {
  public:
    StepList(Change& change, const CaseReport& report, const TimeZone& zone) : m_change(change), m_report(report), m_zone(zone) {}

    /// Adds a step at the time in a cell; an empty cell adds none.
    void add(StepKind kind, const std::string& time, const Actor& actor, StepDetail detail = {}) {
        if (time.empty())
            return;
        const auto at = parseMoment(time, m_zone);
        if (!at) {
            m_unreadable = time;
            return;
        }
        m_steps.push_back({m_change.newId<StepId>(), m_report.id, kind, *at, *at, actor.name, actor.person, std::move(detail)});
    }
    /// Steps of equal time keep the order in which they were added: their ids grow.
    [[nodiscard]] const std::vector<Step>& sorted() {
        std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
        return m_steps;
    }
    [[nodiscard]] const std::optional<std::string>& unreadable() const { return m_unreadable; }

  private:
    Change& m_change;
    const CaseReport& m_report;
    const TimeZone& m_zone;
    std::vector<Step> m_steps;
    std::optional<std::string> m_unreadable;
};

void addSteps(StepList& steps, const Columns& columns, const gis::Row& row, const District& district, const CaseReport& report) {
    const auto cell = [&](const char* field) { return columns.text(row, field); };
    const PeopleRegister& people = district.people();
    const Actor desk{"示例受理员", PersonId()};
    Actor reporter = desk;
    if (const Person* person = people.personNamed(cell("reporter")))
        reporter = {person->name, person->id};
    Actor handler = desk;
    StepDetail dispatch;
    if (const Organisation* organisation = people.organisationNamed(cell("handler"))) {
        handler = {organisation->name, PersonId()};
        dispatch.organisation = organisation->id;
    }
    StepDetail limited;
    if (const LimitRule* rule = district.categories().defaultRule(report.category))
        limited.limit = rule->limit;
    dispatch.limit = limited.limit;
    StepDetail done;
    done.quantity = report.quantity;
    done.unit = report.unit;
    StepDetail passed;
    passed.result = StepResult::Pass;
    StepDetail failed;
    failed.result = StepResult::Fail;
    failed.note = "现场仍有遗留，请返工。";
    StepDetail reason;
    reason.note = "经核实不符合立案条件。";
    StepDetail mistaken;
    mistaken.note = "重复登记，作废。";
    StepDetail suspended;
    suspended.note = "需协调权属单位，暂缓处置。";
    if (const auto until = parseMoment(cell("suspended_until"), district.timeZone()))
        suspended.until = *until;

    steps.add(StepKind::Report, cell("reported"), reporter, limited);
    steps.add(StepKind::SelfHandle, cell("self_handled"), reporter, done);
    steps.add(StepKind::File, cell("filed"), desk, limited);
    steps.add(StepKind::Reject, cell("rejected"), desk, reason);
    steps.add(StepKind::Dispatch, cell("dispatched"), desk, dispatch);
    steps.add(StepKind::Suspend, cell("suspended"), desk, suspended);
    steps.add(StepKind::Handle, cell("first_handled"), handler, done);
    steps.add(StepKind::CheckAfter, cell("reworked"), reporter, failed);
    steps.add(StepKind::Rework, cell("reworked"), desk);
    steps.add(StepKind::Handle, cell("handled"), handler, done);
    steps.add(StepKind::CheckAfter, cell("checked"), reporter, passed);
    if (cell("self_handled").empty())
        steps.add(StepKind::Close, cell("closed"), desk);
    steps.add(StepKind::Void, cell("voided"), desk, mistaken);
}

} // namespace

Result<void> writeDemoCases(District& district, Change& change, const std::filesystem::path& file, const std::function<bool(double)>& progress) {
    auto table = gis::Table::open(file, {});
    if (!table)
        return fail(table);
    const Columns columns(table->fields());
    for (;;) {
        const auto next = table->next();
        if (!next)
            return fail(next);
        if (!*next)
            return {};
        const gis::Row& row = **next;
        CaseReport report;
        report.id = change.newId<CaseId>();
        report.number = columns.text(row, "number");
        if (const Category* category = district.categories().find(columns.text(row, "category")))
            report.category = category->id;
        report.description = columns.text(row, "description");
        report.address = columns.text(row, "address");
        report.source = columns.text(row, "source");
        report.quantity = columns.number(row, "quantity");
        report.unit = columns.text(row, "unit");
        const auto longitude = columns.number(row, "longitude");
        const auto latitude = columns.number(row, "latitude");
        if (longitude && latitude)
            report.place = GeoPoint{*longitude, *latitude};
        StepList steps(change, report, district.timeZone());
        addSteps(steps, columns, row, district, report);
        if (steps.unreadable() || steps.sorted().empty())
            return fail(ErrorCode::BadInput, {"time-unreadable", {steps.unreadable().value_or("")}}, file.string() + ":" + std::to_string(row.number));
        if (auto written = writeWholeCase(district, change, report, steps.sorted()); !written)
            return fail(written);
        constexpr std::size_t RowsBetweenReports = 256;
        if (row.number % RowsBetweenReports == 0 && progress && !progress(table->progressPercent() / 100.0))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
    }
}

} // namespace gridwarden::app
