// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_import_setup.h"

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

constexpr std::size_t RowsForFormats = 2'000;

/// Fills in what depends on the mapping; what is wrong with it becomes a problem of the preview.
Result<void> addRows(const core::District& district, const std::filesystem::path& path,
                     const CaseImportOptions& options, std::size_t rowLimit, const GoOn& goOn, CaseImportPreview& preview) {
    auto table = Table::open(path, tableOptions(options, goOn));
    if (!table)
        return fail(table);
    auto columns = CaseColumns::bind(preview.mapping, *table);
    if (!columns)
        return fail(columns);
    auto places = CasePlaceReader::make(*columns, *table, path, options.crs);
    if (!places)
        return fail(places);
    if (!places->crsName().empty())
        preview.crs = places->crsName();
    if (places->isBallpark())
        preview.problems.push_back({"datum-shift-unknown", {preview.crs}});
    auto zone = sourceZone(district, options);
    if (!zone)
        return fail(zone);
    std::vector<core::Error> failures;
    auto formats = options.timeFormat.empty() ? findTimeFormats(*table, *columns, RowsForFormats, {}, failures)
                                              : givenTimeFormats(*columns, options.timeFormat);
    if (!formats)
        return fail(formats);
    for (core::Error& failure : failures)
        preview.problems.push_back(std::move(failure.what));
    preview.timeFormats = columnFormats(*columns, *formats);
    auto reader = CaseRowReader::make(district, *columns, std::move(*places), std::move(*formats), std::move(*zone),
                                      options.categories, options.newCategories);
    if (!reader)
        return fail(reader);
    auto again = Table::open(path, tableOptions(options, goOn));
    if (!again)
        return fail(again);
    constexpr std::size_t RowsBetweenLooks = 500;
    while (preview.rows.size() < rowLimit) {
        if (goOn && preview.rows.size() % RowsBetweenLooks == 0 && !goOn())
            return fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        auto row = again->next();
        if (!row)
            return fail(row);
        if (!*row)
            break;
        ReadRow read = reader->read(**row);
        preview.rows.push_back({(*row)->number, std::move((*row)->values), std::move(read.value), read.isRefused,
                                std::move(read.problems)});
    }
    return {};
}

} // namespace

Result<CaseImportPreview> previewCases(const core::District& district, const std::filesystem::path& path,
                                       const CaseImportOptions& options, std::size_t rowLimit, const GoOn& goOn) {
    auto table = Table::open(path, tableOptions(options, goOn));
    if (!table)
        return fail(table);
    CaseImportPreview preview;
    preview.fields = table->fields();
    preview.rowCount = table->rowCount();
    preview.encoding = table->encodingUsed();
    preview.crs = table->crsName();
    preview.hasGeometry = table->hasGeometry();
    preview.mapping = options.mapping.empty() ? guessMapping(preview.fields) : options.mapping;
    if (auto added = addRows(district, path, options, rowLimit, goOn, preview); !added) {
        if (added.error().code == core::ErrorCode::Cancelled)
            return fail(added);
        preview.problems.push_back(added.error().what);
        // Without a usable mapping the rows are shown as they are.
        while (preview.rows.size() < rowLimit) {
            auto row = table->next();
            if (!row || !*row)
                break;
            preview.rows.push_back({(*row)->number, std::move((*row)->values), {}, false, {}});
        }
    }
    return preview;
}

Result<std::vector<UnknownCategory>> findUnknownCategories(const core::District& district,
                                                           const std::filesystem::path& path,
                                                           const CaseImportOptions& options, const Progress& progress) {
    constexpr std::size_t RowsBetweenLooks = 1'000;
    const auto source = options.mapping.find(CaseTarget::Category);
    if (source == options.mapping.end() || source->second.constant)
        return std::vector<UnknownCategory>();
    double share = 0;
    const GoOn goOn = [&] { return !progress || progress(share); };
    auto table = Table::open(path, tableOptions(options, goOn));
    if (!table)
        return fail(table);
    const auto columns = columnsOf(*table, source->second.fields);
    if (!columns)
        return fail(columns);
    std::map<std::string, std::size_t> rowsByText;
    for (std::size_t count = 1;; ++count) {
        const auto row = table->next();
        if (!row)
            return fail(row);
        if (!*row)
            break;
        share = table->progressPercent() / 100.0;
        if (count % RowsBetweenLooks == 0 && !goOn())
            return fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        if ((*row)->problem.empty() || CasePlaceReader::isAboutPlace((*row)->problem))
            ++rowsByText[joinedValue(**row, *columns)];
    }
    std::erase_if(rowsByText, [&](const auto& entry) {
        return entry.first.empty() || options.categories.contains(entry.first) ||
               resolveCategory(district.categories(), entry.first).problem.empty();
    });
    return byFrequency(rowsByText);
}

} // namespace gridwarden::gis
