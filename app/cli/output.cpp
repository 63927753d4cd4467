// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/text/message_text.h"

#include <algorithm>
#include <cstdio>

namespace gridwarden::app {

namespace {

/// Columns that a text takes on a terminal: East Asian wide characters take two.
std::size_t displayWidth(const std::string& text) {
    std::size_t width = 0;
    for (const char32_t c : QString::fromStdString(text).toStdU32String())
        width += c >= 0x1100 && (c <= 0x115f || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                                 (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) || c >= 0x20000)
                     ? 2
                     : 1;
    return width;
}

} // namespace

std::string sentence(const core::Message& message) { return text(message).toStdString(); }
void printLine(const std::string& line) { std::fprintf(stdout, "%s\n", line.c_str()); }
void printJson(const Json& document) {
    printLine(document.dump(2, ' ', false, Json::error_handler_t::replace));
}
void printNote(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

int printFault(const core::Error& error) {
    // What is cancelled is as it was before: each work is done whole or not at all.
    const bool isCancelled = error.code == core::ErrorCode::Cancelled;
    printNote("gridwarden: " + (isCancelled ? sentence({"cancelled-unchanged", {}}) : text(error).toStdString()));
    if (!error.detail.empty())
        printNote("  " + error.detail);
    return ExitFault;
}

void TextTable::print() const {
    std::vector<std::size_t> widths;
    for (const auto& row : m_rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.push_back(0);
            widths[i] = std::max(widths[i], displayWidth(row[i]));
        }
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line += std::string(widths[i] - displayWidth(row[i]) + 2, ' ');
        }
        printLine(line);
    }
}

} // namespace gridwarden::app
