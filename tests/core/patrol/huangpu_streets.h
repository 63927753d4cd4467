// SPDX-License-Identifier: GPL-3.0-or-later
// The streets of tests/data/patrol and somebody who goes along them.
#pragma once

#include "core/patrol/street_network.h"
#include "core/patrol/track_cleaning.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numbers>
#include <numeric>
#include <random>
#include <set>

namespace gridwarden::test {

/// Without the elevated roads, on which nobody walks.
inline const std::vector<core::Street>& huangpuStreets() {
    static const std::vector<core::Street> streets = [] {
        std::ifstream file(GRIDWARDEN_TEST_DATA "/patrol/shanghai_huangpu_streets.geojson");
        const nlohmann::json collection = nlohmann::json::parse(file);
        std::vector<core::Street> read;
        for (const nlohmann::json& feature : collection["features"]) {
            const nlohmann::json& properties = feature["properties"];
            core::Street street{properties["id"], properties["name"], properties["highway"], {}};
            if (street.grade == "trunk" || street.grade == "trunk_link")
                continue;
            for (const nlohmann::json& place : feature["geometry"]["coordinates"])
                street.line.push_back({place[0], place[1]});
            read.push_back(street);
        }
        return read;
    }();
    return streets;
}

/// Numbers that are the same on every machine.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : m_engine(seed) {}
    std::size_t below(std::size_t end) { return m_engine() % end; }
    double unit() { return (static_cast<double>(m_engine() >> 11) + 0.5) / 9007199254740992.0; }
    double normal() { // Box and Muller
        return std::sqrt(-2 * std::log(unit())) * std::cos(2 * std::numbers::pi * unit());
    }

private:
    std::mt19937_64 m_engine;
};

/// A straight piece of a walk.
struct WalkedPiece {
    std::uint32_t street = 0;
    core::GeoPoint from, to;
    double fromMetres = 0, toMetres = 0; ///< since the walk began
};

/// The shortest ways to one vertex after another, chosen at random.
inline std::vector<WalkedPiece> randomWalk(const std::vector<core::Street>& streets, double metres, Draws& draws) {
    using Place = std::pair<double, double>;
    struct Next {
        std::uint32_t street;
        Place to;
        double metres;
    };
    std::map<Place, std::vector<Next>> from;
    std::vector<Place> places;
    for (std::uint32_t street = 0; street < streets.size(); ++street)
        for (std::size_t i = 0; i + 1 < streets[street].line.size(); ++i) {
            const core::GeoPoint a = streets[street].line[i], b = streets[street].line[i + 1];
            const Place start(a.longitude, a.latitude), end(b.longitude, b.latitude);
            from[start].push_back({street, end, core::groundMetres(a, b)});
            from[end].push_back({street, start, core::groundMetres(a, b)});
            places.push_back(start);
        }
    std::vector<WalkedPiece> walk;
    Place here = places[draws.below(places.size())];
    for (double gone = 0; gone < metres;) {
        // From the goal back, so that each place knows the next one on the way there.
        const Place goal = places[draws.below(places.size())];
        std::map<Place, std::pair<double, WalkedPiece>> ways{{goal, {0, {}}}};
        std::set<std::pair<double, Place>> waiting{{0, goal}};
        while (!waiting.empty()) {
            const auto [distance, place] = *waiting.begin();
            waiting.erase(waiting.begin());
            if (distance > ways[place].first)
                continue;
            for (const Next& next : from[place])
                if (const auto known = ways.find(next.to);
                    known == ways.end() || distance + next.metres < known->second.first) {
                    ways[next.to] = {
                        distance + next.metres,
                        {next.street, {next.to.first, next.to.second}, {place.first, place.second}, 0, next.metres}};
                    waiting.insert({distance + next.metres, next.to});
                }
        }
        if (ways.count(here) == 0) { // the streets are not all connected
            here = walk.empty() ? goal : here;
            continue;
        }
        while (here != goal) {
            WalkedPiece piece = ways[here].second;
            piece.fromMetres += gone;
            piece.toMetres += gone;
            gone = piece.toMetres;
            here = {piece.to.longitude, piece.to.latitude};
            walk.push_back(piece);
        }
    }
    return walk;
}

/// The piece on which somebody is who has gone so far.
inline const WalkedPiece& pieceAt(const std::vector<WalkedPiece>& walk, double metres) {
    const auto piece = std::lower_bound(walk.begin(), walk.end(), metres,
                                        [](const WalkedPiece& p, double value) { return p.toMetres < value; });
    return piece == walk.end() ? walk.back() : *piece;
}

constexpr std::int64_t WalkBegins = 1'780'000'000'000;

/// Fixes on the way with a Gaussian error east and north.
inline std::vector<core::Fix> recorded(const std::vector<WalkedPiece>& walk, double metresPerSecond,
                                       double intervalSeconds, double deviationMetres, Draws& draws) {
    std::vector<core::Fix> fixes;
    for (double seconds = 0; seconds * metresPerSecond < walk.back().toMetres; seconds += intervalSeconds) {
        const double gone = seconds * metresPerSecond;
        const WalkedPiece& piece = pieceAt(walk, gone);
        const double share = (gone - piece.fromMetres) / (piece.toMetres - piece.fromMetres);
        const core::LocalPlane plane({std::lerp(piece.from.longitude, piece.to.longitude, share),
                                      std::lerp(piece.from.latitude, piece.to.latitude, share)});
        const double east = deviationMetres * draws.normal(), north = deviationMetres * draws.normal();
        fixes.push_back({WalkBegins + std::llround(seconds * 1000), plane.toGeo({east, north}), 0});
    }
    return fixes;
}

/// Of the lines through the fixes of all parts, on the ellipsoid.
inline double metresOf(const core::CleanedTrack& track) {
    double metres = 0;
    for (const std::vector<core::Fix>& part : track.parts)
        for (std::size_t i = 1; i < part.size(); ++i)
            metres += core::groundMetres(part[i - 1].place, part[i].place);
    return metres;
}
inline double movingSeconds(const core::CleanedTrack& track) {
    return static_cast<double>(std::accumulate(track.movingMs.begin(), track.movingMs.end(), std::int64_t(0))) / 1000;
}

} // namespace gridwarden::test
