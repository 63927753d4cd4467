// SPDX-License-Identifier: GPL-3.0-or-later
// Closing by four eyes: where the bureau's rule says so, who handled a case neither checks nor closes it alone.
#pragma once

#include "core/cases/case_state.h"

#include <functional>
#include <span>
#include <string>

namespace gridwarden::core {

/// Setting "second_check": nothing, "all", or the keys of the categories under which it is asked for, with blanks or commas between.
[[nodiscard]] bool asksForSecondCheck(std::string_view setting, std::span<const std::string> categoryAndAbove);

/// The first key in the setting that is neither "all" nor known.
[[nodiscard]] std::optional<std::string> unknownCategory(std::string_view setting, const std::function<bool(const std::string&)>& isKnown);

/// Why the actor of a step may not take it by that rule; nothing for steps that it does not concern. A check that passed is that of
/// another person than who handled the case last; and closing is done by another person, or after such a check. People are compared by
/// the register where both are in it, else by their names. "step-needs-another-person" {who handled it}.
[[nodiscard]] std::optional<Message> whyNotAlone(const Step& step, std::span<const Step> before);

} // namespace gridwarden::core
