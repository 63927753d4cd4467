// SPDX-License-Identifier: GPL-3.0-or-later
// The English source of each message key of core and gis. A test reads the sources of both and fails when one is missing here.
#pragma once

#include <span>

namespace gridwarden::app {

struct Sentence {
    const char* key;
    const char* english; ///< with %1 … for the arguments; translated in the context "Message"
    /// Groups of words (core::word), one for each argument and separated by blanks, where an argument is itself a key:
    /// "steps -" for a step's key followed by a plain text; "key" for the key of another message, "label" for a whole
    /// one as the journal writes it, "time" for a moment as 2026-11-21T01:02:03Z. Null: all plain.
    const char* words = nullptr;
};

[[nodiscard]] std::span<const Sentence> sentences();

} // namespace gridwarden::app
