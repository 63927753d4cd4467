// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/local_system.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace gridwarden::gis {

using nlohmann::json;

namespace {

constexpr std::string_view Prefix = "local:";
constexpr std::size_t MostPoints = 1000;

tl::unexpected<core::Error> unreadable() {
    return core::fail(core::ErrorCode::BadInput, {"local-system-unreadable", {}});
}

/// Exactly `count` finite numbers.
bool readNumbers(const json& list, double* into, std::size_t count) {
    if (!list.is_array() || list.size() < count)
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        if (!list[i].is_number())
            return false;
        into[i] = list[i].get<double>();
        if (!std::isfinite(into[i]))
            return false;
    }
    return true;
}

bool readNumber(const json& object, const char* member, double& into) {
    const auto found = object.find(member);
    if (found == object.end() || !found->is_number())
        return false;
    into = found->get<double>();
    return std::isfinite(into);
}

bool readPoints(const json& list, std::vector<ControlPoint>& points) {
    if (!list.is_array() || list.size() > MostPoints)
        return false;
    for (const json& line : list) {
        std::array<double, 4> numbers{};
        if (!readNumbers(line, numbers.data(), numbers.size()))
            return false;
        const bool isUsed = line.size() < 5 || !line[4].is_boolean() || line[4].get<bool>();
        points.push_back({{numbers[0], numbers[1]}, {numbers[2], numbers[3]}, isUsed});
    }
    return true;
}

} // namespace

bool isLocalSystem(std::string_view text) {
    return text.starts_with(Prefix);
}

std::string textOf(const LocalSystem& system) {
    json document;
    switch (system.kind) {
    case LocalSystemKind::FourParameters:
        document = {{"plane", system.base},
                    {"shift", {system.similarity.shiftX, system.similarity.shiftY}},
                    {"rotation", system.similarity.rotationSeconds()},
                    {"scale", system.similarity.scale()}};
        break;
    case LocalSystemKind::ControlPoints: {
        json points = json::array();
        for (const ControlPoint& point : system.points)
            points.push_back({point.source.x, point.source.y, point.target.x, point.target.y, point.isUsed});
        document = {{"plane", system.base}, {"points", std::move(points)}};
        break;
    }
    case LocalSystemKind::SevenParameters:
        document = {{"datum", system.base}, {"shift", system.seven.shift}, {"rotation", system.seven.rotation}, {"scale", system.seven.scale}};
        break;
    }
    return std::string(Prefix) + document.dump(-1, ' ', false, json::error_handler_t::replace);
}

core::Result<LocalSystem> parseLocalSystem(std::string_view text) {
    if (!isLocalSystem(text))
        return unreadable();
    const json document = json::parse(text.substr(Prefix.size()), nullptr, /*allow_exceptions=*/false);
    if (!document.is_object())
        return unreadable();
    LocalSystem system;
    const bool isPlane = document.contains("plane");
    const auto base = document.find(isPlane ? "plane" : "datum");
    if (base == document.end() || !base->is_string())
        return unreadable();
    system.base = base->get<std::string>();
    if (isPlane && document.contains("points")) {
        system.kind = LocalSystemKind::ControlPoints;
        return readPoints(document["points"], system.points) ? core::Result<LocalSystem>(std::move(system)) : unreadable();
    }
    const auto shift = document.find("shift");
    if (shift == document.end())
        return unreadable();
    if (isPlane) {
        std::array<double, 2> by{};
        double rotation = 0;
        double scale = 1;
        if (!readNumbers(*shift, by.data(), by.size()) || !readNumber(document, "rotation", rotation) || !readNumber(document, "scale", scale))
            return unreadable();
        system.similarity = Similarity::from(by[0], by[1], rotation, scale);
        return system.similarity.isUsable() ? core::Result<LocalSystem>(std::move(system)) : unreadable();
    }
    system.kind = LocalSystemKind::SevenParameters;
    const auto rotation = document.find("rotation");
    if (rotation == document.end() || !readNumbers(*shift, system.seven.shift.data(), 3) ||
        !readNumbers(*rotation, system.seven.rotation.data(), 3) || !readNumber(document, "scale", system.seven.scale))
        return unreadable();
    return system;
}

} // namespace gridwarden::gis
