// SPDX-License-Identifier: GPL-3.0-or-later
// Which look each shape of a layer has by its style: found once for each distinct value of the fields that the style goes by.
#pragma once

#include "gis/draw/style.h"
#include "gis/draw/vector_layer.h"

#include <memory>
#include <vector>

namespace gridwarden::gis {

/// Immutable: shared between threads.
class LayerLooks {
  public:
    /// Colours of a drawing that could not be told from the background become `ink`.
    LayerLooks(std::shared_ptr<const VectorLayer> layer, LayerStyle style, const QColor& background, const QColor& ink);

    [[nodiscard]] const VectorLayer& layer() const { return *m_layer; }
    [[nodiscard]] const LayerStyle& style() const { return m_style; }

    /// Position in looks(): the classes of the style in their order, then what is in none.
    [[nodiscard]] std::size_t classOf(std::uint32_t shape) const;
    /// By class; null: not painted.
    [[nodiscard]] const std::vector<const Look*>& looks() const { return m_looks; }

    /// The text of a shape's label, empty where it has none.
    [[nodiscard]] const std::string& labelOf(std::uint32_t shape) const;
    [[nodiscard]] bool hasLabels() const { return m_label != nullptr || m_labelElse != nullptr; }

    /// What a drawing says itself; an invalid colour and 0 where it does not.
    struct Drawn {
        QColor colour;
        double height = 0; ///< map units
        double angle = 0;  ///< degrees anticlockwise
        int anchor = 0;    ///< as DrawnText::anchorField
    };
    [[nodiscard]] Drawn drawnOf(std::uint32_t shape) const;
    /// The drawing's own colour of a shape; invalid: the look's.
    [[nodiscard]] QColor colourOf(std::uint32_t shape) const {
        return m_colour == nullptr ? QColor() : m_colours[m_colour->byShape[shape]];
    }
    [[nodiscard]] bool hasOwnColours() const { return m_colour != nullptr; }

  private:
    struct Field {
        const LayerColumn* column = nullptr;
        std::vector<std::uint16_t> firstClass; ///< of each value: the first class of this field that holds it
    };
    std::shared_ptr<const VectorLayer> m_layer;
    LayerStyle m_style;
    std::vector<const Look*> m_looks;
    std::vector<Field> m_fields;
    const LayerColumn* m_label = nullptr;
    const LayerColumn* m_labelElse = nullptr;
    const LayerColumn* m_colour = nullptr;
    const LayerColumn* m_height = nullptr;
    const LayerColumn* m_angle = nullptr;
    const LayerColumn* m_anchor = nullptr;
    std::vector<QColor> m_colours; ///< by value of m_colour
};

} // namespace gridwarden::gis
