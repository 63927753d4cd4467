// SPDX-License-Identifier: GPL-3.0-or-later
// Files of tracks for tests, and short words for what was read.
#pragma once

#include "gis/source/track_reading.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

namespace gridwarden::test {

using Lines = std::vector<std::string>;

inline std::string textOf(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// A file with a text, read.
struct WrittenFile {
    ScratchFolder folder;
    core::Result<gis::ReadTracks> tryRead(const char* name, const std::string& text,
                                          const gis::TrackOptions& options = {}) {
        std::ofstream(folder / name, std::ios::binary) << text;
        return gis::readTracks(folder / name, options);
    }
    gis::ReadTracks read(const char* name, const std::string& text, const gis::TrackOptions& options = {}) {
        auto tracks = tryRead(name, text, options);
        INFO((tracks ? "" : tracks.error().what.key));
        REQUIRE(tracks);
        CHECK(tracks->accepted + tracks->rejected + tracks->withoutFix == tracks->read);
        return std::move(*tracks);
    }
};

inline gis::ReadTracks readData(const char* name, const gis::TrackOptions& options = {}) {
    auto tracks = gis::readTracks(std::filesystem::path(GRIDWARDEN_TEST_DATA "/tracks") / name, options);
    INFO(name << " " << (tracks ? "" : tracks.error().what.key));
    REQUIRE(tracks);
    CHECK(tracks->accepted + tracks->rejected + tracks->withoutFix == tracks->read);
    return std::move(*tracks);
}

/// "2020-12-18T06:15:50Z", with milliseconds where there are any: "2020-12-18T06:15:50Z+7".
inline std::string timeOf(const core::Fix& fix) {
    const std::int64_t fraction = fix.at % 1000;
    return core::isoUtc(core::Moment(core::seconds(fix.at / 1000))) +
           (fraction == 0 ? "" : "+" + std::to_string(fraction));
}

/// "2 lat time-unreadable !": row, field, reason, refused.
inline Lines problemsOf(const gis::ReadTracks& tracks) {
    Lines lines;
    for (const gis::ImportProblem& problem : tracks.problems)
        lines.push_back(std::to_string(problem.row) + " " + problem.field + " " + problem.reason.key +
                        (problem.isRefused ? " !" : ""));
    return lines;
}

/// "key argument argument".
inline Lines remarksOf(const gis::ReadTracks& tracks) {
    Lines lines;
    for (const core::Message& message : tracks.remarks) {
        lines.push_back(message.key);
        for (const std::string& argument : message.arguments)
            lines.back() += " " + argument;
    }
    return lines;
}

/// "name/device count" of each.
inline Lines tracksOf(const gis::ReadTracks& tracks) {
    Lines lines;
    for (const core::Track& track : tracks.tracks)
        lines.push_back(track.name + "/" + track.device + " " + std::to_string(track.fixes.size()));
    return lines;
}

inline double metresOf(const gis::ReadTracks& tracks) {
    double metres = 0;
    for (const core::Track& track : tracks.tracks)
        for (std::size_t i = 1; i < track.fixes.size(); ++i)
            metres += core::distanceMetres(track.fixes[i - 1].place, track.fixes[i].place);
    return metres;
}

} // namespace gridwarden::test
