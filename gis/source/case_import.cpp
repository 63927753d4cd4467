// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_import.h"

#include "core/base/bounded_queue.h"
#include "core/case_import.h"
#include "core/store/interruption.h"
#include "gis/source/case_import_setup.h"
#include "gis/source/case_table_reader.h"
#include "gis/source/file_digest.h"

#include <atomic>
#include <thread>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t MostBatches = 8; // that are read and not yet written
constexpr double FindingFormats = 0.3; // the share of progress that looking for time formats gets

/// Reads, works out and checks on a thread of its own while the district's thread writes. Either side ends both.
class ReadingAhead {
public:
    struct Prepared {
        core::PreparedCase value;
        bool isAgain;
    };
    struct Batch {
        std::vector<Prepared> cases;
        double share;
    };

    /// \param isWanted is set to false when nothing more is to be read
    ReadingAhead(CaseTableReader& reader, CaseBatch first, core::CasePreparer preparer, FileDigest& digest, std::atomic<bool>& isWanted)
        : m_reader(reader), m_preparer(std::move(preparer)), m_digest(digest), m_isWanted(isWanted), m_queue(MostBatches) {
        m_thread = std::jthread([this, batch = std::move(first)]() mutable {
            try {
                m_end = read(std::move(batch));
            } catch (...) { // no memory, say: for the thread that waits
                m_fault = std::current_exception();
            }
            m_queue.close();
        });
    }
    ~ReadingAhead() { stop(); }
    ReadingAhead(const ReadingAhead&) = delete;
    ReadingAhead& operator=(const ReadingAhead&) = delete;

    /// None at the end. Errors: as Table::next; Io "file-unreadable"; Cancelled "cancelled" after a no of `goOn`.
    Result<std::optional<Batch>> next(const std::function<bool()>& goOn) {
        bool isCancelled = false;
        auto batch = m_queue.pop([&] { return !(isCancelled = !goOn()); });
        if (batch)
            return Result<std::optional<Batch>>(std::move(batch));
        stop();
        if (isCancelled)
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        if (m_fault)
            std::rethrow_exception(m_fault);
        if (!m_end)
            return fail(m_end);
        return std::optional<Batch>();
    }

private:
    void stop() {
        m_isWanted = false;
        m_queue.giveUp();
        if (m_thread.joinable())
            m_thread.join();
    }

    Result<void> read(CaseBatch batch) {
        while (true) {
            Batch prepared{{}, batch.share};
            prepared.cases.reserve(batch.cases.size());
            for (CaseBatch::One& one : batch.cases)
                prepared.cases.push_back({m_preparer.prepare(std::move(one.value)), one.isAgain});
            if (auto added = m_digest.addPiece(); !added)
                return fail(added);
            if (!m_queue.push(std::move(prepared)))
                return {};
            if (batch.isEnd)
                break;
            auto next = m_reader.next();
            if (!next)
                return fail(next);
            batch = std::move(*next);
        }
        while (m_isWanted) {
            const auto more = m_digest.addPiece();
            if (!more)
                return fail(more);
            if (!*more)
                break;
        }
        return {};
    }

    CaseTableReader& m_reader;
    core::CasePreparer m_preparer;
    FileDigest& m_digest;
    std::atomic<bool>& m_isWanted;
    core::BoundedQueue<Batch> m_queue;
    Result<void> m_end;
    std::exception_ptr m_fault;
    std::jthread m_thread;
};

/// Makes local categories of texts inside an import.
class CategoryMaker {
public:
    Result<void> fill(core::Change& change, core::PreparedCase& one) {
        const std::string& text = one.given.categoryText;
        if (text.empty())
            return {};
        auto known = m_made.find(text);
        if (known == m_made.end()) {
            core::Category category;
            category.key = {"local", "", text};
            category.name = text;
            const auto id = core::saveCategory(change, category);
            if (!id)
                return fail(id);
            known = m_made.emplace(text, *id).first;
        }
        one.setCategory(known->second);
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
    std::atomic<bool> isReadAhead = false, isWanted = true; // what reads ahead must not ask for itself
    const GoOn goOn = [&] { return isReadAhead ? isWanted.load() : progress(shareSoFar); };
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

    CaseTableReader import(*table, *columns, std::move(*groupColumns), std::move(*reader), options.onDuplicate);
    if (auto known = import.knowNumbers(district); !known)
        return fail(known);
    CaseImportReport& report = import.report();
    report.crs = crsName;
    report.timeFormats = columnFormats(*columns, *formats);
    if (isBallpark)
        report.problems.push_back({0, "", "", {"datum-shift-unknown", {crsName}}});
    const double start = looksForFormats ? FindingFormats : 0;
    const auto told = [&](double share) { return progress(start + share * (1 - start)); };
    CaseBatch first;
    while (first.cases.empty() && !first.isEnd) {
        if (!told(import.share()))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        auto batch = import.next();
        if (!batch)
            return fail(batch);
        first = std::move(*batch);
    }
    report.encoding = table->encodingUsed();
    if (first.cases.empty())
        return import.finish();

    FileDigest digest(path);
    core::ImportRecord record{path.filename().string(), {}, 0};
    CategoryMaker categories;
    std::int64_t cases = 0, outside = 0;
    const auto goOnWriting = [&] { return progress(shareSoFar); };
    const auto write = [&](core::Change& change) -> Result<void> {
        auto writer = core::ImportWriter::open(district, change, options.onDuplicate);
        if (!writer)
            return fail(writer);
        isReadAhead = true;
        ReadingAhead ahead(import, std::move(first), core::CasePreparer(district, change.at()), digest, isWanted);
        while (true) {
            auto batch = ahead.next(goOnWriting);
            if (!batch)
                return fail(batch);
            if (!*batch)
                break;
            for (auto& [prepared, isAgain] : (*batch)->cases) {
                if (options.newCategories)
                    if (auto filled = categories.fill(change, prepared); !filled)
                        return filled;
                const auto written = writer->write(prepared);
                if (!written)
                    return fail(written);
                if (isAgain)
                    continue; // this case is counted already
                ++cases;
                outside += written->isOutside ? 1 : 0;
            }
            if (!told((*batch)->share))
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
        }
        record.rows = static_cast<std::int64_t>(report.read);
        record.digest = digest.hex();
        return writer->finish();
    };
    const core::Interruption interruption(district.connection(), goOnWriting);
    const auto written = district.importBatch({"import-cases", {record.source}}, actor, record, write);
    if (!written)
        return fail(written);
    report.newCategories = categories.count();
    report.cases = cases;
    report.outside = outside;
    progress(1); // what it answers no longer matters
    return import.finish();
}

} // namespace gridwarden::gis
