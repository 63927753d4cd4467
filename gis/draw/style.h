// SPDX-License-Identifier: GPL-3.0-or-later
// How a layer looks. Widths and sizes are screen pixels (a 96th of an inch on paper); scales are denominators of 1 : n.
// Kept as JSON with the district; the keys are the names of the members in lower_case.
#pragma once

#include "core/base/result.h"
#include "core/base/words.h"

#include <QColor>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

/// A text in the two languages of the program.
struct Caption {
    std::string chinese;
    std::string english;
    bool operator==(const Caption&) const = default;
    [[nodiscard]] const std::string& text(core::Language language) const {
        return language == core::Language::English && !english.empty() ? english : chinese;
    }
};

/// How one class of shapes is painted. An invalid colour paints nothing.
struct Look {
    QColor fill;                ///< inside polygons; of markers without a line colour
    QColor line;                ///< lines, outlines and markers
    double width = 1;           ///< of lines, pixels
    double groundWidth = 0;     ///< of lines, metres on the ground; the wider of both is painted
    QColor casing;              ///< a wider line below
    double casingWidth = 0;     ///< pixels on each side
    std::vector<double> dash;   ///< pixels painted and left out in turn; empty: solid
    double markerSize = 6;      ///< of points, pixels
    int order = 0;              ///< larger ones are painted over smaller ones of the same layer
    double minDenominator = 0;  ///< nearer than this it is not painted; 0: no limit
    double maxDenominator = 0;  ///< farther than this it is not painted; 0: no limit
    QColor label;               ///< colour of its labels
    double labelSize = 1;       ///< times the map's text size
    double labelMaxDenominator = 0; ///< labels are left out farther than this; 0: no limit
    int labelPriority = 0;      ///< larger ones find their places first
    bool operator==(const Look&) const = default;

    [[nodiscard]] bool isShownAt(double denominator) const {
        return denominator >= minDenominator && (maxDenominator <= 0 || denominator <= maxDenominator);
    }
    [[nodiscard]] bool isLabelledAt(double denominator) const {
        return label.isValid() && (labelMaxDenominator <= 0 || denominator <= labelMaxDenominator);
    }
};

/// Shapes whose field has one of the values, or a number of a range, or anything at all.
struct StyleClass {
    std::string field; ///< empty: the style's
    std::vector<std::string> values;
    std::optional<double> above; ///< numbers above it
    std::optional<double> upTo;  ///< numbers up to it
    bool any = false;           ///< every text but the empty one
    Caption caption;            ///< for the legend
    Look look;
    bool operator==(const StyleClass&) const = default;
    [[nodiscard]] bool isRange() const { return above || upTo; }
    [[nodiscard]] bool holds(const std::string& value) const;
};

/// Fields of a drawing that say how each of its things looks; an empty name: the look says.
struct DrawnText {
    std::string colourField; ///< "#rrggbb" of lines, markers and labels whose look names no line colour
    std::string heightField; ///< of a point's label, map units
    std::string angleField;  ///< degrees anticlockwise
    std::string anchorField; ///< which corner of the text the point is: 1 to 3 on the base line, 4 to 6 in the middle, 7 to 9 above
    bool operator==(const DrawnText&) const = default;
};

/// A single symbol (no classes), or classes by the values of fields and a look for the rest. The first class that holds a
/// shape gives its look.
struct LayerStyle {
    std::string field;      ///< what classes go by that name no field of their own
    std::vector<StyleClass> classes;
    Look other;             ///< of a single symbol, or of what is in no class
    bool showOther = true;
    Caption otherCaption;
    std::string labelField; ///< empty: no labels
    std::string labelElse;  ///< the field for shapes whose labelField is empty
    DrawnText drawnText;    ///< texts and colours as a drawing has them
    double opacity = 1;     ///< of the whole layer, 0 to 1; the only member that rasters use beside the denominators
    double minDenominator = 0;
    double maxDenominator = 0;
    bool operator==(const LayerStyle&) const = default;

    [[nodiscard]] bool isShownAt(double denominator) const {
        return denominator >= minDenominator && (maxDenominator <= 0 || denominator <= maxDenominator);
    }
};

/// A whole text as a finite number.
[[nodiscard]] std::optional<double> numberIn(std::string_view text);

[[nodiscard]] nlohmann::json toJson(const Look& look);
[[nodiscard]] nlohmann::json toJson(const LayerStyle& style);
[[nodiscard]] core::Result<Look> lookFromJson(const nlohmann::json& json);
/// Colours are "#rrggbb" or "#aarrggbb". Missing members keep their defaults, unknown ones are ignored.
/// Errors: BadInput "style-unreadable" {member}.
[[nodiscard]] core::Result<LayerStyle> styleFromJson(const nlohmann::json& json);

} // namespace gridwarden::gis
