// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for the message keys of core and gis, in the language of the interface.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/words.h"

#include <QString>

namespace gridwarden::app {

/// What happened and what to do, with the arguments filled in. An unknown key gives the key and its arguments.
[[nodiscard]] QString text(const core::Message& message);
/// The sentence of an error with its subject.
[[nodiscard]] QString text(const core::Error& error);
/// The language of the interface, for labels that are data (core::word).
[[nodiscard]] core::Language language();
/// core::word in the language of the interface, for instance word("states", "closed").
[[nodiscard]] QString word(std::string_view group, std::string_view key);

/// Short when near: "今天 09:31", "Yesterday 17:05", "11-03 09:00", with the year when another one.
[[nodiscard]] QString shortTime(core::Moment moment, const core::TimeZone& zone, core::Moment now);
/// "余 3h20" / "3h20 left", "超 2d4h" / "2d4h over", for the calendar time between now and due.
[[nodiscard]] QString remaining(core::Moment due, core::Moment now);

} // namespace gridwarden::app
