// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/layer_looks.h"

#include <algorithm>
#include <unordered_map>

namespace gridwarden::gis {

namespace {

/// A drawing is made for a black screen and shown on a map: its colours become ink on this background, and what is nearly the
/// background's grey becomes `ink`.
QColor readable(const QColor& colour, const QColor& background, const QColor& ink) {
    constexpr int Grey = 40;         // of saturation
    constexpr int OnPale = 135;      // of 255: no lighter than this
    constexpr int OnDark = 120;      // no darker than this
    constexpr float Strongest = 0.7F; // of saturation
    if (colour.hsvSaturation() < Grey && std::abs(qGray(colour.rgb()) - qGray(background.rgb())) < 100)
        return ink;
    const bool isPale = qGray(background.rgb()) > 127;
    QColor result = QColor::fromHslF(colour.hslHueF(), std::min(colour.hslSaturationF(), Strongest), colour.lightnessF());
    for (int step = 0; step < 20 && (isPale ? qGray(result.rgb()) > OnPale : qGray(result.rgb()) < OnDark); ++step)
        result = isPale ? result.darker(108) : result.lighter(110).lightness() > 0 ? result.lighter(110) : ink;
    return result;
}

/// For each value the first of the classes that holds it; \p none where none does.
std::vector<std::uint16_t> firstClasses(const LayerColumn& column, const LayerStyle& style,
                                        const std::vector<std::uint16_t>& classes, std::uint16_t none) {
    std::unordered_map<std::string_view, std::uint16_t> byValue;
    for (const std::uint16_t each : classes)
        for (const std::string& value : style.classes[each].values)
            byValue.try_emplace(value, each);
    std::vector<std::uint16_t> first;
    first.reserve(column.values.size());
    for (const std::string& value : column.values) {
        const auto found = byValue.find(value);
        std::uint16_t best = found == byValue.end() ? none : found->second;
        for (const std::uint16_t each : classes) {
            const StyleClass& candidate = style.classes[each];
            if (each < best && (candidate.any || candidate.isRange()) && candidate.holds(value))
                best = each;
        }
        first.push_back(best);
    }
    return first;
}

} // namespace

LayerLooks::LayerLooks(std::shared_ptr<const VectorLayer> layer, LayerStyle style, const QColor& background, const QColor& ink)
    : m_layer(std::move(layer)), m_style(std::move(style)) {
    const auto none = static_cast<std::uint16_t>(m_style.classes.size());
    std::vector<std::pair<std::string, std::vector<std::uint16_t>>> byField;
    for (std::uint16_t i = 0; i < none; ++i) {
        const StyleClass& each = m_style.classes[i];
        m_looks.push_back(&each.look);
        const std::string& field = each.field.empty() ? m_style.field : each.field;
        auto found = std::find_if(byField.begin(), byField.end(), [&field](const auto& known) { return known.first == field; });
        if (found == byField.end())
            found = byField.insert(byField.end(), {field, {}});
        found->second.push_back(i);
    }
    m_looks.push_back(m_style.showOther ? &m_style.other : nullptr);
    for (const auto& [field, classes] : byField)
        if (const LayerColumn* const column = m_layer->column(field))
            m_fields.push_back({column, firstClasses(*column, m_style, classes, none)});
    const auto columnOf = [this](const std::string& field) { return field.empty() ? nullptr : m_layer->column(field); };
    m_label = columnOf(m_style.labelField);
    m_labelElse = columnOf(m_style.labelElse);
    m_colour = columnOf(m_style.drawnText.colourField);
    m_height = columnOf(m_style.drawnText.heightField);
    m_angle = columnOf(m_style.drawnText.angleField);
    m_anchor = columnOf(m_style.drawnText.anchorField);
    if (m_colour != nullptr)
        for (const std::string& value : m_colour->values) {
            const QColor colour = value.starts_with('#') ? QColor(QString::fromStdString(value)) : QColor();
            m_colours.push_back(colour.isValid() ? readable(colour, background, ink) : colour);
        }
}

std::size_t LayerLooks::classOf(std::uint32_t shape) const {
    auto first = static_cast<std::uint16_t>(m_style.classes.size());
    for (const Field& field : m_fields)
        first = std::min(first, field.firstClass[field.column->byShape[shape]]);
    return first;
}

const std::string& LayerLooks::labelOf(std::uint32_t shape) const {
    static const std::string none;
    if (m_label != nullptr && m_label->byShape[shape] != 0)
        return m_label->of(shape);
    return m_labelElse != nullptr ? m_labelElse->of(shape) : none;
}

LayerLooks::Drawn LayerLooks::drawnOf(std::uint32_t shape) const {
    const auto number = [shape](const LayerColumn* column) {
        return column != nullptr ? numberIn(column->of(shape)).value_or(0) : 0;
    };
    return {colourOf(shape), number(m_height), number(m_angle), static_cast<int>(std::clamp(number(m_anchor), 0.0, 12.0))};
}

} // namespace gridwarden::gis
