// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/journal_document.h"

namespace gridwarden::app {

using namespace core;

Json entryDocument(const JournalEntry& entry, const TimeZone& zone) {
    return {{"id", entry.id.value()},
            {"sequence", entry.sequence},
            {"at", isoText(entry.at, zone)},
            {"kind", entryKindKey(entry.kind)},
            {"key", entry.label.key},
            {"label", sentence(entry.label)},
            {"actor", entry.actor.name},
            {"undone", entry.isUndone},
            {"hash", entry.hash}};
}

} // namespace gridwarden::app
