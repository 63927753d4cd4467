// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that summaries are written from: those that come with the program (resources/summaries), and those of the bureau in its district.
#pragma once

#include "core/store/store.h"

#include <string>
#include <vector>

namespace gridwarden::core {

struct SummaryText {
    std::string key;
    std::string name;
    std::string text;     ///< see summary_template.h
    bool isOwn = false;     ///< kept in the district
    bool isShipped = false; ///< there is one of this key that comes with the program, whose place an own one takes
    bool operator==(const SummaryText&) const = default;
};

/// Shipped ones in the order of their keys, then the others by name. A shipped one is named by the remark in its first line. Errors: those of the resources; Database.
[[nodiscard]] Result<std::vector<SummaryText>> summaryTexts(Connection& connection);
/// By its key, else by its name. Errors: those of summaryTexts; NotFound "summary-text-unknown" {name}.
[[nodiscard]] Result<SummaryText> summaryTextNamed(Connection& connection, const std::string& keyOrName);

/// Adds or rewrites by key. Errors: BadInput "summary-text-incomplete" {name}: without key or name; those of SummaryTemplate::parse; Database.
Result<void> saveSummaryText(Change& change, const SummaryText& text);
/// Errors: NotFound "summary-text-unknown" {key}; Database.
Result<void> removeSummaryText(Change& change, const std::string& key);

} // namespace gridwarden::core
