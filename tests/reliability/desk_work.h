// SPDX-License-Identifier: GPL-3.0-or-later
// What a desk does all day, in random order: the work during which the tests pull the plug.
#pragma once

#include "core/case_actions.h"

#include <random>

namespace gridwarden::test {

/// A small district with four grids and somebody on duty.
[[nodiscard]] core::Result<std::unique_ptr<core::District>> makeDistrict(const std::filesystem::path& path);

class DeskWork {
  public:
    DeskWork(core::District& district, unsigned seed) : m_district(district), m_random(seed) {}

    core::Result<void> report();
    core::Result<void> reportWithPhoto();
    core::Result<void> step();       ///< a step that is allowed on some case
    core::Result<void> changeArea(); ///< moves a grid's border: the grids of its cases are assigned anew
    core::Result<void> changeSetting();
    core::Result<void> importCases(int count); ///< numbers of earlier imports among them, as updates
    core::Result<void> undo();
    core::Result<void> redo();
    /// One of the single actions above.
    core::Result<void> anything();

  private:
    core::GeoPoint place();
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    core::District& m_district;
    std::mt19937 m_random;
    core::Actor m_actor{"desk", core::PersonId()};
};

} // namespace gridwarden::test
