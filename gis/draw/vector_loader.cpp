// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/map_theme.h"
#include "gis/draw/vector_layer.h"
#include "gis/process/reader_process.h"
#include "gis/source/layer_wire.h"

#include <algorithm>
#include <optional>

namespace gridwarden::gis {

namespace {

using core::ErrorCode;

// Together they keep a layer below a gigabyte of memory.
constexpr std::size_t MostVertices = 25'000'000;
constexpr std::size_t MostShapes = 5'000'000;
constexpr std::size_t MostCells = 6'000'000; ///< above this only the fields asked for or useful are kept

} // namespace

class VectorLoader {
public:
    VectorLoader(const LayerSource& source, const Crs& mapCrs, std::stop_token stop, const LoadProgress& progress)
        : m_mapCrs(mapCrs), m_stop(std::move(stop)), m_progress(progress) {
        m_layer->m_source = source;
    }

    core::Result<std::shared_ptr<const VectorLayer>> load() {
        auto reader = begin();
        if (!reader)
            return core::fail(reader);
        auto tail = readShapes(*reader);
        if (!tail)
            return core::fail(tail);
        tail->leftOut.degenerate += m_skipped;
        if (m_layer->m_shapes.size() == 0)
            return nothingToShow(*tail);
        count("layer-features-off-map", tail->leftOut.offMap);
        count("layer-features-degenerate", tail->leftOut.degenerate);
        count("layer-features-without-shape", tail->leftOut.withoutShape);
        count("layer-features-in-part", tail->leftOut.inPart);
        for (core::Message& note : tail->notes)
            m_layer->m_notes.push_back(std::move(note));
        for (std::optional<LayerColumn>& column : m_columns)
            if (column)
                m_layer->m_columns.push_back(std::move(*column));
        m_layer->m_shapes.finish();
        const UsualExtent usual = findUsualExtent(m_layer->m_shapes);
        m_layer->m_usualExtent = usual.box;
        count("layer-shapes-far", usual.far);
        m_layer->m_levels = ShapeLevels::build(m_layer->m_shapes, m_stop);
        if (m_progress)
            m_progress(1);
        return m_layer;
    }

private:
    bool goOn() const { return !m_stop.stop_requested(); }
    std::string path() const { return m_layer->m_source.path.string(); }
    static std::string wordsOf(const core::Message& note) { return note.arguments.empty() ? "" : note.arguments.back(); }
    void count(const char* key, std::uint64_t features) {
        if (features > 0)
            m_layer->m_notes.push_back({key, {m_layer->m_name, std::to_string(features)}});
    }
    /// Where all places are off the map, they are meant in another system.
    tl::unexpected<core::Error> nothingToShow(const LayerTail& tail) const {
        core::Message what{"layer-without-shapes", {m_layer->m_name}};
        if (tail.leftOut.offMap > 0)
            what = {"layer-off-map", {m_layer->m_name, std::to_string(tail.leftOut.offMap)}};
        return core::fail(ErrorCode::BadInput, std::move(what), path(),
                          tail.notes.empty() ? "" : wordsOf(tail.notes.back()));
    }
    tl::unexpected<core::Error> unreadable() const {
        return core::fail(ErrorCode::BadInput, {"source-unreadable", {path()}}, path());
    }

    /// A reader that waits to send shapes.
    core::Result<ReaderProcess> begin() {
        LayerSource source = m_layer->m_source;
        if (!source.crs.empty()) { // a file with a definition is read here
            const auto crs = Crs::parse(source.crs);
            if (!crs)
                return core::fail(crs);
            source.crs = crs->text();
        }
        auto reader = ReaderProcess::start(source.path);
        if (!reader)
            return reader;
        WireWriter question;
        write(question, source);
        question.put(m_mapCrs.text());
        if (auto sent = reader->send(FrameKind::Shapes, question.take()); !sent)
            return core::fail(sent);
        const auto answer = reader->receive([this] { return goOn(); });
        if (!answer)
            return core::fail(answer);
        WireReader wire(answer->bytes);
        const LayerHead head = readLayerHead(wire);
        if (!wire.isGood())
            return unreadable();
        m_layer->m_name = head.name;
        const std::vector<std::uint32_t> columns = chooseColumns(head);
        question.putAll(std::span(columns));
        if (auto sent = reader->send(FrameKind::Columns, question.take()); !sent)
            return core::fail(sent);
        return reader;
    }

    std::vector<std::uint32_t> chooseColumns(const LayerHead& head) {
        for (const LayerHead::Field& field : head.fields)
            m_layer->m_fields.push_back(field.name);
        const auto features = static_cast<std::size_t>(std::max<std::int64_t>(0, head.featureCount));
        const bool keepsAll = head.fields.empty() || features <= MostCells / head.fields.size();
        std::vector<std::string> kept = m_layer->m_source.fields;
        if (!keepsAll)
            if (const auto theme = MapTheme::load(ThemeVariant::Light))
                for (std::string& field : theme->usefulFields(m_layer->m_fields))
                    kept.push_back(std::move(field));
        std::vector<std::uint32_t> chosen;
        for (std::size_t i = 0; i < head.fields.size(); ++i) {
            const LayerHead::Field& field = head.fields[i];
            if (!field.isText || !(keepsAll || std::find(kept.begin(), kept.end(), field.name) != kept.end()))
                continue;
            chosen.push_back(static_cast<std::uint32_t>(i));
            m_columns.push_back(LayerColumn{field.name, {std::string()}, {}});
        }
        return chosen;
    }

    /// Takes in all shapes. What came before a reader died is kept, with notes that say so.
    core::Result<LayerTail> readShapes(ReaderProcess& reader) {
        while (true) {
            const auto frame = reader.receive([this] { return goOn(); });
            if (!frame && (frame.error().code == ErrorCode::Cancelled || m_layer->m_shapes.size() == 0))
                return core::fail(frame);
            if (!frame)
                return LayerTail{{}, {frame.error().what, {"layer-cut-short", {m_layer->m_name}}}};
            WireReader wire(frame->bytes);
            if (frame->kind == FrameKind::Done) {
                LayerTail tail = readLayerTail(wire);
                return wire.isGood() ? core::Result<LayerTail>(std::move(tail)) : unreadable();
            }
            const ShapeBatch batch = readShapeBatch(wire);
            if (!wire.isGood() || !batch.isConsistent() || batch.columns.size() != m_columns.size() || !add(batch))
                return unreadable();
            if (m_layer->m_shapes.vertexCount() > MostVertices)
                return tooLarge("layer-too-large", MostVertices);
            if (m_layer->m_shapes.size() > MostShapes)
                return tooLarge("layer-too-many-shapes", MostShapes);
            if (m_progress && batch.share >= 0)
                m_progress(std::min(1.0, batch.share));
        }
    }

    tl::unexpected<core::Error> tooLarge(const char* key, std::size_t most) const {
        return core::fail(ErrorCode::BadInput, {key, {m_layer->m_name, std::to_string(most)}}, path());
    }

    /// False when a column speaks of a value that there is not.
    bool add(const ShapeBatch& batch) {
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const ColumnPart& part = batch.columns[c];
            if (part.isGivenUp)
                m_columns[c].reset();
            if (!m_columns[c])
                continue;
            std::vector<std::string>& values = m_columns[c]->values;
            values.insert(values.end(), part.newValues.begin(), part.newValues.end());
            if (std::any_of(part.positions.begin(), part.positions.end(),
                            [&values](std::uint32_t position) { return position >= values.size(); }))
                return false;
        }
        std::size_t part = 0;
        std::size_t vertex = 0;
        bool isFeatureShown = false;
        for (std::size_t s = 0; s < batch.kinds.size(); ++s) {
            m_layer->m_shapes.begin(batch.kinds[s]);
            for (const std::size_t last = part + batch.partCounts[s]; part < last; ++part) {
                m_layer->m_shapes.addPart(std::span(batch.vertices).subspan(vertex, batch.partSizes[part]));
                vertex += batch.partSizes[part];
            }
            const bool isNewFeature = s == 0 || batch.features[s] != batch.features[s - 1];
            const bool isKept = m_layer->m_shapes.end();
            isFeatureShown = isKept || (isFeatureShown && !isNewFeature);
            if (isKept)
                keep(batch, s);
            else if (!isFeatureShown && (s + 1 == batch.kinds.size() || batch.features[s + 1] != batch.features[s]))
                ++m_skipped;
        }
        return true;
    }

    void keep(const ShapeBatch& batch, std::size_t shape) {
        m_layer->m_features.push_back(batch.features[shape]);
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            if (m_columns[c])
                m_columns[c]->byShape.push_back(batch.columns[c].positions[shape]);
    }

    const Crs& m_mapCrs;
    std::stop_token m_stop;
    const LoadProgress& m_progress;
    std::shared_ptr<VectorLayer> m_layer{new VectorLayer};
    std::vector<std::optional<LayerColumn>> m_columns; ///< those asked for; none for one with too much text
    std::uint64_t m_skipped = 0;
};

core::Result<std::shared_ptr<const VectorLayer>> VectorLayer::load(const LayerSource& source, const Crs& mapCrs,
                                                                   std::stop_token stop, const LoadProgress& progress) {
    return VectorLoader(source, mapCrs, std::move(stop), progress).load();
}

} // namespace gridwarden::gis
