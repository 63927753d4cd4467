// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the map engine share: files, a map CRS and small contents.
#pragma once

#include "gis/crs/transform.h"
#include "gis/draw/frame.h"

#include <catch2/catch.hpp>

namespace drawtest {

using namespace gridwarden;
using namespace gridwarden::gis;

inline LayerSource testFile(const std::string& name) {
    LayerSource source;
    source.path = std::string(GRIDWARDEN_TEST_DATA) + "/draw/" + name;
    return source;
}

inline LayerSource demoLayer(const std::string& layer) {
    LayerSource source;
    source.path = std::string(GRIDWARDEN_RESOURCES_DIR) + "/demo/base.gpkg";
    source.layer = layer;
    return source;
}

/// CGCS2000 / 3-degree Gauss–Krüger around 120° E, in metres.
inline const Crs& mapCrs() {
    static const Crs crs = Crs::parse("EPSG:4549").value();
    return crs;
}

inline MapPoint onMap(double longitude, double latitude) {
    return Transform::between(Crs::cgcs2000(), mapCrs())->forward(MapPoint{longitude, latitude}).value();
}

inline bool hasNote(const std::vector<core::Message>& notes, const std::string& key) {
    return std::any_of(notes.begin(), notes.end(), [&key](const core::Message& note) { return note.key == key; });
}

/// 200 × 200 pixels of one map unit around (0, 0).
inline MapView smallView() {
    MapView view;
    view.size = {200, 200};
    return view;
}

inline bool isNear(QRgb colour, QColor expected, int tolerance = 12) {
    return std::abs(qRed(colour) - expected.red()) <= tolerance && std::abs(qGreen(colour) - expected.green()) <= tolerance &&
           std::abs(qBlue(colour) - expected.blue()) <= tolerance;
}

} // namespace drawtest
