// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/filtering.h"

namespace gridwarden::app {

Filtering::Filtering(std::function<void(FilterAnswer)> ready)
    : m_thread([ready = std::move(ready)](const FilterWish& wish, const std::stop_token& stop) {
          auto rows = selectBeside(wish, stop);
          if (rows)
              ready({wish.facts, std::make_shared<const core::Selection>(std::move(*rows)), wish.number});
          else if (!stop.stop_requested())
              ready({wish.facts, nullptr, wish.number});
      }) {}

} // namespace gridwarden::app
