// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/track_table.h"

#include "core/base/text.h"
#include "gis/source/layer_info.h"
#include "gis/source/row_readers.h"
#include "gis/source/track_row_reader.h"

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t RowsAbove = 10; // titles, units and remarks above the names of the columns

bool hasTimes(const TrackMapping& mapping) {
    return mapping.contains(TrackTarget::Time) || mapping.contains(TrackTarget::Times);
}
bool hasPlaces(const TrackMapping& mapping) {
    return mapping.contains(TrackTarget::Longitude) || mapping.contains(TrackTarget::Wkt);
}
bool isWhole(const TrackMapping& mapping, const Table& table) {
    return hasTimes(mapping) && (hasPlaces(mapping) || table.hasGeometry());
}

/// By the names of fields, else by the only one that holds dates with times.
TrackMapping guessFor(const LayerInfo& layer) {
    std::vector<std::string> names;
    const LayerField* dated = nullptr;
    std::size_t count = 0;
    for (const LayerField& field : layer.fields) {
        names.push_back(field.name);
        if (field.type == "datetime") {
            dated = &field;
            ++count;
        }
    }
    TrackMapping mapping = guessTrackMapping(names);
    if (count == 1 && !hasTimes(mapping))
        mapping[TrackTarget::Time].fields = {dated->name};
    return mapping;
}

/// How a table is opened, and what its columns fill.
struct Opening {
    TableOptions table;
    TrackMapping mapping;
};

/// The first layer of a source that could hold tracks.
Result<void> chooseLayer(const std::filesystem::path& path, Opening& opening) {
    if (isDelimitedText(path) || isJsonArray(path))
        return {};
    const auto source = describe(path, opening.table.goOn);
    if (!source)
        return fail(source);
    for (const LayerInfo& layer : source->layers) {
        if (layer.kind == LayerKind::Raster || (!opening.table.layer.empty() && layer.name != opening.table.layer))
            continue;
        TrackMapping mapping = opening.mapping.empty() ? guessFor(layer) : opening.mapping;
        if (!hasTimes(mapping) || (!hasPlaces(mapping) && layer.geometryType.empty()))
            continue;
        opening.table.layer = layer.name;
        opening.mapping = std::move(mapping);
        return {};
    }
    return {};
}

/// Looks below the first rows for the names of the columns.
Result<void> findHeader(const std::filesystem::path& path, Table& table, Opening& opening) {
    const bool isText = isDelimitedText(path);
    if (table.hasGeometry() || isJsonArray(path))
        return {};
    Opening below = opening;
    below.table.encoding = isText ? table.encodingUsed() : opening.table.encoding;
    for (std::size_t row = 1; row <= RowsAbove; ++row) {
        below.table.headerRow = row;
        if (isText) { // each row of text has fields of its own number
            const auto other = Table::open(path, below.table);
            if (!other)
                return {};
            below.mapping = guessTrackMapping(other->fields());
        } else {
            const auto next = table.next();
            if (!next)
                return fail(next);
            if (!*next)
                return {};
            below.mapping = guessTrackMapping(distinctNames((*next)->values));
        }
        if (hasTimes(below.mapping) && hasPlaces(below.mapping)) {
            opening = std::move(below);
            return {};
        }
    }
    return {};
}

Result<Opening> openingOf(const std::filesystem::path& path, const TrackOptions& options, const GoOn& goOn) {
    Opening opening;
    opening.table.layer = options.layer;
    opening.table.encoding = options.encoding;
    opening.table.crs = options.crs;
    opening.table.goOn = goOn;
    opening.table.headerRow = options.headerRow.value_or(0);
    opening.mapping = options.mapping;
    if (auto chosen = chooseLayer(path, opening); !chosen)
        return fail(chosen);
    auto table = Table::open(path, opening.table);
    if (!table)
        return fail(table);
    if (opening.mapping.empty())
        opening.mapping = guessTrackMapping(table->fields());
    if (options.mapping.empty() && !options.headerRow && !isWhole(opening.mapping, *table))
        if (auto found = findHeader(path, *table, opening); !found)
            return fail(found);
    if (isDelimitedText(path))
        opening.table.encoding = table->encodingUsed(); // is not looked for again
    return opening;
}

/// Whether a field has a name that numbers rows as often as it divides them.
bool isWeak(const ValueSource& source) {
    const std::string name = source.fields.size() == 1 ? core::lowered(core::trimmed(source.fields[0])) : std::string();
    return name == "id" || name == "name";
}

/// Reads as many rows as it takes to know how times are written.
Result<TrackRowReader> learn(Table& table, TrackMapping& mapping, const TrackOptions& options) {
    constexpr std::size_t RowsBetweenLooks = 2'000;
    auto reader = TrackRowReader::bind(mapping, table, options.timeZone);
    if (!reader)
        return reader;
    for (std::size_t count = 1;; ++count) {
        const auto row = table.next();
        if (!row && row.error().code == ErrorCode::Cancelled)
            return fail(row);
        if (!row || !*row || // where it breaks off, what comes before is enough
            (count % RowsBetweenLooks == 0 && (!options.timeFormat.empty() || reader->isDecided())))
            break;
        reader->learn(**row);
    }
    if (options.mapping.empty())
        for (const TrackTarget target : {TrackTarget::Device, TrackTarget::Name})
            if (const auto found = mapping.find(target);
                found != mapping.end() && isWeak(found->second) && reader->isDifferentInEachRow(target)) {
                mapping.erase(found);
                reader->drop(target);
            }
    if (auto settled = reader->settle(options.timeFormat); !settled)
        return fail(settled);
    return reader;
}

/// In which places are given: those of a geometry come in CGCS2000 already.
Result<TrackCollector> collectorFor(const std::filesystem::path& path, const Table& table, const TrackRowReader& reader,
                                    const std::string& crs) {
    constexpr const char* Own = "cgcs2000";
    if (reader.hasPlaceColumns()) {
        auto collector = TrackCollector::make(TrackFormat::Table, crs.empty() ? Own : crs);
        if (collector)
            collector->nameAxes(reader.name(TrackTarget::Longitude), reader.name(TrackTarget::Latitude));
        return collector;
    }
    if (table.crsName().empty())
        return fail(ErrorCode::BadInput, {"crs-missing", {path.string()}}, path.string());
    auto collector = TrackCollector::make(TrackFormat::Table, Own);
    if (collector && table.isBallpark())
        collector->remark({"datum-shift-unknown", {table.crsName()}});
    return collector;
}

} // namespace

Result<ReadTracks> readTrackTable(const std::filesystem::path& path, const TrackOptions& options,
                                  const Progress& progress) {
    constexpr std::size_t RowsBetweenLooks = 10'000;
    const GoOn goOn = [&] { return !progress || progress(0); };
    auto opening = openingOf(path, options, goOn);
    if (!opening)
        return fail(opening);
    auto table = Table::open(path, opening->table);
    if (!table)
        return fail(table);
    if (options.mapping.empty() && !isWhole(opening->mapping, *table))
        return fail(ErrorCode::BadInput,
                    {hasTimes(opening->mapping) ? "tracks-without-places" : "tracks-without-times", {path.string()}},
                    path.string());
    auto reader = learn(*table, opening->mapping, options);
    if (!reader)
        return fail(reader);
    table = Table::open(path, opening->table);
    if (!table)
        return fail(table);
    auto collector = collectorFor(path, *table, *reader, options.crs);
    if (!collector)
        return fail(collector);

    Row row;
    std::size_t last = 0;
    while (!collector->isFull()) {
        const auto has = table->nextInto(row);
        if (!has) {
            if (auto kept = collector->breakOff(last, has.error()); !kept)
                return fail(kept);
            break;
        }
        if (!*has)
            break;
        last = row.number;
        reader->read(row, *collector);
        if (last % RowsBetweenLooks == 0 && progress && !progress(table->progressPercent() / 100.0))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
    }
    auto read = collector->finish(path);
    if (!read)
        return read;
    read->mapping = std::move(opening->mapping);
    read->encoding = table->encodingUsed();
    read->timeFormat = reader->timeFormat();
    if (!reader->hasPlaceColumns())
        read->crs = table->crsName();
    return read;
}

} // namespace gridwarden::gis
