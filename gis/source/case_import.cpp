// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_import.h"

#include "core/base/digest.h"
#include "core/store/interruption.h"
#include "gis/source/case_import_setup.h"

#include <unordered_set>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::ImportedCase;
using core::OnDuplicate;
using core::Result;

namespace {

constexpr std::size_t ChunkSize = 20'000;
constexpr std::size_t RowsBetweenLooks = 1'000;
constexpr std::size_t MostNotes = 100'000;
constexpr double FindingFormats = 0.3; // the share of progress that looking for time formats gets

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

/// Reads a table to its end in chunks of cases, and keeps the account of its rows.
class CaseImport {
public:
    CaseImport(Table& table, CaseColumns columns, std::vector<std::size_t> groupColumns, CaseRowReader reader,
               OnDuplicate onDuplicate)
        : m_table(table), m_columns(std::move(columns)), m_groupColumns(std::move(groupColumns)),
          m_reader(std::move(reader)), m_onDuplicate(onDuplicate) {}

    Result<void> knowNumbers(core::District& district) {
        if (!m_columns.has(CaseTarget::Number))
            return {};
        const auto numbers = core::caseNumbers(district.connection());
        if (!numbers)
            return fail(numbers);
        for (const std::string& number : *numbers)
            m_numbers.insert(number);
        return {};
    }

    struct Chunk {
        std::vector<ImportedCase> cases;
        std::vector<ImportedCase> again; ///< updates of a case from an earlier row
    };
    /// An empty chunk is the end.
    Result<Chunk> next(const ReadingProgress& progress) {
        Chunk chunk;
        while (chunk.cases.size() + chunk.again.size() < ChunkSize) {
            if (m_report.read % RowsBetweenLooks == 0 && progress && !progress(m_table.progressPercent() / 100.0))
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
            const auto row = m_table.next();
            if (!row)
                return fail(row);
            if (!*row)
                break;
            take(**row, chunk);
        }
        return chunk;
    }

    /// The account when the table is at its end.
    CaseImportReport finish() {
        m_report.unknownCategories = byFrequency(m_unknownCategories);
        return std::move(m_report);
    }
    CaseImportReport& report() { return m_report; }

private:
    void take(const Row& row, Chunk& chunk) {
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
        if (number.empty()) {
            chunk.cases.push_back(std::move(read.value));
            return;
        }
        m_numbers.insert(number);
        const bool isAgain = m_onDuplicate == OnDuplicate::Update && !m_numbersOfThis.insert(number);
        (isAgain ? chunk.again : chunk.cases).push_back(std::move(read.value));
    }

    /// Empty for a row that stands for itself.
    [[nodiscard]] std::string groupOf(const Row& row) const {
        std::string key;
        bool isEmpty = true;
        for (const std::size_t place : m_groupColumns) {
            isEmpty = isEmpty && row.values[place].empty();
            key += row.values[place];
            key += '\x1f'; // so that "a" + "bc" is not "ab" + "c"
        }
        return isEmpty ? std::string() : key;
    }

    void reject(std::vector<ImportProblem> problems) {
        ++m_report.rejected;
        for (ImportProblem& problem : problems)
            m_report.problems.push_back(std::move(problem));
    }

    void note(std::vector<ImportProblem> problems) {
        for (ImportProblem& problem : problems) {
            if (m_notes++ < MostNotes)
                m_report.problems.push_back(std::move(problem));
            else
                ++m_report.notesLeftOut;
        }
    }

    Table& m_table;
    CaseColumns m_columns;
    std::vector<std::size_t> m_groupColumns;
    CaseRowReader m_reader;
    OnDuplicate m_onDuplicate;
    TextSet m_numbers;       // of the district and of the rows before
    TextSet m_numbersOfThis; // of the rows before, where they may come again
    TextSet m_groups;
    std::map<std::string, std::size_t> m_unknownCategories;
    std::size_t m_notes = 0;
    CaseImportReport m_report;
};

/// Makes local categories of texts inside an import.
class CategoryMaker {
public:
    Result<void> fill(core::Change& change, std::vector<ImportedCase>& cases) {
        for (ImportedCase& one : cases) {
            if (one.categoryText.empty())
                continue;
            auto known = m_made.find(one.categoryText);
            if (known == m_made.end()) {
                core::Category category;
                category.key = {"local", "", one.categoryText};
                category.name = one.categoryText;
                const auto id = core::saveCategory(change, category);
                if (!id)
                    return fail(id);
                known = m_made.emplace(one.categoryText, *id).first;
            }
            one.category = known->second;
            one.categoryText.clear();
        }
        return {};
    }
    [[nodiscard]] std::size_t count() const { return m_made.size(); }

private:
    std::unordered_map<std::string, core::CategoryId> m_made;
};

/// The formats that were told or, after a reading of their own, found.
Result<CaseTimeFormats> timeFormats(const CaseColumns& columns, const std::filesystem::path& path,
                                    const CaseImportOptions& options, const ReadingProgress& progress, const GoOn& goOn) {
    if (!options.timeFormat.empty())
        return givenTimeFormats(columns, options.timeFormat);
    auto table = Table::open(path, tableOptions(options, goOn));
    if (!table)
        return fail(table);
    std::vector<core::Error> failures;
    auto formats = findTimeFormats(*table, columns, SIZE_MAX, progress, failures);
    if (!formats)
        return fail(formats);
    if (!failures.empty()) {
        failures.front().subject = path.string();
        return tl::unexpected<core::Error>(std::move(failures.front()));
    }
    return formats;
}

/// Progress of a part of the whole.
ReadingProgress part(const Progress& whole, double from, double to) {
    if (!whole)
        return {};
    return [&whole, from, to](double done) { return whole(from + done * (to - from)); };
}

} // namespace

Result<CaseImportReport> importCases(core::District& district, const core::Actor& actor,
                                     const std::filesystem::path& path, const CaseImportOptions& options,
                                     const Progress& toldProgress) {
    double shareSoFar = 0; // while a slow source is waited for, progress is asked without moving
    const Progress progress = [&](double now) {
        shareSoFar = now;
        return !toldProgress || toldProgress(now);
    };
    const GoOn goOn = [&] { return progress(shareSoFar); };
    auto table = Table::open(path, tableOptions(options, goOn));
    if (!table)
        return fail(table);
    auto columns = CaseColumns::bind(options.mapping, *table);
    if (!columns)
        return fail(columns);
    auto groupColumns = columnsOf(*table, options.groupBy);
    if (!groupColumns)
        return fail(groupColumns);
    auto places = CasePlaceReader::make(*columns, *table, path, options.crs);
    if (!places)
        return fail(places);
    auto zone = sourceZone(district, options);
    if (!zone)
        return fail(zone);
    const bool looksForFormats = options.timeFormat.empty();
    auto formats = timeFormats(*columns, path, options, part(progress, 0, FindingFormats), goOn);
    if (!formats)
        return fail(formats);
    const std::string crsName = places->crsName();
    const bool isBallpark = places->isBallpark();
    auto reader = CaseRowReader::make(district, *columns, std::move(*places), *formats, std::move(*zone),
                                      options.categories, options.newCategories);
    if (!reader)
        return fail(reader);

    CaseImport import(*table, *columns, std::move(*groupColumns), std::move(*reader), options.onDuplicate);
    if (auto known = import.knowNumbers(district); !known)
        return fail(known);
    CaseImportReport& report = import.report();
    report.crs = crsName;
    report.timeFormats = columnFormats(*columns, *formats);
    if (isBallpark)
        report.problems.push_back({0, "", "", {"datum-shift-unknown", {crsName}}});
    double reached = 0; // for statements that are stopped on the way
    const Progress told = progress ? Progress([&](double share) {
        reached = share;
        return progress(share);
    })
                                   : Progress();
    const ReadingProgress reading = part(told, looksForFormats ? FindingFormats : 0, 1);
    auto chunk = import.next(reading);
    if (!chunk)
        return fail(chunk);
    report.encoding = table->encodingUsed();
    if (chunk->cases.empty() && chunk->again.empty())
        return import.finish();

    auto digest = core::sha256OfFile(path);
    if (!digest)
        return fail(digest);
    core::ImportRecord record{path.filename().string(), std::move(*digest), 0};
    CategoryMaker categories;
    const auto write = [&](core::Change& change) -> Result<void> {
        while (!chunk->cases.empty() || !chunk->again.empty()) {
            for (auto* const cases : {&chunk->cases, &chunk->again}) {
                if (options.newCategories)
                    if (auto filled = categories.fill(change, *cases); !filled)
                        return filled;
                const auto counts = core::writeImportedCases(district, change, *cases, options.onDuplicate);
                if (!counts)
                    return fail(counts);
                if (cases == &chunk->again)
                    continue; // these cases are counted already
                report.cases += counts->created + counts->updated;
                report.outside += counts->outside;
            }
            chunk = import.next(reading);
            if (!chunk)
                return fail(chunk);
        }
        record.rows = static_cast<std::int64_t>(report.read);
        return {};
    };
    const core::Interruption interruption(district.connection(), [&] { return !progress || progress(reached); });
    const auto written = district.importBatch({"import-cases", {record.source}}, actor, record, write);
    if (!written)
        return fail(written);
    report.newCategories = categories.count();
    progress(1); // what it answers no longer matters
    return import.finish();
}

} // namespace gridwarden::gis
