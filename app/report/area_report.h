// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says about one area: counted and read from the district, before anything is laid out.
#pragma once

#include "app/report/report_text.h"
#include "core/cases/case_store.h"
#include "core/district.h"
#include "core/figures/indicators.h"
#include "core/figures/tally.h"

#include <memory>
#include <vector>

namespace gridwarden::app {

/// What all areas of one report share. Belongs to the district's thread.
struct ReportScope {
    core::District& district;
    core::District::Figures figures; ///< as of one moment for the whole report
    core::Period period;
    ReportText text;
    QString printedBy;      ///< may be empty
    core::Moment printedAt;
    std::optional<core::JournalEntry> head = {}; ///< the newest entry of the journal: proves later what the report was made from

    [[nodiscard]] core::Moment asOf() const { return figures.context.asOf; }
    [[nodiscard]] core::Filter filterOf(const core::Area& area) const;
    [[nodiscard]] core::Result<core::Indicators> indicatorsOf(const core::Filter& filter, core::Period of) const;
};

/// A duty (五定) that holds in the period.
struct DutyLine {
    const core::Area* area;
    QString person;
    QString organisation;
    const core::Duty* duty;
};

struct CaseLine {
    core::CaseFact fact;
    core::CaseText text;
    std::optional<core::Moment> due;
    bool isForecast = false; ///< due, if it were dispatched at the moment of the data
};

/// The numbers of one area in a table of several.
struct AreaNumbers {
    const core::Area* area = nullptr; ///< null: all together
    std::int64_t reported = 0, filed = 0, due = 0, closed = 0, closedInTime = 0, open = 0, overdue = 0;
};
[[nodiscard]] AreaNumbers numbersOf(const core::Area* area, const core::Indicators& indicators);

struct RelapseReport; // relapse_table.h

struct AreaReport {
    const core::Area* area = nullptr;
    std::vector<const core::Area*> above; ///< nearest first
    core::Indicators now, before, lastYear;
    core::Counts reported;                     ///< of the cases reported in the period
    std::vector<core::TallyRow> categories;    ///< of these, most cases first
    std::vector<core::TallyRow> sources;
    std::shared_ptr<const RelapseReport> relapses;
    std::vector<DutyLine> duties;              ///< of the area, then of its zones
    std::vector<AreaNumbers> inside;           ///< the grids in it, when it is of a larger kind
    /// Every case behind a figure of the period: those reported in it by their time, then those carried over.
    std::vector<CaseLine> cases;
    std::size_t reportedCount = 0;             ///< of all, listed or not
    std::size_t carriedCount = 0;
    [[nodiscard]] std::size_t listedReported() const { return std::min(reportedCount, cases.size()); }
};

/// A list longer than this is cut, and says so.
inline constexpr std::size_t MaxListedCases = 10'000;

/// A category's or source's name in the report's language.
[[nodiscard]] QString categoryName(const ReportScope& scope, core::CategoryId id, std::string_view otherwise);
[[nodiscard]] QString sourceName(const ReportScope& scope, std::string_view key);

/// Cases of the facts with their texts and deadlines, in the order of the rows. Errors: Database.
[[nodiscard]] core::Result<std::vector<CaseLine>> readCaseLines(const ReportScope& scope, const core::Selection& rows);
/// Errors: Database.
[[nodiscard]] core::Result<AreaReport> readAreaReport(const ReportScope& scope, const core::Area& area);

/// "责任网格 01-01"
[[nodiscard]] QString labelOf(const core::Area& area, const ReportText& text);
[[nodiscard]] QString utf8(std::string_view text);

} // namespace gridwarden::app
