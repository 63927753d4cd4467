// SPDX-License-Identifier: GPL-3.0-or-later
// What the program and its reader say to each other: the program asks, the reader answers with any number of Part and
// Alive frames and then one Done or Failure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gridwarden::gis {

enum class FrameKind : std::uint8_t {
    // asked
    Describe,   ///< path
    Rows,       ///< path, options of the table
    Shapes,     ///< source, map CRS; the answer begins with its head and waits for Columns
    Columns,    ///< places of the fields to keep
    Attributes, ///< source, feature
    Image,      ///< source, map CRS; stays open for View
    View,       ///< window
    Overviews,  ///< path; made in the folder of the reader
    Picture,    ///< bytes of a small picture, most pixels in a side
    Cancel,     ///< leave what is being answered
    // answered
    Alive,   ///< share done, below 0 where unknown
    Part,    ///< something of the answer
    Done,    ///< the rest of it
    Failure  ///< an error in its place
};

struct FrameHead {
    std::uint32_t size = 0; ///< of what follows
    FrameKind kind{};
};

struct Frame {
    FrameKind kind{};
    std::string bytes;
};

/// Larger ones are never sent and not believed.
constexpr std::size_t LargestFrame = std::size_t{64} << 20;
/// The descriptor on which a reader finds the program.
constexpr int ReaderChannel = 3;
/// How a reader ends that was refused memory.
constexpr int OutOfMemoryExit = 77;

/// Sends all of it, waiting where it must. False when the other side is gone.
[[nodiscard]] bool sendFrame(int channel, FrameKind kind, const std::string& bytes);

} // namespace gridwarden::gis
