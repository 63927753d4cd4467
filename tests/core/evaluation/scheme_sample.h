// SPDX-License-Identifier: GPL-3.0-or-later
// Schemes made of a short text.
#pragma once

#include "core/evaluation/scheme.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace gridwarden::test {

inline core::EvaluationScheme schemeOf(const nlohmann::json& document) {
    const auto read = core::schemeFromJson(document);
    if (!read)
        INFO(read.error().what.key << " " << read.error().what.arguments.back());
    REQUIRE(read);
    return *read;
}

/// The members that a scheme has to have, of grids, with these items.
inline nlohmann::json schemeWith(const nlohmann::json& items) {
    return {{"key", "s"}, {"zh", "方案"}, {"subjects", {{"kind", "areas"}, {"areas", "grid"}}}, {"items", items}};
}

inline core::SchemeItem itemOf(nlohmann::json item) {
    item["key"] = "a";
    item["zh"] = "项目";
    nlohmann::json items = {item};
    if (item["weight"] != 100) // another one that fills the scheme up
        items.push_back({{"key", "b"}, {"zh", "另一项"}, {"weight", 100 - item["weight"].get<double>()}, {"by_hand", true}});
    return schemeOf(schemeWith(items)).items.front();
}

} // namespace gridwarden::test
