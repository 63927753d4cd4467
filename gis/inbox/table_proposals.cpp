// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/table_proposals.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "gis/inbox/inbox_files.h"
#include "gis/source/case_row_reader.h"
#include "gis/source/case_time_formats.h"
#include "gis/source/layer_info.h"
#include "gis/source/row_readers.h"
#include "gis/source/table.h"
#include "gis/source/total_rows.h"

#include <algorithm>
#include <set>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

constexpr std::size_t MostRows = 5'000;     // a longer table is to be imported
constexpr std::size_t MostRowsAbove = 6;    // titles, notes
constexpr std::size_t MostRowRemarks = 50;
constexpr std::array FilledTargets = {CaseTarget::Reported, CaseTarget::Category, CaseTarget::Source, CaseTarget::Area, CaseTarget::Address};

bool isBlank(const std::vector<std::string>& values) {
    return std::all_of(values.begin(), values.end(), [](const std::string& value) { return core::trimmed(value).empty(); });
}

/// A table that says what is the matter somewhere, and not a list of people or places.
bool isOfCases(const CaseMapping& mapping) {
    return mapping.size() >= 2 && (mapping.contains(CaseTarget::Category) || mapping.contains(CaseTarget::Description));
}

/// Names of pictures in a cell, several separated by commas, semicolons, bars or lines.
void addPhotoNames(const std::string& cell, std::vector<std::string>& names) {
    std::string plain = cell;
    for (const std::string_view separator : {"，", "；", "、"})
        for (std::size_t at = 0; (at = plain.find(separator, at)) != std::string::npos;)
            plain.replace(at, separator.size(), 1, ',');
    std::replace_if(plain.begin(), plain.end(), [](char c) { return c == ';' || c == '|' || c == '\n' || c == '\r'; }, ',');
    for (const std::string& part : core::split(plain, ','))
        if (const std::string name(core::trimmed(part)); isPhotoName(name))
            names.push_back(name);
}

/// One sheet of the file.
class SheetReader {
public:
    SheetReader(std::filesystem::path path, std::string sheet, const CaseRegisters& registers, const GoOn& goOn, FileReading& reading)
        : m_path(std::move(path)), m_sheet(std::move(sheet)), m_registers(registers), m_goOn(goOn), m_reading(reading) {}

    Result<void> read() {
        if (auto found = findHeader(); !found)
            return found;
        if (!isOfCases(m_mapping)) {
            remark("", {"inbox-not-cases", {}});
            return {};
        }
        if (auto rows = readRows(); !rows)
            return rows;
        if (m_isTooLong) {
            remark("", {"inbox-table-too-long", {std::to_string(MostRows)}});
            return {};
        }
        fillDown();
        if (auto made = makeReaders(); !made)
            return made;
        for (const Row& row : m_rows)
            if (auto done = propose(row); !done)
                return done;
        if (m_rowRemarks > MostRowRemarks)
            remark("", {"inbox-more-remarks", {std::to_string(m_rowRemarks - MostRowRemarks)}});
        return {};
    }

private:
    [[nodiscard]] TableOptions options(std::size_t headerRow) const {
        TableOptions options;
        options.layer = m_sheet;
        options.headerRow = headerRow;
        options.goOn = m_goOn;
        return options;
    }
    [[nodiscard]] std::string placeOf(const Row& row) const { return (m_sheet.empty() ? "" : m_sheet + ":") + std::to_string(row.number); }
    void remark(std::string place, core::Message what) { m_reading.remarks.push_back({m_path.filename().string(), std::move(place), std::move(what)}); }
    void remarkRow(const Row& row, core::Message what) {
        if (++m_rowRemarks <= MostRowRemarks)
            remark(placeOf(row), std::move(what));
    }

    /// Titles may stand above the names of the columns.
    Result<void> findHeader() {
        auto table = Table::open(m_path, options(0));
        if (!table)
            return fail(table);
        std::vector<std::string> names = table->fields();
        for (m_headerRow = 0; !isOfCases(guessMapping(names)); ++m_headerRow) {
            if (m_headerRow == MostRowsAbove)
                return {};
            if (isDelimitedText(m_path)) { // which has as many columns as its header
                table = Table::open(m_path, options(m_headerRow + 1));
                if (!table)
                    return {}; // fewer rows than that
                names = table->fields();
                continue;
            }
            auto row = table->next();
            if (!row)
                return fail(row);
            if (!*row)
                return {};
            names = std::move((*row)->values);
        }
        m_mapping = guessMapping(names);
        return {};
    }

    /// Empty rows are no rows, totals are said.
    Result<void> readRows() {
        auto table = Table::open(m_path, options(m_headerRow));
        if (!table)
            return fail(table);
        m_fields = table->fields();
        m_mapping = guessMapping(m_fields);
        while (true) {
            auto row = table->next();
            if (!row)
                return fail(row);
            if (!*row)
                return {};
            if (isBlank((*row)->values))
                continue;
            if (const std::string total = totalAtStart((*row)->values); !total.empty()) {
                remarkRow(**row, {"row-is-total", {total}});
                continue;
            }
            if (m_reading.proposals.size() + m_rows.size() == MostRows) { // of the whole file
                m_isTooLong = true;
                return {};
            }
            m_rows.push_back(std::move(**row));
        }
    }

    /// The columns that merged cells run through get what stands above; which row got what is said with it.
    void fillDown() {
        for (const CaseTarget target : FilledTargets) {
            const auto mapped = m_mapping.find(target);
            if (mapped == m_mapping.end() || mapped->second.fields.size() != 1)
                continue;
            const auto column = std::find(m_fields.begin(), m_fields.end(), mapped->second.fields.front());
            if (column == m_fields.end())
                continue;
            const auto index = static_cast<std::size_t>(column - m_fields.begin());
            const std::string* above = nullptr;
            for (Row& row : m_rows) {
                if (!row.problem.empty() || index >= row.values.size())
                    continue;
                if (!core::trimmed(row.values[index]).empty())
                    above = &row.values[index];
                else if (above != nullptr) {
                    row.values[index] = *above;
                    m_filled[row.number].push_back({"inbox-from-above", {*column, *above}});
                }
            }
        }
    }

    Result<void> makeReaders() {
        const auto changed = markOf(m_path);
        m_fileTime = core::now();
        if (changed) {
            const auto age = std::chrono::duration_cast<core::seconds>(std::filesystem::file_time_type::clock::now() - changed->changed);
            m_fileTime -= std::max(age, core::seconds(0));
        }
        auto own = makeReader(m_mapping);
        if (!own)
            return fail(own);
        m_reader = std::move(*own);
        return {};
    }

    /// The row with the time of the file.
    Result<ReadRow> readByFile(const Row& row) {
        if (!m_fallback) {
            CaseMapping byFile = m_mapping;
            byFile[CaseTarget::Reported] = {{}, core::isoUtc(m_fileTime)};
            auto reader = makeReader(std::move(byFile));
            if (!reader)
                return fail(reader);
            m_fallback = std::move(*reader);
        }
        return m_fallback->read(row);
    }

    Result<CaseRowReader> makeReader(CaseMapping mapping) {
        if (!mapping.contains(CaseTarget::Reported))
            mapping[CaseTarget::Reported] = {{}, core::isoUtc(m_fileTime)};
        auto table = Table::open(m_path, options(m_headerRow));
        if (!table)
            return fail(table);
        auto columns = CaseColumns::bind(mapping, *table);
        if (!columns)
            return fail(columns);
        auto places = CasePlaceReader::make(*columns, *table, m_path, {});
        if (!places)
            return fail(places);
        std::vector<core::Error> failures; // a column whose format stays open reads nothing: each row then says so
        auto formats = findTimeFormats(*table, *columns, MostRows, {}, failures);
        if (!formats)
            return fail(formats);
        for (const core::Error& failure : failures)
            if (std::none_of(m_reading.remarks.begin(), m_reading.remarks.end(), [&](const InboxRemark& said) { return said.what == failure.what; }))
                remark("", failure.what);
        if (m_columns.empty())
            for (const auto& [target, source] : mapping)
                m_columns.insert(source.fields.begin(), source.fields.end());
        return CaseRowReader::make(m_registers, *columns, std::move(*places), std::move(*formats), m_registers.zone, {}, false);
    }

    Result<void> propose(const Row& row) {
        std::vector<core::Message> problems;
        ReadRow read = m_reader->read(row);
        bool isByFile = !m_mapping.contains(CaseTarget::Reported);
        if (read.isRefused && row.problem.empty() && !isByFile) { // its own time cannot be read
            isByFile = true;
            for (const ImportProblem& problem : read.problems)
                problems.push_back(problem.reason);
            auto again = readByFile(row);
            if (!again)
                return fail(again);
            read = std::move(*again);
        }
        if (read.isRefused) {
            m_reading.leavesOut = true;
            for (const ImportProblem& problem : read.problems)
                remarkRow(row, problem.reason);
            return {};
        }
        if (isByFile)
            problems.push_back({"inbox-time-of-file", {core::localText(m_fileTime, m_registers.zone)}});
        for (const ImportProblem& problem : read.problems)
            problems.push_back(problem.reason);
        for (const core::Message& filled : m_filled[row.number])
            problems.push_back(filled);
        Proposal proposal;
        proposal.file = m_path.filename().string();
        proposal.place = placeOf(row);
        proposal.number = read.value.number;
        proposal.categoryText = read.value.categoryText;
        for (const ImportProblem& problem : read.problems)
            if (problem.reason.key == "category-is-group")
                proposal.categoryProblem = problem.reason.key;
        core::CaseDraft& draft = proposal.draft;
        draft.place = read.value.place;
        draft.category = read.value.category;
        draft.description = read.value.description;
        draft.address = read.value.address;
        draft.source = read.value.source;
        draft.quantity = read.value.quantity;
        draft.unit = read.value.unit;
        draft.contact = read.value.contact;
        draft.time = read.value.reported;
        draft.origin = proposal.file + ":" + proposal.place;
        addFields(row, proposal, problems);
        if (!draft.place)
            problems.push_back({"inbox-no-place", {}});
        for (const std::string& value : row.values)
            addPhotoNames(value, proposal.namedPhotos);
        proposal.problems = std::move(problems);
        proposal.digest = digestOf(row, isByFile);
        m_reading.proposals.push_back(std::move(proposal));
        return {};
    }

    /// Columns that are called like a field of the source, and the number under which the source keeps it.
    void addFields(const Row& row, Proposal& proposal, std::vector<core::Message>& problems) const {
        const core::CaseSource* const source = core::findSource(m_registers.sources, proposal.draft.source);
        if (!proposal.number.empty() && !keepNumberAsField(proposal, m_registers.sources))
            proposal.draft.origin += " (" + proposal.number + ")";
        if (source == nullptr)
            return;
        for (std::size_t column = 0; column < m_fields.size() && column < row.values.size(); ++column) {
            const core::SourceField* const field = core::findField(source->fields, m_fields[column]);
            const std::string text(core::trimmed(row.values[column]));
            if (field == nullptr || text.empty() || m_columns.contains(m_fields[column]))
                continue;
            if (auto value = core::fieldValueFromText(*field, text, m_registers.zone))
                proposal.draft.fields[field->key] = std::move(*value);
            else
                problems.push_back({"inbox-field-left-out", {m_fields[column], text}});
        }
    }

    /// A row that does not say when says the same as one of another day's file and is something else.
    [[nodiscard]] std::string digestOf(const Row& row, bool isByFile) const {
        std::string content = "row\n";
        content += core::joined(m_fields, "\x1f") + '\n' + core::joined(row.values, "\x1f");
        if (row.point)
            content += '\n' + std::to_string(row.point->longitude) + ' ' + std::to_string(row.point->latitude);
        if (isByFile)
            content += '\n' + core::dayText(m_registers.zone.day(m_fileTime));
        return core::sha256(content);
    }

    std::filesystem::path m_path;
    std::string m_sheet;
    const CaseRegisters& m_registers;
    const GoOn& m_goOn;
    FileReading& m_reading;
    CaseMapping m_mapping;
    std::size_t m_headerRow = 0;
    std::vector<std::string> m_fields;
    std::set<std::string> m_columns; ///< that fill parts of a case
    std::vector<Row> m_rows;
    bool m_isTooLong = false;
    std::map<std::size_t, std::vector<core::Message>> m_filled; ///< by row
    core::Moment m_fileTime;
    std::optional<CaseRowReader> m_reader;
    std::optional<CaseRowReader> m_fallback; ///< with the time of the file; made when a row needs it
    std::size_t m_rowRemarks = 0;
};

bool isWorkbook(const std::filesystem::path& path) {
    const std::string ending = core::lowered(path.extension().string());
    return ending == ".xlsx" || ending == ".xls" || ending == ".ods";
}

} // namespace

Result<FileReading> readTableProposals(const std::filesystem::path& path, const CaseRegisters& registers, const GoOn& goOn) {
    std::vector<std::string> sheets = {""};
    if (isWorkbook(path)) {
        const auto book = describe(path, goOn);
        if (!book)
            return fail(book);
        std::vector<std::string> filled;
        for (const LayerInfo& layer : book->layers)
            if (layer.featureCount.value_or(1) > 0)
                filled.push_back(layer.name);
        if (filled.size() > 1)
            sheets = std::move(filled);
    }
    FileReading reading;
    for (const std::string& sheet : sheets)
        if (auto read = SheetReader(path, sheet, registers, goOn, reading).read(); !read)
            return fail(read);
    return reading;
}

} // namespace gridwarden::gis
