// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_import_setup.h"

#include "core/base/durable_file.h"

#include <fstream>
#include <system_error>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

std::string cellText(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"')
            result += '"';
        result += c;
    }
    return result + '"';
}

void writeLine(std::ostream& out, const std::vector<std::string>& before, const std::vector<std::string>& values) {
    bool isFirst = true;
    for (const auto* const cells : {&before, &values}) {
        for (const std::string& cell : *cells) {
            if (!isFirst)
                out << ',';
            out << cellText(cell);
            isFirst = false;
        }
    }
    out << "\r\n";
}

Result<void> writeRows(Table& table, const CaseImportReport& report, std::ostream& out,
                       const std::function<std::string(const core::Message&)>& sentence, const GoOn& goOn) {
    constexpr std::size_t RowsBetweenLooks = 1'000;
    std::map<std::size_t, const ImportProblem*> refused; // by row
    for (const ImportProblem& problem : report.problems) {
        if (problem.isRefused)
            refused.emplace(problem.row, &problem);
    }
    out << "\xef\xbb\xbf"; // without it spreadsheets take UTF-8 for the local code page
    writeLine(out, {"import row", "import field", "import reason"}, table.fields());
    for (std::size_t left = refused.size(); left > 0;) {
        const auto row = table.next();
        if (!row)
            return fail(row);
        if (!*row)
            break;
        if (goOn && (*row)->number % RowsBetweenLooks == 0 && !goOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const auto found = refused.find((*row)->number);
        if (found == refused.end())
            continue;
        --left;
        const ImportProblem& problem = *found->second;
        writeLine(out, {std::to_string(problem.row), problem.field, sentence(problem.reason)}, (*row)->values);
    }
    return {};
}

} // namespace

Result<void> saveRejectedRows(const std::filesystem::path& source, const CaseImportOptions& options,
                              const CaseImportReport& report, const std::filesystem::path& target, bool overwrite,
                              const std::function<std::string(const core::Message&)>& sentence, const GoOn& goOn) {
    std::error_code failure;
    if (!overwrite && std::filesystem::exists(target, failure))
        return fail(ErrorCode::Exists, {"file-exists", {target.string()}}, target.string());
    auto table = Table::open(source, tableOptions(options, goOn));
    if (!table)
        return fail(table);
    core::PartialFile unfinished(target);
    {
        std::ofstream out(unfinished.path(), std::ios::binary | std::ios::trunc);
        if (out)
            if (auto written = writeRows(*table, report, out, sentence, goOn); !written)
                return written;
        out.close();
        if (!out)
            return fail(ErrorCode::Io, {"file-unwritable", {target.string()}}, target.string());
    }
    return unfinished.finish(overwrite);
}

} // namespace gridwarden::gis
