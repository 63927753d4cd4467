// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/case_search.h"

#include "core/cases/case_words.h"
#include "core/store/interruption.h"

namespace gridwarden::app {

namespace {

/// None where the file cannot be read now.
std::vector<core::CaseText> hitsOf(const CaseSearchWish& wish, const std::stop_token& stop) {
    auto connection = core::Connection::open(wish.district, core::Connection::Access::ReadOnly);
    if (!connection)
        return {};
    const core::Interruption interruption(*connection, [&stop] { return !stop.stop_requested(); });
    const auto found = core::findText(*connection, wish.text);
    if (!found)
        return {};
    std::vector<core::CaseId> shown;
    for (auto id = found->rbegin(); id != found->rend() && shown.size() < wish.most; ++id)
        if (wish.facts->rowOf(*id))
            shown.push_back(*id);
    return core::loadTexts(*connection, shown).value_or(std::vector<core::CaseText>());
}

} // namespace

CaseSearch::CaseSearch(Ready ready)
    : m_thread([ready = std::move(ready)](const CaseSearchWish& wish, const std::stop_token& stop) {
          auto hits = hitsOf(wish, stop);
          if (!stop.stop_requested())
              ready(wish.text, std::move(hits));
      }) {}

} // namespace gridwarden::app
