// SPDX-License-Identifier: GPL-3.0-or-later
// Cases for measurements, over the grids of bench_district.h: as a table to import, or as facts in memory.
#pragma once

#include "core/district/people.h"
#include "core/figures/facts_builder.h"
#include "core/figures/filter.h"
#include "tests/bench/bench_district.h"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace gridwarden::bench {

/// 227 bytes a row or so; the numbers do not come in their order.
inline void writeCases(const std::filesystem::path& path, std::int64_t rows, const core::CategoryRegister& categories) {
    std::vector<std::string> codes;
    for (const core::Category& category : categories.all())
        if (!category.isGroup && category.key.kind == "matter" && codes.size() < 60)
            codes.push_back(category.key.code);
    constexpr std::array Roads = {"人民路", "解放街", "车站大道", "学院路", "江滨路", "市府路", "新城大道", "惠民路"};
    constexpr std::array Objects = {"路灯", "井盖", "垃圾箱", "人行道板", "行道树", "交通护栏", "广告牌", "共享单车"};
    constexpr std::array Faults = {"破损", "缺失", "占道停放", "堆放杂物", "倾斜", "污损", "不亮", "外溢"};
    Chance chance(424'242);
    std::ofstream out(path, std::ios::binary);
    out << "id,case_no,category,subcat,created,due,closed,grid_code,descr,lon,lat\n";
    const auto time = [](core::Moment moment) {
        static const core::TimeZone zone;
        return core::localText(moment, zone) + ":00";
    };
    const core::Moment start = core::parseMoment("2023-01-01T00:00:00Z", core::TimeZone()).value();
    for (std::int64_t i = 1; i <= rows; ++i) {
        const core::Moment reported = start + std::chrono::minutes(chance.below(3 * 365 * 24 * 60));
        const core::Moment due = reported + std::chrono::hours(4 + 24 * chance.below(7));
        const bool isClosed = chance.below(1000) < 925;
        const core::Moment closed = reported + std::chrono::minutes(10 + chance.below(6 * 24 * 60));
        const core::GeoPoint place = somePlace(chance);
        const std::string& code = codes[chance.below(codes.size())];
        const std::uint64_t word = chance.below(1u << 20);
        const std::string reportedText = time(reported);
        out << fmt::format("{},WZ{}{:09},{},{},{},{},{},,{}{}号附近{}{}，巡查发现后已登记，影响行人通行，请尽快派员处置,{:.7f},{:.7f}\n", i,
                           reportedText.substr(0, 4), i, code.substr(0, 2), code, reportedText, time(due), isClosed ? time(closed) : "",
                           Roads[word & 7], 1 + ((word >> 3) & 511), Objects[(word >> 12) & 7], Faults[(word >> 15) & 7],
                           place.longitude, place.latitude);
    }
}

constexpr int GridsPerSide = 63, Streets = 9; ///< to a side
constexpr std::int64_t FirstStreet = 10'001, FirstZone = 20'001;

/// A year of a busy district: 3,969 grids with 60 categories in use, 81 streets with shapes, 81 zones that are known through their grids.
class CrowdedDistrict {
public:
    explicit CrowdedDistrict(std::int64_t caseCount) {
        makeAreas();
        std::vector<core::Category> list;
        for (int i = 0; i < 70; ++i) {
            core::Category category;
            category.id = core::CategoryId(i + 1);
            category.key = {"2026", "matter", std::to_string(10'000 + i)};
            category.isGroup = i < 10;
            if (i >= 10)
                category.parent = core::CategoryId(i % 10 + 1);
            list.push_back(category);
        }
        categories = core::CategoryRegister(std::move(list), {});
        std::vector<core::Organisation> organisations;
        for (int i = 0; i < 30; ++i) {
            core::Organisation organisation;
            organisation.id = core::OrganisationId(i + 1);
            organisation.code = std::to_string(i + 1);
            organisations.push_back(organisation);
        }
        people = core::PeopleRegister(organisations, {}, {});
        makeFacts(caseCount);
    }
    [[nodiscard]] core::FiguresContext context() const {
        return {facts.get(), &areas, &categories, zone, zone.start(newYear + std::chrono::days(365)), nullptr};
    }

    core::TimeZone zone;
    core::Day newYear = core::parseDay("2026-01-01").value();
    core::AreaRegister areas;
    core::CategoryRegister categories;
    core::PeopleRegister people;
    std::shared_ptr<const core::CaseFacts> facts;

private:
    void makeAreas() {
        std::vector<core::Area> all = raggedGrids(GridsPerSide);
        std::vector<core::Membership> memberships;
        const int across = GridsPerSide / Streets;
        for (int i = 0; i < Streets * Streets; ++i) {
            core::Area street;
            street.kind = core::AreaKind::Street;
            street.id = core::AreaId(FirstStreet + i);
            street.code = std::to_string(FirstStreet + i);
            const double west = West + Width / Streets * (i % Streets), south = South + Height / Streets * (i / Streets);
            const double east = west + Width / Streets, north = south + Height / Streets;
            street.shape.polygons = {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}};
            core::Area zoneArea;
            zoneArea.kind = core::AreaKind::Zone;
            zoneArea.id = core::AreaId(FirstZone + i);
            zoneArea.code = std::to_string(FirstZone + i);
            all.push_back(std::move(street));
            all.push_back(std::move(zoneArea));
        }
        for (int i = 0; i < GridsPerSide * GridsPerSide; ++i)
            memberships.push_back({core::AreaId(i + 1),
                                   core::AreaId(FirstZone + i % GridsPerSide / across + i / GridsPerSide / across * Streets), {}, {}});
        areas = core::AreaRegister(std::move(all), std::move(memberships));
    }

    void makeFacts(std::int64_t caseCount) {
        Chance chance(246);
        const auto below = [&](std::int64_t end) { return static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(end))); };
        core::FactsBuilder builder;
        for (const char* key : {"patrol", "hotline", "video"})
            (void)builder.source(key);
        const std::int64_t begin = zone.start(newYear).time_since_epoch().count();
        for (std::int64_t i = 0; i < caseCount; ++i) {
            core::CaseFact fact;
            fact.id = core::CaseId(i + 1);
            const core::GeoPoint place = somePlace(chance);
            fact.longitude = std::round(place.longitude * 1e7) / 1e7;
            fact.latitude = std::round(place.latitude * 1e7) / 1e7;
            if (const core::Area* grid = areas.at({fact.longitude, fact.latitude}, core::AreaKind::Grid, newYear))
                fact.grid = grid->id;
            fact.reported = begin + below(365 * 86400); // in no order
            fact.filed = fact.reported + below(7200);
            fact.dispatched = fact.filed + below(7200);
            fact.due = fact.dispatched + 86400 + below(4 * 86400);
            fact.soon = fact.dispatched + (fact.due - fact.dispatched) / 5 * 4;
            fact.state = below(10) == 0 ? core::CaseState::Handling : core::CaseState::Closed;
            if (fact.state == core::CaseState::Closed) {
                fact.handled = fact.dispatched + below(4 * 86400);
                fact.closed = fact.handled + below(86400);
            }
            fact.category = core::CategoryId(11 + below(60));
            fact.organisation = core::OrganisationId(1 + below(30));
            fact.source = static_cast<std::int16_t>(below(3));
            builder.append(fact);
        }
        facts = builder.finish();
    }
};

} // namespace gridwarden::bench
