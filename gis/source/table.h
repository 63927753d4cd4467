// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of any table or layer as text: spreadsheets, delimited text, JSON, and every vector format that is opened.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"
#include "gis/process/go_on.h"
#include "gis/source/planar_shape.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::gis {

struct TableOptions {
    std::string layer;            ///< empty: the first one that holds anything
    std::string encoding;         ///< empty: found out
    std::string crs;              ///< as Crs::parse reads; empty: what the source says
    bool keepSourceShape = false; ///< give Row::sourceShape in place of Row::shape and Row::point
    GoOn goOn = {};               ///< may end a wait for a slow source
    std::size_t headerRow = 0;    ///< rows above the one with the names of the columns: a title, say. Not of JSON
};

/// One data row.
struct Row {
    std::size_t number = 0;              ///< 1-based, without the header
    std::vector<std::string> values;     ///< one for each field, UTF-8, as in the source: leading zeros kept, numbers
                                         ///< without loss, dates in ISO form
    std::vector<bool> isNull;            ///< the source has no value there
    std::optional<core::Shape> shape;    ///< polygons or lines, CGCS2000 degrees
    std::optional<core::GeoPoint> point; ///< of a point geometry, CGCS2000 degrees
    std::optional<PlanarShape> sourceShape; ///< in the CRS of the source, when asked for
    std::string problem; ///< why the row cannot be used; empty for a good one. A key: "row-too-few-fields",
                         ///< "row-too-many-fields", "row-encoding", "row-quote-open", "row-not-object", "row-too-deep",
                         ///< "row-too-long", "row-nul-byte", "coordinate-out-of-range", "geometry-unsupported"
};

/// What reads the rows of one format; Table uses it.
class RowReader {
public:
    virtual ~RowReader() = default;
    virtual core::Result<std::optional<Row>> next() = 0;
    /// The same into a row that this reader filled before, or an empty one, so that its memory is used again. False at the end.
    virtual core::Result<bool> nextInto(Row& row) {
        auto read = next();
        if (!read)
            return core::fail(read);
        if (*read)
            row = std::move(**read);
        return read->has_value();
    }
    virtual int progressPercent() const = 0;

    std::vector<std::string> fields;
    std::string encoding;
    std::string crs;
    bool hasGeometry = false;
    bool isBallpark = false;
    std::optional<std::size_t> rowCount;
};

/// Reads rows from the first to the last. Belongs to one thread.
class Table {
public:
    /// Delimited text (.csv .tsv .txt, also .gz): separator, quoting, byte order mark and encoding are found out,
    /// nothing is turned into numbers. JSON: an array of objects, nested ones flattened with dots. Everything else
    /// through GDAL, in a reader of its own. Errors: as describe; NotFound "layer-unknown" {name}; BadInput "table-empty" {path}; Unsupported
    /// "encoding-unknown" {name}; BadInput "crs-unknown" {text}; BadInput "json-unreadable" {path, position}.
    [[nodiscard]] static core::Result<Table> open(const std::filesystem::path& path, const TableOptions& options = {});

    /// Names of the columns, each one once: an empty name becomes "column N", a repeated one gets " (2)".
    [[nodiscard]] const std::vector<std::string>& fields() const { return m_reader->fields; }
    /// The place of a field by its name; exact first, then without regard to ASCII case.
    [[nodiscard]] std::optional<std::size_t> fieldIndex(std::string_view name) const;
    /// "UTF-8" where the format fixes it.
    [[nodiscard]] const std::string& encodingUsed() const { return m_reader->encoding; }
    /// What Crs::parse reads; empty when unknown or without geometry, and the rows then have no shape.
    [[nodiscard]] const std::string& crsName() const { return m_reader->crs; }
    [[nodiscard]] bool hasGeometry() const { return m_reader->hasGeometry; }
    /// Only a transformation without a datum shift is known for the source's CRS (see Transform::isBallpark).
    [[nodiscard]] bool isBallpark() const { return m_reader->isBallpark; }
    /// Where the source knows it without reading everything.
    [[nodiscard]] std::optional<std::size_t> rowCount() const { return m_reader->rowCount; }

    /// The next row, or none at the end. A row that cannot be used has a `problem`; reading goes on after it.
    /// Errors: Io "source-unreadable" {path}, or one of "source-unreadable-after-row", "source-crashed-after-row",
    /// "source-stuck-after-row", "source-too-large-after-row" {path, last row}, when the source ends too soon; Cancelled "cancelled" when TableOptions::goOn said so.
    [[nodiscard]] core::Result<std::optional<Row>> next() { return m_reader->next(); }
    /// The same for millions of rows: into one that this table filled before, or an empty one. False at the end.
    [[nodiscard]] core::Result<bool> nextInto(Row& row) { return m_reader->nextInto(row); }
    [[nodiscard]] int progressPercent() const { return m_reader->progressPercent(); }

private:
    explicit Table(std::unique_ptr<RowReader> reader) : m_reader(std::move(reader)) {}
    std::unique_ptr<RowReader> m_reader;
};

} // namespace gridwarden::gis
