// SPDX-License-Identifier: GPL-3.0-or-later
// Finding what was cleared and came back, beside the window.
#pragma once

#include "app/workspace/filter_wish.h"
#include "app/workspace/latest_wish.h"
#include "core/figures/case_places.h"
#include "core/figures/relapse.h"
#include "core/figures/tally.h"

namespace gridwarden::app {

struct RelapseWish {
    FilterWish cases; ///< of which days are left out: what is filtered away ends no spell
    core::PlaceChoice places;
    core::RelapseOptions options;
    std::optional<core::TallyKey> groups; ///< to compare
};

/// One of the compared groups.
struct RelapseGroup {
    core::TallyValue value;
    core::SurvivalCurve curve;
};

struct RelapseAnswer {
    std::shared_ptr<const core::CaseFacts> facts;
    core::RelapseOptions options;
    core::CasePlaces places;
    core::Relapses relapses;
    core::SurvivalCurve all;
    std::vector<RelapseGroup> groups; ///< that have spells, the most first
    std::optional<core::LogRank> test;
    std::vector<std::string> addresses; ///< of the latest case of each of the first places that has one

    static constexpr std::size_t MostListed = 500;
};

class RelapseFinding {
  public:
    /// `ready` is called on the thread that counts, for each wish that no newer one has overtaken.
    explicit RelapseFinding(std::function<void(std::shared_ptr<const RelapseAnswer>)> ready);
    void request(RelapseWish wish) { m_thread.request(std::move(wish)); }
    void forget() { m_thread.forget(); }

  private:
    LatestWish<RelapseWish> m_thread;
};

} // namespace gridwarden::app
