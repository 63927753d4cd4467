// SPDX-License-Identifier: GPL-3.0-or-later
// How activities are put into words, in the language of the interface.
#pragma once

#include "core/activity_actions.h"

#include <QString>

namespace gridwarden::app {

/// "400 份", "1 次 · 38 people"
[[nodiscard]] QString countText(double quantity, const std::string& unit, std::optional<std::int64_t> people);
/// Where and whose work it was: "人民广场 · 张三"
[[nodiscard]] QString whereAndWho(const core::PeopleRegister& people, const std::string& place,
                                  core::OrganisationId organisation, core::PersonId person);

} // namespace gridwarden::app
