// SPDX-License-Identifier: GPL-3.0-or-later
// Patrols.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"import-tracks", QT_TRANSLATE_NOOP("Message", "Import %1 tracks from %2")},
    {"edit-patrol-rules", QT_TRANSLATE_NOOP("Message", "Change how often roads have to be passed")},
    {"tracks-no-roads", QT_TRANSLATE_NOOP("Message", "The district has no roads with a line to match tracks to. Import them first, as areas of the kind road.")},
    {"patrol-rules-unreadable", QT_TRANSLATE_NOOP("Message", "How often roads have to be passed cannot be read at “%1”: a grade and how many times a day, such as arterial=4.")},
    {"passages-damaged", QT_TRANSLATE_NOOP("Message", "A track of the district is damaged. A backup brings it back.")},
};

} // namespace

std::span<const Sentence> patrolSentences() {
    return Sentences;
}

} // namespace gridwarden::app
