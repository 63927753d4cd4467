// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of a layer on their way from the reader to the map: some features' worth, in map coordinates.
#pragma once

#include "core/base/result.h"
#include "gis/crs/map_point.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gridwarden::gis {

enum class ShapeKind : std::uint8_t { Point, Line, Polygon };

/// What a layer is, before its shapes.
struct LayerHead {
    struct Field {
        std::string name;
        bool isText = false; ///< can stand in a column
    };
    std::string name;
    std::vector<Field> fields;
    std::int64_t featureCount = -1; ///< as the source claims; -1: unknown
};

/// More values of a column of distinct texts.
struct ColumnPart {
    std::vector<std::string> newValues;   ///< behind those of earlier batches; the empty text is the first of all
    std::vector<std::uint32_t> positions; ///< of each shape of the batch in the values
    bool isGivenUp = false;               ///< it holds too much text to be kept
};

struct ShapeBatch {
    std::vector<ShapeKind> kinds;          ///< of each shape
    std::vector<std::int64_t> features;    ///< of each shape
    std::vector<std::uint32_t> partCounts; ///< of each shape
    std::vector<std::uint32_t> partSizes;  ///< vertices of each part
    std::vector<MapPoint> vertices;
    std::vector<ColumnPart> columns; ///< those asked for
    double share = -1;               ///< of the whole that is read; below 0: unknown

    /// Whether counts and sizes agree.
    [[nodiscard]] bool isConsistent() const;
};

/// Features that are not shown, or not wholly, by the reason.
struct LeftOut {
    std::uint64_t withoutShape = 0; ///< rows without a geometry, or with an empty one
    std::uint64_t offMap = 0;       ///< no number, or no place that their system and the map can express
    std::uint64_t degenerate = 0;   ///< too few different vertices
    std::uint64_t inPart = 0;       ///< shown, without some of their parts
};

/// What is said at the end.
struct LayerTail {
    LeftOut leftOut;
    std::vector<core::Message> notes;
};

} // namespace gridwarden::gis
