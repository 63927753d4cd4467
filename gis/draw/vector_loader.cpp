// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "gis/crs/transform.h"
#include "gis/draw/map_theme.h"
#include "gis/draw/vector_layer.h"
#include "gis/draw/vector_source.h"
#include "gis/source/gdal_messages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <optional>
#include <unordered_map>

namespace gridwarden::gis {

namespace {

using core::ErrorCode;

constexpr std::size_t MostVertices = 200'000'000;
constexpr std::size_t MostCells = 6'000'000;        ///< above this only the fields asked for or useful are kept
constexpr std::size_t MostColumnBytes = 16'000'000; ///< a column with more distinct text is a description, not a class

/// The parts of one feature by the kind of shape they make.
class Parts {
public:
    explicit Parts(bool isSwapped) : m_isSwapped(isSwapped) {}

    void clear() {
        for (auto& parts : m_parts)
            parts.clear();
    }
    const std::vector<std::vector<MapPoint>>& of(ShapeKind kind) const {
        return m_parts[static_cast<std::size_t>(kind)];
    }
    std::vector<std::vector<MapPoint>>& of(ShapeKind kind) { return m_parts[static_cast<std::size_t>(kind)]; }

    void add(const OGRGeometry& geometry, int depth = 0) {
        constexpr int Deepest = 32;
        if (depth > Deepest || geometry.IsEmpty())
            return;
        if (geometry.hasCurveGeometry(FALSE) != 0) { // also a curve type without arcs
            const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
            if (straight && straight->hasCurveGeometry(FALSE) == 0)
                add(*straight, depth + 1);
            return;
        }
        switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint:
            addPoint(*geometry.toPoint());
            break;
        case wkbLineString:
            addCurve(ShapeKind::Line, *geometry.toLineString());
            break;
        case wkbPolygon:
        case wkbTriangle:
            for (const OGRLinearRing* ring : *geometry.toPolygon())
                addCurve(ShapeKind::Polygon, *ring);
            break;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* each : *geometry.toGeometryCollection())
                add(*each, depth + 1);
            break;
        case wkbPolyhedralSurface:
        case wkbTIN:
            for (const OGRPolygon* each : *geometry.toPolyhedralSurface())
                add(*each, depth + 1);
            break;
        default:
            break;
        }
    }

private:
    MapPoint point(double x, double y) const { return m_isSwapped ? MapPoint{y, x} : MapPoint{x, y}; }
    void addPoint(const OGRPoint& each) { of(ShapeKind::Point).push_back({point(each.getX(), each.getY())}); }
    void addCurve(ShapeKind kind, const OGRSimpleCurve& curve) {
        std::vector<MapPoint> vertices;
        vertices.reserve(static_cast<std::size_t>(curve.getNumPoints()));
        for (int i = 0; i < curve.getNumPoints(); ++i)
            vertices.push_back(point(curve.getX(i), curve.getY(i)));
        of(kind).push_back(std::move(vertices));
    }

    bool m_isSwapped;
    std::array<std::vector<std::vector<MapPoint>>, 3> m_parts;
};

/// GDAL gives y first where the CRS has it first and nobody asked for the traditional order.
bool isNorthFirst(const OGRSpatialReference* reference) {
    return reference != nullptr && (reference->EPSGTreatsAsLatLong() || reference->EPSGTreatsAsNorthingEasting()) &&
           reference->GetDataAxisToSRSAxisMapping() == std::vector<int>{1, 2};
}

bool isFinite(MapPoint point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Fills one column; gives up when its texts become too many.
class ColumnBuilder {
public:
    ColumnBuilder(std::string field, int index) : m_index(index) {
        m_column.field = std::move(field);
        m_column.values.emplace_back();
        m_positions.emplace(std::string(), 0);
    }
    void add(const OGRFeature& feature, std::size_t shapes) {
        if (m_isGivenUp)
            return;
        std::string text =
            feature.IsFieldSetAndNotNull(m_index) ? cleanText(feature.GetFieldAsString(m_index)) : std::string();
        const auto [found, isNew] =
            m_positions.try_emplace(std::move(text), static_cast<std::uint32_t>(m_column.values.size()));
        if (isNew) {
            m_column.values.push_back(found->first);
            m_bytes += found->first.size() + sizeof(std::string);
            m_isGivenUp = m_bytes > MostColumnBytes;
        }
        m_column.byShape.insert(m_column.byShape.end(), shapes, found->second);
    }
    std::optional<LayerColumn> take() {
        return m_isGivenUp ? std::nullopt : std::optional<LayerColumn>(std::move(m_column));
    }

private:
    LayerColumn m_column;
    int m_index;
    std::unordered_map<std::string, std::uint32_t> m_positions;
    std::size_t m_bytes = 0;
    bool m_isGivenUp = false;
};

bool isText(OGRFieldType type) {
    return type == OFTString || type == OFTInteger || type == OFTInteger64 || type == OFTReal || type == OFTDate ||
           type == OFTDateTime || type == OFTTime;
}

} // namespace

class VectorLoader {
public:
    VectorLoader(const LayerSource& source, const Crs& mapCrs) : m_mapCrs(mapCrs) { m_layer->m_source = source; }

    core::Result<std::shared_ptr<const VectorLayer>> load(const std::stop_token& stop, const LoadProgress& progress) {
        const GdalMessages messages;
        auto opened = openVectorSource(m_layer->m_source);
        if (!opened)
            return core::fail(opened);
        OGRLayer& layer = *opened->layer;
        m_layer->m_name = cleanText(layer.GetName());
        const std::string_view driver = opened->dataset->GetDriver()->GetDescription();
        const auto crs = crsOf(layer, driver == "DXF" || driver == "CAD");
        if (!crs)
            return core::fail(crs);
        auto transform = Transform::between(*crs, m_mapCrs);
        if (!transform)
            return core::fail(transform);
        if (transform->isBallpark())
            note({"layer-ballpark", {m_layer->m_name, m_crsName}});
        chooseColumns(layer);
        if (auto read = readFeatures(layer, *transform, stop, progress); !read)
            return core::fail(read);
        if (m_layer->m_shapes.size() == 0)
            return core::fail(ErrorCode::BadInput, {"layer-without-shapes", {m_layer->m_name}},
                              m_layer->m_source.path.string(), messages.last());
        if (m_skipped > 0)
            note({"layer-features-skipped", {m_layer->m_name, std::to_string(m_skipped)}});
        for (const std::string& text : messages.texts())
            note({"library-says", {text}});
        for (ColumnBuilder& builder : m_builders)
            if (auto column = builder.take())
                m_layer->m_columns.push_back(std::move(*column));
        m_layer->m_shapes.finish();
        return m_layer;
    }

private:
    void note(core::Message message) { m_layer->m_notes.push_back(std::move(message)); }

    /// What was asked for, else what the layer says, else degrees where its extent allows them, else the map's own. A
    /// drawing is never in degrees, however small its coordinates are.
    core::Result<Crs> crsOf(OGRLayer& layer, bool isDrawing) {
        const std::string& asked = m_layer->m_source.crs;
        std::string definition = asked;
        if (const OGRSpatialReference* reference = layer.GetSpatialRef()) {
            m_isSwapped = isNorthFirst(reference);
            char* text = nullptr;
            if (asked.empty() && reference->exportToWkt(&text) == OGRERR_NONE && text != nullptr)
                definition = text;
            CPLFree(text);
        }
        if (!definition.empty()) {
            auto crs = Crs::parse(definition);
            if (crs)
                m_crsName = crs->name();
            if (crs || !asked.empty())
                return crs;
        }
        note({"layer-no-crs", {m_layer->m_name}});
        OGREnvelope box;
        const bool hasExtent = layer.GetExtent(&box, TRUE) == OGRERR_NONE;
        const bool isDegrees =
            hasExtent && !isDrawing && box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90;
        return isDegrees ? Crs::cgcs2000() : m_mapCrs;
    }

    void chooseColumns(OGRLayer& layer) {
        OGRFeatureDefn& definition = *layer.GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            m_layer->m_fields.push_back(cleanText(definition.GetFieldDefn(i)->GetNameRef()));
        const auto features = static_cast<std::size_t>(std::max<GIntBig>(0, layer.GetFeatureCount(FALSE)));
        const bool keepsAll = features * m_layer->m_fields.size() <= MostCells;
        std::vector<std::string> kept = m_layer->m_source.fields;
        if (!keepsAll)
            if (const auto theme = MapTheme::load(ThemeVariant::Light))
                for (std::string& field : theme->usefulFields(m_layer->m_fields))
                    kept.push_back(std::move(field));
        for (std::size_t i = 0; i < m_layer->m_fields.size(); ++i)
            if (isText(definition.GetFieldDefn(static_cast<int>(i))->GetType()) &&
                (keepsAll || std::find(kept.begin(), kept.end(), m_layer->m_fields[i]) != kept.end()))
                m_builders.emplace_back(m_layer->m_fields[i], static_cast<int>(i));
    }

    core::Result<void> readFeatures(OGRLayer& layer, const Transform& transform, const std::stop_token& stop,
                                    const LoadProgress& progress) {
        constexpr GIntBig ProgressEvery = 2048;
        const GIntBig expected = layer.GetFeatureCount(FALSE);
        layer.ResetReading();
        Parts parts(m_isSwapped);
        GIntBig count = 0;
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
            if (stop.stop_requested())
                return core::fail(ErrorCode::Cancelled, {"cancelled", {}}, m_layer->m_name);
            if (progress && expected > 0 && ++count % ProgressEvery == 0)
                progress(std::min(1.0, static_cast<double>(count) / static_cast<double>(expected)));
            if (const OGRGeometry* geometry = feature->GetGeometryRef(); geometry != nullptr && !geometry->IsEmpty()) {
                parts.clear();
                parts.add(*geometry);
                addShapes(*feature, parts, transform);
            }
            if (m_layer->m_shapes.vertexCount() > MostVertices)
                return core::fail(ErrorCode::BadInput,
                                  {"layer-too-large", {m_layer->m_name, std::to_string(MostVertices)}},
                                  m_layer->m_source.path.string());
        }
        if (progress)
            progress(1);
        return {};
    }

    /// One shape for each kind that the feature holds.
    void addShapes(const OGRFeature& feature, Parts& parts, const Transform& transform) {
        std::size_t added = 0;
        bool isWhole = true;
        for (const ShapeKind kind : {ShapeKind::Point, ShapeKind::Line, ShapeKind::Polygon}) {
            if (parts.of(kind).empty())
                continue;
            m_layer->m_shapes.begin(kind);
            for (std::vector<MapPoint>& part : parts.of(kind)) {
                const bool isGood =
                    std::all_of(part.begin(), part.end(), isFinite) && transform.forward(part).has_value();
                if (isGood)
                    m_layer->m_shapes.addPart(part);
                isWhole = isWhole && isGood;
            }
            if (m_layer->m_shapes.end()) {
                m_layer->m_features.push_back(feature.GetFID());
                ++added;
            }
        }
        if (!isWhole || added == 0)
            ++m_skipped;
        for (ColumnBuilder& builder : m_builders)
            if (added > 0)
                builder.add(feature, added);
    }

    const Crs& m_mapCrs;
    std::shared_ptr<VectorLayer> m_layer{new VectorLayer};
    std::string m_crsName;
    std::vector<ColumnBuilder> m_builders;
    std::size_t m_skipped = 0;
    bool m_isSwapped = false;
};

core::Result<std::shared_ptr<const VectorLayer>> VectorLayer::load(const LayerSource& source, const Crs& mapCrs,
                                                                   std::stop_token stop, const LoadProgress& progress) {
    return VectorLoader(source, mapCrs).load(stop, progress);
}

} // namespace gridwarden::gis
