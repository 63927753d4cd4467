// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a layer that GDAL reads, every value as text without loss.
#include "core/base/text.h"
#include "gis/source/encoding.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/ogr_geometry.h"
#include "gis/source/open.h"
#include "gis/source/row_readers.h"

#include <cmath>
#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

/// The shortest text that reads as the same number, without an exponent where that is readable.
std::string numberText(double value, bool isSingle) {
    const double size = std::abs(value);
    if (!std::isfinite(value) || (size != 0 && (size < 1e-7 || size >= 1e17)))
        return fmt::format("{}", value);
    std::string text = isSingle ? fmt::format("{}", static_cast<float>(value)) : fmt::format("{}", value);
    if (text.find('e') != std::string::npos)
        text = fmt::format("{:.0f}", value);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text;
}

std::string dateText(const OGRFeature& feature, int field, OGRFieldType type) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    std::string text;
    if (type != OFTTime)
        text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (type == OFTDate)
        return text;
    if (type == OFTDateTime)
        text += 'T';
    const int whole = static_cast<int>(second);
    const int milliseconds = static_cast<int>(std::lround((second - static_cast<float>(whole)) * 1000));
    text += fmt::format("{:02}:{:02}:{:02}", hour, minute, whole);
    if (milliseconds > 0 && milliseconds < 1000)
        text += fmt::format(".{:03}", milliseconds);
    if (zone == 100) // GDAL: 100 is UTC, each step a quarter of an hour; 0 and 1 say nothing
        text += 'Z';
    else if (zone > 1)
        text += fmt::format("{}{:02}:{:02}", zone < 100 ? '-' : '+', std::abs(zone - 100) / 4,
                            std::abs(zone - 100) % 4 * 15);
    return text;
}

std::string valueText(const OGRFeature& feature, int field) {
    const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
    switch (definition.GetType()) {
    case OFTInteger:
        if (definition.GetSubType() == OFSTBoolean)
            return feature.GetFieldAsInteger(field) != 0 ? "true" : "false";
        return std::to_string(feature.GetFieldAsInteger(field));
    case OFTInteger64:
        return std::to_string(feature.GetFieldAsInteger64(field));
    case OFTReal:
        return numberText(feature.GetFieldAsDouble(field), definition.GetSubType() == OFSTFloat32);
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        return dateText(feature, field, definition.GetType());
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
    case OFTStringList: {
        char* const list = feature.GetFieldAsSerializedJSon(field);
        std::string text = list ? list : "";
        CPLFree(list);
        return text;
    }
    default:
        return feature.GetFieldAsString(field);
    }
}

class LayerReader final : public RowReader {
public:
    LayerReader(std::filesystem::path path, Dataset dataset, OGRLayer* layer, const TableOptions& options)
        : m_path(std::move(path)), m_dataset(std::move(dataset)), m_layer(layer), m_options(options) {}

    Result<void> prepare(std::string encodingUsed) {
        const GdalMessages quiet;
        encoding = std::move(encodingUsed);
        const OGRFeatureDefn& definition = *m_layer->GetLayerDefn();
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

    Result<std::optional<Row>> next() override {
        const GdalMessages messages;
        while (true) {
            const OGRFeatureUniquePtr feature(m_layer->GetNextFeature());
            if (!feature) {
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

    int progressPercent() const override {
        return !rowCount || *rowCount == 0 ? 0
                                           : static_cast<int>(std::min<std::size_t>(100, m_number * 100 / *rowCount));
    }

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

} // namespace

OpenedReader openLayer(const std::filesystem::path& path, const TableOptions& options) {
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
    auto reader = std::make_unique<LayerReader>(path, std::move(*dataset), layer, options);
    if (auto prepared = reader->prepare(encoding); !prepared)
        return fail(prepared);
    return reader;
}

} // namespace gridwarden::gis
