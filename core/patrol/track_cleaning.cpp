// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/track_cleaning.h"

#include "core/base/local_plane.h"
#include "core/patrol/track_stops.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

namespace {

constexpr std::int64_t DayMs = 86'400'000;
constexpr std::int64_t FirstSetClock = 316'569'600'000; // 1980-01-13, a week after GPS time began
constexpr std::int64_t WeekRoundMs = 1024 * 7 * DayMs;
constexpr std::int64_t FarApartMs = 365 * DayMs;

std::int64_t milliseconds(double seconds) {
    return std::llround(seconds * 1000);
}

bool isPlace(GeoPoint place) {
    const bool isInRange = std::abs(place.longitude) <= 180 && std::abs(place.latitude) <= 90; // false for NaN
    const bool isOrigin = std::abs(place.longitude) < 1e-7 && std::abs(place.latitude) < 1e-7;
    return isInRange && !isOrigin;
}

struct TimeRange {
    std::int64_t from = 0, to = 0;
};

/// The times of the largest group, the later of two alike. \pre times ascend and are not empty
TimeRange mostTimes(std::span<const std::int64_t> times) {
    std::size_t best = 0, most = 0;
    for (std::size_t begin = 0; begin < times.size();) {
        std::size_t end = begin + 1;
        while (end < times.size() && times[end] - times[end - 1] <= FarApartMs)
            ++end;
        if (end - begin >= most) {
            best = begin;
            most = end - begin;
        }
        begin = end;
    }
    return {times[best], times[best + most - 1]};
}

void setClockRight(std::vector<Fix>& fixes, const CleaningRules& rules, CleaningAccount& account) {
    const std::size_t all = fixes.size();
    std::erase_if(fixes,
                  [&](const Fix& fix) { return fix.at < FirstSetClock || (rules.latest && fix.at > *rules.latest); });
    if (!fixes.empty()) {
        std::vector<std::int64_t> times;
        times.reserve(fixes.size());
        for (const Fix& fix : fixes)
            times.push_back(fix.at);
        if (!std::is_sorted(times.begin(), times.end()))
            std::sort(times.begin(), times.end());
        const TimeRange right = mostTimes(times);
        std::erase_if(fixes, [&](const Fix& fix) { return fix.at < right.from || fix.at > right.to; });
        if (rules.latest)
            account.clockShiftMs = (*rules.latest - right.to) / WeekRoundMs * WeekRoundMs;
    }
    for (Fix& fix : fixes)
        fix.at += account.clockShiftMs;
    account.wrongTime = all - fixes.size();
}

void putInOrder(std::vector<Fix>& fixes, CleaningAccount& account) {
    for (std::size_t i = 1, latest = 0; i < fixes.size(); ++i)
        if (fixes[i].at < fixes[latest].at)
            ++account.outOfOrder;
        else
            latest = i;
    if (account.outOfOrder > 0)
        std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) { return a.at < b.at; });
}

/// Keeps the first fix of each time. \pre in order
void dropRepeated(std::vector<Fix>& fixes, CleaningAccount& account) {
    std::size_t kept = 0;
    for (const Fix& fix : fixes)
        if (kept == 0 || fixes[kept - 1].at < fix.at)
            fixes[kept++] = fix;
        else
            ++(fixes[kept - 1].place == fix.place ? account.repeated : account.sameTime);
    fixes.resize(kept);
}

/// Parts of a line, and what was left out of it as it was laid.
class Parts {
public:
    Parts(const CleaningRules& rules, CleaningAccount& account)
        : m_rules(rules), m_gapMs(milliseconds(rules.gapSeconds)), m_account(account) {}

    [[nodiscard]] std::vector<std::vector<Fix>> of(std::span<const Fix> fixes) {
        std::vector<std::vector<Fix>> parts;
        for (std::size_t i = 0; i < fixes.size(); ++i) {
            if (!parts.empty()) {
                const Fix& last = parts.back().back();
                if (isJump(last, fixes[i])) {
                    const std::size_t back = returnOf(fixes, i, last);
                    m_account.jumps += back - i;
                    i = back;
                }
                if (isGap(last, fixes[i]))
                    parts.emplace_back();
            } else {
                parts.emplace_back();
            }
            parts.back().push_back(fixes[i]);
        }
        return parts;
    }

private:
    [[nodiscard]] bool isJump(const Fix& from, const Fix& to) const {
        const double seconds = static_cast<double>(to.at - from.at) / 1000;
        return groundMetres(from.place, to.place) > m_rules.fastestMetresPerSecond * seconds + m_rules.jitterMetres;
    }
    [[nodiscard]] bool isGap(const Fix& from, const Fix& to) const {
        return to.at - from.at > m_gapMs || groundMetres(from.place, to.place) > m_rules.gapMetres || isJump(from, to);
    }
    /// The first fix after a jump to `away` that leads back to the line; `away` itself if none does.
    [[nodiscard]] std::size_t returnOf(std::span<const Fix> fixes, std::size_t away, const Fix& last) const {
        for (std::size_t i = away + 1; i < fixes.size() && fixes[i].at - last.at <= m_gapMs; ++i)
            if (isJump(fixes[i - 1], fixes[i]) && !isJump(last, fixes[i]))
                return i;
        return away;
    }
    const CleaningRules& m_rules;
    std::int64_t m_gapMs;
    CleaningAccount& m_account;
};

/// Puts two fixes in place of those of each stop.
std::vector<Fix> withoutJitter(std::span<const Fix> part, std::span<const FixStop> stops) {
    std::vector<Fix> line;
    std::size_t next = 0;
    for (const FixStop& stop : stops) {
        line.insert(line.end(), part.begin() + static_cast<std::ptrdiff_t>(next),
                    part.begin() + static_cast<std::ptrdiff_t>(stop.first));
        line.push_back({part[stop.first].at, stop.place, 0});
        line.push_back({part[stop.last].at, stop.place, 0});
        next = stop.last + 1;
    }
    line.insert(line.end(), part.begin() + static_cast<std::ptrdiff_t>(next), part.end());
    return line;
}

} // namespace

CleanedTrack cleanTrack(std::span<const Fix> fixes, const CleaningRules& rules) {
    CleanedTrack cleaned;
    CleaningAccount& account = cleaned.account;
    std::vector<Fix> line;
    line.reserve(fixes.size());
    std::copy_if(fixes.begin(), fixes.end(), std::back_inserter(line),
                 [](const Fix& fix) { return isPlace(fix.place); });
    account.withoutPlace = fixes.size() - line.size();
    setClockRight(line, rules, account);
    putInOrder(line, account);
    dropRepeated(line, account);
    cleaned.parts = Parts(rules, account).of(line);
    for (std::vector<Fix>& part : cleaned.parts) {
        std::int64_t& movingMs = cleaned.movingMs.emplace_back(part.back().at - part.front().at);
        const std::vector<FixStop> stops = findStops(part, rules.stopRadiusMetres, milliseconds(rules.stopSeconds));
        for (const FixStop& stop : stops) {
            cleaned.stops.push_back({stop.place, part[stop.first].at, part[stop.last].at});
            movingMs -= cleaned.stops.back().to - cleaned.stops.back().from;
            account.inStops += stop.last - stop.first + 1;
        }
        if (!stops.empty())
            part = withoutJitter(part, stops);
    }
    return cleaned;
}

} // namespace gridwarden::core
