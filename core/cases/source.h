// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of cases (案件来源): a list the bureau edits.
#pragma once

#include "core/cases/source_fields.h"
#include "core/store/store.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

struct CaseSource {
    std::string key;
    std::string name;
    std::string english;
    bool isPublic = false;    ///< a public report in the sense of the evaluation rules
    bool isCollector = false; ///< a collector's report
    bool isEnabled = true;
    int position = 0;
    std::vector<SourceField> fields{}; ///< extra ones, in the order in which they are asked
    bool operator==(const CaseSource&) const = default;
};
/// The source of a key; null when it is not known.
[[nodiscard]] const CaseSource* findSource(std::span<const CaseSource> sources, std::string_view key);

[[nodiscard]] Result<std::vector<CaseSource>> loadSources(Connection& connection);
/// Adds or rewrites by key. Errors: BadInput "source-incomplete"; those of checkSourceFields.
Result<void> saveSource(Change& change, const CaseSource& source);
/// The shipped list (resources/sources.json), in its order. Errors: BadInput "json-unreadable" {file, entry};
/// those of sourceFieldsFromJson.
[[nodiscard]] Result<std::vector<CaseSource>> sourcesFromJson(const nlohmann::json& document);
/// Copies the shipped list into a new district.
Result<void> fillSources(Change& change);

} // namespace gridwarden::core
