// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/linked_counting.h"

namespace gridwarden::app {

namespace {

/// Lamps and suspensions follow the clock: what was selected a minute ago may be otherwise.
constexpr std::chrono::seconds KeptFor(60);

} // namespace

LinkedCounting::LinkedCounting(std::function<void(LinkedAnswer)> ready)
    : m_thread([this, ready = std::move(ready)](const FilterWish& wish, const std::stop_token& stop) {
          const auto base = baseOf(wish, stop);
          if (!base || stop.stop_requested())
              return;
          auto counts = core::linkedCounts(contextOf(wish), wish.filter, *base);
          if (!stop.stop_requested())
              ready({wish.facts, std::move(counts)});
      }) {}

std::shared_ptr<const core::Selection> LinkedCounting::baseOf(const FilterWish& wish, const std::stop_token& stop) {
    FilterWish wanted = wish;
    wanted.filter = core::withoutLinked(std::move(wanted.filter));
    if (m_base && m_base->of.facts == wanted.facts && m_base->of.areas == wanted.areas && m_base->of.categories == wanted.categories &&
        m_base->of.filter == wanted.filter && wanted.asOf - m_base->of.asOf < KeptFor && wanted.asOf >= m_base->of.asOf)
        return m_base->rows;
    auto rows = selectBeside(wanted, stop);
    if (!rows)
        return nullptr;
    m_base = Base{std::move(wanted), std::make_shared<const core::Selection>(std::move(*rows))};
    return m_base->rows;
}

} // namespace gridwarden::app
