// SPDX-License-Identifier: GPL-3.0-or-later
// How the time and place that a photo says itself compare with its case. A note for people: clocks of cameras go wrong
// and satellites are seen badly between houses, so nothing follows from it.
#pragma once

#include "core/cases/case_store.h"

namespace gridwarden::core {

struct PhotoNote {
    /// What its time is compared with: the report, or for a photo of afterwards the handling.
    enum class Event { Report, Handling };
    Event event = Event::Report;
    std::optional<seconds> after; ///< how long after the event it was taken, negative before; none: it says no time
    std::optional<double> metres; ///< from the place of the case; none: one of the two has no place
    bool hasPlace = false;        ///< the photo says one
    bool operator==(const PhotoNote&) const = default;
};

/// The handling is the last one up to the step that the photo belongs to; without one it is the report.
[[nodiscard]] PhotoNote photoNote(const CaseRecord& record, const Photo& photo);

} // namespace gridwarden::core
