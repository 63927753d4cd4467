// SPDX-License-Identifier: GPL-3.0-or-later
// The local hour of the week at which cases were reported.
#pragma once

#include "core/figures/filter.h"
#include "core/figures/offset_table.h"

namespace gridwarden::core {

/// May be asked by several threads.
class HoursOfWeek {
public:
    static constexpr int Count = 168;

    explicit HoursOfWeek(const FiguresContext& context) : m_offsets(context.zone, first(*context.facts), last(*context.facts)) {}

    /// 0 for Monday 00:00 to 01:00 … 167.
    [[nodiscard]] std::size_t at(std::int64_t utcSeconds) const {
        constexpr std::int64_t AnHour = 3600, FirstMonday = 4 * 24 * AnHour, AWeek = Count * AnHour; // 1970-01-05 was a Monday
        const std::int64_t sinceMonday = (m_offsets.local(utcSeconds) - FirstMonday) % AWeek;
        return static_cast<std::size_t>((sinceMonday < 0 ? sinceMonday + AWeek : sinceMonday) / AnHour);
    }

private:
    static std::int64_t first(const CaseFacts& facts) {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (const auto& chunk : facts.chunks())
            least = std::min(least, chunk->column(FactColumn::Reported).least());
        return facts.chunks().empty() ? 0 : least;
    }
    static std::int64_t last(const CaseFacts& facts) {
        std::int64_t greatest = std::numeric_limits<std::int64_t>::min();
        for (const auto& chunk : facts.chunks())
            greatest = std::max(greatest, chunk->column(FactColumn::Reported).greatest());
        return facts.chunks().empty() ? 0 : greatest;
    }
    OffsetTable m_offsets;
};

} // namespace gridwarden::core
