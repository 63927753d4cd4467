// SPDX-License-Identifier: GPL-3.0-or-later
// Requires that a check of a district finds no fault.
#pragma once

#include "core/check/check.h"
#include "core/district.h"

#include <catch2/catch.hpp>

namespace gridwarden::test {

inline void requireSound(core::District& district) {
    const auto report = core::checkFile(district.store());
    REQUIRE(report);
    for (const core::Finding& finding : report->findings) {
        std::string what = finding.what.key;
        for (const std::string& argument : finding.what.arguments)
            what += " " + argument;
        INFO(what);
        REQUIRE_FALSE(finding.isFault);
    }
}

} // namespace gridwarden::test
