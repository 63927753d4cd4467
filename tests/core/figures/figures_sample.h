// SPDX-License-Identifier: GPL-3.0-or-later
// Facts, areas and categories made in memory for tests of the figures.
#pragma once

#include "core/figures/facts_builder.h"
#include "core/figures/filter.h"

#include <catch2/catch.hpp>
#include <string_view>

namespace gridwarden::test {

inline core::Day day(std::string_view text) {
    return core::parseDay(text).value();
}

/// A local time of Shanghai.
inline core::Moment moment(std::string_view text) {
    return core::parseMoment(text, core::TimeZone()).value();
}
inline std::int64_t utc(std::string_view text) {
    return moment(text).time_since_epoch().count();
}

/// A case reported on 2026-03-02, a Monday, at 09:00.
inline core::CaseFact reportedCase(std::int64_t id) {
    core::CaseFact fact;
    fact.id = core::CaseId(id);
    fact.reported = utc("2026-03-02T09:00");
    return fact;
}

/// Keeps what a context points to.
struct FiguresSample {
    std::shared_ptr<const core::CaseFacts> facts;
    core::AreaRegister areas;
    core::CategoryRegister categories;

    explicit FiguresSample(const std::vector<core::CaseFact>& cases, const std::vector<std::string>& sources = {}) {
        core::FactsBuilder builder;
        for (const std::string& source : sources)
            REQUIRE(builder.source(source) >= 0);
        for (const core::CaseFact& fact : cases)
            builder.append(fact);
        facts = builder.finish();
    }
    [[nodiscard]] core::FiguresContext context(core::Moment asOf = moment("2026-04-01T00:00")) const {
        return {facts.get(), &areas, &categories, core::TimeZone(), asOf, nullptr};
    }
    [[nodiscard]] core::Selection all() const {
        core::Selection rows;
        facts->each([&](std::size_t row, const core::CaseFact&) { rows.push_back(static_cast<std::uint32_t>(row)); });
        return rows;
    }
};

} // namespace gridwarden::test
