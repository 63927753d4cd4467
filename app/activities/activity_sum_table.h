// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of activities as the window and its files show them. The counting is that of core/figures/activity_tally.
#pragma once

#include "app/cases/table_writer.h"
#include "core/figures/activity_tally.h"

#include <QString>

namespace gridwarden::app {

enum class SumsBy { Kind, Organisation, Person };

/// One kind of work in one unit; with SumsBy::Organisation and Person that of one of them.
struct SumLine {
    QString kind;
    double quantity = 0;
    QString unit;
    std::int64_t people = 0;
    std::int64_t entries = 0;
    std::vector<core::ActivityId> records; ///< behind the numbers
};

struct SumGroup {
    QString name; ///< of the organisation or person; by kind there is one group without a name
    std::int64_t people = 0;
    std::int64_t entries = 0;
    std::vector<core::ActivityId> records;
    std::vector<SumLine> lines; ///< in the order in which kinds are offered
};

struct ActivitySumTable {
    SumsBy by = SumsBy::Kind;
    std::vector<SumGroup> groups;
    SumGroup all; ///< without lines
};

[[nodiscard]] ActivitySumTable sumActivities(const core::ActivityContext& context, core::Period period, SumsBy by);

/// As text with tabs for the clipboard, with headings.
[[nodiscard]] QString tabbedText(const ActivitySumTable& table);
/// By the ending of the file: .xlsx is a workbook, all others are CSV. Errors: those of TableWriter.
[[nodiscard]] core::Result<void> writeSums(const ActivitySumTable& table, const std::filesystem::path& target,
                                           const core::TimeZone& zone, bool overwrite);

} // namespace gridwarden::app
