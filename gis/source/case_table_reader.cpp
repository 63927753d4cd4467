// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_table_reader.h"

#include "gis/source/case_import_setup.h"

namespace gridwarden::gis {

using core::fail;
using core::OnDuplicate;
using core::Result;

namespace {

constexpr std::size_t RowsOfBatch = 1'000;
constexpr std::size_t MostNotes = 100'000;

} // namespace

Result<void> CaseTableReader::knowNumbers(core::District& district) {
    if (!m_columns.has(CaseTarget::Number))
        return {};
    const auto numbers = core::caseNumbers(district.connection());
    if (!numbers)
        return fail(numbers);
    for (const std::string& number : *numbers)
        m_numbers.insert(number);
    return {};
}

Result<CaseBatch> CaseTableReader::next() {
    CaseBatch batch;
    batch.cases.reserve(RowsOfBatch);
    for (std::size_t i = 0; i < RowsOfBatch && !batch.isEnd; ++i) {
        const auto row = m_table.next();
        if (!row)
            return fail(row);
        if (*row)
            take(**row, batch);
        else
            batch.isEnd = true;
    }
    batch.share = share();
    return batch;
}

CaseImportReport CaseTableReader::finish() {
    m_report.unknownCategories = byFrequency(m_unknownCategories);
    return std::move(m_report);
}

void CaseTableReader::take(const Row& row, CaseBatch& batch) {
    ++m_report.read;
    ReadRow read = m_reader.read(row);
    if (read.isRefused) {
        reject(std::move(read.problems));
        return;
    }
    const std::string group = groupOf(row);
    if (!group.empty() && m_groups.contains(group)) {
        ++m_report.accepted;
        return;
    }
    const std::string& number = read.value.number;
    const bool isDuplicate = !number.empty() && m_numbers.contains(number);
    if (isDuplicate) {
        ++m_report.duplicates;
        if (m_onDuplicate == OnDuplicate::Reject) {
            reject(
                {{row.number, m_columns.name(CaseTarget::Number), number, {"number-duplicate", {number}}, true}});
            return;
        }
    }
    if (!group.empty())
        m_groups.insert(group);
    ++m_report.accepted;
    if (isDuplicate && m_onDuplicate == OnDuplicate::Skip)
        return;
    note(std::move(read.problems));
    if (!read.value.categoryText.empty())
        ++m_unknownCategories[read.value.categoryText];
    bool isAgain = false;
    if (!number.empty()) {
        m_numbers.insert(number);
        isAgain = m_onDuplicate == OnDuplicate::Update && !m_numbersOfThis.insert(number);
    }
    batch.cases.push_back({std::move(read.value), isAgain});
}

/// Empty for a row that stands for itself.
std::string CaseTableReader::groupOf(const Row& row) const {
    std::string key;
    bool isEmpty = true;
    for (const std::size_t place : m_groupColumns) {
        isEmpty = isEmpty && row.values[place].empty();
        key += row.values[place];
        key += '\x1f'; // so that "a" + "bc" is not "ab" + "c"
    }
    return isEmpty ? std::string() : key;
}

void CaseTableReader::reject(std::vector<ImportProblem> problems) {
    ++m_report.rejected;
    for (ImportProblem& problem : problems)
        m_report.problems.push_back(std::move(problem));
}

void CaseTableReader::note(std::vector<ImportProblem> problems) {
    for (ImportProblem& problem : problems) {
        if (m_notes++ < MostNotes)
            m_report.problems.push_back(std::move(problem));
        else
            ++m_report.notesLeftOut;
    }
}

} // namespace gridwarden::gis
