// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb prints: one JSON document or text on stdout, messages on stderr.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>
#include <string>

namespace gridwarden::app {

/// Keeps members in the order in which they are written.
using Json = nlohmann::ordered_json;

inline constexpr int ExitDone = 0;
inline constexpr int ExitFault = 1;
inline constexpr int ExitUsage = 2;

/// A sentence for people in the language of the locale.
[[nodiscard]] std::string sentence(const core::Message& message);
void printLine(const std::string& line);
void printJson(const Json& document);
void printNote(const std::string& line); ///< stderr
/// Says on stderr what went wrong; returns the exit code.
int printFault(const core::Error& error);

/// A table of text with columns as wide as their widest cell; ideographs count two.
class TextTable {
  public:
    explicit TextTable(std::vector<std::string> headings) { m_rows.push_back(std::move(headings)); }
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    void print() const;

  private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace gridwarden::app
