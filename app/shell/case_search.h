// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for cases by a text while it is typed, beside the window.
#pragma once

#include "app/workspace/latest_wish.h"
#include "core/cases/case_store.h"
#include "core/figures/case_facts.h"

#include <memory>

namespace gridwarden::app {

struct CaseSearchWish {
    std::filesystem::path district;
    std::string text;
    std::shared_ptr<const core::CaseFacts> facts; ///< cases that are not in them are passed over
    std::size_t most;                             ///< hits that are shown
};

/// What is found by a text; the newest cases first. The district is read through a connection of its own.
class CaseSearch {
  public:
    using Ready = std::function<void(const std::string& text, std::vector<core::CaseText> hits)>;
    /// `ready` is called on the thread that searches, for each text that was not overtaken by a newer one.
    explicit CaseSearch(Ready ready);
    void request(CaseSearchWish wish) { m_thread.request(std::move(wish)); }
    void forget() { m_thread.forget(); }

  private:
    LatestWish<CaseSearchWish> m_thread;
};

} // namespace gridwarden::app
