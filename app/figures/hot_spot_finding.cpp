// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/hot_spot_finding.h"

namespace gridwarden::app {

namespace {

using Found = core::Result<std::variant<core::HotSpots, core::NewClusters>>;

template <class Part> Found asFound(core::Result<Part> part) {
    if (!part)
        return core::fail(part);
    return std::variant<core::HotSpots, core::NewClusters>(std::move(*part));
}

Found find(const HotSpotWish& wish, const std::stop_token& stop) {
    FilterWish cases = wish.cases;
    const auto* const scan = std::get_if<core::NewClusterOptions>(&wish.options);
    if (scan != nullptr) {
        cases.filter.from.reset();
        cases.filter.to.reset();
    }
    const auto selection = selectBeside(cases, stop);
    if (!selection)
        return core::fail(selection);
    const core::FiguresContext context = contextOf(cases);
    if (scan != nullptr)
        return asFound(core::newClusters(context, *selection, *scan, [&stop] { return !stop.stop_requested(); }));
    return asFound(core::hotSpots(context, *selection, std::get<core::HotSpotOptions>(wish.options)));
}

} // namespace

HotSpotFinding::HotSpotFinding(std::function<void(std::shared_ptr<const HotSpotAnswer>)> ready)
    : m_thread([ready = std::move(ready)](const HotSpotWish& wish, const std::stop_token& stop) {
          auto answer = std::make_shared<const HotSpotAnswer>(HotSpotAnswer{wish.cases.facts, find(wish, stop)});
          if (!stop.stop_requested())
              ready(std::move(answer));
      }) {}

} // namespace gridwarden::app
