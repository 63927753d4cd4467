// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done with the file of a stranger, one after the other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gridwarden::test {

struct TrialStep {
    std::string name;    ///< "describe", "layer", "identify", "draw", "table", "areas", "cases"
    std::string outcome; ///< "whole", "partial: KEY" or "error: KEY"
    double seconds = 0;
};

/// Describes it, loads each of its first layers, asks for features, draws from afar and from near, reads its rows, and
/// imports areas and cases from it. Every failure has a message with arguments that say what is meant.
[[nodiscard]] std::vector<TrialStep> tryEverything(const std::filesystem::path& path);

} // namespace gridwarden::test
