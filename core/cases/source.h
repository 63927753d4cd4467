// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of cases (案件来源): a list the bureau edits.
#pragma once

#include "core/store/store.h"

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
};

[[nodiscard]] Result<std::vector<CaseSource>> loadSources(Connection& connection);
/// Adds or rewrites by key. Errors: BadInput "source-incomplete".
Result<void> saveSource(Change& change, const CaseSource& source);
Result<void> fillSources(Change& change);

} // namespace gridwarden::core
