// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/coverage.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace gridwarden::core {

namespace {

/// How often each cell of a road was passed, of which so many cells have to be.
int passesOf(std::span<const std::uint16_t> cells, double share, std::vector<std::uint16_t>& room) {
    room.assign(cells.begin(), cells.end());
    const auto needed = static_cast<std::size_t>(std::ceil(share * static_cast<double>(room.size()) - 1e-9));
    const auto last = room.begin() + static_cast<std::ptrdiff_t>(needed - 1);
    std::nth_element(room.begin(), last, room.end(), std::greater<>());
    return *last;
}

/// Counts the passages of a period, one day after the other.
class Counting {
public:
    Counting(const RoadCells& cells, const TimeZone& zone, const PatrolRules& rules, Coverage& coverage)
        : m_cells(cells), m_zone(zone), m_rules(rules), m_coverage(coverage), m_ofDay(cells.cellCount()),
          m_isCovered(cells.cellCount()), m_isTouched(cells.roads().size()), m_grids(cells.grids().size()) {
        for (const CellRoad& each : cells.roads()) {
            const Area* const road = cells.areas().find(each.road);
            coverage.roads.push_back({.road = road,
                                      .grid = cells.areas().find(mostOf(each)),
                                      .metres = each.metres,
                                      .required = rules.required(road->grade)});
        }
    }

    /// The grid in which most cells of a road lie.
    [[nodiscard]] AreaId mostOf(const CellRoad& road) const {
        std::map<std::uint32_t, int> counts;
        for (std::uint32_t cell = road.firstCell; cell < road.firstCell + road.cellCount; ++cell)
            ++counts[m_cells.gridOf(cell)];
        const auto most = std::max_element(counts.begin(), counts.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return m_cells.grids()[most->first];
    }

    /// The time of a passage by the local hours in which it lay.
    [[nodiscard]] std::array<double, HoursOfDay> minutesOfHour(const RoadPassage& passage) const {
        constexpr std::int64_t Hour = 3600;
        std::array<double, HoursOfDay> minutes{};
        const Moment enter{seconds(passage.enter)};
        std::int64_t second = (m_zone.toLocal(enter) - LocalTime(m_zone.day(enter))).count();
        for (std::int64_t left = passage.leave - passage.enter; left > 0;) {
            const std::int64_t part = std::min(left, Hour - second % Hour);
            minutes[static_cast<std::size_t>(second / Hour % HoursOfDay)] += static_cast<double>(part) / 60;
            second += part;
            left -= part;
        }
        return minutes;
    }

    void add(const RoadPassage& passage, std::uint32_t road) {
        const CellRoad& cells = m_cells.roads()[road];
        const double length = cells.cellMetres();
        const double from = std::clamp(std::min(passage.fromMetres, passage.toMetres), 0.0, cells.metres);
        const double to = std::clamp(std::max(passage.fromMetres, passage.toMetres), 0.0, cells.metres);
        const auto first = std::min(static_cast<std::uint32_t>(from / length), cells.cellCount - 1);
        const auto last = std::min(static_cast<std::uint32_t>(to / length), cells.cellCount - 1);
        const double minutes = static_cast<double>(passage.leave - passage.enter) / 60;
        const std::array<double, HoursOfDay> ofHour = minutesOfHour(passage);
        for (std::uint32_t i = first; i <= last; ++i) {
            const double begin = i * length;
            const double passed = std::min(to, begin + length) - std::max(from, begin);
            const std::uint32_t cell = cells.firstCell + i;
            if (passed >= length / 2 && m_ofDay[cell] < std::numeric_limits<std::uint16_t>::max())
                ++m_ofDay[cell];
            const double share = to > from ? std::max(0.0, passed) / (to - from) : 1;
            GridCoverage& grid = m_grids[m_cells.gridOf(cell)];
            grid.minutes += minutes * share;
            for (std::size_t hour = 0; hour < ofHour.size(); ++hour)
                grid.minutesOfHour[hour] += ofHour[hour] * share;
        }
        if (!m_isTouched[road]) {
            m_isTouched[road] = true;
            m_touched.push_back(road);
        }
        RoadCoverage& counted = m_coverage.roads[road];
        counted.minutes += minutes;
        counted.last = std::max(counted.last.value_or(Moment()), Moment(seconds(passage.leave)));
    }

    void endDay() {
        for (const std::uint32_t road : m_touched) {
            const CellRoad& cells = m_cells.roads()[road];
            const std::span<std::uint16_t> counts(m_ofDay.data() + cells.firstCell, cells.cellCount);
            RoadCoverage& counted = m_coverage.roads[road];
            const int passes = passesOf(counts, m_rules.share, m_room);
            counted.passes += passes;
            counted.passesKept += std::min(passes, counted.required);
            counted.daysKept += counted.required > 0 && passes >= counted.required ? 1 : 0;
            for (std::size_t i = 0; i < counts.size(); ++i)
                m_isCovered[cells.firstCell + i] = m_isCovered[cells.firstCell + i] || counts[i] > 0;
            std::fill(counts.begin(), counts.end(), std::uint16_t(0));
            m_isTouched[road] = false;
        }
        m_touched.clear();
    }

    void finish() {
        for (std::size_t road = 0; road < m_cells.roads().size(); ++road) {
            const CellRoad& cells = m_cells.roads()[road];
            for (std::uint32_t cell = cells.firstCell; cell < cells.firstCell + cells.cellCount; ++cell) {
                GridCoverage& grid = m_grids[m_cells.gridOf(cell)];
                grid.metres += cells.cellMetres();
                if (m_isCovered[cell]) {
                    grid.coveredMetres += cells.cellMetres();
                    m_coverage.roads[road].coveredMetres += cells.cellMetres();
                }
            }
        }
        for (std::size_t i = 0; i < m_grids.size(); ++i) {
            m_grids[i].grid = m_cells.areas().find(m_cells.grids()[i]);
            if (m_grids[i].metres > 0)
                m_coverage.grids.push_back(m_grids[i]);
        }
        std::sort(m_coverage.grids.begin(), m_coverage.grids.end(), [](const GridCoverage& a, const GridCoverage& b) {
            return a.grid != nullptr && (b.grid == nullptr || a.grid->code < b.grid->code);
        });
    }

private:
    const RoadCells& m_cells;
    const TimeZone& m_zone;
    const PatrolRules& m_rules;
    Coverage& m_coverage;
    std::vector<std::uint16_t> m_ofDay; ///< passes of each cell
    std::vector<bool> m_isCovered;      ///< of each cell, in the period
    std::vector<bool> m_isTouched;      ///< of each road, on the day
    std::vector<std::uint32_t> m_touched;
    std::vector<std::uint16_t> m_room;
    std::vector<GridCoverage> m_grids;
};

template <class Of> auto sum(const std::vector<RoadCoverage>& roads, Of of) {
    decltype(of(roads.front())) all = 0;
    for (const RoadCoverage& road : roads)
        all += of(road);
    return all;
}

} // namespace

double Coverage::metres() const {
    return sum(roads, [](const RoadCoverage& road) { return road.metres; });
}
double Coverage::coveredMetres() const {
    return sum(roads, [](const RoadCoverage& road) { return road.coveredMetres; });
}
std::int64_t Coverage::passesRequired() const {
    return sum(roads, [this](const RoadCoverage& road) { return std::int64_t{road.required} * requiredDays; });
}
std::int64_t Coverage::passesKept() const {
    return sum(roads, [](const RoadCoverage& road) { return road.passesKept; });
}

Coverage coverageOf(const RoadCells& cells, std::span<const PatrolTrack> tracks, Period period, const TimeZone& zone,
                    const PatrolRules& rules, std::optional<Day> today) {
    Coverage coverage;
    coverage.period = period;
    coverage.requiredDays = std::max(0, Period{period.from, std::min(period.to, today.value_or(period.to))}.days());
    Counting counting(cells, zone, rules, coverage);
    struct Counted {
        std::uint32_t road;
        const RoadPassage* passage;
    };
    std::vector<std::vector<Counted>> days(static_cast<std::size_t>(period.days()));
    std::vector<Moment> starts;
    for (Day day = period.from; day <= period.to + std::chrono::days(1); day += std::chrono::days(1))
        starts.push_back(zone.start(day));
    for (const PatrolTrack& track : tracks) {
        if (starts.front() <= track.started && track.started < starts.back()) {
            ++coverage.tracks;
            coverage.trackMetres += track.metres;
            coverage.trackHours += static_cast<double>(track.moving.count()) / 3600;
            coverage.unmatchedMetres += track.unmatchedMetres;
        }
        for (const RoadPassage& passage : track.passages) {
            const auto day = std::upper_bound(starts.begin(), starts.end(), Moment(seconds(passage.enter)));
            if (day == starts.begin() || day == starts.end())
                continue;
            if (const auto road = cells.roadAt(passage.road))
                days[static_cast<std::size_t>(day - starts.begin()) - 1].push_back({*road, &passage});
            else
                ++coverage.unknownRoads;
        }
    }
    for (const std::vector<Counted>& day : days) {
        for (const Counted& each : day)
            counting.add(*each.passage, each.road);
        counting.endDay();
    }
    counting.finish();
    return coverage;
}

} // namespace gridwarden::core
