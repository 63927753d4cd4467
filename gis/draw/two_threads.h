// SPDX-License-Identifier: GPL-3.0-or-later
// Work that divides in two, done on both cores of an ordinary office computer.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>

namespace gridwarden::gis {

/// Calls work(0) and work(1), at the same time where there are two cores, and returns when both are done.
template <class Work> void inHalves(const Work& work) {
    if (std::thread::hardware_concurrency() < 2) {
        work(0);
        work(1);
        return;
    }
    const std::jthread other([&work] { work(1); });
    work(0);
}

/// Calls work(part) for each of so many parts, each once; whichever thread is free takes the next one.
template <class Work> void inParts(std::size_t parts, const Work& work) {
    std::atomic<std::size_t> next{0};
    inHalves([&](int) {
        for (std::size_t part = next++; part < parts; part = next++)
            work(part);
    });
}

} // namespace gridwarden::gis
