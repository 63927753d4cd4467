// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a table of cases to its end and keeps the account of its rows: what was refused, noted, known already.
#pragma once

#include "gis/source/case_import.h"
#include "gis/source/case_row_reader.h"

#include <unordered_set>

namespace gridwarden::gis {

/// Texts by a 128-bit hash: in two and a half million of them the chance that any two fall together is below 10^-24.
class TextSet {
public:
    /// Whether the text was not there before.
    bool insert(std::string_view text) { return m_hashes.insert(hashOf(text)).second; }
    [[nodiscard]] bool contains(std::string_view text) const { return m_hashes.contains(hashOf(text)); }

private:
    struct Hash {
        std::uint64_t high;
        std::uint64_t low;
        bool operator==(const Hash&) const = default;
    };
    struct Fold {
        std::size_t operator()(const Hash& hash) const { return hash.low; }
    };
    static Hash hashOf(std::string_view text) {
        std::uint64_t fnv = 0xcbf29ce484222325u;
        for (const char c : text)
            fnv = (fnv ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        return {fnv, std::hash<std::string_view>{}(text)};
    }
    std::unordered_set<Hash, Fold> m_hashes;
};

/// Some rows of a table as cases.
struct CaseBatch {
    struct One {
        core::ImportedCase value;
        bool isAgain = false; ///< updates a case of an earlier row
    };
    std::vector<One> cases;
    double share = 0;   ///< of the table that is read
    bool isEnd = false; ///< nothing comes after it
};

/// Belongs to one thread at a time; uses nothing of the district but snapshots.
class CaseTableReader {
public:
    CaseTableReader(Table& table, CaseColumns columns, std::vector<std::size_t> groupColumns, CaseRowReader reader,
                    core::OnDuplicate onDuplicate)
        : m_table(table), m_columns(std::move(columns)), m_groupColumns(std::move(groupColumns)),
          m_reader(std::move(reader)), m_onDuplicate(onDuplicate) {}

    /// Learns the numbers of the district. Errors: Database.
    core::Result<void> knowNumbers(core::District& district);
    /// The next thousand rows. Errors: as Table::next.
    core::Result<CaseBatch> next();
    [[nodiscard]] double share() const { return m_table.progressPercent() / 100.0; }

    /// The account when the table is at its end.
    CaseImportReport finish();
    CaseImportReport& report() { return m_report; }

private:
    void take(const Row& row, CaseBatch& batch);
    [[nodiscard]] std::string groupOf(const Row& row) const;
    void reject(std::vector<ImportProblem> problems);
    void note(std::vector<ImportProblem> problems);

    Table& m_table;
    CaseColumns m_columns;
    std::vector<std::size_t> m_groupColumns;
    CaseRowReader m_reader;
    core::OnDuplicate m_onDuplicate;
    TextSet m_numbers;       // of the district and of the rows before
    TextSet m_numbersOfThis; // of the rows before, where they may come again
    TextSet m_groups;
    std::map<std::string, std::size_t> m_unknownCategories;
    std::size_t m_notes = 0;
    CaseImportReport m_report;
};

} // namespace gridwarden::gis
