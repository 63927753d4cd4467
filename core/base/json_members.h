// SPDX-License-Identifier: GPL-3.0-or-later
// Reading an object of JSON of which every member has to be known: members are taken out, so that what is left is not.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// None where the text is no JSON, or is nested more than 64 levels deep: copies and texts of a document are made by recursion.
[[nodiscard]] std::optional<nlohmann::json> parsedJson(std::string_view text);

/// Every function notes a member that is there and does not fit (also null), and answers then as if it were not there.
class JsonMembers {
public:
    explicit JsonMembers(nlohmann::json object) : m_left(std::move(object)) {}

    [[nodiscard]] std::string text(const char* name);               ///< empty: not there
    [[nodiscard]] std::vector<std::string> texts(const char* name); ///< texts that are not empty, at least one; empty: not there
    [[nodiscard]] std::optional<bool> flag(const char* name);
    [[nodiscard]] std::optional<double> number(const char* name);
    [[nodiscard]] std::vector<nlohmann::json> objects(const char* name); ///< at least one; empty: not there
    [[nodiscard]] std::optional<nlohmann::json> object(const char* name);
    [[nodiscard]] std::string textIn(const char* group, const char* name); ///< a text within a member that is an object
    [[nodiscard]] bool has(const char* name) const { return m_left.contains(name); }

    void note(std::string_view member) {
        if (m_wrong.empty())
            m_wrong = member;
    }
    /// The first member that could not be used; empty: none.
    [[nodiscard]] std::string wrong() const { return !m_wrong.empty() || m_left.empty() ? m_wrong : m_left.begin().key(); }

private:
    nlohmann::json take(const char* name);
    nlohmann::json m_left;
    std::string m_wrong;
};

} // namespace gridwarden::core
