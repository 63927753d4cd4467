// SPDX-License-Identifier: GPL-3.0-or-later
// The files that categories and limits are shipped in (resources/README.md).
#pragma once

#include "core/cases/category.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace gridwarden::core {

/// An edition: the big classes, then the categories, without ids and parents. Members that are missing or of another kind
/// are left empty.
[[nodiscard]] std::vector<Category> categoriesFromJson(const nlohmann::json& document);

/// A rule and the key of the category it belongs to.
struct CategoryLimit {
    std::string category;
    LimitRule rule;
};
/// Errors: BadInput "limit-unreadable" {file, category}.
[[nodiscard]] Result<std::vector<CategoryLimit>> limitsFromJson(const nlohmann::json& document);

} // namespace gridwarden::core
