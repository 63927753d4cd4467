// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/transform.h"
#include "gis/reader/answers.h"
#include "gis/reader/drawing_fields.h"
#include "gis/reader/geometry_parts.h"
#include "gis/reader/vector_source.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/layer_wire.h"
#include "gis/source/ogr_geometry.h"
#include "gis/source/row_readers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <optional>
#include <unordered_map>

namespace gridwarden::gis {

namespace {

using core::ErrorCode;
using core::Result;

constexpr std::size_t MostColumnBytes = 16'000'000; ///< a column with more distinct text is a description, not a class
constexpr std::size_t MostTextBytes = 96'000'000;   ///< of all columns together
constexpr std::size_t BatchVertices = 32'768;
constexpr std::size_t BatchShapes = 8'192;
constexpr std::size_t LargestFeature = 3'000'000; ///< vertices; more do not pass in one piece and are thinned

/// GDAL gives y first where the CRS has it first and nobody asked for the traditional order.
bool isNorthFirst(const OGRSpatialReference* reference) {
    return reference != nullptr && (reference->EPSGTreatsAsLatLong() || reference->EPSGTreatsAsNorthingEasting()) &&
           reference->GetDataAxisToSRSAxisMapping() == std::vector<int>{1, 2};
}

/// No plane on earth, and no drawing of one in millimetres, reaches farther; what is farther would leave the rest no
/// digits.
bool isOnMap(MapPoint point) {
    constexpr double Farthest = 1e12; // map units
    return std::abs(point.x) <= Farthest && std::abs(point.y) <= Farthest;
}

/// Whether there are enough different vertices for a shape.
bool hasForm(ShapeKind kind, const std::vector<MapPoint>& vertices) {
    std::size_t different = vertices.empty() ? 0 : 1;
    for (std::size_t i = 1; i < vertices.size() && different < 4; ++i)
        different += vertices[i] != vertices[i - 1] ? 1 : 0;
    const bool isClosed = vertices.size() > 1 && vertices.front() == vertices.back();
    switch (kind) {
    case ShapeKind::Point:
        return different > 0;
    case ShapeKind::Line:
        return different > 1;
    case ShapeKind::Polygon:
        return different > (isClosed ? 3 : 2);
    }
    return false;
}

enum class Fate { Shown, OffMap, Degenerate, TooMuch };

/// Whether a layer that does not say its system has degrees: its first shapes, but for a few, could lie in them.
bool looksLikeDegrees(OGRLayer& layer) {
    constexpr std::size_t Looked = 1'000;
    constexpr std::size_t OneIn = 20;
    std::size_t all = 0;
    std::size_t others = 0;
    layer.ResetReading();
    while (all < Looked) {
        const OGRFeatureUniquePtr feature{layer.GetNextFeature()};
        if (!feature)
            break;
        const OGRGeometry* const geometry = feature->GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty())
            continue;
        OGREnvelope box;
        geometry->getEnvelope(&box);
        ++all;
        others += box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90 ? 0 : 1;
    }
    layer.ResetReading();
    return others < all && others <= std::max<std::size_t>(all > 2 ? 1 : 0, all / OneIn);
}

bool isText(OGRFieldType type) {
    return type == OFTString || type == OFTInteger || type == OFTInteger64 || type == OFTReal || type == OFTDate ||
           type == OFTDateTime || type == OFTTime;
}

/// Gives each distinct text of a field a position; gives up when they become too many.
class ColumnTexts {
public:
    /// \param drawn counts from the end of the feature's own fields; see drawing_fields.h
    explicit ColumnTexts(int field, std::optional<std::size_t> drawn = {}) : m_field(field), m_drawn(drawn) { m_positions.emplace(std::string(), 0); }

    void add(const OGRFeature& feature, std::size_t shapes, ColumnPart& part, std::size_t& allBytes) {
        part.isGivenUp = m_isGivenUp;
        if (m_isGivenUp)
            return;
        std::string text = textOf(feature);
        const std::size_t bytes = text.size() + sizeof(std::string);
        const auto [found, isNew] =
            m_positions.try_emplace(std::move(text), static_cast<std::uint32_t>(m_positions.size()));
        if (isNew) {
            part.newValues.push_back(found->first);
            m_bytes += bytes;
            allBytes += bytes;
        }
        part.positions.insert(part.positions.end(), shapes, found->second);
        if (m_bytes > MostColumnBytes || allBytes > MostTextBytes) {
            allBytes -= m_bytes;
            m_isGivenUp = part.isGivenUp = true;
            m_positions.clear();
        }
    }

private:
    std::string textOf(const OGRFeature& feature) const {
        if (m_drawn) {
            const char* const style = feature.GetStyleString();
            return style == nullptr ? std::string() : drawingField(style, *m_drawn);
        }
        return feature.IsFieldSetAndNotNull(m_field) ? cleanText(feature.GetFieldAsString(m_field)) : std::string();
    }

    int m_field;
    std::optional<std::size_t> m_drawn;
    std::unordered_map<std::string, std::uint32_t> m_positions;
    std::size_t m_bytes = 0;
    bool m_isGivenUp = false;
};

class ShapeSender {
public:
    ShapeSender(Connection& connection, LayerSource source, const Crs& mapCrs)
        : m_connection(connection), m_source(std::move(source)), m_mapCrs(mapCrs) {}

    Result<void> run() {
        const GdalMessages messages;
        auto opened = openVectorSource(m_source);
        if (!opened)
            return core::fail(opened);
        OGRLayer& layer = *opened->layer;
        m_head.name = cleanText(layer.GetName());
        const std::string_view driver = opened->dataset->GetDriver()->GetDescription();
        m_isDrawing = driver == "DXF" || driver == "CAD";
        const auto crs = crsOf(layer, m_isDrawing);
        if (!crs)
            return core::fail(crs);
        auto transform = Transform::between(*crs, m_mapCrs);
        if (!transform)
            return core::fail(transform);
        if (transform->isBallpark())
            note({"layer-ballpark", {m_head.name, m_crsName}});
        if (auto begun = begin(layer); !begun)
            return begun;
        if (auto read = readFeatures(layer, *transform); !read)
            return read;
        if (m_thinned > 0)
            note({"layer-shapes-thinned", {m_head.name, std::to_string(m_thinned)}});
        note(messages);
        WireWriter end;
        write(end, m_tail);
        m_connection.send(FrameKind::Done, end);
        return {};
    }

private:
    void note(core::Message message) { m_tail.notes.push_back(std::move(message)); }
    void note(const GdalMessages& messages) {
        if (messages.isOutOfMemory())
            note({"source-too-large", {m_source.path.string()}});
        for (const std::string& text : messages.texts())
            note({"library-says", {text}});
    }

    /// What was asked for, else what the layer says, else degrees where they look like that, else the map's own. A
    /// drawing is never in degrees, however small its coordinates are.
    core::Result<Crs> crsOf(OGRLayer& layer, bool isDrawing) {
        std::optional<Crs> own;
        if (const OGRSpatialReference* reference = layer.GetSpatialRef();
            reference != nullptr && !isUndefined(*reference)) {
            m_isSwapped = isNorthFirst(reference);
            char* text = nullptr;
            if (reference->exportToWkt(&text) == OGRERR_NONE && text != nullptr)
                if (auto crs = Crs::parse(text))
                    own = std::move(*crs);
            CPLFree(text);
        }
        if (!m_source.crs.empty() || own) {
            auto crs = m_source.crs.empty() ? core::Result<Crs>(std::move(*own)) : Crs::parseFor(m_source.crs, own);
            if (crs)
                m_crsName = crs->codeOrName();
            return crs;
        }
        Crs assumed = !isDrawing && looksLikeDegrees(layer) ? Crs::cgcs2000() : m_mapCrs;
        note({"layer-crs-assumed", {m_head.name, assumed.codeOrName()}});
        return assumed;
    }

    /// Says what the layer has, and hears which fields are to be columns.
    Result<void> begin(OGRLayer& layer) {
        OGRFeatureDefn& definition = *layer.GetLayerDefn();
        if (definition.GetFieldCount() > static_cast<int>(MostFields))
            return core::fail(ErrorCode::BadInput,
                              {"too-many-fields", {m_source.path.string(), std::to_string(MostFields)}},
                              m_source.path.string());
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            m_head.fields.push_back(
                {cleanText(definition.GetFieldDefn(i)->GetNameRef()), isText(definition.GetFieldDefn(i)->GetType())});
        const std::size_t ownFields = m_head.fields.size();
        if (m_isDrawing)
            for (const std::string_view field : DrawingFields)
                m_head.fields.push_back({std::string(field), true});
        m_head.featureCount = layer.GetFeatureCount(FALSE);
        WireWriter head;
        write(head, m_head);
        m_connection.send(FrameKind::Part, head);
        const Frame answer = m_connection.receive();
        WireReader wire(answer.bytes);
        for (const auto field : wire.all<std::uint32_t>())
            if (field < ownFields)
                m_columns.emplace_back(static_cast<int>(field));
            else if (field < m_head.fields.size())
                m_columns.emplace_back(static_cast<int>(field), field - ownFields);
        m_batch.columns.resize(m_columns.size());
        return {};
    }

    Result<void> readFeatures(OGRLayer& layer, const Transform& transform) {
        const GdalMessages messages;
        layer.ResetReading();
        GeometryParts parts(m_isSwapped);
        std::int64_t count = 0;
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
            ++count;
            if (m_head.featureCount > 0)
                m_batch.share = std::min(1.0, static_cast<double>(count) / static_cast<double>(m_head.featureCount));
            if (OGRGeometryUniquePtr geometry{feature->StealGeometry()}; geometry && !geometry->IsEmpty()) {
                parts.take(*geometry, LargestFeature);
                geometry.reset(); // which may be most of the memory
                m_thinned += parts.isThinned() ? 1 : 0;
                addShapes(*feature, parts, transform);
            } else {
                ++m_tail.leftOut.withoutShape;
            }
            if (m_batch.vertices.size() >= BatchVertices || m_batch.kinds.size() >= BatchShapes || m_connection.isQuiet())
                sendBatch();
        }
        sendBatch();
        if (messages.hasFailure())
            note({"layer-incomplete", {m_head.name}});
        note(messages);
        return {};
    }

    void sendBatch() {
        WireWriter wire;
        write(wire, m_batch);
        m_connection.send(FrameKind::Part, wire);
        const double share = m_batch.share;
        m_batch = {};
        m_batch.columns.resize(m_columns.size());
        m_batch.share = share;
    }

    /// A polygon is shown with all its rings or not at all; a hole that is none is no loss.
    static Fate bringToMap(ShapeKind kind, GeometryPiece& piece, const Transform& transform, std::size_t room) {
        if (kind == ShapeKind::Polygon && piece.size() > 1)
            piece.erase(std::remove_if(piece.begin() + 1, piece.end(),
                                       [](const auto& hole) { return !hasForm(ShapeKind::Polygon, hole); }),
                        piece.end());
        std::size_t vertices = 0;
        for (std::vector<MapPoint>& part : piece) {
            if (!transform.forward(part) || !std::all_of(part.begin(), part.end(), isOnMap))
                return Fate::OffMap;
            if (!hasForm(kind, part))
                return Fate::Degenerate;
            vertices += part.size();
        }
        return vertices <= room ? Fate::Shown : Fate::TooMuch;
    }

    /// One shape for each kind that the feature holds.
    void addShapes(const OGRFeature& feature, GeometryParts& parts, const Transform& transform) {
        std::size_t added = 0;
        std::size_t vertices = 0;
        std::array<std::size_t, 4> fates{};
        for (const ShapeKind kind : {ShapeKind::Point, ShapeKind::Line, ShapeKind::Polygon}) {
            std::uint32_t good = 0;
            for (GeometryPiece& piece : parts.of(kind)) {
                const Fate fate = bringToMap(kind, piece, transform, LargestFeature - vertices);
                ++fates[static_cast<std::size_t>(fate)];
                if (fate != Fate::Shown)
                    continue;
                for (const std::vector<MapPoint>& part : piece) {
                    vertices += part.size();
                    m_batch.partSizes.push_back(static_cast<std::uint32_t>(part.size()));
                    m_batch.vertices.insert(m_batch.vertices.end(), part.begin(), part.end());
                    ++good;
                }
            }
            if (good == 0)
                continue;
            m_batch.kinds.push_back(kind);
            m_batch.features.push_back(feature.GetFID());
            m_batch.partCounts.push_back(good);
            ++added;
        }
        const auto with = [&fates](Fate fate) { return fates[static_cast<std::size_t>(fate)]; };
        const std::size_t bad = with(Fate::OffMap) + with(Fate::Degenerate) + with(Fate::TooMuch);
        if (added > 0)
            m_tail.leftOut.inPart += bad > 0 ? 1 : 0;
        else
            ++(with(Fate::OffMap) > 0 ? m_tail.leftOut.offMap : m_tail.leftOut.degenerate);
        if (added > 0)
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                m_columns[i].add(feature, added, m_batch.columns[i], m_textBytes);
    }

    Connection& m_connection;
    LayerSource m_source;
    const Crs& m_mapCrs;
    LayerHead m_head;
    LayerTail m_tail;
    ShapeBatch m_batch;
    std::string m_crsName;
    std::vector<ColumnTexts> m_columns;
    std::size_t m_textBytes = 0;
    std::uint64_t m_thinned = 0;
    bool m_isSwapped = false;
    bool m_isDrawing = false;
};

} // namespace

Result<void> answerShapes(Connection& connection, WireReader& wire) {
    LayerSource source = readLayerSource(wire);
    const auto mapCrs = Crs::parse(wire.text());
    if (!mapCrs)
        return core::fail(mapCrs);
    return ShapeSender(connection, std::move(source), *mapCrs).run();
}

Result<void> answerAttributes(Connection& connection, WireReader& wire) {
    const LayerSource source = readLayerSource(wire);
    const auto number = wire.get<std::int64_t>();
    const GdalMessages messages;
    const auto opened = openVectorSource(source);
    if (!opened)
        return core::fail(opened);
    const OGRFeatureUniquePtr feature(opened->layer->GetFeature(number));
    if (!feature)
        return core::fail(ErrorCode::NotFound, {"feature-gone", {source.layer}}, source.path.string(), messages.last());
    std::vector<std::string> texts; // name and value in turn
    for (int i = 0; i < std::min(feature->GetFieldCount(), static_cast<int>(MostFields)); ++i) {
        texts.push_back(cleanText(feature->GetFieldDefnRef(i)->GetNameRef()));
        texts.push_back(feature->IsFieldSetAndNotNull(i) ? cleanText(feature->GetFieldAsString(i)) : std::string());
    }
    WireWriter answer;
    answer.put(texts);
    connection.send(FrameKind::Done, answer);
    return {};
}

} // namespace gridwarden::gis
