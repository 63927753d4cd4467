// SPDX-License-Identifier: GPL-3.0-or-later
// The thefts of tests/data/nyc-vehicle-thefts and what R says of them.
#pragma once

#include "core/base/local_plane.h"
#include "core/base/time.h"
#include "core/statistics/survival.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>
#include <vector>
#include <zlib.h>

namespace gridwarden::test {

struct Theft {
    std::int64_t id = 0;
    std::int64_t minutes = 0; ///< of the local clock since 1970
    core::GeoPoint place;
    std::string category;
    std::string tract;
};

inline std::vector<Theft> readThefts() {
    std::string text(8 << 20, '\0');
    const gzFile file = gzopen(GRIDWARDEN_TEST_DATA "/nyc-vehicle-thefts/nyc_vehicle_thefts_2014_2017.csv.gz", "rb");
    REQUIRE(file != nullptr);
    const int size = gzread(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    REQUIRE((size > 0 && static_cast<std::size_t>(size) < text.size()));
    text.resize(static_cast<std::size_t>(size));
    std::vector<Theft> thefts;
    for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        std::vector<std::string> fields(1);
        for (std::size_t i = begin; i < end; ++i)
            if (text[i] == ',')
                fields.emplace_back();
            else
                fields.back() += text[i];
        REQUIRE(fields.size() == 9);
        const auto utc = core::parseMoment(fields[1] + ":00Z", core::TimeZone());
        REQUIRE(utc);
        Theft theft;
        theft.id = std::stoll(fields[0]);
        theft.minutes = utc->time_since_epoch().count() / 60;
        theft.place = {std::stod(fields[4]), std::stod(fields[5])};
        theft.category = fields[7].empty() ? "unknown" : fields[7];
        theft.tract = fields[8].substr(0, 11);
        thefts.push_back(theft);
        begin = end + 1;
    }
    return thefts;
}

struct TheftSpell {
    std::int64_t minutes = 0;
    bool ended = false;
    std::string category;

    [[nodiscard]] core::Spell exact() const { return {static_cast<double>(minutes) / 1440, ended}; }
    [[nodiscard]] core::Spell wholeDays() const { return {static_cast<double>(minutes / 1440), ended}; }
};

/// From each theft to the next in its tract, or to the end of 2017; in the order of tracts and times, as
/// expected_by_r.R has them.
inline const std::vector<TheftSpell>& theftSpells() {
    static const std::vector<TheftSpell> spells = [] {
        std::vector<Theft> thefts = readThefts();
        std::sort(thefts.begin(), thefts.end(), [](const Theft& a, const Theft& b) {
            return std::tie(a.tract, a.minutes, a.id) < std::tie(b.tract, b.minutes, b.id);
        });
        const std::int64_t end =
            core::parseMoment("2018-01-01T00:00:00Z", core::TimeZone())->time_since_epoch().count() / 60;
        std::vector<TheftSpell> made;
        for (std::size_t i = 0; i < thefts.size(); ++i) {
            const bool hasNext = i + 1 < thefts.size() && thefts[i + 1].tract == thefts[i].tract;
            made.push_back({(hasNext ? thefts[i + 1].minutes : end) - thefts[i].minutes, hasNext, thefts[i].category});
        }
        return made;
    }();
    return spells;
}

inline const nlohmann::json& expectedByR() {
    static const nlohmann::json expected = [] {
        std::ifstream file(GRIDWARDEN_TEST_DATA "/nyc-vehicle-thefts/expected_by_r.json");
        return nlohmann::json::parse(file);
    }();
    return expected;
}

/// R wrote 15 digits.
inline auto near(const nlohmann::json& value, double epsilon = 1e-11) {
    return Approx(value.get<double>()).epsilon(epsilon).margin(1e-13);
}

} // namespace gridwarden::test
