// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/vector_layer.h"

#include "gis/process/reader_process.h"
#include "gis/source/layer_wire.h"

#include <algorithm>
#include <tuple>

namespace gridwarden::gis {

const LayerColumn* VectorLayer::column(std::string_view field) const {
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [field](const LayerColumn& each) { return each.field == field; });
    return found == m_columns.end() ? nullptr : &*found;
}

std::vector<std::uint32_t> VectorLayer::at(MapPoint point, double tolerance) const {
    std::vector<std::uint32_t> found;
    m_shapes.tree().visit({point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance},
                          [&](std::uint32_t shape) {
                              if (m_shapes.isNear(shape, point, tolerance))
                                  found.push_back(shape);
                          });
    const auto rank = [this](std::uint32_t shape) {
        const Box& box = m_shapes.box(shape);
        return std::tuple(m_shapes.kind(shape), box.width() * box.height(), shape);
    };
    std::sort(found.begin(), found.end(), [&rank](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    return found;
}

core::Result<std::vector<LayerAttribute>> VectorLayer::attributes(std::uint32_t shape, const GoOn& goOn) const {
    auto reader = ReaderProcess::start(m_source.path);
    if (!reader)
        return core::fail(reader);
    LayerSource source = m_source;
    source.layer = m_name;
    source.crs.clear();
    WireWriter question;
    write(question, source);
    question.put(m_features[shape]);
    if (auto sent = reader->send(FrameKind::Attributes, question.bytes(), goOn); !sent)
        return core::fail(sent);
    const auto answer = reader->receive(goOn);
    if (!answer)
        return core::fail(answer);
    WireReader wire(answer->bytes);
    std::vector<std::string> texts = wire.texts();
    std::vector<LayerAttribute> attributes;
    for (std::size_t i = 0; i + 1 < texts.size(); i += 2)
        attributes.push_back({std::move(texts[i]), std::move(texts[i + 1])});
    return attributes;
}

} // namespace gridwarden::gis
