// SPDX-License-Identifier: GPL-3.0-or-later
// The command line.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"area-ambiguous", QT_TRANSLATE_NOOP("Message", "Several areas have the code %1. Name the kind as well: KIND:CODE.")},
    {"area-kind-unknown", QT_TRANSLATE_NOOP("Message", "There is no kind of area %1.")},
    {"case-number-unknown", QT_TRANSLATE_NOOP("Message", "There is no case with the number %1.")},
    {"demo-cases", QT_TRANSLATE_NOOP("Message", "Fill the demo district with cases")},
    {"demo-people", QT_TRANSLATE_NOOP("Message", "Fill the demo district with people and duties")},
    {"extent-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” is not an extent. Give W,S,E,N in degrees.")},
    {"place-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” is not a place. Give LON,LAT.")},
    {"receiver-unknown", QT_TRANSLATE_NOOP("Message", "There is no organisation and no person %1.")},
    {"size-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” is not a size. Give WIDTHxHEIGHT in pixels.")},
    {"source-key-unknown", QT_TRANSLATE_NOOP("Message", "There is no source %1.")},
    {"state-unknown", QT_TRANSLATE_NOOP("Message", "There is no state %1.")},
    {"step-unknown", QT_TRANSLATE_NOOP("Message", "There is no step %1.")},
    {"figures-need-period", QT_TRANSLATE_NOOP("Message", "Give the period with --from and --to.")},
    {"period-ends-before-start", QT_TRANSLATE_NOOP("Message", "The period from %1 to %2 ends before it begins.")},
    {"tally-key-unknown", QT_TRANSLATE_NOOP("Message", "Figures cannot be grouped by %1.")},
    {"tally-keys-too-many", QT_TRANSLATE_NOOP("Message", "Figures can be grouped by two things at most (%1).")},
    {"option-unknown", QT_TRANSLATE_NOOP("Message", "%1 is no option. The verbs and options are listed by: gridwarden --help")},
    {"verb-unknown", QT_TRANSLATE_NOOP("Message", "%1 is neither a verb nor a file. The verbs are listed by: gridwarden --help")},
};

} // namespace

std::span<const Sentence> commandsSentences() {
    return Sentences;
}

} // namespace gridwarden::app
