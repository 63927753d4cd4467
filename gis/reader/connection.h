// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's end of what it and the program say to each other.
#pragma once

#include "core/base/result.h"
#include "gis/process/frame.h"
#include "gis/process/wire.h"

#include <chrono>

namespace gridwarden::gis {

/// Where the program is gone there is nobody to read for: the process ends.
class Connection {
public:
    explicit Connection(int channel) : m_channel(channel) {}

    /// Waits for what is asked next.
    [[nodiscard]] Frame receive() const;
    void send(FrameKind kind, WireWriter& wire);
    void fail(const core::Error& error);

    /// A sign of life from a loop that reads; cheap to call often. `share` of the whole, below 0 where unknown.
    void progress(double share = -1);
    /// Whether the answer is not wanted any more.
    [[nodiscard]] bool isCancelled() const;
    /// Time for a batch to go, so that the program sees something.
    [[nodiscard]] bool isQuiet() const { return std::chrono::steady_clock::now() - m_last > Often; }

private:
    static constexpr std::chrono::milliseconds Often{100};
    int m_channel;
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

} // namespace gridwarden::gis
