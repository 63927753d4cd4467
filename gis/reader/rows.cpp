// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "gis/crs/transform.h"
#include "gis/reader/answers.h"
#include "gis/reader/field_text.h"
#include "gis/reader/open.h"
#include "gis/source/encoding.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/ogr_geometry.h"
#include "gis/source/row_readers.h"
#include "gis/source/table_wire.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t LongestValue = 8 << 20;
constexpr std::size_t BatchBytes = 128 << 10;

/// Reads one layer row by row.
class LayerRows {
public:
    LayerRows(std::filesystem::path path, Dataset dataset, OGRLayer* layer, const TableOptions& options)
        : m_path(std::move(path)), m_dataset(std::move(dataset)), m_layer(layer), m_options(options) {}

    Result<void> prepare(std::string encodingUsed) {
        const GdalMessages quiet;
        encoding = std::move(encodingUsed);
        const OGRFeatureDefn& definition = *m_layer->GetLayerDefn();
        if (definition.GetFieldCount() > static_cast<int>(MostFields))
            return fail(ErrorCode::BadInput, {"too-many-fields", {m_path.string(), std::to_string(MostFields)}},
                        m_path.string());
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            fields.emplace_back(readable(definition.GetFieldDefn(i)->GetNameRef()).text);
        fields = distinctNames(std::move(fields));
        hasGeometry = definition.GetGeomFieldCount() > 0;
        const std::string driver = m_dataset->GetDriverName();
        m_skipsBlankRows = driver == "XLSX" || driver == "XLS" || driver == "ODS";
        if (const GIntBig count = m_layer->GetFeatureCount(FALSE); count >= 0)
            rowCount = static_cast<std::size_t>(count);
        if (!hasGeometry)
            return {};
        auto system = toCrs(m_layer->GetSpatialRef());
        if (!m_options.crs.empty()) {
            auto asked = Crs::parse(m_options.crs);
            if (!asked)
                return fail(asked);
            system = std::move(*asked);
        }
        if (!system)
            return {};
        crs = system->text();
        auto transform = Transform::between(*system, Crs::cgcs2000());
        if (!transform)
            return fail(transform);
        isBallpark = transform->isBallpark();
        m_transform.emplace(std::move(*transform));
        return {};
    }

    Result<std::optional<Row>> next() {
        const GdalMessages messages;
        while (true) {
            const OGRFeatureUniquePtr feature(m_layer->GetNextFeature());
            if (!feature) {
                if (messages.isOutOfMemory())
                    return fail(ErrorCode::BadInput, {"source-too-large", {m_path.string()}}, m_path.string(),
                                messages.last());
                if (messages.hasFailure() && (!rowCount || m_number < *rowCount))
                    return fail(ErrorCode::Io, {"source-unreadable", {m_path.string()}}, m_path.string(),
                                messages.last());
                return std::optional<Row>();
            }
            ++m_number;
            Row row = valuesOf(*feature);
            if (m_skipsBlankRows && std::find(row.isNull.begin(), row.isNull.end(), false) == row.isNull.end())
                continue;
            if (const OGRGeometry* geometry = feature->GetGeometryRef())
                addGeometry(*geometry, row);
            return row;
        }
    }

    double share() const {
        return !rowCount || *rowCount == 0 ? -1 : static_cast<double>(m_number) / static_cast<double>(*rowCount);
    }

    std::vector<std::string> fields;
    std::string encoding;
    std::string crs;
    bool hasGeometry = false;
    bool isBallpark = false;
    std::optional<std::size_t> rowCount;

private:
    struct Readable {
        std::string text;
        bool isCertain;
    };

    /// Most drivers give UTF-8; where one passes other bytes on, they are read as asked for or as GBK, the usual case.
    Readable readable(std::string text) {
        if (core::isValidUtf8(text))
            return {std::move(text), true};
        if (!m_decoder)
            if (auto decoder = Decoder::open(m_options.encoding.empty() ? "GB18030" : m_options.encoding)) {
                m_decoder.emplace(std::move(*decoder));
                encoding = m_decoder->name();
            }
        if (m_decoder)
            if (auto decoded = m_decoder->decode(text))
                return {std::move(*decoded), true};
        return {m_decoder ? m_decoder->decodeLossy(text) : std::string(), false};
    }

    Row valuesOf(const OGRFeature& feature) {
        Row row;
        row.number = m_number;
        const int count = feature.GetFieldCount();
        row.values.resize(fields.size());
        row.isNull.assign(fields.size(), true);
        for (int i = 0; i < count; ++i) {
            if (!feature.IsFieldSetAndNotNull(i))
                continue;
            const auto place = static_cast<std::size_t>(i);
            Readable value = readable(valueText(feature, i));
            if (value.text.size() > LongestValue) {
                row.problem = "row-too-long";
                continue;
            }
            row.values[place] = std::move(value.text);
            row.isNull[place] = false;
            if (!value.isCertain)
                row.problem = "row-encoding";
        }
        return row;
    }

    void addGeometry(const OGRGeometry& geometry, Row& row) {
        auto shape = toPlanarShape(geometry);
        if (!shape) {
            if (row.problem.empty())
                row.problem = "geometry-unsupported";
            return;
        }
        if (shape->isEmpty() || !m_transform)
            return;
        if (m_options.keepSourceShape) {
            row.sourceShape = std::move(*shape);
            return;
        }
        if (shape->points.size() == 1) {
            if (const auto place = m_transform->forward(shape->points.front()))
                row.point = toGeoPoint(*place);
            else
                row.problem = place.error().what.key;
        }
        if (shape->polygons.empty() && shape->lines.empty())
            return;
        auto moved = toShape(std::move(*shape), *m_transform);
        if (moved)
            row.shape = std::move(*moved);
        else if (row.problem.empty())
            row.problem = moved.error().what.key;
    }

    std::filesystem::path m_path;
    Dataset m_dataset;
    OGRLayer* m_layer;
    TableOptions m_options;
    std::optional<Transform> m_transform;
    std::optional<Decoder> m_decoder;
    std::size_t m_number = 0;
    bool m_skipsBlankRows = false;
};

/// The layer of a name; without one the first that holds anything, since GPX and DXF have fixed layers that may be
/// empty.
OGRLayer* findLayer(GDALDataset& dataset, const std::string& name) {
    const GdalMessages quiet;
    if (!name.empty())
        return dataset.GetLayerByName(name.c_str());
    if (std::string_view(dataset.GetDriverName()) != "OSM") // counting would read it five times
        for (OGRLayer* layer : dataset.GetLayers())
            if (layer->GetFeatureCount() > 0) {
                layer->ResetReading();
                return layer;
            }
    return dataset.GetLayer(0);
}

Result<std::unique_ptr<LayerRows>> openRows(const std::filesystem::path& path, const TableOptions& options) {
    std::vector<std::string> openOptions;
    std::string encoding = "UTF-8";
    const std::string suffix = core::lowered(path.extension().string());
    if (suffix == ".shp" || suffix == ".dbf") {
        encoding = options.encoding;
        if (encoding.empty())
            if (const auto found = detectDbfEncoding(path))
                encoding = found->name;
        if (!encoding.empty()) {
            const auto decoder = Decoder::open(encoding);
            if (!decoder)
                return fail(decoder);
            encoding = decoder->name();
            openOptions.push_back("ENCODING=" + encoding);
        }
    }
    auto dataset = openSource(path, SourceContent::Vector, openOptions);
    if (!dataset)
        return fail(dataset);
    OGRLayer* const layer = findLayer(**dataset, options.layer);
    if (!layer && !options.layer.empty())
        return fail(ErrorCode::NotFound, {"layer-unknown", {options.layer}}, path.string());
    if (!layer)
        return fail(ErrorCode::BadInput, {"table-empty", {path.string()}}, path.string());
    auto reader = std::make_unique<LayerRows>(path, std::move(*dataset), layer, options);
    if (auto prepared = reader->prepare(encoding); !prepared)
        return fail(prepared);
    return reader;
}

/// Number of rows, their encoding so far, the share of the whole, and the rows.
void sendBatch(Connection& connection, const LayerRows& rows, WireWriter& batch, std::uint64_t count) {
    WireWriter wire;
    wire.put(rows.encoding);
    wire.put(rows.share());
    wire.put(count);
    const std::string bytes = batch.take();
    wire.put(bytes);
    connection.send(FrameKind::Part, wire);
}

} // namespace

Result<void> answerRows(Connection& connection, WireReader& wire) {
    const std::string path = wire.text();
    const TableOptions options = readTableOptions(wire);
    const auto rows = openRows(path, options);
    if (!rows)
        return fail(rows);
    LayerRows& layer = **rows;
    WireWriter head;
    write(head, TableHead{layer.fields, layer.crs, layer.hasGeometry, layer.isBallpark, layer.rowCount});
    head.put(layer.encoding);
    connection.send(FrameKind::Part, head);
    WireWriter batch;
    std::uint64_t count = 0;
    while (true) {
        const auto row = layer.next();
        const bool isLast = !row || !*row;
        if (!isLast) {
            write(batch, **row);
            ++count;
        }
        if (count > 0 && (isLast || batch.size() >= BatchBytes || connection.isQuiet()))
            sendBatch(connection, layer, batch, std::exchange(count, 0));
        if (!row)
            return fail(row);
        if (isLast)
            break;
    }
    WireWriter end;
    connection.send(FrameKind::Done, end);
    return {};
}

} // namespace gridwarden::gis
